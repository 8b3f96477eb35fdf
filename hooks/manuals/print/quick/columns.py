"""Columns laid out once where they are full.

WeasyPrint 70 lays columns out to see how high they must be, and then again as they were
(layout/column.py, columns_layout). On all pages of an index but the last the first is as good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block, column

from manuals.print.quick.replacing import in_place_of

COLUMNS: Any = column.columns_layout
BLOCK: Any = block.block_box_layout
NEAR = 1e-6  # pixels


@contextmanager
def quick_columns() -> Iterator[None]:
    """Take what was laid out for its height where it stays as it is while this lasts."""
    with in_place_of(COLUMNS, _columns):
        yield


def _columns(*arguments: Any) -> Any:
    with in_place_of(BLOCK, _once(), only=block):
        return COLUMNS(*arguments)


def _once() -> Callable[..., Any]:
    """Return a layout of blocks that remembers columns."""
    kept: list[tuple[Any, float, Any, Any]] = []

    def lay_out(context: Any, box: Any, space: float, skip: Any, *rest: Any, **more: Any) -> Any:
        around, alone, placed, fixed, margins, *styles = rest
        if not box.is_column:
            return BLOCK(context, box, space, skip, *rest, **more)
        if margins is None:  # the last time
            for place, (first, room, begin, found) in enumerate(kept):
                if first is box.children[0] and abs(room - space) < NEAR and begin == skip:
                    del kept[place]
                    found[0].translate(box.position_x - found[0].position_x)
                    return found
            return BLOCK(context, box, space, skip, *rest, **more)
        # What fits where it is not alone on a page is the same where it is.
        before = _marks(context)
        tried = (around, False, placed, fixed, margins, *styles)
        found = BLOCK(context, box, space, skip, *tried, **more)
        if found[0] is None and alone:
            return BLOCK(context, box, space, skip, *rest, **more)
        if found[0] is not None and _marks(context) == before and not placed and not fixed:
            kept.append((box.children[0], space, skip, found))
        return found

    return lay_out


def _marks(context: Any) -> tuple[int, ...]:
    """Return how much a layout has left behind beside its boxes."""
    running = context.running_elements.values()
    return (
        len(context.excluded_shapes),
        len(context.current_page_footnotes),
        len(context.reported_footnotes),
        len(context.broken_out_of_flow),
        sum(len(boxes) for pages in running for boxes in pages.values()),
    )
