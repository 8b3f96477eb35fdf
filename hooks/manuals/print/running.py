"""Running heads and feet of a volume, its thumb marks and its colour."""

from __future__ import annotations

import json
from collections.abc import Sequence

from manuals.chapters import Manuals
from manuals.languages import Language
from manuals.print.matter.front import edition_name, is_draft, version_name
from manuals.print.matter.thumb_marks import thumb_marks
from manuals.volumes import Volume


def page_style(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return the texts of the running heads and feet; page rules cannot read them from HTML."""
    texts, locale = manuals.shelf.texts, words.locale
    foot = f"{volume.label(words)} · {edition_name(words, edition)} · {version_name(volume, words)}"
    mark = texts["draft"][locale] if is_draft(volume) else texts["mark"][locale]
    both = f"{quoted(foot)} '\\A' {quoted(mark)}"
    blank = quoted(words.of("matter", "blank"))
    return (
        f":root {{ --volume: {volume.colour}; }}\n"
        f"@page :blank {{ @top-center {{ content: {blank} }} }}\n"
        f"{_feet(('front', 'back'), quoted(foot))}"
        f"{_feet(('body',), both)}"
        f"@page turned {{ @left-top {{ content: {both} }} }}\n"
        f"{thumb_marks(volume.number)}"
    )


def _feet(kinds: Sequence[str], content: str) -> str:
    """Return the style of the feet of these pages: the text inside, the page's number outside."""
    sides = (("left", "right"), ("right", "left"))
    return "".join(
        f"@page {kind}:{side} {{ @bottom-{inner} {{ content: {content} }} }}\n"
        for kind in kinds
        for side, inner in sides
    )


def quoted(text: str) -> str:
    """Return a text as a string of CSS."""
    return json.dumps(text, ensure_ascii=False)
