"""Volumes' PDFs: which are set, which come from the cache, and what a killed write leaves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from manuals.convert import convert_page
from manuals.editions import EDITIONS, PARTICIPANT
from manuals.errors import ManualError, Problem
from manuals.export import Article
from manuals.jobs import Order, plan
from manuals.print import volumes
from manuals.print.pdf import Book
from manuals.print.volumes import fingerprint, set_volumes, write_book

if TYPE_CHECKING:
    from tests.conftest import Project

BOOK = Book("v1.vi", '<!doctype html><html lang="vi"><title>T</title><p>Điều</p></html>', "")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a docs/ with one picture and one page."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.svg").write_text(SVG, encoding="utf-8")
    (folder / "a.vi.md").write_text("Điều", encoding="utf-8")
    return folder


def test_fingerprint_of_the_same(docs: Path) -> None:
    """Nothing changed, nothing new; the name of the PDF is not in its bytes."""
    first = fingerprint(BOOK, docs)
    assert fingerprint(BOOK, docs) == first
    assert fingerprint(replace(BOOK, name="v9.vi"), docs) == first


@pytest.mark.parametrize("change", [{"html": BOOK.html + "<p>x</p>"}, {"style": "p { margin: 0 }"}])
def test_fingerprint_of_another_book(docs: Path, change: dict[str, str]) -> None:
    """Another text or another style is another book."""
    assert fingerprint(replace(BOOK, **change), docs) != fingerprint(BOOK, docs)


@pytest.mark.parametrize("name", ["a.svg", "b.png", "c.JPG", "d.gif", "v1/e.webp"])
def test_fingerprint_of_another_picture(docs: Path, name: str) -> None:
    """A picture that is added or changed makes the book another one, whatever its kind is."""
    first = fingerprint(BOOK, docs)
    path = docs / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"one")
    second = fingerprint(BOOK, docs)
    path.write_bytes(b"two")
    assert len({first, second, fingerprint(BOOK, docs)}) == 3


def test_fingerprint_is_free_of_other_pages(docs: Path) -> None:
    """Another chapter's Markdown does not make this book old: its own HTML tells."""
    first = fingerprint(BOOK, docs)
    (docs / "a.vi.md").write_text("Khoản", encoding="utf-8")
    assert fingerprint(BOOK, docs) == first


def test_fingerprint_of_our_own_code(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change in the print style, a font or the code makes every book another one."""
    own = tmp_path / "print"
    (own / "style").mkdir(parents=True)
    monkeypatch.setattr(volumes, "HERE", own)
    seen = {fingerprint(BOOK, docs)}
    for name in ("pdf.py", "style/text.css", "style/face.ttf"):
        (own / name).write_bytes(b"x")
        seen.add(fingerprint(BOOK, docs))
    assert len(seen) == 4


def test_first_time_is_set_and_kept(docs: Path, tmp_path: Path) -> None:
    """A book is set, written and kept in the cache under its fingerprint."""
    path = write_book(BOOK, docs, tmp_path / "pdf", tmp_path / "cache")
    assert path == tmp_path / "pdf" / "v1.vi.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    kept = tmp_path / "cache" / f"{fingerprint(BOOK, docs)}.pdf"
    assert kept.read_bytes() == path.read_bytes()


def test_unchanged_book_comes_from_the_cache(docs: Path, tmp_path: Path) -> None:
    """What is kept is not set again; a changed book is."""
    cache = tmp_path / "cache"
    write_book(BOOK, docs, tmp_path / "pdf", cache)
    kept = cache / f"{fingerprint(BOOK, docs)}.pdf"
    kept.write_bytes(b"from the cache")
    assert write_book(BOOK, docs, tmp_path / "pdf", cache).read_bytes() == b"from the cache"
    changed = replace(BOOK, style="p { margin: 0 }")
    assert write_book(changed, docs, tmp_path / "pdf", cache).read_bytes().startswith(b"%PDF")


def test_without_cache(docs: Path, tmp_path: Path) -> None:
    """Without a cache the book is set, and nothing but the PDF is written."""
    write_book(BOOK, docs, tmp_path / "pdf")
    assert [path.name for path in (tmp_path / "pdf").iterdir()] == ["v1.vi.pdf"]


def test_refused_book_leaves_the_old_file(docs: Path, tmp_path: Path) -> None:
    """A book that cannot be set changes nothing, and is not kept as if it were right."""
    cache = tmp_path / "cache"
    path = write_book(BOOK, docs, tmp_path / "pdf", cache)
    before = path.read_bytes()
    with pytest.raises(ManualError):
        write_book(replace(BOOK, style="p { colour: red }"), docs, tmp_path / "pdf", cache)
    assert path.read_bytes() == before
    assert len(list(cache.iterdir())) == 1


def test_failed_write_leaves_the_old_file(docs: Path, tmp_path: Path) -> None:
    """If the new bytes cannot be written the old PDF stays whole."""
    path = write_book(BOOK, docs, tmp_path / "pdf")
    before = path.read_bytes()
    (tmp_path / "pdf" / "v1.vi.pdf.new").mkdir()
    with pytest.raises(IsADirectoryError):
        write_book(replace(BOOK, style="p { margin: 0 }"), docs, tmp_path / "pdf")
    assert path.read_bytes() == before


def test_leftovers_of_a_killed_write(docs: Path, tmp_path: Path) -> None:
    """Halves that a killed build left in folder and cache are never read, and go."""
    folder, cache = tmp_path / "pdf", tmp_path / "cache"
    kept = cache / f"{fingerprint(BOOK, docs)}.pdf"
    for path in (folder / "v1.vi.pdf.new", kept.with_name(f"{kept.name}.new")):
        path.parent.mkdir()
        path.write_bytes(b"%PDF half of")
    path = write_book(BOOK, docs, folder, cache)
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert kept.read_bytes() == path.read_bytes()
    assert [item.suffix for item in (*folder.iterdir(), *cache.iterdir())] == [".pdf", ".pdf"]


@pytest.fixture
def articles(project: Callable[[], Project]) -> tuple[Project, list[Article]]:
    """Return the tiny project and its participant articles, as a build exports them."""
    copy = project()
    return copy, exported(copy, PARTICIPANT)


def exported(copy: Project, edition: str) -> list[Article]:
    """Return a project's articles, those that stand in for missing halves too."""
    run = copy.run(edition)
    found = []
    for pair in run.manuals.pairs.values():
        number = pair.numbers.chapter_label if pair.numbers else ""
        for locale in ("en", "vi"):
            url = f"{'en/' if locale == 'en' else ''}{pair.stem}.html"
            content = convert_page(run, f"{pair.stem}.{locale}.md")
            title = pair.half(locale).title
            found.append(Article(pair.stem, locale, number, title, url, content))
    return found


def names_of(locale: str) -> list[str]:
    """Return what is set in a language: the volume, then each chapter and its checklist."""
    parts = ("02-signs", "02-checklist-1", "03-law", "03-checklist-1")
    return [f"v1-foundations{part}.{locale}" for part in ("", *(f"-{part}" for part in parts))]


@pytest.mark.parametrize(
    ("limits", "names"),
    [
        ({}, ["v1-foundations.en-vi", *names_of("vi"), *names_of("en")]),
        ({"books": ["en"]}, names_of("en")),
        ({"volumes": ["v1-foundations"], "books": ["vi"]}, names_of("vi")),
        ({"volumes": ["v2-cases"]}, []),
    ],
)
def test_which_volumes_are_set(
    articles: tuple[Project, list[Article]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limits: dict[str, list[str]],
    names: list[str],
) -> None:
    """One PDF a volume, chapter and language, one volume with both; a limit leaves others out."""
    monkeypatch.setattr(volumes, "set_book", lambda book, _: book.html.encode())
    monkeypatch.setattr(volumes, "inspect_screen", lambda *_: [])
    copy, found = articles
    written = set_volumes(copy.load(), PARTICIPANT, found, tmp_path / "pdf", **limits)
    assert [path.stem for path in written] == names
    assert {path.parent.name for path in written if "1-foundations-" in path.name} <= {"chapters"}
    assert sorted((tmp_path / "pdf").rglob("*.pdf")) == sorted(written)


@pytest.mark.slow
def test_for_the_press(articles: tuple[Project, list[Article]], tmp_path: Path) -> None:
    """Body, cover, grey copy and ticket of one layout; the screen PDF is as it is without them."""
    copy, found = articles
    manuals, folder, press = copy.load(), tmp_path / "pdf", tmp_path / "press"
    limits = {"books": ["en-vi", "vi"]}
    warned: list[Problem] = []
    set_volumes(manuals, PARTICIPANT, found, folder, press=press, warn=warned.append, **limits)
    names = [f"v1-foundations.vi.{end}" for end in ("cover.pdf", "grey.pdf", "press.pdf")]
    names += [f"v1-foundations.vi.ticket.{end}" for end in ("json", "md")]
    assert sorted(path.name for path in press.iterdir()) == names
    ticket = json.loads((press / names[3]).read_text(encoding="utf-8"))
    with pikepdf.open(press / names[2]) as body, pikepdf.open(press / names[0]) as cover:
        assert len(body.pages) == ticket["pages"]
        assert ticket["pages"] % 4 == 0
        (page,) = cover.pages
        drawn = [str(item.operator) for item in pikepdf.parse_content_stream(page)]
        folds = drawn[drawn.index("d") + 1 : drawn.index("Q")]
        assert folds.count("l") == 4
        width = float(page.TrimBox[2]) * 25.4 / 72
        assert width == pytest.approx(420 + ticket["pages"] / 20, abs=0.06)
    for entry in ticket["files"]:
        data = (press / entry["name"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    assert ticket["warnings"] == [str(problem) for problem in warned]
    again = set_volumes(manuals, PARTICIPANT, found, tmp_path / "again", books=["vi"])
    assert again[0].read_bytes() == (folder / "v1-foundations.vi.pdf").read_bytes()


def test_changed_chapter_makes_its_books_old(
    articles: tuple[Project, list[Article]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One chapter edited in one language: the other language's PDF stays."""
    done: list[str] = []

    def stand_in(book: Book, docs: Path) -> bytes:
        done.append(book.name)
        return b"%PDF"

    monkeypatch.setattr(volumes, "set_book", stand_in)
    monkeypatch.setattr(volumes, "inspect_screen", lambda *_: [])
    copy, found = articles
    manuals, folder, cache = copy.load(), tmp_path / "pdf", tmp_path / "cache"
    set_volumes(manuals, PARTICIPANT, found, folder, cache=cache)
    edited = [
        replace(item, html=item.html.replace("ban đêm", "ban ngày"))
        if (item.stem, item.locale) == ("v1-foundations/02-signs", "vi")
        else item
        for item in found
    ]
    set_volumes(manuals, PARTICIPANT, edited, folder, cache=cache)
    first = ["v1-foundations.en-vi", *names_of("vi"), *names_of("en")]
    again = ["v1-foundations.en-vi", "v1-foundations.vi", "v1-foundations-02-signs.vi"]
    assert done == [*first, *again]


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_set_is_what_the_plan_says(
    project: Callable[[], Project],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    edition: str,
) -> None:
    """A build assembles the files that the plan names: a half that is not written has none."""
    monkeypatch.setattr(volumes, "set_book", lambda _book, _docs: b"%PDF")
    monkeypatch.setattr(volumes, "inspect_screen", lambda *_: [])
    copy = project()
    (copy.root / "docs/v1-foundations/02-signs.en.md").unlink()
    folder = tmp_path / "pdf"
    set_volumes(copy.load(), edition, exported(copy, edition), folder, books=["en", "vi"])
    jobs = plan(copy.load(), Order((edition,), books=("en", "vi")))
    planned = {name for job in jobs if job.book for name in job.writes}
    assert {path.relative_to(tmp_path).as_posix() for path in folder.rglob("*.pdf")} == planned
