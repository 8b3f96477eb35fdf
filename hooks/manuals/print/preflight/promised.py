"""What a book's HTML promises: its texts in order, footnotes, pictures, anchors and links."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from manuals.languages import OTHER
from manuals.print.preflight.printed import TEXT, Column
from manuals.print.word_anchors import Expected

TAGS = "p h1 h2 h3 h4 h5 h6 li td div section article ul ol table tr"
BLOCKS = frozenset(TAGS.split())
LABEL = re.compile(r"\d+\.\d+\.\d+")


@dataclass
class Unit:
    """A block's text; `anchor` is the id it has or that stands before it, `note` from 1."""

    text: str
    anchor: str
    article: str
    note: int = 0


@dataclass
class Promised:
    """What must be printed; a paragraph's number is `labels`, its text is among the units."""

    units: dict[Column, list[Unit]] = field(default_factory=dict)
    pictures: dict[str, list[Unit]] = field(default_factory=dict)
    anchors: list[tuple[Column, str]] = field(default_factory=list)
    labels: list[Unit] = field(default_factory=list)
    links: set[str] = field(default_factory=set)


def read_promised(text: str) -> Promised:
    """Read a book's HTML; heads of tables are left out, for they stand on each of its pages."""
    root = html.document_fromstring(text)
    reader = _Reader(OTHER.get(root.get("lang") or "", ""))
    reader.read(root.find("body"), TEXT, root, linked=False)
    return reader.found


class _Reader:
    def __init__(self, other: str) -> None:
        self.found = Promised()
        self.other = other
        self.anchor = self.article = ""
        self.notes = 0
        self.open: dict[Column, tuple[HtmlElement, Unit]] = {}

    def read(
        self, element: HtmlElement, column: Column, block: HtmlElement, *, linked: bool
    ) -> None:
        """Read an element with all that stands in it."""
        if not isinstance(element.tag, str) or element.tag == "th":
            return
        if element.tag in BLOCKS:
            block = element
        if id := element.get("id"):
            self._anchor(element, id, column)
        if element.tag == "main":
            column = column._replace(language=self.other)
        elif element.tag == "td":
            cells = [item for item in element.getparent() if item.tag in ("td", "th")]
            column = column._replace(number=cells.index(element))
        elif element.get("class") == "note":
            self.notes += 1
            column, block = Column(note=True), element
        elif element.tag in ("img", "svg"):
            self._picture(element, column.language)
            return
        expected = Expected(element)
        linked = linked or element.tag == "a"
        if linked and (target := element.get("href") or "").startswith("#"):
            self.found.links.add(target[1:])
        self._text(element.text, column, block, linked=linked)
        self._words(expected, element.text, column)
        for child in element:
            self.read(child, column, block, linked=linked)
            self._text(child.tail, column, block, linked=linked)
            self._words(expected, child.tail, column)

    def _anchor(self, element: HtmlElement, id: str, column: Column) -> None:
        self.anchor = id
        self.found.anchors.append((column, id))
        if element.tag == "article":
            self.article, self.notes = id, 0
        for _, unit in self.open.values():
            if not letters(unit.text) and not unit.note:
                unit.anchor = id

    def _words(self, expected: Expected, text: str | None, column: Column) -> None:
        self.found.anchors.extend((column, anchor.id) for anchor in expected.read(text))

    def _picture(self, element: HtmlElement, language: str) -> None:
        text = element.get("alt") or element.findtext("title") or ""
        unit = Unit(text, self.anchor, self.article)
        self.found.pictures.setdefault(language, []).append(unit)

    def _text(self, text: str | None, column: Column, block: HtmlElement, *, linked: bool) -> None:
        if not text or not text.strip():
            return
        if not linked and LABEL.fullmatch(text.strip()):
            self.found.labels.append(Unit(text.strip(), self.anchor, self.article))
            return
        owner, unit = self.open.get(column, (None, None))
        if unit is None or owner is not block:
            note = self.notes if column.note else 0
            unit = Unit("", self.anchor, self.article, note)
            self.open[column] = block, unit
            self.found.units.setdefault(column, []).append(unit)
        unit.text += text


def letters(text: str) -> str:
    """Return a text's letters alone: hyphens, spaces and numbers are the layout's."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFC", text)))
