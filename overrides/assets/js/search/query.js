/* A query: its words, each with the marks that were typed, and the forms to look for. */
"use strict"

const LONGEST_QUERY = 400
const MOST_WORDS = 14
const FEW_WORDS = 6
const SAME_VOWEL = /^(?:[bhklmnstv]|qu|th)?[iy]$/

/** Return the words of a text: place, length and folded form, in order. */
function wordsOf(text, most = Infinity) {
  const words = []
  let start = -1
  for (let place = 0; place <= text.length && words.length < most; place++) {
    const inside = place < text.length && isWord(text.charCodeAt(place))
    if (inside && start < 0) start = place
    if (!inside && start >= 0) {
      words.push({ start, text: text.slice(start, place), folded: foldText(text.slice(start, place)) })
      start = -1
    }
  }
  return words
}

/** Read what was typed: words, whether the last one may be half a word, and how marks are typed. */
function readQuery(typed, locale) {
  const text = plainText(String(typed).slice(0, LONGEST_QUERY))
  const seen = new Set()
  const words = wordsOf(text, MOST_WORDS).map((word) => readWord(word, locale))
  const last = words[words.length - 1]
  if (last && isWord(text.charCodeAt(text.length - 1))) last.half = !/^\d+$/.test(last.folded)
  if (words.length > 1 && last.folded.length === 1) last.half = false
  const unique = words.filter((word) => {
    const again = words.length > FEW_WORDS && seen.has(word.folded)
    seen.add(word.folded)
    return !again
  })
  return {
    text,
    locale,
    words: unique,
    tones: unique.some((word) => word.tone > 0),
    qualities: unique.some((word) => word.qualities.some((quality) => quality > 0)),
  }
}

function readWord({ text, folded }, locale) {
  const qualities = []
  let tone = 0
  for (let place = 0; place < text.length; place++) {
    const marks = marksOf(text.charCodeAt(place))
    qualities.push(marks & 7)
    tone = Math.max(tone, marks >> 3)
  }
  const stem = locale === "en" ? stemOf(folded) : ""
  return { text, folded, qualities, tone, half: false, stem, needles: needlesOf(folded, stem) }
}

function needlesOf(folded, stem) {
  if (stem && stem.length >= 3) return [stem.replace(/[iye]$/, "")]
  if (SAME_VOWEL.test(folded)) {
    const root = folded.slice(0, -1)
    return [`${root}i`, `${root}y`]
  }
  return [folded]
}

/** Return an English word's stem: inflections go, derivations stay ("interviewing", "interview"). */
function stemOf(word) {
  if (word.length < 4 || /\d/.test(word)) return word
  let stem = word
  if (/ies$/.test(stem)) stem = stem.replace(/ies$/, "y")
  else if (/(ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^su]s$/.test(stem)) stem = stem.slice(0, -1)
  const shorter = stem.replace(/(?:ing|ied|ed)$/, (end) => (end === "ied" ? "y" : ""))
  if (shorter.length >= 3 && /[aeiouy]/.test(shorter) && shorter !== stem) {
    stem = shorter.replace(/(bb|dd|gg|mm|nn|pp|rr|tt)$/, (pair) => pair[0])
  }
  stem = stem.replace(/ck$/, "c")
  return stem.length > 3 ? stem.replace(/e$/, "") : stem
}
