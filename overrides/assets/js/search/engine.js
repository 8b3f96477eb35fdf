/* The engine: a query in, Material's search items out, one array a page, best first. */
"use strict"

const MOST_PAGES = 30
const MOST_SECTIONS = 4
const TERM_SHARE = 0.92

/** Return an engine for one language's data and the terms; query() answers at once. */
function createSearch(data, rows) {
  const index = makeIndex(data)
  const terms = makeTerms(rows, data.locale)
  const query = (typed) => {
    const steps = answer(index, terms, typed)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
    }
  }
  return { index, query, steps: (typed) => answer(index, terms, typed) }
}

/** Answer in steps, so that a page without a worker can breathe between them. */
function* answer(index, terms, typed) {
  const query = readQuery(typed, index.data.locale)
  if (!query.words.length) return { items: [], suggest: [], notes: [] }
  const others = otherQueries(terms, query)
  const own = yield* search(index, query)
  const used = new Set()
  let pages = own
  for (const other of others) {
    const found = yield* search(index, readQuery(other.text, index.data.locale))
    if (!found.size) continue
    pages = merged(pages, found, own.size && query.words.length === 1 ? 1 : TERM_SHARE)
    used.add(other.used)
  }
  const best = byVolume(index, [...pages.values()].sort((a, b) => b.score - a.score))
  const items = []
  for (const page of best.slice(0, MOST_PAGES)) {
    items.push(render(index, page, query))
    if (items.length % 5 === 0) yield
  }
  const place = findPlace(index, query)
  return {
    items: place ? [placeItem(index, place, query), ...items] : items,
    suggest: suggest(terms, index, query),
    notes: used.size ? [index.data.words.term_used.replace("{term}", [...used].join("”, “"))] : [],
  }
}

/** Search one query; return the pages found by number, each with its sections. */
function* search(index, query) {
  const hits = []
  for (const word of query.words) {
    hits.push(scanWord(index, query, word))
    yield
  }
  const { ranked, best, rare, total } = yield* rankSections(index, query, hits)
  const pages = new Map()
  for (const item of ranked) {
    const number = index.sections[item.section].page
    const page = pages.get(number) ?? { number, score: item.score, items: [], words: query.words }
    page.items.push(item)
    pages.set(number, page)
  }
  const size = index.sections.length
  for (const page of pages.values()) page.score += spread(index, page, { best, rare, total, size })
  yield
  return pages
}

/** Add what a page has beyond its best section: words elsewhere on it, more sections that answer. */
function spread(index, page, { best, rare, total, size }) {
  const sections = index.data.pages[page.number].sections.length
  const first = index.firsts[page.number]
  let cover = 0
  rare.forEach((value, word) => {
    let most = 0
    for (let at = first; at < first + sections; at++) most = Math.max(most, best[word * size + at])
    cover += value * most
  })
  const missing = cover / total - page.items[0].cover
  const second = page.items[1] ? page.items[1].score / (page.items[0].score + 1) : 0
  return 4 * missing + 0.3 * second
}

/** Put the ten best pages together by volume, the volume of the best page first. */
function byVolume(index, pages) {
  const best = pages.slice(0, 10)
  const volumes = [...new Set(best.map((page) => index.data.pages[page.number].volume))]
  const place = (page) => volumes.indexOf(index.data.pages[page.number].volume)
  best.sort((a, b) => place(a) - place(b))
  return [...best, ...pages.slice(10)]
}

function merged(first, second, share) {
  const pages = new Map(first)
  for (const [number, page] of second) {
    const score = page.score * share
    if (!pages.has(number) || pages.get(number).score < score) pages.set(number, { ...page, score })
  }
  return pages
}

function render(index, page, query) {
  const data = index.data.pages[page.number]
  const head = index.firsts[page.number]
  const top = page.items.find((item) => item.section === head)
  const found = new Set(page.items.flatMap((item) => item.inside.map((hit) => hit.word)))
  const terms = {}
  page.words.forEach((word, place) => (terms[word.text] = found.has(place)))
  const article = {
    location: address(data.url, page.words, ""),
    title: `${volumeMark(index, data)}${markedTitle(index, index.sections[head], top)}`,
    text: top ? teaser(index, top) : "",
    score: page.score,
    terms,
  }
  const sections = page.items
    .filter((item) => item.section !== head)
    .slice(0, MOST_SECTIONS)
    .map((item) => sectionItem(index, page, item))
  return [article, ...sections]
}

/** Return a section as an item; the best one is worth more than its page, so that Enter opens it. */
function sectionItem(index, page, item) {
  const data = index.data.pages[page.number]
  const section = index.sections[item.section]
  const at = item.window?.start ?? item.inside[0].start
  const number = paragraphAt(index, section, at)
  const label = number ? `<span class="search-number">${data.number}.${number}</span> ` : ""
  return {
    location: address(data.url, page.words, number ? `p${number}` : section.anchor),
    title: label + parents(index, item.section) + markedTitle(index, section, item),
    text: teaser(index, item),
    score: page.score + (item === page.items[0] ? 0.01 : item.score < page.items[0].score * 0.8 ? -1 : 0),
    terms: {},
  }
}

/** Return the headings above a section, but not the page's own. */
function parents(index, number) {
  const { level, page } = index.sections[number]
  let path = ""
  let above = level
  for (let at = number - 1; at >= 0 && index.sections[at].page === page && above > 2; at--) {
    if (index.sections[at].level >= above) continue
    above = index.sections[at].level
    if (above > 1) path = `${escaped(titleOf(index, index.sections[at]))} › ${path}`
  }
  return path && `<span class="search-path">${path}</span>`
}

function placeItem(index, place, query) {
  const data = index.data.pages[place.page]
  const section = index.sections[place.section]
  const block = place.at ? blockAt(index, section, place.at) : null
  const article = {
    location: address(data.url, [], ""),
    title: volumeMark(index, data) + markedTitle(index, index.sections[index.firsts[place.page]], null),
    text: "",
    score: 1000,
    terms: {},
  }
  if (!place.anchor) return [article]
  const text = block ? stretch(index, block.start + 1, block.end, []) : ""
  const location = address(data.url, [], place.anchor)
  return [article, { location, title: escaped(place.title), text, score: 1001, terms: {} }]
}

function volumeMark(index, data) {
  const volume = index.data.volumes[data.volume]
  return volume ? `<span class="search-volume">${escaped(volume)}</span> ` : ""
}

function address(url, words, anchor) {
  const found = words.map((word) => word.text).join(" ")
  return `${url}${found ? `?h=${encodeURIComponent(found)}` : ""}${anchor ? `#${anchor}` : ""}`
}
