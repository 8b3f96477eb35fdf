"""Ids at words: kept beside the text, looked up when it is laid out.

An element around a word makes three texts of one: each is laid out, drawn and tagged apart. So
the element whose own text it is names the id, and how many letters of that text stand before the
word. Letters and digits alone count: the layout drops blanks and adds hyphens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement
from weasyprint.formatting_structure import boxes

ATTRIBUTE = "data-at"


@dataclass(frozen=True)
class WordAnchor:
    """An id at the word that follows so many letters of its element's own text."""

    id: str
    before: int


def count(text: str | None) -> int:
    """Return the number of letters and digits."""
    return sum(map(str.isalnum, text or ""))


def name_word(element: HtmlElement, child: HtmlElement | None, before: str, id: str) -> None:
    """Give an id to the word behind `before` in an element's text, or in its child's tail."""
    letters = count(before)
    if child is not None:
        letters += count(element.text)
        letters += sum(count(item.tail) for item in child.itersiblings(preceding=True))
    found = [*word_anchors(element), WordAnchor(id, letters)]
    found.sort(key=lambda anchor: anchor.before)
    element.set(ATTRIBUTE, " ".join(f"{anchor.id}:{anchor.before}" for anchor in found))


def word_anchors(element: Any) -> list[WordAnchor]:
    """Return the ids in an element's own text, in order."""
    each = (item.rpartition(":") for item in (element.get(ATTRIBUTE) or "").split())
    return [WordAnchor(id, int(before)) for id, _, before in each]


class Expected:
    """The ids that an element's own text has still to bring while it is read piece by piece."""

    def __init__(self, element: Any) -> None:
        self.anchors = word_anchors(element)
        self.passed = 0

    def read(self, text: str | None) -> Iterator[WordAnchor]:
        """Yield the ids at words of the next piece, `before` counted in this piece."""
        begin = self.passed
        self.passed += count(text) if self.anchors else 0
        while self.anchors and self.anchors[0].before < self.passed:
            anchor = self.anchors.pop(0)
            yield WordAnchor(anchor.id, anchor.before - begin)


def find_words(pages: Sequence[Any]) -> None:
    """Add the ids at words to the anchors of the pages of a layout, which become destinations.

    What a transformed box holds has other coordinates; our styles transform no running text.
    """
    expected: dict[Any, Expected] = {}
    for page in pages:
        for text in _texts(page._page_box):
            if text.element not in expected:
                expected[text.element] = Expected(text.element)
            for anchor in expected[text.element].read(text.text):
                page.anchors[anchor.id] = _area(text, anchor.before)


def _texts(box: Any) -> Iterator[Any]:
    """Yield the texts of elements with ids at words; what a style adds is none of them."""
    if isinstance(box, boxes.TextBox):
        own = box.element is not None and "::" not in box.element_tag
        if own and box.element.get(ATTRIBUTE):
            yield box
    for child in box.all_children():
        yield from _texts(child)


def _area(text: Any, letters: int) -> tuple[float, float, float, float]:
    """Return the word's place from where it begins; a letter is as wide as another."""
    left, top, width, height = text.hit_area()
    begin = left + width * letters / count(text.text)
    return begin, top, left + width, top + height
