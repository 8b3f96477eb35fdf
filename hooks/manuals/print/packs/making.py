"""Make the files of a pack in a folder; the body is taken from the cache if only a date changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from manuals.chapters import Manuals
from manuals.courses.checking import chapters_by_number
from manuals.courses.course import Course
from manuals.courses.order import Order
from manuals.export import Article
from manuals.print.packs.cover import compose_cover
from manuals.print.packs.covering import put_cover
from manuals.print.packs.frame import Frame
from manuals.print.packs.participant import compose_participant
from manuals.print.packs.selection import used
from manuals.print.pdf import Book
from manuals.print.preflight.places import Places, half_places
from manuals.print.volumes import write_book


def make_participant(
    manuals: Manuals,
    order: Order,
    edition: str,
    articles: Mapping[str, Article],
    folder: Path,
    cache: Path,
) -> None:
    """Write what participants get into `folder`."""
    words = manuals.languages[order.locale]
    frame = Frame(manuals, order.course, words, edition)
    book = compose_participant(frame, articles, lacking(frame, articles))
    _write_covered(frame, order, book, articles, folder, cache)


def _write_covered(
    frame: Frame,
    order: Order,
    book: Book,
    articles: Mapping[str, Article],
    folder: Path,
    cache: Path,
) -> None:
    """Write a book of the pack behind its cover, which alone is set for this date and place."""
    docs = frame.manuals.root / "docs"
    places = _places(frame, articles)
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


def _places(frame: Frame, articles: Mapping[str, Article]) -> Places:
    """Return where in the Markdown the texts of the pack come from."""
    anchors: dict[str, tuple[str, int]] = {}
    notes: dict[tuple[str, int], tuple[str, int]] = {}
    for session in frame.course.sessions:
        for place, (stem, _) in enumerate(used(session), 1):
            if stem in articles:
                pair = frame.manuals.pairs[stem]
                half = pair.half(frame.words.locale)
                prefix = f"s{session.number.replace('.', '-')}-{place}"
                found = half_places(pair, half, frame.edition, prefix)
                anchors.update(found.anchors)
                notes.update(found.notes)
    return Places(anchors, notes)
