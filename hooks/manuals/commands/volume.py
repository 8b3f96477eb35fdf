"""Set one PDF of a volume from exported articles; ./scripts/build starts one a PDF."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.editions import EDITIONS
from manuals.errors import ManualError
from manuals.export import read_articles
from manuals.languages import locales
from manuals.print.volumes import set_volumes
from manuals.shelf import all_books

ROOT = Path(__file__).parents[3]


@click.command()
@click.option("--edition", required=True, type=click.Choice(EDITIONS))
@click.option("--volume", required=True)
@click.option("--book", required=True, type=click.Choice(all_books(locales(ROOT))))
@click.option("--articles", required=True, type=click.Path(path_type=Path))
@click.option("--folder", required=True, type=click.Path(path_type=Path))
@click.option("--cache", required=True, type=click.Path(path_type=Path))
@click.option("--press", type=click.Path(path_type=Path), help="Write what is printed here.")
def volume(
    edition: str,
    volume: str,
    book: str,
    articles: Path,
    folder: Path,
    cache: Path,
    press: Path | None,
) -> None:
    """Set a volume in one language, or in both side by side."""
    try:
        set_volumes(
            load_manuals(ROOT, country_of(ROOT)),
            edition,
            read_articles(articles),
            folder,
            volumes=[volume],
            books=[book],
            cache=cache,
            press=press,
            warn=lambda problem: click.echo(str(problem), err=True),
        )
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    volume()
