"""On which dates a course is given that begins on a certain day."""

from __future__ import annotations

from datetime import date, timedelta

WEEKEND = (5, 6)


def course_dates(count: int, first_day: date) -> tuple[date, ...]:
    """Return the dates of a course of `count` days: a weekend between them is free.

    A course that begins on a Saturday or a Sunday runs through.
    """
    free = () if first_day.weekday() in WEEKEND else WEEKEND
    dates: list[date] = []
    day = first_day
    while len(dates) < count:
        if day.weekday() not in free:
            dates.append(day)
        day += timedelta(days=1)
    return tuple(dates)
