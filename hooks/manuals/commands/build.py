"""./scripts/build: both editions of the site, the offline copy and all PDFs, into dist/."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from manuals.chapters import Manuals, load_manuals
from manuals.checks import check_manuals
from manuals.commands.country import country_of
from manuals.editions import EDITIONS, PARTICIPANT
from manuals.errors import ManualError
from manuals.languages import OTHER
from manuals.manifest import checksums, file_entries, is_whole, manifest, sources_hash
from manuals.offline import offline_copy
from manuals.outputs import put_folder, put_text
from manuals.shelf import BOOKS, OFFLINE_ZIP, pdf_name

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Order:
    """What was asked for; a limited order leaves the other outputs as they are."""

    editions: tuple[str, ...]
    volumes: tuple[str, ...]
    books: tuple[str, ...]
    pdf: bool
    jobs: int
    limited: bool


@click.command()
@click.option("--volume", "volumes", multiple=True, help="Set only this volume's PDFs.")
@click.option(
    "--lang",
    "locales",
    multiple=True,
    type=click.Choice(sorted(OTHER)),
    help="Set only this language's PDFs, not the one with both.",
)
@click.option("--edition", "editions", multiple=True, type=click.Choice(EDITIONS))
@click.option("--no-pdf", is_flag=True, help="Build the sites only; they offer no PDFs then.")
@click.option("--jobs", default=os.cpu_count() or 1, help="How many things to do at a time.")
@click.option("--strict", is_flag=True, help="Stop at warnings too (a half that is missing).")
@click.option("--dist", default="dist", help="Where to build to.")
def build(
    volumes: tuple[str, ...],
    locales: tuple[str, ...],
    editions: tuple[str, ...],
    no_pdf: bool,
    jobs: int,
    strict: bool,
    dist: str,
) -> None:
    """Build the sites, the offline copy and the PDFs of both editions into dist/.

    --volume, --lang, --edition and --no-pdf limit the build to what you name; what stands in
    dist/ already and is not named stays as it is.
    """
    limited = bool(volumes or locales or editions or no_pdf)
    books = BOOKS if set(locales) in (set(), set(OTHER)) else locales
    order = Order(editions or EDITIONS, volumes, books, not no_pdf, max(1, jobs), limited)
    try:
        with _alone():
            run(order, ROOT / dist, strict=strict)
    except ManualError as error:
        click.echo(f"{error}\n", err=True)
        click.echo("Nothing was built. Mend these lines and build again.", err=True)
        sys.exit(1)


def run(order: Order, dist: Path, *, strict: bool) -> None:
    """Build what is ordered; ManualError before anything in dist/ is touched."""
    start = time.monotonic()
    sources = sources_hash(ROOT)
    places = {edition: folder_of(dist, edition) for edition in order.editions}
    if not order.limited and all(is_whole(place, sources) for place in places.values()):
        click.echo(f"Nothing has changed since the last build; {dist.name}/ is up to date.")
        _say_how_to_open(dist, order)
        return
    manuals = load_manuals(ROOT, country_of(ROOT))
    for id in order.volumes:
        manuals.shelf.volume(id)
    _stop_at_problems(manuals, strict=strict)
    with ThreadPoolExecutor(order.jobs) as pool:
        made = pool.map(lambda edition: _site(edition, order.pdf), order.editions)
        sites = dict(zip(order.editions, made, strict=True))
        if order.pdf:
            tasks = [
                (edition, volume, book)
                for edition in order.editions
                for volume in order.volumes or [item.id for item in manuals.shelf.volumes]
                for book in order.books
            ]
            list(pool.map(_pdf, tasks))
    for edition, place in places.items():
        _put(manuals, edition, sites[edition], place, order)
    complete = not order.limited and sources_hash(ROOT) == sources
    for edition, place in places.items():
        _close(manuals, edition, place, complete=complete)
    click.echo(f"Done in {time.monotonic() - start:.0f} s.")
    _say_how_to_open(dist, order)


@contextmanager
def _alone() -> Iterator[None]:
    """Wait while another build works in .cache/; the lock goes with its process."""
    _work("").mkdir(exist_ok=True)
    with _work("build.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            click.echo("Another build is at work in this folder; waiting until it is done.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def folder_of(dist: Path, edition: str) -> Path:
    """Return an edition's folder: the trainer edition stands apart, all of it."""
    return dist if edition == PARTICIPANT else dist / edition


def _stop_at_problems(manuals: Manuals, *, strict: bool) -> None:
    problems = check_manuals(manuals)
    if any(strict or not problem.warning for problem in problems):
        raise ManualError(problems)
    for problem in problems:
        click.echo(str(problem), err=True)


def _work(name: str) -> Path:
    return ROOT / ".cache" / name


def _run(what: str, command: list[str], **values: str) -> None:
    """Run one step in a process of its own; its output is shown only if it fails."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **values},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        click.echo(done.stdout + done.stderr, err=True)
        raise SystemExit(f"{what} could not be built; nothing in dist/ was changed.")
    click.echo(f"  {what}: {time.monotonic() - start:.0f} s")


def _site(edition: str, pdf: bool) -> Path:
    site = _work(f"site-{edition}")
    shutil.rmtree(site, ignore_errors=True)
    _run(
        f"Site, {edition} edition",
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        MANUALS_EDITION=edition,
        MANUALS_SITE_DIR=str(site),
        MANUALS_PDF="links" if pdf else "false",
        MANUALS_ARTICLES=str(_work(f"articles-{edition}.json")),
    )
    return site


def _pdf(task: tuple[str, str, str]) -> None:
    edition, volume, book = task
    _run(
        f"PDF {volume}.{book}, {edition} edition",
        [
            *(sys.executable, "-m", "manuals.commands.volume"),
            *("--edition", edition, "--volume", volume, "--book", book),
            *("--articles", str(_work(f"articles-{edition}.json"))),
            *("--folder", str(_work(f"pdf-{edition}"))),
            *("--cache", str(_work("pdf"))),
        ],
    )


def _put(manuals: Manuals, edition: str, site: Path, place: Path, order: Order) -> None:
    """Put site, PDFs and offline copy of one edition in their places, each whole."""
    if order.pdf:
        folder = _work(f"new-pdf-{edition}")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        volumes = [volume.id for volume in manuals.shelf.volumes]
        kept = {pdf_name(volume, book) for volume in volumes for book in BOOKS}
        ordered = {
            pdf_name(volume, book) for volume in order.volumes or volumes for book in order.books
        }
        for source, names in ((place / "pdf", kept - ordered), (_work(f"pdf-{edition}"), ordered)):
            for name in sorted(names):
                if (source / name).is_file():
                    shutil.copyfile(source / name, folder / name)
        shutil.copytree(folder, site / "pdf")
        put_folder(folder, place / "pdf")
        packed = _work(f"new-offline-{edition}")
        shutil.rmtree(packed, ignore_errors=True)
        packed.mkdir(parents=True)
        (packed / OFFLINE_ZIP).write_bytes(offline_copy(site, manuals))
        shutil.copytree(packed, site / "offline")
        put_folder(packed, place / "offline")
    put_folder(site, place / "site")


def _close(manuals: Manuals, edition: str, place: Path, *, complete: bool) -> None:
    """Write checksums and, last of all, the manifest."""
    entries = file_entries(place, skip=[other for other in EDITIONS if other != edition])
    put_text(checksums(entries), place / "SHA256SUMS")
    text = manifest(ROOT, manuals.shelf, edition, entries, complete=complete)
    put_text(text, place / "manifest.json")


def _say_how_to_open(dist: Path, order: Order) -> None:
    for edition in order.editions:
        place = folder_of(dist, edition)
        size = sum(path.stat().st_size for path in place.glob("pdf/*.pdf")) / 1e6
        click.echo(f"{edition.capitalize()} edition in {place}:")
        click.echo(f"  site     open {place / 'site' / 'index.html'} in a browser")
        if (place / "pdf").is_dir():
            click.echo(f"  PDFs     {place / 'pdf'} ({size:.1f} MB)")
            click.echo(f"  offline  {place / 'offline' / OFFLINE_ZIP}: unpack, open a start file")
        click.echo(f"  check    cd {place} && sha256sum --check --quiet SHA256SUMS")


if __name__ == "__main__":
    build(prog_name="./scripts/build")
