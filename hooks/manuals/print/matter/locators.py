"""Locators: the pages behind an entry, joined to ranges; the page that defines is bold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement, builder


class Place(NamedTuple):
    """An anchor that an entry leads to; `main` where the text is about it, or defines it."""

    id: str
    main: bool = False
    defines: bool = False


class Locator(NamedTuple):
    """A page, or the pages from `first` to `last`, each a label and the anchor it leads to."""

    first: str
    last: str
    to: str
    end: str
    defines: bool


def locators(places: Iterable[Place], pages: Mapping[str, str]) -> list[Locator]:
    """Return the pages in order; pages that follow each other are one range: 12–14, 20.

    A page that defines stands alone. Roman pages come first and are never joined.
    """
    found: dict[str, tuple[str, bool]] = {}
    for place in places:
        label = pages[place.id]
        anchor, defines = found.get(label, (place.id, False))
        found[label] = (place.id if place.defines else anchor, defines or place.defines)
    joined: list[Locator] = []
    for label in sorted(found, key=_order):
        anchor, defines = found[label]
        before = joined[-1] if joined else None
        if before and not (defines or before.defines) and _follows(before.last, label):
            joined[-1] = before._replace(last=label, end=anchor)
            continue
        joined.append(Locator(label, label, anchor, anchor, defines))
    return joined


def _follows(last: str, label: str) -> bool:
    return last.isdigit() and label.isdigit() and int(label) == int(last) + 1


def _order(label: str) -> tuple[bool, int, str]:
    return (label.isdigit(), int(label) if label.isdigit() else 0, label)


def locator_line(found: Sequence[Locator]) -> HtmlElement:
    """Return the locators as HTML; each page leads to its place.

    They begin with a space: one before them makes WeasyPrint 70 break some lines after their first
    word.
    """
    line = builder.SPAN({"class": "locators"}, " ")
    for number, item in enumerate(found):
        link = builder.A({"href": f"#{item.to}"}, item.first)
        line.append(builder.B(link) if item.defines else link)
        if item.last != item.first:
            line[-1].tail = "\u2013"
            line.append(builder.A({"href": f"#{item.end}"}, item.last))
        if number + 1 < len(found):
            line[-1].tail = ", "
    return line
