"""Styles of pseudo-elements and of pages, shared by those that are equal.

WeasyPrint 70 gives equal elements one style, but each of them six of its own for markers and notes
that most of them never have, and each page as many for itself and its margins (css/__init__.py,
StyleFor.__init__; layout/page.py, set_page_type_computed_styles).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css import StyleFor
from weasyprint.layout.page import PageType

from manuals.print.quick.replacing import in_place_of

SET: Any = StyleFor.set_computed_styles
NOTES = frozenset({"note-call", "note-marker", "note-callback"})
SHARED = NOTES | {"before", "after", "marker", "footnote-call", "footnote-marker"}


@contextmanager
def quick_equal_styles() -> Iterator[None]:
    """Share such styles while this lasts."""
    with in_place_of(SET, _set):
        yield


def _set(style_for: Any, element: Any, parent: Any, **more: Any) -> None:
    """Give an element, a page, or what belongs to them, its style: the one an equal was given."""
    kind = more.get("pseudo_type")
    computed = style_for.get_computed_styles()
    rules = style_for.get_cascaded_styles().get((element, kind), {})
    own = computed.get((parent, None))
    if not _may_share(style_for, element, kind, rules, own):
        SET(style_for, element, parent, **more)
        return
    known = vars(own).setdefault("equal_styles", {})
    key = (
        kind,
        *(
            (name, id(value), precedence, layer, *specificity)
            for name, (value, (precedence, layer, specificity)) in rules.items()
        ),
    )
    if key not in known:
        SET(style_for, element, parent, **more)
        known[key] = computed[element, kind]
    computed[element, kind] = known[key]


def _may_share(style_for: Any, element: Any, kind: str | None, rules: Any, own: Any) -> bool:
    """Return whether nothing is written into a style but what is the same for all its equals."""
    if isinstance(element, PageType):
        # Lengths of a first page may be found before its size is known.
        return style_for.initial_page_sizes["box"] is not None
    # A note is given an anchor of its own, and is told by its position (boxes.py, is_note).
    return (
        kind in SHARED
        and "anchor" not in rules
        and not (kind in NOTES and "position" in own.cascaded)
    )
