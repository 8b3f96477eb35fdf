"""Ids at words: each is found where its word stands, whatever the layout does to the text."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
from lxml import html
from weasyprint.formatting_structure import boxes

from manuals.print.matter.anchors import read_blocks, set_anchors
from manuals.print.pdf import Book, Setter, set_book
from tests.print.test_joining import CITED, HEAD, STYLE, book

WORD = re.compile(r"\w+")
NARROW = """
article { display: block; width: 40mm; hyphens: auto; text-align: justify }
li::before { content: "Item 7 " } b::after { content: "x9" } td { height: 130mm }
"""


def sentence(name: str) -> str:
    """Return words that stand nowhere else, long enough to be hyphenated."""
    return " ".join(f"international{name}{number}" for number in range(30))


def spoken() -> html.HtmlElement:
    """Return a chapter of all that stands in the way of a count of letters."""
    note = f'<span class="note"><span class="note-part">{sentence("note")}</span></span>'
    head = "<tr><th>A head again on each page</th></tr>"
    rows = "".join(f"<tr><td>{sentence(f'cell{row}x')}</td></tr>" for row in range(3))
    chapter = html.fragment_fromstring(
        f"<h1>Top</h1><h2>{sentence('heading')}</h2>"
        f'<p class="numbered"><span class="pn">1.1.1</span>{sentence("a")} <b>{sentence("b")}</b>'
        f" –  \n {sentence('c')}{note}, {sentence('d')} (<em>{sentence('e')}</em>).</p>"
        f"<ul><li>{sentence('f')}</li></ul>"
        f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>",
        create_parent="article",
    )
    chapter.set("id", "c01")
    return chapter


def text_at(page: Any, left: float, top: float) -> str:
    """Return the text that is laid out at a place."""
    for box in page._page_box.descendants():
        if isinstance(box, boxes.TextBox):
            x, y, width, _ = box.hit_area()
            if y == top and x <= left < x + width:
                return str(box.text)
    return ""


def test_every_word_is_found(tmp_path: Path) -> None:
    """Over lines, pages and notes; a word that is broken is where it begins."""
    chapter = spoken()
    words: dict[str, str] = {}
    for number, block in enumerate(list(read_blocks(chapter))):
        found = {item.start(): item[0] for item in WORD.finditer(block.text)}
        ids = set_anchors(block, found, f"c01-at{number}-")
        words |= {ids[place]: word for place, word in found.items()}
    text = html.tostring(chapter, encoding="unicode")
    made = Book("b", f'{HEAD}<div class="body">{text}</div></body></html>', NARROW)
    pages = Setter(tmp_path).arrange(made)
    seen = {}
    for page in pages.sheets:
        for id, (left, top, *_) in page.anchors.items():
            if id in words:
                seen[id] = text_at(page, left, top)
    assert sorted(words.keys() - seen.keys()) == []
    broken = 0
    for id, word in words.items():
        begun = seen[id].rstrip("-‐").split(" ")[-1]
        whole = word in WORD.findall(seen[id])
        broken += not whole
        assert whole or (begun and word.startswith(begun)), (word, seen[id])
    assert len(words) > 300
    assert len(pages.sheets) > 3
    assert broken > 20


def test_words_on_pages_that_are_painted(tmp_path: Path) -> None:
    """A page with a cited number is made anew; the index still leads to its words."""
    said = '<p data-at="c01-at0-0:0 c01-at0-4:3">One two.</p>'
    asked: dict[str, str] = {}

    def index(pages: Mapping[str, str]) -> str:
        asked.update({id: pages[id] for id in ("c01-at0-0", "c01-at0-4")})
        return '<section><h1 id="index">I</h1><p><a href="#c01-at0-4">1</a></p></section>'

    made = book(1, 1)
    made = replace(made, parts=[f"{made.parts[0]}{said}{CITED}", made.parts[1]], late=[index])
    data = set_book(made, tmp_path)
    assert asked == {"c01-at0-0": "1", "c01-at0-4": "1"}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert {id for id in names if "-at" in id} == asked.keys()
        assert names["c01-at0-4"][0].objgen == pdf.pages[2].objgen
    assert data == set_book(made, tmp_path)


def test_a_word_is_no_element(tmp_path: Path) -> None:
    """Its paragraph is drawn as one text a line, as if nothing were cited of it."""
    one = replace(book(), parts=["<p>One two.</p>"], late=[], style=STYLE)
    one = replace(one, html=f"{HEAD}<p id='front'>F</p></body></html>")
    named = replace(one, parts=['<p data-at="c01-at0-4:3">One two.</p>'])
    both = [Setter(tmp_path).arrange(made).sheets[2] for made in (one, named)]
    texts = [
        [box.text for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)]
        for page in both
    ]
    assert texts[0] == texts[1]
    assert "One two." in texts[0]
    assert [list(page.anchors) for page in both] == [[], ["c01-at0-4"]]
