"""A third language by data and files alone: its site, its search, its PDF."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import Project
from tests.real import page, run_build
from tests.third_language import LOCALE, MARK, add_language, add_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dist(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the tiny project with a third language, and of the PDFs only those in it."""
    root = tmp_path_factory.mktemp("third") / "project"
    shutil.copytree(base, root)
    add_language(Project(root))
    add_site(Project(root))
    done = run_build(root, root / "dist", "--edition", "participant", "--lang", LOCALE)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "dist"


def test_the_site(dist: Path) -> None:
    """Each page has one in the language; the switcher leads there from the other two."""
    site = dist / "site"
    law = page(site / LOCALE / "v1-foundations" / "03-law.html")
    assert law.get("lang") == LOCALE
    assert f"{MARK} Each part is proved" in law.find(".//article").text_content()
    assert law.find(".//a[@class='view-link']") is None
    signs = page(site / LOCALE / "v1-foundations" / "02-signs.html")
    assert "Not yet in" in signs.find(".//article").text_content()
    for other in ("", "en"):
        chapter = page(site / other / "v1-foundations" / "03-law.html")
        links = [link.get("href") for link in chapter.iterfind(f".//a[@hreflang='{LOCALE}']")]
        assert [link for link in links if link.endswith(f"{LOCALE}/v1-foundations/03-law.html")]
    assert MARK in (site / "search" / f"{LOCALE}.js").read_text(encoding="utf-8")
    assert f'"{LOCALE}": "lo/v1-foundations/03-law.html"' in (site / "go.html").read_text("utf-8")


def test_the_pdf(dist: Path) -> None:
    """The volume and the chapter that is written are set, in the words of the language."""
    names = sorted(path.name for path in dist.glob(f"pdf/**/*.{LOCALE}.pdf"))
    assert "v1-foundations.lo.pdf" in names
    assert "v1-foundations-03-law.lo.pdf" in names
    assert "v1-foundations-02-signs.lo.pdf" not in names
    document = pypdfium2.PdfDocument(dist / "pdf" / "v1-foundations.lo.pdf")
    text = "".join(leaf.get_textpage().get_text_range() for leaf in document)
    assert "Bot 1.3" in text
    assert f"{MARK} Each part is proved" in text
