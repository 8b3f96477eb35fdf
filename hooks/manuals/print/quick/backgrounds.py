"""Backgrounds of boxes that have none: most boxes, as a look at their style tells.

WeasyPrint 70 works out the corners and the layers of each box on a page
(layout/background.py, layout_box_backgrounds; layout/percent.py, resolve_radii_percentages).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css.properties import ZERO_PIXELS
from weasyprint.draw.color import get_color
from weasyprint.layout import background
from weasyprint.layout.absolute import AbsolutePlaceholder

from manuals.print.quick.replacing import in_place_of

LAYOUT: Any = background.layout_box_backgrounds
CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
NONE: dict[str, Any] = dict.fromkeys(CORNERS, (0, 0)) | {"background": None}
SOURCES = ("border_image_source", "mask_border_source")


@contextmanager
def quick_backgrounds() -> Iterator[None]:
    """Know a style without background again while this lasts."""
    with in_place_of(LAYOUT, _layout):
        yield


def _layout(
    page: Any, box: Any, image: Any, layout_children: bool = True, style: Any = None
) -> None:
    """Give a box and what stands in it their backgrounds."""
    if style is not None or box is page or not _bare(box.style):
        LAYOUT(page, box, image, layout_children, style)
        return
    vars(box._box if isinstance(box, AbsolutePlaceholder) else box).update(NONE)
    if layout_children:
        for child in box.all_children():
            _layout(page, child, image)


def _bare(style: Any) -> bool:
    """Return whether a style has nothing that is drawn below a box, and square corners."""
    try:
        found: bool = style.bare
    except AttributeError:
        found = style.bare = (
            all(ZERO_PIXELS in style[corner] for corner in CORNERS)
            and all(style[source][0] == "none" for source in SOURCES)
            and all(kind == "none" for kind, _ in style["background_image"])
            and get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
        )
    return found
