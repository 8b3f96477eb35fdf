"""The outline of one Markdown file: headings, boxes, paragraphs, links, with their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from manuals.errors import Problem

SIGN = "§"
HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.*?)\s*(?:\{(?P<attrs>[^}]*)\})?\s*$")
NOTE_DEFINITION = re.compile(r"^\[\^(?P<label>[^\]]+)\]:")
# Begins with the signs that it is about, so that a search skips all the others.
LINK = re.compile(
    r"[!\[](?P<image>(?<=!)\[)?(?<=\[)(?P<text>[^\[\]]*)\]"
    r"\((?P<target>[^()\s]*)(?:\s+\"[^\"]*\")?\)"
)
COMMENT = re.compile(r"[ \t]*<!--.*?-->", re.DOTALL)
PLACEHOLDER = re.compile(r"\{\{\s*(?P<key>[^{}]*?)\s*\}\}")
TRAINER_KINDS = frozenset({"trainer", "answer", "card"})


@dataclass
class Box:
    """A fenced box with the lines of its fences; participants never see a `trainer` one."""

    kind: str
    title: str
    line: int
    depth: int
    trainer: bool
    parent: Box | None
    options: dict[str, Any] = field(default_factory=dict)
    inside: list[Box] = field(default_factory=list)
    end: int = 0
    section: str = ""

    @property
    def id(self) -> str:
        """The id given in the options, or an empty text."""
        return str(self.options.get("id", ""))


@dataclass(frozen=True)
class Heading:
    """A heading of the text itself, not of a box."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph that stands directly in the chapter: what paragraph numbers count."""

    section: str
    line: int
    id: str


@dataclass(frozen=True)
class Link:
    """A link, picture or reference as written."""

    text: str
    target: str
    line: int
    image: bool
    trainer: bool


@dataclass(frozen=True)
class Citation:
    """A footnote's mark in the text; `note` is the footnote whose own text it stands in."""

    label: str
    line: int
    trainer: bool
    note: str


@dataclass
class Outline:
    """What one file is made of; lines count from 1 in the whole file."""

    path: str
    first_line: int = 1
    headings: list[Heading] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    placeholders: list[tuple[str, int]] = field(default_factory=list)
    facts: list[tuple[str, int, bool]] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def ids(self) -> list[tuple[str, int]]:
        """Return every id that the text gives, headings', paragraphs' and boxes', with its line."""
        found = [(heading.id, heading.line) for heading in self.headings]
        found += [(paragraph.id, paragraph.line) for paragraph in self.paragraphs]
        found += [(box.id, box.line) for box in self.boxes]
        return [(id, line) for id, line in found if id]

    def wrong(self, line: int, what: str, todo: str) -> None:
        """Remember a problem of this file."""
        self.problems.append(Problem(self.path, line, what, todo))


def without_comments(text: str) -> str:
    """Blank HTML comments but keep every line where it was."""
    return COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)
