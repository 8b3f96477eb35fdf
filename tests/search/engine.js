/* The worker without a browser: worker.js in a context that looks like a worker's. Standard input
   holds {locale, files, asked}; files are the data files by address. What is asked is a list of
   queries sent one right after the other, or {js, input}: JavaScript to run where the engine is.
   Standard output holds a list of answers: all results of the queries, or the value. */
"use strict"

const fs = require("fs")
const path = require("path")
const vm = require("vm")

const [SETUP, , QUERY, RESULT] = [0, 1, 2, 3]
const overrides = path.join(__dirname, "../../overrides")
const site = "file:///USB%20%231/site/"
const { locale, files, asked } = JSON.parse(fs.readFileSync(0, "utf8"))

let told = []
let hear = null
const text = (name) => files[name] ?? fs.readFileSync(path.join(overrides, name), "utf8")
const context = vm.createContext({
  TextDecoder,
  URL,
  performance,
  setTimeout,
  location: { href: `${site}assets/js/search/worker.js#${locale}?1700000000000` },
  importScripts: (...addresses) => {
    for (const address of addresses) {
      const name = address.replace(site, "")
      vm.runInContext(text(name), context, { filename: name })
    }
  },
  addEventListener: (_, listener) => (hear = listener),
  postMessage: (message) => told.push(message),
})
context.self = context

const send = (type, data) => hear({ data: { type, data } })

async function answer(question) {
  if (question.js) return vm.runInContext(`(input) => ${question.js}`, context)(question.input)
  told = []
  await Promise.all(question.map((query) => send(QUERY, query)))
  return told.filter(({ type }) => type === RESULT).map(({ data }) => data)
}

async function main() {
  context.importScripts(`${site}assets/js/search/worker.js`)
  await send(SETUP, {})
  const answers = []
  for (const question of asked) answers.push(await answer(question))
  fs.writeFileSync(1, JSON.stringify(answers))
}

main()
