"""The jobs of a build: what each needs, reads and writes, whichever machine runs it.

A new kind of job is planned here and run in commands/job.py; the assembly takes its files along.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from graphlib import TopologicalSorter

from manuals.chapters import Manuals
from manuals.courses.loading import load_courses
from manuals.courses.page import FOLDER, sheets_name
from manuals.editions import EDITIONS, PARTICIPANT
from manuals.errors import ManualError, Problem, nearest
from manuals.shelf import PARALLEL, PRESS, all_books, pdf_name, press_names
from manuals.worksheets import CHAPTERS, chapter_files

SITE = "site"
BOOK = "book"
DAY_SHEETS = "day-sheets"
ARTICLES = "articles.json"
SOURCES = ("data/", "docs/", "hooks/", "mkdocs.yml")


@dataclass(frozen=True)
class Order:
    """What was asked for: no volumes or books means all; other outputs stay if it is limited."""

    editions: tuple[str, ...] = EDITIONS
    volumes: tuple[str, ...] = ()
    books: tuple[str, ...] = ()
    pdf: bool = True
    press: bool = False
    limited: bool = False


@dataclass(frozen=True)
class Job:
    """One piece of the build.

    `reads` are sources, and files of the jobs that it `needs` as NAME/file; `writes` are files
    below its own folder, named as below an edition's; a name that ends in / is a folder with all
    that is in it. `pdf` is whether a site offers PDFs, `press` whether a book is
    written for the press too.
    """

    name: str
    kind: str
    edition: str
    needs: tuple[str, ...]
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    volume: str = ""
    book: str = ""
    pdf: bool = True
    press: bool = False


def plan(manuals: Manuals, order: Order) -> list[Job]:
    """Return all jobs of an order; ManualError if a volume is not on the shelf."""
    ordered = [manuals.shelf.volume(id) for id in order.volumes]
    jobs = [_site(edition, order.pdf) for edition in order.editions]
    if order.pdf:
        jobs += [
            _book(manuals, edition, volume.id, book, order.press and book != PARALLEL)
            for edition in order.editions
            for volume in ordered or manuals.shelf.volumes
            for book in order.books or all_books(manuals.languages)
        ]
    if order.pdf and not order.volumes and not order.books:
        sheets = [
            f"pdf/{FOLDER}/{sheets_name(course, locale)}"
            for course in load_courses(manuals.root)
            for locale in manuals.languages
        ]
        jobs += [_day_sheets(sheets)] if sheets else []
    return jobs


def site_name(edition: str) -> str:
    """Return the name of the job that builds an edition's site."""
    return f"{SITE}-{edition}"


def _site(edition: str, pdf: bool) -> Job:
    reads = (*SOURCES, "overrides/")
    return Job(site_name(edition), SITE, edition, (), reads, (ARTICLES, "site/"), pdf=pdf)


def _book(manuals: Manuals, edition: str, volume: str, book: str, press: bool) -> Job:
    site = site_name(edition)
    chapters = [] if book == PARALLEL else chapter_files(manuals, volume, book, edition)
    printed = press_names(volume, book).values() if press else ()
    return Job(
        name=f"{BOOK}-{edition}-{volume}.{book}",
        kind=BOOK,
        edition=edition,
        needs=(site,),
        reads=(*SOURCES, f"{site}/{ARTICLES}"),
        writes=(
            f"pdf/{pdf_name(volume, book)}",
            *(f"pdf/{CHAPTERS}/{name}" for name in chapters),
            *(f"{PRESS}/{name}" for name in printed),
        ),
        volume=volume,
        book=book,
        press=press,
    )


def _day_sheets(sheets: Sequence[str]) -> Job:
    """Return the job, one for both editions: they show the same, which participants may see."""
    return Job(DAY_SHEETS, DAY_SHEETS, PARTICIPANT, (), SOURCES, tuple(sheets))


def stages(jobs: Sequence[Job]) -> list[list[Job]]:
    """Return the jobs in stages: those of one can run at once, after those of the one before."""
    sorter = TopologicalSorter({job.name: job.needs for job in jobs})
    sorter.prepare()
    found = []
    while sorter.is_active():
        ready = sorter.get_ready()
        found.append([job for job in jobs if job.name in ready])
        sorter.done(*ready)
    return found


def plan_json(jobs: Sequence[Job]) -> str:
    """Return the plan as JSON: names by stage, and each job."""
    names = [[job.name for job in stage] for stage in stages(jobs)]
    content = {"stages": names, "jobs": [asdict(job) for job in jobs]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def find_job(jobs: Sequence[Job], name: str) -> Job:
    """Return the job of this name; ManualError names the nearest if there is none."""
    for job in jobs:
        if job.name == name:
            return job
    what = f'there is no job "{name}"{nearest(name, [job.name for job in jobs])}'
    raise ManualError([Problem("--job", 0, what, "./scripts/build --plan names all")])
