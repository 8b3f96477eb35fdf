"""Day sheets: a page a day across, big type, nothing for trainers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from manuals.chapters import load_manuals
from manuals.courses.values import courses_of
from manuals.print.day_sheets import compose_day_sheets, set_day_sheets, type_size
from tests.conftest import COUNTRY, REPOSITORY
from tests.small_course import SECRET, add_small_course

if TYPE_CHECKING:
    from tests.conftest import Project


def texts(path: Path) -> list[str]:
    """Return the text of each page, which must lie across on A4."""
    with pypdfium2.PdfDocument(path) as document:
        sizes = {tuple(round(side) for side in page.get_size()) for page in document}
        assert sizes == {(842, 595)}
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.slow
def test_each_day_of_every_course_is_one_page(tmp_path: Path) -> None:
    """Whatever its sessions are called, in type that is read from the back of the room."""
    manuals = load_manuals(REPOSITORY, COUNTRY)
    courses = courses_of(manuals)
    written = iter(set_day_sheets(manuals, courses, tmp_path))
    for course in courses:
        for locale in manuals.languages:
            pages = texts(next(written))
            assert type_size(course, locale) >= 16
            assert len(pages) == len(course.days)
            for page, day in zip(pages, course.days, strict=True):
                for session in day.sessions:
                    assert f"{session.number} {session.title[locale]}" in page
    assert not list(written)


def test_small_course(project: Callable[[], Project], tmp_path: Path) -> None:
    """Times, numbers, titles and pauses; a line for the date, since no date is known."""
    copy = project()
    course = add_small_course(copy)
    first, second = texts(set_day_sheets(copy.load(), [course], tmp_path)[1])
    assert first.startswith("Khóa nhỏ: *luật* & trật tự Ngày 1 Ngày: Thời gian Buổi Nội dung")
    assert "08:45–09:45 1.2 Pháp luật" in first
    assert "08:30–08:45 Nghỉ giải lao" in first
    assert "Ngày 2. Phỏng vấn điều tra" in second
    assert SECRET not in first + second


def test_dates_and_place(project: Callable[[], Project]) -> None:
    """For a pack, where both are known."""
    copy = project()
    course = add_small_course(copy)
    dates = (date(2026, 12, 7), date(2026, 12, 8))
    page = compose_day_sheets(copy.load(), course, "en", dates, "Hạ Long").html
    assert '<p class="day-when">7 December 2026 · Hạ Long</p>' in page
    assert '<p class="day-when">8 December 2026 · Hạ Long</p>' in page


def test_a_full_day_is_set_smaller(project: Callable[[], Project]) -> None:
    """Rather smaller type than a second page."""
    course = add_small_course(project())
    day = course.days[0]
    full = replace(course, days=(replace(day, entries=day.entries * 6),))
    assert type_size(course, "vi") == 24
    assert 12 <= type_size(full, "vi") <= 16
