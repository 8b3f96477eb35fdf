"""The sync of the whole set: every pair with its ledger and states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from manuals.chapters import Manuals, Pair
from manuals.errors import ManualError, Problem, nearest
from manuals.outputs import put_text
from manuals.sync.fingerprint import fingerprints
from manuals.sync.ledger import Entry, ledger_path, read_ledger, written
from manuals.sync.states import SectionState, pair_states


@dataclass(frozen=True)
class PairSync:
    """One pair: its ledger's entries as read and the state of each section."""

    pair: Pair
    entries: dict[str, Entry]
    sections: tuple[SectionState, ...]

    def section(self, id: str) -> SectionState | None:
        """Return a section's state."""
        return next((item for item in self.sections if item.id == id), None)


def read_sync(manuals: Manuals) -> tuple[list[PairSync], list[Problem]]:
    """Return every pair with its states, and what is wrong with the ledgers."""
    problems: list[Problem] = []
    found = []
    for pair in manuals.pairs.values():
        sync, wrong = read_pair(manuals, pair)
        found.append(sync)
        problems += wrong
    return found, problems + list(_orphans(manuals))


def read_pair(manuals: Manuals, pair: Pair) -> tuple[PairSync, list[Problem]]:
    """Return one pair with its states, and what is wrong with its ledger."""
    entries, problems = read_ledger(manuals.root, ledger_path(manuals.root, pair.stem))
    sides = {locale: fingerprints(half) for locale, half in pair.halves.items()}
    states = pair_states(entries, sides.get("en", {}), sides.get("vi", {}))
    return PairSync(pair, entries, tuple(states)), problems


def ledger_problems(manuals: Manuals) -> list[Problem]:
    """Return what is wrong with the ledgers, and those whose page is gone."""
    problems = list(_orphans(manuals))
    for pair in manuals.pairs.values():
        problems += read_ledger(manuals.root, ledger_path(manuals.root, pair.stem))[1]
    return problems


def _orphans(manuals: Manuals) -> Iterator[Problem]:
    folder = manuals.root / "data" / "sync"
    for path in sorted(folder.rglob("*.sync")) if folder.is_dir() else []:
        stem = path.relative_to(folder).as_posix().removesuffix(".sync")
        if stem not in manuals.pairs:
            name = path.relative_to(manuals.root).as_posix()
            what = f"there is no page {stem}{nearest(stem, manuals.pairs)}"
            todo = "rename the ledger with the page, or take it out"
            yield Problem(name, 0, what, todo, warning=True)


def initial(sync: PairSync) -> dict[str, Entry]:
    """Return the entries, with an unconfirmed line for each section that has none."""
    entries = dict(sync.entries)
    for item in sync.sections:
        if item.id not in entries:
            entries[item.id] = item.entry or Entry(item.id)
    return entries


def write_ledger(manuals: Manuals, sync: PairSync, entries: dict[str, Entry]) -> bool:
    """Write a pair's ledger whole; return whether it changed."""
    path = ledger_path(manuals.root, sync.pair.stem)
    text = written(entries, [item.id for item in sync.sections])
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    put_text(text, path)
    return True


def find_pair(pairs: list[PairSync], wanted: str) -> PairSync:
    """Return the pair that "v1-foundations/03", "03-law" or a whole path means."""
    stems = [item.pair.stem for item in pairs]
    plain = wanted.removeprefix("docs/").split(".")[0]
    for item in pairs:
        stem = item.pair.stem
        if plain in (stem, stem.rpartition("/")[2]) or stem.startswith(f"{plain}-"):
            return item
    what = f"there is no page {wanted}{nearest(wanted, stems)}"
    raise ManualError([Problem("docs", 0, what, f"write one of {', '.join(stems)}")])


def totals(pairs: list[PairSync]) -> Counter[str]:
    """Count the sections of some pairs by state."""
    return Counter(item.state for sync in pairs for item in sync.sections)
