"""A course of one day about the tiny project's chapter on law, and its packs in a folder."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from manuals.convert import article_of
from manuals.courses.course import Course, Day, Pause, Session, Step
from manuals.courses.order import Order
from manuals.export import Article
from manuals.pages import Run

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law"
HANDOUT = """/// handout | Grid for tables
    id: table-grid

{}
///

## Checklist {{#checklist}}"""


def both(en: str, vi: str) -> dict[str, str]:
    """Return one text a locale."""
    return {"en": en, "vi": vi}


def session(number: str, start: int, *uses: str, chapters: tuple[str, ...] = ("1.3",)) -> Session:
    """Return a session of forty minutes that takes boxes of the chapter on law."""
    return Session(
        number=number,
        start=start,
        end=start + 40,
        title=both(f"The law, part {number}", f"Pháp luật, phần {number}"),
        method=both("talk", "trình bày"),
        steps=(
            Step(10, "talk", both("Say why it matters", "Nêu vì sao cần học")),
            Step(30, "exercise", both("Fill the grid", "Điền bảng")),
        ),
        chapters=chapters,
        uses=tuple(f"{LAW}#{use}" for use in uses),
        materials={"en": ("Pens in two colours",), "vi": ("Bút hai màu",)},
        roles=both("The national trainer leads.", "Giảng viên trong nước chủ trì."),
        cut=both("The second case.", "Tình huống thứ hai."),
        line=7,
    )


def course() -> Course:
    """Return the course; its last session stands on a chapter that nobody has written."""
    return Course(
        id="t1",
        path="data/courses/t1.yml",
        title=both("Law in a day", "Pháp luật trong một ngày"),
        audience=both("Investigators", "Điều tra viên"),
        persons=(6, 12),
        trainers=both("Two trainers", "Hai giảng viên"),
        room=both("Three tables", "Ba bàn"),
        cut_first=both("The second half", "Nửa sau"),
        net_minutes=120,
        days=(
            Day(
                (
                    session("1", 480, "parts", "meeting", "desk", "table-grid"),
                    Pause("break", 520, 530, 20),
                    session("2", 530, "checklist", "phone-call"),
                    session("3", 570, chapters=("3.2",)),
                ),
                {},
                5,
            ),
        ),
    )


def order(locale: str = "en", day: int = 7, place: str = "Hạ Long") -> Order:
    """Return an order for the course."""
    return Order(course(), locale, date(2026, 12, day), place)


def with_handout(copy: Project) -> Project:
    """Give the chapter a handout that participants get."""
    for locale, text, heading in (
        ("en", "Write facts, not guesses.", "Checklist"),
        ("vi", "Ghi sự việc, không suy đoán.", "Bảng kiểm"),
    ):
        name = f"docs/{LAW}.{locale}.md"
        box = HANDOUT.format(text).replace("Checklist", heading)
        copy.edit(name, f"## {heading} {{#checklist}}", box)
    return copy


def articles(run: Run, locale: str = "en") -> dict[str, Article]:
    """Return the chapter on law."""
    return {LAW: article_of(run, run.manuals.pairs[LAW], locale)}


def texts(path: Path) -> list[str]:
    """Return the text of each page, on one line."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def tagged(data: bytes) -> list[str]:
    """Return the kinds of the elements right below the document, in order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (top,) = pdf.Root.StructTreeRoot.K
        return [str(element.S) for element in top.K]
