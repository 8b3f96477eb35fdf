"""Used lengths of boxes: what hangs on no containing block is worked out once a style.

WeasyPrint 70 works out margins, paddings, borders and sizes of every box anew (layout/percent.py,
resolve_percentages), and so it does with the corners (resolve_radii_percentages).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.layout import percent
from weasyprint.layout.absolute import AbsolutePlaceholder

from manuals.print.quick.replacing import in_place_of
from manuals.print.quick.styles import LOGICAL

WHOLE: Any = percent.resolve_percentages
LENGTHS = (
    *(
        f"{kind}_{side}"
        for kind in ("margin", "padding")
        for side in ("left", "right", "top", "bottom")
    ),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
LEAST = ("min_width", "min_height")
RULES = {*LENGTHS, *(name for length in LENGTHS for name in LOGICAL[length])}


@contextmanager
def quick_lengths() -> Iterator[None]:
    """Take a style's lengths from its last box while this lasts."""
    with in_place_of(WHOLE, _resolve):
        yield


def _resolve(box: Any, containing_block: Any) -> None:
    """Set used values as attributes of a box."""
    style = box.style
    try:
        used = style.used_lengths
    except AttributeError:
        used = style.used_lengths = _fixed(style)
    if used is None:
        WHOLE(box, containing_block)
        return
    own = vars(box._box if isinstance(box, AbsolutePlaceholder) else box)
    own.update(used[0])
    for name, width in used[1]:
        own.setdefault(name, width)


def _fixed(style: Any) -> tuple[dict[str, Any], list[tuple[str, Any]]] | None:
    """Return the used values, or nothing where one hangs on more than the style.

    Borders that collapse are apart: a table's cells may have them already. A layout changes no
    style but a copy that it has just made.
    """
    if style["box_sizing"] != "content-box":
        return None
    rules = getattr(style, "cascaded", {})  # an anonymous box has none
    if style.keys().isdisjoint(LENGTHS) and RULES.isdisjoint(rules):
        used = INITIAL
    else:
        used = {name: _used(name, style[name]) for name in LENGTHS}
        if None in used.values():
            return None
    borders = [(name, style[name]) for name in BORDERS]
    if style["border_collapse"] == "collapse":
        return used, borders
    return used | dict(borders), []


def _used(name: str, value: Any) -> Any:
    """Return the used value of a length, or nothing where it hangs on the containing block."""
    if value == "auto":
        return 0 if name in LEAST else value
    return value.value if getattr(value, "unit", None) == "px" else None


INITIAL = {name: _used(name, INITIAL_VALUES[name]) for name in LENGTHS}
