"""What a confirmation takes: two texts that say the same, as far as a program can tell."""

from __future__ import annotations

from manuals.chapters import Pair
from manuals.errors import Problem, nearest
from manuals.parity.comparison import compare, errors_in
from manuals.sync.fingerprint import TOP
from manuals.sync.ledger import Entry
from manuals.sync.pairs import PairSync


def confirmed(
    sync: PairSync, ids: list[str], *, cosmetic: bool = False
) -> tuple[dict[str, Entry], list[Problem]]:
    """Return the pair's entries after confirming sections, or why one cannot be confirmed."""
    refused = refusals(sync, ids)
    entries = _followed(sync)
    for id in ids:
        section = sync.section(id)
        if section and not refused[id]:
            entries[id] = Entry(id, dict(section.prints), cosmetic)
    known = {item.id for item in sync.sections}
    kept = {id: entry for id, entry in entries.items() if id in known}
    return kept, [problem for id in ids for problem in refused[id]]


def refusals(sync: PairSync, ids: list[str]) -> dict[str, list[Problem]]:
    """Return, by section, why it cannot be confirmed; an empty list where it can.

    A confirmation speaks of two texts: a section that stands on one side only, whose halves have
    different numbers of paragraphs or do not say the same (manuals.parity), is refused.
    """
    one_sided = {id: item.only for id, item in _followed(sync).items() if item.only}
    unequal = compare(sync.pair, one_sided) if ids else []
    return {id: _refusal(sync, id, unequal) for id in ids}


def _followed(sync: PairSync) -> dict[str, Entry]:
    """Return the entries, with those that followed their section to a new id."""
    entries = dict(sync.entries)
    for item in sync.sections:
        if item.entry and item.entry.id not in sync.entries:
            entries[item.id] = item.entry
    return entries


def _refusal(sync: PairSync, id: str, unequal: list[Problem]) -> list[Problem]:
    section = sync.section(id)
    path = next(iter(sync.pair.halves.values())).path
    line = _line(sync.pair, id)
    if section is None:
        known = [item.id for item in sync.sections]
        what = f"there is no section #{id}{nearest(id, known)}"
        return [Problem(path, 0, what, f"name one of {', '.join(known)}")]
    if len(section.prints) < 2:
        there = next(iter(section.prints))
        what = f"#{id} stands in the {there} half only, so there is nothing to compare"
        return [Problem(path, line, what, "write the other half first")]
    name = "" if id == TOP else id
    counts = sync.pair.numbers.counts if sync.pair.numbers else {}
    paragraphs = {locale: counts[locale].get(name, 0) for locale in counts}
    if len(set(paragraphs.values())) > 1:
        told = ", ".join(f"{locale} {count}" for locale, count in sorted(paragraphs.items()))
        what = f"#{id} has other numbers of paragraphs ({told})"
        return [Problem(path, line, what, "give both halves equally many, then confirm")]
    return errors_in(sync.pair, name, unequal)


def _line(pair: Pair, id: str) -> int:
    half = next(iter(pair.halves.values()))
    return next((item.line for item in half.outline.headings if item.id == id), half.first_line)
