"""The Markdown dialect of the manuals, for MkDocs and for a single chapter alike."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown import Markdown

from manuals.boxes import BoxesExtension
from manuals.chapters import Pair
from manuals.export import Article
from manuals.pages import Run

NAMES = ("attr_list", "footnotes", "tables", "toc")
OPTIONS: dict[str, dict[str, Any]] = {"toc": {"permalink": "#", "toc_depth": 3}}


def dialect() -> list[Any]:
    """Return the extensions: names, and the boxes as an instance."""
    return [*NAMES, BoxesExtension()]


def convert_page(run: Run, uri: str) -> str:
    """Return a page's article HTML without MkDocs; its links to other pages still end in .md."""
    return run.article(uri, convert_text(run.markdown(uri)))


def article_of(run: Run, pair: Pair, locale: str) -> Article:
    """Convert a page; its address ends in .md, as the links to it do without MkDocs."""
    uri = f"{pair.stem}.{locale}.md"
    number = pair.numbers.chapter_label if pair.numbers else ""
    title = run.title(uri).removeprefix(f"{number} ")
    return Article(pair.stem, locale, number, title, f"{pair.stem}.md", convert_page(run, uri))


@lru_cache(maxsize=512)
def convert_text(text: str) -> str:
    """Convert expanded Markdown; most of a watched volume's pages are as they were."""
    return Markdown(extensions=dialect(), extension_configs=OPTIONS).convert(text)
