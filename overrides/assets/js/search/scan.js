/* Scanning: every place of a word in the folded text, weighed by the marks of the original there. */
"use strict"

const EXACT = 1
const HALF = 0.55
const WRONG = 0.2
const STEM = 0.85

/** Return the places of a word: start, length and weight of each, in order. */
function scanWord(index, query, word) {
  const found = []
  for (const needle of word.needles) scanNeedle(index, query, word, needle, found)
  if (word.needles.length > 1) found.sort((a, b) => a.start - b.start)
  return found
}

function scanNeedle(index, query, word, needle, found) {
  const { folded } = index
  const spaced = ` ${needle}`
  const open = word.half || word.stem !== ""
  for (let place = folded.indexOf(spaced); place >= 0; place = folded.indexOf(spaced, place + 1)) {
    const start = place + 1
    let end = start + needle.length
    if (folded.charCodeAt(end) !== SPACE) {
      if (!open) continue
      while (end < folded.length && folded.charCodeAt(end) !== SPACE) end++
    }
    const weight = weigh(index, query, word, start, end)
    if (weight > 0) found.push({ start, length: end - start, weight })
  }
}

/** Return how well the word at a place fits what was typed: 1 is the same word, 0 is none. */
function weigh(index, query, word, start, end) {
  const { text, folded } = index
  const length = end - start
  if (word.stem) return weighStem(word, folded.slice(start, end))
  const whole = length === word.folded.length
  const typed = Math.min(length, word.qualities.length)
  let [wrong, lessQuality, tone] = [false, false, 0]
  for (let place = 0; place < typed; place++) {
    const marks = marksOf(text.charCodeAt(start + place))
    const quality = marks & 7
    if (quality !== word.qualities[place]) {
      if (word.qualities[place] === 0) lessQuality = true
      else wrong = true
    }
    if (marks >> 3) tone = marks >> 3
  }
  const lessTone = tone !== word.tone && word.tone === 0
  if (tone !== word.tone && !lessTone) wrong = true
  let weight = EXACT
  if (wrong) weight = WRONG
  else if (lessQuality) weight = query.qualities || query.tones ? 0.3 : 0.85
  else if (lessTone) weight = query.tones ? 0.35 : 0.85
  return whole ? weight : weight * HALF
}

function weighStem(word, found) {
  if (found === word.folded) return EXACT
  if (stemOf(found) === word.stem) return STEM
  return word.half && found.startsWith(word.folded) ? HALF : 0
}
