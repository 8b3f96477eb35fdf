"""Country values in the texts of a course: {{ country }} is filled in like in a chapter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from manuals.chapters import Manuals
from manuals.country import Profile
from manuals.courses.course import Course, Day, Session
from manuals.courses.loading import load_courses
from manuals.errors import Problem
from manuals.outline import PLACEHOLDER

Put = Callable[[str, str, int], str]  # a text, its locale, the line of what it belongs to


def courses_of(manuals: Manuals) -> tuple[Course, ...]:
    """Read the courses of a set with its country's values in them."""

    def fill(text: str, locale: str, line: int) -> str:
        return manuals.profile.fill(text, locale)

    return tuple(_put(course, fill) for course in load_courses(manuals.root))


def unknown_values(course: Course, profile: Profile) -> list[Problem]:
    """Return a problem for each value that the country profile does not have."""
    named: set[tuple[str, int]] = set()

    def note(text: str, locale: str, line: int) -> str:
        named.update((match["key"], line) for match in PLACEHOLDER.finditer(text))
        return text

    _put(course, note)
    return profile.unknown(course.path, sorted(named))


def _put(course: Course, put: Put) -> Course:
    """Return a course with what `put` makes of each of its texts."""
    return replace(
        course,
        title=_texts(course.title, 1, put),
        audience=_texts(course.audience, 1, put),
        trainers=_texts(course.trainers, 1, put),
        room=_texts(course.room, 1, put),
        cut_first=_texts(course.cut_first, 1, put),
        days=tuple(_day(day, put) for day in course.days),
    )


def _day(day: Day, put: Put) -> Day:
    entries = tuple(
        _session(entry, put) if isinstance(entry, Session) else entry for entry in day.entries
    )
    return replace(day, entries=entries, title=_texts(day.title, day.line, put))


def _session(session: Session, put: Put) -> Session:
    line = session.line
    return replace(
        session,
        title=_texts(session.title, line, put),
        method=_texts(session.method, line, put),
        roles=_texts(session.roles, line, put),
        cut=_texts(session.cut, line, put),
        materials={
            locale: tuple(put(text, locale, line) for text in texts)
            for locale, texts in session.materials.items()
        },
        steps=tuple(replace(step, what=_texts(step.what, line, put)) for step in session.steps),
    )


def _texts(texts: Mapping[str, str], line: int, put: Put) -> dict[str, str]:
    return {locale: put(text, locale, line) for locale, text in texts.items()}
