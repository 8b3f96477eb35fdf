"""Thumb marks: one step lower for each volume, at the outer edge of both pages."""

from __future__ import annotations

import pytest

from manuals.print.matter.thumb_marks import thumb_marks


@pytest.mark.parametrize(("number", "down"), [(1, 0), (2, 19), (10, 171), (11, 0)])
def test_the_place(number: int, down: int) -> None:
    """The tab bears the number of its volume; after ten they begin again at the top."""
    left, right, *turned = sorted(thumb_marks(number).splitlines())
    for line, side in ((left, "left"), (right, "right")):
        assert line.startswith(f"@page body:{side} {{ @{side}-top {{ content: '{number}';")
        assert f"margin-top: {down}mm" in line
        assert f"margin-{side}: -3mm" in line
    for line, side in zip(turned, ("left", "right"), strict=True):
        assert line.startswith(f"@page turned:{side} {{")
        assert f"translate({10 - down}mm, " in line
