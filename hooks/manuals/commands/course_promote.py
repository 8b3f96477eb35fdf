"""./scripts/course promote: an academy's addition becomes a proposal for the common chapter."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from manuals.chapters import Manuals, Pair, load_manuals
from manuals.commands.country import country_of
from manuals.errors import ManualError, Problem
from manuals.languages import OTHER
from manuals.local.checking import check_local
from manuals.local.loading import load_local
from manuals.local.promoting import promote
from manuals.outputs import put_text
from manuals.sync.pairs import find_pair, read_pair, read_sync

ROOT = Path(__file__).parents[3]
NEXT = (
    "Next: see the change with git diff and send it as a request. ./scripts/check names what the "
    "other language lacks; its author writes it there, and who has read both runs "
    "./scripts/sync confirm {page}. A maintainer who wants it in one language only runs "
    "./scripts/sync one-sided."
)


@click.command("promote")
@click.argument("academy")
@click.argument("chapter")
@click.option("--lang", "locale", type=click.Choice(sorted(OTHER)), help="One language only.")
def promote_command(academy: str, chapter: str, locale: str | None) -> None:
    """Move what ACADEMY adds to CHAPTER (03-law) into the common chapter, for others to judge.

    The file in data/local/ goes, because the text would be printed twice; nothing is confirmed.
    """
    try:
        told = list(promote_addition(ROOT, academy, chapter, locale))
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for line in told:
        click.echo(line)


def promote_addition(root: Path, academy: str, chapter: str, locale: str | None) -> Iterator[str]:
    """Write the chapter's files, take the additions' files out, and yield what was done."""
    manuals = load_manuals(root, country_of(root))
    pair = find_pair(read_sync(manuals)[0], chapter).pair
    local = load_local(manuals)
    additions = local.of(academy, pair.stem)
    chosen = {name: additions[name] for name in additions if locale in (None, name)}
    if not chosen:
        file = f"data/local/{academy}/{pair.stem}.{locale or 'vi'}.md"
        what = f'"{academy}" adds nothing to this chapter'
        raise ManualError([Problem(file, 0, what, "write this file first, or name another one")])
    paths = {half.path for half in (*chosen.values(), *pair.halves.values())}
    found = [*check_local(manuals, local), *manuals.problems]
    errors = [item for item in found if item.path in paths and not item.warning]
    if errors:
        raise ManualError(errors)
    promotions = [promote(manuals, local.academy(academy), additions, name) for name in chosen]
    for promotion in promotions:
        put_text(promotion.text, root / promotion.path)
    for addition in chosen.values():
        (root / addition.path).unlink()
    after = load_manuals(root, country_of(root))
    for addition, promotion in zip(chosen.values(), promotions, strict=True):
        sections = ", ".join(f"{{#{id}}}" for id in promotion.ids)
        yield f"{promotion.path}: now holds {sections}, at the end of {{#{addition.section}}}"
        yield f"{addition.path}: taken out, or its text would be printed twice"
    yield from _states(after, pair.stem, [id for item in promotions for id in item.ids])
    yield from _moved(pair, after.pairs[pair.stem])
    yield NEXT.format(page=pair.stem.rpartition("/")[2])


def _states(after: Manuals, stem: str, ids: Iterable[str]) -> Iterator[str]:
    sync, _ = read_pair(after, after.pairs[stem])
    for id in dict.fromkeys(ids):
        section = sync.section(id)
        assert section
        yield f"  #{id}: {section.state}"


def _moved(before: Pair, after: Pair) -> Iterator[str]:
    """Yield which printed numbers and letters of the common text are others from now on."""
    assert before.numbers
    assert after.numbers
    starts = after.numbers.starts
    for section, start in before.numbers.starts.items():
        if starts[section] != start:
            labels = (before.numbers.label(start), after.numbers.label(starts[section]))
            yield "  paragraph {} becomes {}, and so on from there".format(*labels)
            break
    for id, letter in before.letters.items():
        if after.letters[id] != letter:
            yield f'  "{id}" was {letter} and becomes {after.letters[id]}'
