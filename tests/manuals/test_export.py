"""The articles as a file: what print reads is what the site was made of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from manuals.export import Article, read_articles, write_articles

ARTICLE = Article(
    "v1-foundations/03-law",
    "vi",
    "1.3",
    "Pháp luật",
    "v1-foundations/03-law.html",
    '<p class="numbered">Điều\u00a0150 &amp; “hết”</p>\n',
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Every letter comes back, in the same order."""
    path = tmp_path / "deep" / "articles.json"
    articles = [ARTICLE, replace(ARTICLE, locale="en", title="The law")]
    write_articles(path, articles)
    assert read_articles(path) == articles


def test_file_is_readable_without_us(tmp_path: Path) -> None:
    """The file is plain JSON in UTF-8 that another program, or a person, can read."""
    path = tmp_path / "articles.json"
    write_articles(path, [ARTICLE])
    text = path.read_text(encoding="utf-8")
    assert "Pháp luật" in text
    assert json.loads(text)[0]["number"] == "1.3"


def test_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    """A write that fails leaves the old file as it was."""
    path = tmp_path / "articles.json"
    write_articles(path, [ARTICLE])
    path.with_suffix(".new").mkdir()
    with pytest.raises(IsADirectoryError):
        write_articles(path, [])
    assert read_articles(path) == [ARTICLE]


def test_nothing_is_left_over(tmp_path: Path) -> None:
    """What a killed write left behind is written over, and goes."""
    path = tmp_path / "articles.json"
    path.with_suffix(".new").write_text("half of", encoding="utf-8")
    write_articles(path, [ARTICLE])
    assert [item.name for item in tmp_path.iterdir()] == ["articles.json"]
    assert read_articles(path) == [ARTICLE]
