"""A page outside MkDocs: the 404 page, the permanent addresses, the results of a class."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from manuals.languages import DEFAULT

PAGE = """<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
{head}
</head>
<body>
{body}
</body>
</html>
"""
STYLES = """<link rel="stylesheet" href="{base}assets/css/fonts.css">
<link rel="stylesheet" href="{base}assets/css/notfound.css">"""


def html_page(locale: str, title: str, head: str, body: str) -> str:
    """Return a page that no search engine lists; `head` and `body` are HTML."""
    return PAGE.format(locale=locale, title=escape(title), head=head, body=body)


def bare_page(
    titles: Sequence[str], parts: Sequence[str], *, base: str = "", script: str = ""
) -> str:
    """Return a page that speaks all languages, a part each.

    `base` leads to the site's root, `script` is HTML.
    """
    body = "\n".join(["<main>", *parts, "</main>", script]).rstrip("\n")
    return html_page(DEFAULT, " · ".join(titles), STYLES.format(base=base), body)
