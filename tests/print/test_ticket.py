"""The job ticket: figures of the file that goes with it, in both languages."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from manuals.errors import Problem
from manuals.print.outputs import Pressed
from manuals.print.press.colour import Press
from manuals.print.sheet import measure_sheet
from manuals.print.ticket import Ticket, make_ticket, page_ranges, ticket_json, ticket_text
from manuals.printing import Printing

if TYPE_CHECKING:
    from manuals.chapters import Manuals

PAPER = {"en": "White", "vi": "Trắng"}
COVER = {"en": "Card", "vi": "Bìa cứng"}
BINDING = {"en": "Sewn", "vi": "Khâu chỉ"}
PRINTING = Printing("data/print/house.icc", "FOGRA39", PAPER, COVER, BINDING, 0.1, 250)
COARSE = Problem("docs/a.png", 0, "printed at 72 dots an inch", "put in another", warning=True)
BODY = Pressed(b"body", [Counter()] * 8, (595.2756, 841.8898), (2, 5, 6), (COARSE,))
FILES = {"v1-foundations.vi.press.pdf": b"body", "v1-foundations.vi.cover.pdf": b"cover"}


def ticket(manuals: Manuals, body: Pressed = BODY) -> Ticket:
    """Return the ticket of the tiny project's volume in Vietnamese."""
    volume, sheet = manuals.shelf.volumes[0], measure_sheet(body, 0.1)
    return make_ticket(volume, "vi", "participant", PRINTING, Press(b"icc"), sheet, body, FILES)


def test_for_a_program(tiny: Manuals) -> None:
    """Every figure as a number, every text in both languages, each file's checksum."""
    found = json.loads(ticket_json(ticket(tiny)))
    assert (found["trim"], found["bleed"], found["pages"]) == ([210, 297], 3, 8)
    assert (found["black"], found["colour"]) == ([1, 3, 4, 7, 8], [2, 5, 6])
    assert (found["spine"], found["sheet"]) == (0.4, [420.4, 297])
    assert (found["paper"], found["cover"], found["binding"]) == (PAPER, COVER, BINDING)
    assert (found["profile"], found["condition"]) == ("house.icc", "FOGRA39")
    assert found["profile_sha256"] == hashlib.sha256(b"icc").hexdigest()
    assert found["files"] == [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in FILES.items()
    ]
    assert found["warnings"] == [str(COARSE)]


def test_for_people(tiny: Manuals) -> None:
    """A line a figure in both languages, the book's own first; the warnings at the end."""
    lines = ticket_text(ticket(tiny), tiny, tiny.shelf.volumes[0]).splitlines()
    assert lines[0].startswith("# Phiếu đặt in / Job ticket: Tập 1. Kiến thức nền tảng / Volume 1.")
    for line in (
        "| Khổ thành phẩm | Trimmed size | 210 × 297 mm |",
        "| Trang in màu (3 trang) | Printed in colour (3 pages) | 2, 5–6 |",
        "| Trang chỉ in mực đen (5 trang) | Printed in black only (5 pages) | 1, 3–4, 7–8 |",
        "| Tràn lề | Bleed | mỗi cạnh 3 mm; dấu cắt và dấu chồng màu nằm ngoài phần tràn lề / "
        "3 mm on each side; crop and register marks stand outside it |",
        "| Giấy ruột | Paper of the body | Trắng / White |",
        "| Độ rộng gáy | Width of the spine | 0.4 mm |",
        f"{hashlib.sha256(b'cover').hexdigest()}  v1-foundations.vi.cover.pdf",
        "## Cần xử lý trước khi in / To be settled before printing",
        f"- {COARSE}",
    ):
        assert line in lines


def test_nothing_to_settle_and_no_colour(tiny: Manuals) -> None:
    """A list without pages says so; a heading stands over something only."""
    plain = replace(BODY, colour=(), warnings=())
    text = ticket_text(ticket(tiny, plain), tiny, tiny.shelf.volumes[0])
    assert "| Printed in colour (0 pages) | không có / none |" in text
    assert "To be settled" not in text


@pytest.mark.parametrize(
    ("pages", "text"),
    [([], ""), ([4], "4"), ([1, 2, 3], "1–3"), ([1, 3, 4, 9], "1, 3–4, 9"), ([2, 4], "2, 4")],
)
def test_ranges(pages: list[int], text: str) -> None:
    """Pages in a row are named by the first and the last."""
    assert page_ranges(pages) == text
