"""The glossary page: the termbase as a table in the language's own order."""

from __future__ import annotations

from html import escape

from manuals.languages import Language, beside
from manuals.termbase import Entry, Term, glossary


def glossary_table(terms: tuple[Term, ...], words: Language) -> str:
    """Return the glossary of a language as an HTML table; each row has the term's id."""
    other = beside(words.locale)
    rows = "".join(_row(entry, words, other) for entry in glossary(terms, words.locale))
    return (
        '<table class="glossary"><thead><tr>'
        f'<th scope="col">{escape(words["glossary_term"])}</th>'
        f'<th scope="col">{escape(words["glossary_other"])}</th>'
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(entry: Entry, words: Language, other: str) -> str:
    notes = []
    if entry.also:
        notes.append(words["glossary_also"].format(terms=", ".join(entry.also)))
    if entry.avoid:
        notes.append(words["glossary_avoid"].format(terms=", ".join(entry.avoid)))
    short = f" ({escape(entry.short)})" if entry.short else ""
    note = f'<br><span class="term-note">{escape("; ".join(notes))}</span>' if notes else ""
    return (
        f'<tr id="{escape(entry.id)}"><td><strong>{escape(entry.term)}</strong>{short}{note}</td>'
        f'<td lang="{other}">{escape(entry.other)}</td></tr>'
    )
