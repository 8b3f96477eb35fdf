"""All that readers see is read, each text in its language, with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.spelling import english, vietnamese
from manuals.spelling.affixes import WordList

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"
MEAN = 'did you mean "người"? If not, add it to data/words.txt'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hỏi giấy khai sinh.", "Hỏi nguời khai sinh."),
        ('title: "Pháp luật"', 'title: "Pháp luật nguời"'),
        ('  - "Bảng và bút"', '  - "Bảng và nguời"'),
        ("Nêu điều luật ứng với tuổi của nạn nhân", "Nêu điều luật về nạn nhân là nguời"),
        ("## Độ tuổi {#age-rule}", "## Độ tuổi nguời {#age-rule}"),
        ("| hành vi | một tấm vé |", "| hành vi | một nguời |"),
        ("/// case | Cuộc gặp", "/// case | Cuộc gặp nguời"),
        ("![Ba vòng tròn giao nhau]", "![Ba nguời giao nhau]"),
    ],
)
def test_every_text_of_a_page(project: Callable[[], Project], old: str, new: str) -> None:
    """Text, metadata, headings, tables, titles of boxes, texts of pictures."""
    copy = project()
    copy.edit(LAW_VI, old, new)
    line = copy.line(LAW_VI, "nguời")
    assert copy.messages() == [f'{LAW_VI}:{line}: "nguời" is no Vietnamese word: {MEAN}']


@pytest.mark.parametrize(
    "text",
    [
        "Hỏi. <!-- nguời\nnguowif -->",
        "Hỏi `nguời`.",
        "Hỏi https://nguowif.example.org/nguời và nguowif@example.org, tệp nguowif.vi.md.",
    ],
)
def test_what_readers_do_not_see(project: Callable[[], Project], text: str) -> None:
    """Comments, code, addresses and names of files are not read."""
    copy = project()
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", text)
    assert copy.messages() == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/languages/vi.yml", "chapter: Chương", "chapter: nguời"),
        ("data/countries/viet-nam.yml", "vi: Bộ luật Hình sự", "vi: Bộ luật nguời"),
    ],
)
def test_texts_of_data(project: Callable[[], Project], name: str, old: str, new: str) -> None:
    """Words of the build and values of the country."""
    copy = project()
    copy.edit(name, old, new)
    line = copy.line(name, "nguời")
    assert copy.messages("Vietnamese word") == [
        f'{name}:{line}: "nguời" is no Vietnamese word: {MEAN}'
    ]


def test_terms_and_volumes(project: Callable[[], Project]) -> None:
    """Terms that may be used, in both languages, and the texts of the volumes."""
    copy = project()
    row = "zz-01,human traficking,mua bán nguời,n,trafficking,preferred,,\n"
    deprecated = "zz-01a,human traffiking,mua bán nguoì,n,trafficking,deprecated,,\n"
    copy.write("data/termbase.csv", copy.read("data/termbase.csv") + row + deprecated)
    line = copy.line("data/termbase.csv", "zz-01")
    assert [(problem.path, problem.line) for problem in copy.problems()] == [
        ("data/termbase.csv", line)
    ] * 2


def test_the_other_language(project: Callable[[], Project]) -> None:
    """English among English words may stand in a Vietnamese text, and the other way round."""
    copy = project()
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Hỏi “child” và *best practice*.")
    copy.edit(LAW, "Ask for the birth certificate.", "Ask for lấy lời khai.")
    assert copy.messages() == []


def test_articles(project: Callable[[], Project]) -> None:
    """The rules of English hold in English texts only."""
    copy = project()
    copy.edit(LAW, "Ask for the birth certificate.", "Ask for a answer.")
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Chọn a anh ấy.")
    line = copy.line(LAW, "a answer")
    assert copy.messages() == [f'{LAW}:{line}: warning: "a answer": write "an answer"']


def test_every_line_of_a_word(project: Callable[[], Project]) -> None:
    """A word that stands wrong in several lines is named in each."""
    copy = project()
    copy.edit(LAW, "Ask for the birth certificate.", "Ask for teh birth.\nAsk teh mother.")
    assert [problem.line for problem in copy.problems()] == [
        copy.line(LAW, "Ask for teh"),
        copy.line(LAW, "Ask teh"),
    ]


def test_missing_lists(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Debian’s lists one line names the packages, and nothing else is lost."""
    monkeypatch.setattr(english, "LIST", WordList(Path("/nowhere/en_GB")))
    monkeypatch.setattr(vietnamese, "known_syllables", frozenset)
    monkeypatch.setattr(english, "known", lambda _: True)
    assert project().messages() == [
        "scripts/environment: warning: words cannot be looked up without Debian’s hunspell-vi "
        "hunspell-en-gb: ask an administrator to run: apt-get install hunspell-vi hunspell-en-gb"
    ]
