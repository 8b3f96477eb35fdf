"""The trainer pack: minutes line by line, notes, answers, materials, the interpreter's terms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from manuals.editions import TRAINER
from manuals.print.packs.making import make_trainer
from tests.print.packs.lesson import articles, order, texts, with_handout

if TYPE_CHECKING:
    from tests.conftest import Project


def test_a_trainer_finds_everything_in_order(
    project: Callable[[], Project], tmp_path: Path
) -> None:
    """Overview, timetable, materials; for each session plan and terms; a chapter's notes once."""
    run = with_handout(project()).run(TRAINER)
    make_trainer(
        run.manuals,
        order(),
        {"en": articles(run), "vi": articles(run, "vi")},
        tmp_path / "pack",
        tmp_path / "cache",
    )
    whole = " ".join(texts(tmp_path / "pack" / "t1.en.trainer.pdf"))
    wanted = (
        "It holds answers and notes for trainers.",
        "Participants. 6–12",
        "Room. Three tables",
        "Timetable",
        "1 Pens in two colours",
        "Session 1",
        "08:00 10 talk Say why it matters 08:10 30 exercise Fill the grid",
        "Who does what. The national trainer leads.",
        "This session uses. The parts (1.3); Case 1.3-A (invented): The meeting",
        "If time is short. The second case.",
        "For the interpreter: terms of this session",
        "crime of human trafficking tội mua bán người",
        "Twenty minutes.",
        "Questions of the chapter, with answers",
        "Answer: b",
        "Session 2",
        "Chapter 3.2 is not written yet.",
    )
    places = [whole.find(text) for text in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)
    assert whole.count("Twenty minutes.") == 1
