/* Teasers: a stretch of the original around the best place, the found words marked as whole words.
   Text becomes HTML here and nowhere else, so that a heading with markup in it injects nothing. */
"use strict"

const TEASER = 190
const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => HTML[sign])

/** Return a stretch of the text as HTML with the hits inside it marked. */
function marked(index, from, to, hits) {
  let html = ""
  let place = from
  for (const hit of hits) {
    if (hit.start < place || ends(hit) > to) continue
    html += `${escaped(index.text.slice(place, hit.start))}<mark>`
    html += `${escaped(index.text.slice(hit.start, ends(hit)))}</mark>`
    place = ends(hit)
  }
  return (html + escaped(index.text.slice(place, to))).trim().replace(/[\t\f\r\n]+/g, " · ")
}

/** Return a section's title as HTML, or, without hits, its first words. */
function markedTitle(index, section, item) {
  return marked(index, section.start + 1, section.titleEnd, item ? item.shown : [])
}

/** Return the stretch of a section around the best window of a query. */
function teaser(index, item) {
  const section = index.sections[item.section]
  const body = section.titleEnd
  const inBody = item.inside.filter((hit) => hit.start >= body)
  const window = item.window && item.window.start >= body ? item.window : inBody[0]
  const middle = window ? window.start : body
  const block = blockAt(index, section, Math.max(middle, body))
  let from = Math.max(block.start + 1, body + 1)
  if (middle - from > TEASER / 3) from = wordStart(index, Math.max(from, middle - TEASER / 3))
  const html = stretch(index, from, section.end, item.shown)
  return html && from > body + 1 && from > block.start + 1 ? `… ${html}` : html
}

/** Return the text from a place as HTML, no longer than a teaser and never cut inside a word. */
function stretch(index, from, end, hits) {
  let to = Math.min(end, from + TEASER)
  if (to < end) to = wordStart(index, to)
  return to > from ? marked(index, from, to, hits) + (to < end ? " …" : "") : ""
}

/** Return the hits to show: those of whole phrases if there are any; else no weak one beside a
    strong one, since "an" is not "án" when marks were typed. */
function shownHits(hits, chain, words) {
  if (words > 1 && chain && chain.words === words) return hits.filter((hit) => hit.whole)
  const best = hits.reduce((most, hit) => Math.max(most, hit.weight), 0)
  return best > 0.5 ? hits.filter((hit) => hit.weight > 0.5) : hits
}

function wordStart(index, place) {
  let at = Math.round(place)
  while (at > 0 && index.folded.charCodeAt(at - 1) !== SPACE) at--
  return at
}
