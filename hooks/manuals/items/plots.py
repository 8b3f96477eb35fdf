"""Plots of shares before and after as SVG in the page: hollow is before, filled is after.

Shapes tell them apart in black and white too; a table beside each plot holds the same figures.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from lxml.html.builder import E

from manuals.items.figures import CLASSES, Change

WIDTH = 360  # user units; as many pixels on a telephone, so that letters keep their size
LETTERS = 60  # of a label on one line
LEFT, RIGHT = 10, 272
LINE, ROW = 13, 20
ROWS = 12
BARS = 110
MARK = 4.5


@dataclass(frozen=True)
class PlotWords:
    """The words of a plot in one language."""

    before: str
    after: str
    percent: str


def change_plots(
    title: str, rows: Sequence[tuple[str, Change]], words: PlotWords, told_in: str
) -> Iterator[HtmlElement]:
    """Yield plots of a few rows each, so that none is longer than a printed page.

    A row is a line from the share before to the share after; `told_in` is the table's id.
    """
    for start in range(0, len(rows), ROWS):
        part = rows[start : start + ROWS]
        places = f"{title}: {start + 1}–{start + len(part)}"
        yield _change_plot(places if len(rows) > ROWS else title, part, words, told_in)


def _change_plot(
    title: str, rows: Sequence[tuple[str, Change]], words: PlotWords, told_in: str
) -> HtmlElement:
    parts: list[HtmlElement] = []
    top = 24.0
    for label, change in rows:
        lines = textwrap.wrap(label, LETTERS, max_lines=2, placeholder=" …")
        for line in lines:
            top += LINE
            parts.append(_text(line, 0, top))
        middle = top + 10
        parts += [
            E.line(
                x1=str(LEFT), x2=str(RIGHT), y1=f"{middle:g}", y2=f"{middle:g}", **_class("grid")
            ),
            E.line(
                x1=f"{_x(change.before):g}",
                x2=f"{_x(change.after):g}",
                y1=f"{middle:g}",
                y2=f"{middle:g}",
                **_class("way"),
            ),
            _circle(change.before, middle, "before"),
            _circle(change.after, middle, "after"),
            _text(f"{change.before:.0%} → {change.after:.0%}", WIDTH, middle + 4, "end"),
        ]
        top += ROW + 4
    for share in (0, 0.25, 0.5, 0.75, 1):
        parts.append(_text(f"{share:.0%}", _x(share), top + 14, "middle"))
    return _plot(title, [*_legend(words), *parts], top + 20, told_in)


def spread_plot(
    title: str, spread: tuple[Sequence[int], Sequence[int]], words: PlotWords, told_in: str
) -> HtmlElement:
    """Return two bars a class of ten per cent: how many participants had that score."""
    highest = max(1, *spread[0], *spread[1])
    floor, step = 34 + BARS, (WIDTH - 2 * LEFT) / CLASSES
    parts: list[HtmlElement] = []
    for place in range(CLASSES):
        for side, name in enumerate(("before", "after")):
            count = spread[side][place]
            left = LEFT + place * step + 2 + side * (step / 2 - 2)
            height = BARS * count / highest
            if count:
                size = {"width": f"{step / 2 - 3:g}", "height": f"{height:g}"}
                parts.append(E.rect(x=f"{left:g}", y=f"{floor - height:g}", **size, **_class(name)))
                middle = left + step / 4 - 1.5
                parts.append(_text(str(count), middle, floor - height - 3, "middle"))
    parts.append(
        E.line(x1=str(LEFT), x2=str(WIDTH - LEFT), y1=str(floor), y2=str(floor), **_class("floor"))
    )
    for place in range(CLASSES + 1):
        parts.append(_text(str(place * 10), LEFT + place * step, floor + 14, "middle"))
    parts.append(_text(words.percent, WIDTH / 2, floor + 29, "middle"))
    return _plot(title, [*_legend(words), *parts], floor + 36, told_in)


def _plot(title: str, parts: Sequence[HtmlElement], height: float, told_in: str) -> HtmlElement:
    svg = E.svg(E.title(title), *parts, role="img", viewBox=f"0 0 {WIDTH} {height:g}")
    svg.set("aria-label", title)
    svg.set("aria-describedby", told_in)
    return svg


def _legend(words: PlotWords) -> Iterator[HtmlElement]:
    yield E.circle(cx="8", cy="9", r=str(MARK), **_class("before"))
    yield _text(words.before, 18, 13)
    yield E.circle(cx=str(WIDTH / 2), cy="9", r=str(MARK), **_class("after"))
    yield _text(words.after, WIDTH / 2 + 10, 13)


def _x(share: float) -> float:
    return LEFT + share * (RIGHT - LEFT)


def _circle(share: float, middle: float, name: str) -> HtmlElement:
    return E.circle(cx=f"{_x(share):g}", cy=f"{middle:g}", r=str(MARK), **_class(name))


def _text(text: str, x: float, y: float, anchor: str = "start") -> HtmlElement:
    return E.text(text, {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor})


def _class(name: str) -> dict[str, str]:
    return {"class": name}
