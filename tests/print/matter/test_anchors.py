"""Blocks as plain text, and ids at places in them: nothing of the text is lost or moved."""

from __future__ import annotations

import re

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.print.matter.anchors import read_blocks, set_anchors
from manuals.print.word_anchors import word_anchors


def article(body: str) -> HtmlElement:
    """Return a prepared chapter."""
    root = html.fragment_fromstring(body, create_parent="article")
    root.set("id", "c01")
    return root


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>A <b>bold</b> word.</p>", ["A bold word."]),
        ('<p><span class="pn">1.1.1</span> Text</p>', [" Text"]),
        ("<ul><li>one<ul><li>inner</li></ul>two</li></ul>", ["one\ntwo", "inner"]),
        ('<p>crime<span class="note"><span>Note</span></span> goes on</p>',
         ["crime\n goes on", "Note"]),
        ("<table><tr><th>H</th><td>C</td></tr></table>", ["H", "C"]),
        ('<h2 id="c01-law"><img class="sync-sign">Law</h2><p>T</p>', ["Law", "T"]),
        ("<p>a<!-- x -->b</p>", ["a\nb"]),
        ("<p></p>", []),
    ],
)  # fmt: skip
def test_the_text_of_blocks(body: str, texts: list[str]) -> None:
    """What is set into a block is a block of its own; the break keeps words apart."""
    assert [block.text for block in read_blocks(article(body))] == texts


def test_the_section() -> None:
    """A block knows the section it stands in, without the chapter's prefix."""
    blocks = read_blocks(article('<p>A</p><h2 id="c01-law">L</h2><p>B</p>'))
    assert [block.section for block in blocks] == ["", "law", "law"]


BODY = (
    '<p>The victim <b>of a crime</b> and<span class="note"><span>a victim</span></span> a victim.'
    "<br>The victim again</p>"
)


def test_anchors_stand_at_their_words() -> None:
    """In texts and in tails, however often a place is named; the text stays as it is."""
    root = article(BODY)
    before = root.text_content()
    found = []
    for number, block in enumerate(list(read_blocks(root))):
        places = [item.start() for item in re.finditer("victim|crime", block.text)]
        ids = set_anchors(block, [*places, *places[:1]], f"x{number}-")
        assert ids == {place: f"x{number}-{place}" for place in places}
    for element in root.iter():
        own = "".join([element.text or "", *(child.tail or "" for child in element)])
        letters = "".join(filter(str.isalnum, own))
        found += [letters[item.before :][:5] for item in word_anchors(element)]
    assert root.text_content() == before
    assert found == ["victi", "victi", "victi", "crime", "victi"]
