"""./scripts/check: every check that needs no PDF, and the repairs that a program can make."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.convert import convert_page
from manuals.editions import EDITIONS
from manuals.errors import ManualError, Problem
from manuals.pages import open_run
from manuals.repairs import fix_ids, fix_text

ROOT = Path(__file__).parents[3]


@click.command()
@click.option("--fix-ids", "ids", is_flag=True, help="Write missing heading ids into both halves.")
@click.option("--fix-text", "text", is_flag=True, help="Mend BOM, CRLF and NFD in docs/ and data/.")
@click.option("--strict", is_flag=True, help="Count warnings (a half that is missing) as errors.")
def check(ids: bool, text: bool, strict: bool) -> None:
    """Check docs/ and data/ in seconds; each line says where, what is wrong and what to do."""
    try:
        if text:
            _report(fix_text(ROOT), "mended")
        if ids:
            _report(fix_ids(load_manuals(ROOT, country_of(ROOT))), "ids written")
        problems = find_problems(ROOT)
    except ManualError as error:
        problems = list(error.problems)
    for problem in problems:
        click.echo(str(problem))
    errors = [problem for problem in problems if strict or not problem.warning]
    if errors:
        click.echo(f"\n{len(errors)} to mend.", err=True)
        sys.exit(1)
    click.echo("All is right." if not problems else "Nothing to mend; see the warnings.", err=True)


def find_problems(root: Path) -> list[Problem]:
    """Return all problems, those that show only once the Markdown is converted too."""
    found: set[Problem] = set()
    for edition in EDITIONS:
        try:
            run = open_run(root, country_of(root), edition, pdf=False)
        except ManualError as error:
            return list(error.problems)
        found.update(run.warnings)
        for _, half in run.manuals.halves():
            try:
                convert_page(run, half.uri)
            except ManualError as error:
                found.update(error.problems)
    return sorted(found)


def _report(paths: list[Path], what: str) -> None:
    for path in paths:
        click.echo(f"{path.relative_to(ROOT).as_posix()}: {what}", err=True)


if __name__ == "__main__":
    check(prog_name="./scripts/check")
