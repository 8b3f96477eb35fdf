"""Paragraph numbers that belong to the pair: the same in both languages and both editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from manuals.languages import OTHER
from manuals.outline import Heading, Outline, Paragraph

RESERVED = frozenset(
    {"objectives", "local", "checklist", "self-assessment", "sources", "role-cards"}
)


@dataclass(frozen=True)
class Numbers:
    """The numbering of one pair; `starts` gives the number of each section's first paragraph.

    `counts` are those of the two halves that are held in step.
    """

    volume: int
    chapter: int
    starts: Mapping[str, int]
    counts: Mapping[str, Mapping[str, int]]

    def label(self, number: int) -> str:
        """Return a paragraph's number as printed: 1.3.7."""
        return f"{self.volume}.{self.chapter}.{number}"

    @property
    def chapter_label(self) -> str:
        """The chapter's number as printed: 1.3."""
        return f"{self.volume}.{self.chapter}"


def numbered(outline: Outline) -> list[Paragraph]:
    """Return the paragraphs that carry a number, in order."""
    reserved = reserved_sections(outline.headings)
    return [item for item in outline.paragraphs if item.section not in reserved]


def reserved_sections(headings: Sequence[Heading]) -> set[str]:
    """Return the sections without numbers: the reserved ones and what stands below them."""
    found: set[str] = set()
    inside = 0
    for heading in headings:
        if inside and heading.level > inside:
            found.add(heading.id or f"line-{heading.line}")
            continue
        inside = heading.level if heading.id in RESERVED else 0
        if inside:
            found.add(heading.id)
    return found


def number_pair(volume: int, chapter: int, outlines: Mapping[str, Outline]) -> Numbers:
    """Return a pair's numbering: a section starts after the largest count of the one before it.

    A section that stands in one half only takes its place after the section it follows there.
    """
    counts: dict[str, dict[str, int]] = {}
    order: list[str] = [""]
    for locale in sorted(outlines, reverse=True):
        outline = outlines[locale]
        place = 0
        for heading in outline.headings:
            section = heading.id or f"line-{heading.line}"
            if section in order:
                place = order.index(section)
            else:
                place += 1
                order.insert(place, section)
        counts[locale] = {}
        for paragraph in numbered(outline):
            counts[locale][paragraph.section] = counts[locale].get(paragraph.section, 0) + 1
    starts: dict[str, int] = {}
    number = 1
    for section in order:
        starts[section] = number
        number += max(count.get(section, 0) for count in counts.values())
    in_step = {locale: counts[locale] for locale in counts if locale in OTHER}
    return Numbers(volume, chapter, starts, in_step)


def paragraph_numbers(numbers: Numbers, outline: Outline) -> list[int]:
    """Return the number of each numbered paragraph of one half, in order."""
    seen: dict[str, int] = {}
    found = []
    for paragraph in numbered(outline):
        place = seen.get(paragraph.section, 0)
        seen[paragraph.section] = place + 1
        found.append(numbers.starts[paragraph.section] + place)
    return found
