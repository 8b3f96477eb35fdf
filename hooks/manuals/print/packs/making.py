"""Make the files of a pack in a folder; the body is taken from the cache if only a date changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from manuals.chapters import Manuals
from manuals.courses.checking import chapters_by_number
from manuals.courses.course import Course
from manuals.courses.names import Person
from manuals.courses.order import Order
from manuals.editions import PARTICIPANT, TRAINER
from manuals.export import Article
from manuals.print.packs.card_files import write_cards
from manuals.print.packs.cards import ROLE, SORTING
from manuals.print.packs.cover import compose_cover
from manuals.print.packs.covering import put_cover
from manuals.print.packs.frame import Frame
from manuals.print.packs.handouts import compose_handouts
from manuals.print.packs.papers import write_tests
from manuals.print.packs.participant import compose_participant
from manuals.print.packs.people import compose_certificates, compose_plates, compose_sign_in
from manuals.print.packs.selection import anchor, used
from manuals.print.packs.trainer import compose_trainer, noted
from manuals.print.pdf import Book
from manuals.print.preflight.places import Places, half_places
from manuals.print.volumes import write_book


def make_participant(
    manuals: Manuals,
    order: Order,
    both: Mapping[str, Mapping[str, Article]],
    folder: Path,
    cache: Path,
    *,
    handouts: bool = False,
) -> None:
    """Write what participants get into `folder`; `both` are their edition's chapters by locale.

    `handouts` adds the handouts with the other language on their backs.
    """
    articles = both[order.locale]
    frame = Frame(manuals, order.course, manuals.languages[order.locale], PARTICIPANT)
    book = compose_participant(frame, articles, lacking(frame, articles))
    _write_covered(frame, order, book, _taken(frame, articles), folder, cache)
    leaves = compose_handouts(frame, both) if handouts else None
    if leaves:
        write_book(leaves, manuals.root / "docs", folder, cache)


def make_people(manuals: Manuals, order: Order, people: Sequence[Person], folder: Path) -> None:
    """Write what bears names; it goes into no cache. Without names there is the sign-in sheet."""
    frame = Frame(manuals, order.course, manuals.languages[order.locale], PARTICIPANT)
    books = [compose_sign_in(frame, order, people)]
    if people:
        books += [compose_certificates(frame, order, people), compose_plates(frame, people)]
    for book in books:
        write_book(book, manuals.root / "docs", folder)


def make_trainer(
    manuals: Manuals,
    order: Order,
    both: Mapping[str, Mapping[str, Article]],
    folder: Path,
    cache: Path,
) -> None:
    """Write what trainers alone get into `folder`; `both` are their chapters by locale."""
    articles = both[order.locale]
    frame = Frame(manuals, order.course, manuals.languages[order.locale], TRAINER)
    book = compose_trainer(frame, articles, lacking(frame, articles))
    stems = {prefix: stem for prefix, (stem, _) in noted(frame, articles).items()}
    _write_covered(frame, order, book, stems, folder, cache)
    for kind in (ROLE, SORTING):
        write_cards(frame, kind, both, folder, cache)
    write_tests(frame, folder, cache)


def _write_covered(
    frame: Frame,
    order: Order,
    book: Book,
    stems: Mapping[str, str],
    folder: Path,
    cache: Path,
) -> None:
    """Write a book of the pack behind its cover, which alone is set for this date and place.

    `stems` gives the chapter of each prefix of ids.
    """
    docs = frame.manuals.root / "docs"
    places = _places(frame, stems)
    body = write_book(book, docs, folder, cache, places=places)
    cover = write_book(compose_cover(frame, order), docs, folder)
    data = put_cover(cover.read_bytes(), body.read_bytes())
    cover.unlink()
    body.write_bytes(data)


def lacking(frame: Frame, articles: Mapping[str, Article]) -> dict[str, Sequence[str]]:
    """Return what each session lacks, by its number: "Chapter 3.2 is not written yet."."""
    written = {article.number for article in articles.values()}
    return {
        session.number: [
            frame.word("not_written").format(number=number)
            for number in session.chapters
            if number not in written
        ]
        for session in frame.course.sessions
    }


def chapters_of(manuals: Manuals, course: Course) -> list[str]:
    """Return the stems of all written chapters that a course names or takes something from."""
    written = chapters_by_number(manuals)
    named = [
        written[number].stem
        for session in course.sessions
        for number in session.chapters
        if number in written
    ]
    taken = [stem for session in course.sessions for stem, _ in used(session)]
    return [stem for stem in dict.fromkeys((*named, *taken)) if stem in manuals.pairs]


def _taken(frame: Frame, articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the chapter of each prefix of ids in what sessions take."""
    return {
        f"{anchor(session)}-{place}": stem
        for session in frame.course.sessions
        for place, (stem, _) in enumerate(used(session), 1)
        if stem in articles
    }


def _places(frame: Frame, stems: Mapping[str, str]) -> Places:
    """Return where in the Markdown the texts of the pack come from."""
    anchors: dict[str, tuple[str, int]] = {}
    notes: dict[tuple[str, int], tuple[str, int]] = {}
    for prefix, stem in stems.items():
        pair = frame.manuals.pairs[stem]
        found = half_places(pair, pair.half(frame.words.locale), frame.edition, prefix)
        anchors.update(found.anchors)
        notes.update(found.notes)
    return Places(anchors, notes)
