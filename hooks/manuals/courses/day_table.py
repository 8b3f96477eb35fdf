"""A day of a course as a table of HTML: times, numbers, titles with methods, minutes."""

from __future__ import annotations

from html import escape

from manuals.courses.course import Day, Pause, Session
from manuals.courses.timetable import span
from manuals.languages import Language

GROUP = "course_page"  # of the words of a language


def day_table(day: Day, words: Language) -> str:
    """Return the day's table; each session leads to its own section."""
    heads = "".join(
        f'<th scope="col">{escape(words.of(GROUP, key))}</th>'
        for key in ("time", "number", "session", "minutes")
    )
    rows = "".join(
        _pause(entry, words) if isinstance(entry, Pause) else _session(entry, words)
        for entry in day.entries
    )
    return f'<table class="timetable"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def section_id(session: Session) -> str:
    """Return the id of a session's section, the same in both languages: session-1-3."""
    return f"session-{session.number.lower().replace('.', '-')}"


def _session(session: Session, words: Language) -> str:
    title = escape(session.title[words.locale])
    link = f'<a href="#{section_id(session)}">{title}</a>'
    method = escape(session.method[words.locale])
    under = f'<br><span class="session-method">{method}</span>' if method else ""
    return (
        f'<tr><td class="session-time">{span(session.start, session.end)}</td>'
        f'<td class="session-number">{escape(session.number)}</td>'
        f"<td>{link}{under}</td><td>{session.minutes}</td></tr>"
    )


def _pause(pause: Pause, words: Language) -> str:
    name = escape(words.of(GROUP, pause.kind))
    return (
        f'<tr class="pause"><td class="session-time">{span(pause.start, pause.end)}</td>'
        f"<td></td><td>{name}</td><td>{pause.minutes}</td></tr>"
    )
