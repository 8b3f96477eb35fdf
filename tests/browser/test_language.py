"""The reader's language: the same place in the other one, the first visit, the next visit."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import LAW, LOCALES, VICTIMS, Reader, arrive_home, place

pytestmark = pytest.mark.slow
OTHER = {"vi": "en", "en": "vi"}


@pytest.fixture(params=["offline", "online"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return a reader of the copy on a stick and one of the site: languages work in both."""
    found: Reader = request.getfixturevalue(request.param)
    return found


def switch(page: Page, locale: str) -> None:
    """Choose a language as a reader does, with the mouse; the page stays where it is scrolled."""
    link = f".md-select__link[hreflang={locale}]"
    _point_at(page, ".md-select button")
    page.wait_for_function(
        """link => {
          const {left, right, top, bottom} = document.querySelector(link).getBoundingClientRect()
          return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.matches(link)
        }""",
        arg=link,
    )
    _point_at(page, link)
    page.mouse.down()
    page.mouse.up()
    expect(page.locator("html")).to_have_attribute("lang", locale)


def _point_at(page: Page, selector: str) -> None:
    box = page.locator(selector).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def bring_up(page: Page, name: str) -> None:
    """Scroll a place to where a reader reads it."""
    page.evaluate("id => document.getElementById(id).scrollIntoView({behavior: 'instant'})", name)


def see(page: Page, name: str) -> None:
    """Wait until a place is in the upper half of the window."""
    page.wait_for_function(
        """id => {
          const {top} = document.getElementById(id).getBoundingClientRect()
          return top >= 0 && top < innerHeight / 2
        }""",
        arg=name,
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", ["h2", ".pn"])
def test_switching_keeps_the_page_and_the_section(reader: Reader, locale: str, kind: str) -> None:
    """In the middle of a chapter the other language opens at the same heading or paragraph."""
    page = reader.open(place(locale, LAW))
    places = page.locator(f"article {kind}[id]").evaluate_all("all => all.map(one => one.id)")
    middle = places[len(places) // 2]
    bring_up(page, middle)
    switch(page, OTHER[locale])
    found = urlsplit(page.url)
    assert found.path == urlsplit(reader.site + place(OTHER[locale], LAW)).path
    assert found.fragment == middle
    see(page, middle)


def test_switching_leaves_where_the_reader_is_not_where_he_came_from(reader: Reader) -> None:
    """A section in the address counts only while it is on the screen."""
    page = reader.open(f"{VICTIMS}#sources")
    see(page, "sources")
    bring_up(page, "first-hours")
    switch(page, "en")
    assert urlsplit(page.url).fragment == "first-hours"
    see(page, "first-hours")


def test_switching_at_the_top_stays_at_the_top(reader: Reader) -> None:
    """No section is named before the first one is reached."""
    page = reader.open(LAW)
    switch(page, "en")
    assert page.url == reader.site + place("en", LAW)


def test_the_keyboard_switches_too(reader: Reader) -> None:
    """The button opens the list, Tab and Enter choose."""
    page = reader.open("glossary.html")
    page.locator(".md-select button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.locator(".md-select__link[hreflang=en]")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_choice_is_remembered_over_the_browsers_language(reader: Reader) -> None:
    """The next visit, in a new tab, opens in the language chosen last."""
    for browser, chosen in (("vi-VN", "en"), ("en-US", "vi")):
        context = reader.sit_down(locale=browser)
        page = reader.open(place(OTHER[chosen], LAW), context)
        switch(page, chosen)
        page.close()
        arrive_home(reader, reader.open("index.html", context, still=True), chosen)


def test_a_first_visit_follows_the_browsers_language(reader: Reader) -> None:
    """Vietnamese is at the root; a reader with an English browser is led on."""
    for browser, wanted in (("en-US", "en"), ("en", "en"), ("vi-VN", "vi"), ("vi", "vi")):
        arrive_home(reader, reader.open("index.html", locale=browser, still=True), wanted)
    arrive_home(reader, reader.open("index.html", locale="fr-FR", still=True), "vi")
