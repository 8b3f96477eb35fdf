/* The index: the text of one language with the places where sections and blocks begin. Nothing is
   inverted; hooks/manuals/search.py says how the data file is made. */
"use strict"

const SECTION = 10
const BLOCKS = { 9: "plain", 12: "numbered", 13: "strong" }

/** Return the index of a data file: folded text, section and block places, section heads. */
function makeIndex(data) {
  const text = `${data.text} `
  const starts = []
  const blocks = []
  const folded = foldText(text, (place, code) => {
    if (code === SECTION) starts.push(place)
    else if (BLOCKS[code]) blocks.push(place)
  })
  const sections = []
  const firsts = []
  data.pages.forEach((page, number) => {
    firsts.push(sections.length)
    for (const [anchor, level, first] of page.sections) {
      sections.push({ page: number, anchor, level, first, start: starts[sections.length] })
    }
  })
  sections.forEach((section, number) => {
    section.end = sections[number + 1]?.start ?? data.text.length
    section.block = nextPlace(blocks, section.start)
    section.titleEnd = Math.min(blocks[section.block] ?? Infinity, section.end)
  })
  return { data, text, folded, sections, firsts, starts: Int32Array.from(starts), blocks }
}

/** Return which place in a sorted list is the first that is not before a place. */
function nextPlace(places, place) {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle] < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Return the block that holds a place: where it begins, where it ends, its kind. */
function blockAt(index, section, place) {
  const { blocks, text } = index
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle] <= place) low = middle + 1
    else high = middle
  }
  const start = low > 0 && blocks[low - 1] > section.start ? blocks[low - 1] : section.start
  const next = low < blocks.length ? blocks[low] : Infinity
  return { start, end: Math.min(next, section.end), kind: BLOCKS[text.charCodeAt(start)] ?? "title" }
}

/** Return where a section's strong blocks are: pairs of first and last place. */
function strongBlocks(index, section) {
  if (section.strong) return section.strong
  const { blocks, text } = index
  section.strong = []
  let at = section.block
  for (; at < blocks.length && blocks[at] < section.end; at++) {
    if (BLOCKS[text.charCodeAt(blocks[at])] === "strong") {
      section.strong.push([blocks[at], Math.min(blocks[at + 1] ?? section.end, section.end)])
    }
  }
  return section.strong
}

/** Return the number of the numbered paragraph that a place belongs to, or 0. */
function paragraphAt(index, section, place) {
  if (!section.first) return 0
  let number = section.first - 1
  for (let at = section.start; at <= place; at = index.text.indexOf("\f", at + 1)) {
    if (at < 0) break
    if (at > section.start) number++
  }
  return Math.max(number, 0) >= section.first ? number : 0
}

const titleOf = (index, section) => index.text.slice(section.start + 1, section.titleEnd)
