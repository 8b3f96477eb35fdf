"""What a program mends for authors: ids of headings and the bytes of texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.errors import ManualError
from manuals.repairs import fix_ids, fix_text

if TYPE_CHECKING:
    from tests.conftest import Project

EN = "docs/v1-foundations/03-law.en.md"
VI = "docs/v1-foundations/03-law.vi.md"


def headings(copy: Project, name: str) -> list[str]:
    """Return the lines of a file that are headings."""
    return [line for line in copy.read(name).split("\n") if line.startswith("#")]


def test_equal_ids_in_both_halves(project: Callable[[], Project]) -> None:
    """A heading without id gets one made of the English text, in both files."""
    copy = project()
    copy.edit(EN, "## The age {#age-rule}", "## The age rule")
    copy.edit(VI, " {#age-rule}", "")
    assert [path.name for path in fix_ids(copy.load())] == ["03-law.en.md", "03-law.vi.md"]
    assert "## The age rule {#age-rule}" in headings(copy, EN)
    assert [line.rpartition("{")[2] for line in headings(copy, EN)] == [
        line.rpartition("{")[2] for line in headings(copy, VI)
    ]
    assert copy.messages() == []


def test_id_of_one_half_is_taken(project: Callable[[], Project]) -> None:
    """Where one half has an id the other one gets the same."""
    copy = project()
    before = copy.read(VI)
    copy.edit(VI, " {#closer}", "")
    assert [path.name for path in fix_ids(copy.load())] == ["03-law.en.md", "03-law.vi.md"]
    assert copy.read(VI) == before


def test_ids_stay_different(project: Callable[[], Project]) -> None:
    """A new id is never one that a heading or a box of the chapter has."""
    copy = project()
    copy.edit(EN, "### A closer look {#closer}", "### Meeting")
    copy.edit(VI, " {#closer}", "")
    fix_ids(copy.load())
    assert "### Meeting {#meeting-2}" in headings(copy, EN)
    assert copy.messages() == []


def test_id_differs_from_a_paragraph(project: Callable[[], Project]) -> None:
    """A new id is never one that a paragraph of the chapter has."""
    copy = project()
    copy.edit(EN, "### A closer look {#closer}", "### Own evidence")
    copy.edit(VI, " {#closer}", "")
    fix_ids(copy.load())
    assert copy.messages() == []


def test_headings_that_do_not_match(project: Callable[[], Project]) -> None:
    """Halves with other headings are left as they are, and the author is told why."""
    copy = project()
    copy.edit(EN, "### A closer look {#closer}\n", "")
    copy.edit(VI, " {#age-rule}", "")
    before = copy.read(EN), copy.read(VI)
    with pytest.raises(ManualError) as caught:
        fix_ids(copy.load())
    assert str(caught.value) == (
        f"{EN}: 8 headings here, 9 in 03-law.vi.md, so their ids cannot be made equal: "
        "write the ids by hand, or add the missing headings first"
    )
    assert (copy.read(EN), copy.read(VI)) == before


def test_right_ids_are_left_alone(project: Callable[[], Project]) -> None:
    """A chapter with all its ids is not written again."""
    assert fix_ids(project().load()) == []


def test_fix_text(project: Callable[[], Project]) -> None:
    """BOM, CRLF and NFD are mended in docs/ and data/; the check is content afterwards."""
    copy = project()
    wanted = copy.read(VI), copy.read("data/termbase.csv")
    copy.write(VI, b"\xef\xbb\xbf" + wanted[0].replace("\n", "\r\n").encode())
    copy.write("data/termbase.csv", unicodedata.normalize("NFD", wanted[1]))
    changed = [path.relative_to(copy.root).as_posix() for path in fix_text(copy.root)]
    assert changed == [VI, "data/termbase.csv"]
    assert (copy.read(VI), copy.read("data/termbase.csv")) == wanted
    assert copy.messages() == []


def test_fix_text_mends_letters_and_blanks(project: Callable[[], Project]) -> None:
    """Letters that only look right become ours, two blanks in prose become one."""
    copy = project()
    wanted = copy.read(VI), copy.read("data/languages/vi.yml")
    copy.edit(VI, "Điều {{ article", "Ðiều {{ article")
    copy.edit(VI, "Hỏi giấy khai sinh.", "Hỏi giấy  khai sinh.")
    copy.edit("data/languages/vi.yml", "Điểm chính", "Ðiểm chính")
    assert len(copy.messages()) == 3
    changed = [path.relative_to(copy.root).as_posix() for path in fix_text(copy.root)]
    assert changed == [VI, "data/languages/vi.yml"]
    assert (copy.read(VI), copy.read("data/languages/vi.yml")) == wanted


def test_fix_text_leaves_the_rest_alone(project: Callable[[], Project]) -> None:
    """Right files, pictures, other encodings and links are not touched."""
    copy = project()
    latin = copy.write("docs/latin.en.md", b"caf\xe9\r\n")
    picture = copy.write("docs/a.svg", b"<svg/>\r\n")
    outside = copy.write("outside.md", b"x\r\n")
    (copy.root / "docs" / "link.en.md").symlink_to(outside)
    assert fix_text(copy.root) == []
    assert latin.read_bytes() == b"caf\xe9\r\n"
    assert picture.read_bytes() == b"<svg/>\r\n"
    assert outside.read_bytes() == b"x\r\n"
