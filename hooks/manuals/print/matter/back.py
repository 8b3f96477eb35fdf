"""The back matter of a volume, in order: lists, and what stands on its last pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from manuals.changes import load_changes
from manuals.chapters import Manuals
from manuals.languages import Language
from manuals.manifest import commit_of
from manuals.print.matter.change_log import change_log
from manuals.print.matter.codes import address_list
from manuals.print.matter.colophon import colophon
from manuals.print.matter.sources import source_list
from manuals.volumes import Volume


def source_and_address_lists(
    chapters: Sequence[HtmlElement], addresses: Mapping[str, str], words: Language
) -> Iterator[HtmlElement]:
    """Yield what follows the glossary; `addresses` gives those of prepared chapters by prefix."""
    pieces = (source_list(chapters, words), address_list(chapters, addresses, words))
    yield from (piece for piece in pieces if piece is not None)


def end_matter(
    manuals: Manuals, volume: Volume, words: Language, version: str
) -> Iterator[HtmlElement]:
    """Yield what stands behind the index; `version` names edition and date."""
    log = change_log(load_changes(manuals.root).get(volume.id, ()), words)
    if log is not None:
        yield log
    yield colophon(commit_of(manuals.root, manuals.shelf, volume), version, volume.trim, words)
