/* Search waits for the reader. Material's bundle fetches the search index and starts its worker
   while a page loads; here both wait until the search box is used. On http the index comes by
   XMLHttpRequest, on file:// as a script; the worker is made when it gets its first message. Loaded
   before the bundle, after the shim that stands in for workers on file://. */
(() => {
  "use strict"

  const RESULT = 3
  const waiting = []
  let awake = false

  const later = (task) => (awake ? task() : waiting.push(task))
  const wake = () => {
    awake = true
    waiting.splice(0).forEach((task) => task())
  }

  const isSearch = (target) =>
    target instanceof Element && target.closest('.md-search, [for="__search"]') !== null
  for (const type of ["focusin", "pointerdown", "input"]) {
    document.addEventListener(type, (event) => isSearch(event.target) && wake(), true)
  }
  document.addEventListener("change", (event) => event.target.id === "__search" && wake(), true)

  /* http: the index. Nobody needs the sitemap, which Material looks for beside every page. */
  const { open, send } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.address = String(url)
    return open.call(this, method, url, ...rest)
  }
  XMLHttpRequest.prototype.send = function (...rest) {
    if (/\/sitemap\.xml$/.test(this.address)) return
    if (/\/search\/[^/]+\.json$/.test(this.address)) later(() => send.apply(this, rest))
    else send.apply(this, rest)
  }

  /* file://: the index as a script. */
  const append = document.head.appendChild
  document.head.appendChild = function (node) {
    if (node instanceof HTMLScriptElement && /\/search\/[^/]+\.js$/.test(node.src)) {
      later(() => append.call(document.head, node))
      return node
    }
    return append.call(document.head, node)
  }

  /* The worker: its address and listeners are kept until the first message, and its answers are
     told to search-page.js. On file:// the shim writes the address into HTML as it is. */
  const Made = window.Worker
  if (!Made) return
  const plain = (address) =>
    location.protocol === "file:"
      ? new URL(address, location).href
          .replaceAll("&", "%26")
      : address
  window.Worker = class extends EventTarget {
    constructor(address, ...options) {
      super()
      this.address = [plain(address), ...options]
    }
    get made() {
      if (!this.own) {
        this.own = new Made(...this.address)
        this.own.onmessage = ({ data }) => this.tell(new MessageEvent("message", { data }))
        this.own.onerror = (event) => this.tell(new ErrorEvent("error", { message: event.message }))
      }
      return this.own
    }
    tell(event) {
      this.dispatchEvent(event)
      this[`on${event.type}`]?.(event)
      if (event.data?.type === RESULT) {
        document.dispatchEvent(new CustomEvent("manuals-search", { detail: event.data.data }))
      }
    }
    postMessage(...message) {
      this.made.postMessage(...message)
    }
    terminate() {
      this.own?.terminate()
    }
  }
})()
