/* The page's side of the search: says which term the manuals use, offers suggestions, sets a head
   above the results of each volume, and marks on the page what was found. search-later.js tells it
   each answer of the worker. */
(() => {
  "use strict"

  const own = document.currentScript.src
  const locale = document.documentElement.lang

  /* The box */

  const meta = document.querySelector(".md-search-result__meta")
  const input = document.querySelector(".md-search__input")
  const list = document.querySelector(".md-search-result__list")
  if (meta && input && list) {
    meta.setAttribute("role", "status")
    const notes = document.createElement("div")
    notes.className = "search-notes"
    meta.after(notes)
    let first = ""

    const ask = (text) => {
      input.value = text
      input.focus()
      look()
    }

    /* Material looks when a key is let go; what is pasted, dictated or composed has none. */
    const look = () => input.dispatchEvent(new KeyboardEvent("keyup"))
    input.addEventListener("input", look)

    const tell = ({ notes: told = [], suggest = [], words }) => {
      notes.replaceChildren()
      first = suggest[0] ?? ""
      for (const text of told) {
        const line = document.createElement("p")
        line.setAttribute("role", "status")
        line.textContent = text
        notes.append(line)
      }
      if (!suggest.length) return
      const line = document.createElement("p")
      line.className = "search-suggestions"
      line.append(`${words.suggestions}: `)
      for (const text of suggest) {
        const button = document.createElement("button")
        button.type = "button"
        button.textContent = text
        button.addEventListener("click", () => ask(text))
        line.append(button, " ")
      }
      notes.append(line)
    }

    const group = () => {
      let above = ""
      for (const item of list.children) {
        const volume = item.querySelector(".search-volume")?.textContent ?? ""
        if (item.querySelector(":scope > .search-group")) item.firstElementChild.remove()
        if (volume && volume !== above) {
          const head = document.createElement("p")
          head.className = "search-group"
          head.textContent = volume
          item.prepend(head)
        }
        above = volume
      }
    }

    document.addEventListener("manuals-search", ({ detail }) => {
      if (detail.typed === input.value) tell(detail)
    })
    new MutationObserver(group).observe(list, { childList: true })

    /* The right arrow at the end of what was typed takes the first suggestion. */
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight" && first && input.selectionStart === input.value.length) ask(first)
    })
  }

  /* The page */

  const typed = new URLSearchParams(location.search).get("h")
  const article = document.querySelector("article.md-content__inner")
  if (!typed || !article) return
  const files = ["fold", "query", "scan", "rank", "teaser", "found"]
  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(`search/${name}.js`, own)
      script.onload = resolve
      script.onerror = reject
      document.head.append(script)
    })
  files
    .reduce((before, name) => before.then(() => load(name)), Promise.resolve())
    .then(() => window.markFound(article, typed, locale))
    .then(() => location.hash && document.getElementById(location.hash.slice(1))?.scrollIntoView())
})()
