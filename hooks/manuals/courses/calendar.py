"""A course's calendar file for given dates (RFC 5545): an event a session, nothing for trainers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from manuals.courses.course import Course, Session
from manuals.courses.dates import course_dates

ZONE = "Asia/Ho_Chi_Minh"
OFFSET = "+0700"  # since 13 June 1975, without summer time (IANA time zone database)
LONGEST = 75  # octets of a line (RFC 5545, 3.1)
TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    f"TZOFFSETFROM:{OFFSET}",
    f"TZOFFSETTO:{OFFSET}",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar(course: Course, locale: str, first_day: date, place: str) -> str:
    """Return the calendar file's text; the same course and date give the same events' names.

    So a calendar that is imported again, with another place, changes the events that are there.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Training manuals//Courses//{locale.upper()}",
        "CALSCALE:GREGORIAN",
        *TIME_ZONE,
    ]
    for day, on in zip(course.days, course_dates(len(course.days), first_day), strict=True):
        for session in day.sessions:
            lines += _event(course, session, locale, on, first_day, place)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(
    course: Course, session: Session, locale: str, on: date, first_day: date, place: str
) -> Iterator[str]:
    name = f"{course.id}-{first_day:%Y%m%d}-{session.number.lower()}"
    about = f"{course.title[locale]}\n{session.method[locale]}"
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@courses.manuals"
    yield f"DTSTAMP:{first_day:%Y%m%d}T000000Z"
    yield f"DTSTART;TZID={ZONE}:{_moment(on, session.start)}"
    yield f"DTEND;TZID={ZONE}:{_moment(on, session.end)}"
    yield f"SUMMARY;LANGUAGE={locale}:{_text(f'{session.number} {session.title[locale]}')}"
    yield f"DESCRIPTION;LANGUAGE={locale}:{_text(about)}"
    if place.strip():
        yield f"LOCATION:{_text(place)}"
    yield "END:VEVENT"


def _moment(on: date, minute: int) -> str:
    return f"{datetime.combine(on, time()) + timedelta(minutes=minute):%Y%m%dT%H%M%S}"


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
