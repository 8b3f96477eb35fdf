/* Places: "1.3.4", "1.3", "Case 1.3-A" and their Vietnamese forms lead straight there. */
"use strict"

/** Return the place that a query names, or null: page, anchor, title and, for text, its section. */
function findPlace(index, query) {
  const typed = query.text.trim()
  const number = typed.match(/^(?:[\p{L}.§]+\s*)?(\d+\.\d+)(?:\.(\d+))?$/u)
  if (number) {
    const page = index.data.pages.findIndex((item) => item.number === number[1])
    if (page >= 0) return number[2] ? paragraph(index, page, Number(number[2])) : wholePage(index, page)
  }
  const folded = foldedWords(typed)
  const box = folded && index.data.boxes.find(([label]) => foldedWords(label) === folded)
  if (!box) return null
  const [label, page, anchor] = box
  return { page, anchor, title: label, section: index.firsts[page] }
}

function wholePage(index, page) {
  return { page, anchor: "", title: "", section: index.firsts[page] }
}

function paragraph(index, page, number) {
  const own = index.sections
    .map((section, place) => ({ ...section, place }))
    .filter((section) => section.page === page && section.first && section.first <= number)
  const section = own[own.length - 1]
  if (!section) return null
  let at = section.start
  for (let count = section.first; count <= number; count++) {
    at = index.text.indexOf("\f", at + 1)
    if (at < 0 || at >= section.end) return null
  }
  const label = `${index.data.pages[page].number}.${number}`
  return { page, anchor: `p${number}`, title: label, section: section.place, at }
}
