"""Compose a course's day sheets: one A4 page a day across, big enough to read on a wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from pathlib import Path

from manuals.chapters import Manuals
from manuals.courses.course import Course, Day, Pause
from manuals.courses.day_table import GROUP
from manuals.courses.page import FOLDER, day_title, sheets_name
from manuals.courses.timetable import span
from manuals.languages import Language
from manuals.print.document import dated_document
from manuals.print.fetcher import HERE
from manuals.print.pdf import Book
from manuals.print.running import quoted
from manuals.print.volumes import write_book

STYLE = HERE / "style" / "day_sheets.css"
SIZES = (24, 22, 20, 18, 16, 14, 12)  # points
WIDTH, HEIGHT = 762, 425  # points that the table and its rows have (style/day_sheets.css)
BESIDE = 10.1  # of the size: what times and numbers take of the width
LETTER = 0.53  # of the size: a wide average of Be Vietnam Pro's letters
LINE, PADDING = 1.25, 0.5  # of the size: a line, and what a row adds to its lines


def set_day_sheets(
    manuals: Manuals, courses: Iterable[Course], folder: Path, cache: Path | None = None
) -> list[Path]:
    """Write the day sheets of all courses into `folder`/courses; return their paths."""
    return [
        write_book(
            compose_day_sheets(manuals, course, locale),
            manuals.root / "docs",
            folder / FOLDER,
            cache,
        )
        for course in courses
        for locale in manuals.languages
    ]


def compose_day_sheets(
    manuals: Manuals,
    course: Course,
    locale: str,
    dates: Sequence[date] = (),
    place: str = "",
) -> Book:
    """Return the sheets of all days, the same in both editions; without dates a line for each."""
    words = manuals.languages[locale]
    volume = manuals.shelf.volumes[0]
    texts = manuals.shelf.texts
    title = words.of(GROUP, "sheets_title").format(title=course.title[locale])
    size = type_size(course, locale)
    sheets = []
    for number, day in enumerate(course.days, 1):
        on = words.date(dates[number - 1]) if dates else ""
        when = " · ".join(each for each in (on, place) if each)
        sheets.append(_sheet(course, day, number, words, when))
    foot = f"{texts['short_title'][locale]} · {texts['mark'][locale]}"
    style = STYLE.read_text(encoding="utf-8") + (
        f".day-sheet table {{ font-size: {size}pt; }}\n"
        f"@page day-sheet {{ @bottom-left {{ content: {quoted(foot)} }} }}\n"
    )
    said = {"description": course.audience[locale]}
    page = dated_document(manuals, words, title, said, volume.date, sheets)
    return Book(sheets_name(course, locale).removesuffix(".pdf"), page, style)


def type_size(course: Course, locale: str) -> int:
    """Return the largest size in points at which the fullest day stays on its page."""
    return next(
        (
            size
            for size in SIZES
            if all(_height(day, locale, size) <= HEIGHT for day in course.days)
        ),
        SIZES[-1],
    )


def _height(day: Day, locale: str, size: int) -> float:
    """Return an estimate of the height of a day's rows in points, rather too high than too low."""
    letters = int((WIDTH - BESIDE * size) / (LETTER * size))
    lines = sum(
        1 if isinstance(entry, Pause) else -(-len(entry.title[locale]) // letters)
        for entry in day.entries
    )
    return size * (LINE * lines + PADDING * len(day.entries))


def _sheet(course: Course, day: Day, number: int, words: Language, when: str) -> str:
    rows = ""
    for entry in day.entries:
        times = f'<th scope="row">{span(entry.start, entry.end)}</th>'
        if isinstance(entry, Pause):
            name = escape(words.of(GROUP, entry.kind))
            rows += f'<tr class="pause">{times}<td></td><td>{name}</td></tr>'
        else:
            title = escape(entry.title[words.locale])
            rows += f"<tr>{times}<td>{escape(entry.number)}</td><td>{title}</td></tr>"
    heads = "".join(
        f'<th scope="col">{escape(words.of(GROUP, key))}</th>'
        for key in ("time", "number", "session")
    )
    shown = escape(when) if when else f"{escape(words.of(GROUP, 'day_date'))} <span></span>"
    return (
        '<section class="day-sheet">'
        f'<p class="day-course">{escape(course.title[words.locale])}</p>'
        f'<div class="day-head"><h1>{escape(day_title(day, number, words))}</h1>'
        f'<p class="day-when">{shown}</p></div>'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
    )
