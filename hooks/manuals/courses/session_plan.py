"""What only trainers see of a course: minutes line by line, roles, materials, what to cut first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from manuals.courses.course import Course, Session
from manuals.courses.day_table import GROUP
from manuals.courses.timetable import span
from manuals.languages import Language


def running_box(course: Course, words: Language) -> Iterator[str]:
    """Yield the box on how the course is run, if anything is said of it."""
    locale = words.locale
    lines = _lines(
        [
            ("trainers", course.trainers.get(locale, "")),
            ("room", course.room.get(locale, "")),
            ("cut_first", course.cut_first.get(locale, "")),
        ],
        words,
    )
    if lines:
        yield _box("", lines, words)


def plan_box(session: Session, words: Language) -> Iterator[str]:
    """Yield the box with a session's plan, if there is one."""
    locale = words.locale
    steps = _steps(session, words) if session.steps else ""
    lines = _lines(
        [
            ("trainers", session.roles.get(locale, "")),
            ("materials", " · ".join(session.materials.get(locale, ()))),
            ("cut", session.cut.get(locale, "")),
        ],
        words,
    )
    if steps or lines:
        yield _box(words.of(GROUP, "plan"), [steps, *lines], words)


def _steps(session: Session, words: Language) -> str:
    heads = "".join(
        f'<th scope="col">{escape(words.of(GROUP, key))}</th>'
        for key in ("time", "minutes", "step")
    )
    methods = words.words[GROUP]["methods"]
    rows, start = "", session.start
    for step in session.steps:
        what = f"{escape(step.what[words.locale])} ({escape(methods[step.method])})"
        time = span(start, start + step.minutes)
        rows += (
            f'<tr><td class="session-time">{time}</td><td>{step.minutes}</td><td>{what}</td></tr>'
        )
        start += step.minutes
    head = f"<thead><tr>{heads}</tr></thead>"
    return f'<table class="timetable plan">{head}<tbody>{rows}</tbody></table>'


def _lines(rows: Sequence[tuple[str, str]], words: Language) -> list[str]:
    return [
        f"<p><strong>{escape(words.of(GROUP, key))}:</strong> {escape(text)}</p>"
        for key, text in rows
        if text
    ]


def _box(name: str, parts: Iterable[str], words: Language) -> str:
    kind = f'<span class="box-kind">{escape(words.of("boxes", "trainer"))}</span>'
    title = f'{kind}: <span class="box-name">{escape(name)}</span>' if name else kind
    return f'<div class="box box-trainer"><p class="box-title">{title}</p>{"".join(parts)}</div>'
