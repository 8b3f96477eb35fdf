"""Which pictures an edition shows: MkDocs would publish every one that lies in docs/."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from manuals.chapters import Manuals
from manuals.editions import edition_lines
from manuals.outline import LINK


def shown_pictures(manuals: Manuals, edition: str) -> frozenset[str]:
    """Return the paths below docs/ of all pictures in an edition's text."""
    return frozenset(_pictures(manuals, edition))


def _pictures(manuals: Manuals, edition: str) -> Iterator[str]:
    for _, half in manuals.halves():
        if "![" in half.body:
            text = "\n".join(edition_lines(half.body, half.outline, edition))
            for link in LINK.finditer(text):
                if link["image"]:
                    folder = posixpath.dirname(half.uri)
                    yield posixpath.normpath(posixpath.join(folder, unquote(link["target"])))
