"""What is wrong with local content: as strict as docs/, for nobody of the common text reads it."""

from __future__ import annotations

from collections.abc import Iterator

from manuals.anatomy import check_boxes, check_levels, objective_ids
from manuals.chapters import Manuals
from manuals.errors import Problem, nearest
from manuals.facts import check_facts
from manuals.local.additions import Addition, Local
from manuals.references import References
from manuals.terms.usage import TermUse

LEVEL = 3  # below the level of the section "Local content"


def check_local(manuals: Manuals, local: Local) -> list[Problem]:
    """Return all problems of the local content that its Markdown shows."""
    problems = list(local.problems)
    if not local.additions:
        return problems
    references = References(manuals)
    terms = TermUse(manuals.terms, manuals.profile)
    for addition in local:
        problems += check_addition(references, addition)
        problems += terms.check(addition.pair())
    return problems


def check_addition(references: References, addition: Addition) -> list[Problem]:
    """Return what is wrong with one text beside its head and the form of its boxes."""
    manuals = references.manuals
    chapter = manuals.pairs[addition.stem].half(addition.locale)
    return [
        *check_boxes(addition, objective_ids(chapter)),
        *check_levels(addition, LEVEL - 1),
        *references.joined(addition.pair(), addition).check(addition),
        *check_facts(addition.path, addition.outline.facts, manuals.facts),
        *manuals.profile.unknown(addition.path, addition.outline.placeholders),
        *_own(manuals, addition),
    ]


def _own(manuals: Manuals, addition: Addition) -> Iterator[Problem]:
    """Yield what only local content may not hold: it stands inside a chapter."""
    outline = addition.outline
    chapter = manuals.pairs[addition.stem].half(addition.locale)
    if not addition.body.strip():
        yield Problem(addition.path, 0, "the file has no text", "write it, or take the file out")
    for heading in outline.headings:
        if heading.level < LEVEL:
            what = f'the heading "{heading.text}" is as high as those of the chapter'
            todo = f"begin it with {'#' * LEVEL}: it stands below the heading “Local content”"
            yield Problem(addition.path, heading.line, what, todo)
    if outline.notes or outline.citations:
        lines = [*outline.notes.values(), *(item.line for item in outline.citations)]
        todo = "say in the sentence where it comes from, or write source: in the head"
        yield Problem(addition.path, min(lines), "local content has no footnotes", todo)
    sections = [heading.id for heading in chapter.outline.headings]
    if addition.section not in sections:
        what = (
            f'the chapter has no section "{addition.section}"{nearest(addition.section, sections)}'
        )
        line = addition.head.lines.get("section", 1)
        yield Problem(addition.path, line, what, f"use one of {', '.join(sections)}")
    yield from _taken(manuals, addition)


def _taken(manuals: Manuals, addition: Addition) -> Iterator[Problem]:
    """Yield each id that the chapter has already: on one page it would stand twice."""
    half = manuals.pairs[addition.stem].halves.get(addition.locale)
    if half is None:
        return
    places = dict(half.outline.ids())
    for id, line in addition.outline.ids():
        if id in places:
            what = f'the id "{id}" stands already in {half.path}:{places[id]}'
            yield Problem(addition.path, line, what, "give this one another id")
