"""Random edit histories of a page in two languages, beside a model that knows what each text says.

A text says a number; its words are the number and some layout that says nothing. The model keeps
the two numbers of each section and those that a person confirmed, and so knows every drift. The
ledger sees only the texts and its own file, the dates see only when a file was last written.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from manuals.sync.fingerprint import fingerprint, normalised
from manuals.sync.ledger import Entry, read_ledger, written
from manuals.sync.states import pair_states

SIDES = ("en", "vi")
SECTIONS = 8
STEPS = 100
# How often each thing happens; touching a file without saying anything new is what hides drift
# from dates (kubernetes/website PR 41768).
MOVES = {
    "edit": 30,
    "follow": 25,
    "both": 10,
    "touch": 15,
    "revert": 5,
    "cosmetic": 4,
    "rename": 3,
    "add": 4,
    "drop": 2,
    "move": 2,
}


@dataclass
class Page:
    """What the model knows: by section id, what each side says now and what was confirmed."""

    chance: random.Random
    says: dict[str, dict[str, int]] = field(default_factory=dict)
    confirmed: dict[str, dict[str, int]] = field(default_factory=dict)
    before: dict[str, dict[str, int]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    dates: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SIDES, 0))
    layout: int = 0
    last: int = 0

    def new(self) -> int:
        """Return a number that no text has said yet."""
        self.last += 1
        return self.last

    def text(self, id: str, side: str) -> str:
        """Return a section's Markdown."""
        number = self.says[id][side]
        wrap = "\n" if (self.layout + number) % 2 else " "
        bullet = "*" if self.layout % 3 else "-"
        return f"## Heading {{#{id}}}\n\nIt says{wrap}{number}.\n\n{bullet} **one**{wrap}thing\n"

    def state(self, id: str) -> str:
        """Return the state as the model knows it."""
        now, then = self.says[id], self.confirmed.get(id)
        if len(now) < 2:
            return f"only-{next(iter(now))}"
        if then is None:
            return "unconfirmed"
        return {
            (False, False): "in-sync",
            (True, False): "vi-behind",
            (False, True): "en-behind",
            (True, True): "both-changed",
        }[now["en"] != then["en"], now["vi"] != then["vi"]]


@dataclass
class Outcome:
    """Counts over all steps; a section counts once a step.

    `missed` are those that the ledger calls in step and are not; `forgotten` those that it calls
    unconfirmed although they were confirmed once, because an edit came on top of a new id;
    `date_…` are pages flagged where the one side's file is newer than the other's.
    """

    steps: int = 0
    sections: int = 0
    stale: int = 0
    missed: int = 0
    wrong: int = 0
    forgotten: int = 0
    date_flagged: int = 0
    date_true: int = 0
    date_missed: int = 0


def run_histories(seed: int, steps: int, folder: Path) -> Outcome:
    """Walk through histories of 100 steps each and compare ledger, dates and model at each step."""
    outcome = Outcome()
    while outcome.steps < steps:
        _history(random.Random(f"{seed} {outcome.steps}"), outcome, folder / "page.sync")
    return outcome


def _history(chance: random.Random, outcome: Outcome, path: Path) -> None:
    page = Page(chance)
    for number in range(SECTIONS):
        id = f"s{number}"
        page.order.append(id)
        page.says[id] = {side: page.new() for side in SIDES}
        page.confirmed[id] = dict(page.says[id])
    _write(page, path, {}, list(page.order))
    for now in range(1, STEPS + 1):
        move = chance.choices(list(MOVES), list(MOVES.values()))[0]
        entries = read_ledger(path.parent, path)[0]
        confirm = _move(page, move, now)
        _write(page, path, entries, confirm)
        outcome.steps += 1
        _compare(page, path, outcome)


def _move(page: Page, move: str, now: int) -> list[str]:
    """Do one thing to the page; return the ids that a person confirms after it."""
    chance, side = page.chance, page.chance.choice(SIDES)
    other = SIDES[1 - SIDES.index(side)]
    id = chance.choice(page.order)
    waiting = [key for key in page.order if page.state(key).endswith("-behind")]
    if move in ("follow", "cosmetic") and waiting:
        id = chance.choice(waiting)
        side = page.state(id)[:2]
    if move in ("edit", "both"):
        page.before[id] = dict(page.says[id])
        for each in SIDES if move == "both" else (side,):
            if each in page.says[id]:
                page.says[id][each] = page.new()
    elif move == "follow":
        page.says[id][side] = page.new()
    elif move == "revert":
        page.says[id] = {**page.says[id], **page.before.pop(id, {})}
    elif move == "touch":
        page.layout += 1
    elif move == "rename":
        page.order[page.order.index(id)] = fresh = f"s{page.new()}"
        for known in (page.says, page.confirmed, page.before):
            if id in known:
                known[fresh] = known.pop(id)
        page.before.pop(fresh, None)
        if page.state(fresh) != "in-sync":
            page.confirmed.pop(fresh, None)
        id = fresh
    elif move == "add":
        id = f"s{page.new()}"
        page.order.insert(chance.randrange(len(page.order)), id)
        page.says[id] = {side: page.new()}
    elif move == "drop" and len(page.order) > 2:
        page.order.remove(id)
        for known in (page.says, page.confirmed, page.before):
            known.pop(id, None)
        return []
    elif move == "move":
        page.order.remove(id)
        page.order.insert(chance.randrange(len(page.order) + 1), id)
    written_sides = {"edit": [side], "follow": [side], "add": [side], "touch": [side]}
    for each in written_sides.get(move, [] if move == "cosmetic" else [side, other]):
        page.dates[each] = now
    if move in ("follow", "both", "cosmetic") and len(page.says[id]) == len(SIDES):
        page.confirmed[id] = dict(page.says[id])
        return [id]
    return []


def _prints(page: Page, side: str) -> dict[str, str]:
    return {
        id: fingerprint(normalised(page.text(id, side)))
        for id in page.order
        if side in page.says[id]
    }


def _write(page: Page, path: Path, entries: dict[str, Entry], confirm: list[str]) -> None:
    """Write the ledger as ./scripts/sync does: lines that follow a new id, then what is new."""
    en, vi = (_prints(page, side) for side in SIDES)
    if confirm:
        for item in pair_states(entries, en, vi):
            if item.entry and item.id not in entries:
                entries[item.id] = item.entry
        entries |= {id: Entry(id, {"en": en[id], "vi": vi[id]}) for id in confirm}
        entries = {id: entry for id, entry in entries.items() if id in page.order}
        path.write_text(written(entries, page.order), encoding="utf-8")


def _compare(page: Page, path: Path, outcome: Outcome) -> None:
    entries = read_ledger(path.parent, path)[0]
    prints = (_prints(page, side) for side in SIDES)
    found = {item.id: item.state for item in pair_states(entries, *prints)}
    en, vi = (page.dates[side] for side in SIDES)
    newer = {"vi-behind": en > vi, "en-behind": vi > en, "both-changed": en != vi}
    for id in page.order:
        known = page.state(id)
        stale = known not in ("in-sync", "unconfirmed")
        outcome.sections += 1
        outcome.stale += stale
        outcome.missed += stale and found[id] == "in-sync"
        outcome.forgotten += found[id] == "unconfirmed" != known
        outcome.wrong += found[id] not in (known, "unconfirmed")
        if not known.startswith("only-"):
            outcome.date_flagged += en != vi
            outcome.date_true += stale and newer.get(known, False)
            outcome.date_missed += stale and not newer.get(known, False)
