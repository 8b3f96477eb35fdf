"""Read author text files: UTF-8, NFC, LF, no BOM; say plainly what is not so."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from manuals.errors import Problem

CHAPTER_NAME = re.compile(r"(?P<number>\d\d)-(?P<slug>[a-z0-9-]+)\.(?P<locale>[a-z]{2})\.md")
PAGE_NAME = re.compile(r"(?P<stem>[a-z0-9-]+)\.(?P<locale>[a-z]{2})\.md")
CONFLICT = re.compile(r"<{7} |>{7} ")
LARGEST_PICTURE = 5_000_000
PICTURES = (".png", ".jpg", ".jpeg")


@dataclass(frozen=True)
class Source:
    """A text file as read: path relative to the project, text with LF and NFC."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()


def linked(path: str) -> Problem:
    """Return the problem of a link in a folder of authors: it could lead out of the manuals."""
    what = "the file or folder is a link to another one"
    return Problem(path, 0, what, "copy what it leads to in its place")


def mended(raw: bytes) -> str:
    """Return the text without BOM, with LF and in NFC (Unicode Annex 15)."""
    text = raw.decode("utf-8-sig", errors="replace")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_source(root: Path, path: Path) -> Source:
    """Read a text file below `root` and list what an author must mend in its bytes."""
    name = path.relative_to(root).as_posix()
    raw = path.read_bytes()
    fix = "run ./scripts/check --fix-text, which mends it"
    problems = []
    try:
        plain = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = "the file is not UTF-8"
        problems.append(Problem(name, line, what, "save it again with the encoding UTF-8"))
        return Source(name, mended(raw), tuple(problems))
    if plain.startswith("\ufeff"):
        problems.append(Problem(name, 1, "the file begins with a byte order mark (BOM)", fix))
    if "\r" in plain:
        line = plain[: plain.index("\r")].count("\n") + 1
        problems.append(Problem(name, line, "lines end the Windows way (CRLF)", fix))
    for number, line_text in enumerate(plain.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line_text):
            what = "letters and tone marks are stored apart (Unicode NFD)"
            problems.append(Problem(name, number, what, fix))
            break
    for number, line_text in enumerate(plain.split("\n"), 1):
        if CONFLICT.match(line_text):
            what = "two versions of the text stand here (a merge that was not finished)"
            todo = "keep what is right, and take out the lines <<<<<<<, ======= and >>>>>>>"
            problems.append(Problem(name, number, what, todo))
    return Source(name, mended(raw), tuple(problems))
