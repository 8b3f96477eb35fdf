"""A volume's foreword: a page of its own, without a number, that may be there or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT
from manuals.parallel.view import has_view
from manuals.sync.pairs import find_pair, read_sync

if TYPE_CHECKING:
    from tests.conftest import Project

STEM = "v1-foundations/foreword"
EN, VI = f"docs/{STEM}.en.md", f"docs/{STEM}.vi.md"


def test_a_pair_is_read_without_a_number(project: Callable[[], Project]) -> None:
    """It belongs to its volume, is no chapter, has a view in both languages and no mistake."""
    copy = project()
    copy.add_foreword("en", "vi")
    assert copy.messages() == []
    manuals = copy.load()
    pair = manuals.foreword("v1-foundations")
    assert pair is not None
    assert (pair.stem, pair.numbers, pair.volume) == (STEM, None, manuals.shelf.volumes[0])
    assert [each.id for each in manuals.chapters("v1-foundations")] == ["signs", "law"]
    assert has_view(pair)


def test_a_volume_has_none_of_itself(project: Callable[[], Project]) -> None:
    """Nobody is told that a foreword is missing."""
    copy = project()
    assert copy.load().foreword("v1-foundations") is None
    assert copy.messages() == []


def test_the_navigation_has_it_after_the_first_page(project: Callable[[], Project]) -> None:
    """The first page is the volume itself there; what others say of it comes next."""
    copy = project()
    copy.add_foreword("vi")
    assert copy.run().nav()[1] == {
        "v1-foundations": [
            "v1-foundations/index.md",
            "v1-foundations/foreword.md",
            "v1-foundations/02-signs.md",
            "v1-foundations/03-law.md",
        ]
    }


@pytest.mark.parametrize(
    ("locale", "title", "number"),
    [("en", "Foreword", "1.3.2"), ("vi", "Lời giới thiệu", "1.3.2")],
)
def test_the_page(project: Callable[[], Project], locale: str, title: str, number: str) -> None:
    """Its title is its own, not the volume's; it refers to chapters but has no numbers."""
    copy = project()
    copy.add_foreword("en", "vi")
    run = copy.run(PARTICIPANT)
    uri = f"{STEM}.{locale}.md"
    assert (run.title(uri), run.summary(uri)) == (title, "")
    assert run.title(f"v1-foundations/index.{locale}.md").endswith(
        run.volume_title(run.manuals.shelf.volumes[0], locale)
    )
    shown = convert_page(run, uri)
    assert f'<h1 id="top">{title}' in shown
    assert f'href="03-law.md#own-evidence">{number}</a>' in shown
    assert 'class="pn"' not in shown


def test_other_pages_can_refer_to_it(project: Callable[[], Project]) -> None:
    """A reference shows its title, for it has no number."""
    copy = project()
    copy.add_foreword("en", "vi")
    for locale in ("en", "vi"):
        copy.edit(f"docs/v1-foundations/index.{locale}.md", ".\n", f". [§](foreword.{locale}.md)\n")
    assert copy.messages() == []
    shown = convert_page(copy.run(), "v1-foundations/index.vi.md")
    assert '<a href="foreword.md">Lời giới thiệu</a>' in shown


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("{}", '1: the metadata has no "title": add a line title: between the two ---'),
        (
            'title: "A"\nsigned: "B"',
            '3: unknown metadata "signed": use only title',
        ),
    ],
)
def test_its_metadata_is_a_title(project: Callable[[], Project], head: str, message: str) -> None:
    """Who signs it stands in the text."""
    copy = project()
    copy.write(EN, f"---\n{head}\n---\n\nText.\n")
    assert copy.messages("metadata") == [f"{EN}:{message}"]


@pytest.mark.parametrize(("there", "missing", "lang"), [("vi", "en", "vi"), ("en", "vi", "en")])
def test_one_language_alone(
    project: Callable[[], Project], there: str, missing: str, lang: str
) -> None:
    """As of any page: a warning, and on the other side its text with a notice."""
    copy = project()
    copy.add_foreword(there)
    assert copy.messages() == [
        f"docs/{STEM}.{there}.md: warning: the half foreword.{missing}.md is missing: "
        "write it; until then readers see this one with a notice"
    ]
    run = copy.run(PARTICIPANT)
    pair = run.manuals.foreword("v1-foundations")
    assert pair is not None
    assert not has_view(pair)
    own, shown = (convert_page(run, f"{STEM}.{locale}.md") for locale in (there, missing))
    assert f'<div lang="{lang}" class="other-language">{own}</div>' in shown
    assert "only-other" not in own


def test_halves_are_compared(project: Callable[[], Project]) -> None:
    """Parity and the ledger look at it section by section, as at every pair."""
    copy = project()
    copy.add_foreword("en", "vi")
    copy.edit(EN, "## Thanks {#thanks}", "## Thanks {#thank-you}")
    assert copy.messages(VI) == [
        f"{VI}:7: the heading {{#thanks}} is not in foreword.en.md: "
        "add the section there, or give both the same id"
    ]
    found = find_pair(read_sync(copy.load())[0], "foreword")
    assert [(item.id, item.state) for item in found.sections] == [
        ("_top", "unconfirmed"),
        ("thank-you", "only-en"),
        ("thanks", "only-vi"),
    ]
