/* Watches a page's search from before its first script: what the worker says and when, and every
   task that held the page up. A browser's own Worker and each class that a script puts in its
   place, the shim of file:// or ours, are watched alike. */
(() => {
  "use strict"

  const READY = 1
  const RESULT = 3
  const PATIENCE = 300_000
  const messages = []
  const tasks = []
  const waiting = new Set()

  const hear = ({ data }) => {
    messages.push({ type: data?.type, at: performance.now() })
    waiting.forEach((look) => look())
  }
  const watched = (Base) =>
    class extends Base {
      constructor(...address) {
        super(...address)
        this.addEventListener("message", hear)
      }
    }
  let Watched = watched(window.Worker)
  Object.defineProperty(window, "Worker", {
    get: () => Watched,
    set: (Base) => (Watched = watched(Base)),
  })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, duration })
  }).observe({ type: "longtask", buffered: true })

  /** Do something; return the milliseconds until the worker says what is waited for. */
  const until = (type, act) =>
    new Promise((done, fail) => {
      const start = performance.now()
      const look = () => {
        const heard = messages.find((message) => message.type === type && message.at >= start)
        if (!heard) return
        waiting.delete(look)
        done(heard.at - start)
      }
      waiting.add(look)
      setTimeout(() => fail(new Error(`no message ${type} in ${PATIENCE} ms`)), PATIENCE)
      act()
    })

  const box = () => document.querySelector(".md-search__input")

  window.bench = {
    focus: () => until(READY, () => box().focus()),
    type: (text) =>
      until(RESULT, () => {
        box().value = text
        box().dispatchEvent(new KeyboardEvent("keyup", { key: text.at(-1), bubbles: true }))
      }),
    mark: () => performance.now(),
    longest: (since) =>
      Math.max(0, ...tasks.filter(({ at }) => at >= since).map(({ duration }) => duration)),
  }
})()
