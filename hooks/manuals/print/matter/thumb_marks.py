"""Thumb marks: a tab at the outer edge, one step lower for each volume of the set."""

from __future__ import annotations

STEPS = 10  # tabs above each other; then they begin again at the top
HEIGHT, WIDTH, BLEED = 17, 7, 3  # mm
BESIDE = f"calc(var(--outer) - {WIDTH}mm)"  # what it leaves of the margin of style/page.css


def thumb_marks(number: int) -> str:
    """Return the style of a volume's tab on the pages of its chapters.

    It is grey, so that it asks for no colour ink, and runs into the bleed.
    """
    down = (number - 1) % STEPS * (HEIGHT + 2)
    tab = (
        f"content: '{number}'; height: {HEIGHT}mm; width: {WIDTH + BLEED}mm; margin-top: {down}mm; "
        "background: #555; color: #fff; font-weight: 700; font-size: 9pt; text-align: center; "
        "vertical-align: middle"
    )
    right = f"@right-top {{ {tab}; margin-left: {BESIDE}; margin-right: -{BLEED}mm; "
    left = f"@left-top {{ {tab}; margin-right: {BESIDE}; margin-left: -{BLEED}mm; "
    return (
        f"@page body:right {{ {right}padding-right: {BLEED}mm; box-sizing: border-box }} }}\n"
        f"@page body:left {{ {left}padding-left: {BLEED}mm; box-sizing: border-box }} }}\n"
        f"{_turned(tab, down)}"
    )


def _turned(tab: str, down: int) -> str:
    """Return the same for turned pages, where a right page's outer edge lies below.

    WeasyPrint sets the box at the head's end of that edge; it is turned about its own corner.
    """
    sides = (("right", "bottom", BESIDE), ("left", "top", f"-{BLEED}mm"))
    return "".join(
        f"@page turned:{side} {{ @{edge}-right {{ {tab}; "
        f"margin: 0 0 calc(var(--outer) - {HEIGHT}mm); padding-{side}: {BLEED}mm; "
        "box-sizing: border-box; transform-origin: 0 0; "
        f"transform: translate({WIDTH + BLEED - down}mm, {across}) rotate(90deg) }} }}\n"
        for side, edge, across in sides
    )
