"""Tables of answers as people type them: read, or refused with file and row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from manuals.errors import ManualError
from manuals.items.answers import compare_sheets, points, read_sheet
from manuals.items.item import Item
from tests.manuals.items.conftest import AFTER, BEFORE, CHOICE, SHORT, TRUTH, write

HEAD = ["code", "q-driver=bca", "q-under-16", "q-fraud"]


def told(path: Path, items: Mapping[str, Item]) -> list[str]:
    """Return the messages of a refused table, without its folder."""
    with pytest.raises(ManualError) as caught:
        read_sheet(path, items)
    return [str(problem).replace(f"{path.parent}/", "") for problem in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_what_excel_writes_is_read(
    tmp_path: Path, items: Mapping[str, Item], encoding: str, sign: str
) -> None:
    """Every encoding and sign between cells gives the same answers, with the chapter's letters."""
    path = tmp_path / "pre.csv"
    rows = [
        HEAD,
        ["# Câu ơ\u0309 đê\u0300", "1", "2", "3"],
        ["Đô\u0323i-1", "B", "S", "0.5"],
        ["P2", "", "t", ""],
    ]
    path.write_bytes("\r\n".join(sign.join(row) for row in rows).encode(encoding))
    sheet = read_sheet(path, items)
    assert list(sheet.answers) == ["đội-1", "p2"]
    first, second = sheet.answers.values()
    assert first == {"q-driver": "c", "q-under-16": "false", "q-fraud": "0.5"}
    assert second == {"q-driver": "", "q-under-16": "true", "q-fraud": ""}
    assert list(sheet.lines.values()) == [(3, "Đội-1"), (4, "P2")]


def test_letters_that_cannot_be_read_are_refused(tmp_path: Path, items: Mapping[str, Item]) -> None:
    """A Western code page, or a file of another program, is not guessed at."""
    path = tmp_path / "pre.csv"
    path.write_bytes("code;q-driver\nJosé;a\nZoë Müller;b\n".encode("cp1252"))
    assert told(path, items) == [
        "pre.csv:2: the letters of this file cannot be read "
        "(neither UTF-8 nor Windows-1258): "
        "save it again as CSV UTF-8 (in Excel: Save as, type “CSV UTF-8”)"
    ]
    path.write_bytes("code;q-driver\nP1;a\n".encode("utf-16-le"))
    assert "cannot be read" in told(path, items)[0]
    path.write_bytes(b"PK\x03\x04\x00\x00")
    assert "this is a workbook" in told(path, items)[0]
    path.write_bytes(b'code,q-driver\n"P1,a\nP2,b\n')
    assert told(path, items)[0].startswith("pre.csv:3: this row, or one above it")


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, items: Mapping[str, Item]) -> None:
    """Each message names the row and what may be typed."""
    rows = [HEAD, ["P1", "d", "x", "1,5"], ["", "a", "", ""], ["P1", "a", "", ""]]
    path = write(tmp_path / "post.csv", [*rows, ["P3", "a", "", "", "b"]])
    assert told(path, items) == [
        'post.csv:2: "1,5" is no answer to "q-fraud": '
        "write points from 0 to 1, or leave the cell empty",
        'post.csv:2: "d" is no answer to "q-driver": write a, b, c, or leave the cell empty',
        'post.csv:2: "x" is no answer to "q-under-16": write true, false, or leave the cell empty',
        "post.csv:3: the row has answers, but no code of a participant: "
        "write the code in the first cell",
        "post.csv:4: the code P1 stands already in row 2: give each participant one row",
        "post.csv:5: the row has more cells than the first row: take the last ones out",
    ]


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("q-diver", 'unknown item "q-diver" in column 2 (did you mean "q-driver"?)'),
        ("q-driver=bcd", '"q-driver=bcd" does not give the letters of this item in another order'),
        ("q-under-16;q-under-16", 'the item "q-under-16" stands in two columns'),
    ],
)
def test_heads_are_those_of_the_table(
    tmp_path: Path, items: Mapping[str, Item], head: str, message: str
) -> None:
    """A head that was changed is named, not left out."""
    path = write(tmp_path / "pre.csv", [["code", head], ["P1", ""]])
    assert f"pre.csv:1: {message}" in told(path, items)[0]


def test_participants_in_one_table_only(tmp_path: Path, items: Mapping[str, Item]) -> None:
    """Who missed a test is left out with a warning, an empty row too; an item must be in both."""
    before = read_sheet(write(tmp_path / "pre.csv", [*BEFORE, ["LATE-1", "a"]]), items)
    after = read_sheet(write(tmp_path / "post.csv", [*AFTER[:-1], ["P30", "", "", ""]]), items)
    assert [(each.line, each.warning) for each in after.warnings] == [(31, True)]
    found = compare_sheets(before, after)
    assert sorted((each.line, each.warning) for each in found) == [(31, True), (32, True)]
    assert all(each.path.endswith("pre.csv") for each in found)
    short = read_sheet(write(tmp_path / "short.csv", [row[:3] for row in AFTER]), items)
    missing = [each for each in compare_sheets(before, short) if not each.warning]
    assert ['the item "q-fraud" is not in' in each.what for each in missing] == [True]


def test_points() -> None:
    """A missing answer is worth nothing, a half one half."""
    assert [points(CHOICE, answer) for answer in ("c", "a", "")] == [1, 0, 0]
    assert [points(TRUTH, answer) for answer in ("false", "true", "")] == [1, 0, 0]
    assert [points(SHORT, answer) for answer in ("0.5", "1", "")] == [0.5, 1, 0]
