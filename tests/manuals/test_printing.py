"""What data/volumes.yml says of how the set is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from manuals.errors import ManualError
from manuals.printing import read_printing
from manuals.volumes import load_shelf
from tests.real import ROOT

if TYPE_CHECKING:
    from tests.conftest import Project

BOTH = {"en": "x", "vi": "x"}
ENTRY = {
    "profile": "data/print/house.icc",
    "condition": "FOGRA39",
    "paper": BOTH,
    "cover": BOTH,
    "binding": BOTH,
    "thickness": 0.1,
    "resolution": 250,
}


def test_our_own() -> None:
    """The set says how it is printed, in both languages."""
    printing = load_shelf(ROOT).printing
    assert printing
    assert printing.thickness == 0.1
    assert printing.paper["vi"] == "Giấy offset trắng 80 g/m²"


def test_a_set_that_is_not_printed() -> None:
    """Nothing said is no mistake."""
    assert read_printing(None, "v.yml", ("en", "vi")) == (None, [])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"thickness": 0}, '"thickness" is missing or wrong: write a number above 0'),
        ({"thickness": True}, '"thickness" is missing or wrong: write a number above 0'),
        ({"resolution": "250"}, '"resolution" is missing or wrong: write a number above 0'),
        ({"profile": ""}, '"profile" is missing or wrong: write a text'),
        ({"condition": 39}, '"condition" is missing or wrong: write a text'),
        ({"paper": {"en": "x"}}, '"paper" is missing or wrong: write it in en: and vi:'),
        ({"binding": "glued"}, '"binding" is missing or wrong: write it in en: and vi:'),
        ({"cover": None}, '"cover" is missing or wrong: write it in en: and vi:'),
        ({"papper": BOTH}, 'unknown "papper" (did you mean "paper"?): use only profile, '),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], message: str) -> None:
    """Each mistake says what to write."""
    printing, problems = read_printing({**ENTRY, **change}, "v.yml", ("en", "vi"))
    assert printing is None
    (problem,) = map(str, problems)
    assert problem.startswith(f"v.yml: print: {message}")


def test_a_mistake_stops_the_shelf(project: Callable[[], Project]) -> None:
    """It is shown with the mistakes in the volumes."""
    copy = project()
    copy.edit("data/volumes.yml", "print:\n", "print: glued\nspare:\n")
    with pytest.raises(ManualError, match='"print" is not a list of names and values'):
        load_shelf(copy.root)
