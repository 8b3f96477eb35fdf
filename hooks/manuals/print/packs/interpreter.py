"""The interpreter's brief: a session's terms in both languages, as the termbase has them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lxml import html

from manuals.courses.course import Session
from manuals.export import Article
from manuals.languages import OTHER
from manuals.print.packs.frame import Frame
from manuals.print.packs.selection import part_of, used
from manuals.termbase import collation
from manuals.tooltips import Tooltips


def brief(frame: Frame, session: Session, articles: Mapping[str, Article]) -> str:
    """Return the terms of all that the session uses, by the alphabet of the pack's language."""
    words = frame.words
    tooltips = Tooltips(frame.manuals.terms, words)
    texts = [session.title[words.locale], *(step.what[words.locale] for step in session.steps)]
    for stem, ids in used(session):
        if stem in articles:
            root = html.fragment_fromstring(articles[stem].html, create_parent="article")
            texts += [part.text_content() for id in ids for part in part_of(root, id)]
    forms = {form for text in texts for _, form in tooltips.find(text)}
    if not forms:
        return ""
    other = frame.manuals.languages[OTHER[words.locale]]
    rows = "".join(
        f'<tr><td>{escape(form)}</td><td><main lang="{other.locale}">'
        f"{escape(tooltips.titles[form])}</main></td></tr>"
        for form in sorted(forms, key=lambda form: collation(form, words.locale))
    )
    heads = f"<th>{escape(words['name'])}</th><th>{escape(other['name'])}</th>"
    return (
        f'<h3 class="from-chapter">{escape(frame.word("interpreter"))}</h3>'
        f'<table class="terms"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )
