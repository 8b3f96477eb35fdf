"""Cover, half title and imprint: what a volume says of itself before its text."""

from __future__ import annotations

from html import escape

from manuals.chapters import Manuals
from manuals.editions import TRAINER
from manuals.languages import OTHER, Language
from manuals.state_page import not_compared
from manuals.sync.pairs import read_pair
from manuals.volumes import Volume


def edition_name(words: Language, edition: str) -> str:
    """Return "Participant edition"."""
    return words["edition_trainer" if edition == TRAINER else "edition_participant"]


def version_name(volume: Volume, words: Language) -> str:
    """Return "Edition 0.1, 23 November 2026"."""
    return f"{words['edition']} {volume.edition}, {words.date(volume.date)}"


def cover(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return what stands on the cover."""
    texts, locale = manuals.shelf.texts, words.locale
    draft = (
        f'<p class="cover-draft">{escape(texts["draft"][locale])}</p>' if is_draft(volume) else ""
    )
    return (
        '<div class="cover-band">'
        f'<p class="cover-set">{escape(_in_two_lines(texts["title"][locale]))}</p>'
        f'<p class="cover-number">{escape(volume.label(words))}</p>'
        f'<p class="cover-title">{escape(_in_two_lines(volume.title[locale]))}</p></div>'
        f'<p class="cover-audience">{escape(volume.audience[locale])}</p>'
        f'<p class="cover-edition">{escape(edition_name(words, edition))}</p>'
        f'<p class="cover-version">{escape(version_name(volume, words))}</p>{draft}'
        f'<p class="cover-mark">{escape(texts["mark"][locale])}</p>'
    )


def half_title(volume: Volume, words: Language) -> str:
    """Return what stands on the half title."""
    return (
        f'<p class="half-number">{escape(volume.label(words))}</p>'
        f'<p class="half-name">{escape(_in_two_lines(volume.title[words.locale]))}</p>'
    )


def imprint(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return the lines of the imprint page, its title first."""
    texts, locale = manuals.shelf.texts, words.locale
    law = words["law_as_of"].format(date=words.date(volume.law_as_of))
    lines = [
        texts["title"][locale],
        volume.heading(words),
        f"{edition_name(words, edition)}. {version_name(volume, words)}.",
        f"{law}. {texts['law_status'][locale]}.",
        *([f"{texts['draft'][locale]}."] if is_draft(volume) else []),
        *_not_compared(manuals, volume, words),
        texts["not_advice"][locale],
        words["cases_invented"],
        f"{texts['mark'][locale]}.",
        f"{texts['licence'][locale]}.",
    ]
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    title = escape(words["imprint"])
    return f'<p class="imprint-title">{title}</p>{paragraphs}'


def _in_two_lines(title: str) -> str:
    """Return a title whose last two words stay together where it takes two lines."""
    return "\u00a0".join(title.rsplit(" ", 1))


def _not_compared(manuals: Manuals, volume: Volume, words: Language) -> list[str]:
    """Say, where readers look how far to trust a book, how much nobody has compared yet."""
    if words.locale not in OTHER:
        return []
    pairs = [pair for pair in manuals.pairs.values() if pair.volume == volume]
    line = not_compared((read_pair(manuals, pair)[0] for pair in pairs), words)
    return [line] if line else []


def is_draft(volume: Volume) -> bool:
    """Return whether the volume says so of itself."""
    return volume.status == "draft"
