"""./scripts/pdf: set a chapter or a volume, and again each time it is saved."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from manuals.chapters import Pair
from manuals.commands.country import country_of
from manuals.convert import article_of
from manuals.editions import EDITIONS, TRAINER
from manuals.errors import ManualError, Problem, nearest
from manuals.languages import DEFAULT, locales
from manuals.pages import Run, open_run
from manuals.print.book import compose_chapter, compose_volume
from manuals.print.pdf import Book, Setter
from manuals.print.preflight.places import volume_places
from manuals.print.volumes import write_book
from manuals.sync.branch import touched_pages
from manuals.sync.pairs import read_sync
from manuals.volumes import Volume

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "preview"  # not in dist/, which is handed out: trainer text stands in it


@click.command()
@click.argument("name", metavar="CHAPTER", required=False)
@click.option("--lang", "locale", default=DEFAULT, type=click.Choice(locales(ROOT)))
@click.option("--edition", default=TRAINER, type=click.Choice(EDITIONS))
@click.option("--watch", is_flag=True, help="Set it again each time docs/ or data/ changes.")
@click.option("--changed", is_flag=True, help="All chapters that this branch edits, each language.")
@click.option("--against", default="main", help="For --changed: the branch that this one left.")
def pdf(
    name: str | None, locale: str, edition: str, watch: bool, changed: bool, against: str
) -> None:
    """Set CHAPTER (v1-foundations/03), or a whole volume (v1-foundations), in preview/.

    While watching, only the chapters that have changed are laid out again.
    """
    if (name is not None) == changed:
        raise click.UsageError("Name a chapter, or say --changed.")
    if name is None:
        _set_changed(edition, against)
        return
    setter, seen = Setter(ROOT / "docs"), _state()
    if _set(name, locale, edition, setter) or watch:
        if not watch:
            return
    else:
        sys.exit(1)
    click.echo("Watching docs/ and data/; stop with Ctrl+C.")
    try:
        while True:
            setter.rest()
            while (now := _state()) == seen:
                time.sleep(0.4)
            seen = now
            _set(name, locale, edition, setter)
    except KeyboardInterrupt:
        click.echo()


def _set_changed(edition: str, against: str) -> None:
    try:
        run = open_run(ROOT, country_of(ROOT), edition, pdf=False)
        pages = touched_pages(ROOT, read_sync(run.manuals)[0], against)
        if pages is None:
            what = f"there is no git history, or no branch {against}"
            raise ManualError([Problem("docs", 0, what, "name the branch with --against")])
        pairs = [item.page.pair for item in pages if item.page.pair.numbers]
        for pair in pairs:
            assert pair.volume
            for locale in sorted(pair.written):
                click.echo(_write(run, pair.volume, locale, chapter_book(run, pair, locale)))
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if not pairs:
        click.echo("This branch edits no chapter.")


def _set(name: str, locale: str, edition: str, setter: Setter) -> bool:
    start = time.monotonic()
    try:
        run = open_run(ROOT, country_of(ROOT), edition, pdf=False)
        if name in {volume.id for volume in run.manuals.shelf.volumes}:
            volume, book = run.manuals.shelf.volume(name), volume_book(run, name, locale)
        else:
            pair = find_chapter(run, name)
            assert pair.volume
            volume, book = pair.volume, chapter_book(run, pair, locale)
        path = _write(run, volume, locale, book, setter)
    except ManualError as error:
        click.echo(str(error), err=True)
        return False
    click.echo(f"{path} ({time.monotonic() - start:.1f} s)")
    return True


def _write(run: Run, volume: Volume, locale: str, book: Book, setter: Setter | None = None) -> Path:
    places = volume_places(run.manuals, volume, (locale,), run.edition)
    return write_book(book, ROOT / "docs", FOLDER, setter=setter, places=places)


def chapter_book(run: Run, pair: Pair, locale: str) -> Book:
    """Return one chapter in one language as a book."""
    assert pair.volume
    article = article_of(run, pair, locale)
    return compose_chapter(run.manuals, pair.volume, locale, run.edition, article)


def volume_book(run: Run, id: str, locale: str) -> Book:
    """Return a volume in one language as a book, the same as of a build."""
    volume = run.manuals.shelf.volume(id)
    pairs = [pair for pair in run.manuals.pairs.values() if pair.volume in (volume, None)]
    articles = [article_of(run, pair, locale) for pair in pairs]
    return compose_volume(run.manuals, volume, locale, run.edition, articles)


def find_chapter(run: Run, wanted: str) -> Pair:
    """Return the chapter that "v1-foundations/03" or its full name means."""
    stems = [stem for stem, pair in run.manuals.pairs.items() if pair.numbers]
    for stem in stems:
        if stem == wanted or stem.startswith(f"{wanted}-"):
            return run.manuals.pairs[stem]
    what = f"there is no chapter {wanted}{nearest(wanted, stems)}"
    raise ManualError([Problem("docs", 0, what, f"write one of {', '.join(stems)}")])


def _state() -> dict[Path, int]:
    return {
        path: path.stat().st_mtime_ns
        for folder in ("docs", "data")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    pdf(prog_name="./scripts/pdf")
