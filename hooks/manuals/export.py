"""The articles as files: what print and everything after MkDocs reads."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Article:
    """A page of a volume in one language: its article HTML and where it stands in the site."""

    stem: str
    locale: str
    number: str
    title: str
    url: str
    html: str


def write_articles(path: Path, articles: list[Article]) -> None:
    """Write all articles of one edition; the file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    text = json.dumps([asdict(item) for item in articles], ensure_ascii=False, indent=0)
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def read_articles(path: Path) -> list[Article]:
    """Read what write_articles wrote."""
    return [Article(**item) for item in json.loads(path.read_text(encoding="utf-8"))]
