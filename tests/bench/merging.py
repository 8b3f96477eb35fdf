"""Two branches that confirm neighbouring sections of one chapter, merged by git."""

from __future__ import annotations

from pathlib import Path

from manuals.errors import Problem
from manuals.sync.ledger import Entry, ledger_path, read_ledger, written
from tests.repository import git

IDS = ["a", "b", "c"]
OLD, NEW = ({"en": digit * 8, "vi": digit * 8} for digit in "01")


def merge_two_branches(folder: Path) -> tuple[dict[str, Entry], list[Problem]]:
    """Confirm a on one branch and b on the other; return the merged ledger as it is read."""
    path = ledger_path(folder, "v1-foundations/03-law")
    path.parent.mkdir(parents=True)
    entries = {id: Entry(id, OLD) for id in IDS}
    path.write_text(written(entries, IDS), encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    for branch, id in (("one", "a"), ("two", "b")):
        git(folder, "checkout", "-q", "-b", branch, "main")
        path.write_text(written({**entries, id: Entry(id, NEW)}, IDS), encoding="utf-8")
        git(folder, "commit", "-qam", f"Confirm {id}")
    git(folder, "merge", "-q", "-m", "Merge", "one")
    return read_ledger(folder, path)
