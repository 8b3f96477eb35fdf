/* What ten times as many pages cost our engine: node growth.js <folder> <half>
   Prints processor milliseconds (clocks lie on a busy machine) of a small and of a large corpus:
   to get ready, and a query. */
"use strict"

const { readFileSync } = require("node:fs")
const { join } = require("node:path")
const { load } = require("./ours.js")

const ROUNDS = 3
const QUERIES = 60
const SETS = ["title phrases, no marks", "body phrases, as written"]

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1]

async function main(folder, half) {
  const sets = JSON.parse(readFileSync(join(folder, `queries-${half}.json`), "utf8"))
  const typed = sets
    .filter(({ name }) => SETS.includes(name))
    .flatMap(({ queries }) => queries.slice(0, QUERIES / SETS.length).map((query) => query.typed))
  const result = {}
  for (const site of ["ours", "large"]) {
    const [ready, query] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      let start = spent()
      const engine = load(join(folder, site))
      ready.push(spent() - start)
      start = spent()
      for (const text of typed) await engine.query(text)
      query.push((spent() - start) / typed.length)
    }
    result[site] = { ready: median(ready), query: median(query) }
  }
  console.log(JSON.stringify(result))
}

main(...process.argv.slice(2))
