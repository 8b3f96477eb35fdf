"""The honest notice on a page that is shown in the other language."""

from __future__ import annotations

from html import escape

from manuals.languages import Language


def notice(words: Language, shown: str, article: str) -> str:
    """Return the article, marked as being in the language `shown`, under a notice to the reader."""
    return (
        f'<div class="box box-notice" id="only-other"><p class="box-title">'
        f"{escape(words['only_other_title'])}</p><p>{escape(words['only_other'])}</p></div>"
        f'<div lang="{shown}" class="other-language">{article}</div>'
    )
