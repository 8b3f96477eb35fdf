"""The view in both languages: which pages have one, and what becomes of the page around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.errors import ManualError
from manuals.export import Article
from manuals.parallel.view import View, has_view, view_page, view_url, views

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law"
# What of the theme's page the view depends on.
PAGE = """<!doctype html>
<html lang="en"><head>
<meta charset="utf-8"> <link rel="canonical" href="https://example.org/en/v1-foundations/03-law.html">
<title>1.3 The law - Manuals</title>
<meta name="manuals-page" content="home">
</head>
<body dir="ltr">
<a href="03-law.html" hreflang="en" class="md-select__link">English</a>
<a href="../../v1-foundations/03-law.html" hreflang="vi" class="md-select__link">Tiếng Việt</a>
<a href="../index.html" class="md-logo">Home</a>
<a href="02-signs.html" class="md-nav__link">1.2</a>
<a href="#means" class="md-nav__link">Means</a>
<div class="md-sidebar md-sidebar--secondary"><div><a href="#means">Means</a></div></div>
<div class="md-content"><article>
<p class="frame-head">Draft <a class="view-link" href="03-law.both.html">Both languages</a></p>
<p>Text with \\1 and a <a href="02-signs.html">link</a>.</p>
</article></div>
<a href="../glossary.html" class="md-footer__link md-footer__link--next">Glossary</a>
</body></html>
"""


def article(stem: str, locale: str) -> Article:
    """Return a page's article."""
    folder = "en/" if locale == "en" else ""
    content = '<p>Text with \\1 and a <a href="02-signs.html">link</a>.</p>'
    return Article(stem, locale, "", "", f"{folder}{stem}.html", content)


def made(copy: Project) -> list[View]:
    """Return the views of the project's pages."""
    run = copy.run()
    articles = [article(stem, locale) for locale in ("vi", "en") for stem in run.manuals.pairs]
    return list(views(run.manuals, articles))


def law(copy: Project) -> View:
    """Return the view around which English stands."""
    return next(view for view in made(copy) if view.url == f"en/{LAW}.both.html")


@pytest.fixture
def page(project: Callable[[], Project]) -> HtmlElement:
    """Return the view of a chapter."""
    return html.document_fromstring(view_page(PAGE, law(project())))


def test_every_pair_but_the_glossary_has_two_views(project: Callable[[], Project]) -> None:
    """One a language; the glossary shows both languages as it is."""
    copy = project()
    stems = {"index", "state", "v1-foundations/index", "v1-foundations/02-signs", LAW}
    assert {view.url for view in made(copy)} == {
        view_url(f"{folder}{stem}.html") for folder in ("", "en/") for stem in stems
    }
    assert [has_view(pair) for stem, pair in copy.load().pairs.items()].count(False) == 1


def test_a_page_in_one_language_has_no_view(project: Callable[[], Project]) -> None:
    """There is nothing to set beside it, and nothing leads there."""
    copy = project()
    (copy.root / "docs/v1-foundations/02-signs.en.md").unlink()
    found = made(copy)
    assert not [view for view in found if "02-signs" in view.url]
    assert not [url for url in found[0].neighbours if "02-signs" in url]


def test_the_columns_take_the_articles_place(page: HtmlElement) -> None:
    """The table instead of the text, the contents and the link that led here."""
    assert [item.get("class") for item in page.find(".//article")] == ["frame-head", "both"]
    assert len(page.xpath("//td[@lang='en']/p")) == 1
    assert "Text with \\1 and a link." in page.text_content()
    assert not page.xpath("//*[contains(@class, 'md-sidebar--secondary')]")
    assert not page.xpath("//p[@class='frame-head']/a")
    assert page.find("body").get("class") == "both-page"


def test_the_head_names_the_view(page: HtmlElement) -> None:
    """A style of its own; the plain page stays the one that search engines are shown."""
    assert page.findtext(".//title") == "Both languages · 1.3 The law - Manuals"
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["../../assets/css/both.css"]
    canonical = "https://example.org/en/v1-foundations/03-law.html"
    assert page.xpath("//link[@rel='canonical']/@href") == [canonical]


def test_the_view_of_the_home_page_leads_nowhere(page: HtmlElement) -> None:
    """A home page sends its reader to their language; who opens both has chosen."""
    assert not page.xpath("//meta[@name='manuals-page']")


def test_one_walks_from_view_to_view(page: HtmlElement) -> None:
    """Navigation, footer and choice of language keep both languages; the text and home do not."""

    def addresses(name: str) -> list[str]:
        return [str(link) for link in page.xpath(f"//a[contains(@class, '{name}')]/@href")]

    assert addresses("md-select__link") == [
        "03-law.both.html",
        "../../v1-foundations/03-law.both.html",
    ]
    assert addresses("md-nav__link") == ["02-signs.both.html", "#means"]
    assert addresses("md-footer__link") == ["../glossary.html"]
    assert addresses("md-logo") == ["../index.html"]
    assert page.xpath("//td[@lang='en']//a/@href") == ["02-signs.html"]
    assert page.xpath("//td[@lang='vi']//a/@href") == ["../../v1-foundations/02-signs.html"]


@pytest.mark.parametrize(
    "part", ["<title>", '<div class="md-content"', "Text with", ' <a class="view-link"']
)
def test_another_theme_is_told(project: Callable[[], Project], part: str) -> None:
    """A page that is not written as expected stops the build instead of half a view."""
    with pytest.raises(ManualError, match=r"en/v1-foundations/03-law\.html holds .* times"):
        view_page(PAGE.replace(part, "<b>"), law(project()))


def test_a_page_with_two_titles_is_told(project: Callable[[], Project]) -> None:
    """What is found twice may be the wrong one."""
    with pytest.raises(ManualError, match=r"holds <title> 2 times"):
        view_page(PAGE.replace("</body>", "<title></body>"), law(project()))
