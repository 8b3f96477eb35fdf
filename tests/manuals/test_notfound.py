"""The page for addresses that do not exist: one for both languages, right at any depth."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.notfound import not_found_page

if TYPE_CHECKING:
    from tests.conftest import Project


def page(copy: Project, site_url: str = "https://manuals.example.org/") -> HtmlElement:
    """Return the project's page."""
    return html.document_fromstring(not_found_page(copy.load(), site_url))


def test_both_languages(project: Callable[[], Project]) -> None:
    """Both languages stand on the page, each marked as itself, the default one first."""
    found = page(project())
    assert found.get("lang") == "vi"
    assert [(part.get("lang"), part.findtext("h1")) for part in found.iter("section")] == [
        ("vi", "Không tìm thấy trang"),
        ("en", "Page not found"),
    ]
    assert found.findtext(".//title") == "Không tìm thấy trang · Page not found"


@pytest.mark.parametrize(
    ("site_url", "start"),
    [
        ("https://manuals.example.org/", "/"),
        ("https://example.org/manuals/", "/manuals/"),
        ("", "/"),
    ],
)
def test_links_start_at_the_root(project: Callable[[], Project], site_url: str, start: str) -> None:
    """A missing address can lie at any depth, so that links and style start at the site's root."""
    found = page(project(), site_url)
    assert [link.get("href") for link in found.iter("a")] == [
        f"{start}index.html",
        f"{start}en/index.html",
    ]
    assert [link.get("href") for link in found.iter("link")] == [
        f"{start}assets/css/fonts.css",
        f"{start}assets/css/notfound.css",
    ]


def test_each_language_offers_its_search(project: Callable[[], Project]) -> None:
    """What is typed goes to the language's home page as ?q=; label and button say so in words."""
    found = page(project(), "https://example.org/manuals/")
    forms = {}
    for part in found.iter("section"):
        (form,) = part.iter("form")
        (field,) = form.iter("input")
        (label,) = form.iter("label")
        assert label.get("for") == field.get("id")
        assert field.get("name") == "q"
        assert form.get("method", "get") == "get"
        forms[part.get("lang")] = (form.get("action"), label.text, form.findtext("button"))
    assert forms == {
        "vi": ("/manuals/index.html", "Tìm trong bộ sổ tay", "Tìm"),
        "en": ("/manuals/en/index.html", "Search the manuals", "Search"),
    }


def test_nothing_is_loaded_from_elsewhere(project: Callable[[], Project]) -> None:
    """The page names no other site, and search engines leave it out."""
    text = not_found_page(project().load(), "https://manuals.example.org/")
    assert "://" not in text
    assert '<meta name="robots" content="noindex">' in text


def test_words_are_escaped(project: Callable[[], Project]) -> None:
    """Words of data/languages/ are text, also with & or braces in them."""
    copy = project()
    copy.edit("data/languages/en.yml", "Page not found", '"<Lost> & {gone}"')
    assert page(copy).xpath("//section[@lang='en']/h1")[0].text == "<Lost> & {gone}"
