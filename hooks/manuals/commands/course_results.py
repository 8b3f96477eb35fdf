"""./scripts/course results: what a class learned, by item and objective, as a page to print."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from manuals.chapters import Manuals
from manuals.commands.country import country_of
from manuals.courses.order import find_course
from manuals.courses.values import courses_of
from manuals.editions import TRAINER
from manuals.errors import ManualError, Problem
from manuals.items.answers import Sheet, compare_sheets, read_sheet
from manuals.items.course_test import COUNT, SEED, answer_table, course_test
from manuals.items.drawing import POST, PRE
from manuals.items.figures import class_figures
from manuals.items.item import read_items
from manuals.items.report import results_page
from manuals.languages import OTHER
from manuals.outputs import put_text
from manuals.pages import open_run

ROOT = Path(__file__).parents[3]


@click.command()
@click.argument("before", metavar="PRE.csv", required=False, type=click.Path(path_type=Path))
@click.argument("after", metavar="POST.csv", required=False, type=click.Path(path_type=Path))
@click.option("--template", metavar="COURSE", help="Write empty tables for this course’s tests.")
@click.option("--seed", default=SEED, show_default=True, help="For --template: the test’s number.")
@click.option("--count", default=COUNT, show_default=True, help="For --template: how many items.")
@click.option("--lang", "locale", type=click.Choice(sorted(OTHER)), help="One language only.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; else that of POST.csv, or for --template this one.",
)
def results(
    before: Path | None,
    after: Path | None,
    template: str | None,
    seed: int,
    count: int,
    locale: str | None,
    out: Path | None,
) -> None:
    """Write what a class learned between PRE.csv and POST.csv, for trainers.

    Each table has a row a participant, by a code and not by name, and a column an item.
    """
    try:
        manuals = open_run(ROOT, country_of(ROOT), TRAINER, pdf=False).manuals
        if template:
            texts = _tables(manuals, template, seed, count)
            folder = out or Path()
        elif before and after:
            texts = _pages(manuals, before, after, [locale] if locale else sorted(OTHER))
            folder = out or after.parent
        else:
            raise click.UsageError("Name two tables, or a course with --template.")
        if template:
            _keep(folder, texts)
    except ManualError as error:
        click.echo(str(error), err=True)
        click.echo("\nNothing was written. Mend these lines and try again.", err=True)
        sys.exit(1)
    for name, text in texts.items():
        put_text(text, folder / name)
        click.echo(folder / name)


def _tables(manuals: Manuals, id: str, seed: int, count: int) -> dict[str, str]:
    """Return the empty tables of a course's tests by the names of their files."""
    course = find_course({each.id: each for each in courses_of(manuals)}, id)
    tests = {
        form: course_test(manuals, course, form, seed=seed, count=count) for form in (PRE, POST)
    }
    if not tests[PRE]:
        what = "no chapter of this course has a question in both languages yet"
        raise ManualError([Problem(course.path, 0, what, "write its chapters first")])
    return {
        f"{id}.{form}.csv": answer_table(test, manuals.languages) for form, test in tests.items()
    }


def _pages(manuals: Manuals, before: Path, after: Path, locales: list[str]) -> dict[str, str]:
    """Return the pages of two tables by the names of their files; warnings are shown."""
    items = {item.id: item for item in read_items(manuals)}
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for path in (before, after):
        try:
            sheets.append(read_sheet(path, items))
            problems += sheets[-1].warnings
        except ManualError as error:
            problems += error.problems
    if len(sheets) == 2:
        problems += compare_sheets(*sheets)
    if any(not problem.warning for problem in problems):
        raise ManualError(problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    figures = class_figures(*sheets)
    names = before.name, after.name
    return {
        f"results.{locale}.html": results_page(figures, problems, manuals.languages[locale], names)
        for locale in locales
    }


def _keep(folder: Path, names: dict[str, str]) -> None:
    """Do not write over tables into which somebody may have typed."""
    found = [folder / name for name in names if (folder / name).exists()]
    if found:
        todo = "name another folder with --out, or take it away"
        raise ManualError([Problem(str(path), 0, "the table is there", todo) for path in found])
