"""./scripts/check: every check that needs no PDF, and the repairs that a program can make."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from manuals.chapters import load_manuals
from manuals.checks import problems_by_kind
from manuals.commands.country import country_of
from manuals.convert import convert_page
from manuals.country import check_other_countries
from manuals.courses.checking import course_notes
from manuals.editions import EDITIONS
from manuals.errors import ManualError, Problem
from manuals.languages import DEFAULT, OTHER, load_languages
from manuals.local.loading import load_local
from manuals.local.showing import local_addition
from manuals.outputs import put_text
from manuals.pages import Run
from manuals.repairs import fix_ids, fix_text
from manuals.sync.branch import Touched, touched_pages
from manuals.sync.pairs import read_sync
from manuals.sync.report import compose_report, confirming_patch

ROOT = Path(__file__).parents[3]


@click.command()
@click.option("--fix-ids", "ids", is_flag=True, help="Write missing heading ids into both halves.")
@click.option("--fix-text", "text", is_flag=True, help="Mend letters, line ends, blanks.")
@click.option("--strict", is_flag=True, help="Count warnings (a half that is missing) as errors.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what this branch changes, what is wrong and what to do, in every language, "
    "and beside it a patch (report.patch) that confirms what it changed on both sides.",
)
@click.option("--against", default="main", help="For --report: the branch that this one left.")
def check(ids: bool, text: bool, strict: bool, report: Path | None, against: str) -> None:
    """Check docs/ and data/ in seconds; each line says where, what is wrong and what to do."""
    try:
        if text:
            _tell(fix_text(ROOT), "mended")
        if ids:
            _tell(fix_ids(load_manuals(ROOT, country_of(ROOT))), "ids written")
        by_kind = find_problems(ROOT)
    except ManualError as error:
        by_kind = {"files": list(error.problems)}
    if report:
        write_report(ROOT, report, by_kind, against)
    problems = sorted({problem for found in by_kind.values() for problem in found})
    for problem in problems:
        click.echo(str(problem))
    errors = [problem for problem in problems if strict or not problem.warning]
    if errors:
        click.echo(f"\n{len(errors)} to mend.", err=True)
        sys.exit(1)
    for note in course_notes(load_manuals(ROOT, country_of(ROOT))):
        click.echo(note, err=True)
    click.echo("All is right." if not problems else "Nothing to mend; see the warnings.", err=True)


def find_problems(root: Path) -> dict[str, list[Problem]]:
    """Return all problems by kind, those that show only once the Markdown is converted too."""
    country = country_of(root)
    manuals = load_manuals(root, country)
    by_kind = problems_by_kind(manuals)
    by_kind["files"] = [*by_kind["files"], *check_other_countries(root, country)]
    if any(not problem.warning for found in by_kind.values() for problem in found):
        return by_kind
    found: set[Problem] = set()
    for edition in EDITIONS:
        run = Run(manuals, edition, pdf=False, warnings=())
        for _, half in manuals.halves():
            try:
                convert_page(run, half.uri)
            except ManualError as error:
                found.update(error.problems)
        local = load_local(manuals)
        for addition in local:
            try:
                local_addition(run, local, addition.academy, addition.stem, addition.locale)
            except ManualError as error:
                found.update(error.problems)
    by_kind["files"] = [*by_kind["files"], *sorted(found)]
    return by_kind


def write_report(root: Path, path: Path, by_kind: dict[str, list[Problem]], against: str) -> None:
    """Write the report on this branch, and beside it the patch that confirms its sections."""
    touched: list[Touched] = []
    try:
        manuals = load_manuals(root, country_of(root))
        pairs, wrong = read_sync(manuals)
    except ManualError:
        languages = load_languages(root)
    else:
        languages = manuals.languages
        found = touched_pages(root, pairs, against)
        if found is None:
            what = f"there is no git history, or no branch {against}: the report names no page"
            todo = "name the branch with --against"
            by_kind["files"].append(Problem("data/sync", 0, what, todo, warning=True))
        elif all(problem.warning for problem in wrong):
            touched = found
    patch = confirming_patch(root, touched)
    words = [languages[locale] for locale in (DEFAULT, OTHER[DEFAULT])]
    put_text(compose_report(touched, by_kind, patch, words), path)
    put_text(patch, path.with_suffix(".patch"))


def _tell(paths: list[Path], what: str) -> None:
    for path in paths:
        click.echo(f"{path.relative_to(ROOT).as_posix()}: {what}", err=True)


if __name__ == "__main__":
    check(prog_name="./scripts/check")
