"""Set the PDFs of volumes; an unchanged one is taken from the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from manuals.chapters import Manuals
from manuals.errors import ManualError, Problem
from manuals.export import Article
from manuals.print.book import compose_chapter, compose_volume
from manuals.print.fetcher import HERE
from manuals.print.handover import hand_over
from manuals.print.parallel import compose_parallel
from manuals.print.pdf import Book, Setter, set_book
from manuals.print.preflight.inspection import inspect_screen
from manuals.print.preflight.places import NOWHERE, Places, volume_places
from manuals.print.worksheets import compose_worksheets
from manuals.shelf import PARALLEL, all_books, locales_of
from manuals.volumes import Volume
from manuals.worksheets import CHAPTERS


def set_volumes(
    manuals: Manuals,
    edition: str,
    articles: Sequence[Article],
    folder: Path,
    *,
    volumes: Collection[str] | None = None,
    books: Collection[str] | None = None,
    cache: Path | None = None,
    press: Path | None = None,
    warn: Callable[[Problem], object] = lambda _: None,
) -> list[Path]:
    """Write the PDFs of each volume into `folder`; return their paths.

    `books` are locales and PARALLEL, all of them by default. With a language come its chapters
    and worksheets, set in the same process: fonts and style are parsed once. What a printing house
    gets of the books in one language goes into the folder `press`; `warn` hears what is not yet
    fit for it.
    """
    written = []
    docs = manuals.root / "docs"
    for volume in manuals.shelf.volumes:
        if volumes is not None and volume.id not in volumes:
            continue
        for each in books or all_books(manuals.languages):
            if each == PARALLEL:
                book = compose_parallel(manuals, volume, edition, articles)
            else:
                book = compose_volume(manuals, volume, each, edition, articles)
            setter = Setter(docs) if press and each != PARALLEL else None
            places = volume_places(manuals, volume, locales_of(each), edition)
            written.append(write_book(book, docs, folder, cache, setter, places=places))
            if press and setter:
                handover = hand_over(manuals, volume, each, edition, book, setter)
                press.mkdir(parents=True, exist_ok=True)
                for name, data in handover.files.items():
                    _replace(press / name, data)
                for problem in handover.warnings:
                    warn(problem)
            if each != PARALLEL:
                written += [
                    write_book(part, docs, folder / CHAPTERS, cache, places=places)
                    for part in chapter_books(manuals, volume, each, edition, articles)
                ]
    return written


def chapter_books(
    manuals: Manuals, volume: Volume, locale: str, edition: str, articles: Sequence[Article]
) -> Iterator[Book]:
    """Yield each chapter that is written in a language, and its worksheets."""
    for article in articles:
        pair = manuals.pairs[article.stem]
        if pair.numbers and pair.volume == volume and article.locale == locale in pair.written:
            yield compose_chapter(manuals, volume, locale, edition, article)
            yield from compose_worksheets(manuals, volume, locale, edition, article)


def write_book(
    book: Book,
    docs: Path,
    folder: Path,
    cache: Path | None = None,
    setter: Setter | None = None,
    *,
    places: Places = NOWHERE,
) -> Path:
    """Set a book, or take it from the cache; the file is whole or the old one.

    A `setter` keeps the layout for what else is written of it. ManualError if the PDF is not what
    the book promises; `places` gives the lines to mend.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{book.name}.pdf"
    kept = cache / f"{fingerprint(book, docs)}.pdf" if cache else None
    data = kept.read_bytes() if kept and kept.is_file() else None
    if data is None:
        data = setter.set(book) if setter else set_book(book, docs)
        if problems := inspect_screen(book, data, places):
            raise ManualError(problems)
    if kept and not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _replace(kept, data)
    _replace(path, data)
    return path


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(data)
    new.replace(path)


def fingerprint(book: Book, docs: Path) -> str:
    """Return what a PDF depends on as a hash: text, style, fonts, pictures, WeasyPrint."""
    digest = hashlib.sha256()
    digest.update(f"{version('weasyprint')} {version('pydyf')}\n".encode())
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and path.suffix in (".py", ".css", ".ttf"):
            digest.update(path.read_bytes())
    for picture in sorted(docs.rglob("*")):
        if picture.is_file() and picture.suffix != ".md":
            digest.update(picture.read_bytes())
    late = (make(_AnyPage()) for make in book.late)
    for text in (book.html, book.style, str(book.recto), *book.parts, *late):
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()


class _AnyPage(Mapping[str, str]):
    """Gives late parts a page for every id: which one it will be hangs on the rest of the book."""

    def __getitem__(self, anchor: str) -> str:
        return "1"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
