"""Letters of boxes: one series a kind a chapter, trainer-only ones in a series of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from manuals.lettering import letter, letter_boxes
from manuals.scan import read_outline

if TYPE_CHECKING:
    from manuals.chapters import Manuals


def boxes(*names: str) -> str:
    """Return a text with boxes, each named as kind:id."""
    return "".join(
        f"/// {kind}\n    id: {id}\n\nText.\n///\n\n"
        for kind, id in (name.split(":") for name in names)
    )


def letters(**halves: str) -> dict[str, str]:
    """Return the letters of a pair's boxes by id."""
    return letter_boxes({key: read_outline(f"a.{key}.md", text) for key, text in halves.items()})


def test_each_kind_has_its_series() -> None:
    """The second case is B though an exercise stands between; other boxes have no letter."""
    half = boxes("case:a", "exercise:b", "case:c", "role-play:d", "handout:e", "law:f")
    assert letters(en=half, vi=half) == {"a": "A", "b": "A", "c": "B", "d": "A", "e": "A"}


def test_the_halves_share_their_letters() -> None:
    """One order for both, that of the Vietnamese half; what it lacks comes after."""
    english, vietnamese = boxes("case:a", "case:new", "case:b"), boxes("case:b", "case:a")
    assert letters(en=english, vi=vietnamese) == {"b": "A", "a": "B", "new": "C"}


def test_trainer_boxes_have_a_series_of_their_own() -> None:
    """What participants never see takes no letter away from what they see."""
    hidden = "/// trainer\n\n//// handout\n    id: key\n\nText.\n////\n///\n\n"
    half = hidden + boxes("handout:a") + hidden.replace("key", "grid") + boxes("handout:b")
    assert letters(vi=half) == {"key": "TA", "a": "A", "grid": "TB", "b": "B"}


def test_each_chapter_begins_at_a(tiny: Manuals) -> None:
    """A letter belongs to its chapter."""
    assert tiny.pairs["v1-foundations/02-signs"].letters == {"truck": "A", "sorting": "A"}
    law = tiny.pairs["v1-foundations/03-law"].letters
    assert law == {"meeting": "A", "phone-call": "B", "desk": "A", "grid": "TA"}


@pytest.mark.parametrize(
    ("place", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters_never_run_out(place: int, expected: str) -> None:
    """After Z comes AA."""
    assert letter(place) == expected
