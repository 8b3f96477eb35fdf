"""The change log at the end of a volume: edition, date, what changed."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement, builder

from manuals.changes import Change
from manuals.languages import Language
from manuals.print.matter.pieces import piece

ID = "changes"


def change_log(changes: Sequence[Change], words: Language) -> HtmlElement | None:
    """Return the editions as they stand in data/changes.yml; nothing where it tells of none."""
    if not changes:
        return None
    root = piece(ID, words.of("matter", "changes"), "changes")
    for change in changes:
        title = f"{words['edition']} {change.edition}, {words.date(change.date)}"
        root.append(builder.H2(title))
        root.append(builder.UL(*(builder.LI(text) for text in change.texts[words.locale])))
    return root
