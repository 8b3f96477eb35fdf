/* The termbase searches too: another word for a term, or the term in the other language, finds the
   pages of the term that the manuals use. */
"use strict"

/** Prepare the terms of data file terms.js: one entry a form that can be typed. */
function makeTerms(rows, locale) {
  const forms = new Map()
  const like = new Map()
  const suggestions = []
  // The termbase has two languages; a further one searches without it.
  for (const row of rows.filter((each) => each[locale])) {
    const own = row[locale][0]
    const whole = foldedWords(own)
    suggestions.push({ text: own, folded: whole })
    for (const [language, list] of Object.entries(row)) {
      list.forEach((form) => {
        const folded = foldedWords(form)
        // A short form of the term, or the term itself, finds the term's pages without help.
        if (!folded || (language === locale && ` ${whole} `.includes(` ${folded} `))) return
        add(forms, folded, { form, own })
        if (language !== locale) for (const key of keysLike(folded, language)) add(like, key, { form, own })
      })
    }
  }
  const longest = Math.max(0, ...[...forms.keys()].map((form) => form.split(" ").length))
  return { forms, like, suggestions, longest }
}

const add = (map, key, entry) => map.set(key, [...(map.get(key) ?? []), entry])

/** Return what else may be typed for a term of the other language: how it begins ("hỏi cung" for
    "hỏi cung bị can"), an English one's stems ("victims"). */
function keysLike(folded, language) {
  const words = folded.split(" ")
  const begun = words.slice(2).map((_, place) => words.slice(0, place + 2).join(" "))
  return language === "en" ? [...begun, words.map(stemOf).join(" ")] : begun
}

const foldedWords = (text) =>
  wordsOf(plainText(text))
    .map((word) => word.folded)
    .join(" ")

/** Return the other queries that the terms in a query stand for, each with the term used. */
function otherQueries(terms, query) {
  const words = query.words
  const found = new Map()
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + terms.longest); to > from; to--) {
      const typed = words.slice(from, to)
      const folded = typed.map((word) => word.folded).join(" ")
      const stems = typed.map((word) => stemOf(word.folded)).join(" ")
      const known = terms.forms.get(folded) ?? terms.like.get(folded) ?? terms.like.get(stems) ?? []
      const entries = known.filter((entry) => fits(entry.form, typed))
      for (const entry of entries) {
        const text = [
          ...words.slice(0, from).map((word) => word.text),
          entry.own,
          ...words.slice(to).map((word) => word.text),
        ].join(" ")
        if (!found.has(text) && foldedWords(text) !== foldedWords(query.text)) {
          found.set(text, { text: `${text} `, used: entry.own })
        }
      }
      if (entries.length) break
    }
  }
  return [...found.values()].slice(0, 3)
}

/** Return whether the typed words may be meant for a form: no mark that the form has not. */
function fits(form, typed) {
  const words = wordsOf(plainText(form))
  return typed.every((word, place) => {
    const own = readWord(words[place], "")
    const tone = word.tone === 0 || word.tone === own.tone
    return tone && word.qualities.every((quality, at) => !quality || quality === own.qualities[at])
  })
}

/** Return up to five terms and titles that begin with what was typed, marks or not. */
function suggest(terms, index, query) {
  const typed = query.words.map((word) => word.folded).join(" ")
  if (typed.length < 2) return []
  const found = new Map()
  for (const { text, folded } of [...terms.suggestions, ...titles(index)]) {
    if (!folded.startsWith(typed) || folded === typed) continue
    if (fits(text, query.words.slice(0, -1)) && !found.has(folded)) found.set(folded, text)
  }
  return [...found.values()].sort((a, b) => a.length - b.length).slice(0, 5)
}

function titles(index) {
  index.titles ??= index.sections
    .filter((section) => section.titleEnd - section.start < 60)
    .map((section) => titleOf(index, section))
    .map((text) => ({ text, folded: foldedWords(text) }))
  return index.titles
}
