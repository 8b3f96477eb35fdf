"""./scripts/bench sync: whether the ledger sees every edit, and what the whole check costs.

Which section an edit belongs to is worked out in tests/bench/edits.py, apart from manuals.sync.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import click
from markdown import Markdown

from manuals.chapters import load_manuals, read_half
from manuals.checks import check_manuals
from manuals.commands.country import country_of
from manuals.convert import NAMES, OPTIONS
from manuals.metadata import SCHEMA
from manuals.sources import Source, mended
from manuals.sync.fingerprint import fingerprints
from manuals.sync.pairs import read_sync
from tests.bench.edits import harmless, places, reword
from tests.bench.histories import run_histories
from tests.bench.merging import IDS, NEW, merge_two_branches
from tests.bench.shelves import write_shelves

ROOT = Path(__file__).parents[2]
EDITS = 1000
STEPS = 20_000
PAGES = 1000
SEED = 4


def main() -> None:
    """Print every figure beside its bar; exit with 1 where a bar is missed."""
    results = [edits(), rewrites(), histories(), branches(), cost()]
    if not all(results):
        sys.exit(1)


def edits() -> bool:
    """Change one word at a time, on either side: exactly its own section must flip."""
    chance = random.Random(SEED)
    chapters = {path: path.read_text(encoding="utf-8") for path in _chapters()}
    words = {path: places(text) for path, text in chapters.items()}
    before = {path: _prints(path, text.encode()) for path, text in chapters.items()}
    right: Counter[str] = Counter()
    for _ in range(EDITS):
        path = chance.choice(list(chapters))
        place = chance.choice(words[path])
        after = _prints(path, reword(chapters[path], place).encode())
        ids = before[path].keys() | after.keys()
        flipped = {id for id in ids if before[path].get(id) != after.get(id)}
        right[path.name[-5:-3]] += flipped == place.sections
    told = ", ".join(f"{count} {locale}" for locale, count in sorted(right.items()))
    total = sum(right.values())
    return _say(f"One-word edits that flip exactly their section: {total} ({told})", EDITS, total)


def rewrites() -> bool:
    """Change the layout of a whole file at a time: nothing may flip."""
    chance = random.Random(SEED)
    kinds: Counter[str] = Counter()
    still = 0
    chapters = {path: path.read_text(encoding="utf-8") for path in _chapters()}
    before = {path: _prints(path, text.encode()) for path, text in chapters.items()}
    while kinds.total() < EDITS:
        path = chance.choice(list(chapters))
        name, raw = harmless(chapters[path], chance)
        if raw == chapters[path].encode():
            continue
        kinds[name] += 1
        still += _prints(path, raw) == before[path]
    told = ", ".join(f"{count} {name}" for name, count in sorted(kinds.items()))
    return _say(f"Harmless rewrites that flip nothing: {still} ({told})", EDITS, still)


def histories() -> bool:
    """Walk through random histories beside a model, with page dates on the same histories."""
    with tempfile.TemporaryDirectory() as folder:
        found = run_histories(SEED, STEPS, Path(folder))
    click.echo(f"Histories: {found.steps} steps, {found.stale} times a section out of step")
    missed = found.date_missed / (found.date_true + found.date_missed)
    click.echo(
        f"  page dates: {missed:.0%} of them missed; {found.date_true / found.date_flagged:.0%} "
        "of the sections flagged are out of step"
    )
    click.echo(
        f"  ledger: {found.forgotten} sections shown as unconfirmed, because a new id came with "
        "an edit"
    )
    return _say(
        f"  ledger: {found.missed} missed, {found.wrong} wrong", 0, found.missed + found.wrong
    )


def branches() -> bool:
    """Merge two branches that confirm neighbouring sections of one chapter."""
    with tempfile.TemporaryDirectory() as folder:
        merged, problems = merge_two_branches(Path(folder))
    confirmed = [] if problems else [id for id in IDS if merged[id].prints == NEW]
    return _say("Two branches, one chapter: confirmed after the merge", IDS[:2], confirmed)


def cost() -> bool:
    """Check 1,000 pages, and convert the same pages with Markdown alone (without our boxes)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_shelves(ROOT, root, PAGES)
        begin = time.process_time()
        manuals = load_manuals(root, country_of(ROOT))
        read_sync(manuals)
        problems = check_manuals(manuals)
        checked = time.process_time() - begin
    errors = [problem for problem in problems if not problem.warning]
    if errors:
        click.echo(f"  the copied set is not right: {errors[0]}")
        return False
    bodies = [half.body for pair, half in manuals.halves() if pair.numbers]
    begin = time.process_time()
    for body in bodies:
        Markdown(extensions=NAMES, extension_configs=OPTIONS).convert(body)
    converted = time.process_time() - begin
    ratio = checked / converted
    click.echo(
        f"Whole check of {len(bodies)} pages: {checked:.1f} s, Markdown alone {converted:.1f} s "
        "(processor)"
    )
    click.echo(f"  ratio {ratio:.2f}, at most 2: {'ok' if ratio <= 2 else 'MISSED'}")
    return ratio <= 2


def _chapters() -> list[Path]:
    return sorted((ROOT / "docs").glob("v1-*/[0-9]*.md"))


def _prints(path: Path, raw: bytes) -> dict[str, str]:
    half, _ = read_half(Source(path.name, mended(raw)), path.name[-5:-3], SCHEMA)
    return fingerprints(half)


def _say(what: str, bar: object, found: object) -> bool:
    click.echo(f"{what}; wanted {bar}: {'ok' if found == bar else 'MISSED'}")
    return found == bar


if __name__ == "__main__":
    main()
