"""States: a pure function of ledger, English and Vietnamese; no dates, no commits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from manuals.sync.ledger import Entry

IN_SYNC = "in-sync"
VI_BEHIND = "vi-behind"
EN_BEHIND = "en-behind"
BOTH_CHANGED = "both-changed"
ONLY_EN = "only-en"
ONLY_VI = "only-vi"
UNCONFIRMED = "unconfirmed"
STATES = (IN_SYNC, VI_BEHIND, EN_BEHIND, BOTH_CHANGED, ONLY_EN, ONLY_VI, UNCONFIRMED)


@dataclass(frozen=True)
class SectionState:
    """A section's state; `meant` says that it is one-sided on purpose, for the entry's reason."""

    id: str
    state: str
    entry: Entry | None
    prints: Mapping[str, str]
    meant: bool = False

    @property
    def settled(self) -> bool:
        """Whether nobody has to do anything."""
        return self.state == IN_SYNC or self.meant


def state_of(entry: Entry | None, en: str | None, vi: str | None) -> str:
    """Return the state of one section from its entry and the two fingerprints of now."""
    if vi is None:
        return ONLY_EN
    if en is None:
        return ONLY_VI
    if entry is None or not entry.prints:
        return UNCONFIRMED
    changed = (entry.prints["en"] != en, entry.prints["vi"] != vi)
    return {
        (False, False): IN_SYNC,
        (True, False): VI_BEHIND,
        (False, True): EN_BEHIND,
        (True, True): BOTH_CHANGED,
    }[changed]


def pair_states(
    entries: Mapping[str, Entry], en: Mapping[str, str], vi: Mapping[str, str]
) -> list[SectionState]:
    """Return the states of all sections, in the order of the longer half.

    An entry whose id is gone follows its texts to a new id if both fingerprints are there.
    """
    moved = renamed(entries, en, vi)
    order = list(dict.fromkeys([*(en if len(en) >= len(vi) else vi), *en, *vi]))
    found = []
    for id in order:
        entry = entries.get(id) or moved.get(id)
        state = state_of(entry, en.get(id), vi.get(id))
        meant = entry is not None and bool(entry.only) and state == f"only-{entry.only}"
        prints = {locale: side[id] for locale, side in (("en", en), ("vi", vi)) if id in side}
        found.append(SectionState(id, state, entry, prints, meant))
    return found


def renamed(
    entries: Mapping[str, Entry], en: Mapping[str, str], vi: Mapping[str, str]
) -> dict[str, Entry]:
    """Return, by new id, the entries of sections whose id alone has changed."""
    orphans = {
        (entry.prints["en"], entry.prints["vi"]): entry
        for id, entry in entries.items()
        if entry.prints and id not in en and id not in vi
    }
    found = {}
    for id in en.keys() & vi.keys():
        entry = orphans.get((en[id], vi[id]))
        if entry and id not in entries:
            found[id] = Entry(id, entry.prints, entry.cosmetic)
    return found
