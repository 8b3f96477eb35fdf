"""Local content in packs: only when the order names the academy, and trainers' text apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from manuals.commands.course_packs import write_packs
from manuals.courses.loading import load_courses
from manuals.courses.order import Order
from manuals.editions import TRAINER
from manuals.errors import Problem
from tests.academy import add_academy
from tests.conftest import REPOSITORY
from tests.print.packs.lesson import texts
from tests.small_course import NAME, add_small_course

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.slow
def test_local_content(project: Callable[[], Project]) -> None:
    """The slot is filled, marked; notes only for trainers; without the name it is as before."""
    copy = project()
    copy.write("mkdocs.yml", (REPOSITORY / "mkdocs.yml").read_bytes())
    add_academy(copy)
    add_small_course(copy)
    copy.edit(NAME, "03-law#phone-call", "03-law#local")
    (course,) = load_courses(copy.root)
    order = Order(course, "vi", date(2026, 12, 7), "Hạ Long", academy="hoc-vien-a")
    warnings: list[Problem] = []

    def made(order: Order) -> list[str]:
        places = write_packs(copy.root, copy.root / "dist", order, TRAINER, [], warnings.append)
        names = ("c9.vi.participant.pdf", "c9.vi.trainer.pdf")
        pairs = zip(places, names, strict=True)
        return [" ".join(texts(place / name)) for place, name in pairs]

    participant, trainer = made(order)
    assert "Nội dung của Học viện A: Sổ hộ tịch" in participant
    assert "Tổ bộ môn, ngày 07/12/2026." in participant
    assert "Mười phút" not in participant
    assert "Mười phút" in trainer
    assert [str(warning).partition("warning: ")[2] for warning in warnings] == [
        "not written yet: chapter 3.2: the pack is made without it"
    ]
    assert "Học viện A" not in "".join(made(replace(order, academy="")))
