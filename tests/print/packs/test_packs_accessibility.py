"""All that a pack brings, by veraPDF: clean by PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.commands.course_packs import write_packs
from manuals.courses.names import Person
from manuals.courses.order import Order
from manuals.courses.values import courses_of
from manuals.editions import TRAINER
from tests.print.test_accessibility import assert_clean
from tests.real import ROOT

PEOPLE = [Person("Nguyễn Thị Hồng Ánh", "Công an tỉnh A"), Person("Đỗ Văn Khuê", "")]


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_sheet_is_clean(tmp_path: Path, locale: str) -> None:
    """The real first course with its role cards, tests, certificates, plates and sheets."""
    manuals = load_manuals(ROOT, country_of(ROOT))
    course = next(course for course in courses_of(manuals) if course.id == "c1")
    order = Order(course, locale, date(2030, 1, 7), "Hạ Long")
    write_packs(ROOT, tmp_path, order, TRAINER, PEOPLE, lambda _: None, handouts=True)
    files = sorted(tmp_path.rglob("*.pdf"))
    kinds = {path.name.removeprefix(f"c1.{locale}.").removesuffix(".pdf") for path in files}
    assert kinds >= {"participant", "trainer", "role-cards", "certificates", "name-plates"}, kinds
    assert_clean(*files)
