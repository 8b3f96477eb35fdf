"""Country values in the texts of a course: {{ country }} is filled in like in a chapter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from manuals.chapters import Manuals
from manuals.country import Profile
from manuals.courses.course import Course, Day, Session
from manuals.courses.loading import load_courses
from manuals.errors import Problem
from manuals.outline import PLACEHOLDER


def courses_of(manuals: Manuals) -> tuple[Course, ...]:
    """Read the courses of a set with its country's values in them."""
    return tuple(_filled(course, manuals.profile) for course in load_courses(manuals.root))


def unknown_values(course: Course, profile: Profile) -> Iterator[Problem]:
    """Yield a problem for each value that the country profile does not have."""
    for session in course.sessions:
        texts = [session.title, session.method, session.roles, session.cut]
        texts += [step.what for step in session.steps]
        texts += [
            {str(n): text} for both in session.materials.values() for n, text in enumerate(both)
        ]
        yield from profile.unknown(course.path, _named(texts, session.line))
    heads = [course.title, course.audience, course.trainers, course.room, course.cut_first]
    yield from profile.unknown(course.path, _named(heads, 1))
    for day in course.days:
        yield from profile.unknown(course.path, _named([day.title], day.line))


def _named(texts: list[Mapping[str, str]], line: int) -> list[tuple[str, int]]:
    found = {
        match["key"]
        for text in texts
        for one in text.values()
        for match in PLACEHOLDER.finditer(one)
    }
    return [(key, line) for key in sorted(found)]


def _filled(course: Course, profile: Profile) -> Course:
    return replace(
        course,
        title=_texts(course.title, profile),
        audience=_texts(course.audience, profile),
        trainers=_texts(course.trainers, profile),
        room=_texts(course.room, profile),
        cut_first=_texts(course.cut_first, profile),
        days=tuple(_day(day, profile) for day in course.days),
    )


def _day(day: Day, profile: Profile) -> Day:
    entries = tuple(
        _session(entry, profile) if isinstance(entry, Session) else entry for entry in day.entries
    )
    return replace(day, entries=entries, title=_texts(day.title, profile))


def _session(session: Session, profile: Profile) -> Session:
    return replace(
        session,
        title=_texts(session.title, profile),
        method=_texts(session.method, profile),
        roles=_texts(session.roles, profile),
        cut=_texts(session.cut, profile),
        materials={
            locale: tuple(profile.fill(text, locale) for text in texts)
            for locale, texts in session.materials.items()
        },
        steps=tuple(replace(step, what=_texts(step.what, profile)) for step in session.steps),
    )


def _texts(texts: Mapping[str, str], profile: Profile) -> dict[str, str]:
    return {locale: profile.fill(text, locale) for locale, text in texts.items()}
