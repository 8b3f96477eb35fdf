/* The language of the reader. The switcher leads to the same place in the other language, or in both,
   and is remembered; the home page opens in the remembered language, or on a first visit in the one the
   browser asks for. Works on http and on file://, where storage may be missing. */
(() => {
  "use strict"

  const own = document.documentElement.lang
  const links = new Map()
  for (const link of document.querySelectorAll(".md-select__link[hreflang]")) {
    links.set(link.hreflang, link)
  }
  const LANGUAGES = [...links.keys()]

  const key = `${typeof __md_scope === "undefined" ? "/" : __md_scope.pathname}.language`
  const read = (store) => {
    try {
      return window[store].getItem(key)
    } catch {
      return null
    }
  }
  const keep = (store, value) => {
    try {
      window[store].setItem(key, value)
    } catch {
      /* No storage: nothing is remembered. */
    }
  }

  /* The switcher */

  /* Where the text begins: below the header and, in both languages, below the heads of the columns. */
  const top = () => {
    const above = [...document.querySelectorAll(".md-header, .both > thead th")]
    return Math.max(0, ...above.map((one) => one.getBoundingClientRect().bottom))
  }

  function anchor() {
    const { hash } = location
    const line = top() + 24
    if (hash) {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)))
      const box = target?.getBoundingClientRect()
      if (!box || (box.bottom >= 0 && box.top <= window.innerHeight)) return hash
    }
    let found = ""
    const places = "article :is(h1, h2, h3, h4, .pn, .box, .volume, tr)[id]"
    for (const place of document.querySelectorAll(places)) {
      if (place.getBoundingClientRect().top > line) break
      found = place.id
    }
    return found && found !== "top" ? `#${encodeURIComponent(found)}` : ""
  }

  function follow(event) {
    const link = event.target instanceof Element && event.target.closest(":is(.md-select__link, .view-link)[hreflang]")
    if (!link) return
    link.href = link.href.split("#")[0] + anchor()
    if (event.type === "click") keep("localStorage", link.hreflang)
  }
  for (const type of ["pointerdown", "contextmenu", "click"]) {
    document.addEventListener(type, follow, true)
  }

  /* The home page */

  const inside =
    read("sessionStorage") !== null ||
    (typeof __md_scope !== "undefined" &&
      __md_scope.protocol !== "file:" &&
      document.referrer.startsWith(__md_scope.href))
  keep("sessionStorage", "inside")

  function wanted() {
    const named = location.hash.slice(1)
    if (LANGUAGES.includes(named)) {
      keep("localStorage", named)
      return named
    }
    if (inside || location.hash || new URLSearchParams(location.search).has("q")) return own
    const remembered = read("localStorage")
    if (LANGUAGES.includes(remembered)) return remembered
    const asked = (navigator.languages ?? []).map((tag) => tag.toLowerCase().split("-")[0])
    return asked.find((language) => LANGUAGES.includes(language)) ?? own
  }

  if (document.querySelector('meta[name="manuals-page"][content="home"]')) {
    const language = wanted()
    const link = links.get(language)
    if (language !== own && link) {
      location.replace(link.href.split("#")[0])
    } else if (LANGUAGES.includes(location.hash.slice(1))) {
      try {
        history.replaceState(null, "", location.href.split("#")[0])
      } catch {
        location.hash = ""
      }
    }
  }
})()
