"""Where a text says something: its blocks as plain text, and ids at places in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from manuals.print.word_anchors import name_word

BLOCKS = {"p", "li", "td", "th", "h2", "h3", "h4", "dt", "dd"}
HOLDERS = {"ul", "ol", "table", "div", "dl", "blockquote", "img", "br"}
SKIPPED = ("pn", "chapter-number", "box-kind", "box-minutes", "sync-sign")
NOTE = "note"


@dataclass(frozen=True)
class Stretch:
    """A string of the document: the text or the tail of an element, from `start` of the block."""

    start: int
    element: HtmlElement
    tail: bool
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph, list item, cell, heading or footnote; `text` is what stands in it alone.

    `section` is the id of the section's heading without the chapter's prefix.
    """

    element: HtmlElement
    section: str
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The block's own text; a line break stands where something else is set into it."""
        found = ""
        for stretch in self.stretches:
            found += "\n" * (stretch.start - len(found)) + stretch.text
        return found


def read_blocks(article: HtmlElement) -> Iterator[Block]:
    """Yield the blocks of a prepared article in order."""
    section, prefix = "", f"{article.get('id')}-"
    for element in list(article.iter()):
        if element.tag == "h2":
            section = (element.get("id") or "").removeprefix(prefix)
        if element.tag in BLOCKS or element.get("class") == NOTE:
            stretches: list[Stretch] = []
            _read(element, stretches)
            if stretches:
                yield Block(element, section, tuple(stretches))


def _read(element: HtmlElement, found: list[Stretch]) -> None:
    _keep(element, False, found, 0)
    for child in element:
        apart = (
            not isinstance(child.tag, str)
            or child.tag in BLOCKS
            or child.tag in HOLDERS
            or child.get("class") in (*SKIPPED, NOTE)
        )
        if not apart:
            _read(child, found)
        _keep(child, True, found, int(apart))


def _keep(element: HtmlElement, tail: bool, found: list[Stretch], gap: int) -> None:
    text = element.tail if tail else element.text
    if text:
        end = found[-1].start + len(found[-1].text) if found else 0
        found.append(Stretch(end + (gap if found else 0), element, tail, text))


def set_anchors(block: Block, places: Iterable[int], prefix: str) -> dict[int, str]:
    """Put an anchor at the word that begins at each place; return their ids by place."""
    ids: dict[int, str] = {}
    for start in sorted(set(places)):
        stretch = next(item for item in reversed(block.stretches) if item.start <= start)
        before = stretch.text[: start - stretch.start]
        ids[start] = f"{prefix}{start}"
        if stretch.tail:
            name_word(stretch.element.getparent(), stretch.element, before, ids[start])
        else:
            name_word(stretch.element, None, before, ids[start])
    return ids
