"""The questions of the tiny project as items, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from manuals.chapters import Manuals
from manuals.items.item import read_items
from tests.conftest import LAW, LAW_VI

if TYPE_CHECKING:
    from tests.conftest import Project


def test_an_item_says_all_that_a_test_needs(tiny: Manuals) -> None:
    """Its objective, its paragraph's number, its answer, and every language's words."""
    item = next(item for item in read_items(tiny) if item.id == "q-parts")
    assert (item.type, item.chapter, item.stem) == ("choice", "1.3", "v1-foundations/03-law")
    assert (item.objective, item.place, item.label) == ("elements", "parts", "1.3.1")
    assert (item.correct, item.answers) == ("b", ("a", "b"))
    words = item.words["en"]
    assert words.question == "What does Article\u00a0150 ask for?"
    assert words.options == ("An act and a means", "An act, a means and a purpose")
    assert words.answer == "All three."
    assert words.objective == "Break Article\u00a0150 into its parts"
    assert "Điều\u00a0150" in item.words["vi"].question


def test_types_without_letters(tiny: Manuals) -> None:
    """True or false has two answers; a short question has points and nothing to choose."""
    items = {item.id: item for item in read_items(tiny)}
    assert items["q-signs"].answers == ("true", "false")
    assert items["q-signs"].correct == "false"
    assert (items["q-age"].answers, items["q-age"].correct) == ((), "")


def test_items_of_some_chapters(tiny: Manuals) -> None:
    """A course names its chapters by number; the order is the printed one."""
    assert {item.id for item in read_items(tiny, {"1.2"})} == {"q-signs"}
    assert [item.id for item in read_items(tiny)][-2:] == ["q-parts", "q-age"]


def test_an_id_belongs_to_the_whole_set(project: Callable[[], Project]) -> None:
    """One test may ask questions of two chapters, and a column of results has one id."""
    copy = project()
    copy.both("id: q-age", "id: q-signs")
    first = copy.line("docs/v1-foundations/02-signs.en.md", "/// question")
    todo = "give this one another id in both halves: a test may ask both"
    found = f"docs/v1-foundations/02-signs.en.md:{first}: {todo}"
    lines = {name: copy.line(name, "id: q-signs") - 1 for name in (LAW, LAW_VI)}
    assert copy.messages("stands already in") == [
        f'{name}:{line}: the question "q-signs" stands already in {found}'
        for name, line in lines.items()
    ]


def test_paragraph_leads_to_a_number(project: Callable[[], Project]) -> None:
    """A section without numbers of its own cannot say where the answer stands."""
    copy = project()
    copy.both("paragraph: age-rule", "paragraph: age-rul")
    copy.both("paragraph: parts", "paragraph: practise")
    found = copy.messages('"paragraph" of the question')
    assert len(found) == 4
    line = copy.line(LAW, "id: q-age") - 1
    assert found[1] == (
        f'{LAW}:{line}: "paragraph" of the question "q-age" names an unknown place "age-rul" '
        '(did you mean "age-rule"?): use the id of a numbered paragraph, or of a section that '
        "has some, of this chapter"
    )


def test_options_fit_the_type(project: Callable[[], Project]) -> None:
    """Two equal options, and what a short question cannot have."""
    copy = project()
    for name in (LAW, LAW_VI):
        lines = copy.read(name).split("\n")
        at = lines.index("    options:")
        lines[at + 2] = lines[at + 1]
        copy.write(name, "\n".join(lines))
    answer = "//// answer\n"
    for name in (LAW, LAW_VI):
        text = copy.read(name)
        start = text.index("id: q-age")
        text = text[:start] + text[start:].replace(answer, f"{answer}    correct: a\n\n", 1)
        copy.write(name, text)
    assert len(copy.messages('two options of the question "q-parts" are the same')) == 2
    assert len(copy.messages('the short question "q-age" has "correct"')) == 2


def test_a_missing_translation_is_named(project: Callable[[], Project]) -> None:
    """An item that one half lacks is told with its line, and so is another right answer."""
    copy = project()
    copy.edit(LAW_VI, "id: q-age", "id: q-tuoi")
    copy.edit(LAW_VI, "correct: b", "correct: a")
    line = copy.line(LAW, "id: q-age") - 1
    assert f'{LAW}:{line}: the question "q-age" is not in 03-law.vi.md: ' in "\n".join(
        copy.messages()
    )
    assert any('"correct" of "q-parts" is b' in message for message in copy.messages())
