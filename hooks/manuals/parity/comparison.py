"""What must be equal in both halves of a pair, without a look at their history."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from manuals.chapters import Half, Pair
from manuals.errors import Problem
from manuals.parity import figures, law, links, sizes, structure
from manuals.parity.blocks import TOP, Reading, read_blocks
from manuals.parity.matching import Alignment, Find, problems, unmatched


def compare(pair: Pair, one_sided: Mapping[str, str] | None = None) -> list[Problem]:
    """Return where the halves of a pair do not say the same; a missing half is a warning.

    `one_sided` gives the sections that stand in one language on purpose, with that language.
    Each message names a place in both files. What is compared section by section is a multiset:
    the order of words and sentences is each language's own.
    """
    if len(pair.halves) < 2:
        return structure.compare_structure(pair)
    readings = [read_blocks(pair.halves[locale]) for locale in sorted(pair.halves)]
    alignment = Alignment(readings)
    found = structure.compare_structure(pair, one_sided)
    found += sizes.differences(pair, alignment)
    for finder, rule in (
        (links.links, links.LINKS),
        (links.pictures, links.PICTURES),
        (links.citations, links.CITATIONS),
        (links.placeholders, links.PLACEHOLDERS),
    ):
        finds = [list(finder(reading)) for reading in readings]
        found += problems(alignment, unmatched(alignment, finds, rule), rule)
    return found + _figures(alignment, readings)


def _figures(alignment: Alignment, readings: list[Reading]) -> list[Problem]:
    """Compare places in laws, then numbers; a lone number may be an article in a table's column."""
    cited = [list(law.references(reading)) for reading in readings]
    left = unmatched(alignment, cited, law.LAW)
    numbers = [
        list(figures.figures(reading, finds))
        for reading, finds in zip(readings, cited, strict=True)
    ]
    bare: list[list[Find]] = [[], []]
    for sides in left:
        for side in (0, 1):
            bare[side] += [law.bare(find) for _, find in sides[side] if law.is_bare(find)]
            sides[side][:] = [item for item in sides[side] if not law.is_bare(item[1])]
    joined = [sorted([*numbers[side], *bare[side]], key=lambda find: find.start) for side in (0, 1)]
    rest = unmatched(alignment, joined, figures.FIGURES)
    return problems(alignment, left, law.LAW) + problems(alignment, rest, figures.FIGURES)


def errors_in(pair: Pair, id: str, found: Collection[Problem]) -> list[Problem]:
    """Return the errors that stand in one section, its cited footnotes included, in either half."""
    mine = []
    for problem in found:
        half = next((each for each in pair.halves.values() if each.path == problem.path), None)
        if half and not problem.warning and id in sections_at(half, problem.line):
            mine.append(problem)
    return mine


def sections_at(half: Half, line: int) -> set[str]:
    """Return the section that a line belongs to; a footnote belongs to those that cite it."""
    headings = [item for item in half.outline.headings if item.line <= line]
    section = headings[-1].id or f"line-{headings[-1].line}" if headings else TOP
    notes = [(at, label) for label, at in half.outline.notes.items() if at <= line]
    at, label = max(notes, default=(0, ""))
    if not label or (headings and headings[-1].line > at):
        return {section}
    citing = [item.line for item in half.outline.citations if item.label == label and not item.note]
    return {section for each in citing for section in sections_at(half, each)}
