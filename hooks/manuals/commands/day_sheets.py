"""Set the day sheets of all courses; ./scripts/build starts it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.courses.values import courses_of
from manuals.errors import ManualError
from manuals.print.day_sheets import set_day_sheets

ROOT = Path(__file__).parents[3]


@click.command()
@click.option("--folder", required=True, type=click.Path(path_type=Path))
@click.option("--cache", required=True, type=click.Path(path_type=Path))
def day_sheets(folder: Path, cache: Path) -> None:
    """Set a page a day, to be hung on a wall, for each course and language."""
    try:
        manuals = load_manuals(ROOT, country_of(ROOT))
        set_day_sheets(manuals, courses_of(manuals), folder, cache)
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    day_sheets()
