"""Two articles side by side: what pairs with what, and that nothing is lost or doubled."""

from __future__ import annotations

import random
from functools import cache

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.commands.country import country_of
from manuals.convert import convert_page
from manuals.editions import TRAINER
from manuals.pages import open_run
from manuals.parallel.align import Row, align
from tests.conftest import REPOSITORY


def article(content: str) -> HtmlElement:
    """Parse an article."""
    return html.fragment_fromstring(content, create_parent="article")


def p(number: int) -> str:
    """Return a numbered paragraph."""
    return f'<p class="numbered"><a class="pn" id="p{number}">1.1.{number}</a> Text.</p>'


def box(kind: str, id: str = "") -> str:
    """Return a box; lettered ones have an id."""
    return f'<div class="box box-{kind}" id="{id}"></div>'


def h(id: str, level: int = 2) -> str:
    """Return a heading."""
    return f'<h{level} id="{id}">Title</h{level}>'


def name(element: HtmlElement) -> str:
    """Return what an element is, shortly: p7, ul, law, case#fire."""
    number = element.find("*[@class='pn']")
    if number is not None:
        return str(number.get("id"))
    kind = (element.get("class") or "").removeprefix("box box-") or str(element.tag)
    return f"{kind}#{element.get('id')}" if element.get("id") else kind


def shown(rows: list[Row]) -> list[str]:
    """Return each row as "english | vietnamese"."""
    return [
        " | ".join(" ".join(map(name, row.cells[locale])) or "-" for locale in ("en", "vi"))
        for row in rows
    ]


def sides(en: str, vi: str) -> list[str]:
    """Align two articles and return what stands side by side."""
    return shown(align({"en": article(en), "vi": article(vi)}))


def test_equal_halves_pair_one_to_one() -> None:
    """Title, headings, paragraphs, lists and boxes stand beside their counterparts."""
    text = f"<h1 id='top'>T</h1><p>Lead.</p>{h('a')}{p(1)}<ul></ul>{box('law')}{p(2)}"
    rows = align({"en": article(text), "vi": article(text)})
    assert [row.kind for row in rows] == [
        *("title", "block", "heading", "paragraph", "block", "block", "paragraph")
    ]
    assert [row.number for row in rows] == ["", "", "", "1.1.1", "", "", "1.1.2"]
    assert [row.section for row in rows] == ["", "", "a", "a", "a", "a", "a"]
    assert all(len(row.cells["en"]) == len(row.cells["vi"]) == 1 for row in rows)


def test_number_in_print_is_no_link() -> None:
    """Print makes a span of the number; it is found all the same."""
    text = p(1).replace("<a ", "<span ").replace("</a>", "</span>")
    assert align({"en": article(text), "vi": article(p(1))})[0].number == "1.1.1"


@pytest.mark.parametrize(
    ("en", "vi", "rows"),
    [
        (p(1) + p(2), p(1), ["p1 | p1", "p2 | -"]),
        (p(1), p(1) + p(2), ["p1 | p1", "- | p2"]),
        # sections start at the same number: an addition on one side shifts nothing
        (
            h("a") + p(1) + h("b") + p(3),
            h("a") + p(1) + p(2) + h("b") + p(3),
            ["h2#a | h2#a", "p1 | p1", "- | p2", "h2#b | h2#b", "p3 | p3"],
        ),
        # a list that one side has more stands alone; a paragraph never gives way to it
        (p(1) + "<ul></ul>" + p(2), p(1) + p(2), ["p1 | p1", "ul | -", "p2 | p2"]),
        (
            p(1) + "<ul></ul>" + p(2),
            p(1) + p(2) + "<ul></ul>",
            ["p1 | p1", "ul | -", "p2 | p2", "- | ul"],
        ),
        # numbered and bulleted lists are lists
        (p(1) + "<ul></ul>", p(1) + "<ol></ol>", ["p1 | p1", "ul | ol"]),
        # a table after the paragraph that one side has more is still the same table
        (p(1) + p(2) + "<table/>", p(1) + "<table/>", ["p1 | p1", "p2 | -", "table | table"]),
        (box("law") + box("warning"), box("warning"), ["law | -", "warning | warning"]),
        (box("law") + box("law"), box("law"), ["law | law", "law | -"]),
    ],
)
def test_one_side_has_more(en: str, vi: str, rows: list[str]) -> None:
    """Its row stands with an empty other cell, and what follows pairs again."""
    assert sides(en, vi) == rows


def test_boxes_pair_by_id() -> None:
    """A question is found by its id, whatever stands before it."""
    en = box("question", "a") + box("question", "b") + box("question", "c")
    vi = box("question", "b") + box("question", "c")
    assert sides(en, vi) == [
        "question#a | -",
        "question#b | question#b",
        "question#c | question#c",
    ]


def test_an_id_weighs_more_than_kinds() -> None:
    """In another order something gives way: boxes without an id, however many."""
    plain = box("law") + box("warning")
    assert sides(plain + box("case", "a"), box("case", "a") + plain) == [
        *("law | -", "warning | -", "case#a | case#a", "- | law", "- | warning")
    ]


def test_a_number_weighs_more_than_an_id() -> None:
    """A paragraph stands beside its number whatever boxes have changed places with it."""
    boxes = box("case", "a") + box("case", "b")
    assert sides(boxes + p(1), p(1) + boxes) == [
        *("case#a | -", "case#b | -", "p1 | p1", "- | case#a", "- | case#b")
    ]


def test_section_in_one_language_only() -> None:
    """Its rows have one side, and stand after the section that they follow there."""
    en = h("a") + p(1) + h("only-en", 3) + p(2) + h("b") + p(3)
    vi = h("a") + p(1) + "<ul></ul>" + h("b") + p(3)
    assert sides(en, vi) == [
        "h2#a | h2#a",
        "p1 | p1",
        "- | ul",
        "h3#only-en | -",
        "p2 | -",
        "h2#b | h2#b",
        "p3 | p3",
    ]


def test_mark_of_a_section_that_one_side_lacks() -> None:
    """It names the section where it would stand; the other side's heading stands beside it."""
    mark = '<p class="sync-mark" id="more">More. Only in English.</p>'
    rows = align({"en": article(h("more") + p(2)), "vi": article(p(1) + mark)})
    assert shown(rows) == ["- | p1", "h2#more | sync-mark#more", "p2 | -"]
    assert [row.section for row in rows] == ["", "more", "more"]


def test_heading_of_another_level() -> None:
    """The id says which section it is, not the level."""
    assert sides(h("a", 2), h("a", 3)) == ["h2#a | h3#a"]


def test_missing_half() -> None:
    """All rows have one side."""
    rows = align({"vi": article(h("a") + p(1))})
    assert shown(rows) == ["- | h2#a", "- | p1"]
    assert align({}) == []


@cache
def chapters() -> dict[str, dict[str, str]]:
    """Return the real volume's pages in both languages, trainer edition: all that there is."""
    run = open_run(REPOSITORY, country_of(REPOSITORY), TRAINER, pdf=False)
    return {
        stem: {locale: convert_page(run, f"{stem}.{locale}.md") for locale in ("en", "vi")}
        for stem, pair in run.manuals.pairs.items()
        if pair.volume
    }


def side(rows: list[Row], locale: str) -> list[HtmlElement]:
    """Return all elements of one side from top to bottom."""
    return [element for row in rows for element in row.cells[locale]]


@pytest.mark.slow
def test_the_real_volume_is_whole_and_in_step() -> None:
    """Every element of every chapter stands once and in order; every number has both texts."""
    assert len(chapters()) == 11
    for stem, texts in chapters().items():
        articles = {locale: article(text) for locale, text in texts.items()}
        rows = align(articles)
        for locale, root in articles.items():
            assert side(rows, locale) == list(root), f"{stem} {locale}"
        assert all(row.cells["en"] and row.cells["vi"] for row in rows if row.number)


@pytest.mark.parametrize("seed", range(8))
def test_random_differences(seed: int) -> None:
    """Whatever is taken out, doubled or moved: nothing is lost, and equal numbers stay together."""
    chance = random.Random(seed)
    for texts in chapters().values():
        articles = {locale: article(text) for locale, text in texts.items()}
        for _ in range(chance.randrange(1, 12)):
            spoil(articles[chance.choice(("en", "vi"))], chance)
        rows = align(articles)
        for locale, root in articles.items():
            assert side(rows, locale) == list(root)
        for row in rows:
            found = {str(item.find("*[@class='pn']").text) for item in numbered(row)}
            assert found == ({row.number} if row.number else set())
        assert all(row.cells["en"] or row.cells["vi"] for row in rows)


def numbered(row: Row) -> list[HtmlElement]:
    """Return the numbered paragraphs of a row."""
    cells = [*row.cells["en"], *row.cells["vi"]]
    return [item for item in cells if item.get("class") == "numbered"]


def spoil(root: HtmlElement, chance: random.Random) -> None:
    """Take an element or a whole section out, put a list in, or move an element."""
    place = chance.randrange(len(root))
    element = root[place]
    match chance.choice(("out", "section", "in", "move")):
        case "out":
            root.remove(element)
        case "section":
            while place < len(root) - 1 and root[place].tag != "h2":
                root.remove(root[place])
        case "in":
            root.insert(place, html.fragment_fromstring("<ul><li>More</li></ul>"))
        case "move":
            root.insert(chance.randrange(len(root)), element)
