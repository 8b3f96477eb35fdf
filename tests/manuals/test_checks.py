"""The tiny project is right, and every problem of a spoilt one is told at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Project

VOLUME = "docs/v1-foundations"
LAW = f"{VOLUME}/03-law.en.md"
LAW_VI = f"{VOLUME}/03-law.vi.md"
SIGNS = f"{VOLUME}/02-signs.en.md"
NAMES = "use a name from data/countries/viet-nam.yml, or add it there"


def test_the_tiny_project_is_right(project: Callable[[], Project]) -> None:
    """What the other tests spoil has no problem of its own."""
    assert project().messages() == []


def test_all_is_told_at_once_and_in_order(project: Callable[[], Project]) -> None:
    """Mistakes of every kind in several files are listed by file and line, each once."""
    copy = project()
    copy.edit(LAW, "[§](#own-evidence)", "[§](#nothing)")
    copy.edit(LAW, "minutes: 60", "minutes: 1")
    copy.edit(LAW, "<!-- F-PC-03 -->", "<!-- F-PC-99 --> {{ nothing }}")
    copy.edit(SIGNS, "/// case | The truck", "/// cases | The truck")
    (copy.root / "docs/glossary.vi.md").unlink()
    found = copy.problems()
    assert found == sorted(set(found))
    assert [(problem.path, problem.warning) for problem in found] == [
        ("docs/glossary.en.md", True),
        (SIGNS, False),
        (SIGNS, False),
        *[(LAW, False)] * 7,
    ]


def test_an_unknown_placeholder_is_named(project: Callable[[], Project]) -> None:
    """In the text, in a box's title and in its options; the nearest name is offered."""
    copy = project()
    copy.edit(LAW, "under {{ age.child_law }}", "under {{ age.child }}")
    copy.edit(LAW, "/// law | Article {{ article.trafficking }}", "/// law | {{ articel }}")
    copy.edit(LAW, '"An act and a means"', '"{{ zzz }}"')
    assert copy.told("files") == [
        f"{LAW}:{copy.line(LAW, '{{ articel }}')}: unknown placeholder {{{{ articel }}}} "
        f'(did you mean "article.fraud"?): {NAMES}',
        f"{LAW}:{copy.line(LAW, 'under {{')}: unknown placeholder {{{{ age.child }}}} "
        f'(did you mean "age.child_law"?): {NAMES}',
        f"{LAW}:{copy.line(LAW, 'zzz')}: unknown placeholder {{{{ zzz }}}}: {NAMES}",
    ]


def test_an_unknown_placeholder_in_the_metadata_is_named(project: Callable[[], Project]) -> None:
    """The line is that of the key."""
    copy = project()
    copy.edit(LAW, "What the {{ law.penal_code }} says.", "What the {{ law.penal }} says.")
    copy.edit(LAW, "into its parts", "into {{ zzz }}")
    assert copy.told("files") == [
        f"{LAW}:4: unknown placeholder {{{{ law.penal }}}} "
        f'(did you mean "law.penal_code"?): {NAMES}',
        f"{LAW}:{copy.line(LAW, 'objectives:')}: unknown placeholder {{{{ zzz }}}}: {NAMES}",
    ]


def test_a_chapter_id_is_used_once(project: Callable[[], Project]) -> None:
    """Printed addresses name a chapter by its id; the first one's file is named."""
    copy = project()
    copy.both("id: law\n", "id: signs\n")
    copy.both("after: [signs]", "after: []")
    assert copy.messages() == [
        f'{LAW}:2: the chapter id "signs" belongs already to {SIGNS}: '
        "choose another id in both halves"
    ]


def test_a_chapter_number_is_used_once(project: Callable[[], Project]) -> None:
    """Two files with one number would have the same paragraph numbers."""
    copy = project()
    for locale in ("en", "vi"):
        path = copy.root / VOLUME / f"03-law.{locale}.md"
        path.rename(path.with_name(f"02-the-law.{locale}.md"))
    assert copy.messages() == [
        f"{VOLUME}/02-the-law.en.md: the chapter number stands already in {SIGNS}: "
        "rename both halves to a free number"
    ]


def test_a_chapter_comes_after_one_that_is_there(project: Callable[[], Project]) -> None:
    """An id under "after" that no chapter has is named in each half, with those that there are."""
    copy = project()
    copy.both("after: [signs]", "after: [sings]")
    assert copy.messages() == [
        f'{name}:10: "after" names an unknown chapter "sings": use one of law, signs'
        for name in (LAW, LAW_VI)
    ]
