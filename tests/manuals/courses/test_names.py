"""Lists of names as officers' computers write them; what cannot be read is refused in words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from manuals.courses.names import Person, read_names, repeated
from manuals.errors import ManualError

ROWS = "họ và tên,đơn vị\nNguyễn Thị Hồng Ánh,Công an tỉnh A\n,\nĐỗ Văn Khuê,\n"
PEOPLE = [Person("Nguyễn Thị Hồng Ánh", "Công an tỉnh A"), Person("Đỗ Văn Khuê", "")]
MARKS = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def windows(text: str) -> bytes:
    """Encode as Windows does in Viet Nam: letters whole, tones as marks of their own."""
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in MARKS)
        rest = "".join(mark for mark in parts if mark not in MARKS)
        found.append(unicodedata.normalize("NFC", rest) + tone)
    return "".join(found).encode("cp1258")


def names(tmp_path: Path, data: bytes) -> list[Person]:
    """Read a file with these bytes."""
    path = tmp_path / "names.csv"
    path.write_bytes(data)
    return read_names(path)


def told(tmp_path: Path, data: bytes) -> str:
    """Return what is said of a file with these bytes."""
    with pytest.raises(ManualError) as error:
        names(tmp_path, data)
    return str(error.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        unicodedata.normalize("NFD", ROWS).encode(),
        ROWS.encode("utf-16"),
        windows(ROWS),
        ROWS.replace(",", ";").replace("\n", "\r\n").encode(),
        ROWS.replace(",", "\t").encode("utf-16"),
    ],
)
def test_every_usual_file_gives_the_same_names(tmp_path: Path, data: bytes) -> None:
    """UTF-8, UTF-16 and code page 1258; comma, semicolon, tab; empty rows do not count."""
    assert names(tmp_path, data) == PEOPLE


def test_old_letters_are_refused(tmp_path: Path) -> None:
    """TCVN3 bytes would print as other letters: "NguyÔn ThÞ Hång"."""
    data = "name,unit\nNguyÔn ThÞ Hång,C«ng an tØnh\n".encode("cp1252")
    assert told(tmp_path, data).startswith("names.csv:2: the letters of this file cannot be read")


def test_rows_that_are_wrong_are_named(tmp_path: Path) -> None:
    """A row without a name and a name that is too long: both, each with its line."""
    text = told(tmp_path, f"name,unit\nLan,A\n,B\n{'x' * 81},C\n".encode())
    assert "names.csv:3: the row has no name" in text
    assert "names.csv:4: “xxxxxxxxxxxxxxxxxxxx…” has 81 letters" in text


def test_a_file_without_heads_or_names(tmp_path: Path) -> None:
    """What the first row must say stands in the message."""
    assert "write in the first row: name,unit" in told(tmp_path, b"Lan,A\n")
    assert "there are no names in the file" in told(tmp_path, b"\n\n")
    assert "there is no name below the heads" in told(tmp_path, b"name,unit\n")


def test_three_hundred_names(tmp_path: Path) -> None:
    """A big class is no problem; who is listed twice is warned of."""
    rows = "".join(f"Người {number},A\n" for number in range(300))
    people = names(tmp_path, f"name,unit\n{rows}Người 7,A\n".encode())
    assert len(people) == 301
    (problem,) = repeated(people, Path("names.csv"))
    assert problem.warning
    assert "Người 7 stands 2 times" in str(problem)
