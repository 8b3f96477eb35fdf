/* Ranking: which sections answer a query, phrases first, then exact marks, titles, rare words. */
"use strict"

const GAP = 3
const CLOSE = 150
const STEP = 30
const HEAD = 1.6
const LESS = 0.94
const LETTER = 0.3
const COMMA = 0.7
const WHOLE = 0.8
const SHARE = 0.6
const SIDE = new Set(["objectives", "self-assessment", "sources"])

/* The weights were set on generated queries apart from those that the bench reports (./scripts/bench
   search --tune). A section's score is their sum, each part between 0 and 1. */
const WEIGHT = { cover: 10, phrase: 9, title: 2.5, titlePhrase: 2.5, strong: 0.8, near: 3, often: 1.6, one: 12, whole: 8 }

/** Return, in steps, the sections that answer, with scores and places; best first. */
function* rankSections(index, query, hits) {
  const count = query.words.length
  const size = index.sections.length
  const best = new Float32Array(count * size)
  const often = new Float32Array(count * size)
  const firsts = new Int32Array(count * size).fill(-1)
  const lasts = new Int32Array(count * size)
  hits.forEach((found, word) => {
    let section = 0
    found.forEach((hit, number) => {
      hit.word = word
      while (section + 1 < size && index.starts[section + 1] <= hit.start) section++
      hit.section = section
      const at = word * size + section
      if (hit.weight > best[at]) best[at] = hit.weight
      often[at] += hit.weight
      if (firsts[at] < 0) firsts[at] = number
      lasts[at] = number
    })
  })
  yield
  const rare = hits.map((_, word) => rarity(best, word, size) * (isLetter(query.words[word]) ? LETTER : 1))
  const total = rare.reduce((sum, value) => sum + value, 0) || 1
  const chains = findChains(index, hits)
  yield
  const ranked = []
  for (let section = 0; section < size; section++) {
    let [cover, frequency] = [0, 0]
    for (let word = 0; word < count; word++) {
      const at = word * size + section
      cover += rare[word] * best[at]
      frequency += rare[word] * (often[at] / (often[at] + 1.5))
    }
    if (!cover) continue
    const chain = chains.get(section)
    const phrase = chain && count > 1 ? chain.weight / count : 0
    cover /= total
    let score = WEIGHT.cover * cover * cover + WEIGHT.often * (frequency / total)
    if (count === 1) score += WEIGHT.one * best[section]
    else score += WEIGHT.phrase * phrase ** 1.5
    if (phrase >= WHOLE && chain.words === count && chain.clean) score += WEIGHT.whole
    ranked.push({ section, cover, phrase, chain, score })
  }
  ranked.sort((a, b) => b.score - a.score)
  const looked = ranked.slice(0, CLOSE)
  for (let number = 0; number < looked.length; number++) {
    if (number % STEP === 0) yield
    lookClose(index, query, hits, looked[number], { rare, total, firsts, lasts, size })
  }
  looked.sort((a, b) => b.score - a.score)
  return { ranked: looked, best, rare, total }
}

const isLetter = (word) => word.folded.length === 1 && !/\d/.test(word.folded)

function rarity(best, word, size) {
  let sections = 0
  for (let section = 0; section < size; section++) if (best[word * size + section] > 0) sections++
  return Math.log(1 + size / (sections + 0.5))
}

/** Return each section's best run of consecutive query words, by weight. */
function findChains(index, hits) {
  const chains = new Map()
  for (let word = 1; word < hits.length; word++) {
    const [before, after] = [hits[word - 1], hits[word]]
    let left = 0
    for (const hit of after) {
      while (left < before.length && ends(before[left]) + GAP < hit.start) left++
      const previous = before[left]
      const joined = previous && ends(previous) < hit.start && isJoined(index, ends(previous), hit.start)
      const blank = joined && isBlank(index, ends(previous), hit.start)
      const weight = joined && !blank ? hit.weight * COMMA : hit.weight
      hit.clean = blank && previous.clean !== false
      hit.chain = joined ? (previous.chain ?? previous.weight) + weight : hit.weight
      hit.before = joined ? previous : null
      hit.run = joined ? (previous.run ?? 1) + 1 : 1
      if (!joined) continue
      if (hit.run === hits.length && hit.chain > hit.run / 2) {
        for (let part = hit; part; part = part.before) part.whole = true
      }
      const known = chains.get(hit.section)
      if (known && known.weight >= hit.chain && known.words >= hit.run) continue
      let from = hit
      while (from.before) from = from.before
      const words = hit.chain > hit.run / 2 ? hit.run : 0
      chains.set(hit.section, { weight: hit.chain, words, clean: hit.clean, start: from.start, end: ends(hit) })
    }
  }
  return chains
}

const ends = (hit) => hit.start + hit.length

function isJoined(index, from, to) {
  for (let place = from; place < to; place++) {
    if (index.folded.charCodeAt(place) !== SPACE || index.text.charCodeAt(place) < 14) return false
  }
  return true
}

/** Return whether nothing but a blank stands between two words: "a, b" is not quite "a b". */
const isBlank = (index, from, to) => to - from === 1 && /\s/.test(index.text[from])

/** Add what costs more to know: words in the title, in strong blocks, close together. */
function lookClose(index, query, hits, item, { rare, total, firsts, lasts, size }) {
  const section = index.sections[item.section]
  const inside = []
  const strong = strongBlocks(index, section)
  let [title, emphasis, titled] = [0, 0, 0]
  hits.forEach((found, word) => {
    const at = word * size + item.section
    if (firsts[at] < 0) return
    let [inTitle, inStrong, length] = [0, 0, 0]
    for (let number = firsts[at]; number <= lasts[at]; number++) {
      const hit = found[number]
      inside.push(hit)
      if (hit.start < section.titleEnd) {
        inTitle = Math.max(inTitle, hit.weight)
        length = hit.length + 1
      } else if (inStrong < hit.weight && isStrong(strong, hit)) inStrong = hit.weight
    }
    title += rare[word] * inTitle
    titled += length
    emphasis += rare[word] * inStrong
  })
  inside.sort((a, b) => a.start - b.start)
  item.inside = inside
  item.shown = shownHits(inside, item.chain, query.words.length)
  item.window = item.chain && item.phrase > 0.99 ? item.chain : closest(inside, query.words.length)
  const titlePhrase = item.chain && item.chain.start < section.titleEnd ? item.phrase : 0
  const words = query.words.length
  const near = words > 1 && item.window ? Math.min(1, (words * 6) / (item.window.end - item.window.start)) : 0
  const share = Math.min(1, titled / (section.titleEnd - section.start))
  item.title = (title / total) * (SHARE + (1 - SHARE) * share)
  const head = section.level === 1 ? HEAD : 1
  item.score +=
    head * (WEIGHT.title * item.title + WEIGHT.titlePhrase * titlePhrase) +
    WEIGHT.strong * (emphasis / total) +
    WEIGHT.near * near * item.cover
  if (SIDE.has(section.anchor)) item.score *= LESS
}

const isStrong = (blocks, hit) => blocks.some(([from, to]) => from < hit.start && hit.start < to)

/** Return the shortest stretch that holds as many different words as the section has. */
function closest(inside, words) {
  const kinds = new Set(inside.map((hit) => hit.word)).size
  const counts = new Array(words).fill(0)
  let [left, held, found] = [0, 0, null]
  for (const hit of inside) {
    if (counts[hit.word]++ === 0) held++
    while (held === kinds) {
      const [start, end] = [inside[left].start, ends(hit)]
      if (!found || end - start < found.end - found.start) found = { start, end }
      if (--counts[inside[left++].word] === 0) held--
    }
  }
  return found
}
