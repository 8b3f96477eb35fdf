"""Search in Firefox: from a folder with an awkward name and over http, as in Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.bidi import ENTER, Firefox, firefox
from tests.browser.reader import LAW, LOCALES, VICTIMS, Reader, place
from tests.browser.searching import INPUT, ITEMS, META, QUERIES, READY, ask, asking, open_search

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a tab of Debian's Firefox."""
    with firefox(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(params=["offline", "online"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return Chromium's reader of the copy on a stick and of the site."""
    found: Reader = request.getfixturevalue(request.param)
    return found


def text_of(selector: str) -> str:
    """Return JavaScript for an element's text."""
    return f"document.querySelector({json.dumps(selector)})?.textContent.trim()"


def begin(tab: Firefox, address: str, locale: str) -> None:
    """Open a page and its search by keyboard, and wait until the worker is ready."""
    tab.open(address)
    tab.press("/")
    tab.wait(f"{text_of(META)} === {json.dumps(READY[locale])}")
    assert tab.run(f"document.activeElement.matches({json.dumps(INPUT)})")


@pytest.mark.parametrize("locale", LOCALES)
def test_firefox_answers_as_chromium_does(tab: Firefox, reader: Reader, locale: str) -> None:
    """Ten queries: the same results with the same words, in the same order."""
    begin(tab, reader.site + place(locale, LAW), locale)
    page = reader.open(place(locale, LAW))
    open_search(page)
    for query in QUERIES:
        found = json.loads(tab.run(asking(query)))
        assert found, query
        assert found == ask(page, query), query


def test_firefox_opens_the_best_section_by_enter(tab: Firefox, reader: Reader) -> None:
    """Typed without marks, opened by Enter: the section is in view, its words are marked."""
    begin(tab, reader.site + VICTIMS, "vi")
    tab.press("tro giup phap ly ")
    tab.wait(f"/trợ/i.test({text_of(f'{ITEMS} mark')})")
    tab.press(ENTER)
    tab.wait("location.hash && document.querySelector('mark.found')")
    address = urlsplit(tab.run("location.href"))
    assert address._replace(query="", fragment="").geturl().startswith(reader.site)
    assert unquote(address.query) == "h=tro giup phap ly"
    tab.wait(
        f"""(place => place.top >= 0 && place.top < innerHeight)(
          document.getElementById({json.dumps(address.fragment)}).getBoundingClientRect())"""
    )
    marked = json.loads(
        tab.run(
            "JSON.stringify([...document.querySelectorAll('mark.found')].map(m => m.innerText))"
        )
    )
    assert {word.lower() for word in marked} <= {"trợ", "giúp", "pháp", "lý"}
