"""The test before and after a course, and the table into which its answers are typed."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from manuals.chapters import Manuals
from manuals.courses.course import Course
from manuals.items.drawing import PRE, Drawn, draw
from manuals.items.item import SHORT, read_items
from manuals.languages import DEFAULT, Language

SEED = 5  # of the first ten, it spreads the right answers of Volume 1 most evenly
COUNT = 20  # 15 to 20 items in 20 minutes (manual-anatomy.md)
CODE = "code"
COMMENT = "#"


def course_test(
    manuals: Manuals, course: Course, form: str = PRE, *, seed: int = SEED, count: int = COUNT
) -> tuple[Drawn, ...]:
    """Return the test of a course's written chapters, without short answers: they take long.

    Empty if none of them has a question in every language.
    """
    chapters = {number for session in course.sessions for number in session.chapters}
    items = [item for item in read_items(manuals, chapters) if item.type != SHORT]
    return draw(items, seed, count, form)


def has_test(course: Course) -> bool:
    """Return whether the timetable of a course has a test."""
    return any(step.method == "test" for session in course.sessions for step in session.steps)


def column_head(drawn: Drawn) -> str:
    """Return an item's id with the chapter's letters in printed order: q-driver=cab.

    So whoever types the answers types the letters of the paper, and no number has to be kept.
    """
    return f"{drawn.item.id}={''.join(drawn.order)}" if drawn.order else drawn.item.id


def answer_table(test: Sequence[Drawn], languages: Mapping[str, Language]) -> str:
    """Return the CSV to type into: a row a participant, a column an item as the paper has them.

    With the mark of UTF-8 and semicolons, since Vietnamese Excel opens only that as a table.
    """
    ordered = sorted(languages.values(), key=lambda words: words.locale != DEFAULT)
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([CODE, *(column_head(drawn) for drawn in test)])
    for key, cells in (
        ("number", [str(number) for number in range(1, len(test) + 1)]),
        ("type_here", [_expected(drawn) for drawn in test]),
    ):
        told = " · ".join(words.of("results", key) for words in ordered)
        writer.writerow([f"{COMMENT} {told}", *cells])
    return "\ufeff" + text.getvalue()


def _expected(drawn: Drawn) -> str:
    return " ".join(drawn.item.answers) or "0 – 1"
