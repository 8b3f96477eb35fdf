"""The calendar file, read back by another program (icalendar) and by the rules of RFC 5545."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from manuals.courses.calendar import calendar
from manuals.courses.course import Course
from manuals.courses.dates import course_dates
from tests.small_course import SECRET, add_small_course

if TYPE_CHECKING:
    from tests.conftest import Project

MONDAY = date(2026, 12, 7)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PLACE = "Hạ Long, Quảng Ninh; phòng họp\nsố 2 \\ tầng 3"


@pytest.fixture
def course(project: Callable[[], Project]) -> Course:
    """Return the small course."""
    return add_small_course(project())


def test_another_program_reads_it(course: Course) -> None:
    """An event a session, at its time in Viet Nam, with its number, title and the place."""
    found = Calendar.from_ical(calendar(course, "vi", MONDAY, PLACE, ZONE))
    assert found.errors == []
    events = found.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [
        "1.1 Khai mạc",
        "1.2 Pháp luật",
        "2.1 Những giờ đầu",
    ]
    assert {str(event["LOCATION"]) for event in events} == {PLACE}
    start, end = events[1].decoded("DTSTART"), events[1].decoded("DTEND")
    assert start == datetime(2026, 12, 7, 8, 45, tzinfo=ZONE)
    assert start.utcoffset() == timedelta(0)
    assert end - start == timedelta(minutes=60)
    assert events[2].decoded("DTSTART").astimezone(ZONE).date() == date(2026, 12, 8)
    assert not any(event.errors for event in events)


def test_summer_time(course: Course) -> None:
    """Where clocks change, a day's hours are those of its date."""
    for day, hours in ((date(2026, 7, 6), 2), (MONDAY, 1)):
        found = Calendar.from_ical(calendar(course, "vi", day, "", ZoneInfo("Europe/Vienna")))
        start = found.walk("VEVENT")[1].decoded("DTSTART")
        local = datetime(day.year, day.month, day.day, 8, 45, tzinfo=UTC)
        assert start == local - timedelta(hours=hours)


def test_lines(course: Course) -> None:
    """CRLF, at most 75 octets a line, no letter cut in two (RFC 5545, 3.1)."""
    long = replace(course, title={"vi": "Khóa tập huấn về điều tra tội phạm mua bán người " * 3})
    text = calendar(long, "vi", MONDAY, "Đ" * 200, ZONE)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    assert "Đ" * 200 in text.replace("\r\n ", "")


def test_names_stay(course: Course) -> None:
    """Another place or language changes the same events; each event has its own name."""

    def names(*asked: object) -> list[str]:
        found = Calendar.from_ical(calendar(course, *asked, ZONE))  # type: ignore[arg-type]
        return [str(event["UID"]) for event in found.walk("VEVENT")]

    first = names("vi", MONDAY, "Hạ Long")
    assert first == names("en", MONDAY, "Huế")
    assert len({*first, *names("vi", date(2026, 12, 14), "Hạ Long")}) == 6


def test_nothing_for_trainers(course: Course) -> None:
    """No step, role, material or cut."""
    assert SECRET not in calendar(course, "en", MONDAY, "", ZONE)
    assert "LOCATION" not in calendar(course, "en", MONDAY, " ", ZONE)


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (MONDAY, [7, 8, 9, 10]),
        (date(2026, 12, 10), [10, 11, 14, 15]),
        (date(2026, 12, 12), [12, 13, 14, 15]),
    ],
)
def test_a_weekend_is_free(first: date, days: list[int]) -> None:
    """A course that begins on a Thursday ends on a Tuesday."""
    assert [day.day for day in course_dates(4, first)] == days
