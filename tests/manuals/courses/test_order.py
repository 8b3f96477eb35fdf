"""What is typed for a course: known ids, days as year-month-day, a place that fits a cover."""

from __future__ import annotations

from datetime import date

import pytest

from manuals.courses.order import find_course, read_day, read_place
from manuals.errors import ManualError

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("text", ["7/12/2026", "2026-12-7", "20261207", "tomorrow", "2026-W50-1"])
def test_other_forms_of_a_date_are_refused(text: str) -> None:
    """7/12 would be July to some; nothing is guessed."""
    with pytest.raises(ManualError, match="write it like 2026-12-07"):
        read_day(text, TODAY)


def test_days_that_do_not_exist_and_days_that_are_over() -> None:
    """30 February is an error; yesterday is a warning."""
    with pytest.raises(ManualError, match="there is no day 2026-02-30"):
        read_day("2026-02-30", TODAY)
    day, (problem,) = read_day("2026-11-24", TODAY)
    assert day == date(2026, 11, 24)
    assert problem.warning
    assert "in the past" in str(problem)
    assert read_day("2026-11-25", TODAY) == (TODAY, [])


def test_unknown_courses_and_long_places() -> None:
    """The message names what there is."""
    with pytest.raises(ManualError, match='there is no course "c9"'):
        find_course({}, "c9")
    with pytest.raises(ManualError, match="the place has 81 letters"):
        read_place("x" * 81)
    assert read_place("  Hạ   Long ") == "Hạ Long"
