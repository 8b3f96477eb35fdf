"""Which pages need more than the black plate: a printing house charges for each of them."""

from __future__ import annotations

import pydyf

from manuals.print.press.operators import Operator, is_picture, operators


def colour_pages(pdf: pydyf.PDF) -> list[int]:
    """Return the pages, from 1, on which a converted PDF lays cyan, magenta or yellow."""
    return sorted({operator.page for operator in operators(pdf) if _has_colour(operator)})


def _has_colour(operator: Operator) -> bool:
    if operator.name in ("k", "K"):
        return any(float(value) for value in operator.given[:3])
    if operator.name == "Do" and is_picture(operator.object):
        (dots,) = operator.object.stream
        return any(any(dots[plate::4]) for plate in range(3))
    return False
