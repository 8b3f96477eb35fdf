"""The built site: pages, numbers, languages, weight, nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from tests.real import built, chapters, page, pages

pytestmark = pytest.mark.slow
SITE = "https://manuals.example.org/"


@pytest.fixture(scope="module")
def site() -> Path:
    """Return the participant site."""
    return built() / "site"


def test_every_page_stands_in_both_languages(site: Path) -> None:
    """Vietnamese at the root, English under en/, the same pages."""
    english = {path.relative_to(site / "en") for path in pages(site / "en")}
    vietnamese = {
        path.relative_to(site) for path in pages(site) if path.relative_to(site).parts[0] != "en"
    }
    assert vietnamese - english == {Path("404.html")}
    assert english <= vietnamese
    assert len(chapters(site, "vi")) == 10


def test_paragraph_numbers_are_the_same_in_both_languages(site: Path) -> None:
    """In a room with an interpreter 1.2.7 is one paragraph."""
    for first, second in zip(chapters(site, "vi"), chapters(site, "en"), strict=True):
        numbers = [
            [link.text for link in page(path).iterfind(".//a[@class='pn']")]
            for path in (first, second)
        ]
        assert numbers[0] == numbers[1]
        assert len(numbers[0]) >= 15
        assert len(set(numbers[0])) == len(numbers[0])


def test_both_editions_have_the_same_numbers() -> None:
    """Cutting trainer text moves no number."""
    for locale in ("vi", "en"):
        for first, second in zip(
            chapters(built() / "site", locale),
            chapters(built() / "trainer" / "site", locale),
            strict=True,
        ):
            numbers = [
                [link.text for link in page(path).iterfind(".//a[@class='pn']")]
                for path in (first, second)
            ]
            assert numbers[0] == numbers[1]


def test_no_page_loads_anything_from_outside(site: Path) -> None:
    """No CDN, no fonts, no analytics: a reader may have no network."""
    attributes = ("src", "href", "srcset", "poster", "data", "action")
    for path in pages(site):
        for element in page(path).iter(etree.Element):
            for name in attributes:
                value = element.get(name) or ""
                if not re.match(r"(https?:)?//", value):
                    continue
                told = element.tag == "link" and element.get("rel") in ("canonical", "alternate")
                assert told, f"{path}: {value}"
                assert value.startswith(SITE), f"{path}: {value}"
    for path in (*site.rglob("*.css"),):
        for url in re.findall(r"url\(([^)]*)\)", path.read_text(encoding="utf-8")):
            assert not re.match(r"[\"']?(https?:)?//", url), f"{path}: {url}"


def test_every_local_link_and_picture_leads_somewhere(site: Path) -> None:
    """Links, fragments, pictures, styles and scripts of each page exist in the site."""
    ids: dict[Path, set[str]] = {}
    for path in pages(site):
        root = page(path)
        ids[path.resolve()] = {
            item.get("id") for item in root.iter(etree.Element) if item.get("id")
        }
    for path in pages(site):
        if path.name == "404.html":
            continue
        for element in page(path).iter(etree.Element):
            for name in ("src", "href"):
                value = element.get(name)
                if not value or value.startswith(("http", "data:", "javascript:", "mailto:")):
                    continue
                parts = urlsplit(value)
                target = (
                    (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
                )
                target = target / "index.html" if target.is_dir() else target
                assert target.exists(), f"{path}: {value}"
                fragment = unquote(parts.fragment)
                if fragment and target in ids and not fragment.startswith("__"):
                    assert fragment in ids[target], f"{path}: {value}"


def test_a_chapter_says_edition_date_and_law(site: Path) -> None:
    """Edition, date and law-as-of stand on every page in its language."""
    for locale, texts in {
        "vi": ("Phiên bản 0.1", "23/11/2026", "Pháp luật tính đến ngày 01/7/2026"),
        "en": ("Edition 0.1", "23 November 2026", "Law as of 1 July 2026"),
    }.items():
        top = site if locale == "vi" else site / "en"
        for path in (*chapters(site, locale), top / "index.html", top / "glossary.html"):
            text = " ".join(page(path).text_content().split())
            for wanted in texts:
                assert wanted in text, f"{path}: {wanted}"


def test_a_chapter_offers_its_volume_as_pdf(site: Path) -> None:
    """Per-page "download this volume as PDF", in the page's language."""
    for locale in ("vi", "en"):
        for path in chapters(site, locale):
            links = [link.get("href") for link in page(path).iter("a")]
            wanted = [
                link for link in links if link and link.endswith(f"v1-foundations.{locale}.pdf")
            ]
            assert wanted
            assert (path.parent / wanted[0]).resolve().is_file()


@pytest.mark.parametrize(("edition", "offered"), [("participant", 20), ("trainer", 31)])
def test_a_chapter_offers_itself_and_its_worksheets(edition: str, offered: int) -> None:
    """Every chapter and box on its page, beside its heading; every file is there and offered."""
    top = built() if edition == "participant" else built() / edition
    for locale in ("vi", "en"):
        found = set()
        for path in chapters(top / "site", locale):
            links = page(path).xpath("//a[@class='print-link'] | //p[@class='worksheet-offer']/a")
            found |= {(path.parent / link.get("href")).resolve() for link in links}
            assert len(links) >= 2
        assert all(path.is_file() for path in found)
        files = set((top / "site" / "pdf" / "chapters").glob(f"*.{locale}.pdf"))
        assert found == {path.resolve() for path in files}
        assert len(found) == offered


def test_the_html_outside_the_article_is_small(site: Path) -> None:
    """The page's own HTML outside the article stays under 20 KB."""
    for path in pages(site):
        text = path.read_text(encoding="utf-8")
        start, end = text.find("<article"), text.rfind("</article>")
        if start < 0:
            continue
        assert len(text.encode()) - len(text[start:end].encode()) < 20_000, path


def test_the_404_page_speaks_both_languages(site: Path) -> None:
    """Own bilingual 404 with ways home in both languages."""
    root = page(site / "404.html")
    assert [part.get("lang") for part in root.iterfind(".//section")] == ["vi", "en"]
    links = [link.get("href") for link in root.iter("a")]
    assert links == ["/index.html", "/en/index.html"]


def test_the_home_page_is_a_shelf(site: Path) -> None:
    """The volume, who it is for, its PDFs in both languages, the offline copy."""
    for locale, top in (("vi", site), ("en", site / "en")):
        root = page(top / "index.html")
        links = [link.get("href") for link in root.iterfind(".//div[@class='shelf']//a")]
        for name in (
            *(f"v1-foundations.{book}.pdf" for book in ("vi", "en", "en-vi")),
            "manuals.zip",
        ):
            found = [link for link in links if link.endswith(name)]
            assert found, f"{locale}: {name}"
            assert (top / found[0]).resolve().is_file()


def test_a_second_build_with_nothing_changed_says_so() -> None:
    """Nothing-changed is known from the sources and the outputs themselves."""
    from tests.real import DIST, ROOT, run_build

    built()
    done = run_build(ROOT, DIST)
    assert done.returncode == 0
    assert "Nothing has changed" in done.stdout
