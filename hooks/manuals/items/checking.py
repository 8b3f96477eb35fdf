"""What a question needs beyond its own box to be used as a test item."""

from __future__ import annotations

from collections.abc import Iterator

from manuals.chapters import Half, Manuals
from manuals.errors import Problem, nearest
from manuals.items.item import CHOICE, SHORT, question_boxes
from manuals.numbering import numbered
from manuals.outline import Box


def check_items(manuals: Manuals) -> list[Problem]:
    """Return where an id names two questions, and what is wrong with options and paragraphs.

    A test of a course takes items from many chapters, so an id belongs to the whole set. What
    must be equal in both halves is compared with the other boxes (parity.structure).
    """
    problems = []
    seen: dict[str, tuple[str, str]] = {}
    for pair, half in manuals.halves():
        if not pair.numbers:
            continue
        for box in question_boxes(half):
            stem, where = seen.setdefault(box.id, (pair.stem, f"{half.path}:{box.line}"))
            if stem != pair.stem:
                what = f'the question "{box.id}" stands already in {where}'
                todo = "give this one another id in both halves: a test may ask both"
                problems.append(Problem(half.path, box.line, what, todo))
            for what, todo in [*_options(box), *_paragraph(half, box)]:
                problems.append(Problem(half.path, box.line, what, todo))
    return problems


def _options(box: Box) -> Iterator[tuple[str, str]]:
    kind, options = box.options.get("type"), box.options.get("options")
    if kind != CHOICE and options:
        yield (
            f'the question "{box.id}" has options, but its type is {kind}',
            f"write    type: {CHOICE}    or take the options out",
        )
    elif isinstance(options, list):
        texts = [" ".join(str(option).split()).casefold() for option in options]
        if len(set(texts)) < len(texts):
            yield (
                f'two options of the question "{box.id}" are the same',
                "change one: only one can be right",
            )
    answers = [inner for inner in box.inside if inner.kind == "answer"]
    if kind == SHORT and any("correct" in answer.options for answer in answers):
        yield (
            f'the short question "{box.id}" has "correct"',
            "take it out: write in the answer what a good answer names",
        )


def _paragraph(half: Half, box: Box) -> Iterator[tuple[str, str]]:
    place = box.options.get("paragraph")
    if not place:
        return
    found = numbered(half.outline)
    known = {item.id for item in found if item.id} | {item.section for item in found}
    if place not in known:
        yield (
            f'"paragraph" of the question "{box.id}" names an unknown place "{place}"'
            f"{nearest(str(place), known)}",
            "use the id of a numbered paragraph, or of a section that has some, of this chapter",
        )
