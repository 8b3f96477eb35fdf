"""Sizes of a section: lists, tables, paragraphs; another size may be meant, so it is a warning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from manuals.chapters import Pair
from manuals.errors import Problem
from manuals.parity.blocks import Block, Reading
from manuals.parity.matching import Alignment
from manuals.parity.snippet import opening

KINDS = {"item": "list", "row": "table"}
Told = tuple[str, str, Block, Block]
Sizes = dict[tuple[str, str], list[tuple[str, Block]]]


def differences(pair: Pair, alignment: Alignment) -> list[Problem]:
    """Return a warning for each section with other lists, tables or numbers of paragraphs.

    Paragraphs are those that carry a number (design.md, Conventions 2), as `confirm` counts them.
    """
    first, second = alignment.readings
    sizes = [list_and_table_sizes(reading) for reading in alignment.readings]
    problems = []
    for id in alignment.sections:
        openings = [
            next(block for block in reading.blocks if block.section == id)
            for reading in alignment.readings
        ]
        for words, todo, here, there in [
            *_paragraphs(pair.numbers.counts if pair.numbers else {}, id, openings),
            *_lists_and_tables(sizes, id, openings),
        ]:
            what = (
                f"{words}; {opening(first.text[here.start : here.end])} here, "
                f"{opening(second.text[there.start : there.end])} "
                f"in {second.name}:{second.line(there.start)}"
            )
            line = first.line(here.start)
            problems.append(Problem(first.half.path, line, what, todo, warning=True))
    return problems


def list_and_table_sizes(reading: Reading) -> Sizes:
    """Return the size of each list and table, with its first block, by section and kind."""
    found: Sizes = defaultdict(list)
    run: list[Block] = []
    for block in [*reading.blocks, None]:
        if run and (block is None or (block.kind, block.section) != (run[0].kind, run[0].section)):
            columns = reading.text[run[0].start : run[0].end].strip().strip("|").count("|") + 1
            size = f"{len(run)} × {columns}" if run[0].kind == "row" else f"{len(run)}"
            found[run[0].section, run[0].kind].append((size, run[0]))
            run = []
        if block and block.kind in KINDS:
            run.append(block)
    return found


def _paragraphs(
    counts: Mapping[str, Mapping[str, int]], id: str, openings: list[Block]
) -> list[Told]:
    here, there = (count.get(id, 0) for _, count in sorted(counts.items())) if counts else (0, 0)
    if here == there:
        return []
    words = f"{here} numbered paragraphs in the section, {there} in the other half"
    return [(words, "divide both texts alike", openings[0], openings[1])]


def _lists_and_tables(sizes: list[Sizes], id: str, openings: list[Block]) -> list[Told]:
    told: list[Told] = []
    for kind, name in KINDS.items():
        mine, theirs = (each[id, kind] for each in sizes)
        if len(mine) != len(theirs):
            words = f"{len(mine)} {name}s in the section, {len(theirs)} in the other half"
            told.append((words, "write the same ones in both", openings[0], openings[1]))
            continue
        for (size, block), (other, counterpart) in zip(mine, theirs, strict=True):
            if size != other:
                unit = "rows × columns" if kind == "row" else "items"
                words = f"the {name} has {size} {unit}, the other half {other}"
                told.append((words, "give both the same size", block, counterpart))
    return told
