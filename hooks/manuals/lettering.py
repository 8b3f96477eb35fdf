"""Letters of cases, exercises, role plays and handouts: one series a kind a chapter."""

from __future__ import annotations

from collections.abc import Mapping

from manuals.languages import DEFAULT
from manuals.outline import Box, Outline

LETTERED = ("case", "exercise", "role-play", "handout")


def letter_boxes(outlines: Mapping[str, Outline]) -> dict[str, str]:
    """Return the letter of each lettered box by id: A, B …; trainer-only ones TA, TB ….

    The order is that of the default language; what only the other half has comes after it, so
    that both halves share their letters while one of them is ahead.
    """
    letters: dict[str, str] = {}
    series: dict[tuple[str, bool], int] = {}
    halves = sorted(outlines, key=lambda locale: locale != DEFAULT)
    for locale in halves:
        for box in outlines[locale].boxes:
            if box.kind not in LETTERED or not box.id or box.id in letters:
                continue
            hidden = in_trainer_text(box)
            place = series.get((box.kind, hidden), 0)
            series[box.kind, hidden] = place + 1
            letters[box.id] = ("T" if hidden else "") + letter(place)
    return letters


def letter(place: int) -> str:
    """Return A for 0, B for 1 … Z, then AA."""
    return chr(65 + place) if place < 26 else letter(place // 26 - 1) + letter(place % 26)


def in_trainer_text(box: Box) -> bool:
    """Return whether a box stands inside text that only trainers see."""
    return bool(box.parent and box.parent.trainer)
