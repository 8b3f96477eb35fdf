"""What a press file may not hold: see-through things, gradients, colours that are no inks."""

from __future__ import annotations

from collections.abc import Iterator

import pydyf

from manuals.print.press.operators import Operator, operators


def forbidden(pdf: pydyf.PDF) -> list[str]:
    """Return what WeasyPrint painted that does not belong on a press, with its pages."""
    found: dict[str, list[int]] = {}
    for operator in operators(pdf):
        for what in _forbidden(operator):
            seen = found.setdefault(what, [])
            if operator.page not in seen:
                seen.append(operator.page)
    return [f"{what}, page {', '.join(map(str, seen))}" for what, seen in found.items()]


def _forbidden(operator: Operator) -> Iterator[str]:
    name, object = operator.name, operator.object
    if name == "sh" or (isinstance(object, dict) and "Shading" in object):
        yield "a gradient"
    elif name in ("cs", "CS") and operator.given != ("/Pattern",):
        yield f"a colour in {operator.given[0][1:]}"
    elif name == "gs":
        if "SMask" in object:
            yield "a soft mask"
        for key in ("ca", "CA"):
            if object.get(key, 1) < 1:
                yield f"something see-through ({object[key]:.2g})"
        if object.get("BM", "/Normal") != "/Normal":
            yield f"colours mixed by {object['BM'][1:]}"
