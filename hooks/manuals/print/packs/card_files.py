"""Write decks of cards as large as they fit: four to a sheet, else two."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from manuals.errors import ManualError, Problem
from manuals.export import Article
from manuals.print.packs.cards import SIZES, Deck, compose_cards, decks
from manuals.print.packs.fitting import overfull
from manuals.print.packs.frame import Frame
from manuals.print.pdf import Setter
from manuals.print.volumes import fingerprint, write_book


def write_cards(
    frame: Frame,
    kind: str,
    articles: Mapping[str, Mapping[str, Article]],
    folder: Path,
    cache: Path,
) -> Path | None:
    """Write the cards of a kind, if sessions use any; ManualError for a card that fits nowhere.

    `articles` are those of the trainer edition by locale and stem.
    """
    docs = frame.manuals.root / "docs"
    found = decks(frame, kind, articles)
    if not found:
        return None
    sizes = dict.fromkeys(found, SIZES[0])
    setter = Setter(docs)
    while True:
        book = compose_cards(frame, kind, found, sizes)
        known = (cache / f"{fingerprint(book, docs)}.pdf").is_file()
        over = [] if known else setter.write(book, lambda pages: overfull(pages, "card-cell"))
        if not over:
            return write_book(book, docs, folder, cache, setter)
        full = _decks_of(over, found, sizes)
        if problems := [_too_long(frame, deck) for deck in full if sizes[deck] == SIZES[-1]]:
            raise ManualError(problems)
        sizes |= dict.fromkeys(full, SIZES[-1])


def _decks_of(over: list[int], found: list[Deck], sizes: Mapping[Deck, int]) -> list[Deck]:
    """Return the decks to which the cells at these places belong."""
    owners: list[Deck] = []
    for deck in found:
        sides = 2 * -(-len(deck.faces) // sizes[deck])
        owners += [deck] * (sides * sizes[deck])
    return list(dict.fromkeys(owners[place] for place in over))


def _too_long(frame: Frame, deck: Deck) -> Problem:
    path = frame.manuals.pairs[deck.stem].half(frame.words.locale).path
    what = f"{deck.label}: a card is too long for half a sheet"
    return Problem(path, 0, what, "shorten it, in the language that runs over")
