"""Run one job of the plan in a process of its own; ./scripts/build starts all or one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from manuals.jobs import ARTICLES, BOOK, DAY_SHEETS, SITE, Job, site_name
from manuals.shelf import PRESS


@dataclass(frozen=True)
class Step:
    """A program to start, and what it is called in messages."""

    what: str
    command: list[str]
    values: Mapping[str, str] = field(default_factory=dict)


def run_job(root: Path, job: Job, folder: Path, made: Path) -> None:
    """Write a job's outputs into `folder`; what it needs stands in `made`, a folder each.

    The program's output is shown only if it fails, but for the warnings of a book for the press.
    """
    start = time.monotonic()
    step = STEPS[job.kind](root, job, folder, made)
    done = subprocess.run(
        step.command,
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **step.values},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        click.echo(done.stdout + done.stderr, err=True)
        raise SystemExit(f"{step.what} could not be built; nothing in dist/ was changed.")
    click.echo(f"  {step.what}: {time.monotonic() - start:.0f} s")
    if job.press:
        click.echo(done.stderr, err=True, nl=False)


def _site(root: Path, job: Job, folder: Path, made: Path) -> Step:
    return Step(
        f"Site, {job.edition} edition",
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        {
            "MANUALS_EDITION": job.edition,
            "MANUALS_SITE_DIR": str(folder / "site"),
            "MANUALS_PDF": "links" if job.pdf else "false",
            "MANUALS_ARTICLES": str(folder / ARTICLES),
        },
    )


def _book(root: Path, job: Job, folder: Path, made: Path) -> Step:
    return Step(
        f"PDF {job.volume}.{job.book}, {job.edition} edition",
        [
            *(sys.executable, "-m", "manuals.commands.volume"),
            *("--edition", job.edition, "--volume", job.volume, "--book", job.book),
            *("--articles", str(made / site_name(job.edition) / ARTICLES)),
            *("--folder", str(folder / "pdf")),
            *("--cache", str(root / ".cache" / "pdf")),
            *(("--press", str(folder / PRESS)) if job.press else ()),
        ],
    )


def _day_sheets(root: Path, job: Job, folder: Path, made: Path) -> Step:
    return Step(
        "Day sheets of the courses",
        [
            *(sys.executable, "-m", "manuals.commands.day_sheets"),
            *("--folder", str(folder / "pdf")),
            *("--cache", str(root / ".cache" / "day-sheets")),
        ],
    )


STEPS = {SITE: _site, BOOK: _book, DAY_SHEETS: _day_sheets}
