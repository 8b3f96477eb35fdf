"""What a pack brings for its dates: day sheets for the wall and a calendar file."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from manuals.chapters import Manuals
from manuals.country import TIME_ZONE
from manuals.courses.calendar import calendar
from manuals.courses.order import Order
from manuals.outputs import put_text
from manuals.print.day_sheets import compose_day_sheets
from manuals.print.volumes import write_book


def make_days(manuals: Manuals, order: Order, folder: Path) -> None:
    """Write both; they change with date and place, so neither goes into a cache."""
    course, locale = order.course, order.locale
    book = compose_day_sheets(manuals, course, locale, order.days, order.place)
    write_book(book, manuals.root / "docs", folder)
    zone = ZoneInfo(manuals.profile.values[TIME_ZONE][locale])
    text = calendar(course, locale, order.first, order.place, zone)
    put_text(text, folder / f"{course.id}.{locale}.ics")
