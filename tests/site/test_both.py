"""The views in both languages on the real set: whole, quiet, and nothing that leaks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.real import built, page, pages

pytestmark = pytest.mark.slow
SECRET = ("box-trainer", "box-answer", "box-card")


@pytest.fixture(params=["participant", "trainer"])
def site(request: pytest.FixtureRequest) -> Path:
    """Return each edition's site."""
    return built() / "site" if request.param == "participant" else built() / "trainer" / "site"


def views(site: Path) -> list[Path]:
    """Return the views of a site."""
    found = [path for path in pages(site) if path.name.endswith(".both.html")]
    assert found
    return found


def letters(root: HtmlElement, path: str) -> str:
    """Return the text of what is found, without blanks, paragraph numbers and links to headings."""
    for link in root.xpath("//a[contains(@class, 'pn') or contains(@class, 'headerlink')]"):
        link.drop_tree()
    return "".join("".join(found.text_content().split()) for found in root.xpath(path))


def test_every_page_that_authors_wrote_has_a_view(site: Path) -> None:
    """And each page that has one offers it; the glossary shows both languages itself."""
    names = {path.relative_to(site).as_posix() for path in views(site)}
    plain = [path for path in pages(site) if path not in views(site) and path.name != "404.html"]
    for path in plain:
        name = f"{path.relative_to(site).as_posix().removesuffix('.html')}.both.html"
        link = page(path).xpath("//p[@class='frame-head']/a[@class='view-link']/@href")
        without = path.name == "glossary.html" or path.parent.name == "courses"
        assert (name in names) != without
        assert link == ([Path(name).name] if name in names else [])
    courses = [path for path in plain if path.parent.name == "courses"]
    assert len(plain) - len(names) - len(courses) == 2


def test_a_column_is_the_page_in_its_language(site: Path) -> None:
    """Not a letter more or less than on the plain page: nothing leaks, nothing is lost."""
    for path in views(site):
        name = path.relative_to(site).as_posix().removeprefix("en/").replace(".both", "")
        root = page(path)
        for locale, top in (("vi", site), ("en", site / "en")):
            cells = f"//table[@class='both']/tbody/tr/td[@lang='{locale}']/*"
            text = letters(root, f"{cells}[not(@class='both-missing')]")
            around = "@class='frame-head' or @class='frame-foot' or @class='sync-mark' and @id"
            around = f"self::script or {around}"  # the quiz's data are no text
            assert text == letters(page(top / name), f"//article/*[not({around})]"), path


def test_participants_get_no_box_of_the_trainers() -> None:
    """No answer, no card, no trainer's note."""
    for path in views(built() / "site"):
        assert not any(kind in path.read_text(encoding="utf-8") for kind in SECRET), path
    found = "".join(
        path.read_text(encoding="utf-8") for path in views(built() / "trainer" / "site")
    )
    assert all(kind in found for kind in SECRET)


def test_each_id_stands_once(site: Path) -> None:
    """An address leads to one place."""
    for path in views(site):
        twice = [id for id, count in Counter(page(path).xpath("//@id")).items() if count > 1]
        assert not twice, path


def test_search_engines_are_shown_the_plain_page(site: Path) -> None:
    """The view is no second page of the set: not in the sitemap, not in the search."""
    for path in views(site):
        root = page(path)
        assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
        (canonical,) = root.xpath("//link[@rel='canonical']/@href")
        assert not canonical.endswith(".both.html")
        if path.name != "index.both.html":
            assert canonical.endswith(path.name.replace(".both", ""))
    for path in (site / "sitemap.xml", *(site / "search").iterdir()):
        assert b".both.html" not in path.read_bytes(), path
