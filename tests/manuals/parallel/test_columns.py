"""Two articles in one table: what stands in a row, under which ids, and where its links lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.convert import convert_page
from manuals.editions import PARTICIPANT, TRAINER
from manuals.export import Article
from manuals.languages import OTHER
from manuals.parallel.columns import both_columns

if TYPE_CHECKING:
    from tests.conftest import Project

LOCALES = ("en", "vi")
URLS = {"en": "en/v1/03-law.html", "vi": "v1/03-law.html"}
OPENING = """
<h1 id="top">{title}</h1>
<h2 id="means">{heading}<a class="headerlink" href="#means">#</a></h2>
<p class="numbered"><a class="pn" id="p1" href="#p1">1.3.1</a> {see} <a href="#means">a</a>,
<a href="02-signs.html#p4">b</a><sup id="fnref:a"><a href="#fn:a">1</a></sup>.</p>
"""
NOTES = """
<div class="box box-case" id="raid"><h3 id="door">{case}</h3></div>
<div class="footnote"><ol><li id="fn:a">{note} <a href="#fnref:a">↩</a></li>{more}</ol></div>
"""
ARTICLES = {
    "en": OPENING.format(title="The law", heading="Means", see="See")
    + '<p class="numbered"><a class="pn" id="p2" href="#p2">1.3.2</a> Only'
    ' <a href="#fn:b">here</a>, <img src="../../v1/room.png" alt="Room">.</p>'
    + NOTES.format(case="Case", note="Note", more='<li id="fn:b">More</li>'),
    "vi": OPENING.format(title="Luật", heading="Thủ đoạn", see="Xem")
    + '<ul><li id="one">Một</li></ul>'
    + NOTES.format(case="Tình huống", note="Chú thích", more=""),
}


def columns(manuals: Manuals, here: str, contents: Mapping[str, str] = ARTICLES) -> HtmlElement:
    """Return the pair's table on the page of one language."""
    articles = {
        locale: Article("v1/03-law", locale, "1.3", "", URLS[locale], text)
        for locale, text in contents.items()
    }
    return html.fragment_fromstring(both_columns(articles, manuals.languages)[here])


def text(element: HtmlElement) -> str:
    """Return an element's text in one line, without the signs that link to headings."""
    for link in element.xpath(".//a[@class='headerlink']"):
        link.drop_tree()
    return " ".join(element.text_content().split())


def letters(element: HtmlElement) -> str:
    """Return an element's text without blanks: those between blocks are nobody's."""
    return text(element).replace(" ", "")


@pytest.mark.parametrize("here", LOCALES)
def test_a_row_holds_english_number_and_vietnamese(tiny: Manuals, here: str) -> None:
    """The order is the same for all readers; what one side lacks is said in its language."""
    rows = columns(tiny, here).findall("tbody/tr")
    assert [" | ".join(text(cell) for cell in row) for row in rows] == [
        "The law |  | Luật",
        "Means |  | Thủ đoạn",
        "See a, b1. | 1.3.1 | Xem a, b1.",
        "Only here, . | 1.3.2 | Chỉ có bằng tiếng Anh.",
        "Only in Vietnamese. |  | Một",
        "Case |  | Tình huống",
        "Note ↩More |  | Chú thích ↩",
    ]
    for row in rows:
        assert [cell.get("lang") for cell in row] == ["en", None, "vi"]
    assert [row.get("class") for row in rows][:4] == [
        "both-title",
        "both-heading",
        "both-paragraph",
        "both-paragraph",
    ]


@pytest.mark.parametrize(
    ("here", "title", "links"),
    [
        ("en", "Paragraph 1.3.1", ["03-law.html", "../../v1/03-law.html"]),
        ("vi", "Đoạn 1.3.1", ["../en/v1/03-law.html", "03-law.html"]),
    ],
)
def test_heads_and_numbers(tiny: Manuals, here: str, title: str, links: list[str]) -> None:
    """A head names its language and leads to the page in it; a number is an address."""
    table = columns(tiny, here)
    heads = table.findall("thead/tr/th")
    assert [text(head) for head in heads] == [
        "English Show only English",
        "Tiếng Việt Chỉ xem tiếng Việt",
    ]
    assert [head.find("a").get("href") for head in heads] == links
    assert [head.find("a").get("hreflang") for head in heads] == list(LOCALES)
    number = table.find(".//th[@scope='row']/a")
    assert (number.get("id"), number.get("href")) == ("p1", "#p1")
    assert number.get("title") == title


@pytest.mark.parametrize("here", LOCALES)
def test_ids_are_those_of_the_page(tiny: Manuals, here: str) -> None:
    """Each id of the plain page stands once, in its own text; links stay in their column."""
    table = columns(tiny, here)
    ids = Counter(table.xpath(".//@id"))
    assert set(ids.values()) == {1}
    own = html.fragment_fromstring(ARTICLES[here], create_parent="article")
    for id in own.xpath(".//@id"):
        (found,) = table.xpath(f".//*[@id='{id}']")
        assert found.xpath("ancestor-or-self::th or ancestor::td[@lang=$here]", here=here), id
    for locale in LOCALES:
        for note in ("fn:a", "fnref:a"):
            name = note if locale == here else f"{locale}.{note}"
            (place,) = table.xpath(f".//td[@lang='{locale}']//*[@id='{name}']")
            assert table.xpath(f".//td[@lang='{locale}']//a[@href='#{place.get('id')}']")
    assert {link[1:] for link in table.xpath(".//@href") if link.startswith("#")} <= set(ids)
    assert table.xpath(".//td[@lang='en']//a[@href='#fn:b']")


def test_links_and_pictures_keep_their_language(tiny: Manuals) -> None:
    """A guest's addresses start at the page that they stand on now."""
    for here, path in (("en", "../../v1/02-signs.html#p4"), ("vi", "../en/v1/02-signs.html#p4")):
        table = columns(tiny, here)
        for locale, wanted in ((here, "02-signs.html#p4"), (OTHER[here], path)):
            assert table.xpath(f".//td[@lang='{locale}']//a[@href='{wanted}']")
    sources = [columns(tiny, here).xpath(".//img/@src") for here in LOCALES]
    assert sources == [["../../v1/room.png"], ["room.png"]]


@pytest.mark.parametrize("here", LOCALES)
def test_the_outline_is_that_of_the_page(tiny: Manuals, here: str) -> None:
    """Who steps from heading to heading meets each once, in the page's language."""
    table = columns(tiny, here)
    heading = "*[self::h1 or self::h2 or self::h3]"
    assert len(table.xpath(f".//td[@lang='{here}']//{heading}[not(@role)]")) == 3
    assert len(table.xpath(f".//td[@lang='{OTHER[here]}']//{heading}[@role='none']")) == 3
    assert len(table.xpath(".//a[@class='headerlink']")) == 1


@pytest.mark.parametrize("here", LOCALES)
def test_a_section_of_one_side_is_told_once(tiny: Manuals, here: str) -> None:
    """The mark that stands in for it on the other page goes: its column says what is missing."""
    contents = {
        "en": '<h2 id="new">New</h2><p class="sync-mark" data-sync="only">Only English.</p>',
        "vi": '<p class="sync-mark" data-sync="missing" id="new"><b>New</b>. Chưa có.</p>',
    }
    table = columns(tiny, here, contents)
    assert [" | ".join(text(cell) for cell in row) for row in table.findall("tbody/tr")] == [
        "New |  | Chỉ có bằng tiếng Anh.",
        "Only English. |  | ",
    ]
    assert table.xpath(".//@id") == ["new"]


@pytest.mark.parametrize("edition", [PARTICIPANT, TRAINER])
def test_a_column_is_the_article(project: Callable[[], Project], edition: str) -> None:
    """Not a word is lost, moved or added, in either edition."""
    run = project().run(edition)

    @cache
    def article(stem: str, locale: str) -> Article:
        content = convert_page(run, f"{stem}.{locale}.md")
        return Article(stem, locale, "", "", f"{locale}/{stem}.html", content)

    for stem in run.manuals.pairs:
        pair = {locale: article(stem, locale) for locale in LOCALES}
        for made in both_columns(pair, run.manuals.languages).values():
            table = html.fragment_fromstring(made)
            for locale in LOCALES:
                plain = html.fragment_fromstring(pair[locale].html, create_parent="article")
                for number in plain.xpath(".//a[@class='pn']"):
                    number.drop_tree()
                cells = table.xpath(f"tbody/tr/td[@lang='{locale}'][not(p[@class='both-missing'])]")
                assert "".join(map(letters, cells)) == letters(plain)
