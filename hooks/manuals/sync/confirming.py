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
    """Return the pair's entries after confirming sections, or why one of them cannot be confirmed.

    A confirmation speaks of two texts: a section that stands on one side only, whose halves have
    different numbers of paragraphs or do not say the same (manuals.parity), is refused.
    """
    entries = dict(sync.entries)
    problems = []
    for item in sync.sections:
        if item.entry and item.entry.id not in sync.entries:
            entries[item.id] = item.entry
    counts = sync.pair.numbers.counts if sync.pair.numbers else {}
    unequal = compare(sync.pair, {id: item.only for id, item in entries.items() if item.only})
    for id in ids:
        section = sync.section(id)
        path = next(iter(sync.pair.halves.values())).path
        line = _line(sync.pair, id)
        if section is None:
            known = [item.id for item in sync.sections]
            what = f"there is no section #{id}{nearest(id, known)}"
            problems.append(Problem(path, 0, what, f"name one of {', '.join(known)}"))
            continue
        if len(section.prints) < 2:
            there = next(iter(section.prints))
            what = f"#{id} stands in the {there} half only, so there is nothing to compare"
            problems.append(Problem(path, line, what, "write the other half first"))
            continue
        name = "" if id == TOP else id
        paragraphs = {locale: counts[locale].get(name, 0) for locale in counts}
        if len(set(paragraphs.values())) > 1:
            told = ", ".join(f"{locale} {count}" for locale, count in sorted(paragraphs.items()))
            what = f"#{id} has other numbers of paragraphs ({told})"
            problems.append(
                Problem(path, line, what, "give both halves equally many, then confirm")
            )
            continue
        found = errors_in(sync.pair, name, unequal)
        if found:
            problems += found
            continue
        entries[id] = Entry(id, dict(section.prints), cosmetic)
    known_ids = {item.id for item in sync.sections}
    kept = {id: entry for id, entry in entries.items() if id in known_ids}
    return kept, problems


def _line(pair: Pair, id: str) -> int:
    half = next(iter(pair.halves.values()))
    return next((item.line for item in half.outline.headings if item.id == id), half.first_line)
