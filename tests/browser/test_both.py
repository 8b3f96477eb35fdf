"""Both languages on one page: rows, addresses, ways in and out, telephones, paper."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import BOTH, LOCALES, PHONE, VICTIMS, Reader, place
from tests.browser.test_language import bring_up, see, switch

pytestmark = pytest.mark.slow
ROWS = """() => [...document.querySelectorAll(".both-paragraph")].map(row => {
  const [en, number, vi] = [...row.children].map(cell => cell.firstElementChild)
  const box = element => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const {left, right, top, bottom} = range.getBoundingClientRect()
    return {left, right, top, bottom}
  }
  return {en: box(en), number: box(number), vi: box(vi)}
})"""

HEADROOM = """name => document.getElementById(name).getBoundingClientRect().top
  - document.querySelector(".both > thead th").getBoundingClientRect().bottom"""


@pytest.fixture(params=["offline", "online"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return a reader of the copy on a stick, in its awkward folder, and one of the site."""
    found: Reader = request.getfixturevalue(request.param)
    return found


def paragraphs(page: Page) -> list[dict[str, Any]]:
    """Return where each numbered paragraph and its number stand."""
    found: list[dict[str, Any]] = page.evaluate(ROWS)
    assert len(found) > 20
    return found


def arrive(reader: Reader, page: Page, name: str, fragment: str) -> None:
    """Wait until the page is this one, at this place."""
    path = urlsplit(reader.site + name).path
    page.wait_for_url(lambda url: urlsplit(url).path == path)
    assert urlsplit(page.url).fragment == fragment
    see(page, fragment)


def press_tab_to(page: Page, selector: str) -> None:
    """Go on with the Tab key until what is looked for has the focus, and shows it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("which => document.activeElement.matches(which)", selector):
            break
    focused = page.locator(selector).first
    expect(focused).to_be_focused()
    expect(focused).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("width", [800, 1280, 1920])
def test_the_two_texts_of_a_number_begin_together(reader: Reader, width: int) -> None:
    """English left, Vietnamese right, first lines at one height, the number between them."""
    page = reader.open(BOTH, width=width)
    for row in paragraphs(page):
        assert abs(row["en"]["top"] - row["vi"]["top"]) < 1
        assert row["en"]["right"] < row["number"]["left"]
        assert row["number"]["right"] < row["vi"]["left"]
        assert row["vi"]["right"] <= width
        middle = (row["number"]["top"] + row["number"]["bottom"]) / 2
        assert row["en"]["top"] < middle < row["en"]["top"] + 30
    widths = page.locator(".both-paragraph > td").evaluate_all(
        "all => all.map(one => one.clientWidth)"
    )
    assert max(widths) - min(widths) <= 1
    assert min(widths) > 300


def test_the_texts_are_stacked_on_a_telephone(reader: Reader) -> None:
    """The number, then one text, then the other, each as wide as the screen allows."""
    page = reader.open(place("en", BOTH), width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for row in paragraphs(page):
        assert row["number"]["bottom"] <= row["en"]["top"] + 5
        assert row["en"]["bottom"] <= row["vi"]["top"]
    for cell in page.locator(".both-paragraph > td").all():
        assert cell.bounding_box()["width"] > PHONE * 0.85


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ["p12", "practice", "three-accounts"])
def test_an_address_of_the_page_is_one_of_the_view(reader: Reader, locale: str, name: str) -> None:
    """A paragraph, a section and a box open below the heads of the columns."""
    page = reader.open(place(locale, f"{BOTH}#{name}"))
    see(page, name)
    page.wait_for_function(f"({HEADROOM})('{name}') >= 0")


def test_a_place_stays_where_it_is_when_fonts_come_late(online: Reader) -> None:
    """What the address names is shown again once the text has its own letters."""
    context = online.sit_down()
    context.route("**/*.woff2", lambda route: (time.sleep(1), route.continue_()))
    page = online.open(f"{BOTH}#practice", context)
    page.wait_for_function(f"({HEADROOM})('practice') >= 0")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_view_is_entered_and_left_at_the_same_place(reader: Reader, locale: str) -> None:
    """In, and out into either language, in the middle of the chapter."""
    for back in LOCALES:
        page = reader.open(place(locale, f"{VICTIMS}#p12"))
        see(page, "p12")
        page.locator(".frame-head .view-link").dispatch_event("click")
        arrive(reader, page, place(locale, BOTH), "p12")
        bring_up(page, "p20")
        page.locator(f".both .view-link[hreflang={back}]").click()
        arrive(reader, page, place(back, VICTIMS), "p20")


def test_the_keyboard_leads_in_and_back(reader: Reader) -> None:
    """Both links are reached by Tab, say so by a frame, and open by Enter."""
    page = reader.open(VICTIMS)
    press_tab_to(page, ".frame-head .view-link")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: ".both.html" in url)
    press_tab_to(page, ".both .view-link[hreflang=vi]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: ".both.html" not in url)
    assert urlsplit(page.url).path == urlsplit(reader.site + VICTIMS).path


def test_switching_the_language_keeps_the_view(reader: Reader) -> None:
    """The words around the texts change, the texts and the place do not."""
    page = reader.open(BOTH)
    bring_up(page, "p20")
    switch(page, "en")
    arrive(reader, page, place("en", BOTH), "p20")


def test_one_reads_on_in_both_languages(reader: Reader) -> None:
    """The next page and the contents keep the view; the glossary has none."""
    page = reader.open(BOTH)
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(lambda url: url.endswith("09-who-does-what.both.html"))
    toc = page.locator(".md-nav--primary .md-nav--secondary a").nth(3)
    expect(toc).to_be_visible()
    toc.click()
    see(page, urlsplit(page.url).fragment)
    expect(page.locator(".md-nav--primary .md-nav__link--active").last).to_have_text(
        toc.inner_text()
    )
    page.locator(".md-nav--primary a[href='../glossary.html']").click()
    expect(page.locator(".view-link")).to_have_count(0)


def test_the_home_page_of_both_languages_stays(reader: Reader) -> None:
    """It leads nobody to the language of their browser."""
    page = reader.open("index.both.html", locale="en-US", still=True)
    assert page.url.endswith("/index.both.html")
    expect(page.locator(".both .volume[id^=v1]")).to_have_count(1)
    expect(page.locator(".both .volume")).to_have_count(4)  # a volume and the courses, in both


def test_the_search_works_there(reader: Reader) -> None:
    """The box answers, and what was looked for is marked in the text."""
    page = reader.open(f"{BOTH}?h=n%E1%BA%A1n+nh%C3%A2n")
    expect(page.locator("td[lang=vi] mark").first).to_be_attached()
    page.locator(".md-search__input").press_sequentially("nan nhan")
    expect(page.locator(".md-search-result__item > a").first).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, 800, 1280])
def test_wide_tables_scroll_in_their_cell(trainer: Reader, width: int) -> None:
    """Nothing stands out of a cell but what scrolls inside it, and the keyboard reaches that."""
    for name in (BOTH, "v1-foundations/index.both.html", "index.both.html"):
        page = trainer.open(place("en", name), width=width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        outside = page.evaluate(
            """() => {
              const right = element => element.getBoundingClientRect().right
              const cells = [...document.querySelectorAll(".both > tbody > tr > td")]
              return cells.flatMap(cell =>
              [...cell.querySelectorAll("*")]
                .filter(e => !e.closest(".md-typeset__table"))
                .filter(e => right(e) > right(cell) + 1)
                .map(e => e.outerHTML.slice(0, 120)))
            }"""
        )
        assert not outside
        for wrap in page.locator(".md-typeset__scrollwrap").all():
            scrolls = wrap.evaluate("wrap => wrap.scrollWidth > wrap.clientWidth")
            assert (wrap.get_attribute("tabindex") == "0") == scrolls


def test_on_paper_the_columns_stay(online: Reader) -> None:
    """Two columns under repeated heads, no way out, letters as small as a book's."""
    page = online.open(BOTH, width=700)
    page.emulate_media(media="print")
    expect(page.locator(".both .view-link").first).to_be_hidden()
    expect(page.locator(".both > thead")).to_have_css("display", "table-header-group")
    for row in paragraphs(page):
        assert abs(row["en"]["top"] - row["vi"]["top"]) < 1
        assert row["en"]["right"] < row["vi"]["left"]
    size = page.locator(".both-paragraph p").first.evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize)"
    )
    assert 11 <= size <= 13.5
