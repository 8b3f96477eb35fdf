"""Align the two articles of a pair: row by row, nothing lost, nothing twice, each side in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeVar

from lxml.html import HtmlElement

from manuals.languages import OTHER
from manuals.marks import MARK

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LOCALES = tuple(sorted(OTHER))
Item = TypeVar("Item")


@dataclass(frozen=True)
class Row:
    """What stands side by side; `cells` gives each locale its elements, none where it has none.

    `number` is the label of a numbered paragraph ("1.3.7"), else ""; `kind` is title, heading,
    paragraph or block; `section` is the id of the heading above, "" before the first one.
    Beside the heading of a section that one side lacks stands the mark that says so.
    """

    number: str
    kind: str
    section: str
    cells: Mapping[str, Sequence[HtmlElement]]


@dataclass(frozen=True)
class _Part:
    """An element with what it pairs by: two parts with the same key may stand side by side."""

    element: HtmlElement
    kind: str
    key: tuple[str, ...]

    @property
    def weight(self) -> int:
        """A number holds a row together before any box does, a box's id before its kind."""
        return {"block": 100 if self.key[-1] else 1}.get(self.kind, 10_000)


@dataclass(frozen=True)
class _Section:
    id: str
    parts: list[_Part]


def align(articles: Mapping[str, HtmlElement]) -> list[Row]:
    """Return the rows of a pair of finished articles; a locale may be missing.

    Sections pair by id; within one, paragraphs by number, boxes by id, all else by kind and order.
    """
    first, second = (
        _sections(articles[locale]) if locale in articles else [] for locale in LOCALES
    )
    rows = []
    for sections in _pairs(first, second, lambda section: section.id, lambda _: 1):
        left, right = (section.parts if section else [] for section in sections)
        id = next(section.id for section in sections if section)
        for both in _pairs(left, right, lambda part: part.key, lambda part: part.weight):
            part = next(part for part in both if part)
            cells = {
                locale: [each.element] if each else []
                for locale, each in zip(LOCALES, both, strict=True)
            }
            number = part.key[-1] if part.kind == "paragraph" else ""
            rows.append(Row(number, part.kind, id, cells))
    return rows


def _sections(article: HtmlElement) -> list[_Section]:
    found = [_Section("", [])]
    for element in article.iterchildren("*"):
        part = _part(element)
        if part.kind == "heading":
            found.append(_Section(element.get("id") or "", []))
        found[-1].parts.append(part)
    return found


def _part(element: HtmlElement) -> _Part:
    tag, name = str(element.tag), element.get("class") or ""
    if tag in HEADINGS or (name == MARK and element.get("id")):
        kind = "title" if tag == "h1" else "heading"
        return _Part(element, kind, (kind,))
    number = element.find("*[@class='pn']")
    if number is not None:
        return _Part(element, "paragraph", (tag, str(number.text_content())))
    tag = "list" if tag in ("ul", "ol") else tag
    return _Part(element, "block", (tag, name, element.get("id") or ""))


def _pairs(
    first: Sequence[Item],
    second: Sequence[Item],
    key: Callable[[Item], object],
    weight: Callable[[Item], int],
) -> Iterator[tuple[Item | None, Item | None]]:
    """Yield both sequences side by side, each in order, with the heaviest set of equal keys.

    A longest common subsequence; where two are equally heavy the earlier items pair.
    """
    same = zip(first, second, strict=False)
    start = sum(1 for _ in takewhile(lambda both: key(both[0]) == key(both[1]), same))
    yield from zip(first[:start], second[:start], strict=True)
    first, second = first[start:], second[start:]
    best = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for row in reversed(range(len(first))):
        for column in reversed(range(len(second))):
            best[row][column] = max(best[row + 1][column], best[row][column + 1])
            if key(first[row]) == key(second[column]):
                paired = best[row + 1][column + 1] + weight(first[row])
                best[row][column] = max(best[row][column], paired)
    row = column = 0
    while row < len(first) and column < len(second):
        if key(first[row]) == key(second[column]):
            paired = best[row + 1][column + 1] + weight(first[row])
            if best[row][column] == paired:
                yield first[row], second[column]
                row, column = row + 1, column + 1
                continue
        if best[row][column] == best[row + 1][column]:
            yield first[row], None
            row += 1
        else:
            yield None, second[column]
            column += 1
    yield from ((item, None) for item in first[row:])
    yield from ((None, item) for item in second[column:])
