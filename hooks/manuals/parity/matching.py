"""Match what is found in two texts, section by section, and tell what has no counterpart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from manuals.errors import Problem
from manuals.parity.blocks import Block, Reading
from manuals.parity.snippet import opening, snippet


@dataclass(frozen=True)
class Find:
    """Something that must stand in both texts.

    A `soft` one may match, but is not missed; for a `worded` one the other text may have words.
    """

    key: Any
    start: int
    end: int
    accepts: frozenset[Any] = frozenset()
    soft: bool = False
    worded: bool = True


@dataclass(frozen=True)
class Rule:
    """How finds of one kind are compared and told.

    `same` says whether two finds mean the same. `said` says whether a section that holds the
    second find has said the first, being told whether both stand in paragraphs side by side: a
    repetition says nothing new; None counts each. `spoken` says whether the other language's
    words hold a find, as "two" holds 2, being told whether nothing else is missed beside it.
    """

    word: str
    todo: str
    same: Callable[[Find, Find], bool]
    said: Callable[[Find, Find, bool], bool] | None = None
    spoken: Callable[[Find, str, str, bool], bool] | None = None


class Alignment:
    """Which blocks of the two halves stand side by side, section by section."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        by_section: list[dict[str, list[int]]] = []
        for reading in readings:
            found: dict[str, list[int]] = defaultdict(list)
            for number, block in enumerate(reading.blocks):
                found[block.section].append(number)
            by_section.append(found)
        self.sections = [id for id in by_section[0] if id in by_section[1]]
        self.groups: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self.members: list[tuple[list[int], list[int]]] = []
        for id in self.sections:
            self._align(by_section[0][id], by_section[1][id])

    def _align(self, first: list[int], second: list[int]) -> None:
        kinds = [
            [reading.blocks[number].kind for number in numbers]
            for reading, numbers in zip(self.readings, (first, second), strict=True)
        ]
        if kinds[0] == kinds[1]:
            pairs = [([one], [two]) for one, two in zip(first, second, strict=True)]
        else:
            pairs = []
            matcher = SequenceMatcher(None, kinds[0], kinds[1], autojunk=False)
            for same, i1, i2, j1, j2 in matcher.get_opcodes():
                if same == "equal":
                    pairs += [([first[i1 + k]], [second[j1 + k]]) for k in range(i2 - i1)]
                else:
                    pairs.append((first[i1:i2], second[j1:j2]))
        for pair in pairs:
            for side in (0, 1):
                self.groups[side].update(dict.fromkeys(pair[side], len(self.members)))
            self.members.append(pair)

    def exempt(self, group: int) -> bool:
        """Return whether one of the blocks says that it differs on purpose."""
        return any(
            self.readings[side].blocks[number].exempt
            for side in (0, 1)
            for number in self.members[group][side]
        )

    def block(self, side: int, group: int) -> Block | None:
        """Return the first block that one half has in a group."""
        numbers = self.members[group][side]
        return self.readings[side].blocks[numbers[0]] if numbers else None

    def section(self, group: int) -> str:
        """Return the section that a group belongs to."""
        block = self.block(0, group) or self.block(1, group)
        assert block
        return block.section

    def words(self, side: int, group: int) -> str:
        """Return the text that one half has in a group."""
        reading = self.readings[side]
        blocks = (reading.blocks[number] for number in self.members[group][side])
        return "\n".join(reading.plain[block.start : block.end] for block in blocks)


Placed = tuple[int, Find]


def unmatched(
    alignment: Alignment, finds: Sequence[Iterable[Find]], rule: Rule
) -> list[tuple[list[Placed], list[Placed]]]:
    """Return, for each section that differs, what each half has and the other lacks, by group."""
    by_section: tuple[dict[str, list[Placed]], dict[str, list[Placed]]] = (
        defaultdict(list),
        defaultdict(list),
    )
    for side in (0, 1):
        reading = alignment.readings[side]
        for find in finds[side]:
            number = reading.block(find.start)
            group = alignment.groups[side].get(number)
            if group is not None:
                by_section[side][reading.blocks[number].section].append((group, find))
    found = []
    for id in alignment.sections:
        sides = (by_section[0].get(id, []), by_section[1].get(id, []))
        if Counter(find.key for _, find in sides[0]) != Counter(find.key for _, find in sides[1]):
            left = _left(alignment, sides, rule)
            if left[0] or left[1]:
                found.append(left)
    return found


def _left(
    alignment: Alignment, sides: tuple[list[Placed], list[Placed]], rule: Rule
) -> tuple[list[Placed], list[Placed]]:
    left = (list(sides[0]), list(sides[1]))
    for near in (True, False):  # first beside each other, then anywhere in the section
        for equal in (_equal, rule.same):
            _pair_off(left, equal, near)
    told: tuple[list[Placed], list[Placed]] = ([], [])
    for side in (0, 1):
        against = {group for group, find in left[1 - side] if not find.soft}
        for group, find in left[side]:
            alone = group not in against
            repeated = (
                rule.said
                and alone
                and any(rule.said(find, other, there == group) for there, other in sides[1 - side])
            )
            spoken = (
                rule.spoken
                and find.worded
                and rule.spoken(
                    find,
                    alignment.words(1 - side, group),
                    alignment.readings[1 - side].half.locale,
                    alone,
                )
            )
            if not (find.soft or repeated or spoken or alignment.exempt(group)):
                told[side].append((group, find))
    return told


def _equal(first: Find, second: Find) -> bool:
    return bool(first.key == second.key)


def _pair_off(
    left: tuple[list[Placed], list[Placed]], equal: Callable[[Find, Find], bool], near: bool
) -> None:
    for mine in list(left[0]):
        for theirs in left[1]:
            if (not near or mine[0] == theirs[0]) and equal(mine[1], theirs[1]):
                left[0].remove(mine)
                left[1].remove(theirs)
                break


def problems(
    alignment: Alignment, found: Iterable[tuple[list[Placed], list[Placed]]], rule: Rule
) -> list[Problem]:
    """Return the messages: what stands here and otherwise there, what stands on one side only."""
    told = []
    for left in found:
        for mine in list(left[0]):
            theirs = next((item for item in left[1] if item[0] == mine[0]), None)
            if theirs:
                left[0].remove(mine)
                left[1].remove(theirs)
                told.append(_otherwise(alignment, mine[1], theirs[1], rule))
        for side in (0, 1):
            told += [_missing(alignment, side, *item, rule) for item in left[side]]
    return told


def _otherwise(alignment: Alignment, mine: Find, theirs: Find, rule: Rule) -> Problem:
    here, there = alignment.readings
    what = (
        f"{rule.word} {_written(here, mine)} in {_around(here, mine)} is "
        f"{_written(there, theirs)} in {there.name}:{there.line(theirs.start)} "
        f"{_around(there, theirs)}"
    )
    return Problem(here.half.path, here.line(mine.start), what, rule.todo)


def _missing(alignment: Alignment, side: int, group: int, find: Find, rule: Rule) -> Problem:
    here, there = alignment.readings[side], alignment.readings[1 - side]
    block = alignment.block(1 - side, group)
    if block is None:
        section = alignment.section(group)
        block = next(item for item in there.blocks if item.section == section)
    what = (
        f"{rule.word} {_written(here, find)} in {_around(here, find)} is not "
        f"in {there.name}:{there.line(block.start)} "
        f"{opening(there.text[block.start : block.end])}"
    )
    return Problem(here.half.path, here.line(find.start), what, rule.todo)


def _around(reading: Reading, find: Find) -> str:
    block = reading.blocks[reading.block(find.start)]
    return snippet(
        reading.text[block.start : block.end], find.start - block.start, find.end - block.start
    )


def _written(reading: Reading, find: Find) -> str:
    return " ".join(reading.text[find.start : find.end].split())
