"""Search in the browser: from a folder with an awkward name and over http, keyboard all the way."""

from __future__ import annotations

import itertools
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import LAW, LOCALES, VICTIMS, Reader, place
from tests.browser.searching import INPUT, ITEMS, META, QUERIES, ask, open_search, type_query

pytestmark = pytest.mark.slow
COUNT = {
    "vi": re.compile(r"^\d+ trang có nội dung cần tìm$"),
    "en": re.compile(r"^\d+ matching documents$"),
}
NOTES = ".search-notes p[role=status]"
SUGGESTIONS = ".search-suggestions button"


@pytest.fixture(params=["offline", "online"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return a reader of the copy on a stick and one of the site: search works in both."""
    found: Reader = request.getfixturevalue(request.param)
    return found


def results(page: Page) -> list[str]:
    """Return the addresses of all results, in order."""
    found: list[str] = page.locator(f"{ITEMS} a").evaluate_all("all => all.map(a => a.href)")
    return found


def in_view(page: Page, id: str) -> None:
    """Wait until a place is in the window, below the header."""
    page.wait_for_function(
        """id => {
          const top = document.getElementById(id).getBoundingClientRect().top
          const header = document.querySelector(".md-header").getBoundingClientRect().bottom
          return top >= header - 1 && top < innerHeight - 40
        }""",
        arg=id,
    )


# What is found


@pytest.mark.parametrize(
    ("locale", "typed"),
    [("vi", "dieu tra mua ban nguoi"), ("vi", "Pháp luật"), ("en", "Trafficking"), ("en", "150")],
)
def test_only_the_pages_language_is_found(reader: Reader, locale: str, typed: str) -> None:
    """Pages of one language, and a screen reader hears how many."""
    page = reader.open(place(locale, LAW))
    type_query(page, typed)
    expect(page.locator(META)).to_have_text(COUNT[locale])
    expect(page.locator(META)).to_have_attribute("role", "status")
    found = results(page)
    assert len(found) > 5
    for address in found:
        assert address.startswith(reader.site)
        assert address.removeprefix(reader.site).startswith("en/") == (locale == "en")
    expect(page.locator(NOTES)).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "typed", "note"),
    [
        (
            "vi",
            "waitress",
            "Không có kết quả bằng tiếng Việt. Dưới đây là kết quả bằng tiếng Anh.",
        ),
        ("en", "xe khách", "Nothing found in English. These results are in Vietnamese."),
    ],
)
def test_the_other_language_is_offered(reader: Reader, locale: str, typed: str, note: str) -> None:
    """Where nothing is found the other language answers; the reader's own says so."""
    page = reader.open(place(locale, VICTIMS))
    type_query(page, typed)
    expect(page.locator(NOTES)).to_have_text(note)
    found = results(page)
    assert found
    for address in found:
        assert address.removeprefix(reader.site).startswith("en/") == (locale == "vi")
    type_query(page, "zzzz")
    expect(page.locator(NOTES)).to_have_count(0)
    expect(page.locator(ITEMS)).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "typed", "note", "words"),
    [
        ("vi", "buon ban nguoi", "Sổ tay dùng thuật ngữ “mua bán người”.", {"mua", "bán", "người"}),
        ("vi", "border guard", "Sổ tay dùng thuật ngữ “Bộ đội Biên phòng”.", {"biên", "phòng"}),
        (
            "en",
            "hỏi cung",
            "The manuals use the term “interrogation of a charged person”.",
            {"interrogation"},
        ),
    ],
)
def test_the_term_of_the_manuals_is_named(
    reader: Reader, locale: str, typed: str, note: str, words: set[str]
) -> None:
    """A word to avoid or a term of the other language: which term it is, and that one is found."""
    page = reader.open(place(locale, VICTIMS))
    type_query(page, typed)
    expect(page.locator(NOTES)).to_have_text(note)
    marked = page.locator(f"{ITEMS}:first-child mark").all_inner_texts()
    assert words <= {word.lower() for word in marked}


def test_suggestions_are_taken_by_click_and_by_arrow(reader: Reader) -> None:
    """What is typed without marks goes on as a term with marks: by button, or by ArrowRight."""
    page = reader.open("index.html#vi")
    type_query(page, "nan nh")
    button = page.locator(SUGGESTIONS).first
    expect(button).to_have_text("nạn nhân")
    expect(page.locator(".search-suggestions")).to_contain_text("Gợi ý:")
    button.click()
    expect(page.locator(INPUT)).to_have_value("nạn nhân")
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(f"{ITEMS} mark").first).to_have_text(re.compile("^nạn$", re.IGNORECASE))
    type_query(page, "hoi cun")
    late = {"typed": "hoi", "suggest": ["hỏi"], "notes": ["hỏi"], "words": {"suggestions": "?"}}
    page.evaluate(
        "late => document.dispatchEvent(new CustomEvent('manuals-search', {detail: late}))", late
    )
    expect(page.locator(NOTES)).to_have_count(0)
    expect(page.locator(SUGGESTIONS).first).to_have_text("hỏi cung bị can")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    expect(page.locator(INPUT)).to_have_value("hoi cun")
    page.keyboard.press("ArrowRight")
    expect(page.locator(INPUT)).to_have_value("hỏi cung bị can")
    page.locator(INPUT).fill("")
    expect(page.locator(".search-notes > *")).to_have_count(0)


def test_what_is_pasted_is_looked_for(reader: Reader) -> None:
    """Text that comes without keys, from the clipboard or by dictation, is answered too."""
    page = reader.open(LAW)
    open_search(page)
    page.keyboard.insert_text("nạn nhân")
    expect(page.locator(META)).to_have_text(COUNT["vi"])
    expect(page.locator(f"{ITEMS} mark").first).to_have_text("Nạn")


def test_a_result_says_where_it_is(reader: Reader) -> None:
    """The volume above its pages, once; a section with its number, and the glossary's own entry."""
    page = reader.open(LAW)
    type_query(page, "nan nhan")
    heads = page.locator(".search-group")
    expect(heads.first).to_have_text("Tập 1. Kiến thức nền tảng và pháp luật")
    assert len(set(heads.all_inner_texts())) == heads.count()
    expect(page.locator(f"{ITEMS} .search-volume").first).to_be_hidden()
    expect(page.locator(f"{ITEMS} h1 mark").first).to_have_text("Nạn")
    numbered = page.locator(f"{ITEMS} a", has=page.locator("h2 .search-number")).all()
    assert len(numbered) > 5
    for link in numbered:
        number = link.locator(".search-number").text_content() or ""
        assert re.fullmatch(r"1\.\d+\.\d+", number)
        address = urlsplit(link.get_attribute("href") or "")
        assert address.fragment == f"p{number.split('.')[-1]}"
    type_query(page, "bi hai")
    entry = page.locator(f"{ITEMS} a[href*='glossary.html'][href$='#vic-03']")
    expect(entry.locator("h2")).to_have_text("bị hại")


# Keyboard


@pytest.mark.parametrize(("key", "locale"), [("/", "vi"), ("s", "en")])
def test_the_keyboard_goes_all_the_way(reader: Reader, key: str, locale: str) -> None:
    """A key opens, arrows move, Enter opens the best section, Escape closes."""
    page = reader.open(place(locale, f"index.html#{locale}"))
    page.wait_for_load_state("networkidle")
    open_search(page, key)
    expect(page.locator(INPUT)).to_have_value("")
    type_query(page, {"vi": "trợ giúp pháp lý", "en": "legal aid"}[locale])
    links = page.locator(f"{ITEMS} a")
    for place_, pressed in ((0, "ArrowDown"), (1, "ArrowDown"), (0, "ArrowUp")):
        page.keyboard.press(pressed)
        expect(links.nth(place_)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(INPUT)).not_to_be_focused()
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


@pytest.mark.parametrize(
    ("locale", "typed", "words"),
    [
        ("vi", "tro giup phap ly", {"trợ", "giúp", "pháp", "lý"}),
        ("en", "threatening families", {"threatened", "threat", "threats", "family", "families"}),
    ],
)
def test_enter_opens_the_best_section(
    reader: Reader, locale: str, typed: str, words: set[str]
) -> None:
    """The address names the section, which is in view; whole words are marked, as they stand."""
    page = reader.open(place(locale, f"index.html#{locale}"))
    page.wait_for_load_state("networkidle")
    type_query(page, typed)
    expect(page.locator(META)).to_have_text(COUNT[locale])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "#" in url and "?h=" in url)
    address = urlsplit(page.url)
    assert parse_qs(address.query)["h"] == [typed]
    expect(page.locator("article mark.found").first).to_be_attached()
    in_view(page, unquote(address.fragment))
    found = page.locator("article mark.found").evaluate_all(
        """all => all.map(mark => {
          const range = document.createRange()
          range.selectNodeContents(mark.closest("p, li, td, th, h1, h2, h3, h4, dd, div"))
          const whole = range.toString()
          range.setEnd(mark, 0)
          const start = range.toString().length
          const end = start + mark.textContent.length
          return [whole.slice(Math.max(0, start - 1), start), mark.textContent, whole[end] ?? ""]
        })"""
    )
    assert len(found) >= len(typed.split())
    for before, word, after in found:
        assert word.lower() in words, word
        assert not before.isalnum()
        assert not after.isalnum()
    assert {word.lower() for _, word, _ in found} & words


def test_an_opened_page_is_not_changed_but_for_the_marks(reader: Reader) -> None:
    """The text stays what it was, also where two typed words are the same one on the page."""
    for locale, typed in (("vi", "luật lý lí 3"), ("en", "victim victims laws 3")):
        plain = reader.open(place(locale, LAW)).locator("article").inner_text()
        page = reader.open(place(locale, f"{LAW}?h={typed.replace(' ', '%20')}"))
        expect(page.locator("article mark.found").first).to_be_attached()
        assert page.locator("article").inner_text() == plain
        assert page.locator("article mark.found mark, .pn mark").count() == 0


def test_an_opened_page_waits_with_search_for_the_reader(reader: Reader) -> None:
    """Marking needs the engine's files only; the data waits until the box is used."""
    page = reader.open(f"{LAW}?h=luật#p4", still=True)
    expect(page.locator("article mark.found").first).to_be_attached()
    assert not [request for request in reader.requests if "/search/vi.js" in request.url]
    type_query(page, "luật")
    expect(page.locator(META)).to_have_text(COUNT["vi"])
    assert [request for request in reader.requests if "/search/vi.js" in request.url]
    assert not [request for request in reader.requests if "/search/en.js" in request.url]


# Everywhere


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_page_answers_alike(reader: Reader, locale: str) -> None:
    """Home, volume, chapter and glossary give the same results for the same words."""
    context = reader.sit_down()
    found = []
    for name in ("index.html", "v1-foundations/index.html", LAW, "glossary.html"):
        page = reader.open(place(locale, f"{name}#{locale}"), context, still=True)
        open_search(page)
        found.append(ask(page, "Palermo"))
    assert len(found[0]) > 3
    assert found == [found[0]] * len(found)


@pytest.mark.parametrize("locale", LOCALES)
def test_files_and_http_answer_alike(offline: Reader, online: Reader, locale: str) -> None:
    """Ten queries: the same results with the same words, in the same order."""
    answers = []
    for reader in (offline, online):
        page = reader.open(place(locale, LAW))
        open_search(page)
        answers.append({query: ask(page, query) for query in QUERIES})
    assert answers[0] == answers[1]
    assert all(answers[0][query] for query in QUERIES)


def test_the_trainer_edition_searches_its_own_text(trainer: Reader, online: Reader) -> None:
    """A word of trainer notes is found there, and only there."""
    counts = []
    for reader in (trainer, online):
        page = reader.open(VICTIMS)
        open_search(page)
        counts.append(len(ask(page, "dành cho giảng viên")))
        texts = page.locator(f"{ITEMS} mark").all_inner_texts()
        assert ("Dành" in texts) == (reader is trainer)
    assert counts[0]


def test_whatever_is_typed_injects_nothing(reader: Reader) -> None:
    """Markup, signs and very long texts: an answer, no element of theirs, no error."""
    page = reader.open(LAW)
    open_search(page)
    evil = "<img src=x onerror=alert(1)> luật"
    odd = [
        evil,
        "luật " * 2_000,
        ".*+?^${}()|[]\\ luật",
        "😀 luật",
        "%E1%BA luật",
        "__proto__ luật",
    ]
    for text in odd:
        assert ask(page, text), text
        within = page.locator(f"{ITEMS} :is(img, script), .search-notes :is(img, script)")
        expect(within).to_have_count(0)
    for text in ("   ", "\\", "*"):
        assert ask(page, text) == []
    page = reader.open(f"{LAW}?h=%3Cimg%20src%3Dx%3E%20lu%E1%BA%ADt%20%5B%28%2A%00")
    expect(page.locator("article mark.found").first).to_be_attached()
    expect(page.locator("article img[src=x]")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_address_may_hold_a_question(online: Reader, locale: str) -> None:
    """?q= opens the search, also on a first visit with a browser in the other language."""
    foreign = {"vi": "en-US", "en": "vi-VN"}[locale]
    page = online.open(place(locale, "index.html?q=Palermo"), locale=foreign, still=True)
    expect(page.locator("html")).to_have_attribute("lang", locale)
    expect(page.locator(META)).to_have_text(COUNT[locale])
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "q=" not in url)


def test_a_wrong_address_offers_search(online: Reader) -> None:
    """The page for wrong addresses has a box for each language; it opens that one's search."""
    for locale, browser in itertools.product(LOCALES, ("vi-VN", "en-US")):
        page = online.open(place(locale, "khong/co/trang-nay.html"), locale=browser)
        online.excuse("status of 404")
        words = {"vi": "tòa án & nạn nhân", "en": "court & victim"}[locale]
        label = {"vi": "Tìm trong bộ sổ tay", "en": "Search the manuals"}[locale]
        page.get_by_label(label).fill(words)
        page.locator(f"section[lang={locale}] form button").click()
        page.wait_for_url(lambda url: "q=" in url)
        expect(page.locator("html")).to_have_attribute("lang", locale)
        expect(page.locator(INPUT)).to_have_value(words)
        expect(page.locator(META)).to_have_text(COUNT[locale])
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "?h=" in url)
