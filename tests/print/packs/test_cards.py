"""Cards: cuts meet on both sides, each card has its own back, none runs over its cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from manuals.editions import TRAINER
from manuals.errors import ManualError
from manuals.print.packs.card_files import write_cards
from manuals.print.packs.cards import ROLE
from manuals.print.packs.frame import Frame
from tests.print.packs.lesson import LAW, articles, course

if TYPE_CHECKING:
    from tests.conftest import Project

MM = 72 / 25.4
WITHIN = 0.5  # millimetres that front and back may differ
LONG = "Answer only what you are asked, and only in short sentences. "


def made(copy: Project, folder: Path) -> pypdfium2.PdfDocument:
    """Make the role cards of the course in English, with Vietnamese backs."""
    run = copy.run(TRAINER)
    frame = Frame(run.manuals, course(), run.manuals.languages["en"], TRAINER)
    both = {"en": articles(run), "vi": articles(run, "vi")}
    path = write_cards(frame, ROLE, both, folder / "pack", folder / "cache")
    assert path
    return pypdfium2.PdfDocument(path.read_bytes())


def cuts(page: pypdfium2.PdfPage) -> tuple[list[float], list[float]]:
    """Return the middles of upright and of level marks, in millimetres from left and bottom."""
    upright, level = [], []
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = (value / MM for value in item.get_bounds())
        if right - left < 1 < top - bottom:
            upright.append((left + right) / 2)
        elif top - bottom < 1 < right - left and right - left < 12:
            level.append((bottom + top) / 2)
    return upright, level


def corner(page: pypdfium2.PdfPage, part: str) -> tuple[bool, bool]:
    """Return whether a text stands in the left half, and in the upper half."""
    text = page.get_textpage()
    found = text.search(part).get_next()
    assert found, part
    left, bottom, _, _ = text.get_charbox(found[0])
    return left < 105 * MM, bottom > 148.5 * MM


def test_cuts_and_cards_meet(project: Callable[[], Project], tmp_path: Path) -> None:
    """Turned on the long edge, each cut of the front meets one of the back, each card its own."""
    document = made(project(), tmp_path)
    front, back = document
    width = front.get_width() / MM
    (upright, level), (upright_back, level_back) = cuts(front), cuts(back)
    assert len(upright) == len(level) == 3
    for mine, other in zip(upright, upright_back, strict=True):
        assert abs(mine - (width - other)) <= WITHIN
    for mine, other in zip(sorted(level), sorted(level_back), strict=True):
        assert abs(mine - other) <= WITHIN
    vi = {"Officer": "Cán bộ", "Witness": "Người làm chứng"}
    for role, other in vi.items():
        left, upper = corner(front, role)
        assert corner(back, other) == (not left, upper)


def test_a_long_card_gets_half_a_sheet(project: Callable[[], Project], tmp_path: Path) -> None:
    """What a quarter cannot hold is set two to a sheet; what a half cannot hold is refused."""
    copy = project()
    text = "You are in a hurry."
    copy.edit(f"docs/{LAW}.en.md", text, LONG * 25)
    document = made(copy, tmp_path)
    assert len(document) == 2
    upright, level = cuts(document[0])
    assert (len(upright), len(level)) == (0, 3)
    copy.edit(f"docs/{LAW}.en.md", LONG * 25, LONG * 60)
    with pytest.raises(ManualError, match="a card is too long for half a sheet"):
        made(copy, tmp_path)
