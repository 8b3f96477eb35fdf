"""No footnote taller than a third of its page: WeasyPrint 70 does not break a note."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import PIXEL, Column, Printed, Run
from manuals.print.preflight.promised import Promised, Unit, letters

TALLEST = 1 / 3
DESCENT = 0.3  # of the letters' size, below the last baseline


def check_footnotes(promised: Promised, printed: Printed) -> Iterator[Finding]:
    """Yield each footnote that leaves its page too little room for text."""
    known = {letters(unit.text): unit for unit in promised.units.get(Column(note=True), [])}
    heights = [float(page.mediabox[3] - page.mediabox[1]) for page in printed.pdf.pages]
    runs = [run for run in printed.runs if run.note >= 0]
    for _, group in groupby(runs, key=lambda run: run.note):
        note = list(group)
        share = _height(note) * PIXEL / heights[note[0].page]
        if share > TALLEST:
            unit = known.get(letters("".join(run.text for run in note)), Unit("", "", ""))
            what = f"footnote {unit.note} takes {share:.0%} of page {note[0].page + 1}"
            yield Finding(unit, what, "shorten it to a third of a page, or put it into the text")


def _height(note: list[Run]) -> float:
    top = min(run.y - run.size for run in note)
    return max(run.y + DESCENT * run.size for run in note) - top
