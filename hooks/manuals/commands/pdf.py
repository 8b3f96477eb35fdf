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
from manuals.print.volumes import write_book

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "preview"  # not in dist/, which is handed out: trainer text stands in it


@click.command()
@click.argument("chapter")
@click.option("--lang", "locale", default=DEFAULT, type=click.Choice(sorted(OTHER)))
@click.option("--edition", default=TRAINER, type=click.Choice(EDITIONS))
@click.option("--watch", is_flag=True, help="Set it again each time docs/ or data/ changes.")
def pdf(chapter: str, locale: str, edition: str, watch: bool) -> None:
    """Set CHAPTER (v1-foundations/03) as a PDF in preview/."""
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
    return write_book(book, run.manuals.root / "docs", folder)


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
