"""The participant edition: trainer text cut, every other line where it was."""

from __future__ import annotations

from manuals.editions import PARTICIPANT, TRAINER, edition_lines
from manuals.scan import read_outline

TEXT = """\
Before.

/// question
    id: q

Which?

//// answer
Secret.
////
///

/// role-play

Two play.

//// card | Officer

Secret.
////
///

Between. <!-- F-PC-01 -->

/// trainer

Secret.

//// handout

Secret.
////

Secret.
///

After.
"""


def cut(text: str, edition: str = PARTICIPANT) -> list[str]:
    """Return a text's lines in an edition, as read from line 20 of a file."""
    return edition_lines(text, read_outline("a.en.md", text, 20), edition)


def test_trainer_text_is_cut_and_lines_stay() -> None:
    """Answers, cards and trainer boxes with all inside go; what stays keeps its line number."""
    lines = cut(TEXT)
    assert len(lines) == len(TEXT.split("\n"))
    kept = {number: line for number, line in enumerate(lines) if line}
    source = TEXT.replace(" <!-- F-PC-01 -->", "").split("\n")
    assert kept == {number: source[number] for number in kept}
    assert list(kept.values()) == [
        "Before.",
        "/// question",
        "    id: q",
        "Which?",
        "///",
        "/// role-play",
        "Two play.",
        "///",
        "Between.",
        "After.",
    ]


def test_the_trainer_edition_keeps_all_but_comments() -> None:
    """Trainers get every line; a comment is for authors only."""
    assert cut(TEXT, TRAINER) == TEXT.replace(" <!-- F-PC-01 -->", "").split("\n")


def test_a_comment_of_many_lines_leaves_them_blank() -> None:
    """A comment goes from both editions and keeps the lines below where they were."""
    text = "One. <!-- a\n\nb -->\nTwo.\n"
    assert cut(text) == cut(text, TRAINER) == ["One.", "", "", "Two.", ""]


def test_footnotes_of_trainer_text_are_cut() -> None:
    """A footnote goes with the text that cites it, its second paragraph and next line too."""
    text = (
        "Text.[^all]\n\n/// trainer\nNotes.[^all][^own][^key]\n///\n\n"
        "[^own]: Secret\nsecret.\n\n    Secret.\n[^all]: For all.\n\n    More for all.\n\n"
        "[^key]: Secret.\n\nAfter.\n"
    )
    assert [line for line in cut(text) if line] == [
        "Text.[^all]",
        "[^all]: For all.",
        "    More for all.",
        "After.",
    ]
    assert len([line for line in cut(text, TRAINER) if "ecret" in line]) == 4


def test_a_footnote_that_a_common_one_cites_stays() -> None:
    """A note of a note is common if the first one is."""
    text = "Text.[^a]\n\n/// trainer\nNotes.[^b]\n///\n\n[^a]: See.[^b]\n[^b]: For all.\n"
    assert cut(text)[-3:] == ["[^a]: See.[^b]", "[^b]: For all.", ""]


def test_a_footnote_is_cut_up_to_the_next_heading() -> None:
    """A section that follows a cut footnote without a blank line stays."""
    text = "/// trainer\nNotes.[^own]\n///\n\n[^own]: Secret.\n## Next {#next}\n\nText.\n"
    assert [line for line in cut(text) if line] == ["## Next {#next}", "Text."]
