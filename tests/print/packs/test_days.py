"""What a pack brings for its dates: day sheets for the wall and a calendar file."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar

from manuals.chapters import Manuals
from manuals.print.packs.days import make_days
from tests.print.packs.lesson import order, texts


def test_dates_and_place_stand_on_sheets_and_in_the_calendar(tiny: Manuals, tmp_path: Path) -> None:
    """Participants get both: nothing of steps, roles, materials and cuts is in them."""
    make_days(tiny, order("vi"), tmp_path)
    (sheet,) = texts(tmp_path / "t1-day-sheets.vi.pdf")
    assert "07/12/2026 · Hạ Long" in sheet
    written = (tmp_path / "t1.vi.ics").read_bytes()
    assert b"\n" not in written.replace(b"\r\n", b"")
    events = Calendar.from_ical(written).walk("VEVENT")
    assert {str(event["LOCATION"]) for event in events} == {"Hạ Long"}
    assert {f"{event.decoded('DTSTART'):%Y-%m-%d}" for event in events} == {"2026-12-07"}
    for hidden in ("Nêu vì sao", "chủ trì", "Bút hai màu", "Tình huống thứ hai"):
        assert hidden not in sheet + written.decode().replace("\r\n ", "")
