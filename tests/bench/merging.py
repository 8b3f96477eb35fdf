"""Two branches that confirm different sections of one chapter, merged by git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from manuals.sync.ledger import Entry, read_ledger, written

IDS = ("_top", "one", "two", "three")


def merge_two_branches(folder: Path) -> bool:
    """Confirm neighbouring sections on two branches; return whether both lines are in the merge."""
    ledger = folder / "page.sync"
    entries = {id: Entry(id) for id in IDS}
    ledger.write_text(written(entries, list(IDS)), encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    for number, id in enumerate(IDS[1:3]):
        git(folder, "checkout", "-q", "-b", id, "main")
        prints = {"en": f"{number:08x}", "vi": f"{number + 8:08x}"}
        ledger.write_text(written({**entries, id: Entry(id, prints)}, list(IDS)), encoding="utf-8")
        git(folder, "commit", "-qam", f"Confirm {id}")
    git(folder, "merge", "-q", "-m", "Merge", IDS[1])
    found, problems = read_ledger(folder, ledger)
    return not problems and all(found[id].prints for id in IDS[1:3])


def git(folder: Path, *arguments: str) -> None:
    """Run git with a name of its own; subprocess.CalledProcessError where it fails."""
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)
