"""Fingerprints of sections: what a text says, not how its Markdown is laid out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from manuals.chapters import Half
from manuals.outline import NOTE_DEFINITION, without_comments

TOP = "_top"
LENGTH = 8
ATTRIBUTES = re.compile(r"\s*\{[ :]*[#.][^{}]*\}")
BULLET = re.compile(r"^\s*[-*+]\s+")
NUMBER = re.compile(r"^\s*\d+[.)]\s+")
SIGNS = frozenset("-*+0123456789")
RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")
EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w))")
CITATION = re.compile(r"\[\^([^\]]+)\](?!:)")
FENCE = re.compile(r"^(/{3,})\s*([\w-]*)\s*(?:\|\s*(.*?)\s*)?$")


def section_texts(half: Half) -> dict[str, str]:
    """Return the normalised text of each section by heading id; the opening is `_top`.

    The texts of the metadata belong to the opening, a footnote to the sections that cite it.
    """
    lines = without_comments(half.body).split("\n")
    notes = _notes(lines)
    sections: dict[str, list[str]] = {TOP: [*_metadata_texts(half)]}
    starts = {heading.line - half.first_line: heading.id for heading in half.outline.headings}
    here = TOP
    for number, line in enumerate(lines):
        if number in starts:
            here = starts[number] or f"line-{number + half.first_line}"
            sections.setdefault(here, [])
        sections[here].append(line)
    return {id: _normal("\n".join(found), notes) for id, found in sections.items()}


def fingerprints(half: Half) -> dict[str, str]:
    """Return the fingerprint of each section: the first hexadecimal digits of its SHA-256."""
    return {id: fingerprint(text) for id, text in section_texts(half).items()}


def fingerprint(normal: str) -> str:
    """Return the fingerprint of a normalised text."""
    return hashlib.sha256(normal.encode()).hexdigest()[:LENGTH]


def normalised(text: str, notes: dict[str, str] | None = None) -> str:
    """Return the text with blocks on one line each and without what does not count.

    Line ends, wraps, Unicode form, kinds of blanks, bullets, emphasis signs, table padding,
    attribute lists and comments do not count (notes on i18n, section 5).
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _normal(without_comments(text), notes or {})


def _normal(text: str, notes: dict[str, str]) -> str:
    text = text.replace("\u00a0", " ")
    cited = CITATION.findall(text)
    blocks = [block for block in _blocks(text) if block]
    for label in dict.fromkeys(cited):
        note = notes.get(label, "")
        blocks.append(f"[^{label}]: {note}")
    return "\n".join(blocks)


def _blocks(text: str) -> Iterator[str]:
    block: list[str] = []
    in_note = False
    for line in text.split("\n"):
        if NOTE_DEFINITION.match(line):
            in_note = True
        elif in_note and line.strip() and not line.startswith("    "):
            in_note = False
        if in_note:
            continue
        bare = line.strip()
        fence = FENCE.match(bare) if bare.startswith("///") else None
        if fence or not bare or _starts(line, bare[0]):
            yield _joined(block)
            block = []
        if fence:
            yield f"/// {fence[2]} {fence[3] or ''}".strip()
        elif bare:
            block.append(line)
    yield _joined(block)


def _starts(line: str, sign: str) -> bool:
    """Return whether a line begins a block; `sign` is its first letter."""
    if sign in "#|":
        return True
    return sign in SIGNS and bool(BULLET.match(line) or NUMBER.match(line))


def _joined(lines: list[str]) -> str:
    text = " ".join(" ".join(lines).split())
    if RULE.match(text):
        return ""
    if "{" in text:
        text = ATTRIBUTES.sub("", text)
    if text.startswith("|"):
        text = " | ".join(cell.strip() for cell in text.strip("| ").split("|"))
    if text[:1] in SIGNS:
        text = NUMBER.sub("1. ", BULLET.sub("- ", text))
    if "*" in text or "_" in text:
        text = EMPHASIS.sub("", text)
    return text.strip()


def _notes(lines: list[str]) -> dict[str, str]:
    """Return the text of each footnote, its further paragraphs included."""
    notes: dict[str, list[str]] = {}
    label = ""
    for line in lines:
        match = NOTE_DEFINITION.match(line)
        if match:
            label = match["label"]
            notes[label] = [line[match.end() :]]
        elif label and (line.startswith("    ") or not line.strip() or notes[label][-1].strip()):
            notes[label].append(line)
        else:
            label = ""
    return {
        label: _joined([line for line in found if line.strip()]) for label, found in notes.items()
    }


def _metadata_texts(half: Half) -> Iterator[str]:
    values = half.head.values
    for key in ("title", "summary"):
        yield f"{values.get(key, '')}\n"
    for item in half.head.list_of("needs"):
        yield f"- {item}"
    for objective in half.head.list_of("objectives"):
        if isinstance(objective, dict):
            yield f"- {objective.get('text', '')}"
    yield ""
