"""The back matter of a volume that follows its glossary, in the order of the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from manuals.changes import load_changes
from manuals.chapters import Manuals
from manuals.languages import Language
from manuals.manifest import commit
from manuals.print.matter.change_log import change_log
from manuals.print.matter.codes import address_list
from manuals.print.matter.colophon import colophon
from manuals.print.matter.sources import source_list
from manuals.volumes import Volume


def back_matter(
    manuals: Manuals,
    volume: Volume,
    words: Language,
    version: str,
    chapters: Sequence[HtmlElement],
    addresses: Mapping[str, str],
) -> Iterator[HtmlElement]:
    """Yield the pieces; `version` names edition and date, `chapters` are prepared ones.

    `addresses` gives each chapter's permanent address by its prefix.
    """
    pieces = (
        source_list(chapters, words),
        address_list(chapters, addresses, words),
        change_log(load_changes(manuals.root).get(volume.id, ()), words),
        colophon(commit(manuals.root), version, volume.trim, words),
    )
    yield from (piece for piece in pieces if piece is not None)
