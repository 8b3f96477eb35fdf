"""Pages in the running text: which references get one, and how the sentence stays one."""

from __future__ import annotations

import pytest
from lxml import html

from manuals.chapters import Manuals
from manuals.print.matter.references import cite_pages


@pytest.mark.parametrize(
    ("locale", "body", "text"),
    [
        ("en", '<p>see <a href="#c02-x">1.2.16</a>.</p>', "see 1.2.16, p.\u00a0."),
        ("vi", '<p>(xem <a href="#c02-x">1.2.16</a>)</p>', "(xem 1.2.16, tr.\u00a0)"),
        ("en", '<p><a href="#c02-x">1.2.16</a> says so</p>', "1.2.16 (p.\u00a0) says so"),
        ("en", '<td>see <a href="#c02-x">1.2.16</a></td>', "see 1.2.16, p.\u00a0"),
        ("en", '<p><a href="#c02-x">1.2.16</a><b> says</b></p>', "1.2.16 (p.\u00a0) says"),
        ("vi", '<p>ở <a href="#c02">Chương 1.2</a>.</p>', "ở Chương 1.2, tr.\u00a0."),
        ("en", "<p>Read <a href='#c02-y'>Case 1.9-A</a> alone</p>",
         "Read Case 1.9-A (p.\u00a0) alone"),
        ("en", '<p>under <a href="#front-symbols">Symbols</a>.</p>', "under Symbols."),
        ("en", '<p>“Read <a href="#c02-x">1.2.16</a>.” See <a href="#c02-x">1.2.16</a>.</p>',
         "“Read 1.2.16.” See 1.2.16, p.\u00a0."),
        ("en", '<p>see <a href="other.html">1.2.16</a>.</p>', "see 1.2.16."),
        ("en", '<h2><a href="#c02-x">1.2.16</a></h2>', "1.2.16"),
    ],
)  # fmt: skip
def test_the_sentence(tiny: Manuals, locale: str, body: str, text: str) -> None:
    """A comma at the end of a clause, brackets inside one; words and headings have no page."""
    root = html.fragment_fromstring(body, create_parent="article")
    cite_pages(root, tiny.languages[locale])
    assert root.text_content() == text
    pages = [page.get("href") for page in root.iterfind(".//a[@class='page-of']")]
    assert pages == [root.find(".//a").get("href")] * text.count("\u00a0")
