"""./scripts/build: both editions of the site, the offline copy and all PDFs, into dist/."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import click

from manuals.assembly import close_edition, folder_of, put_edition
from manuals.chapters import Manuals, load_manuals
from manuals.checks import check_manuals
from manuals.commands.country import country_of
from manuals.commands.job import run_job
from manuals.editions import EDITIONS
from manuals.errors import ManualError, Problem
from manuals.finished import find_finished, record_job, take_finished
from manuals.jobs import Job, Order, find_job, plan, plan_json, stages
from manuals.languages import locales as known_locales
from manuals.manifest import is_whole, sources_hash
from manuals.outputs import put_folder
from manuals.print.preflight.agreement import stop_unless_books_agree
from manuals.shelf import OFFLINE_ZIP, PRESS

ROOT = Path(__file__).parents[3]


@click.command()
@click.option("--volume", "volumes", multiple=True, help="Set only this volume's PDFs.")
@click.option(
    "--lang",
    "locales",
    multiple=True,
    type=click.Choice(known_locales(ROOT)),
    help="Set only this language's PDFs, not the one with both.",
)
@click.option("--edition", "editions", multiple=True, type=click.Choice(EDITIONS))
@click.option("--no-pdf", is_flag=True, help="Build the sites only; they offer no PDFs then.")
@click.option("--press", is_flag=True, help="Write what a printing house gets too (press/).")
@click.option("--jobs", default=os.cpu_count() or 1, help="How many things to do at a time.")
@click.option("--strict", is_flag=True, help="Stop at warnings too (a half that is missing).")
@click.option("--dist", help="Where to build to: dist; with --job .cache/jobs, a folder a job.")
@click.option("--plan", "planned", is_flag=True, help="Print the independent jobs as JSON.")
@click.option(
    "--job", "name", metavar="NAME", help="Run one job of the plan; those that it needs come first."
)
@click.option("--assemble", is_flag=True, help="Build from finished jobs in FOLDERS.")
@click.argument("folders", nargs=-1)
def build(
    volumes: tuple[str, ...],
    locales: tuple[str, ...],
    editions: tuple[str, ...],
    no_pdf: bool,
    press: bool,
    jobs: int,
    strict: bool,
    dist: str | None,
    planned: bool,
    name: str | None,
    assemble: bool,
    folders: tuple[str, ...],
) -> None:
    """Build the sites, the offline copy and the PDFs of both editions into dist/.

    --volume, --lang, --edition and --no-pdf limit the build to what you name; what stands in
    dist/ already and is not named stays as it is. A whole build without --press takes out press/,
    which other sources may have made.

    On many machines: --plan, then --job NAME on any of them, then --assemble on one.
    """
    if folders and not assemble:
        raise click.UsageError(f"Got unexpected extra argument ({folders[0]})")
    if planned + (name is not None) + assemble > 1:
        raise click.UsageError("Say only one of --plan, --job and --assemble.")
    if press and no_pdf:
        raise click.UsageError("What goes to press is made of the PDFs: leave out --no-pdf.")
    books = () if set(locales) == set(known_locales(ROOT)) else locales
    # One edition on its own is assembled as whole as both are built.
    limited = bool(volumes or locales or no_pdf or (editions and not assemble))
    order = Order(editions or EDITIONS, volumes, books, not no_pdf, press, limited)
    place = ROOT / (dist or "dist")
    try:
        if planned:
            click.echo(plan_json(plan(_load(strict=strict), order)), nl=False)
        elif name is not None:
            with _locked("build", fcntl.LOCK_SH):
                run_one(order, name, ROOT / (dist or _made()), strict=strict)
        elif assemble:
            with _locked("build"):
                put_together(order, [ROOT / each for each in folders] or [_made()], place)
        else:
            with _locked("build"):
                run(order, place, max(1, jobs), strict=strict)
    except ManualError as error:
        click.echo(str(error), err=True)
        if name is None and not assemble:
            click.echo("\nNothing was built. Mend these lines and build again.", err=True)
        sys.exit(1)


def run(order: Order, dist: Path, at_once: int, *, strict: bool) -> None:
    """Build what is ordered; ManualError before anything in dist/ is touched."""
    start = time.monotonic()
    sources = sources_hash(ROOT)
    places = [folder_of(dist, edition) for edition in order.editions]
    pressed = not order.press or all((place / PRESS).is_dir() for place in places)
    if not order.limited and pressed and all(is_whole(place, sources) for place in places):
        click.echo(f"Nothing has changed since the last build; {dist.name}/ is up to date.")
        _say_how_to_open(dist, order)
        return
    manuals = _load(strict=strict)
    with ThreadPoolExecutor(at_once) as pool:
        for stage in stages(plan(manuals, order)):
            list(pool.map(lambda job: _make(job, _made(), sources), stage))
    _assemble(manuals, order, [_made()], dist, sources)
    click.echo(f"Done in {time.monotonic() - start:.0f} s.")
    _say_how_to_open(dist, order)


def run_one(order: Order, name: str, made: Path, *, strict: bool) -> None:
    """Run one job into its folder below `made`, where those that it needs stand finished."""
    sources = sources_hash(ROOT)
    jobs = plan(_load(strict=strict), order)
    job = find_job(jobs, name)
    there = find_finished(made / need for need in job.needs if (made / need).is_dir())
    take_finished([find_job(jobs, need) for need in job.needs], there, sources)
    with _locked(name):
        _make(job, made, sources)
        if sources_hash(ROOT) != sources:
            shutil.rmtree(made / name)
            what = "the sources changed while this job ran"
            raise ManualError([Problem(name, 0, what, "run it again")])
    click.echo(f"The job {name} stands in {made / name}.")


def put_together(order: Order, folders: list[Path], dist: Path) -> None:
    """Build from finished jobs; ManualError before anything in dist/ is touched."""
    _assemble(load_manuals(ROOT, country_of(ROOT)), order, folders, dist, sources_hash(ROOT))
    _say_how_to_open(dist, order)


def _load(*, strict: bool) -> Manuals:
    """Read the manuals; stop at problems, print warnings."""
    manuals = load_manuals(ROOT, country_of(ROOT))
    problems = check_manuals(manuals)
    if any(strict or not problem.warning for problem in problems):
        raise ManualError(problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    return manuals


def _made() -> Path:
    return _work("jobs")


def _make(job: Job, made: Path, sources: str) -> None:
    """Run a job; its folder is the old one or whole."""
    new = _work(f"half-{job.name}")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    run_job(ROOT, job, new, made)
    record_job(job, new, sources)
    put_folder(new, made / job.name)


def _assemble(
    manuals: Manuals, order: Order, folders: list[Path], dist: Path, sources: str
) -> None:
    jobs = plan(manuals, order)
    finished = take_finished(jobs, find_finished(folders), sources)
    stop_unless_books_agree(manuals, jobs, finished)
    places = {edition: folder_of(dist, edition) for edition in order.editions}
    for edition, place in places.items():
        put_edition(manuals, order, edition, finished, place, _work(""))
    complete = not order.limited and sources_hash(ROOT) == sources
    for edition, place in places.items():
        close_edition(ROOT, manuals, edition, place, complete=complete)


@contextmanager
def _locked(name: str, how: int = fcntl.LOCK_EX) -> Iterator[None]:
    """Wait while another build works in .cache/; the lock goes with its process."""
    _work("").mkdir(exist_ok=True)
    with _work(f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            click.echo("Another build is at work in this folder; waiting until it is done.")
            fcntl.flock(file, how)
        yield


def _work(name: str) -> Path:
    return ROOT / ".cache" / name


def _say_how_to_open(dist: Path, order: Order) -> None:
    for edition in order.editions:
        place = folder_of(dist, edition)
        size = sum(path.stat().st_size for path in place.glob("pdf/*.pdf")) / 1e6
        click.echo(f"{edition.capitalize()} edition in {place}:")
        click.echo(f"  site     open {place / 'site' / 'index.html'} in a browser")
        if (place / "pdf").is_dir():
            click.echo(f"  PDFs     {place / 'pdf'} ({size:.1f} MB)")
            if (place / PRESS).is_dir():
                click.echo(f"  press    {place / PRESS}: for the printing house, a ticket a book")
            click.echo(f"  offline  {place / 'offline' / OFFLINE_ZIP}: unpack, open a start file")
        click.echo(f"  check    cd {place} && sha256sum --check --quiet SHA256SUMS")


if __name__ == "__main__":
    build(prog_name="./scripts/build")
