"""A course's calendar file for given dates (RFC 5545): an event a session, nothing for trainers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from manuals.courses.course import Course, Session
from manuals.courses.dates import course_dates

LONGEST = 75  # octets of a line (RFC 5545, 3.1)


def calendar(course: Course, locale: str, first_day: date, place: str, zone: ZoneInfo) -> str:
    """Return the calendar file's text; the same course and date give the same events' names.

    So a calendar that is imported again, with another place, changes the events that are there.
    Times are written in UTC, which every calendar shows as its reader's own (RFC 5545, 3.3.5).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Training manuals//Courses//{locale.upper()}",
        "CALSCALE:GREGORIAN",
    ]
    for day, on in zip(course.days, course_dates(len(course.days), first_day), strict=True):
        midnight = datetime.combine(on, time(), zone)
        for session in day.sessions:
            lines += _event(course, session, locale, midnight, first_day, place)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(
    course: Course, session: Session, locale: str, midnight: datetime, first_day: date, place: str
) -> Iterator[str]:
    name = f"{course.id}-{first_day:%Y%m%d}-{session.number.lower()}"
    about = f"{course.title[locale]}\n{session.method[locale]}"
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@courses.manuals"
    yield f"DTSTAMP:{first_day:%Y%m%d}T000000Z"
    yield f"DTSTART:{_moment(midnight, session.start)}"
    yield f"DTEND:{_moment(midnight, session.end)}"
    yield f"SUMMARY;LANGUAGE={locale}:{_text(f'{session.number} {session.title[locale]}')}"
    yield f"DESCRIPTION;LANGUAGE={locale}:{_text(about)}"
    if place.strip():
        yield f"LOCATION:{_text(place)}"
    yield "END:VEVENT"


def _moment(midnight: datetime, minute: int) -> str:
    """Return a time of the day's clock in UTC."""
    return f"{(midnight + timedelta(minutes=minute)).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return a text as a value (RFC 5545, 3.3.11), in NFC."""
    lines = unicodedata.normalize("NFC", text).strip().splitlines()
    escaped = "\n".join(lines).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    whole = "".join(letter for letter in escaped if letter == "\n" or letter.isprintable())
    return whole.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets; no letter is cut in two."""
    pieces = [""]
    for letter in line:
        if len(f"{pieces[-1]}{letter}".encode()) > LONGEST:
            pieces.append(" ")
        pieces[-1] += letter
    return "\r\n".join(pieces)
