"""What a timetable must keep to, seen by itself: no gaps, no overlaps, pauses, minutes."""

from __future__ import annotations

from itertools import pairwise

from manuals.courses.course import Course, Day, Pause, Session
from manuals.errors import Problem

LONGEST_STRETCH = 120  # minutes of sessions without a pause
LONG_DAY = 300  # minutes from the first session to the last that need a lunch


def check_timetable(course: Course) -> list[Problem]:
    """Return what is wrong with a course's times, minutes and session numbers."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for session in course.sessions:
        if session.number in seen:
            what = f"session {session.number} stands already on line {seen[session.number]}"
            problems.append(Problem(course.path, session.line, what, "give it another number"))
        seen.setdefault(session.number, session.line)
        total = sum(step.minutes for step in session.steps)
        if total != session.minutes:
            what = (
                f"session {session.number} lasts {session.minutes} minutes, its steps add up to "
                f"{total}"
            )
            problems.append(Problem(course.path, session.line, what, "mend the steps or the time"))
    for place, day in enumerate(course.days, 1):
        problems += _day(course, day, place)
    return problems


def _day(course: Course, day: Day, place: int) -> list[Problem]:
    path = course.path
    problems = []
    for first, second in pairwise(day.entries):
        if second.start < first.end:
            what = (
                f"day {place}: {_name(second)} begins at {clock(second.start)}, but "
                f"{_name(first)} (line {first.line}) ends at {clock(first.end)}"
            )
            problems.append(Problem(path, second.line, what, "let one begin when the other ends"))
        elif second.start > first.end:
            what = (
                f"day {place}: nothing from {clock(first.end)} to {clock(second.start)}, before "
                f"{_name(second)}"
            )
            problems.append(Problem(path, second.line, what, "fill the gap or write - break:"))
    if day.net != course.net_minutes:
        what = f"day {place} has {day.net} net minutes, not {course.net_minutes}"
        todo = "mend the times, or net_minutes if every day is to be so long"
        problems.append(Problem(path, day.line, what, todo))
    stretch = 0
    for entry in day.entries:
        stretch = 0 if isinstance(entry, Pause) else stretch + entry.minutes
        if stretch > LONGEST_STRETCH:
            what = f"day {place}: {stretch} minutes without a break by the end of {_name(entry)}"
            todo = f"write - break: before it; at most {LONGEST_STRETCH} minutes are borne"
            problems.append(Problem(path, entry.line, what, todo))
    lunches = [entry for entry in day.entries if isinstance(entry, Pause) and entry.kind == "lunch"]
    if day.entries and day.entries[-1].end - day.entries[0].start > LONG_DAY and not lunches:
        problems.append(Problem(path, day.line, f"day {place} has no lunch", "write - lunch:"))
    return problems


def _name(entry: Session | Pause) -> str:
    return f"session {entry.number}" if isinstance(entry, Session) else f"the {entry.kind}"


def clock(minutes: int) -> str:
    """Return minutes after midnight as a time of day: 08:45."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def span(start: int, end: int) -> str:
    """Return two times in minutes after midnight as 08:00–08:45."""
    return f"{clock(start)}–{clock(end)}"
