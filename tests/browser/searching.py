"""Searching as a reader does: open the box, type, see what the list shows."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

INPUT = ".md-search__input"
META = ".md-search-result__meta"
ITEMS = ".md-search-result__item"
READY = {"vi": "Gõ từ cần tìm, có dấu hoặc không dấu", "en": "Type to start searching"}
# Ten ways to ask: without marks, with wrong ones, half a word, capitals, a term of the other
# language, an abbreviation, two places, a citation, and words that only the other language has.
QUERIES = (
    "dieu tra mua ban nguoi",
    "nạn nhấn",
    "thu doan kh",
    "CÔNG AN",
    "victim",
    "BLTTHS",
    "1.3.4",
    "tinh huong 1.3-a",
    "Điều 150",
    "waitress",
)

# Ask for a text and return what the list then shows: text and address of each result.
ASK = """text => new Promise(done => {
  const input = document.querySelector(".md-search__input")
  const config = JSON.parse(document.querySelector("#__config").textContent)
  const site = new URL(config.base, location).href
  const shown = () => [...document.querySelectorAll(".md-search-result__item a")]
    .map(link => [link.textContent, link.href.replace(site, "")])
  document.addEventListener("manuals-search", () => setTimeout(() => done(shown())), {once: true})
  input.value = text
  input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}))
})"""

# Wait for the answer to a text, while the reader types it.
HEAR = """text => {
  window.answered = new Promise((done, fail) => {
    document.addEventListener("manuals-search", event => {
      if (event.detail.typed === text) setTimeout(done)
    })
    setTimeout(fail, 15_000, new Error(`no answer to ${text}`))
  })
}"""


def open_search(page: Page, key: str = "/") -> None:
    """Open the box by keyboard and wait until the worker is ready."""
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()
    locale = page.locator("html").get_attribute("lang") or ""
    expect(page.locator(META)).to_have_text(READY[locale])


def type_query(page: Page, text: str) -> None:
    """Open the box, type in place of what stood there, wait until all of it is answered."""
    if not page.locator("#__search").is_checked():
        open_search(page)
    page.locator(INPUT).select_text()
    page.evaluate(HEAR, text)
    page.keyboard.type(text)
    page.evaluate("window.answered.then(() => true)")


def ask(page: Page, text: str) -> list[Any]:
    """Return text and address of each result, with the search open."""
    found: list[Any] = page.evaluate(ASK, text)
    return found


def asking(text: str) -> str:
    """Return the same question as JavaScript whose value is JSON."""
    return f"({ASK})({json.dumps(text)}).then(JSON.stringify)"
