"""The notice on a page that exists in one language only, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html

from manuals.editions import PARTICIPANT
from manuals.notices import notice

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.parametrize(
    ("asked", "shown", "title", "text"),
    [
        ("en", "vi", "Not yet in English", "One sign alone|Một dấu hiệu riêng lẻ"),
        ("vi", "en", "Chưa có bản tiếng Việt", "Một dấu hiệu riêng lẻ|One sign alone"),
    ],
)
def test_both_directions(
    project: Callable[[], Project], asked: str, shown: str, title: str, text: str
) -> None:
    """The reader is told in the language asked for; the text says which language it is in."""
    copy = project()
    (copy.root / f"docs/v1-foundations/02-signs.{asked}.md").unlink()
    problems, article = copy.built(PARTICIPANT, f"docs/v1-foundations/02-signs.{asked}.md")
    assert problems == []
    told, body = html.fragments_fromstring(article)
    absent, present = text.split("|")
    assert told.findtext("p") == title
    assert title not in body.text_content()
    assert body.get("lang") == shown
    assert present in body.text_content()
    assert absent not in body.text_content()


def test_written_half_has_no_notice(project: Callable[[], Project]) -> None:
    """A page that is written in the language asked for stands as it is."""
    _, article = project().built(PARTICIPANT, "docs/v1-foundations/02-signs.en.md")
    assert "only-other" not in article
    assert "lang=" not in article


def test_words_are_escaped(project: Callable[[], Project]) -> None:
    """Words of data/languages/ are text; the article is HTML already."""
    copy = project()
    copy.edit("data/languages/en.yml", "Not yet in English", "Not <yet> & English")
    found = notice(copy.load().languages["en"], "vi", "<p>Một &amp; hai</p>")
    told, body = html.fragments_fromstring(found)
    assert told.findtext("p") == "Not <yet> & English"
    assert html.tostring(body[0], encoding="unicode") == "<p>Một &amp; hai</p>"
