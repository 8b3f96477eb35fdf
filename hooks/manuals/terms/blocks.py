"""The texts of one half as plain words: its metadata and each block, with section and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from manuals.chapters import Half
from manuals.country import Profile
from manuals.outline import COMMENT, LINK, NOTE_DEFINITION

TOP = "_top"
AS_WRITTEN = re.compile(r"<!--\s*as written:(?P<words>.*?)-->", re.DOTALL)
PLAIN_COMMENT = re.compile(r"[ \t]*<!--(?!\s*as written:)[^\n>]*-->")
MARK = "\x00"
# These begin with letters, not with a place in the line, so that a search skips all others.
BOX = re.compile(r"/(?<=^/)//+[ ]*[\w-]*[ ]*\|?", re.MULTILINE)
KEY = re.compile(
    r"    (?<=^    )(?:id|minutes|objectives?|paragraph|type|correct|options):.*$", re.MULTILINE
)
SIGNS = re.compile(r"\[\^[^\]\n]+\]:?|\{[ :]*[#.][^{}\n]*\}|\*[*`]*|`[*`]*|_(?<!\w_)_*|__*(?!\w)")


@dataclass(frozen=True)
class Block:
    """A paragraph, list, table, heading or text of the metadata, without signs of Markdown.

    `exempt` holds the words that its author marks with <!-- as written: … -->, each with the
    mark's line.
    """

    section: str
    line: int
    text: str
    exempt: list[tuple[str, int]] = field(default_factory=list)


def read_blocks(half: Half, profile: Profile) -> list[Block]:
    """Return the blocks of a half in order, placeholders filled in.

    A footnote is a section of its own, named by its label. A mark that stands alone belongs to the
    block above it; above the whole text it belongs to the metadata.
    """
    found = list(_metadata(half, profile))
    marks: list[str] = []

    def keep(match: re.Match[str]) -> str:
        named = AS_WRITTEN.search(match.group())
        if named:
            marks.append(named["words"])
        sign = f"{MARK}{len(marks) - 1}{MARK}" if named else ""
        return sign + "\n" * match.group().count("\n")

    body = COMMENT.sub(keep, PLAIN_COMMENT.sub("", half.body))
    lines = body.split("\n")
    plain = SIGNS.sub("", BOX.sub("", KEY.sub("", body))).split("\n")
    first = half.first_line
    starts = {item.line - first: item.id or f"line-{item.line}" for item in half.outline.headings}
    for section, begin, end in _pieces(lines, starts):
        text = "\n".join(plain[begin:end])
        exempt: list[tuple[str, int]] = []
        if MARK in text:
            parts = text.split(MARK)
            text = "".join(parts[::2])
            for place in range(1, len(parts), 2):
                line = first + begin + "".join(parts[:place:2]).count("\n")
                named = marks[int(parts[place])].split(";")
                exempt += [(words.strip(), line) for words in named]
        if "](" in text:
            text = LINK.sub(lambda match: match["text"], text)
        if "{{" in text:
            text = profile.fill(text, half.locale)
        if text.strip():
            found.append(Block(section, first + begin, text, exempt))
        elif found:
            found[-1].exempt.extend(exempt)
    return found


def _pieces(lines: list[str], starts: dict[int, str]) -> Iterator[tuple[str, int, int]]:
    """Yield section, first line and end of what blank lines, headings, boxes and notes part."""
    section, label, begin = TOP, "", 0
    for number, line in enumerate([*lines, ""]):
        note = NOTE_DEFINITION.match(line) if line.startswith("[^") else None
        opens = note or number in starts or line.startswith("///")
        if number > begin and (opens or not line.strip()):
            yield label or section, begin, number
            begin = number
        if begin < number and not lines[begin].strip():
            begin = number
        if note:
            label = f"^{note['label']}"
        elif number == begin and line.strip() and not line.startswith("    "):
            label = ""
        section = starts.get(number, section)


def _metadata(half: Half, profile: Profile) -> Iterator[Block]:
    """Yield the texts of the metadata; a list's texts have the line of its key."""
    head = half.head
    exempt: list[tuple[str, int]] = []
    for key in ("title", "summary", "needs", "objectives"):
        value = head.values.get(key, "")
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            text = str(item.get("text", "") if isinstance(item, dict) else item or "")
            filled = profile.fill(text, half.locale)
            yield Block(f"{key} {number}", head.lines.get(key, 1), filled, exempt)
