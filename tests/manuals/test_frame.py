"""The frame of a page: volume, edition, date and law as of, in the page's own language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.editions import PARTICIPANT, TRAINER
from manuals.frame import Frame, frame, without_blank_lines
from manuals.pages import open_run

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law.en.md"


def framed(copy: Project, uri: str, edition: str = PARTICIPANT, *, pdf: bool = True) -> Frame:
    """Return the frame of a page of the project."""
    return frame(open_run(copy.root, "viet-nam", edition, pdf=pdf), uri)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (
            "en",
            (
                "Volume 1. Foundations",
                "Edition 0.1, 23 November 2026",
                "Law as of 1 July 2026",
                "For training use only",
                "Draft",
                "pdf/v1-foundations.en.pdf",
            ),
        ),
        (
            "vi",
            (
                "Tập 1. Kiến thức nền tảng",
                "Phiên bản 0.1, 23/11/2026",
                "Pháp luật tính đến ngày 01/7/2026",
                "Chỉ dùng cho mục đích tập huấn",
                "Bản thảo",
                "pdf/v1-foundations.vi.pdf",
            ),
        ),
    ],
)
def test_chapter(project: Callable[[], Project], locale: str, expected: tuple[str, ...]) -> None:
    """Each page of a volume says its volume, edition, date and law in its own language."""
    found = framed(project(), f"v1-foundations/03-law.{locale}.md")
    texts = (found.volume, found.version, found.law, found.mark, found.draft, found.pdf)
    assert texts == expected
    assert found.parallel == "pdf/v1-foundations.en-vi.pdf"
    assert found.chapter == f"pdf/chapters/v1-foundations-03-law.{locale}.pdf"
    assert found.words.locale == locale
    assert found.colour == "#1d4e6f"


@pytest.mark.parametrize(
    ("edition", "name"),
    [(PARTICIPANT, "Participant edition"), (TRAINER, "Trainer edition")],
)
def test_edition(project: Callable[[], Project], edition: str, name: str) -> None:
    """A page says which edition it is, so that a trainer's page is never taken for the other."""
    assert framed(project(), LAW, edition).edition == name


def test_draft_is_shown_while_it_is_one(project: Callable[[], Project]) -> None:
    """The mark goes when the volume's status says so, not before."""
    copy = project()
    copy.edit("data/volumes.yml", "status: draft", "status: reviewed")
    assert framed(copy, LAW).draft == ""


def test_page_of_no_volume(project: Callable[[], Project]) -> None:
    """Home and glossary belong to no volume: no name, no PDF, but the edition and its date."""
    found = framed(project(), "index.en.md")
    assert (found.volume, found.pdf, found.parallel, found.chapter) == ("", "", "", "")
    assert framed(project(), "v1-foundations/index.en.md").chapter == ""
    assert found.version == "Edition 0.1, 23 November 2026"


def test_no_pdf_no_link(project: Callable[[], Project]) -> None:
    """A site that is built without PDFs links none."""
    found = framed(project(), LAW, pdf=False)
    assert (found.pdf, found.chapter) == ("", "")


@pytest.mark.parametrize(
    ("uri", "both"),
    [
        (LAW, "03-law.both.html"),
        ("v1-foundations/index.vi.md", "index.both.html"),
        ("index.en.md", "index.both.html"),
        ("glossary.en.md", ""),
    ],
)
def test_both_languages(project: Callable[[], Project], uri: str, both: str) -> None:
    """A page offers its view in both languages, which stands beside it."""
    assert framed(project(), uri).both == both


def test_half_that_is_not_written(project: Callable[[], Project]) -> None:
    """Around the other half's text stand the words of the language that was asked for."""
    copy = project()
    (copy.root / "docs/v1-foundations/02-signs.en.md").unlink()
    found = framed(copy, "v1-foundations/02-signs.en.md")
    assert (found.words.locale, found.volume) == ("en", "Volume 1. Foundations")
    assert found.pdf == "pdf/v1-foundations.en.pdf"
    assert found.chapter == "pdf/chapters/v1-foundations-02-signs.vi.pdf"
    assert found.both == ""


def test_blank_lines_are_left_out_around_the_article() -> None:
    """The article itself stays to the letter: the view in both languages looks for it."""
    article = "<article><p>One</p>\n\n<p>Two</p></article>"
    page = f"<body>\n\n  <nav></nav>\n \n{article}\n\n\n</body>"
    assert without_blank_lines(page) == f"<body>\n<nav></nav>\n{article}\n</body>"
    assert without_blank_lines("a\n\nb") == "a\n\nb"
