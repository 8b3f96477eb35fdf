"""Values of styles that hang on no rule: what is inherited or initial is taken as it is.

WeasyPrint 70 asks for each through all that a rule could say (css/__init__.py,
ComputedStyle.__missing__ and AnonymousStyle.__missing__).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import css
from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from manuals.print.quick.replacing import in_place_of

COMPUTED: Any = css.ComputedStyle.__missing__
ANONYMOUS: Any = css.AnonymousStyle.__missing__
OWN_RULES = {"position", "float", "display", "page"}
DECORATIONS = {key for key in INITIAL_VALUES if key.startswith("text_decoration_")}
HANDED_DOWN = frozenset(INHERITED | DECORATIONS)
WORKED_OUT = (INITIAL_NOT_COMPUTED & COMPUTER_FUNCTIONS.keys()) - HANDED_DOWN - OWN_RULES
INITIAL = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key not in HANDED_DOWN | INITIAL_NOT_COMPUTED | OWN_RULES and not check_math(value)
}
LOGICAL: dict[str, tuple[str, ...]] = dict.fromkeys(INITIAL_VALUES, ()) | {
    key: tuple(function(block="ttb", inline=inline) for inline in ("ltr", "rtl"))
    for key, function in PHYSICAL_FUNCTIONS.items()
}
UNKNOWN = object()


@contextmanager
def quick_styles() -> Iterator[None]:
    """Take inherited and initial values as they are while this lasts."""
    with in_place_of(COMPUTED, _computed), in_place_of(ANONYMOUS, _anonymous):
        yield


def _computed(style: Any, key: str) -> Any:
    """Return a value that no rule sets, neither by name nor by side; else WeasyPrint's."""
    cascaded = style.cascaded
    if key not in cascaded:
        value = INITIAL.get(key, UNKNOWN)
        if value is not UNKNOWN:
            if cascaded.keys().isdisjoint(LOGICAL[key]):
                style[key] = value
                return value
        elif key in WORKED_OUT and cascaded.keys().isdisjoint(LOGICAL[key]):
            value = style[key] = COMPUTER_FUNCTIONS[key](style, key, INITIAL_VALUES[key])
            return value
        elif key in HANDED_DOWN and style.parent_style is not None:
            value = style.parent_style[key]
            if not check_math(value):
                style[key] = value
                return value
    return COMPUTED(style, key)


def _anonymous(style: Any, key: str) -> Any:
    """Return the initial value, or that of the parent."""
    value = INITIAL.get(key, UNKNOWN)
    if value is UNKNOWN:
        if key not in HANDED_DOWN:
            return ANONYMOUS(style, key)
        value = style.parent_style[key]
    style[key] = value
    return value
