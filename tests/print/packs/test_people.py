"""Certificates, plates and sheets: Vietnamese names whole, both languages, nothing over an edge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from manuals.chapters import Manuals
from manuals.courses.names import LONGEST, Person
from manuals.editions import PARTICIPANT
from manuals.print.packs.fitting import overfull
from manuals.print.packs.frame import Frame
from manuals.print.packs.making import make_people
from manuals.print.packs.people import compose_certificates, compose_plates
from manuals.print.pdf import Setter
from tests.print.packs.lesson import course, order, texts

PEOPLE = [Person("Nguyễn Thị Hồng Ánh", "Công an tỉnh A"), Person("Đỗ Văn Khuê", "")]
WORD = "Nguyễn Hoàng Thị Thanh Phương Khuê Trường Thủy Diễm Quỳnh Hương Đặng Trần Lê Võ Ý"
LONG = (WORD[:LONGEST], "W" * LONGEST, "Ặ" * LONGEST)


def test_both_languages_on_each_certificate(tiny: Manuals, tmp_path: Path) -> None:
    """Name and unit once, all else twice; plates read from both sides; a row each on the sheet."""
    make_people(tiny, order("vi"), PEOPLE, tmp_path)
    first, second = texts(tmp_path / "t1.vi.certificates.pdf")
    for wanted in (
        "Nguyễn Thị Hồng Ánh",
        "Công an tỉnh A",
        "Giấy chứng nhận hoàn thành khóa học",
        "Certificate of completion",
        "Pháp luật trong một ngày",
        "Law in a day",
        "07/12/2026, Hạ Long",
        "7 December 2026, Hạ Long",
    ):
        assert first.count(wanted) == 1, wanted
    assert "Đỗ Văn Khuê" in second
    plates = texts(tmp_path / "t1.vi.name-plates.pdf")
    assert [page.count("Khuê") for page in plates] == [0, 2]
    (sheet,) = texts(tmp_path / "t1.vi.sign-in.pdf")
    assert "1 Nguyễn Thị Hồng Ánh Công an tỉnh A 2 Đỗ Văn Khuê" in sheet


def test_without_names_there_is_a_sheet_to_fill_in(tiny: Manuals, tmp_path: Path) -> None:
    """As many rows as the largest group has people."""
    make_people(tiny, order("en"), [], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["t1.en.sign-in.pdf"]
    (sheet,) = texts(tmp_path / "t1.en.sign-in.pdf")
    assert "11 12" in sheet
    assert "13" not in sheet


@pytest.mark.parametrize("name", LONG)
def test_a_name_of_eighty_letters_fits(tiny: Manuals, name: str) -> None:
    """It gets smaller letters and two lines, and stays on its page and on its half of a plate."""
    frame = Frame(tiny, course(), tiny.languages["vi"], PARTICIPANT)
    long = replace(order("vi"), place="x" * 80)
    people = [Person(name, name)]
    setter = Setter(tiny.root / "docs")
    for book, kind in (
        (compose_certificates(frame, long, people), "statement"),
        (compose_plates(frame, people), "face"),
    ):
        over, pages = setter.write(book, lambda made, kind=kind: (overfull(made, kind), made))
        assert over == []
        assert len(pages.sheets) == 1
