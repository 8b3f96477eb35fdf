"""Make the packs of a course from the manuals, and put each folder in its place whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from manuals.assembly import COURSES, folder_of
from manuals.commands.country import country_of
from manuals.convert import article_of
from manuals.courses.names import Person
from manuals.courses.order import Order
from manuals.editions import PARTICIPANT
from manuals.errors import Problem
from manuals.export import Article
from manuals.outputs import put_folder
from manuals.pages import Run, open_run
from manuals.print.packs.making import chapters_of, make_participant


def write_packs(
    root: Path,
    dist: Path,
    order: Order,
    edition: str,
    people: Sequence[Person],
    warn: Callable[[Problem], object],
) -> list[Path]:
    """Write the packs; return the folders. ManualError before any of them is touched."""
    work = root / ".cache"
    work.mkdir(exist_ok=True)
    name = f"{order.course.id}.{order.locale}"
    run = open_run(root, country_of(root), PARTICIPANT, pdf=False)
    with TemporaryDirectory(dir=work) as made:
        folder = Path(made) / PARTICIPANT
        articles = _articles(run, order, warn)
        make_participant(run.manuals, order, PARTICIPANT, articles, folder, work / "packs")
        place = folder_of(dist, PARTICIPANT) / COURSES / name
        put_folder(folder, place)
        return [place]


def _articles(run: Run, order: Order, warn: Callable[[Problem], object]) -> dict[str, Article]:
    """Return the chapters of a course that are written in its language, by stem."""
    found = {}
    for stem in chapters_of(run.manuals, order.course):
        pair = run.manuals.pairs[stem]
        if order.locale in pair.halves:
            found[stem] = article_of(run, pair, order.locale)
    written = {article.number for article in found.values()}
    lacking = {
        number: session.line
        for session in reversed(order.course.sessions)
        for number in session.chapters
        if number not in written
    }
    for number, line in sorted(lacking.items(), key=lambda item: item[1]):
        what = f"chapter {number} is not written yet"
        todo = "the pack is made without it"
        warn(Problem(order.course.path, line, what, todo, warning=True))
    return found
