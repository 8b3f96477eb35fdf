"""The list of words that the check lets pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from manuals.spelling.allowed import bare, load_allowed

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"
WORDS = "data/words.txt"
OWN = "commit\npatch\npush\ntr\n"  # in the words of the build, which the tiny project takes over


def test_words_pass_in_both_languages(project: Callable[[], Project]) -> None:
    """In any case, with ’s, and a phrase as a whole."""
    copy = project()
    copy.edit(LAW, "Ask for the birth certificate.", "Ask Yangonn’s police about the the.")
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Hỏi ở yangonn.")
    assert len(copy.messages()) == 3
    copy.edit(WORDS, "tr\n", "the the # a title\ntr\nYangonn\n")
    assert copy.messages() == []


def test_what_is_wrong_with_the_list(project: Callable[[], Project]) -> None:
    """Words that no text uses, words out of order, words that stand twice: warnings."""
    copy = project()
    copy.edit(LAW, "Ask for the birth certificate.", "Ask in Yangonn and Ädinburg.")
    copy.write(WORDS, f"{OWN}yangonn\nädinburg\nelse where\nYangonn\n")
    assert copy.messages() == [
        f'{WORDS}:6: warning: "ädinburg" stands out of order: move it above "yangonn"',
        f'{WORDS}:7: warning: "else where" stands out of order: move it above "yangonn"',
        f'{WORDS}:7: warning: no text uses "else where" any more: take it out',
        f'{WORDS}:8: warning: "Yangonn" stands already in line 5: take one out',
    ]


def test_a_list_that_cannot_be_read(project: Callable[[], Project]) -> None:
    """Another encoding is an error; no list at all is none."""
    copy = project()
    copy.write(WORDS, b"caf\xe9\n")
    todo = "save it again with the encoding UTF-8"
    assert f"{WORDS}: the file is not UTF-8: {todo}" in copy.messages()
    (copy.root / WORDS).unlink()
    assert load_allowed(copy.root).lines == {}


def test_bare() -> None:
    """Words are compared in lower case and without ’s."""
    assert bare("Palermo’s") == "palermo"
