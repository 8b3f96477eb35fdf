/* Material's own search under node: its worker as it ships, with the index of a stock build. */
"use strict"

const { readFileSync, readdirSync } = require("node:fs")
const { dirname, join, resolve } = require("node:path")
const vm = require("node:vm")

/** Load a stock site; queries are answered as Material's worker answers them. */
async function load(site) {
  const folder = join(site, "assets/javascripts/workers")
  const name = readdirSync(folder).find((file) => /^search\..*\.min\.js$/.test(file))
  const path = join(folder, name)
  let listen
  let answer
  const context = vm.createContext({
    console: { ...console, warn() {} }, setTimeout, URL,
    addEventListener: (_, listener) => (listen = listener),
    postMessage: (message) => answer(message),
    importScripts(...addresses) {
      for (const address of addresses) run(resolve(dirname(path), address))
    },
  })
  context.self = context
  const run = (file) => vm.runInContext(readFileSync(file, "utf8"), context, { filename: file })
  run(path)
  const ask = (message) =>
    new Promise((done) => {
      answer = done
      listen({ data: message })
    })
  const text = readFileSync(join(site, "search/search_index.json"), "utf8")
  const { config, docs } = JSON.parse(text)
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } })
  return {
    query: async (typed) => {
      const { data } = await ask({ type: 2, data: typed })
      return data.items.map(([page]) => page.location)
    },
  }
}

module.exports = { load }
