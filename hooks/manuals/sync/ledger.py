"""The pair ledger: one line says that a person confirmed that two texts say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from manuals.errors import Problem

HEAD = (
    "# pairs v1, by ./scripts/sync: a line means, a person confirmed that both texts say the same"
)
ENTRY = re.compile(
    r"#(?P<id>[\w-]+)\s+"
    r"(?:(?P<unconfirmed>unconfirmed)"
    r"|only:(?P<only>[a-z]{2})\s+(?P<reason>\S.*)"
    r"|en:(?P<en>[0-9a-f]{8})\s+vi:(?P<vi>[0-9a-f]{8})(?P<cosmetic>\s+cosmetic)?)\s*"
)
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")


@dataclass(frozen=True)
class Entry:
    """One section's line; `prints` is empty while nobody has confirmed it."""

    id: str
    prints: dict[str, str] = field(default_factory=dict)
    cosmetic: bool = False
    only: str = ""
    reason: str = ""

    def __str__(self) -> str:
        if self.only:
            return f"#{self.id}  only:{self.only} {self.reason}"
        if not self.prints:
            return f"#{self.id}  unconfirmed"
        mark = " cosmetic" if self.cosmetic else ""
        return f"#{self.id}  en:{self.prints['en']} vi:{self.prints['vi']}{mark}"


def ledger_path(root: Path, stem: str) -> Path:
    """Return a pair's ledger: data/sync/v1-foundations/03-law.sync."""
    return root / "data" / "sync" / f"{stem}.sync"


def read_ledger(root: Path, path: Path) -> tuple[dict[str, Entry], list[Problem]]:
    """Return a ledger's entries by id, and each line that cannot be read."""
    if not path.is_file():
        return {}, []
    name = path.relative_to(root).as_posix()
    entries: dict[str, Entry] = {}
    problems = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        match = ENTRY.fullmatch(line)
        if line.startswith(CONFLICT):
            what = "two branches changed the same entry (conflict marks)"
            todo = "keep one of the two lines, take the marks out, then run ./scripts/sync status"
            problems.append(Problem(name, number, what, todo))
        elif not match:
            what = "this line is no entry of a ledger"
            todo = "take it out; the section counts as unconfirmed then"
            problems.append(Problem(name, number, what, todo))
        elif match["id"] in entries:
            what = f"#{match['id']} stands here twice"
            problems.append(Problem(name, number, what, "keep the line that is right"))
        else:
            entries[match["id"]] = _entry(match)
    return entries, problems


def one_sided(root: Path, stem: str) -> dict[str, str]:
    """Return the sections that stand in one language on purpose, with that language."""
    entries, _ = read_ledger(root, ledger_path(root, stem))
    return {id: entry.only for id, entry in entries.items() if entry.only}


def _entry(match: re.Match[str]) -> Entry:
    if match["only"]:
        return Entry(match["id"], only=match["only"], reason=match["reason"])
    if match["unconfirmed"]:
        return Entry(match["id"])
    prints = {"en": match["en"], "vi": match["vi"]}
    return Entry(match["id"], prints, cosmetic=bool(match["cosmetic"]))


def written(entries: dict[str, Entry], order: list[str]) -> str:
    """Return a ledger's text: sections in their order, then what is gone; a blank line between.

    The blank line lets two branches change neighbouring sections without a conflict.
    """
    ids = [id for id in order if id in entries] + sorted(entries.keys() - set(order))
    return "\n\n".join([HEAD, *(str(entries[id]) for id in ids)]) + "\n"
