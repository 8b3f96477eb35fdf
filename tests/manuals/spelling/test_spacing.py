"""Blanks and quotation marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement

from manuals.spelling.prose import Prose
from manuals.spelling.spacing import single_blanks, spacing

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"


def found(text: str) -> list[str]:
    """Return what is wrong with a line."""
    return [problem.what for problem in spacing(Prose("a.vi.md", "vi", 1, text))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("nạn nhân  có quyền", 'two blanks between words: "nạn nhân  có quyền"'),
        ("nạn nhân , người", 'a blank before a sign: "nạn nhân , người"'),
        ("quyền gì ?", 'a blank before a sign: "quyền gì ?"'),
        ("( người thân)", 'a blank after an opening sign: "( người thân)"'),
        ("nạn nhân,người", 'no blank after a sign: "nạn nhân,người"'),
        ("đã xong.Sau đó", 'no blank between two sentences: "đã xong.Sau đó"'),
        ('gọi là "nạn nhân"', 'a straight quotation mark: "gọi là "nạn nhân""'),
        ("the victim's rights", 'a straight apostrophe: "the victim\'s rights"'),
    ],
)
def test_wrong(text: str, what: str) -> None:
    """Each is named with what stands around it."""
    assert what in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Điều 150, khoản 1: “người” (xem Điều 2).",
        "1.000 người, 12:30, v.v. … và “thủ đoạn khác”; TP.HCM",
        "Đến giờ vẫn chưa biết …”.",
        "| a  | b |",
        "**Mỗi** người, *ai cũng được*.",
        "at the end.  ",
    ],
)
def test_right(text: str) -> None:
    """Numbers, abbreviations, dots, tables, emphasis and the end of a line are left alone."""
    assert found(text) == []


def test_line(project: Callable[[], Project]) -> None:
    """A warning in the line of the file, and nothing of what is cut before readers see it."""
    copy = project()
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Hỏi giấy  khai sinh. <!-- a  b --> {{ hotline }}")
    line = copy.line(LAW_VI, "giấy  khai")
    assert copy.told("spelling") == [
        f'{LAW_VI}:{line}: warning: two blanks between words: "Hỏi giấy  khai sinh. …": '
        "leave one (./scripts/check --fix-text does it)"
    ]


def test_no_break_spaces_are_the_builds(
    project: Callable[[], Project], article: Callable[[str, str], HtmlElement]
) -> None:
    """Authors type a plain blank in a citation and hear nothing; the page has a no-break space."""
    copy = project()
    assert "Điều {{ article.trafficking }}" in copy.read(LAW_VI)
    assert copy.messages() == []
    assert "Điều\u00a0150" in article("participant", LAW_VI).text_content()
    assert "Article\u00a0150" in article("participant", LAW).text_content()


def test_single_blanks() -> None:
    """Prose is mended; metadata, tables, indented lines, code and line ends stay."""
    kept = '---\ntitle: "a  b"\n---\n\n| a  | b |\n    id:  x\n`a  b`\nend  \n'
    assert single_blanks(kept) == kept
    assert single_blanks(f"{kept}one  two   three  \n- item  one\n") == (
        f"{kept}one two three  \n- item one\n"
    )
