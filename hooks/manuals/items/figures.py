"""What a class knew before and after, by item and objective: learning gain and weak items.

Figures are of those who sat both tests. No answer counts as not known, and is told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from manuals.items.answers import Sheet, points
from manuals.items.item import Item

HARD = 0.5  # less than half of the class knows it after the course
FLAT = 0.2  # Ebel and Frisbie, Essentials of Educational Measurement: below it, revise the item
KNOWN = 0.9  # nearly all knew it before: there was little to learn
SMALL_CLASS = 30  # below it the discrimination of an item is mostly chance
REMARKS = ("hard", "lost", "flat", "known")
CLASSES = 10


@dataclass(frozen=True)
class Change:
    """Shares from 0 to 1 of what could be got before and after."""

    before: float
    after: float

    @property
    def gain(self) -> float | None:
        """The normalised gain: what was learned of what was still to learn (Hake 1998).

        None if there was nothing to learn; negative if less is known after.
        """
        return None if self.before == 1 else (self.after - self.before) / (1 - self.before)


@dataclass(frozen=True)
class ItemFigures:
    """An item's figures; `counts` gives how often each answer was given, "" is none."""

    item: Item
    change: Change
    counts_before: Mapping[str, int]
    counts_after: Mapping[str, int]
    discrimination: float | None
    remarks: tuple[str, ...]

    @property
    def weak(self) -> bool:
        """Whether the item, or its teaching, needs another look."""
        return bool(set(self.remarks) & {"hard", "lost", "flat"})


@dataclass(frozen=True)
class ObjectiveFigures:
    """An objective's figures over its items; `answers` counts those given after the course."""

    items: tuple[Item, ...]
    change: Change
    answers: int


@dataclass(frozen=True)
class ClassFigures:
    """A class's figures; `spread` counts participants by tenths of the score, before and after."""

    persons: int
    change: Change
    items: tuple[ItemFigures, ...]
    objectives: tuple[ObjectiveFigures, ...]
    spread: tuple[tuple[int, ...], tuple[int, ...]]


def class_figures(before: Sheet, after: Sheet) -> ClassFigures:
    """Return the figures of two checked tables, items in the order of the first one."""
    codes = sorted(before.answers.keys() & after.answers.keys())
    scores = [
        {
            item.id: [points(item, sheet.answers[code][item.id]) for code in codes]
            for item in before.items
        }
        for sheet in (before, after)
    ]
    items = tuple(_item(item, codes, before, after, scores) for item in before.items)
    totals = [[fmean(column) for column in zip(*test.values(), strict=True)] for test in scores]
    return ClassFigures(
        persons=len(codes),
        change=Change(fmean(totals[0]), fmean(totals[1])),
        items=items,
        objectives=tuple(_objectives(items)),
        spread=(_spread(totals[0]), _spread(totals[1])),
    )


def discrimination(scores: Mapping[str, Sequence[float]], id: str) -> float | None:
    """Return how an item goes with the rest of the test: the correlation of both, −1 to 1.

    None if everybody has the same points in the item or in the rest.
    """
    rest = [
        sum(column) for column in zip(*(scores[key] for key in scores if key != id), strict=True)
    ]
    return _correlation(scores[id], rest) if rest else None


def _item(
    item: Item,
    codes: Sequence[str],
    before: Sheet,
    after: Sheet,
    scores: Sequence[Mapping[str, Sequence[float]]],
) -> ItemFigures:
    change = Change(fmean(scores[0][item.id]), fmean(scores[1][item.id]))
    flat = discrimination(scores[1], item.id)
    told = {
        "hard": change.after < HARD,
        "lost": change.after < change.before,
        "flat": flat is not None and flat < FLAT,
        "known": change.before >= KNOWN,
    }
    counts = [Counter(sheet.answers[code][item.id] for code in codes) for sheet in (before, after)]
    remarks = tuple(remark for remark in REMARKS if told[remark])
    return ItemFigures(item, change, counts[0], counts[1], flat, remarks)


def _objectives(items: Sequence[ItemFigures]) -> list[ObjectiveFigures]:
    """Return the objectives in printed order, each the mean of its items."""
    grouped: dict[tuple[str, str], list[ItemFigures]] = {}
    for figures in sorted(items, key=lambda figures: _printed(figures.item)):
        grouped.setdefault(figures.item.objective_key, []).append(figures)
    return [
        ObjectiveFigures(
            items=tuple(each.item for each in group),
            change=Change(
                fmean(each.change.before for each in group),
                fmean(each.change.after for each in group),
            ),
            answers=sum(
                count for each in group for answer, count in each.counts_after.items() if answer
            ),
        )
        for group in grouped.values()
    ]


def _printed(item: Item) -> tuple[int, ...]:
    return tuple(int(part) for part in item.label.split("."))


def _spread(totals: Sequence[float]) -> tuple[int, ...]:
    """Count shares by tenths; the last class holds 100 % too."""
    counts = Counter(min(int(share * CLASSES + 1e-9), CLASSES - 1) for share in totals)
    return tuple(counts[place] for place in range(CLASSES))


def _correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    means = fmean(first), fmean(second)
    pairs = [(a - means[0], b - means[1]) for a, b in zip(first, second, strict=True)]
    spreads = sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs)
    return sum(a * b for a, b in pairs) / spreads**0.5 if spreads > 1e-12 else None
