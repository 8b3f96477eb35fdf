"""Each `question` box of the chapters as one item in all its languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from manuals.chapters import Half, Manuals, Pair
from manuals.languages import no_breaks
from manuals.outline import LINK, SIGN, Box, without_comments
from manuals.references import References

CHOICE, TRUE_FALSE, SHORT = "choice", "true-false", "short"
TRUTH = ("true", "false")
BLANKS = re.compile(r"[ \t\n]+")  # not the no-break spaces of Article 150
EMPHASIS = re.compile(r"(\*{1,2}|__?)(?=\S)(.+?)(?<=\S)\1")
NOTE = re.compile(r"\[\^[^\]]+\]")


@dataclass(frozen=True)
class Wording:
    """What one language says; Markdown without comments, values and references put in."""

    path: str
    line: int
    question: str
    options: tuple[str, ...]
    answer: str
    objective: str


@dataclass(frozen=True)
class Item:
    """A question of a chapter; `correct` is a letter, "true", "false", or "" where it is short.

    `place` is the id of the section or paragraph that answers it, `label` its printed number.
    `answer` of a wording names options by their letters in the chapter, not in a drawn test.
    """

    id: str
    type: str
    stem: str
    chapter: str
    objective: str
    place: str
    label: str
    correct: str
    words: Mapping[str, Wording]

    @property
    def answers(self) -> tuple[str, ...]:
        """What can be chosen: a, b, c; true, false; nothing where a trainer gives points."""
        if self.type == CHOICE:
            options = next(iter(self.words.values())).options
            return tuple(ascii_lowercase[: len(options)])
        return TRUTH if self.type == TRUE_FALSE else ()

    @property
    def objective_key(self) -> tuple[str, str]:
        """The objective among those of all chapters: the chapter's stem and the id."""
        return self.stem, self.objective


def read_items(manuals: Manuals, chapters: Collection[str] | None = None) -> tuple[Item, ...]:
    """Return the items of checked chapters in printed order; of those with these numbers only."""
    references = References(manuals)
    return tuple(
        item
        for volume in manuals.shelf.volumes
        for pair in manuals.chapters(volume.id)
        if pair.numbers and (chapters is None or pair.numbers.chapter_label in chapters)
        for item in _items(references, pair)
    )


def question_boxes(half: Half) -> Iterator[Box]:
    """Yield the questions of one file that have an id."""
    return (box for box in half.outline.boxes if box.kind == "question" and box.id)


def plain(text: str) -> str:
    """Return a wording on one line without the signs of emphasis."""
    return EMPHASIS.sub(r"\2", BLANKS.sub(" ", text).strip())


def _items(references: References, pair: Pair) -> Iterator[Item]:
    boxes: dict[str, dict[str, Box]] = {}
    for locale, half in pair.halves.items():
        for box in question_boxes(half):
            boxes.setdefault(box.id, {})[locale] = box
    assert pair.numbers
    for id, found in boxes.items():
        locale, box = next(iter(found.items()))
        place = str(box.options.get("paragraph") or "")
        label = pair.numbers.chapter_label
        if place:
            label = references.label(pair.halves[locale], f"#{place}")
        yield Item(
            id=id,
            type=str(box.options["type"]),
            stem=pair.stem,
            chapter=pair.numbers.chapter_label,
            objective=str(box.options["objective"]),
            place=place,
            label=label,
            correct=right_answer(box),
            words={name: _wording(references, pair.halves[name], found[name]) for name in found},
        )


def right_answer(question: Box) -> str:
    """Return a letter, "true", "false", or "" where the answer is short."""
    correct = _answer(question).options.get("correct", "")
    return str(correct).lower() if isinstance(correct, bool) else str(correct)


def _answer(question: Box) -> Box:
    return next(box for box in question.inside if box.kind == "answer")


def _wording(references: References, half: Half, box: Box) -> Wording:
    def finish(text: str) -> str:
        text = references.manuals.profile.fill(_named(references, half, text), half.locale)
        return no_breaks(text, half.locale).strip()

    answer = _answer(box)
    objective = next(
        item.text for item in half.metadata.objectives if item.id == box.options["objective"]
    )
    options = box.options.get("options") if box.options["type"] == CHOICE else None
    return Wording(
        path=half.path,
        line=box.line,
        question=finish(_text(half, box.line, answer.line)),
        options=tuple(finish(str(option)) for option in options or ()),
        answer=finish(_text(half, answer.line, answer.end)),
        objective=finish(objective),
    )


def _text(half: Half, start: int, end: int) -> str:
    """Return the lines between two fences without the head under the first of them."""
    lines = without_comments(half.body).split("\n")
    lines = lines[start + 1 - half.first_line : end - half.first_line]
    while lines and lines[0].startswith("    "):
        del lines[0]
    return "\n".join(line.rstrip() for line in lines)


def _named(references: References, half: Half, text: str) -> str:
    """Put the numbers in place of references; a test on paper has no links and no footnotes."""

    def link(match: re.Match[str]) -> str:
        if match["image"]:
            return ""
        return references.label(half, match["target"]) if match["text"] == SIGN else match["text"]

    return NOTE.sub("", LINK.sub(link, text))
