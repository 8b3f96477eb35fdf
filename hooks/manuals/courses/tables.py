"""A table that people fill in: a CSV file as officers' computers write it."""

from __future__ import annotations

import csv
import re
import unicodedata
from io import StringIO
from pathlib import Path

from manuals.errors import ManualError, Problem
from manuals.spelling.syllables import placed

SAVE = "save it again as CSV UTF-8 (in Excel: Save as, type “CSV UTF-8”)"
WORKBOOK = b"PK\x03\x04"  # how .xlsx and .ods begin
WORD = re.compile(r"[^\W\d_]+")
SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"))

Rows = list[tuple[int, list[str]]]


def read_rows(path: Path) -> Rows:
    """Return the rows that hold something, with their lines; blanks around a cell do not count.

    Known are UTF-8, UTF-16 and Windows' Vietnamese code page 1258, parted by comma, semicolon or
    tab. ManualError for what cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError:
        what = "there is no such file"
        raise ManualError([Problem(str(path), 0, what, "check the name of the file")]) from None
    text = unicodedata.normalize("NFC", decoded(data, str(path)))
    lines = text.splitlines()
    told = SEPARATOR.fullmatch(lines[0]) if lines else None
    parted_by = told[1] if told else max(",;\t", key=lines[0].count) if lines else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=parted_by, strict=True)
    try:
        rows = [(reader.line_num, [" ".join(cell.split()) for cell in row]) for row in reader]
    except csv.Error as error:
        what = f"this row, or one above it, has a quotation mark too many ({error})"
        todo = "open the file in Excel, mend the row, save as “CSV UTF-8”"
        raise ManualError([Problem(str(path), reader.line_num, what, todo)]) from None
    return [(line, row) for line, row in rows if any(row) and not (told and line == 1)]


def decoded(data: bytes, path: str) -> str:
    """Return a file's text; one whose letters could only be guessed is refused."""
    if data.startswith(WORKBOOK):
        raise ManualError([Problem(path, 0, "this is a workbook, not a CSV file", SAVE)])
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    marked = [word for word in WORD.findall(text) if not word.isascii()]
    known = [word for word in marked if placed(word.lower())]
    if not text or "\0" in text or 2 * len(known) <= len(marked):
        line = data[: _first_foreign(data)].count(b"\n") + 1
        what = "the letters of this file cannot be read (neither UTF-8 nor Windows-1258)"
        raise ManualError([Problem(path, line, what, SAVE)])
    return text


def _first_foreign(data: bytes) -> int:
    """Return the place of the first byte that no plain English text has."""
    return next((place for place, byte in enumerate(data) if byte > 127 or not byte), 0)
