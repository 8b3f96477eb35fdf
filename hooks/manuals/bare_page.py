"""A page outside MkDocs that speaks all languages: the 404 page, the permanent addresses."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from manuals.languages import DEFAULT

PAGE = """<!doctype html>
<html lang="{default}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="{base}assets/css/fonts.css">
<link rel="stylesheet" href="{base}assets/css/notfound.css">
</head>
<body>
<main>
{parts}
</main>
{script}</body>
</html>
"""


def bare_page(
    titles: Sequence[str], parts: Sequence[str], *, base: str = "", script: str = ""
) -> str:
    """Return the page of a part a language; `base` leads to the site's root, `script` is HTML."""
    return PAGE.format(
        default=DEFAULT,
        title=escape(" · ".join(titles)),
        base=base,
        parts="\n".join(parts),
        script=script,
    )
