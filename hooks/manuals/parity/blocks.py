"""One half as parity reads it: blocks by section, with offsets that keep their lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from manuals.chapters import Half
from manuals.outline import NOTE_DEFINITION, PLACEHOLDER, without_comments
from manuals.scan import BOX_CLOSE, BOX_OPEN, LIST_ITEM, TABLE_RULE

TOP = ""
EXEMPT = re.compile(r"<!--\s*parity:\s*\w.*?-->", re.DOTALL)
OPTION = re.compile(r"^[ ]{4,}(?:id|minutes|type|objectives?|paragraph|correct):")
SILENT = re.compile(
    r"(?m)(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)"  # where a link leads
    r"|\[\^[^\]]+\]:?|\{[ :]*[#.][^{}]*\}|\*"
    r"|^\s*\d+[.)](?=\s)"  # the number of a list's item
    rf"|{OPTION.pattern}.*$"  # compared by their names
)


@dataclass(frozen=True)
class Block:
    """A paragraph, item, row, heading, or line of a box; offsets count in the reading's text."""

    kind: str
    section: str
    start: int
    end: int
    exempt: bool = False


@dataclass(frozen=True)
class Reading:
    """A half's text without comments, with the line of each of its rows and its blocks.

    The texts of the metadata come first and belong to the opening; a footnote is a section of
    its own (`^label`). `plain` has blanks for what is not read aloud, `figures` for values of
    the country too; both have the length of `text`.
    """

    half: Half
    text: str
    plain: str
    figures: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    blocks: tuple[Block, ...]
    firsts: tuple[int, ...]

    def line(self, offset: int) -> int:
        """Return the line in the file at an offset."""
        return self.lines[bisect_right(self.starts, offset) - 1]

    def block(self, offset: int) -> int:
        """Return the number of the block at an offset."""
        return max(bisect_right(self.firsts, offset) - 1, 0)

    @property
    def name(self) -> str:
        """The file's name as messages give it: 03-law.vi.md."""
        return self.half.path.rpartition("/")[2]


def read_blocks(half: Half) -> Reading:
    """Cut a half into blocks."""
    rows = list(_metadata_rows(half))
    kinds = [("metadata", TOP)] * len(rows)
    body = without_comments(half.body).split("\n")
    rows += enumerate(body, half.first_line)
    kinds += _kinds(half, body)
    exempt = {
        half.first_line + half.body.count("\n", 0, match.start())
        for match in EXEMPT.finditer(half.body)
    }
    text = "\n".join(row for _, row in rows)
    starts = [0]
    for _, row in rows[:-1]:
        starts.append(starts[-1] + len(row) + 1)
    blocks: list[Block] = []
    joined = ""
    for (number, row), (kind, section), start in zip(rows, kinds, starts, strict=True):
        end = start + len(row)
        goes_on = kind == "more" or kind == joined == "text"
        if goes_on and blocks and blocks[-1].section == section:
            last = blocks.pop()
            free = last.exempt or number in exempt
            blocks.append(Block(last.kind, section, last.start, end, free))
        elif kind:
            blocks.append(Block(kind, section, start, end, number in exempt))
        joined = kind
    plain = SILENT.sub(_blank, text)
    return Reading(
        half,
        text,
        plain,
        PLACEHOLDER.sub(_blank, plain),
        tuple(starts),
        tuple(number for number, _ in rows),
        tuple(blocks),
        tuple(block.start for block in blocks),
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _metadata_rows(half: Half) -> Iterator[tuple[int, str]]:
    """Yield the texts of the metadata, each with the line of its key."""
    for key in ("title", "summary"):
        yield half.head.lines.get(key, 1), _one_line(half.head.values.get(key, ""))
    for item in half.head.list_of("needs"):
        yield half.head.lines.get("needs", 1), _one_line(item)
    for item in half.head.list_of("objectives"):
        text = item.get("text", "") if isinstance(item, dict) else ""
        yield half.head.lines.get("objectives", 1), _one_line(text)


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def _kinds(half: Half, body: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the kind and section of each row; blank rows and rules have no kind.

    A row that goes on with the one before it is `text` after `text`, else `more`.
    """
    headings = {heading.line - half.first_line: heading for heading in half.outline.headings}
    section, note, before, in_list = TOP, "", "", False
    for number, row in enumerate(body):
        label = NOTE_DEFINITION.match(row)
        if number in headings:
            section = headings[number].id or f"line-{number + half.first_line}"
            note, kind = "", "heading"
        elif label:
            note, kind = f"^{label['label']}", "text"
        elif not row.strip():
            kind = ""
        elif (opened := BOX_OPEN.match(row)) or BOX_CLOSE.match(row):
            kind = f"/// {opened['kind']}" if opened else ""
            note = ""
        elif before in ("box", "option") and row.startswith("    "):
            kind = "" if OPTION.match(row) else "option"
        elif LIST_ITEM.match(row) or (in_list and LIST_ITEM.match(row.lstrip())):
            kind = "item"
        elif row.lstrip().startswith("|"):
            kind = "" if TABLE_RULE.match(row) else "row"
        elif in_list and (before == "item" or row.startswith("    ")):
            kind = "more"
        else:
            kind = "text"
        if note and not label and kind and not row.startswith("    ") and not before:
            note = ""
        if kind and kind != "more":
            in_list = kind == "item"
        before = "box" if kind.startswith("///") else kind
        if not kind and row.startswith("    ") and OPTION.match(row):
            before = "option"
        yield kind, note or section
