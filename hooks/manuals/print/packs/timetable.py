"""The timetable of a course in print: a table a day."""

from __future__ import annotations

from html import escape

from manuals.courses.course import Day, Pause, Session
from manuals.courses.page import day_title
from manuals.courses.timetable import span
from manuals.print.packs.frame import Frame


def timetable(frame: Frame) -> str:
    """Return the timetable of all days; it names days by their number, not by date."""
    days = "".join(_day(frame, day, place) for place, day in enumerate(frame.course.days, 1))
    return f'<h1 id="timetable">{escape(frame.word("timetable"))}</h1>{days}'


def _day(frame: Frame, day: Day, place: int) -> str:
    title = day_title(day, place, frame.words)
    rows = "".join(_row(frame, entry) for entry in day.entries)
    heads = "".join(
        f"<th>{escape(frame.word(key))}</th>" for key in ("time", "session", "topic", "method")
    )
    return (
        f'<section class="day"><h2>{escape(title)}</h2><table class="timetable">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _row(frame: Frame, entry: Session | Pause) -> str:
    locale = frame.words.locale
    if isinstance(entry, Pause):
        cells = ("", frame.word(entry.kind), "")
        kind = ' class="pause"'
    else:
        cells = (entry.number, entry.title[locale], entry.method.get(locale, ""))
        kind = ""
    shown = "".join(f"<td>{escape(cell)}</td>" for cell in (span(entry.start, entry.end), *cells))
    return f"<tr{kind}>{shown}</tr>"
