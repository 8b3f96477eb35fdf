"""What a branch changed, section by section; git chooses the sections, it never decides a state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from manuals.sync.fingerprint import fingerprints
from manuals.sync.history import branch_point, git, half_at
from manuals.sync.pairs import PairSync


@dataclass(frozen=True)
class Touched:
    """A page that a branch changed: by section id, the languages whose text is another one now.

    A section that the branch took out stands in `gone`.
    """

    page: PairSync
    changed: Mapping[str, frozenset[str]]
    gone: tuple[str, ...]

    def to_confirm(self) -> list[str]:
        """Return the sections that the branch changed on both sides and nobody has confirmed."""
        locales = frozenset(self.page.pair.halves)
        return [
            item.id
            for item in self.page.sections
            if self.changed.get(item.id) == locales and len(locales) > 1 and not item.settled
        ]


def touched_pages(root: Path, pairs: list[PairSync], against: str) -> list[Touched] | None:
    """Return the pages whose texts differ from where the branch left `against`.

    What is not committed yet counts. Nothing where there is no git history or no such branch.
    """
    point = branch_point(root, against)
    if point is None:
        return None
    names = _names(git(root, "diff", "--name-only", "--relative", "-z", point, "--", "docs"))
    names |= _names(git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "docs"))
    found = []
    for page in pairs:
        changed: dict[str, set[str]] = {}
        gone: dict[str, None] = {}
        known = {item.id for item in page.sections}
        for locale, half in page.pair.halves.items():
            if half.path not in names:
                continue
            then = half_at(root, point, half)
            before, now = fingerprints(then) if then else {}, fingerprints(half)
            for id in now.keys() | before.keys():
                if id not in known:
                    gone[id] = None
                elif now.get(id) != before.get(id):
                    changed.setdefault(id, set()).add(locale)
        if changed or gone:
            frozen = {id: frozenset(locales) for id, locales in changed.items()}
            found.append(Touched(page, frozen, tuple(gone)))
    return found


def _names(listed: bytes | None) -> set[str]:
    return set((listed or b"").decode().split("\0")) - {""}
