"""One run's view of the set: titles, navigation, halves that stand in for each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT, TRAINER
from manuals.errors import ManualError

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law.en.md"
LAW_VI = "v1-foundations/03-law.vi.md"


def test_an_unknown_edition_names_the_nearest(project: Callable[[], Project]) -> None:
    """A misspelt edition builds nothing: trainer text must never leak by a typing error."""
    with pytest.raises(ManualError) as caught:
        project().run("trainers")
    assert str(caught.value) == (
        'mkdocs.yml: unknown edition "trainers" (did you mean "trainer"?): '
        "use participant or trainer"
    )


def test_an_error_stops_the_run_and_all_is_told(project: Callable[[], Project]) -> None:
    """Errors and warnings are shown once, together."""
    copy = project()
    copy.both("[§](#own-evidence)", "[§](#evidence)")
    (copy.root / "docs/glossary.vi.md").unlink()
    with pytest.raises(ManualError) as caught:
        copy.run()
    assert [problem.warning for problem in caught.value.problems] == [True, False, False]


def test_a_warning_does_not_stop_the_run(project: Callable[[], Project]) -> None:
    """It is kept to be shown."""
    copy = project()
    (copy.root / "docs/glossary.vi.md").unlink()
    assert [str(problem) for problem in copy.run().warnings] == copy.messages()


def test_titles_and_summaries(project: Callable[[], Project]) -> None:
    """A chapter's title has its number; values of the country are put in."""
    copy = project()
    copy.edit(f"docs/{LAW_VI}", 'title: "Pháp luật"', 'title: "{{ law.penal_code }}"')
    run = copy.run()
    assert run.title(LAW) == "1.3 The law"
    assert run.title(LAW_VI) == "1.3 Bộ luật Hình sự"
    assert run.title("glossary.vi.md") == "Bảng thuật ngữ"
    assert run.summary(LAW) == "What the Penal Code says."
    volume = run.manuals.shelf.volume("v1-foundations")
    assert run.volume_title(volume, "vi") == "Tập 1. Kiến thức nền tảng"
    assert run.words("en")["chapter"] == "Chapter"


def test_navigation(project: Callable[[], Project]) -> None:
    """Home, each volume with its first page and its chapters in order, glossary and state."""
    assert project().run().nav() == [
        "index.md",
        {
            "v1-foundations": [
                "v1-foundations/index.md",
                "v1-foundations/02-signs.md",
                "v1-foundations/03-law.md",
            ]
        },
        "glossary.md",
        "state.md",
    ]


@pytest.mark.parametrize(
    ("missing", "there", "locale", "title"),
    [(LAW, LAW_VI, "vi", "Not yet in English"), (LAW_VI, LAW, "en", "Chưa có bản tiếng Việt")],
)
def test_a_missing_half_shows_the_other_one(
    project: Callable[[], Project], missing: str, there: str, locale: str, title: str
) -> None:
    """In both directions: the page has a notice in its own language and the other half's text."""
    copy = project()
    (copy.root / "docs" / missing).unlink()
    run = copy.run(PARTICIPANT)
    assert run.missing() == [missing]
    pair, half, asked = run.find(missing)
    assert (pair.stem, half.uri, asked) == ("v1-foundations/03-law", there, missing[-5:-3])
    shown, own = convert_page(run, missing), convert_page(run, there)
    assert f'<div lang="{locale}" class="other-language">{own}</div>' in shown
    assert shown.index(title) < shown.index('lang="')
    assert title not in own


def test_nothing_is_missing_where_all_is_written(project: Callable[[], Project]) -> None:
    """A page with both halves stands for itself."""
    assert project().run().missing() == []


@pytest.mark.parametrize(("edition", "shown"), [(PARTICIPANT, False), (TRAINER, True)])
def test_a_run_is_of_one_edition(project: Callable[[], Project], edition: str, shown: bool) -> None:
    """Answers are in the trainer's run only."""
    assert ("All three." in convert_page(project().run(edition), LAW)) is shown


def test_shelf_and_glossary_fill_their_slots(project: Callable[[], Project]) -> None:
    """The places that authors mark hold the lists that the build makes."""
    run = project().run()
    shelf, glossary = convert_page(run, "index.en.md"), convert_page(run, "glossary.vi.md")
    assert "slot-" not in shelf + glossary
    assert "A volume to test with." in shelf
    assert "mua bán người" in glossary
