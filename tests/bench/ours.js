/* Our engine under node: the worker's scripts in a context of their own, without a browser. */
"use strict"

const { readFileSync, readdirSync } = require("node:fs")
const { join } = require("node:path")
const vm = require("node:vm")

/** Return the engine's sources in order: the joined worker, or the scripts that it names. */
function sources(site) {
  const folder = join(site, "assets/js/search")
  const worker = readFileSync(join(folder, "worker.js"), "utf8")
  if (/^(?:const|function) createSearch\b/m.test(worker)) return [worker]
  const list = worker.match(/const scripts = \[([^\]]*)\]/)?.[1]
  const names = list
    ? list.match(/[\w-]+/g).map((name) => `${name}.js`)
    : readdirSync(folder).filter((name) => name !== "worker.js")
  return names.map((name) => readFileSync(join(folder, name), "utf8"))
}

/** Load a built site's engine and Vietnamese data. */
function load(site) {
  const context = vm.createContext({
    console, performance, setTimeout, clearTimeout, structuredClone, TextDecoder, TextEncoder, URL,
    addEventListener() {},
    postMessage() {},
    importScripts() {},
    location: { href: "file:///site/assets/js/search/worker.js#vi", hash: "#vi" },
  })
  context.self = context
  for (const source of sources(site)) vm.runInContext(source, context)
  context.manualsSearchData = (data) => (context.receivedData = data)
  context.manualsSearchTerms = (rows) => (context.receivedRows = rows)
  const run = (name) => vm.runInContext(readFileSync(join(site, "search", name), "utf8"), context)
  run("terms.js")
  run("vi.js")
  const engine = vm.runInContext("createSearch(receivedData, receivedRows)", context)
  return { query: async (typed) => engine.query(typed).items.map(([page]) => page.location) }
}

module.exports = { load }
