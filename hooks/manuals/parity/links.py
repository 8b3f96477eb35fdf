"""Link targets, pictures, footnotes and country values: written alike in every language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from manuals.outline import LINK, NOTE_DEFINITION, PLACEHOLDER
from manuals.parity.blocks import Reading
from manuals.parity.matching import Find, Rule
from manuals.scan import NOTE_CITATION

NAMES = ("law.", "agency.", "country", "hotline_name")
TAKEN_UP = {
    "en": re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:Law|Code|Resolution|Decree|Constitution)\b"),
    "vi": re.compile(r"\b(?:Luật|Bộ luật|Nghị quyết|Nghị định|Hiến pháp)\b"),
}
LANGUAGE = re.compile(r"(?<=[/.=_-])(?:en|vi)(?=[/._&-]|$)")


def _equal(first: Find, second: Find) -> bool:
    return bool(first.key == second.key)


def _said(find: Find, other: Find, near: bool) -> bool:
    """Names may be taken up by "the Law" further on in a section, ages and articles may not."""
    return bool(find.key == other.key) and (near or find.key.startswith(NAMES))


def _taken_up(find: Find, text: str, locale: str, alone: bool) -> bool:
    """Return whether a text takes up a law's name by its kind alone: the Law, Luật này."""
    return bool(alone and find.key.startswith("law.") and TAKEN_UP[locale].search(text))


LINKS = Rule("the link", "lead both to the same place", _equal)
PICTURES = Rule("the picture", "show the same picture in both", _equal)
CITATIONS = Rule("the footnote", "cite the same footnotes in both", _equal)
PLACEHOLDERS = Rule("the value", "use the same value in both", _equal, said=_said, spoken=_taken_up)


def links(reading: Reading) -> Iterator[Find]:
    """Yield where links lead, own page and language aside: 03-law.en.md is 03-law.vi.md."""
    for match in LINK.finditer(reading.text):
        if not match["image"]:
            target = normal_target(match["target"], reading.half.uri)
            yield Find(target, match.start(), match.end())


def pictures(reading: Reading) -> Iterator[Find]:
    """Yield the files of pictures; one file serves both languages."""
    for match in LINK.finditer(reading.text):
        if match["image"]:
            yield Find(posixpath.normpath(match["target"]), match.start(), match.end())


def citations(reading: Reading) -> Iterator[Find]:
    """Yield the labels of cited footnotes."""
    for match in NOTE_CITATION.finditer(reading.text):
        if not NOTE_DEFINITION.match(reading.text, match.start()):
            yield Find(match["label"], match.start(), match.end())


def placeholders(reading: Reading) -> Iterator[Find]:
    """Yield the names of country values."""
    for match in PLACEHOLDER.finditer(reading.text):
        yield Find(match["key"], match.start(), match.end())


def normal_target(target: str, uri: str) -> str:
    """Return a target as both languages have it: below docs/, no language, no own page.

    An address outside loses its language too (/en/ is /vi/, lang=en is lang=vi).
    """
    path, sign, fragment = target.partition("#")
    if "://" in path or path.startswith("mailto:"):
        return LANGUAGE.sub("*", path).rstrip("/") + sign + fragment
    folder = "" if path.startswith("/") else posixpath.dirname(uri)
    whole = posixpath.normpath(posixpath.join(folder, path.lstrip("/"))) if path else uri
    return LANGUAGE.sub("*", whole) + sign + fragment
