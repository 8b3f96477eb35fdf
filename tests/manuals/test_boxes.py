"""Boxes from Markdown to HTML: golden pairs in tests/fixtures/boxes, one a kind and edition.

`pytest tests/manuals/test_boxes.py --update` writes the HTML anew; look at the difference.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.anatomy import KINDS, check_half
from manuals.chapters import Pair
from manuals.convert import convert_page
from manuals.editions import EDITIONS, PARTICIPANT, TRAINER
from manuals.lettering import letter_boxes
from manuals.numbering import number_pair
from manuals.pages import Run
from manuals.scan import read_outline

if TYPE_CHECKING:
    from manuals.chapters import Manuals

FOLDER = Path(__file__).parents[1] / "fixtures" / "boxes"
NAMES = sorted(path.name.removesuffix(".md") for path in FOLDER.glob("*.md"))
COMMON = sorted(set(KINDS) - {"answer", "card", "question", "role-play", "trainer"})


def convert(tiny: Manuals, name: str, edition: str) -> str:
    """Return the HTML of a fixture, as the text of chapter 1.3, without the chapter's opening."""
    locale = name.rpartition(".")[2]
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    old = tiny.pairs["v1-foundations/03-law"]
    half = old.halves[locale]
    outline = read_outline(half.path, text, half.first_line)
    half = replace(half, body=text, outline=outline)
    outlines = {locale: outline}
    numbers = number_pair(1, 3, outlines)
    pair = Pair(old.stem, {locale: half}, old.volume, numbers, letter_boxes(outlines))
    problems = outline.problems + check_half(pair, half)
    assert [problem for problem in problems if problem.line >= half.first_line] == []
    manuals = replace(tiny, pairs={**tiny.pairs, pair.stem: pair})
    page = convert_page(Run(manuals, edition, pdf=False, warnings=()), half.uri)
    opening, _, rest = page.partition("</ul>\n")
    assert 'id="objectives"' in opening
    return rest.strip() + "\n"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", NAMES)
def test_boxes(tiny: Manuals, name: str, edition: str, update: bool) -> None:
    """A box prints its word, letter, title, minutes and text as its golden file shows."""
    path = FOLDER / f"{name}.{edition}.html"
    made = convert(tiny, name, edition)
    if update:
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_every_kind_has_a_golden_pair() -> None:
    """A new kind of box brings its fixture, in both languages."""
    for locale in ("en", "vi"):
        texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob(f"*.{locale}.md")]
        boxes = [box.kind for text in texts for box in read_outline("a.md", text).boxes]
        assert set(boxes) == set(KINDS)


@pytest.mark.parametrize("kind", COMMON)
def test_a_common_box_is_the_same_in_both_editions(kind: str) -> None:
    """What participants see trainers see alike."""
    first, second = ((FOLDER / f"{kind}.en.{edition}.html").read_bytes() for edition in EDITIONS)
    assert first == second


def test_no_trainer_text_in_the_participants_golden_files() -> None:
    """Nothing that only trainers get stands in a golden file for participants."""
    for name in NAMES:
        participant, trainer = (
            (FOLDER / f"{name}.{edition}.html").read_text(encoding="utf-8")
            for edition in (PARTICIPANT, TRAINER)
        )
        for kind in ("answer", "card", "trainer"):
            assert f"box-{kind}" not in participant
        assert len(participant) <= len(trainer)
