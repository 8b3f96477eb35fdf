/* A table that is wider than the screen scrolls; the keyboard must reach what scrolls. */
(() => {
  "use strict"

  function reach() {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0
      else wrap.removeAttribute("tabindex")
    }
  }
  addEventListener("load", reach)
  addEventListener("resize", reach)
})()
