"""Tests on paper: no answers for participants, one key, the same letters in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from manuals.chapters import Manuals
from manuals.courses.course import Step
from manuals.editions import PARTICIPANT, TRAINER
from manuals.items.course_test import course_test
from manuals.items.drawing import POST, PRE
from manuals.print.packs.frame import Frame
from manuals.print.packs.papers import compose_key, compose_paper, write_tests
from tests.print.packs.lesson import course

TEST = Step(20, "test", {"en": "The test", "vi": "Bài kiểm tra"})


def frame(
    manuals: Manuals,
    locale: str,
    edition: str = PARTICIPANT,
    chapters: tuple[str, ...] = ("1.2", "1.3"),
    steps: tuple[Step, ...] = (TEST,),
) -> Frame:
    """Return the frame of a course of these chapters."""
    lesson = course()
    changes: dict[str, Any] = {"chapters": chapters, "steps": steps}
    days = tuple(
        replace(day, entries=tuple(replace(each, **changes) for each in day.sessions))
        for day in lesson.days
    )
    return Frame(manuals, replace(lesson, days=days), manuals.languages[locale], edition)


def choices(paper: str, question: str) -> list[str]:
    """Return what can be ticked below a question."""
    items = html.document_fromstring(paper).find_class("item")
    found = next(item for item in items if question in item.text_content())
    return [option.text or "" for option in found.findall("ul/li")]


def test_a_paper_asks_and_does_not_answer(tiny: Manuals) -> None:
    """Items, boxes and a place for the code; no answer, objective or edition of trainers."""
    english = frame(tiny, "en")
    book = compose_paper(english, PRE, course_test(tiny, english.course))
    assert "Your code (not your name):" in book.html
    assert choices(book.html, "One sign is enough.") == ["True", "False"]
    assert len(choices(book.html, "What does Article\u00a0150 ask for?")) == 2
    assert "Which article protects a child?" not in book.html, "short answers take too long"
    whole = book.html + book.style
    assert not [text for text in ("All three", "Break Article", "Trainer edition") if text in whole]


def test_the_key_fits_both_papers_in_both_languages(tiny: Manuals) -> None:
    """The letter in the key leads to the right option on every paper."""
    wanted = {"en": "An act, a means and a purpose", "vi": "Hành vi, thủ đoạn và mục đích"}
    asked = {"en": "ask for?", "vi": "đòi hỏi gì?"}
    for locale, right in wanted.items():
        own = frame(tiny, locale)
        tests = [course_test(tiny, own.course, form) for form in (PRE, POST)]
        key = compose_key(replace(own, edition=TRAINER), *tests).html
        found = re.search(rf"<td>(\([ab]\) {right})</td>", key)
        assert found
        for form, test in zip((PRE, POST), tests, strict=True):
            paper = compose_paper(own, form, test).html
            assert found[1] in choices(paper, asked[locale])
        cells = [cell.text for cell in html.document_fromstring(key).findall(".//td")]
        assert "1.3.1" in cells


@pytest.mark.slow
def test_all_papers_are_written(tiny: Manuals, tmp_path: Path) -> None:
    """PDFs that pass the preflight, and the tables that ./scripts/course results reads."""
    paths = write_tests(frame(tiny, "vi", TRAINER), tmp_path / "pack", tmp_path / "cache")
    assert sorted(path.name.partition(".")[2] for path in paths) == [
        "en.post-test.pdf",
        "en.pre-test.pdf",
        "post.csv",
        "pre.csv",
        "vi.post-test.pdf",
        "vi.pre-test.pdf",
        "vi.test-key.pdf",
    ]
    assert all(path.is_file() for path in paths)


def test_no_test_no_papers(tiny: Manuals, tmp_path: Path) -> None:
    """A course without a test, or of chapters that nobody has written, gets none."""
    for own in (
        frame(tiny, "vi", TRAINER, steps=()),
        frame(tiny, "vi", TRAINER, chapters=("3.2",)),
    ):
        assert write_tests(own, tmp_path, tmp_path) == []
