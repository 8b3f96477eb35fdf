"""The foreword on a built site: its page, the way to it, both languages, the search."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import REPOSITORY, Project
from tests.real import page, run_build

pytestmark = pytest.mark.slow
PAIR, ALONE = ("en", "vi"), ("vi",)
FOLDERS = {"vi": "v1-foundations", "en": "en/v1-foundations"}


def built(base: Path, root: Path, locales: tuple[str, ...]) -> Path:
    """Build the tiny project's site with a foreword in these languages."""
    shutil.copytree(base, root)
    for name in ("hooks", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    Project(root).add_foreword(*locales)
    done = run_build(root, root / "dist", "--edition", "participant", "--no-pdf")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "dist" / "site"


@pytest.fixture(scope="module")
def pair(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose foreword is written in both languages."""
    return built(base, tmp_path_factory.mktemp("foreword") / "pair", PAIR)


@pytest.fixture(scope="module")
def alone(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose foreword is written in Vietnamese only."""
    return built(base, tmp_path_factory.mktemp("foreword") / "alone", ALONE)


def following(root: html.HtmlElement) -> str:
    """Return the address of the page that comes next."""
    return str(root.find("head/link[@rel='next']").get("href"))


@pytest.mark.parametrize(
    ("locale", "title", "text"),
    [("en", "Foreword", "The director"), ("vi", "Lời giới thiệu", "Giám đốc")],
)
def test_it_has_a_page_after_the_volumes_first(
    pair: Path, locale: str, title: str, text: str
) -> None:
    """The navigation and the foot lead from the first page to it, and on to the chapters."""
    folder = pair / FOLDERS[locale]
    found = page(folder / "foreword.html")
    assert found.findtext(".//h1").startswith(title)
    assert text in found.find(".//article").text_content()
    chapter = page(folder / "02-signs.html")
    assert chapter.find(".//nav//a[@href='foreword.html']").text_content().strip() == title
    assert following(page(folder / "index.html")) == "foreword.html"
    assert following(found) == "02-signs.html"


def test_both_languages_stand_side_by_side(pair: Path) -> None:
    """Its page leads to the view, in which a row holds both titles."""
    folder = pair / FOLDERS["vi"]
    links = page(folder / "foreword.html").iterfind(".//a[@class='view-link']")
    assert "foreword.both.html" in [link.get("href") for link in links]
    rows = page(folder / "foreword.both.html").iterfind(".//table[@class='both']/tbody/tr")
    texts = [" ".join(cell.text_content() for cell in row.iterfind("td")) for row in rows]
    assert any("Foreword" in text and "Lời giới thiệu" in text for text in texts)


@pytest.mark.parametrize("locale", PAIR)
def test_it_is_searched(pair: Path, locale: str) -> None:
    """The search finds it among the pages of its volume."""
    text = (pair / "search" / f"{locale}.js").read_text(encoding="utf-8")
    data: Any = json.loads(text[text.index("{") : text.rindex("}") + 1])
    found = [item for item in data["pages"] if item["url"].endswith("/foreword.html")]
    assert [(item["volume"], item["number"]) for item in found] == [(0, "")]
    assert {"en": "We thank all", "vi": "Xin cảm ơn"}[locale] in data["text"]


def test_one_language_alone(alone: Path) -> None:
    """The other language has the page too, with a notice, and no view in both."""
    own, other = (page(alone / FOLDERS[locale] / "foreword.html") for locale in ("vi", "en"))
    assert own.find(".//*[@id='only-other']") is None
    assert other.find(".//*[@id='only-other']") is not None
    assert "Giám đốc" in other.find(".//div[@class='other-language']").text_content()
    assert not list(alone.rglob("foreword.both.html"))
