"""Preflight stops a volume's build, names the Markdown's line, holds both languages together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT, TRAINER
from manuals.errors import ManualError
from manuals.export import Article
from manuals.jobs import Order, plan
from manuals.print import volumes
from manuals.print.pdf import Book, set_book
from manuals.print.preflight.agreement import check_agreement, stop_unless_books_agree
from manuals.print.volumes import set_volumes

if TYPE_CHECKING:
    from tests.conftest import Project

pytestmark = pytest.mark.slow

ID = "v1-foundations"
LAW, LAW_VI = (f"docs/{ID}/03-law.{locale}.md" for locale in ("en", "vi"))


def articles(copy: Project, edition: str) -> list[Article]:
    """Return the project's articles, as a build exports them."""
    run = copy.run(edition)
    found = []
    for pair, half in run.manuals.halves():
        number = pair.numbers.chapter_label if pair.numbers else ""
        url = f"{'en/' if half.locale == 'en' else ''}{pair.stem}.html"
        content = convert_page(run, half.uri)
        found.append(Article(pair.stem, half.locale, number, half.title, url, content))
    return found


def set_all(copy: Project, folder: Path, edition: str = PARTICIPANT, **limits: list[str]) -> None:
    """Set the project's PDFs."""
    set_volumes(copy.load(), edition, articles(copy, edition), folder, **limits)


def spoiled(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Let WeasyPrint set another text than the book's."""

    def other(book: Book, docs: Path) -> bytes:
        html, *parts = (part.replace(old, new) for part in (book.html, *book.parts))
        return set_book(replace(book, html=html, parts=parts), docs)

    monkeypatch.setattr(volumes, "set_book", other)


@pytest.mark.parametrize("edition", [PARTICIPANT, TRAINER])
def test_right_volumes_pass(project: Callable[[], Project], tmp_path: Path, edition: str) -> None:
    """Each language and both side by side are what they promise, in both editions."""
    set_all(project(), tmp_path / "pdf", edition)
    assert len(list((tmp_path / "pdf").glob("*.pdf"))) == 3


@pytest.mark.parametrize("book", ["en", "en-vi"])
@pytest.mark.parametrize(
    ("old", "what"),
    [
        ("Each part is proved by its own evidence.", '"Each part is proved by its own evidence."'),
        ("Ask for the birth certificate.", '"Ask for the birth certificate."'),
        ("A closer look", '"A closer look"'),
    ],
)
def test_lost_paragraph(
    project: Callable[[], Project],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    book: str,
    old: str,
    what: str,
) -> None:
    """A text that is not printed is named with the line of its Markdown; no file is written."""
    copy = project()
    spoiled(monkeypatch, old, "")
    with pytest.raises(ManualError) as caught:
        set_all(copy, tmp_path / "pdf", books=[book])
    place = f"{LAW}:{copy.line(LAW, old)}"
    assert any(
        str(problem).startswith(f"{place}: {ID}.{book}.pdf: {what} is not printed whole")
        for problem in caught.value.problems
    )
    assert list((tmp_path / "pdf").iterdir()) == []


def test_tall_footnote(project: Callable[[], Project], tmp_path: Path) -> None:
    """A footnote of sixty sentences is named with its own line in each half; all at once."""
    copy = project()
    places = []
    for name in (LAW, LAW_VI):
        text = copy.read(name)
        start = text.index("\n[^code]: ") + len("\n[^code]: ")
        copy.write(
            name, f"{text[:start]}{'Chín mươi ngày kể từ ngày tuyên án. ' * 90}{text[start:]}"
        )
        places.append(f"{name}:{copy.line(name, '[^code]: ')}")
    for locale, place in zip(("en", "vi"), places, strict=True):
        with pytest.raises(ManualError) as caught:
            set_all(copy, tmp_path / "pdf", books=[locale])
        (message,) = map(str, caught.value.problems)
        assert message.startswith(f"{place}: {ID}.{locale}.pdf: footnote 1 takes ")


def test_refused_book_leaves_the_old_file(
    project: Callable[[], Project], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader has stays as it is, and the cache does not keep what was refused."""
    copy = project()
    found, folder, cache = articles(copy, PARTICIPANT), tmp_path / "pdf", tmp_path / "cache"
    limits = {"volumes": [ID], "books": ["en"]}
    set_volumes(copy.load(), PARTICIPANT, found, folder, cache=cache, **limits)
    before, kept = (folder / f"{ID}.en.pdf").read_bytes(), sorted(cache.iterdir())
    edited = [replace(item, html=item.html.replace("birth", "new birth")) for item in found]
    spoiled(monkeypatch, "Ask for the", "")
    with pytest.raises(ManualError):
        set_volumes(copy.load(), PARTICIPANT, edited, folder, cache=cache, **limits)
    assert (folder / f"{ID}.en.pdf").read_bytes() == before
    assert sorted(cache.iterdir()) == kept


def agreed(copy: Project, folder: Path, locale: str) -> list[str]:
    """Return what is said of a language's numbers."""
    data = (folder / f"{ID}.{locale}.pdf").read_bytes()
    return [str(problem) for problem in check_agreement(copy.load(), ID, locale, data)]


def test_books_of_two_texts(project: Callable[[], Project], tmp_path: Path) -> None:
    """A book that was set before its pair got a paragraph is told, with the paragraph's line."""
    copy = project()
    set_all(copy, tmp_path, books=["en", "vi"])
    assert agreed(copy, tmp_path, "en") == agreed(copy, tmp_path, "vi") == []
    new = "Ask the neighbours too."
    copy.edit(LAW, "Ask for the birth certificate.", f"Ask for the birth certificate.\n\n{new}")
    messages = agreed(copy, tmp_path, "en")
    (message,) = messages
    assert message.startswith(f"{LAW}:{copy.line(LAW, 'The case comes first.')}: ")
    assert f"paragraph 1.3.7 is not in {ID}.en.pdf" in message


def test_disagreement_stops_the_assembly(
    project: Callable[[], Project], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finished jobs whose books number other paragraphs are not put together."""
    copy = project()
    manuals = copy.load()
    jobs = [
        job for job in plan(manuals, Order((PARTICIPANT,), books=("en",))) if job.kind == "book"
    ]
    set_all(copy, tmp_path / "right" / "pdf", books=["en"])
    stop_unless_books_agree(manuals, jobs, {jobs[0].name: tmp_path / "right"})
    spoiled(monkeypatch, 'id="c03-p2"', 'id="c03-p99"')
    monkeypatch.setattr(volumes, "inspect_screen", lambda *_: [])
    set_all(copy, tmp_path / "wrong" / "pdf", books=["en"])
    with pytest.raises(ManualError) as caught:
        stop_unless_books_agree(manuals, jobs, {jobs[0].name: tmp_path / "wrong"})
    messages = sorted(map(str, caught.value.problems))
    assert f"{ID}.en.pdf has a paragraph 1.3.99, which the text has not" in messages[0]
    assert (
        f"{LAW}:{copy.line(LAW, 'Each part is proved')}: paragraph 1.3.2 is not in" in messages[1]
    )
