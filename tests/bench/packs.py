"""./scripts/bench packs: what the packs of a course cost, beside the same pages as chapters.

Measured in one process after a warm-up, in processor seconds: the first day of the investigators'
course, and a course of four days that uses every box of Volume 1 once. Both sides read the
manuals, convert the chapters and hold each PDF to the preflight.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import pypdfium2

from manuals.commands.bench import copy_of_project
from manuals.commands.country import country_of
from manuals.commands.course_packs import write_packs
from manuals.commands.pdf import chapter_book
from manuals.courses.course import Course
from manuals.courses.names import Person
from manuals.courses.order import Order
from manuals.editions import PARTICIPANT, TRAINER
from manuals.languages import DEFAULT
from manuals.pages import open_run
from manuals.print.packs.making import chapters_of
from manuals.print.volumes import write_book
from tests.bench.bars import at_most

FOUR_DAYS = Path(__file__).parents[1] / "fixtures" / "courses" / "four-days.yml"
CLASS = [Person(f"Nguyễn Văn {number}", "Công an tỉnh A") for number in range(30)]
MONDAY = date(2035, 1, 8)
EDITIONS = {"participants'": (PARTICIPANT,), "participants' and trainers'": (PARTICIPANT, TRAINER)}


def main() -> None:
    """Print each figure beside its bar; exit with 1 where one is missed."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_project(Path(folder) / "manuals")
        (root / "data/courses/c9.yml").write_text(FOUR_DAYS.read_text("utf-8"), "utf-8")
        run = open_run(root, country_of(root), TRAINER, pdf=False)
        courses = {each.id: each for each in run.courses}
        first_day = replace(courses["c1"], days=courses["c1"].days[:1])
        _chapters(root, first_day, (PARTICIPANT,), root / "warm")  # fonts and styles
        good = [
            _compare(root, name, course, whose, editions)
            for name, course in (("Day 1 of c1", first_day), ("Four days", courses["c9"]))
            for whose, editions in EDITIONS.items()
        ]
    if not all(good):
        sys.exit(1)


def _compare(root: Path, name: str, course: Course, whose: str, editions: Sequence[str]) -> bool:
    """Set the packs, the same again for another date, and the chapters."""
    with tempfile.TemporaryDirectory(dir=root) as made:
        folder = Path(made)
        order = Order(course, DEFAULT, MONDAY, "Hạ Long")

        def packs(order: Order, place: str) -> float:
            people = CLASS if TRAINER in editions else []
            return _cost(
                lambda: write_packs(
                    root, folder / place, order, editions[-1], people, lambda _: None
                )
            )

        pack = packs(order, "packs")
        again = packs(replace(order, first=date(2035, 2, 5), place="Huế"), "again")
        chapters = _cost(lambda: _chapters(root, course, editions, folder / "chapters"))
        pages, others = _pages(folder / "packs"), _pages(folder / "chapters")
        for kept in (root / ".cache" / "packs").glob("*"):
            kept.unlink()  # the next measure begins cold too
    line = (
        f"{name}, {whose}: {1000 * pack / pages:.0f} ms a page of {pages} / "
        f"{1000 * chapters / others:.0f} of {others} as chapters ="
    )
    good = at_most(line, (pack / pages) / (chapters / others), 1.5)
    click.echo(f"  Another date and place: {again:.1f} s instead of {pack:.1f} s")
    return good


def _chapters(root: Path, course: Course, editions: Sequence[str], folder: Path) -> None:
    """Set the course's chapters, each as a PDF of its own, in each edition."""
    for edition in editions:
        run = open_run(root, country_of(root), edition, pdf=False)
        for stem in chapters_of(run.manuals, course):
            book = chapter_book(run, run.manuals.pairs[stem], DEFAULT)
            write_book(book, root / "docs", folder / edition)


def _cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _pages(folder: Path) -> int:
    return sum(_lengths(folder))


def _lengths(folder: Path) -> Iterator[int]:
    for path in folder.rglob("*.pdf"):
        document = pypdfium2.PdfDocument(path)
        yield len(document)
        document.close()


if __name__ == "__main__":
    main()
