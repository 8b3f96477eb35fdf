/* The worker behind Material's search box: its four messages, our engine. Runs as a worker on http and
   inside a hidden frame on file://; the language stands behind the # of its address. */
"use strict"

;(() => {
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
  const SLICE = 12
  const own = new URL(self.document?.currentScript?.src ?? self.location.href)
  const locale = own.hash.slice(1).split("?")[0]
  const top = new URL("../../../", own)
  const scripts = ["fold", "query", "scan", "index", "rank", "teaser", "terms", "places", "engine"]
  const engines = new Map()
  const received = {}
  let rows = []
  let newest = 0

  self.manualsSearchData = (data) => (received[data.locale] = data)
  self.manualsSearchTerms = (data) => (rows = data)

  /* In a frame all files are asked for at once and run in order; a shim's importScripts waits for each. */
  function load(...files) {
    const addresses = files.map((file) => `${new URL(file, top)}`)
    if (!self.document) return Promise.resolve(self.importScripts(...addresses))
    return Promise.all(addresses.map(loadScript))
  }

  const loadScript = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.async = false
      script.src = address
      script.onload = resolve
      script.onerror = reject
      document.body.append(script)
    })

  async function engine(language) {
    if (!engines.has(language)) {
      if (!received[language]) await load(`search/${language}.js`)
      engines.set(language, createSearch(received[language], rows))
      delete received[language]
    }
    return engines.get(language)
  }

  /** Run a query step by step; give up when a newer one has come. */
  async function run(language, typed, turn) {
    const steps = (await engine(language)).steps(typed)
    let start = performance.now()
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
      if (performance.now() - start < SLICE) continue
      await new Promise((resolve) => setTimeout(resolve))
      if (turn !== newest) return null
      start = performance.now()
    }
  }

  async function ask(typed) {
    const turn = ++newest
    const found = await run(locale, typed, turn)
    if (!found) return
    const { words } = (await engine(locale)).index.data
    if (!found.items.length && typed.trim()) {
      const other = await run(words.other, typed, turn)
      if (!other) return
      if (other.items.length) {
        found.items = other.items
        found.notes = [words.other_language]
      }
    }
    if (turn === newest) postMessage({ type: RESULT, data: { ...found, words, typed } })
  }

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) {
      const own = scripts.map((name) => `assets/js/search/${name}.js`)
      await load(...own, "search/terms.js", `search/${locale}.js`)
      await engine(locale)
      postMessage({ type: READY })
    }
    if (type === QUERY) await ask(String(data))
  })
})()
