"""Marks on the sheet outside the bleed, in registration colour: on every plate."""

from __future__ import annotations

from collections.abc import Iterable

import pydyf

from manuals.print.press.boxes import BLEED, MM, SHEET, pages, paint_first, size
from manuals.print.press.operators import resolve

LINE = 0.25
START = BLEED + 1 * MM
END = SHEET - 1 * MM
MIDDLE = (START + END) / 2
CIRCLE = 0.5523 * 2 * MM  # how far the handles of a circle's curve stand off, radius 2 mm
Line = tuple[float, float, float, float]


def add_marks(pdf: pydyf.PDF, folds: Iterable[float] = ()) -> None:
    """Put crop marks and register marks on each page; `folds` are a cover's, from its left edge.

    What a page paints is cut at its bleed, so that nothing runs into the marks.
    """
    registration = pydyf.Array(["/Separation", "/All", "/DeviceCMYK", _all_plates()])
    spaces = _colour_spaces(pdf)
    spaces["All"] = registration
    drawn: dict[tuple[float, float], pydyf.Stream] = {}
    for page in pages(pdf):
        width, height = size(page)
        if (width, height) not in drawn:
            lines = _draw(width, height, list(folds))
            drawn[width, height] = pydyf.Stream(lines, compress=True)
        paint_first(pdf, page, drawn[width, height])


def _all_plates() -> pydyf.Dictionary:
    """Return how a viewer without plates shows them: all four inks in the same strength."""
    return pydyf.Dictionary(
        {
            "FunctionType": 2,
            "Domain": pydyf.Array([0, 1]),
            "C0": pydyf.Array([0, 0, 0, 0]),
            "C1": pydyf.Array([1, 1, 1, 1]),
            "N": 1,
        }
    )


def _colour_spaces(pdf: pydyf.PDF) -> pydyf.Dictionary:
    """Return the one dictionary of colour spaces that all pages share."""
    resources = resolve(pdf, next(pages(pdf))["Resources"])
    found: pydyf.Dictionary = resolve(pdf, resources["ColorSpace"])
    return found


def _draw(width: float, height: float, folds: list[float]) -> list[bytes]:
    drawn = [b"q /All CS 1 SCN", f"{LINE} w".encode()]
    drawn += [_line(*each) for each in _crop_marks(width, height)]
    for x, y in _middles(width, height, folds):
        drawn += _target(x, y)
    drawn.append(b"[2 2] 0 d")
    for x in folds:
        drawn += [_line(x, -START, x, -END), _line(x, height + START, x, height + END)]
    edges = (-BLEED, -BLEED, width + 2 * BLEED, height + 2 * BLEED)
    return [*drawn, b"Q", _numbers(*edges) + b" re W n"]


def _crop_marks(width: float, height: float) -> Iterable[Line]:
    for x in (0.0, width):
        yield x, -START, x, -END
        yield x, height + START, x, height + END
    for y in (0.0, height):
        yield -START, y, -END, y
        yield width + START, y, width + END, y


def _middles(width: float, height: float, folds: list[float]) -> list[tuple[float, float]]:
    """Return where the register marks stand: a cover's not among the marks of its folds."""
    across = (folds[0] if folds else width) / 2
    return [
        (across, -MIDDLE),
        (across, height + MIDDLE),
        (-MIDDLE, height / 2),
        (width + MIDDLE, height / 2),
    ]


def _target(x: float, y: float) -> list[bytes]:
    """Return a circle and a cross: where the plates lie beside each other it shows."""
    r, h, arm = 2 * MM, CIRCLE, 3 * MM
    return [
        _line(x - arm, y, x + arm, y),
        _line(x, y - arm, x, y + arm),
        _numbers(x + r, y) + b" m",
        _numbers(x + r, y + h, x + h, y + r, x, y + r) + b" c",
        _numbers(x - h, y + r, x - r, y + h, x - r, y) + b" c",
        _numbers(x - r, y - h, x - h, y - r, x, y - r) + b" c",
        _numbers(x + h, y - r, x + r, y - h, x + r, y) + b" c S",
    ]


def _line(*ends: float) -> bytes:
    return _numbers(*ends[:2]) + b" m " + _numbers(*ends[2:]) + b" l S"


def _numbers(*values: float) -> bytes:
    return " ".join(f"{value:.3f}" for value in values).encode()
