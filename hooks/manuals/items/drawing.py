"""Draw a test by a fixed number: which items, in which order, with options in which order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TypeVar

from manuals.items.item import CHOICE, Item
from manuals.languages import OTHER

Thing = TypeVar("Thing")
PRE, POST = "pre", "post"


@dataclass(frozen=True)
class Drawn:
    """An item as a test prints it; `order` gives the chapter's letters in printed order.

    The first printed option is `a`, the second `b`; true and false stay as they are.
    """

    item: Item
    order: tuple[str, ...]

    @property
    def key(self) -> str:
        """The right answer as printed: a letter, "true", "false", or "" where it is short."""
        return printed(self.item.correct, self.order) if self.item.type == CHOICE else self.correct

    @property
    def correct(self) -> str:
        """The right answer as the chapter has it."""
        return self.item.correct

    def options(self, locale: str) -> tuple[str, ...]:
        """Return the options in printed order; none where there are none to choose from."""
        texts = self.item.words[locale].options
        return tuple(texts[ascii_lowercase.index(letter)] for letter in self.order)


def draw(
    items: Sequence[Item], seed: int, count: int | None = None, form: str = PRE
) -> tuple[Drawn, ...]:
    """Return a test of `count` items; all of them if there are fewer.

    Which items are drawn and the order of their options depend on the seed alone, the order of
    the items on the form too: so the test after a course asks the same as the one before it.
    Items are taken in turn from each objective, so that none is left out while another has two.
    What is not written in every language is not drawn.
    """
    usable = [item for item in items if item.words.keys() >= OTHER.keys()]
    mixed = shuffled(usable, f"{seed}/items", [item.id for item in usable])
    turns: dict[tuple[str, str], int] = {}
    ranked = []
    for place, item in enumerate(mixed):
        turn = turns.get(item.objective_key, 0)
        turns[item.objective_key] = turn + 1
        ranked.append((turn, place, item))
    chosen = [item for _, _, item in sorted(ranked, key=lambda rank: rank[:2])][:count]
    ordered = shuffled(chosen, f"{seed}/{form}", [item.id for item in chosen])
    return tuple(Drawn(item, _options(item, seed)) for item in ordered)


def printed(letter: str, order: Sequence[str]) -> str:
    """Return the letter under which a test prints the chapter's option."""
    return ascii_lowercase[order.index(letter)]


def shuffled(things: Sequence[Thing], seed: str, names: Sequence[str]) -> list[Thing]:
    """Return the things in the order of the SHA-256 of "seed/name".

    The same on every machine and for good, which random.shuffle() does not promise; a thing
    that is added or taken out leaves the others in their order.
    """
    keys = [hashlib.sha256(f"{seed}/{name}".encode()).digest() for name in names]
    return [things[place] for place in sorted(range(len(things)), key=lambda place: keys[place])]


def _options(item: Item, seed: int) -> tuple[str, ...]:
    if item.type != CHOICE:
        return ()
    return tuple(shuffled(item.answers, f"{seed}/{item.id}", item.answers))
