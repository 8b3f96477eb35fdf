"""./scripts/sync: what is out of step between the languages, and a person's word that it is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from manuals.chapters import Manuals, load_manuals
from manuals.commands.country import country_of
from manuals.errors import ManualError, Problem
from manuals.languages import OTHER
from manuals.repairs import fix_ids
from manuals.sync.branch import touched_pages
from manuals.sync.confirming import confirmed
from manuals.sync.difference import word_difference
from manuals.sync.fingerprint import section_texts
from manuals.sync.history import text_with
from manuals.sync.ledger import Entry
from manuals.sync.pairs import PairSync, find_pair, initial, read_sync, totals, write_ledger
from manuals.sync.states import EN_BEHIND, STATES, VI_BEHIND

ROOT = Path(__file__).parents[3]
AHEAD = {VI_BEHIND: ("en",), EN_BEHIND: ("vi",)}


@click.group()
def sync() -> None:
    """Say which sections of the pairs are out of step, and confirm those that are in step."""


@sync.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for a program.")
@click.option("--all", "everything", is_flag=True, help="Show the pages that are in step too.")
def status(as_json: bool, everything: bool) -> None:
    """Show each page's sections by state, and name those that wait for somebody."""
    _, pairs = _read()
    if as_json:
        click.echo(json.dumps(_data(pairs), ensure_ascii=False, indent=1))
        return
    for line in status_lines(pairs, everything=everything):
        click.echo(line)


def status_lines(pairs: list[PairSync], *, everything: bool = False) -> Iterator[str]:
    """Yield the table: a line a page, below it the sections that are out of step."""
    for page in pairs:
        waiting = [item for item in page.sections if not item.settled]
        cosmetic = [item for item in page.sections if item.entry and item.entry.cosmetic]
        meant = [item for item in page.sections if item.meant]
        if not (waiting or cosmetic or meant or everything):
            continue
        counts = totals([page])
        told = ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state])
        yield f"{page.pair.stem}: {told}"
        for item in waiting:
            if item.state != "unconfirmed":
                yield f"  #{item.id}: {item.state}"
        for item in cosmetic:
            yield f"  #{item.id}: confirmed as cosmetic: only one side was edited"
        for item in meant:
            assert item.entry
            yield f"  #{item.id}: {item.state} on purpose: {item.entry.reason}"
    counts = totals(pairs)
    yield "All: " + ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state])


@sync.command()
@click.argument("section")
def diff(section: str) -> None:
    """Show what changed in SECTION (03-law#elements) since it was confirmed."""
    manuals, pairs = _read()
    page, _, id = section.partition("#")
    try:
        found = find_pair(pairs, page)
    except ManualError as error:
        _stop(error.problems)
    item = found.section(id)
    if item is None:
        known = ", ".join(each.id for each in found.sections)
        _stop([Problem(found.pair.stem, 0, f"there is no section #{id}", f"name one of {known}")])
    click.echo(f"{found.pair.stem}#{id}: {item.state}\n")
    for locale in AHEAD.get(item.state, ("en", "vi")):
        half = found.pair.halves.get(locale)
        if not half or id not in section_texts(half):
            continue
        now = section_texts(half)[id]
        before = None
        if item.entry and item.entry.prints:
            before = text_with(manuals.root, half, id, item.entry.prints[locale])
        click.echo(f"--- {half.path}")
        click.echo(word_difference(before, now) if before is not None else now)
        other = found.pair.halves.get(OTHER[locale])
        if other and item.state in AHEAD:
            click.echo(f"\n--- {other.path}, not changed since")
            click.echo(section_texts(other).get(id, ""))


@sync.command()
@click.argument("sections", nargs=-1)
@click.option("--cosmetic", is_flag=True, help="The edit changed no meaning; it stays listed.")
@click.option("--against", default="main", help="The branch that this one left.")
def confirm(sections: tuple[str, ...], cosmetic: bool, against: str) -> None:
    """Write down that SECTIONS say the same: 03-law#elements, or 03-law for a whole page.

    Without SECTIONS: those that this branch changed on both sides.
    """
    manuals, pairs = _read()
    try:
        chosen = [_choose(pairs, name) for name in sections]
    except ManualError as error:
        _stop(error.problems)
    if not sections:
        chosen = _changed_on_both_sides(manuals, pairs, against)
    new, problems = [], []
    for page, ids in chosen:
        entries, wrong = confirmed(page, ids, cosmetic=cosmetic)
        problems += wrong
        new.append((page, ids, entries))
    if problems:
        click.echo("Nothing was confirmed.", err=True)
        _stop(problems)
    for page, ids, entries in new:
        write_ledger(manuals, page, entries)
        click.echo(f"{page.pair.stem}: {', '.join(f'#{id}' for id in ids)}")
    if not new:
        click.echo("This branch changed no section on both sides; name the sections to confirm.")


@sync.command()
@click.argument("section")
@click.option("--only", "locale", required=True, type=click.Choice(sorted(OTHER)))
@click.option("--reason", required=True, help="Why the other language has no such section.")
def one_sided(section: str, locale: str, reason: str) -> None:
    """Write down that SECTION stands in one language on purpose."""
    manuals, pairs = _read()
    page, ids = _choose(pairs, section)
    for id in ids:
        item = page.section(id)
        if item is None or set(item.prints) != {locale}:
            what = f"#{id} does not stand in the {locale} half only"
            _stop([Problem(page.pair.stem, 0, what, "see ./scripts/sync status")])
    lines = {id: Entry(id, only=locale, reason=" ".join(reason.split())) for id in ids}
    write_ledger(manuals, page, {**page.entries, **lines})


@sync.command()
def init() -> None:
    """Write a line for every section that has none: unconfirmed, nothing else."""
    manuals, pairs = _read()
    for page in pairs:
        if write_ledger(manuals, page, initial(page)):
            click.echo(f"data/sync/{page.pair.stem}.sync")


@sync.command()
def ids() -> None:
    """Write the ids that headings lack into both halves."""
    manuals, _ = _read()
    try:
        for path in fix_ids(manuals):
            click.echo(path.relative_to(ROOT).as_posix())
    except ManualError as error:
        _stop(error.problems)


def _changed_on_both_sides(
    manuals: Manuals, pairs: list[PairSync], against: str
) -> list[tuple[PairSync, list[str]]]:
    found = touched_pages(manuals.root, pairs, against)
    if found is None:
        what = f"there is no git history, or no branch {against}"
        _stop(
            [Problem("data/sync", 0, what, "name the sections: ./scripts/sync confirm 03-law#id")]
        )
    return [(item.page, item.to_confirm()) for item in found if item.to_confirm()]


def _choose(pairs: list[PairSync], name: str) -> tuple[PairSync, list[str]]:
    page, _, id = name.partition("#")
    found = find_pair(pairs, page)
    every = [item.id for item in found.sections if len(item.prints) == len(OTHER)]
    return found, [id] if id else every


def _data(pairs: list[PairSync]) -> list[dict[str, object]]:
    return [
        {
            "page": page.pair.stem,
            "sections": [
                {
                    "id": item.id,
                    "state": item.state,
                    "prints": dict(item.prints),
                    "cosmetic": bool(item.entry and item.entry.cosmetic),
                    "on_purpose": item.meant,
                }
                for item in page.sections
            ],
        }
        for page in pairs
    ]


def _read() -> tuple[Manuals, list[PairSync]]:
    try:
        manuals = load_manuals(ROOT, country_of(ROOT))
    except ManualError as error:
        _stop(error.problems)
    pairs, problems = read_sync(manuals)
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(not problem.warning for problem in problems):
        click.echo("Mend the ledgers first; nothing was changed.", err=True)
        sys.exit(1)
    return manuals, pairs


def _stop(problems: Sequence[Problem]) -> NoReturn:
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(1)


if __name__ == "__main__":
    sync(prog_name="./scripts/sync")
