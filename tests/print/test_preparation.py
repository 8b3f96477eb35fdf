"""From the site's HTML to the book's: each pair shows what goes in and what print is set from."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from markdown import Markdown

from manuals.convert import OPTIONS, dialect
from manuals.export import Article
from manuals.print.preparation import prepare

PREFIXES = {
    "v1/index.html": "front",
    "v1/01-use.html": "c01",
    "v1/02-signs.html": "c02",
    "glossary.html": "glossary",
}


def prepared(content: str, url: str = "v1/01-use.html") -> str:
    """Return what an article's HTML becomes in a book, without the line breaks between blocks."""
    page = Article("v1/01-use", "vi", "1.1", "Title", url, content)
    prefixes = {**PREFIXES, **{f"en/{name}": prefix for name, prefix in PREFIXES.items()}}
    text = str(html.tostring(prepare(page, prefixes), encoding="unicode"))
    assert text.startswith('<article id="c01">')
    return text.removeprefix('<article id="c01">').removesuffix("</article>").replace("\n", "")


def converted(markdown: str) -> str:
    """Return what the manuals' Markdown dialect makes of a text, prepared for print."""
    return prepared(article(markdown))


def article(markdown: str) -> str:
    """Return the HTML that the site has of a text."""
    return Markdown(extensions=dialect(), extension_configs=OPTIONS).convert(markdown)


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        pytest.param(
            "One[^a] two.\n\n[^a]: The *note*.",
            '<p>One<span class="note"><span class="note-part">The <em>note</em>.</span></span>'
            " two.</p>",
            id="where it is cited, no way back",
        ),
        pytest.param(
            "One[^b] two[^a].\n\n[^a]: First written.\n[^b]: First cited.",
            '<p>One<span class="note"><span class="note-part">First cited.</span></span>'
            ' two<span class="note"><span class="note-part">First written.</span></span>.</p>',
            id="each at its own place",
        ),
        pytest.param(
            "One[^a].\n\n[^a]: First.\n\n    Second.",
            '<p>One<span class="note"><span class="note-part">First.</span>'
            '<span class="note-part">Second.</span></span>.</p>',
            id="several paragraphs",
        ),
        pytest.param(
            "One[^a], two[^b], one[^a] again, two[^b].\n\n[^a]: First.\n[^b]: Second.",
            '<p>One<span class="note"><span class="note-part">First.</span></span>,'
            ' two<span class="note"><span class="note-part">Second.</span></span>,'
            ' one<sup class="note-again">1</sup> again,'
            ' two<sup class="note-again">2</sup>.</p>',
            id="cited again by its number alone",
        ),
        pytest.param(
            "One[^a].\n\n[^a]: See[^b].\n[^b]: Deep.",
            '<p>One<span class="note"><span class="note-part">See<span class="note">'
            '<span class="note-part">Deep.</span></span>.</span></span>.</p>',
            id="a note in a note",
        ),
        pytest.param(
            "| a[^a] |\n|---|\n| b[^b] |\n\n[^a]: First.\n[^b]: Second.",
            '<table><thead><tr><th>a<span class="note"><span class="note-part">First.</span>'
            '</span></th></tr></thead><tbody><tr><td>b<span class="note"><span class="note-part">'
            "Second.</span></span></td></tr></tbody></table>",
            id="in a table",
        ),
        pytest.param("The 2^nd^ x<sup>2</sup>.", "<p>The 2^nd^ x<sup>2</sup>.</p>", id="no note"),
    ],
)
def test_footnotes(markdown: str, wanted: str) -> None:
    """A footnote moves to where it is cited first, whole, and its list goes."""
    assert converted(markdown) == wanted


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (
            '<h2 id="means">Means<a class="headerlink" href="#means" title="#">#</a></h2>',
            '<h2 id="c01-means">Means</h2>',
        ),
        (
            '<p class="numbered"><a class="pn" id="p4" href="#p4" aria-label="x">1.1.4</a>A</p>',
            '<p class="numbered"><span class="pn" id="c01-p4">1.1.4</span>A</p>',
        ),
        ('<p>a <span class="term" title="x">victim</span> b</p>', "<p>a victim b</p>"),
        (
            '<div class="box" id="bus"><ol id="x"><li>a</li></ol></div>',
            '<div class="box" id="c01-bus"><ol id="c01-x"><li>a</li></ol></div>',
        ),
    ],
)
def test_parts_of_the_web_go(content: str, wanted: str) -> None:
    """Ids get the chapter's prefix; permalinks, tooltips and a number's link to itself go."""
    assert prepared(content) == wanted


@pytest.mark.parametrize("kind", ["checklist", "handout"])
@pytest.mark.parametrize(
    ("between", "marked"), [("", True), ("<p>a</p>", True), ("<p>a</p><p>b</p>", False)]
)
def test_a_form_takes_its_heading_along(kind: str, between: str, marked: bool) -> None:
    """The page of a form begins at the heading right above it, one paragraph between or none."""
    heading = '<h2 class="form-heading">F</h2>' if marked else "<h2>F</h2>"
    box = f'<div class="box box-{kind}"></div>'
    assert prepared(f"<h2>F</h2>{between}{box}") == f"{heading}{between}{box}"


@pytest.mark.parametrize(
    ("url", "href", "wanted"),
    [
        ("v1/01-use.html", "#means", "#c01-means"),
        ("v1/01-use.html", "01-use.html", "#c01"),
        ("v1/01-use.html", "02-signs.html", "#c02"),
        ("v1/01-use.html", "02-signs.html#look", "#c02-look"),
        ("v1/01-use.html", "index.html#about", "#front-about"),
        ("v1/01-use.html", "../glossary.html#vic-01", "#glossary-vic-01"),
        ("en/v1/01-use.html", "../glossary.html#vic-01", "#glossary-vic-01"),
        ("en/v1/01-use.html", "02-signs.html#look", "#c02-look"),
    ],
)
def test_links_within_the_book(url: str, href: str, wanted: str) -> None:
    """A link to another page of the book leads to its place in the book, in both languages."""
    found = prepared(f'<p><a href="{href}" title="x">1.2.3</a>.</p>', url)
    assert found == f'<p><a href="{wanted}">1.2.3</a>.</p>'


@pytest.mark.parametrize(
    "href",
    [
        "../v2/01-cases.html#a",
        "../index.html",
        "99-none.html",
        "https://example.org/",
        "mailto:a@b",
    ],
)
def test_links_out_of_the_book_become_text(href: str) -> None:
    """A link that print cannot follow leaves its words, and no dead link in the PDF."""
    assert prepared(f'<p>See <a href="{href}">the <em>other</em></a>.</p>') == (
        "<p>See the <em>other</em>.</p>"
    )


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        pytest.param("- a\n- b", "<ul><li>a</li><li>b</li></ul>", id="tight"),
        pytest.param("- a\n\n- b", "<ul><li>a</li><li>b</li></ul>", id="loose"),
        pytest.param(
            "- a\n\n    b\n\n- c",
            '<ul><li><span class="item-part">a</span><span class="item-part">b</span></li>'
            "<li>c</li></ul>",
            id="two paragraphs",
        ),
        pytest.param(
            "1. a\n\n    - b\n\n2. c",
            "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
            id="list in a list",
        ),
    ],
)
def test_lists(markdown: str, wanted: str) -> None:
    """No paragraph stands in a list item: PDF/UA forbids what WeasyPrint makes of it."""
    assert converted(markdown) == wanted


@pytest.mark.parametrize(
    ("url", "src", "wanted"),
    [
        ("v1/01-use.html", "rings.png", "v1/rings.png"),
        ("v1/01-use.html", "../assets/map.png", "assets/map.png"),
        ("en/v1/01-use.html", "rings.png", "v1/rings.png"),
        ("en/v1/01-use.html", "../../v1/rings.png", "v1/rings.png"),
        ("v1/01-use.html", "hai%20%231.png", "v1/hai%20%231.png"),
    ],
)
def test_pictures(url: str, src: str, wanted: str) -> None:
    """Pictures are named from docs/ in both languages; print loads all of them at once."""
    found = prepared(f'<p><img alt="x" src="{src}" loading="lazy"></p>', url)
    assert found == f'<p><img alt="x" src="{wanted}"></p>'


def test_every_letter_is_kept() -> None:
    """Whatever moves, the tiny project's chapter loses no letter."""
    folder = Path(__file__).parents[1] / "fixtures" / "tiny" / "docs" / "v1-foundations"
    text = (folder / "03-law.vi.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    content = article(text.replace("///", ""))
    before = html.fragment_fromstring(content, create_parent="div").text_content()
    after = html.fragment_fromstring(prepared(content), create_parent="div").text_content()
    assert sorted(filter(str.isalpha, after)) == sorted(filter(str.isalpha, before))
