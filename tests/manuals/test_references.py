"""References by stable id: what they are called, and what is wrong with a link or a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.references import References

if TYPE_CHECKING:
    from manuals.chapters import Manuals
    from tests.conftest import Project

VOLUME = "docs/v1-foundations"
LAW = f"{VOLUME}/03-law.en.md"
LAW_VI = f"{VOLUME}/03-law.vi.md"
SIGNS = f"{VOLUME}/02-signs.en.md"
PLACE = "- The Penal Code\n"


@pytest.mark.parametrize(
    ("locale", "target", "label"),
    [
        ("en", "#own-evidence", "1.3.2"),
        ("vi", "#own-evidence", "1.3.2"),
        ("en", "#parts", "1.3.1"),
        ("en", "#age-rule", "1.3.4"),
        ("vi", "02-signs.vi.md#look", "1.2.1"),
        ("en", "#meeting", "Case 1.3-A"),
        ("vi", "#meeting", "Tình huống 1.3-A"),
        ("en", "02-signs.en.md#sorting", "Exercise 1.2-A"),
        ("vi", "#desk", "Đóng vai 1.3-A"),
        ("en", "#grid", "Handout 1.3-TA"),
        ("en", "02-signs.en.md", "Chapter 1.2"),
        ("vi", "02-signs.vi.md", "Chương 1.2"),
        ("en", "#local", "Local content"),
        ("en", "../index.en.md", "Training manuals"),
        ("vi", "../index.vi.md#read", "Cách đọc"),
    ],
)
def test_a_reference_is_called_by_its_number(
    tiny: Manuals, locale: str, target: str, label: str
) -> None:
    """The sign becomes a number in the page's language; what has no number goes by its title."""
    half = tiny.pairs["v1-foundations/03-law"].halves[locale]
    assert References(tiny).label(half, target) == label


def test_a_reference_leads_to_a_half_that_is_not_written(project: Callable[[], Project]) -> None:
    """The page shows the other half then; its boxes are named in the reader's language."""
    copy = project()
    copy.edit(SIGNS, "One sign alone", "[§](03-law.en.md#meeting), [§](03-law.en.md). One sign")
    (copy.root / LAW).unlink()
    assert copy.told("links") == []
    text = copy.markdown("participant", SIGNS)
    assert "[Case 1.3-A](03-law.md#meeting), [Chapter\u00a01.3](03-law.md). One sign" in text


def test_an_id_that_the_other_half_lacks_is_looked_for_there(
    project: Callable[[], Project],
) -> None:
    """Where a half is not written, the message names the file that is."""
    copy = project()
    copy.edit(SIGNS, "One sign alone", "[§](03-law.en.md#meting). One sign")
    line = copy.line(SIGNS, "#meting")
    (copy.root / LAW).unlink()
    assert copy.messages("unknown") == [
        f'{SIGNS}:{line}: unknown reference #meting (did you mean "meeting"?): '
        "use an id that stands in v1-foundations/03-law.vi.md"
    ]


SOURCES = "name the document in the sources instead; a reader may have no network"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[§](#age-rul)",
            'unknown reference #age-rul (did you mean "age-rule"?): '
            "use an id that stands in v1-foundations/03-law.en.md",
        ),
        (
            "[§](02-signs.en.md#age-rule)",
            "unknown reference #age-rule: use an id that stands in v1-foundations/02-signs.en.md",
        ),
        (
            "[§](02-sings.en.md)",
            'there is no page 02-sings.en.md (did you mean "02-signs.en.md"?): correct the path',
        ),
        (
            "[here](02-signs.vi.md#look)",
            "02-signs.vi.md is the page in the other language: link 02-signs.en.md",
        ),
        (
            "[here](../../mkdocs.yml)",
            "the link ../../mkdocs.yml leads out of docs/: link a page inside docs/",
        ),
        (
            "[here](%2e%2e/../../etc/passwd)",
            "the link %2e%2e/../../etc/passwd leads out of docs/: link a page inside docs/",
        ),
        (
            "[here](/etc/passwd)",
            "the link /etc/passwd leads out of docs/: link a page inside docs/",
        ),
        (
            "[law](https://out.example/law)",
            f"the link https://out.example/law leads out of the manuals: {SOURCES}",
        ),
        ("[mail](mailto:a@b.c)", f"the link mailto:a@b.c leads out of the manuals: {SOURCES}"),
        (
            "[§] (#age-rule)",
            "[§] stands without its id: write [§](#id), the brackets side by side",
        ),
        (
            "[§](#grid)",
            "#grid stands in text for trainers only: refer to something that participants can see",
        ),
        ("![A door](door.png)", "there is no picture door.png: add the file, or correct its name"),
        ("![](rings.png)", "the picture rings.png has no text: say in the [ ] what it shows"),
        ("![§](rings.png)", "the picture rings.png has no text: say in the [ ] what it shows"),
        (
            "![A law](03-law.en.md)",
            "03-law.en.md is no PNG or JPEG: save the picture as one of these",
        ),
        (
            "![A key](../../key.png)",
            "the picture ../../key.png lies out of docs/: put the file beside the chapter",
        ),
        (
            "![A pixel](https://a.example/b.png)",
            "the picture https://a.example/b.png is not in docs/: put the file beside the chapter",
        ),
    ],
)
def test_a_wrong_link_is_named(project: Callable[[], Project], text: str, message: str) -> None:
    """A link, reference or picture that leads nowhere good is named with its line and a cure."""
    copy = project()
    copy.write("key.png", b"secret")
    copy.edit(LAW, PLACE, f"{PLACE}\n{text}\n")
    assert copy.messages(message) == [f"{LAW}:{copy.line(LAW, text)}: {message}"]


def test_trainer_text_may_refer_to_trainer_text(project: Callable[[], Project]) -> None:
    """Inside a trainer box and inside an answer a trainer handout may be named."""
    copy = project()
    copy.edit(LAW, "Twenty minutes.", "Twenty minutes with [§](#grid).")
    copy.edit(LAW, "All three.", "All three, see [§](#grid).")
    assert copy.told("links") == []


@pytest.mark.parametrize(("size", "megabytes"), [(50_000_000, 50), (5_600_000, 6)])
def test_a_large_picture_is_named(
    project: Callable[[], Project], size: int, megabytes: int
) -> None:
    """A photograph straight from the camera would make every copy heavy; its size is named."""
    copy = project()
    with (copy.root / VOLUME / "rings.png").open("r+b") as file:
        file.truncate(size)
    message = f"the picture rings.png has {megabytes} MB: save it smaller than 5 MB"
    assert copy.messages() == [
        f"{name}:{copy.line(name, 'rings.png')}: {message}" for name in (LAW, LAW_VI)
    ]


def test_a_picture_of_five_megabytes_is_taken(project: Callable[[], Project]) -> None:
    """The limit itself is allowed."""
    copy = project()
    with (copy.root / VOLUME / "rings.png").open("r+b") as file:
        file.truncate(5_000_000)
    assert copy.messages() == []


@pytest.mark.parametrize(
    ("old", "new", "first", "second"),
    [
        ("    id: phone-call\n", "    id: meeting\n", "| The meeting", "| The phone call"),
        ("{#closer}", "{#age-rule}", "## The age", "### A closer look"),
        ("{#closer}", "{#own-evidence}", "Each part is proved", "### A closer look"),
        ("    id: meeting\n", "    id: own-evidence\n", "Each part is proved", "| The meeting"),
    ],
)
def test_a_doubled_id_is_named(
    project: Callable[[], Project], old: str, new: str, first: str, second: str
) -> None:
    """Headings, paragraphs and boxes of a page share their ids; the first one's line is named."""
    copy = project()
    copy.both(old, new)
    id = new.strip(" {#}\n").removeprefix("id: ")
    assert copy.messages(f"{LAW}:{copy.line(LAW, second)}: the id") == [
        f'{LAW}:{copy.line(LAW, second)}: the id "{id}" stands already in line '
        f"{copy.line(LAW, first)}: give this one another id"
    ]


@pytest.mark.parametrize("id", ["top", "objectives", "role-cards", "p3", "fn:code", "only-other"])
def test_an_id_that_the_build_makes_is_named(project: Callable[[], Project], id: str) -> None:
    """An author's id may not be one that the build gives to a title, a paragraph or a note."""
    copy = project()
    copy.both("{#closer}", f"{{#{id}}}")
    line = copy.line(LAW, f"{{#{id}}}")
    assert copy.messages("itself") == [
        f'{name}:{line}: the build itself makes the id "{id}": give this one another id'
        for name in (LAW, LAW_VI)
    ]
