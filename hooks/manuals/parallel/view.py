"""The "both languages" view: a page beside each page, made from the built page itself."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from manuals.chapters import Manuals, Pair
from manuals.errors import ManualError, Problem
from manuals.export import Article
from manuals.languages import OTHER
from manuals.parallel.columns import both_columns

BOTH_LANGUAGES_ALREADY = "glossary"
STYLE = "assets/css/both.css"
# What one walks from page to page by: the navigation, the footer, the choice of language.
WALKING = re.compile(
    r'<a href="([^"#]+\.html)"(?: hreflang="\w+")? class="md-(?:nav|footer|select)__link'
)


@dataclass(frozen=True)
class View:
    """One page to make: from the page `plain`, at `url`, with `table` in its article's place."""

    plain: Article
    url: str
    table: str
    name: str
    neighbours: frozenset[str]


def has_view(pair: Pair) -> bool:
    """Return whether a page has both languages to show: each row of the glossary does already."""
    return pair.halves.keys() == OTHER.keys() and pair.stem != BOTH_LANGUAGES_ALREADY


def view_url(url: str) -> str:
    """Return the address of a page's view: 03-law.both.html beside 03-law.html."""
    return f"{url.removesuffix('.html')}.both.html"


def views(manuals: Manuals, articles: Sequence[Article]) -> Iterator[View]:
    """Yield the views of all pairs, one for each language around them."""
    pairs: dict[str, dict[str, Article]] = {}
    for article in articles:
        if article.locale in OTHER and has_view(manuals.pairs[article.stem]):
            pairs.setdefault(article.stem, {})[article.locale] = article
    neighbours = frozenset(item.url for pair in pairs.values() for item in pair.values())
    for pair in pairs.values():
        tables = both_columns(pair, manuals.languages)
        for locale, plain in pair.items():
            name = manuals.languages[locale]["both"]
            yield View(plain, view_url(plain.url), tables[locale], name, neighbours)


def view_page(page: str, view: View) -> str:
    """Return the view made from the plain page as the theme built it.

    ManualError if the theme writes a page in another way than these edits expect.
    """
    url = view.plain.url
    folder = posixpath.dirname(url)
    style = posixpath.relpath(STYLE, folder or ".")
    for start, end, text in (
        (' <a class="view-link"', "</p>", ""),
        (view.plain.html, "", view.table),
        (
            '<meta charset="utf-8">',
            "",
            '<meta charset="utf-8"> <meta name="robots" content="noindex">',
        ),
        ("<title>", "", f"<title>{escape(view.name)} · "),
        ("</head>", "", f'<link rel="stylesheet" href="{style}"></head>'),
        ("<body ", "", '<body class="both-page" '),
        # The table of contents is in the navigation too, and the columns need the room.
        ('<div class="md-sidebar md-sidebar--secondary"', '<div class="md-content"', ""),
    ):
        page = _swap(page, start, end, text, url)
    page = page.replace('<meta name="manuals-page" content="home">', "")

    def stay(link: re.Match[str]) -> str:
        """Lead to the other page's view, where it has one."""
        found = posixpath.normpath(posixpath.join(folder, link[1]))
        return link[0].replace(link[1], view_url(link[1])) if found in view.neighbours else link[0]

    return WALKING.sub(stay, page)


def _swap(page: str, start: str, end: str, text: str, url: str) -> str:
    """Put a text in the place of `start` and all that follows it up to `end`."""
    parts = page.split(start)
    if len(parts) != 2 or end not in parts[1]:
        what = f"{url} holds {start[:60]} {len(parts) - 1} times, not once"
        todo = "compare hooks/manuals/parallel/view.py with the theme's base.html"
        raise ManualError([Problem("overrides/main.html", 0, what, todo)])
    return parts[0] + text + (parts[1][parts[1].index(end) :] if end else parts[1])
