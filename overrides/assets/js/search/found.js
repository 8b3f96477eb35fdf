/* On the page: mark the words that led here. Loaded when the address has ?h=, with fold, query, scan,
   rank and teaser; marks whole words only, and does not mind marks that were not typed. */
"use strict"

const CLOSED = "script, style, .headerlink, .pn, .glance"

function markFound(root, typed, locale) {
  const nodes = textNodes(root)
  const text = nodes.map((node) => node.nodeValue.replace(/[\t\f\r\n]/g, " ")).join("\n")
  const index = { text: ` ${text} `, folded: ` ${foldText(text)} ` }
  const query = readQuery(`${typed} `, locale)
  const hits = query.words.map((word) => scanWord(index, query, word))
  hits.flat().forEach((hit) => (hit.section = 0))
  const chains = findChains(index, hits)
  const shown = shownHits(hits.flat().sort((a, b) => a.start - b.start), chains.get(0), query.words.length)
  wrap(nodes, shown)
  return shown.length
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(CLOSED) || !node.nodeValue.trim() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const nodes = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  return nodes
}

/** Wrap each hit in a mark; a hit never spans two text nodes, since a line feed stands between. Two
    words may have hit the same place ("lý", "lí"). */
function wrap(nodes, hits) {
  let offset = 1
  let next = 0
  for (const node of nodes) {
    const end = offset + node.nodeValue.length
    const inside = []
    for (; next < hits.length && hits[next].start < end; next++) {
      if (hits[next].start !== inside.at(-1)?.start) inside.push(hits[next])
    }
    for (const hit of inside.reverse()) {
      const rest = node.splitText(hit.start - offset)
      rest.splitText(hit.length)
      const mark = document.createElement("mark")
      mark.className = "found"
      rest.replaceWith(mark)
      mark.append(rest)
    }
    offset = end + 1
  }
}
