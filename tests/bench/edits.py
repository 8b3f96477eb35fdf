"""Edits of a chapter file: one word that changes what it says, and layout that changes nothing.

Where an edit belongs is worked out here from the lines alone, apart from manuals.sync, so that
the bench and the tests do not ask the fingerprints about themselves.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

HEADING = re.compile(r"^#{2,6} .*\{#([\w-]+)\}\s*$")
NOTE = re.compile(r"^\[\^([^\]]+)\]:")
TEXT_KEY = re.compile(r"^(?:title|summary): |^  - (?!id:)|^    text: ")
SILENT = re.compile(r"<!--.*?-->|\{[^{}]*#[^{}]*\}|\[\^[^\]]+\]:?|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
PROSE = re.compile(r"^[^\W\d_]")
TOP = "_top"


@dataclass(frozen=True)
class Place:
    """A word of a file, by its offsets, and the sections that speak it."""

    start: int
    end: int
    sections: frozenset[str]


def places(text: str) -> list[Place]:
    """Return every word whose change must be noticed; `text` has LF and NFC."""
    quiet = [match.span() for match in SILENT.finditer(text)]
    cited: dict[str, set[str]] = {}
    spoken = list(_lines(text))
    for _, line, section, note in spoken:
        if not note:
            for label in re.findall(r"\[\^([^\]]+)\]", line):
                cited.setdefault(label, set()).add(section)
    found = []
    for offset, line, section, note in spoken:
        begin = 0
        if line.startswith("/"):
            begin = line.find("|") + 1 or len(line)
        for match in WORD.finditer(line, begin):
            start, end = match.start() + offset, match.end() + offset
            if not any(first < end and start < last for first, last in quiet):
                owners = frozenset(cited.get(note, ())) if note else frozenset({section})
                found.append(Place(start, end, owners))
    return [place for place in found if place.sections]


def _lines(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield offset, line, section and footnote of each line that says something."""
    offset, section, note, rules = 0, TOP, "", 0
    for line in text.split("\n"):
        if line == "---" and rules < 2:
            rules += 1
        elif rules < 2:
            key = TEXT_KEY.match(line)
            if key:
                yield offset + key.end(), line[key.end() :], TOP, ""
        else:
            if heading := HEADING.match(line):
                section = heading[1]
            if label := NOTE.match(line):
                note = label[1]
            elif note and line.strip() and not line.startswith("    "):
                note = ""
            yield offset, line, section, note
        offset += len(line) + 1


def reword(text: str, place: Place) -> str:
    """Return the text with one word changed."""
    return f"{text[: place.end]}x{text[place.end :]}"


def harmless(text: str, chance: random.Random) -> tuple[str, bytes]:
    """Return the name of a rewrite that says nothing new and the file's bytes after it."""
    name = chance.choice(list(REWRITES))
    return name, REWRITES[name](text, chance)


def _body(change: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], bytes]:
    """Return a rewrite of the lines below the metadata that have no comment in them."""

    def rewrite(text: str, chance: random.Random) -> bytes:
        head, _, body = text[4:].partition("\n---\n")
        parts = re.split(r"(<!--.*?-->)", body, flags=re.DOTALL)
        parts[::2] = [change(part, chance) for part in parts[::2]]
        return f"---\n{head}\n---\n{''.join(parts)}".encode()

    return rewrite


def _wrap(text: str, chance: random.Random) -> str:
    """Break lines of prose at random blanks before a word."""
    lines = []
    for line in text.split("\n"):
        if PROSE.match(line) and ": " not in line:
            line = re.sub(
                r" (?=[^\W\d_]{2,} )", lambda _: "\n" if chance.random() < 0.1 else " ", line
            )
        lines.append(line)
    return "\n".join(lines)


def _bullets(text: str, chance: random.Random) -> str:
    sign = chance.choice("*+")
    return re.sub(r"^(\s*)- (?!id:|text:)(?=[^\W\d_])", rf"\1{sign} ", text, flags=re.MULTILINE)


def _emphasis(text: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return re.sub(r"(?<![\w*])\*\*([^*\n]+)\*\*(?![\w*])", r"__\1__", text)
    return re.sub(r"(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])", r"_\1_", text)


def _trailing(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[\w.,])\n", lambda _: f"{' ' * chance.randrange(4)}\n", text)


REWRITES: dict[str, Callable[[str, random.Random], bytes]] = {
    "wrap": _body(_wrap),
    "CRLF": lambda text, _: text.replace("\n", "\r\n").encode(),
    "NFD": lambda text, _: unicodedata.normalize("NFD", text).encode(),
    "bullets": _body(_bullets),
    "emphasis": _body(_emphasis),
    "trailing blanks": _body(_trailing),
}
