"""Where in the Markdown a text of a book comes from: its file and line, by its anchor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from manuals.chapters import FOREWORD, Half, Manuals, Pair
from manuals.editions import TRAINER
from manuals.errors import Problem
from manuals.numbering import numbered, paragraph_numbers
from manuals.print.preflight.promised import Unit
from manuals.volumes import Volume

TODO = "mend the text, or tell the editor: the build stops so that no such copy is handed out"


@dataclass(frozen=True)
class Finding:
    """What is wrong with a text of the book."""

    unit: Unit
    what: str
    todo: str = TODO


@dataclass(frozen=True)
class Places:
    """Path and line of each anchor and of each chapter's footnotes, by their number from 1."""

    anchors: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    notes: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)

    def problem(self, finding: Finding, name: str) -> Problem:
        """Return a finding in the file `name`.pdf as a problem of the Markdown, if it is known."""
        unit = finding.unit
        place = self.notes.get((unit.article, unit.note)) or self.anchors.get(unit.anchor)
        place = place or self.anchors.get(unit.article)
        if place is None:
            return Problem(f"{name}.pdf", 0, f"preflight: {finding.what}", finding.todo)
        path, line = place
        return Problem(path, line, f"{name}.pdf: {finding.what}", finding.todo)


NOWHERE = Places()


def volume_places(manuals: Manuals, volume: Volume, locales: Iterable[str], edition: str) -> Places:
    """Return the places of a volume's book; with two locales its ids begin with one of them.

    The book in both languages counts its chapters, the others take their numbers.
    """
    both = list(locales)
    anchors: dict[str, tuple[str, int]] = {}
    notes: dict[tuple[str, int], tuple[str, int]] = {}
    pairs = {"front": manuals.pairs[f"{volume.id}/index"]}
    if foreword := manuals.foreword(volume.id):
        pairs[FOREWORD] = foreword
    for place, pair in enumerate(manuals.chapters(volume.id), 1):
        assert pair.numbers
        pairs[f"c{place if len(both) > 1 else pair.numbers.chapter:02}"] = pair
    for name, pair in pairs.items():
        for locale in both:
            prefix = f"{locale}-{name}" if len(both) > 1 else name
            found = half_places(pair, pair.half(locale), edition, prefix)
            anchors.update(found.anchors)
            notes.update(found.notes)
    return Places(anchors, notes)


def half_places(pair: Pair, half: Half, edition: str, prefix: str) -> Places:
    """Return the places of one half, whose ids all begin with the prefix."""
    outline = half.outline
    lines = {heading.id: heading.line for heading in outline.headings if heading.id}
    lines |= {item.id: item.line for item in outline.paragraphs if item.id}
    lines |= {box.id: box.line for box in outline.boxes if box.id}
    if pair.numbers:
        numbers = paragraph_numbers(pair.numbers, outline)
        lines |= {
            f"p{number}": item.line for number, item in zip(numbers, numbered(outline), strict=True)
        }
    cited: list[str] = []
    for citation in sorted(outline.citations, key=lambda item: bool(item.note)):
        if citation.label not in cited and (edition == TRAINER or not citation.trainer):
            cited.append(citation.label)
    anchors = {f"{prefix}-{id}": (half.path, line) for id, line in lines.items()}
    return Places(
        {prefix: (half.path, half.first_line), **anchors},
        {
            (prefix, number): (half.path, outline.notes[label])
            for number, label in enumerate(cited, 1)
            if label in outline.notes
        },
    )
