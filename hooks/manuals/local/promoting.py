"""Turn an addition into a section of the common chapter, as a proposal for its next edition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from manuals.chapters import Half, Manuals
from manuals.errors import ManualError, Problem
from manuals.local.additions import Academy, Addition
from manuals.numbering import RESERVED
from manuals.outline import NOTE_DEFINITION, without_comments
from manuals.scan import read_outline
from manuals.slugs import slug, unused

DEEPEST = 6
UNSAFE = re.compile(r"-{2,}|[<>]")  # would end an HTML comment


@dataclass(frozen=True)
class Promotion:
    """A chapter's file with the addition in it, and the ids of the sections that it brought."""

    path: str
    text: str
    ids: tuple[str, ...]


def promote(
    manuals: Manuals, academy: Academy, additions: Mapping[str, Addition], locale: str
) -> Promotion:
    """Return the chapter's half with the addition at the end of the section that it belongs to.

    `additions` are those of the academy to the chapter; in both languages the new section gets
    the same id. ManualError if there is no such half or section, or nothing to call it by.
    """
    addition = additions[locale]
    half = manuals.pairs[addition.stem].halves.get(locale)
    if half is None:
        what = f"docs/{addition.uri} is not written"
        todo = "write the chapter in this language first, or name the other one with --lang"
        raise ManualError([Problem(addition.path, 0, what, todo)])
    lines = (manuals.root / half.path).read_text(encoding="utf-8").split("\n")
    level, end = _place(half, addition, lines)
    while not lines[end - 1].strip():
        end -= 1
    heading, *rest = _section(manuals, additions, addition, level)
    new = ["", heading, "", _provenance(academy, addition), "", *rest]
    text = "\n".join([*lines[:end], *new, *(lines[end:] or [""])])
    outline = read_outline(half.path, text.partition("\n---\n")[2])
    if outline.problems:
        raise ManualError(outline.problems)
    there = {item.id for item in half.outline.headings}
    ids = tuple(item.id for item in outline.headings if item.id not in there)
    return Promotion(half.path, text, ids)


def _place(half: Half, addition: Addition, lines: list[str]) -> tuple[int, int]:
    """Return the level of the new section, and the index of the line that it stands before."""
    headings = half.outline.headings
    found = next((item for item in headings if item.id == addition.section), None)
    if found is None:
        what = f'{half.path} has no section "{addition.section}"'
        todo = f"use one of {', '.join(item.id for item in headings)}"
        line = addition.head.lines.get("section", 0)
        raise ManualError([Problem(addition.path, line, what, todo)])
    later = (item.line for item in headings if item.line > found.line and item.level <= found.level)
    end = next(later, len(lines) + 1) - 1
    notes = (place for place in range(found.line, end) if NOTE_DEFINITION.match(lines[place]))
    return found.level + 1, next(notes, end)


def _section(
    manuals: Manuals, additions: Mapping[str, Addition], addition: Addition, level: int
) -> list[str]:
    """Return the lines of the new section: its heading first, the others as deep as they must be.

    Its id is made of the English title if there is one.
    """
    body = without_comments(addition.body[: addition.body.find("\n#") + 1]).strip()
    lines = addition.body.split("\n")
    titled = bool(addition.title)
    if not titled and (body or not addition.outline.headings):
        what = "the addition has neither a title nor a heading before its text"
        todo = 'write title: "…" into the head: it becomes the heading of the new section'
        raise ManualError([Problem(addition.path, 1, what, todo)])
    top = min((item.level for item in addition.outline.headings), default=level)
    deeper = level + titled - top
    for item in addition.outline.headings:
        if item.level + deeper > DEEPEST:
            what = f'the heading "{item.text}" would stand too deep in the chapter'
            raise ManualError([Problem(addition.path, item.line, what, "use fewer levels")])
        place = item.line - addition.first_line
        lines[place] = "#" * (item.level + deeper) + lines[place].lstrip("#")
    text = "\n".join(lines).strip("\n").split("\n")
    if not titled:
        return text
    title = (additions.get("en") or addition).title or addition.title
    id = unused(slug(title), _taken(manuals, additions, addition) | RESERVED)
    return [f"{'#' * level} {addition.title} {{#{id}}}", *text]


def _taken(manuals: Manuals, additions: Mapping[str, Addition], addition: Addition) -> set[str]:
    """Return the ids of the half and of the additions.

    One that only the other half has may be the section's own, proposed there before.
    """
    halves = (manuals.pairs[addition.stem].halves[addition.locale], *additions.values())
    return {id for half in halves for id, _ in half.outline.ids()}


def _provenance(academy: Academy, addition: Addition) -> str:
    """Return the comment that says, in the chapter's file only, where its new section is from."""
    told = [academy.name(addition.locale), addition.author, addition.date.isoformat()]
    told += [value for key in ("source", "checked_by") if (value := addition.told(key))]
    return f"<!-- {UNSAFE.sub(' ', '; '.join(told))} -->"
