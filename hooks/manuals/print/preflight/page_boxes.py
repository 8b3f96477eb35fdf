"""The page boxes: media around bleed around trim; a press file's bleed and trim as ordered."""

from __future__ import annotations

from collections.abc import Iterator

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Printed
from manuals.print.preflight.promised import Unit

BLEED = 3 / 25.4 * 72  # 3 mm in points
TOLERANCE = 0.05
TODO = "mend the page's size in the print style"

Box = tuple[float, float, float, float]


def check_page_boxes(printed: Printed, *, press: bool) -> Iterator[Finding]:
    """Yield pages whose boxes do not nest; in a press file also a bleed below 3 mm."""
    sizes: dict[tuple[int, int], int] = {}
    for number, page in enumerate(printed.pdf.pages, 1):
        media, bleed, trim = (
            _box(page.get(name) or page.mediabox) for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        if press and "/TrimBox" not in page:
            yield _finding(f"page {number} has no trim box")
        elif not (_holds(media, bleed) and _holds(bleed, trim)):
            yield _finding(f"page {number}: the trim box is not inside the bleed box, or not both")
        elif press and not _holds(bleed, _grown(trim, BLEED)):
            yield _finding(f"page {number}: the bleed is less than 3 mm")
        sizes.setdefault((round(trim[2] - trim[0]), round(trim[3] - trim[1])), number)
    if press and len(sizes) > 1:
        pages = ", ".join(str(number) for number in sizes.values())
        yield _finding(f"pages of several sizes (first of each: {pages})")


def _box(values: object) -> Box:
    left, bottom, right, top = (float(value) for value in values)  # type: ignore[attr-defined]
    return left, bottom, right, top


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + TOLERANCE
        and outer[1] <= inner[1] + TOLERANCE
        and outer[2] >= inner[2] - TOLERANCE
        and outer[3] >= inner[3] - TOLERANCE
    )


def _finding(what: str) -> Finding:
    return Finding(Unit("", "", ""), what, TODO)
