"""An order for a pack: which course, in which language, when and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from manuals.courses.course import Course
from manuals.courses.dates import course_dates
from manuals.errors import ManualError, Problem, nearest
from manuals.languages import Language

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST_PLACE = 80


@dataclass(frozen=True)
class Order:
    """A course in a language, given from the day `first`, at a place.

    `academy` is the folder of data/local/ whose additions the course uses.
    """

    course: Course
    locale: str
    first: date
    place: str
    academy: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The date of each day of the course."""
        return course_dates(len(self.course.days), self.first)

    def dates(self, words: Language) -> str:
        """Return the first and the last day as a language writes them."""
        ends = dict.fromkeys((self.days[0], self.days[-1]))
        return " – ".join(words.date(day) for day in ends)


def find_course(courses: Mapping[str, Course], id: str) -> Course:
    """Return a course by its id; ManualError names those that there are."""
    if id in courses:
        return courses[id]
    what = f'there is no course "{id}"{nearest(id, courses)}'
    todo = f"name one of {', '.join(courses)}" if courses else "write data/courses/c1.yml first"
    raise ManualError([Problem("data/courses", 0, what, todo)])


def read_day(text: str, today: date) -> tuple[date, list[Problem]]:
    """Return the first day, and a warning if it is over; ManualError for what is no date."""
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        what = f"there is no day {text}"
        raise ManualError([Problem("--date", 0, what, "look it up in a calendar")]) from None
    if day is None:
        what = f'"{text}" is not a date in the form year-month-day'
        raise ManualError([Problem("--date", 0, what, "write it like 2026-12-07")])
    if day >= today:
        return day, []
    what = f"{text} is in the past (today is {today.isoformat()})"
    return day, [Problem("--date", 0, what, "check the year and the month", warning=True)]


def read_place(text: str) -> str:
    """Return the place on one line; ManualError if it is too long for a cover."""
    place = " ".join(text.split())
    if len(place) > LONGEST_PLACE:
        what = f"the place has {len(place)} letters, more than {LONGEST_PLACE}"
        raise ManualError([Problem("--place", 0, what, "name town and house only")])
    return place
