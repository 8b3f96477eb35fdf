"""The ledger: lines that people can read and two branches can change."""

from __future__ import annotations

from pathlib import Path

import pytest

from manuals.sync.ledger import HEAD, Entry, ledger_path, read_ledger, written
from tests.bench.merging import IDS, merge_two_branches

ENTRIES = {
    "_top": Entry("_top", {"en": "1c0f22ab", "vi": "90ee1d07"}),
    "warrant": Entry("warrant", {"en": "3f9a1c2e", "vi": "77b0d4aa"}, cosmetic=True),
    "forms": Entry("forms", only="vi", reason="forms of the province"),
    "new": Entry("new"),
}


def write(root: Path, text: str) -> Path:
    """Write a ledger."""
    path = ledger_path(root, "v1-foundations/03-law")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Every kind of entry comes back, in the order of the sections, gone ones last."""
    text = written(ENTRIES, ["_top", "new", "warrant"])
    assert text == (
        f"{HEAD}\n\n#_top  en:1c0f22ab vi:90ee1d07\n\n#new  unconfirmed\n\n"
        "#warrant  en:3f9a1c2e vi:77b0d4aa cosmetic\n\n#forms  only:vi forms of the province\n"
    )
    assert read_ledger(tmp_path, write(tmp_path, text)) == (ENTRIES, [])


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    """Before the first `init` nothing is confirmed, and nothing is wrong."""
    assert read_ledger(tmp_path, ledger_path(tmp_path, "x")) == ({}, [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("#law  en:12 vi:90ee1d07", "this line is no entry of a ledger"),
        ("law is fine", "this line is no entry of a ledger"),
        ("<<<<<<< HEAD", "two branches changed the same entry (conflict marks)"),
        ("#_top  unconfirmed", "#_top stands here twice"),
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    """A damaged line is a message with its place; the other lines are kept."""
    path = write(tmp_path, f"{HEAD}\n\n#_top  en:1c0f22ab vi:90ee1d07\n\n{line}\n")
    entries, problems = read_ledger(tmp_path, path)
    assert list(entries) == ["_top"]
    assert [(item.path, item.line, item.what) for item in problems] == [
        ("data/sync/v1-foundations/03-law.sync", 5, message)
    ]


def test_two_branches_merge(tmp_path: Path) -> None:
    """Branches that confirm neighbouring sections merge without a conflict."""
    merged, problems = merge_two_branches(tmp_path)
    assert problems == []
    assert [merged[id].prints["en"] for id in IDS] == ["11111111", "11111111", "00000000"]
