"""./scripts/impose: make a booklet, or two pages a sheet, of any of our PDFs."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pikepdf

from manuals.errors import ManualError, Problem
from manuals.outputs import put_bytes
from manuals.print.imposition import SHEET_THICKNESS, SHEETS, booklet, two_up

STAPLED = 20  # sheets of office paper that one staple holds and that still fold well


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--booklet", "kind", flag_value="booklet", help="To fold and staple in the middle.")
@click.option("--2up", "kind", flag_value="2up", help="Two pages a side, in order; a single twice.")
@click.option("--paper", default="A4", type=click.Choice(sorted(SHEETS)), help="The whole sheet.")
@click.option(
    "--thickness",
    default=SHEET_THICKNESS,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Of one sheet in mm; pages of inner sheets move towards the fold by it (booklet).",
)
def command(file: Path, kind: str | None, paper: str, thickness: float) -> None:
    """Write FILE as a booklet or two pages a sheet, beside it.

    Print it at its own size (100 %); a booklet on both sides, turned on the short edge. On A4
    each A4 page becomes A5; on A3 it keeps its size.
    """
    if kind is None:
        raise click.UsageError("Say --booklet or --2up.")
    try:
        path = write_imposed(file, kind, paper, thickness)
        problem = too_thick(path) if kind == "booklet" else None
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if problem:
        click.echo(str(problem), err=True)
    click.echo(path)


def write_imposed(file: Path, kind: str, paper: str, thickness: float) -> Path:
    """Impose a PDF file; return the new file's path."""
    try:
        data = file.read_bytes()
        made = booklet(data, paper, thickness) if kind == "booklet" else two_up(data, paper)
    except (OSError, pikepdf.PdfError) as error:
        what = f"this file cannot be read as a PDF ({type(error).__name__})"
        todo = "name one of the files in dist/pdf/"
        raise ManualError([Problem(str(file), 0, what, todo)]) from None
    place = file.with_name(f"{file.stem}.{kind}.pdf")
    put_bytes(made, place)
    return place


def too_thick(file: Path) -> Problem | None:
    """Return a warning if a booklet has more sheets than one staple holds."""
    with pikepdf.open(file) as pdf:
        sheets = len(pdf.pages) // 2
    if sheets <= STAPLED:
        return None
    what = f"{sheets} sheets are more than a staple holds ({STAPLED})"
    return Problem(
        str(file), 0, what, "print single chapters, from dist/pdf/chapters/", warning=True
    )


if __name__ == "__main__":
    command(prog_name="./scripts/impose")
