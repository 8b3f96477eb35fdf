"""Styles of pseudo-elements, shared by elements that share theirs.

WeasyPrint 70 gives equal elements one style, but each of them six of its own for markers and notes
that most of them never have (css/__init__.py, StyleFor.__init__).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css import StyleFor

from manuals.print.quick.replacing import in_place_of

SET: Any = StyleFor.set_computed_styles
NOTES = frozenset({"note-call", "note-marker", "note-callback"})
SHARED = NOTES | {"before", "after", "marker", "footnote-call", "footnote-marker"}


@contextmanager
def quick_pseudo_elements() -> Iterator[None]:
    """Share such styles while this lasts."""
    with in_place_of(SET, _set):
        yield


def _set(style_for: Any, element: Any, parent: Any, **more: Any) -> None:
    """Give an element, or a pseudo-element of it, its style: the one of an equal it was given."""
    kind = more.get("pseudo_type")
    if kind not in SHARED:
        SET(style_for, element, parent, **more)
        return
    computed = style_for.get_computed_styles()
    rules = style_for.get_cascaded_styles()[element, kind]
    own = computed[parent, None]
    # A note is given an anchor of its own, and is told by its position (boxes.py, is_note).
    if "anchor" in rules or (kind in NOTES and "position" in own.cascaded):
        SET(style_for, element, parent, **more)
        return
    known = vars(own).setdefault("pseudo_styles", {})
    key = kind, *((name, id(value), weight) for name, (value, weight) in rules.items())
    if key not in known:
        SET(style_for, element, parent, **more)
        known[key] = computed[element, kind]
    computed[element, kind] = known[key]
