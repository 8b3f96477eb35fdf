"""Permanent addresses: what they look like, and the page that looks them up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html

from manuals.addresses import go_page, permanent_address, site_address

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("site_url: https://manuals.example.org/\n", "https://manuals.example.org"),
        ("x: 1\nsite_url:   https://a.vn/sach \n", "https://a.vn/sach"),
        ("site_name: A\n", ""),
    ],
)
def test_the_site(project: Callable[[], Project], text: str, site: str) -> None:
    """The address as mkdocs.yml names it, without a slash at the end."""
    copy = project()
    copy.write("mkdocs.yml", text)
    assert site_address(copy.root) == site
    (copy.root / "mkdocs.yml").unlink()
    assert site_address(copy.root) == ""


def test_an_address() -> None:
    """The language of the book, then the chapter's id."""
    assert permanent_address("https://a.vn", "law", "en") == "https://a.vn/go.html?en#law"


def test_every_chapter_is_known(project: Callable[[], Project]) -> None:
    """By its id, not by its file's name; links are relative, so that file:// works."""
    copy = project()
    text = go_page(copy.load())
    found = re.search(r"const PLACES = (.*)", text)
    assert found
    places = json.loads(found[1])
    assert places["law"] == {
        "vi": "v1-foundations/03-law.html",
        "en": "en/v1-foundations/03-law.html",
    }
    assert places["v1-foundations"]["en"] == "en/v1-foundations/index.html"
    links = [link.get("href") for link in html.document_fromstring(text).iter("a")]
    assert {place for each in places.values() for place in each.values()} >= set(links)
    assert len(links) == 4


def test_a_title_cannot_end_the_script(project: Callable[[], Project]) -> None:
    """Titles are text, and an id is checked elsewhere; nothing can close the script early."""
    copy = project()
    copy.edit("docs/v1-foundations/03-law.en.md", "id: law", "id: '</script>'")
    copy.edit("docs/v1-foundations/03-law.en.md", 'title: "', 'title: "<b>')
    text = go_page(copy.load())
    assert text.count("</script>") == 1
    assert "<b>" not in text
