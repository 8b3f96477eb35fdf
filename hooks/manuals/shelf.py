"""The home page's shelf: a card for each volume, its PDFs, and the offline copy."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from manuals.chapters import Manuals
from manuals.languages import DEFAULT, OTHER, Language
from manuals.volumes import Volume

OFFLINE_ZIP = "manuals.zip"
OFFLINE_MARK = "offline-copy"
PARALLEL = "en-vi"
PRESS = "press"


def all_books(locales: Iterable[str]) -> tuple[str, ...]:
    """Return the books of a volume, a PDF each; the parallel one first: it takes longest to set."""
    return (PARALLEL, *OTHER, *sorted(set(locales) - OTHER.keys()))


def pdf_name(volume: str, book: str) -> str:
    """Return the file name of a volume's PDF, one of `all_books` (design.md, Conventions 10)."""
    return f"{volume}.{book}.pdf"


def locales_of(book: str) -> tuple[str, ...]:
    """Return the languages of a book."""
    return tuple(book.split("-"))


def press_names(volume: str, locale: str) -> dict[str, str]:
    """Return the names of the files for printing by what each is."""
    endings = {"body": "press.pdf", "cover": "cover.pdf", "office": "grey.pdf"}
    endings |= {"ticket": "ticket.md", "ticket_data": "ticket.json"}
    return {what: f"{volume}.{locale}.{ending}" for what, ending in endings.items()}


def shelf_list(manuals: Manuals, words: Language, *, pdf: bool, more: str = "") -> str:
    """Return the shelf as HTML; links are relative to the language's home page.

    `more` are cards behind those of the volumes.
    """
    cards = "".join(_card(manuals, volume, words, pdf=pdf) for volume in manuals.shelf.volumes)
    return f'<div class="shelf">{cards}{more}{_offline(words) if pdf else ""}</div>'


def _card(manuals: Manuals, volume: Volume, words: Language, *, pdf: bool) -> str:
    locale = words.locale
    title = volume.title[locale]
    count = len(manuals.chapters(volume.id))
    facts = [
        words["shelf_chapters"].format(n=count),
        f"{words['edition']} {volume.edition}, {words.date(volume.date)}",
        words["law_as_of"].format(date=words.date(volume.law_as_of)),
    ]
    actions = (
        f'<a class="shelf-read" href="{volume.id}/index.html">{escape(words["shelf_read"])}</a>'
    )
    if pdf:
        actions += "".join(
            _pdf(manuals, volume, words, each) for each in _own_first(manuals, locale)
        )
        actions += _parallel(volume, words)
    return (
        f'<section class="volume" id="{volume.id}" style="--volume: {escape(volume.colour)}">'
        f'<p class="volume-number">{escape(volume.label(words))}</p>'
        f'<h2><a href="{volume.id}/index.html">{escape(title)}</a></h2>'
        f'<p class="volume-audience">{escape(volume.audience[locale])}</p>'
        f"<p>{escape(volume.summary[locale])}</p>"
        f'<p class="volume-facts">{escape(" · ".join(facts))}</p>'
        f'<p class="volume-actions">{actions}</p></section>'
    )


def _own_first(manuals: Manuals, locale: str) -> list[str]:
    return sorted(manuals.languages, key=lambda each: each != locale)


def _parallel(volume: Volume, words: Language) -> str:
    up = "" if words.locale == DEFAULT else "../"
    return (
        f'<a href="{up}pdf/{pdf_name(volume.id, PARALLEL)}">'
        f"{escape(words['shelf_pdf'])} · {escape(words['both_languages'])}</a>"
    )


def _offline(words: Language) -> str:
    up = "" if words.locale == DEFAULT else "../"
    return (
        f'<section class="{OFFLINE_MARK}" id="{OFFLINE_MARK}">'
        f"<h2>{escape(words['shelf_offline'])}</h2><p>{escape(words['shelf_offline_text'])}</p>"
        f'<p class="volume-actions"><a href="{up}offline/{OFFLINE_ZIP}">{OFFLINE_ZIP}</a></p>'
        "</section>"
    )


def _pdf(manuals: Manuals, volume: Volume, words: Language, locale: str) -> str:
    up = "" if words.locale == DEFAULT else "../"
    name = manuals.languages[locale]["name"]
    return (
        f'<a href="{up}pdf/{pdf_name(volume.id, locale)}" hreflang="{locale}">'
        f"{escape(words['shelf_pdf'])} · {escape(name)}</a>"
    )
