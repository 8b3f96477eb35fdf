"""Permanent addresses: go.html#<chapter id>/<section id> leads to the page, whatever its name is.

They are printed as QR codes, so that a book outlives a renamed file (design.md, Conventions 1).
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

from manuals.bare_page import bare_page
from manuals.chapters import Manuals, Pair
from manuals.languages import DEFAULT

GO = "go.html"
SCRIPT = """<script>
"use strict"
const PLACES = {places}
const LOCALES = {locales}
const lead = () => {{
  const [id, section = ""] = decodeURIComponent(location.hash.slice(1)).split("/")
  const asked = location.search.slice(1)
  const wanted = [asked, ...navigator.languages.map((tag) => tag.slice(0, 2)), "{default}"]
  const locale = wanted.find((tag) => LOCALES.includes(tag))
  const known = Object.hasOwn(PLACES, id)
  for (const note of document.querySelectorAll(".unknown")) note.hidden = !id || known
  if (known) location.replace(PLACES[id][locale] + (section && "#" + encodeURIComponent(section)))
}}
addEventListener("hashchange", lead)
lead()
</script>
"""


def site_address(root: Path) -> str:
    """Return `site_url` of mkdocs.yml, read without MkDocs; empty where it names none."""
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    match = re.search(r"^site_url: *(\S+) *$", text, re.MULTILINE)
    return match[1].rstrip("/") if match else ""


def permanent_address(site: str, id: str, locale: str) -> str:
    """Return a chapter's address; the language is that of the book that prints it."""
    return f"{site}/{GO}?{locale}#{id}"


def go_page(manuals: Manuals) -> str:
    """Return the page, for the site's root; without a script it is a list of all chapters.

    An address that names no language opens in the one that the browser asks for.
    """
    places = {}
    for volume in manuals.shelf.volumes:
        places[volume.id] = {
            locale: _url(f"{volume.id}/index", locale) for locale in manuals.languages
        }
        for pair in manuals.chapters(volume.id):
            places[pair.id] = {locale: _url(pair.stem, locale) for locale in manuals.languages}
    locales = sorted(manuals.languages, key=lambda locale: locale != DEFAULT)
    return bare_page(
        [manuals.languages[locale]["go_title"] for locale in locales],
        [_section(manuals, locale) for locale in locales],
        script=SCRIPT.format(
            default=DEFAULT,
            locales=json.dumps(sorted(manuals.languages)),
            places=json.dumps(places, ensure_ascii=False).replace("<", "\\u003c"),
        ),
    )


def _section(manuals: Manuals, locale: str) -> str:
    words = manuals.languages[locale]
    lines = [
        f'<li><a href="{_url(pair.stem, locale)}">{escape(_title(manuals, pair, locale))}</a></li>'
        for volume in manuals.shelf.volumes
        for pair in manuals.chapters(volume.id)
    ]
    return (
        f'<section lang="{locale}"><h1>{escape(words["go_title"])}</h1>'
        f'<p class="unknown" hidden>{escape(words["go_unknown"])}</p>'
        f"<ul>{''.join(lines)}</ul></section>"
    )


def _title(manuals: Manuals, pair: Pair, locale: str) -> str:
    assert pair.numbers
    title = manuals.profile.fill(pair.half(locale).title, locale)
    return f"{pair.numbers.chapter_label} {title}"


def _url(stem: str, locale: str) -> str:
    return f"{'' if locale == DEFAULT else f'{locale}/'}{stem}.html"
