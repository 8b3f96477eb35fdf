"""Reading without a mouse or without seeing: keyboard, headings, words for pictures."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.reader import LAW, LOCALES, PAGES, PHONE, VICTIMS, Reader, place

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("locale", LOCALES)
def test_tab_begins_with_a_way_past_the_header(online: Reader, locale: str) -> None:
    """The skip link comes first, is seen, and leads to the article; the search box follows."""
    page = online.open(place(locale, LAW))
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.md-search__input')"):
            break
    expect(page.locator(".md-search__input")).to_be_focused()
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_a_table_that_scrolls_is_reached_by_keyboard(online: Reader) -> None:
    """Tab stops at a wide table, arrows scroll it; one that fits is no stop."""
    wide = ".md-typeset__scrollwrap[tabindex='0']"
    page = online.open(VICTIMS, width=PHONE)
    table = page.locator(wide).first
    expect(table).to_be_attached()
    page.evaluate(
        """wide => {
          const links = [...document.querySelectorAll("article a[href]")]
          const table = document.querySelector(wide)
          links.findLast(a => a.compareDocumentPosition(table) & 4).focus()
        }""",
        wide,
    )
    page.keyboard.press("Tab")
    expect(table).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".md-typeset__scrollwrap").first).not_to_have_attribute("tabindex", "0")
    for wrap in page.locator(".md-typeset__scrollwrap").all():
        scrolls = wrap.evaluate("wrap => wrap.scrollWidth > wrap.clientWidth")
        assert (wrap.get_attribute("tabindex") == "0") == scrolls


@pytest.mark.parametrize("edition", ["online", "trainer"])
def test_headings_step_and_pictures_speak(request: pytest.FixtureRequest, edition: str) -> None:
    """One h1, no level left out, each picture with words in its place.

    Beside a heading in the page's language, the other language's is none to a screen reader.
    """
    reader: Reader = request.getfixturevalue(edition)
    context = reader.sit_down()
    for locale, name in itertools.product(LOCALES, PAGES):
        page = reader.open(place(locale, f"{name}#{locale}"), context)
        levels = page.locator(":is(h1, h2, h3, h4, h5, h6):not([role=none])").evaluate_all(
            "all => all.map(one => Number(one.tagName[1]))"
        )
        assert levels.count(1) == 1
        assert levels[0] == 1
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, f"{name}: h{before}, then h{after}"
        mute = "img:not([alt]), article img[alt=''], svg[role=img]:not([aria-label])"
        assert not page.locator(mute).count(), name
