"""What boxes need and what a chapter must have; each message says what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.anatomy import KINDS

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"
ANSWER = "//// answer\nArticle {{ article.trafficking_under_16 }}.\n////\n"


def test_an_unknown_box_names_the_nearest(project: Callable[[], Project]) -> None:
    """Pymdownx prints an unknown box as text; here it is an error."""
    copy = project()
    copy.both("/// warning\n", "/// warnign\n")
    line = copy.line(LAW, "/// warnign")
    assert copy.messages("unknown box")[0] == (
        f'{LAW}:{line}: unknown box "warnign" (did you mean "warning"?): '
        f"use one of {', '.join(KINDS)}"
    )


def test_an_unknown_option_names_the_nearest(project: Callable[[], Project]) -> None:
    """A misspelt option would be dropped without a word."""
    copy = project()
    copy.edit(LAW, "    minutes: 20\n", "    minuts: 20\n")
    line = copy.line(LAW, "/// role-play")
    assert copy.messages("no option") == [
        f'{LAW}:{line}: "role-play" has no option "minuts" (did you mean "minutes"?): '
        "use id, minutes, objectives"
    ]


def test_a_box_without_options_takes_none(project: Callable[[], Project]) -> None:
    """A law box has no head."""
    copy = project()
    copy.edit(LAW, "/// warning\n", "/// warning\n    colour: red\n\n")
    line = copy.line(LAW, "/// warning")
    assert copy.messages("no option") == [
        f'{LAW}:{line}: "warning" has no option "colour": take it out: this box has no options'
    ]


@pytest.mark.parametrize(("kind", "parent"), [("card", "role-play"), ("answer", "question")])
def test_a_part_stands_in_its_whole(project: Callable[[], Project], kind: str, parent: str) -> None:
    """A card belongs to a role play, an answer to a question."""
    copy = project()
    copy.both("/// warning\n", f"/// {kind}\n")
    line = copy.line(LAW, "Stop when") - 1
    assert copy.messages("outside")[0] == (
        f'{LAW}:{line}: "{kind}" stands outside a "{parent}": put it inside one, with ////'
    )


def test_a_lettered_box_needs_an_id(project: Callable[[], Project]) -> None:
    """Cases are referred to by id, so that a letter may change."""
    copy = project()
    copy.both("    id: phone-call\n\n", "\n")
    line = copy.line(LAW, "The phone call")
    assert copy.messages("has no id")[0] == (
        f"{LAW}:{line}: the case has no id: write    id: short-english-name    under its first line"
    )


def test_an_unknown_objective_names_the_nearest(project: Callable[[], Project]) -> None:
    """Exercises name objectives of their own chapter."""
    copy = project()
    copy.both("objectives: [witness]", "objectives: [witnes]")
    line = copy.line(LAW, "/// role-play")
    message = (
        f'{LAW}:{line}: unknown objective "witnes" (did you mean "witness"?): '
        "use the id of an objective of this chapter's metadata"
    )
    assert message in copy.messages()


def test_an_objective_that_nothing_meets_is_named(project: Callable[[], Project]) -> None:
    """Every objective is practised or asked for."""
    copy = project()
    copy.both("    objectives: [witness]\n", "    objectives: [age]\n")
    line = copy.line(LAW, "objectives:")
    message = (
        f'{LAW}:{line}: no exercise and no question meets the objective "witness": '
        "name it in the head of one, or take the objective out"
    )
    assert copy.messages() == [message, message.replace(".en.", ".vi.")]


@pytest.mark.parametrize(("answers", "count"), [("", 0), (f"{ANSWER}\n{ANSWER}", 2)])
def test_a_question_has_one_answer(
    project: Callable[[], Project], answers: str, count: int
) -> None:
    """Trainers need exactly one."""
    copy = project()
    copy.edit(LAW, ANSWER, answers)
    line = copy.line(LAW, "id: q-age") - 1
    assert copy.messages("answers") == [
        f'{LAW}:{line}: the question "q-age" has {count} answers: give it one //// answer box'
    ]


@pytest.mark.parametrize("correct", ["c", "2", "[a, b]", "true"])
def test_the_right_choice_is_one_of_the_letters(
    project: Callable[[], Project], correct: str
) -> None:
    """The answer to a choice names the letter of an option that is there."""
    copy = project()
    copy.edit(LAW, "    correct: b\n", f"    correct: {correct}\n")
    line = copy.line(LAW, f"correct: {correct}") - 1
    assert copy.messages("is not right") == [
        f'{LAW}:{line}: "correct" of the question "q-parts" is not right: write one of a, b'
    ]


@pytest.mark.parametrize("correct", ["maybe", "a", "1"])
def test_the_answer_to_true_or_false_is_one_of_them(
    project: Callable[[], Project], correct: str
) -> None:
    """A statement is true or false, and nothing that YAML takes for it."""
    copy = project()
    name = "docs/v1-foundations/02-signs.en.md"
    copy.edit(name, "correct: false", f"correct: {correct}")
    line = copy.line(name, f"correct: {correct}") - 1
    assert copy.messages("is not right") == [
        f'{name}:{line}: "correct" of the question "q-signs" is not right: write one of true, false'
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    type: short\n", "", 'the question has no "type"'),
        ("type: short", "type: shrot", 'unknown type "shrot" (did you mean "short"?)'),
        ("type: short", "type: choice", "a choice question needs options"),
        ("objective: age", "objective: agee", 'unknown objective "agee" (did you mean "age"?)'),
        ("objective: age", "objective: [age]", "objective"),
        ('- "An act and a means"', "- Yes: an act", "option"),
    ],
)
def test_a_question_says_what_it_lacks(
    project: Callable[[], Project], old: str, new: str, message: str
) -> None:
    """Type, objective and options of a question are checked, whatever YAML made of them."""
    copy = project()
    copy.both(old, new) if "An act" not in old else copy.edit(LAW, old, new)
    assert [text for text in copy.messages(message) if text.startswith(f"{LAW}:")] != []


def test_a_heading_needs_an_id(project: Callable[[], Project]) -> None:
    """References and both languages need it; a command writes it."""
    copy = project()
    copy.edit(LAW, "## The age {#age-rule}", "## The age")
    line = copy.line(LAW, "## The age")
    assert copy.messages("has no id") == [
        f'{LAW}:{line}: the heading "The age" has no id: '
        "end it with {#short-english-id}, or run ./scripts/check --fix-ids"
    ]


def test_a_skipped_level_is_named(project: Callable[[], Project]) -> None:
    """From ## to #### there is a level missing."""
    copy = project()
    copy.both("### ", "#### ")
    line = copy.line(LAW, "#### ")
    assert copy.messages(f"{LAW}:") == [
        f'{LAW}:{line}: "A closer look" skips a level: '
        "use ### here; print and screen readers need every level"
    ]


def test_a_footnote_that_is_not_written_is_named(project: Callable[[], Project]) -> None:
    """Markdown would print [^cod] as text; the nearest written one is offered."""
    copy = project()
    copy.edit(LAW, "purpose.[^code]", "purpose.[^code][^cod]")
    line = copy.line(LAW, "[^cod]")
    assert copy.told("files") == [
        f'{LAW}:{line}: the footnote [^cod] is not written (did you mean "code"?): '
        "add [^cod]: … at the end of the file"
    ]


def test_a_footnote_that_nothing_cites_is_named(project: Callable[[], Project]) -> None:
    """Markdown would print it all the same."""
    copy = project()
    copy.edit(LAW, "purpose.[^code]", "purpose.")
    line = copy.line(LAW, "[^code]:")
    assert copy.told("files") == [
        f"{LAW}:{line}: nothing cites the footnote [^code]: cite it in the text, or take it out"
    ]


def test_a_chapter_needs_its_sections(project: Callable[[], Project]) -> None:
    """The four fixed sections have fixed ids."""
    copy = project()
    copy.both("{#sources}", "{#reading}")
    message = "the section {#sources} is missing: add it"
    assert [text.partition(message)[0] for text in copy.messages(message)] == [
        f"{LAW}: ",
        f"{LAW_VI}: ",
    ]


def test_a_paragraph_needs_a_heading_above_it(project: Callable[[], Project]) -> None:
    """Above the first heading it would stand under the objectives, where nothing has a number."""
    copy = project()
    copy.edit(LAW, "/// key-points\n", "Too early.\n\n/// key-points\n")
    assert copy.told("files") == [
        f"{LAW}:{copy.line(LAW, 'Too early.')}: a paragraph stands before the first heading: "
        "move it under one: the objectives are printed above it"
    ]
