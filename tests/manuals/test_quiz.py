"""The data of a page's quiz: what each question links to, and what participants do not get."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from manuals.editions import EDITIONS, PARTICIPANT, TRAINER
from manuals.frame import frame
from manuals.quiz import quiz_words

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"


def data(copy: Project, edition: str, locale: str = "en") -> dict[str, Any]:
    """Return the law chapter's data."""
    found = frame(copy.run(edition), f"v1-foundations/03-law.{locale}.md").quiz
    read: dict[str, Any] = json.loads(found)
    return read


def test_a_question_leads_to_its_paragraph(project: Callable[[], Project]) -> None:
    """By id, under its printed number, in both languages alike."""
    copy = project()
    copy.both("paragraph: age-rule", "paragraph: closer")
    for locale in ("en", "vi"):
        found = data(copy, PARTICIPANT, locale)["questions"]
        assert [(item["place"], item["label"]) for item in found] == [
            ("parts", "1.3.1"),
            ("closer", "1.3.5"),
        ]


def test_only_trainers_get_what_is_right(project: Callable[[], Project]) -> None:
    """The participant edition's data is the same whatever the answer is."""
    copy = project()
    before = {edition: data(copy, edition) for edition in EDITIONS}
    assert [item["right"] for item in before[TRAINER]["questions"]] == [1, None]
    copy.both("correct: b", "correct: a")
    after = {edition: data(copy, edition) for edition in EDITIONS}
    assert after[PARTICIPANT] == before[PARTICIPANT]
    assert [item["right"] for item in after[TRAINER]["questions"]] == [0, None]
    assert "right" not in json.dumps(before[PARTICIPANT]["questions"])


def test_a_page_without_questions_has_no_quiz(project: Callable[[], Project]) -> None:
    """Home, glossary and the like bring neither data nor script."""
    run = project().run(TRAINER)
    for uri in ("index.en.md", "glossary.en.md", "v1-foundations/index.en.md"):
        assert frame(run, uri).quiz == ""


def test_the_data_cannot_end_its_script_element(project: Callable[[], Project]) -> None:
    """A word of the language with a tag in it stays a word, in the words' own file."""
    copy = project()
    copy.edit("data/languages/en.yml", "answer: Your answer", 'answer: "</script><b>"')
    run = copy.run()
    assert "<" not in frame(run, "v1-foundations/03-law.en.md").quiz
    found = quiz_words(run.words("en"))
    assert "<" not in found
    assert json.loads(found.partition("=")[2])["answer"] == "</script><b>"
