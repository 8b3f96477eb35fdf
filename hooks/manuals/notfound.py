"""One 404 page for both languages: MkDocs' own would be in the language built last."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from manuals.bare_page import bare_page
from manuals.chapters import Manuals
from manuals.languages import DEFAULT


def not_found_page(manuals: Manuals, site_url: str) -> str:
    """Return the page; links start at the site's root, since any address can be missing.

    What is typed goes to the language's home page as ?q=, where Material opens the search.
    """
    base = urlsplit(site_url).path or "/"
    locales = sorted(manuals.languages, key=lambda locale: locale != DEFAULT)
    parts = []
    for locale in locales:
        words = manuals.languages[locale]
        home = base if locale == DEFAULT else f"{base}{locale}/"
        parts.append(
            f'<section lang="{locale}"><h1>{escape(words["not_found_title"])}</h1>'
            f"<p>{escape(words['not_found_text'])}</p>"
            f'<form action="{home}index.html"><label for="q-{locale}">'
            f"{escape(words['not_found_search'])}</label>"
            f'<input type="search" name="q" id="q-{locale}" required autocomplete="off">'
            f"<button>{escape(words['not_found_find'])}</button></form>"
            f'<p><a href="{home}index.html">{escape(words["not_found_home"])}</a></p></section>'
        )
    titles = [manuals.languages[locale]["not_found_title"] for locale in locales]
    return bare_page(titles, parts, base=base)
