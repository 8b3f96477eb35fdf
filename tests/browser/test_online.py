"""The site over http: the bare address, wrong addresses, weight, nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.reader import KINDS, LAW, LOCALES, VICTIMS, Reader, arrive_home, place

pytestmark = pytest.mark.slow
BE_VIETNAM = re.compile(r"^\"Be Vietnam Pro\"")


def test_a_first_visit_to_the_bare_address_is_led_on(online: Reader) -> None:
    """The address that people type ends in a slash."""
    arrive_home(online, online.open("", locale="en-US", still=True), "en")
    arrive_home(online, online.open("", locale="vi-VN", still=True), "vi")


def test_a_reader_inside_is_not_led_away(online: Reader) -> None:
    """Who reads Vietnamese with an English browser and goes home stays in Vietnamese."""
    page = online.open(LAW, locale="en-US")
    page.locator(".md-header .md-logo").click()
    page.wait_for_url(lambda url: not url.endswith(LAW))
    arrive_home(online, page, "vi")


def test_a_wrong_address_is_answered_in_both_languages(online: Reader) -> None:
    """Styled also in a subfolder, with a way home in each language."""
    for locale in LOCALES:
        page = online.open(place(locale, "khong/co/trang-nay.html"), locale="en-US")
        online.excuse("status of 404")
        expect(page.locator("section")).to_have_count(2)
        faces = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
        assert faces >= 2
        for section in page.locator("section").all():
            expect(section).to_be_visible()
            expect(section.locator("h1")).to_have_css("font-family", BE_VIETNAM)
        page.locator(f"section[lang={locale}] a").click()
        page.wait_for_url(lambda url: url.endswith("index.html"))
        arrive_home(online, page, locale)


def test_a_chapters_first_load_is_small(online: Reader) -> None:
    """Under 500 KB uncompressed without pictures; nothing that only searching needs."""
    folder = Path(VICTIMS).parent
    for locale in LOCALES:
        for name in (LAW, VICTIMS, str(folder / "07-indicators.html")):
            seen = len(online.requests)
            online.open(place(locale, name), still=True)
            load = {
                request.url: len(request.response().body())
                for request in online.requests[seen:]
                if request.resource_type != "image"
            }
            kinds = {Path(urlsplit(url).path).suffix for url in load}
            assert {".html", ".css", ".js", ".woff2"} <= kinds
            assert sum(load.values()) < 500_000, load


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_ask_for_nothing_from_outside(online: Reader, locale: str) -> None:
    """Everything comes from the site itself, also what the search box asks for."""
    for name in KINDS:
        page = online.open(place(locale, f"{name}#{locale}"), still=True)
        expect(page.locator("h1")).to_be_visible()
    page.locator(".md-search__input").press_sequentially("150")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    for request in online.requests:
        assert request.url.startswith((online.site, "data:", "blob:")), request.url
        assert not request.failure, f"{request.url}: {request.failure}"
