"""./scripts/pdf: set one chapter, and again each time it is saved."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from manuals.chapters import Pair
from manuals.commands.country import country_of
from manuals.convert import convert_page
from manuals.editions import EDITIONS, TRAINER
from manuals.errors import ManualError, Problem, nearest
from manuals.export import Article
from manuals.languages import DEFAULT, OTHER
from manuals.pages import Run, open_run
from manuals.print.book import compose_chapter
from manuals.print.preflight.places import volume_places
from manuals.print.volumes import write_book
from manuals.sync.branch import touched_pages
from manuals.sync.pairs import read_sync

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "preview"  # not in dist/, which is handed out: trainer text stands in it


@click.command()
@click.argument("chapter", required=False)
@click.option("--lang", "locale", default=DEFAULT, type=click.Choice(sorted(OTHER)))
@click.option("--edition", default=TRAINER, type=click.Choice(EDITIONS))
@click.option("--watch", is_flag=True, help="Set it again each time docs/ or data/ changes.")
@click.option("--changed", is_flag=True, help="All chapters that this branch edits, each language.")
@click.option("--against", default="main", help="For --changed: the branch that this one left.")
def pdf(
    chapter: str | None, locale: str, edition: str, watch: bool, changed: bool, against: str
) -> None:
    """Set CHAPTER (v1-foundations/03) as a PDF in preview/."""
    if (chapter is not None) == changed:
        raise click.UsageError("Name a chapter, or say --changed.")
    if chapter is None:
        _set_changed(edition, against)
        return
    if _set(chapter, locale, edition) or watch:
        if not watch:
            return
    else:
        sys.exit(1)
    click.echo("Watching docs/ and data/; stop with Ctrl+C.")
    seen = _state()
    try:
        while True:
            time.sleep(0.4)
            now = _state()
            if now != seen:
                seen = now
                _set(chapter, locale, edition)
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
            for locale in sorted(pair.halves):
                click.echo(set_chapter(run, pair, locale, FOLDER))
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if not pairs:
        click.echo("This branch edits no chapter.")


def _set(chapter: str, locale: str, edition: str) -> bool:
    start = time.monotonic()
    try:
        run = open_run(ROOT, country_of(ROOT), edition, pdf=False)
        path = set_chapter(run, find_chapter(run, chapter), locale, FOLDER)
    except ManualError as error:
        click.echo(str(error), err=True)
        return False
    click.echo(f"{path} ({time.monotonic() - start:.1f} s)")
    return True


def set_chapter(run: Run, pair: Pair, locale: str, folder: Path) -> Path:
    """Set one chapter in one language; return the PDF's path."""
    assert pair.volume
    assert pair.numbers
    uri = f"{pair.stem}.{locale}.md"
    article = Article(
        pair.stem,
        locale,
        pair.numbers.chapter_label,
        run.title(uri).removeprefix(f"{pair.numbers.chapter_label} "),
        f"{pair.stem}.html",
        convert_page(run, uri),
    )
    book = compose_chapter(run.manuals, pair.volume, locale, run.edition, article)
    places = volume_places(run.manuals, pair.volume, (locale,), run.edition)
    return write_book(book, run.manuals.root / "docs", folder, places=places)


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
