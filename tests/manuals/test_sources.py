"""Bytes: what is not UTF-8, NFC and LF is said with its line, and read all the same."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from manuals.sources import Source, mended, old_tone_marks, read_source

if TYPE_CHECKING:
    from tests.conftest import Project

VI = "docs/v1-foundations/02-law.vi.md"
FIX = "run ./scripts/check --fix-text, which mends it"


def test_nfd(project: Project) -> None:
    """Letters stored apart from their marks (macOS) are named with the first such line."""
    line = project.edit(VI, "Hà đi xe khách.", unicodedata.normalize("NFD", "Hà đi xe khách."))
    assert project.messages() == [
        f"{VI}:{line}: letters and tone marks are stored apart (Unicode NFD): {FIX}"
    ]


def test_bom(project: Project) -> None:
    """A byte order mark is named; the metadata behind it is still read."""
    project.write(VI, b"\xef\xbb\xbf" + project.text(VI).encode())
    assert project.messages() == [
        f"{VI}:1: the file begins with a byte order mark (BOM): {FIX}"
    ]


def test_crlf(project: Project) -> None:
    """Windows line ends are named with the first line that has one."""
    project.write(VI, project.text(VI).replace("\n", "\r\n"))
    assert project.messages() == [f"{VI}:1: lines end the Windows way (CRLF): {FIX}"]


def test_not_utf8(project: Project) -> None:
    """A file in another encoding is named with the line of the first wrong byte."""
    text = project.text(VI)
    line = text[: text.index("Hà đi")].count("\n") + 1
    project.write(VI, text.encode().replace("Hà đi".encode(), b"H\xe0 di"))
    assert project.messages() == [
        f"{VI}:{line}: the file is not UTF-8: save it again with the encoding UTF-8"
    ]


def test_mended_bytes() -> None:
    """Mended text has no BOM, LF only, and composed letters."""
    raw = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", "Điều\r\nviệc\r").encode()
    assert mended(raw) == "Điều\nviệc\n"


def test_source_is_read_as_mended(project: Project) -> None:
    """What follows never sees CRLF: the text of a source is already mended."""
    path = project.write("docs/a.en.md", b"one\r\ntwo")
    source = read_source(project.root, path)
    assert (source.path, source.text) == ("docs/a.en.md", "one\ntwo")


@pytest.mark.parametrize("word", ["hoà", "Toà", "khoẻ", "thuỷ", "hoạ"])
def test_old_tone_mark(word: str) -> None:
    """A tone mark on the second vowel of oa, oe, uy is named."""
    (problem,) = old_tone_marks(Source("a.vi.md", f"Một\nchữ {word} ở đây"))
    assert (problem.line, problem.what) == (2, f'"{word}" carries its tone mark on the second vowel')


@pytest.mark.parametrize("word", ["hòa", "Tòa", "khỏe", "thủy", "quý", "Quỹ", "hoàn", "toán"])
def test_right_tone_mark(word: str) -> None:
    """Words written as in the Civil Code, those with qu and those with a final letter are right."""
    assert old_tone_marks(Source("a.vi.md", word)) == []


def test_tone_marks_only_in_vietnamese(project: Project) -> None:
    """The check of tone marks runs over the Vietnamese half with file and line."""
    line = project.edit(VI, "Hà đi xe khách.", "Hà đi xe, khoẻ.")
    assert project.messages() == [
        f'{VI}:{line}: "khoẻ" carries its tone mark on the second vowel: '
        "write it as in hòa, Tòa, Ủy, khỏe"
    ]
