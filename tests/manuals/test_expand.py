"""From an author's Markdown to what is converted: opening, references, values, one edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.editions import PARTICIPANT, TRAINER
from manuals.expand import expand
from manuals.references import References

if TYPE_CHECKING:
    from manuals.chapters import Manuals
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"


def markdown(tiny: Manuals, stem: str, locale: str, edition: str = TRAINER) -> str:
    """Return the Markdown that a page is converted from."""
    pair = tiny.pairs[stem]
    return expand(References(tiny), pair, pair.halves[locale], edition)


def test_a_chapter_opens_with_title_and_objectives(tiny: Manuals) -> None:
    """Both are printed from the metadata, with the country's values, in the page's language."""
    english = markdown(tiny, "v1-foundations/03-law", "en")
    assert english.startswith(
        "# The law {#top}\n\n"
        "## Objectives {#objectives}\n\n"
        "After this chapter participants can:\n\n"
        "- Break Article\u00a0150 into its parts\n"
        "- Name the article that the age of the victim calls for\n"
        "- Say what a witness may refuse\n\n"
    )
    vietnamese = markdown(tiny, "v1-foundations/03-law", "vi")
    assert vietnamese.startswith(
        "# Pháp luật {#top}\n\n"
        "## Mục tiêu học tập {#objectives}\n\n"
        "Học xong chương này, học viên có thể:\n\n"
        "- Tách Điều\u00a0150 thành các yếu tố\n"
    )


def test_another_page_opens_with_its_title(tiny: Manuals) -> None:
    """Only chapters have objectives."""
    text = markdown(tiny, "v1-foundations/index", "en")
    assert text == (
        "# Volume\u00a01. Foundations {#top}\n\n\n"
        "## About {#about}\n\nThis volume has two chapters.\n"
    )


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        (
            "en",
            "See [1.3.2](#own-evidence), [Case 1.3-A](#meeting), [Chapter\u00a01.2](02-signs.md) "
            "and [1.2.1](02-signs.md#look).",
        ),
        (
            "vi",
            "Xem [1.3.2](#own-evidence), [Tình huống 1.3-A](#meeting), "
            "[Chương\u00a01.2](02-signs.md) và [1.2.1](02-signs.md#look).",
        ),
    ],
)
def test_signs_become_numbers(tiny: Manuals, locale: str, line: str) -> None:
    """A reference gets its number, and its address loses the language: MkDocs finds the page."""
    assert line in markdown(tiny, "v1-foundations/03-law", locale).split("\n")


def test_own_words_of_a_link_stay(project: Callable[[], Project]) -> None:
    """Only the sign is replaced; a link keeps its words and its place on the page."""
    copy = project()
    copy.edit(LAW, "A mother calls.", "A mother calls, as on [the first page](index.en.md#about).")
    assert "as on [the first page](index.md#about)." in copy.markdown(TRAINER)


def test_pictures_stay(tiny: Manuals) -> None:
    """A picture keeps its text and its name."""
    assert "\n![Three rings that overlap](rings.png)\n" in markdown(
        tiny, "v1-foundations/03-law", "en"
    )


def test_values_are_put_in(tiny: Manuals) -> None:
    """Values of the country stand in text, titles and footnotes; a citation never breaks."""
    text = markdown(tiny, "v1-foundations/03-law", "en")
    assert "\nA victim under 16 falls under Article\u00a0151.\n" in text
    assert "\n[^code]: Penal Code, Article\u00a0150.\n" in text
    vietnamese = markdown(tiny, "v1-foundations/03-law", "vi")
    assert "\nNạn nhân dưới 16 tuổi thuộc Điều\u00a0151.\n" in vietnamese
    assert "{{" not in text + vietnamese


def test_participants_get_no_trainer_text(tiny: Manuals) -> None:
    """Answers, cards, trainer boxes, their footnotes and comments never reach the converter."""
    trainer = markdown(tiny, "v1-foundations/03-law", "en")
    participant = markdown(tiny, "v1-foundations/03-law", "en", PARTICIPANT)
    for text in ("All three.", "You are in a hurry.", "Twenty minutes.", "three columns"):
        assert text in trainer
        assert text not in participant
    assert "[^answer]" not in participant
    assert "<!--" not in trainer


def test_slots_stand_for_what_the_build_lists(
    tiny: Manuals, project: Callable[[], Project]
) -> None:
    """The shelf and the glossary are written as a comment, alone on its line."""
    assert '\n<div id="slot-shelf"></div>\n' in markdown(tiny, "index", "vi")
    assert '\n<div id="slot-glossary"></div>\n' in markdown(tiny, "glossary", "en")
    copy = project()
    copy.edit(LAW, "A mother calls.", "A mother calls. <!-- shelf -->")
    assert "slot-" not in copy.markdown(TRAINER)
