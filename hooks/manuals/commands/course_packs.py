"""Make the packs of a course from the manuals, and put each folder in its place whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from manuals.assembly import COURSES, folder_of
from manuals.commands.country import country_of
from manuals.convert import article_of
from manuals.courses.checking import unwritten
from manuals.courses.names import Person
from manuals.courses.order import Order
from manuals.editions import PARTICIPANT, TRAINER
from manuals.errors import Problem
from manuals.export import Article
from manuals.local.additions import Local
from manuals.local.loading import load_local
from manuals.local.slots import filled, unfilled
from manuals.outputs import put_folder
from manuals.pages import Run, open_run
from manuals.print.packs.days import make_days
from manuals.print.packs.making import (
    chapters_of,
    make_participant,
    make_people,
    make_trainer,
)


def write_packs(
    root: Path,
    dist: Path,
    order: Order,
    edition: str,
    people: Sequence[Person],
    warn: Callable[[Problem], object],
    *,
    handouts: bool = False,
) -> list[Path]:
    """Write the packs; return the folders. ManualError before any of them is touched.

    `handouts` adds the handouts in both languages.
    """
    work = root / ".cache"
    work.mkdir(exist_ok=True)
    name = f"{order.course.id}.{order.locale}"
    editions = (PARTICIPANT, TRAINER) if edition == TRAINER else (PARTICIPANT,)
    places = {each: folder_of(dist, each) / COURSES / name for each in editions}
    with TemporaryDirectory(dir=work) as made:
        for each in editions:
            run = open_run(root, country_of(root), each, pdf=False)
            local = load_local(run.manuals) if order.academy else None
            both = {
                locale: _articles(run, order, local, locale) for locale in run.manuals.languages
            }
            folder = Path(made) / each
            if each == PARTICIPANT:
                for problem in _warnings(order, local, both[order.locale]):
                    warn(problem)
                make_participant(
                    run.manuals, order, both, folder, work / "packs", handouts=handouts
                )
                make_people(run.manuals, order, people, folder)
                make_days(run.manuals, order, folder)
            else:
                make_trainer(run.manuals, order, both, folder, work / "packs")
        for each, place in places.items():
            put_folder(Path(made) / each, place)
    return list(places.values())


def _articles(run: Run, order: Order, local: Local | None, locale: str) -> dict[str, Article]:
    """Return the chapters of a course that are written in a language, by stem.

    Where the order names an academy, what it adds stands in their slots.
    """
    pairs = (run.manuals.pairs[stem] for stem in chapters_of(run.manuals, order.course))
    found = {pair.stem: article_of(run, pair, locale) for pair in pairs if locale in pair.halves}
    return found if local is None else filled(run, local, order.academy, found)


def _warnings(
    order: Order, local: Local | None, articles: Mapping[str, Article]
) -> Iterator[Problem]:
    """Yield the chapters that are not written yet, in one line as they may be many at first.

    Then each addition of the academy that the course leaves out.
    """
    numbers = unwritten(order.course, {article.number for article in articles.values()})
    if numbers:
        what = f"not written yet: {'chapter' if len(numbers) == 1 else 'chapters'} "
        todo = f"the pack is made without {'it' if len(numbers) == 1 else 'them'}"
        yield Problem(order.course.path, 0, what + ", ".join(numbers), todo, warning=True)
    if local is not None:
        yield from unfilled(local, order.academy, order.course, articles)
