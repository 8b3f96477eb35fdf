"""The small course of tests/fixtures/course, given to a copy of the tiny project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from manuals.courses.course import Course
from manuals.courses.loading import load_courses

if TYPE_CHECKING:
    from tests.conftest import Project

FOLDER = Path(__file__).parent / "fixtures" / "course"
NAME = "data/courses/c9.yml"
SECRET = "SECRET"  # in every text of the course that only trainers may see


def add_small_course(copy: Project) -> Course:
    """Give the project the course and return it."""
    copy.write(NAME, (FOLDER / "c9.yml").read_bytes())
    (course,) = load_courses(copy.root)
    return course
