"""The offline copy, unpacked in a folder with an awkward name, opened by double click."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import KINDS, LAW, LOCALES, Reader, place

pytestmark = pytest.mark.slow
START = {"vi": "MO-SO-TAY-Tieng-Viet.html", "en": "OPEN-MANUALS-English.html"}


def arrive(page: Page, name: str) -> None:
    """Wait until the address is that page."""
    page.wait_for_url(lambda url: url.split("#")[0].split("?")[0].endswith(f"/manuals/{name}"))


def test_each_start_file_leads_into_its_language(offline: Reader, stick: Path) -> None:
    """The start file decides, not the browser's language."""
    assert {path.name for path in stick.glob("*.html")} == set(START.values())
    for locale, foreign in (("vi", "en-US"), ("en", "vi-VN")):
        page = offline.open("../" + START[locale], locale=foreign, still=True)
        arrive(page, place(locale, "index.html"))
        page.wait_for_url(lambda url: "#" not in url)
        page.wait_for_load_state("networkidle")
        expect(page.locator("html")).to_have_attribute("lang", locale)


def test_the_start_file_wins_over_what_was_remembered(offline: Reader) -> None:
    """Two people share a stick and a computer: each start file means what it says."""
    context = offline.sit_down()
    for locale in ("en", "vi"):
        page = offline.open("../" + START[locale], context, still=True)
        arrive(page, place(locale, "index.html"))
        page.wait_for_url(lambda url: "#" not in url)
        again = offline.open("index.html", context, still=True)
        arrive(again, place(locale, "index.html"))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_chapter_is_reached_by_clicking(offline: Reader, locale: str) -> None:
    """From the shelf to the volume, to a chapter, to the next chapter, and home."""
    page = offline.open(place(locale, f"index.html#{locale}"))
    page.locator(".shelf-read").first.click()
    arrive(page, place(locale, "v1-foundations/index.html"))
    page.locator(".md-nav--primary a[href$='03-law.html']").first.click()
    arrive(page, place(locale, LAW))
    expect(page.locator(".chapter-number")).to_contain_text("1.3")
    page.locator(".md-footer__link--next").click()
    arrive(page, place(locale, "v1-foundations/04-prevention-law.html"))
    page.locator(".md-header .md-logo").click()
    arrive(page, place(locale, "index.html"))
    expect(page.locator("html")).to_have_attribute("lang", locale)


@pytest.mark.parametrize(
    ("locale", "words", "chapter"),
    [
        ("vi", "Nạn nhân: phản ứng", "v1-foundations/08-victims.html"),
        ("vi", "văn kiện quốc tế", "v1-foundations/10-international.html"),
        ("en", "smuggling of migrants", "v1-foundations/05-smuggling.html"),
    ],
    ids=("victims", "instruments", "smuggling"),
)
def test_search_answers_from_files(offline: Reader, locale: str, words: str, chapter: str) -> None:
    """Words of a title lead to its chapter: by click, and by Enter to the first result."""
    results = ".md-search-result__item > a"
    page = offline.open(place(locale, f"index.html#{locale}"))
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(f"{results}[href*='{place(locale, chapter)}']").first.click()
    arrive(page, place(locale, chapter))
    expect(page.locator("article mark").first).to_be_attached()

    page = offline.open(place(locale, f"index.html#{locale}"))
    page.locator(".md-search__input").press_sequentially(words)
    first = page.locator(results).first
    expect(first).to_be_visible()
    target = unquote(urlsplit(first.evaluate("link => link.href")).path)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: unquote(urlsplit(url).path) == target)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_manuals_own_fonts_are_used(offline: Reader, locale: str) -> None:
    """Every face comes from the copy, and every letter is set in one (arrows are pictures)."""
    page = offline.open(place(locale, LAW))
    faces = page.evaluate("[...document.fonts].map(f => `${f.family} ${f.weight} ${f.status}`)")
    assert not [face for face in faces if face.endswith("error")]
    loaded = {face.replace('"', "") for face in faces if face.endswith("loaded")}
    for wanted in ("Manual Serif 400", "Be Vietnam Pro 400", "Be Vietnam Pro 600"):
        assert f"{wanted} loaded" in loaded
    page.locator(".footnote-backref").evaluate_all("arrows => arrows.forEach(a => a.remove())")
    tools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    for selector in ("article p, article li, article td", "article h1, article h2, article th"):
        found = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})
        for node in found["nodeIds"]:
            used = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            fallen = [font["familyName"] for font in used if not font["isCustomFont"]]
            assert not fallen, selector


@pytest.mark.parametrize("locale", LOCALES)
def test_pdf_links_lead_to_pdfs(offline: Reader, locale: str) -> None:
    """The shelf offers the volume, a chapter its volume, itself and its checklist: all there."""
    shelf = {f"v1-foundations.{each}.pdf" for each in ("vi", "en", "en-vi")}
    parts = {f"v1-foundations{part}.{locale}.pdf" for part in ("", "-03-law", "-03-checklist-1")}
    for name, wanted in (("index.html", shelf), (LAW, parts | {"v1-foundations.en-vi.pdf"})):
        page = offline.open(place(locale, f"{name}#{locale}"))
        links = page.locator("a[href$='.pdf']").evaluate_all("links => links.map(a => a.href)")
        paths = [Path(unquote(urlsplit(link).path)) for link in links]
        assert {path.name for path in paths} == wanted
        for path in paths:
            assert path.read_bytes().startswith(b"%PDF-"), path


def test_the_copy_does_not_offer_itself(offline: Reader) -> None:
    """No link to the ZIP that the reader is holding."""
    for locale in LOCALES:
        page = offline.open(place(locale, f"index.html#{locale}"))
        expect(page.locator(".shelf .volume").first).to_be_visible()
        expect(page.locator("a[href$='.zip']")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", KINDS)
def test_a_page_asks_for_nothing_and_complains_of_nothing(
    offline: Reader, locale: str, name: str
) -> None:
    """No request beyond the folder, no missing file, no error in the console."""
    page = offline.open(place(locale, f"{name}#{locale}"), still=True)
    expect(page.locator("h1")).to_be_visible()
    assert len(offline.requests) > 5
    folder = offline.site.removesuffix("manuals/")
    for request in offline.requests:
        assert request.url.startswith((folder, "data:")), request.url
        assert not request.failure, f"{request.url}: {request.failure}"


@pytest.mark.parametrize(
    ("address", "locale", "foreign", "name"),
    [
        ("go.html?vi#law", "vi", "en-US", LAW),
        ("go.html?en#law/elements", "en", "vi-VN", f"{LAW}#elements"),
        ("go.html#law", "en", "en-US", LAW),
        ("go.html#v1-foundations", "vi", "fr-FR", "v1-foundations/index.html"),
    ],
)
def test_a_permanent_address_leads_to_the_page(
    offline: Reader, address: str, locale: str, foreign: str, name: str
) -> None:
    """The book's language wins; where the address names none the browser's does."""
    page = offline.open(address, locale=foreign, still=True)
    page.wait_for_url(lambda url: url.endswith(f"/manuals/{place(locale, name)}"))
    expect(page.locator("html")).to_have_attribute("lang", locale)


def test_an_unknown_address_offers_all_chapters(offline: Reader) -> None:
    """It says so in both languages and lists the chapters; so does a bare go.html, quietly."""
    page = offline.open("go.html#nowhere", still=True)
    expect(page.locator(".unknown:visible")).to_have_count(2)
    page.locator("section[lang=en] a[href$='03-law.html']").click()
    arrive(page, place("en", LAW))
    page = offline.open("go.html#__proto__", still=True)
    expect(page.locator(".unknown:visible")).to_have_count(2)
    page = offline.open("go.html", still=True)
    expect(page.locator(".unknown:visible")).to_have_count(0)
    expect(page.locator("section")).to_have_count(2)
