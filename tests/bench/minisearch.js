/* MiniSearch, the usual small engine, as one would set it up for Vietnamese: marks folded away. */
"use strict"

const { readFileSync } = require("node:fs")
const { join } = require("node:path")

const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}+/gu, "").replace(/[đĐ]/g, "d").toLowerCase()
const plain = (html) =>
  html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#39);/g, " ")

/** Load MiniSearch on the Vietnamese part of a stock site's index, section by section. */
function load(site, library) {
  const MiniSearch = require(join(library, "dist/cjs/index.cjs"))
  const { docs } = JSON.parse(readFileSync(join(site, "search/search_index.json"), "utf8"))
  const search = new MiniSearch({
    idField: "location",
    fields: ["title", "text"],
    tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean),
    processTerm: fold,
    searchOptions: {
      combineWith: "AND",
      boost: { title: 2 },
      prefix: (_, place, terms) => place === terms.length - 1,
    },
  })
  search.addAll(
    docs
      .filter(({ location }) => !location.startsWith("en/"))
      .map(({ location, title, text }) => ({ location, title: plain(title), text: plain(text) })),
  )
  return { query: async (typed) => search.search(typed).map(({ id }) => id) }
}

module.exports = { load }
