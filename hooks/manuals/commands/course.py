"""./scripts/course: what a trainer prints before a course, and what comes after it."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.commands.course_packs import write_packs
from manuals.commands.course_promote import promote_command
from manuals.commands.course_results import results
from manuals.courses.names import Person, read_names, repeated
from manuals.courses.order import Order, find_course, read_day, read_place
from manuals.courses.values import courses_of
from manuals.editions import EDITIONS, PARTICIPANT
from manuals.errors import ManualError, Problem
from manuals.languages import DEFAULT, OTHER

ROOT = Path(__file__).parents[3]
PACK = "pack"


class Course(click.Group):
    """A group in which a first word that is no command is the id of a course."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant, and its words."""
        if args and args[0] not in self.commands:
            return PACK, self.commands[PACK], args
        return super().resolve_command(ctx, args)


@click.group(cls=Course)
def course() -> None:
    """Print what a course needs: ./scripts/course c1 --date 2026-12-07 --place "Hạ Long"."""


course.add_command(results)
course.add_command(promote_command)


@course.command(PACK)
@click.argument("id", metavar="COURSE")
@click.option("--lang", "locale", default=DEFAULT, type=click.Choice(sorted(OTHER)))
@click.option("--date", "first", required=True, metavar="DAY", help="The first day: 2026-12-07.")
@click.option("--place", required=True, help="Where the course is given, for the cover.")
@click.option(
    "--edition",
    default=PARTICIPANT,
    type=click.Choice(EDITIONS),
    help="trainer: the trainers' things too, in dist/trainer/.",
)
@click.option(
    "--names",
    type=click.Path(path_type=Path),
    help="CSV of participants: plates, certificates, sign-in sheet.",
)
@click.option("--local", "academy", default="", help="Whose local content fills the slots.")
@click.option(
    "--both", is_flag=True, help="The handouts too with the other language on their backs."
)
def pack(
    id: str,
    locale: str,
    first: str,
    place: str,
    edition: str,
    names: Path | None,
    academy: str,
    *,
    both: bool,
) -> None:
    """Make the packs of COURSE: c1 is data/courses/c1.yml.

    Days follow each other from the first. Nothing is written unless all of it can be.
    """
    start = time.monotonic()
    try:
        order, people = _order(id, locale, first, place, names)
        order = replace(order, academy=academy)
        dist = ROOT / "dist"
        for path in write_packs(ROOT, dist, order, edition, people, _warn, handouts=both):
            click.echo(path)
    except ManualError as error:
        click.echo(str(error), err=True)
        click.echo("\nNothing was made. Mend these lines and try again.", err=True)
        sys.exit(1)
    click.echo(f"Done in {time.monotonic() - start:.1f} s.")


def _order(
    id: str, locale: str, first: str, place: str, names: Path | None
) -> tuple[Order, list[Person]]:
    """Read all that was typed; what is wrong with it is named at once."""
    problems: list[Problem] = []
    found = day = people = where = None
    try:
        manuals = load_manuals(ROOT, country_of(ROOT))
        found = find_course({each.id: each for each in courses_of(manuals)}, id)
    except ManualError as error:
        problems += error.problems
    try:
        day, warnings = read_day(first, date.today())
        for problem in warnings:
            _warn(problem)
    except ManualError as error:
        problems += error.problems
    try:
        where = read_place(place)
    except ManualError as error:
        problems += error.problems
    try:
        people = read_names(names) if names else []
        for problem in repeated(people, names) if names else ():
            _warn(problem)
    except ManualError as error:
        problems += error.problems
    if problems or found is None or day is None or where is None or people is None:
        raise ManualError(problems)
    return Order(found, locale, day, where), people


def _warn(problem: Problem) -> None:
    click.echo(str(problem), err=True)


if __name__ == "__main__":
    course(prog_name="./scripts/course")
