/* Asks one engine all queries of a half: node quality.js <engine> <folder> <half> [<its library>]
   Writes answers-<engine>-<half>.json: for each query of each set the names of the pages found,
   best first. */
"use strict"

const { readFileSync, writeFileSync } = require("node:fs")
const { join } = require("node:path")

const MOST = 200
const PAGE = /^p\d{4}(?=\.html)/
const SITES = { ours: "ours", stock: "stock", minisearch: "stock" }

/** Return the corpus's pages among the places found; other pages are in no truth. */
function pagesOf(locations) {
  const names = new Set()
  for (const location of locations) {
    const name = location.match(PAGE)?.[0]
    if (name) names.add(name)
  }
  return [...names].slice(0, MOST)
}

async function main(name, folder, half, library) {
  const sets = JSON.parse(readFileSync(join(folder, `queries-${half}.json`), "utf8"))
  const engine = await require(`./${name}.js`).load(join(folder, SITES[name]), library)
  const answers = {}
  for (const { name: set, queries } of sets) {
    answers[set] = []
    for (const { typed } of queries) answers[set].push(pagesOf(await engine.query(typed)))
  }
  writeFileSync(join(folder, `answers-${name}-${half}.json`), JSON.stringify(answers))
}

main(...process.argv.slice(2))
