"""The participant pack: what sessions use, in order, nothing of the trainers, its own cover."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from manuals.editions import PARTICIPANT
from manuals.print.packs.making import make_participant
from manuals.print.pdf import Book, set_book
from tests.print.packs.lesson import articles, order, tagged, texts, with_handout

if TYPE_CHECKING:
    from tests.conftest import Project


def made(copy: Project, folder: Path, locale: str = "en", day: int = 7) -> Path:
    """Make the pack; return its path."""
    run = copy.run(PARTICIPANT)
    make_participant(
        run.manuals,
        order(locale, day),
        {"en": articles(run), "vi": articles(run, "vi")},
        folder / "pack",
        folder / "cache",
        handouts=True,
    )
    return folder / "pack" / f"t1.{locale}.participant.pdf"


def test_what_sessions_use_in_order(project: Callable[[], Project], tmp_path: Path) -> None:
    """Cases, role play, handout on a right page, checklist; manual's numbers; no trainer text."""
    pages = texts(made(with_handout(project()), tmp_path))
    whole = " ".join(pages)
    wanted = (
        "Law in a day",
        "7 December 2026",
        "Hạ Long",
        "Timetable",
        "08:00–08:40",
        "Session 1",
        "Read in the manual: The parts (1.3.1–1.3.",
        "Case 1.3-A",
        "Role play 1.3-A",
        "Handout 1.3-A",
        "Session 2",
        "Age known?",
        "Case 1.3-B",
        "Chapter 3.2 is not written yet.",
        "Evaluation of the course",
    )
    places = [whole.find(text) for text in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)
    (handout,) = (place for place, text in enumerate(pages, 1) if "Write facts" in text)
    assert handout % 2 == 1
    assert "Age known?" not in pages[handout]
    for secret in ("You are in a hurry", "Twenty minutes", "All three", "Trainer"):
        assert secret not in whole


def test_another_date_sets_the_cover_alone(
    project: Callable[[], Project], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run takes the body from the cache; cover and body are one tagged file."""
    copy = with_handout(project())
    before = texts(made(copy, tmp_path, "vi"))
    laid: list[str] = []

    def listed(book: Book, docs: Path) -> bytes:
        laid.append(book.name)
        return set_book(book, docs)

    monkeypatch.setattr("manuals.print.volumes.set_book", listed)
    path = made(copy, tmp_path, "vi", day=8)
    assert laid == ["t1.vi.cover"]
    leaf = texts(path.with_name("t1.vi.handouts.pdf"))
    assert ["Ghi sự việc" in leaf[0], "Write facts" in leaf[1], len(leaf)] == [True, True, 2]
    assert "08/12/2026" in texts(path)[0]
    assert texts(path)[2:] == before[2:]
    assert tagged(path.read_bytes())[:2] == ["/Sect", "/Sect"]


def test_every_mark_on_every_page_has_its_element(
    project: Callable[[], Project], tmp_path: Path
) -> None:
    """The parent tree of the joined file leads from each page's marks to elements of that page."""
    data = made(project(), tmp_path).read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for page in pdf.pages:
            for element in tree[int(page.StructParents)]:
                assert element.Pg.objgen == page.obj.objgen
        assert [page.label for page in pdf.pages][:4] == ["a", "b", "i", "1"]
