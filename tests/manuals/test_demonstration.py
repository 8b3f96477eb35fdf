"""The guide for authors: its examples are the demonstration chapter's, its messages are real."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.anatomy import KINDS, TYPES
from manuals.commands.check import find_problems
from manuals.local.loading import load_local
from manuals.metadata import AUDIENCES, LEVELS, SCHEMA, STATUSES
from manuals.scan import read_outline

if TYPE_CHECKING:
    from tests.conftest import Project

ROOT = Path(__file__).parents[2]
CHAPTER = ROOT / "tests" / "fixtures" / "demonstration"
VOLUME = "docs/v1-foundations"
EN, VI = (f"{VOLUME}/01-demonstration.{locale}.md" for locale in ("en", "vi"))
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HALVES = dict(zip(("en", "vi"), GUIDE.split("\n## Tiếng Việt\n"), strict=True))
FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = 'title: "Lần trao đổi đầu tiên"'
# The mistakes whose messages the guide quotes, in its order.
MISTAKES = [
    (EN, "[§](#way-to-door)", "[§](#way-to-dor)"),
    (VI, "### Hỏi và ghi câu trả lời {#answers}", "### Hỏi và ghi câu trả lời"),
    (EN, "<!-- F-TIP-05 -->\n///\n", "<!-- F-TIP-05 -->\n"),
    (VI, "<!-- F-TIP-05 -->", "<!-- F-PC-12 -->"),
    (VI, "    correct: b\n", "    correct: a\n"),
    (VI, TITLE, unicodedata.normalize("NFD", TITLE)),
]


def fences(locale: str, kind: str) -> list[str]:
    """Return the blocks of a kind in one half of the guide."""
    return [block["text"] for block in FENCE.finditer(HALVES[locale]) if block["kind"] == kind]


def demonstrated(copy: Project) -> Project:
    """Put the chapter and the real fact sheet into a copy of the tiny project."""
    shutil.copytree(CHAPTER, copy.root / VOLUME, dirs_exist_ok=True)
    shutil.copy(ROOT / "data" / "facts.csv", copy.root / "data")
    return copy


def test_the_demonstration_passes_all_checks(project: Callable[[], Project]) -> None:
    """The chapter that authors are shown has no problem in either edition, not even a warning."""
    copy = demonstrated(project())
    assert not any(find_problems(copy.root).values())
    assert "v1-foundations/01-demonstration" in copy.load().pairs


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_examples_stand_in_the_demonstration(locale: str) -> None:
    """Each example of the guide stands literally in the chapter of its language."""
    text = (CHAPTER / f"01-demonstration.{locale}.md").read_text(encoding="utf-8")
    examples = fences(locale, "markdown")
    assert len(examples) > 10
    assert [block for block in examples if f"\n{block}" not in f"\n{text}"] == []


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_the_local_example_passes_all_checks(project: Callable[[], Project], locale: str) -> None:
    """The addition that the guide shows, under the path and the name it gives, is right."""
    copy = demonstrated(project())
    name = f"data/local/hoc-vien-a/v1-foundations/01-demonstration.{locale}.md"
    assert f"`{name}`" in HALVES[locale]
    (example,) = fences(locale, "md")
    copy.write(name, example)
    copy.write("data/local/hoc-vien-a/name.yml", 'vi: "Học viện A"\nen: "Academy A"\n')
    assert not any(find_problems(copy.root).values())
    assert len(load_local(copy.load()).additions) == 1


def test_the_halves_of_the_guide_show_the_same() -> None:
    """As many examples, the same commands and the same messages in both languages."""
    assert len(fences("en", "markdown")) == len(fences("vi", "markdown"))
    assert fences("en", "text") == fences("vi", "text")
    commands = [
        [line.partition("#")[0].strip() for line in "".join(fences(locale, "sh")).split("\n")]
        for locale in HALVES
    ]
    assert commands[0] == commands[1]


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_the_guide_shows_the_whole_dialect(locale: str) -> None:
    """Every kind of box, option, type of question and metadata word is on the page."""
    shown = read_outline("a.md", "\n\n".join(fences(locale, "markdown")[1:]))
    assert {box.kind for box in shown.boxes} == set(KINDS)
    options = {option for box in shown.boxes for option in box.options}
    assert options == {option for known in KINDS.values() for option in known}
    for word in (*SCHEMA, *LEVELS, *STATUSES, *AUDIENCES, *TYPES):
        assert f"`{word}`" in HALVES[locale]


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_pictures_of_the_guide_are_there(locale: str) -> None:
    """Each picture that the guide shows is a file of the repository, in the half's language."""
    pictures = re.findall(r"\]\((\.github/[^)]*)\)", HALVES[locale])
    assert len(pictures) > 10
    for picture in pictures:
        assert picture.endswith(f".{locale}.png")
        assert (ROOT / picture).is_file()


@pytest.mark.parametrize("number", range(len(MISTAKES)))
def test_a_quoted_message_is_what_the_check_says(
    project: Callable[[], Project], number: int
) -> None:
    """Each message in the guide is the one that such a mistake in the demonstration brings."""
    quoted = "".join(fences("en", "text")).splitlines()
    assert len(quoted) == len(MISTAKES)
    copy = demonstrated(project())
    copy.edit(*MISTAKES[number])
    assert quoted[number] in copy.messages()
