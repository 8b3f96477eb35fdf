"""The anatomy of a chapter: which boxes there are, what they need, what a chapter must have."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase
from typing import Any

from manuals.chapters import Half, Pair
from manuals.errors import Problem, nearest
from manuals.lettering import LETTERED
from manuals.outline import Box

KINDS: dict[str, tuple[str, ...]] = {
    "key-points": (),
    "law": (),
    "case": ("id",),
    "exercise": ("id", "minutes", "objectives"),
    "role-play": ("id", "minutes", "objectives"),
    "checklist": (),
    "warning": (),
    "local": (),
    "handout": ("id",),
    "trainer": (),
    "card": (),
    "question": ("id", "type", "objective", "paragraph", "options"),
    "answer": ("correct",),
}
PARENTS = {"card": "role-play", "answer": "question"}
TYPES = ("choice", "true-false", "short")
SECTIONS = ("local", "checklist", "self-assessment", "sources")


def check_half(pair: Pair, half: Half) -> list[Problem]:
    """Return what is wrong with the boxes, ids and footnotes of one file."""
    objectives = objective_ids(half)
    problems = check_boxes(half, objectives)
    for heading in half.outline.headings:
        if not heading.id:
            what = f'the heading "{heading.text}" has no id'
            todo = "end it with {#short-english-id}, or run ./scripts/check --fix-ids"
            problems.append(Problem(half.path, heading.line, what, todo))
    problems += check_levels(half)
    problems += _notes(half)
    if pair.numbers:
        problems += _chapter(half, objectives)
    return problems


def objective_ids(half: Half) -> list[str]:
    """Return the ids of a chapter's objectives."""
    return [
        str(item.get("id")) for item in half.head.list_of("objectives") if isinstance(item, dict)
    ]


def check_boxes(half: Half, objectives: list[str]) -> list[Problem]:
    """Return what is wrong with each box of one file; `objectives` are the ids it may name."""
    problems: list[Problem] = []
    for box in half.outline.boxes:
        for what, todo in _box(box, objectives):
            problems.append(Problem(half.path, box.line, what, todo))
        if box.kind == "question":
            problems += _answer(half, box)
    return problems


def _box(box: Box, objectives: list[str]) -> Iterable[tuple[str, str]]:
    if box.kind not in KINDS:
        yield (
            f'unknown box "{box.kind}"{nearest(box.kind, KINDS)}',
            f"use one of {', '.join(KINDS)}",
        )
        return
    for option in box.options:
        if option not in KINDS[box.kind]:
            known = KINDS[box.kind]
            yield (
                f'"{box.kind}" has no option "{option}"{nearest(str(option), known)}',
                f"use {', '.join(known)}" if known else "take it out: this box has no options",
            )
    parent = PARENTS.get(box.kind)
    if parent and (box.parent is None or box.parent.kind != parent):
        yield f'"{box.kind}" stands outside a "{parent}"', f"put it inside one, with {'/' * 4}"
    if box.kind in LETTERED and not box.id:
        yield f"the {box.kind} has no id", "write    id: short-english-name    under its first line"
    if box.kind == "question":
        yield from _question(box, objectives)
    named = box.options.get("objectives") or []
    for name in named if isinstance(named, list) else [named]:
        if name not in objectives:
            yield (
                f'unknown objective "{name}"{nearest(str(name), objectives)}',
                "use the id of an objective of this chapter's metadata",
            )


def _question(box: Box, objectives: list[str]) -> Iterable[tuple[str, str]]:
    for key in ("id", "type", "objective", "paragraph"):
        if not box.options.get(key):
            yield f'the question has no "{key}"', f"write    {key}: …    under its first line"
    kind = box.options.get("type")
    if kind and kind not in TYPES:
        yield f'unknown type "{kind}"{nearest(str(kind), TYPES)}', f"use {', '.join(TYPES)}"
    objective = box.options.get("objective")
    if objective and objective not in objectives:
        yield (
            f'unknown objective "{objective}"{nearest(str(objective), objectives)}',
            "use the id of an objective of this chapter's metadata",
        )
    options = box.options.get("options")
    if kind == "choice" and (not isinstance(options, list) or len(options) < 2):
        yield "a choice question needs options", "list two or more under    options:"
    elif isinstance(options, list) and not all(isinstance(item, str) for item in options):
        yield "an option of the question is not a text", "put each option in double quotes"


def check_levels(half: Half, above: int = 1) -> list[Problem]:
    """Return each heading that skips a level below `above`, the level that the text stands in."""
    problems = []
    for heading in half.outline.headings:
        if heading.level > above + 1:
            what = f'"{heading.text}" skips a level'
            todo = f"use {'#' * (above + 1)} here; print and screen readers need every level"
            problems.append(Problem(half.path, heading.line, what, todo))
        above = heading.level
    return problems


def _notes(half: Half) -> list[Problem]:
    problems = []
    outline = half.outline
    cited = {citation.label for citation in outline.citations}
    for citation in outline.citations:
        label = citation.label
        if label not in outline.notes:
            what = f"the footnote [^{label}] is not written{nearest(label, outline.notes)}"
            todo = f"add [^{label}]: … at the end of the file"
            problems.append(Problem(half.path, citation.line, what, todo))
    for label, line in outline.notes.items():
        if label not in cited:
            what = f"nothing cites the footnote [^{label}]"
            problems.append(Problem(half.path, line, what, "cite it in the text, or take it out"))
    return problems


def _chapter(half: Half, objectives: list[str]) -> list[Problem]:
    problems = []
    ids = [heading.id for heading in half.outline.headings]
    for section in SECTIONS:
        if section not in ids:
            what = f"the section {{#{section}}} is missing"
            todo = "add it; ./scripts/new-chapter shows the parts of a chapter"
            problems.append(Problem(half.path, 0, what, todo))
    for paragraph in half.outline.paragraphs:
        if not paragraph.section:
            what = "a paragraph stands before the first heading"
            todo = "move it under one: the objectives are printed above it"
            problems.append(Problem(half.path, paragraph.line, what, todo))
    met: set[str] = set()
    for box in half.outline.boxes:
        if box.kind == "question":
            met.add(str(box.options.get("objective")))
        named = box.options.get("objectives")
        met.update(map(str, named) if isinstance(named, list) else [])
    for objective in objectives:
        if objective not in met:
            line = half.head.lines.get("objectives", 1)
            what = f'no exercise and no question meets the objective "{objective}"'
            todo = "name it in the head of one, or take the objective out"
            problems.append(Problem(half.path, line, what, todo))
    return problems


def _answer(half: Half, question: Box) -> Iterable[Problem]:
    answers = [box for box in question.inside if box.kind == "answer"]
    if len(answers) != 1:
        what = f'the question "{question.id}" has {len(answers)} answers'
        yield Problem(half.path, question.line, what, "give it one //// answer box")
        return
    correct = answers[0].options.get("correct")
    kind = question.options.get("type")
    options = question.options.get("options")
    letters = list(ascii_lowercase[: len(options)]) if isinstance(options, list) else []
    known: dict[str, list[Any]] = {"choice": letters, "true-false": [True, False]}
    expected = known.get(str(kind))
    if expected is not None and not any(
        type(correct) is type(item) and correct == item for item in expected
    ):
        words = ", ".join(str(item).lower() for item in expected)
        what = f'"correct" of the question "{question.id}" is not right'
        yield Problem(half.path, answers[0].line, what, f"write one of {words}")
