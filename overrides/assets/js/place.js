/* The place that the address names. The browser scrolls there before the fonts have come; where they
   change the length of the text above it, it is shown again, unless the reader has begun to move or
   comes back to where he was. */
(() => {
  "use strict"

  const [arrival] = performance.getEntriesByType("navigation")
  let still = arrival?.type === "navigate"
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(type, () => (still = false), { once: true, passive: true })
  }

  function show() {
    if (still) document.querySelector(":target")?.scrollIntoView({ behavior: "instant" })
  }
  addEventListener("load", () => document.fonts.ready.then(() => requestAnimationFrame(show)))
})()
