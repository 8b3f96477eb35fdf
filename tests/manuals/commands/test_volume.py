"""One volume from exported articles, as ./scripts/build starts it in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import volume as command
from manuals.convert import convert_page
from manuals.editions import PARTICIPANT
from manuals.export import Article, write_articles

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own, with its articles exported."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    run = copy.run(PARTICIPANT)
    articles = []
    for pair, half in run.manuals.halves():
        number = pair.numbers.chapter_label if pair.numbers else ""
        url = f"{pair.stem}.html"
        html = convert_page(run, half.uri)
        articles.append(Article(pair.stem, half.locale, number, half.title, url, html))
    write_articles(copy.root / "articles.json", articles)
    return copy


def run(root: Path, volume: str = "v1-foundations", book: str = "vi") -> Result:
    """Run the command."""
    options = {
        "--edition": PARTICIPANT,
        "--volume": volume,
        "--book": book,
        "--articles": str(root / "articles.json"),
        "--folder": str(root / "pdf"),
        "--cache": str(root / "cache"),
    }
    words = [word for option in options.items() for word in option]
    return CliRunner().invoke(command.volume, words, catch_exceptions=False)


@pytest.mark.slow
@pytest.mark.parametrize("book", ["vi", "en-vi"])
def test_one_pdf(copy: Project, book: str) -> None:
    """Only the book that is named is set, in one language or in both."""
    assert run(copy.root, book=book).exit_code == 0
    names = [path.name for path in (copy.root / "pdf").glob("*.pdf")]
    assert names == [f"v1-foundations.{book}.pdf"]


@pytest.mark.slow
def test_refused_book(copy: Project) -> None:
    """What print finds is a message and an exit code, for the build to pass on."""
    articles = copy.read("articles.json").replace("Một dấu hiệu", "中")
    copy.write("articles.json", articles)
    done = run(copy.root)
    assert done.exit_code == 1
    assert done.stderr.startswith("v1-foundations.vi.pdf: print: ")
    assert '"中"' in done.stderr


def test_data_that_cannot_be_read(copy: Project) -> None:
    """Data that was broken while the build ran is a message too."""
    copy.edit("data/volumes.yml", "volumes:", "volumes: [")
    done = run(copy.root)
    assert done.exit_code == 1
    assert done.stderr.startswith("data/volumes.yml:")
