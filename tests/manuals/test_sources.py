"""Bytes of author files: UTF-8, NFC, LF, no BOM; everything else is named with its line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from manuals.sources import Source, mended, read_source

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"
FIX = "run ./scripts/check --fix-text, which mends it"


def test_a_byte_order_mark_is_named(project: Callable[[], Project]) -> None:
    """A BOM before the metadata is one problem, in line 1, and hides nothing else."""
    copy = project()
    copy.write(LAW, b"\xef\xbb\xbf" + copy.read(LAW).encode())
    assert copy.messages() == [f"{LAW}:1: the file begins with a byte order mark (BOM): {FIX}"]


def test_windows_line_ends_are_named(project: Callable[[], Project]) -> None:
    """CRLF is one problem, in the first line that has it."""
    copy = project()
    copy.write(LAW, copy.read(LAW).replace("\n", "\r\n").encode())
    assert copy.messages() == [f"{LAW}:1: lines end the Windows way (CRLF): {FIX}"]


def test_marks_stored_apart_are_named(project: Callable[[], Project]) -> None:
    """NFD, as some phones and macOS write it, is one problem in the first such line."""
    copy = project()
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", unicodedata.normalize("NFD", "Hỏi giấy khai sinh."))
    line = copy.line(LAW_VI, "khai sinh")
    what = "letters and tone marks are stored apart (Unicode NFD)"
    assert copy.messages() == [f"{LAW_VI}:{line}: {what}: {FIX}"]


def test_another_encoding_is_named(project: Callable[[], Project]) -> None:
    """A byte that is not UTF-8 is named with its line; the rest of the set is still checked."""
    copy = project()
    line = copy.line(LAW, "A mother calls.")
    copy.write(LAW, copy.read(LAW).encode().replace(b"A mother calls.", b"A m\xe8re calls."))
    assert copy.messages() == [
        f"{LAW}:{line}: the file is not UTF-8: save it again with the encoding UTF-8"
    ]


def test_mending_keeps_the_text() -> None:
    """Mending takes BOM, CRLF and NFD away and leaves every letter and line."""
    raw = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", "Điều 150\r\nluật\rhết").encode()
    assert mended(raw) == "Điều 150\nluật\nhết"


def test_a_clean_file_is_read_as_it_is(tmp_path: Path) -> None:
    """A file in order has no problem, and its path is relative to the project."""
    path = tmp_path / "docs" / "a.vi.md"
    path.parent.mkdir()
    path.write_text("Điều 150\n", encoding="utf-8")
    assert read_source(tmp_path, path) == Source("docs/a.vi.md", "Điều 150\n")


def test_an_unfinished_merge_is_named(project: Callable[[], Project]) -> None:
    """The marks that git leaves in a text are named where they begin and end."""
    copy = project()
    text = "Ask for the birth certificate."
    copy.edit(LAW, text, f"<<<<<<< main\n{text}\n=======\nAsk for it.\n>>>>>>> edit")
    places = {f"{LAW}:{copy.line(LAW, mark)}: two versions" for mark in ("<<<<<<<", ">>>>>>>")}
    found = copy.messages("two versions of the text stand here")
    assert {message[: len(min(places))] for message in found} == places
