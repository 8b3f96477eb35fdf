"""What a pull request contains is not trusted: no script, no address outside, no answer leaks.

Each text is written into a chapter and goes the whole way to the article. A problem must be
told, by the check or by the conversion; which of them is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.editions import PARTICIPANT, TRAINER

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
PLACE = "- The Penal Code\n"
OUTSIDE = "http://out.example"


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        f"<img\nsrc='{OUTSIDE}/x.png'>",
        "```\n\n<script>alert(1)</script>\n\n```",
        "\\`<script>alert(1)</script>\\`",
        '![x](rings.png){onerror="alert(1)"}',
        f'![x](rings.png){{srcset="{OUTSIDE}/x.png"}}',
        'A paragraph.\n{onclick="alert(1)"}',
    ],
)
def test_no_script_reaches_a_page(project: Callable[[], Project], text: str) -> None:
    """A tag or an event attribute is told, however it is hidden."""
    copy = project()
    copy.edit(LAW, PLACE, f"{PLACE}\n{text}\n")
    messages, article = copy.built(TRAINER)
    assert messages != [], article[-400:]


@pytest.mark.parametrize(
    "text",
    [
        f"[a]({OUTSIDE}/)",
        f"<{OUTSIDE}/>",
        f"[a]({OUTSIDE}/Law_(book))",
        f"[a\nb]({OUTSIDE}/)",
        f"[a [b]]({OUTSIDE}/)",
        f"[a]({OUTSIDE}/ 'title')",
        f"[a]( {OUTSIDE}/ )",
        f"[a][r]\n\n[r]: {OUTSIDE}/",
        f"![a][r]\n\n[r]: {OUTSIDE}/x.png",
        "[a](javascript:alert%281%29)",
        "[a](javascript:alert(1))",
        "[a](mailto:a@out.example)",
    ],
)
def test_no_address_outside_reaches_a_page(project: Callable[[], Project], text: str) -> None:
    """A link or picture out of the manuals is told, however Markdown lets it be written."""
    copy = project()
    copy.edit(LAW, PLACE, f"{PLACE}\n{text}\n")
    messages, article = copy.built(TRAINER)
    assert messages != [], article[-400:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title: "The law"', 'title: "The law <script>alert(1)</script>"'),
        ("Say what a witness", f"![x]({OUTSIDE}/x.png) Say what a witness"),
        ("Say what a witness", "[§](#nothing) Say what a witness"),
    ],
)
def test_metadata_is_no_way_around(project: Callable[[], Project], old: str, new: str) -> None:
    """Title and objectives become Markdown too: what they hold is checked like the text."""
    copy = project()
    copy.edit(LAW, old, new)
    messages, article = copy.built(TRAINER)
    assert messages != [], article[:400]


@pytest.mark.parametrize(
    "text",
    [
        "/// trainer\n\nTOP SECRET\n\n///",
        "///trainer\n\nTOP SECRET\n\n///",
        " /// trainer\n\nTOP SECRET\n\n ///",
        "- item\n\n    /// trainer\n    TOP SECRET\n    ///",
        "> /// trainer\n> TOP SECRET\n> ///",
        "/// trainer notes\n\nTOP SECRET\n\n///",
        "```\n\n/// trainer\nTOP SECRET\n///\n\n```",
    ],
)
def test_trainer_text_never_reaches_participants(project: Callable[[], Project], text: str) -> None:
    """What Markdown takes for a trainer box is cut or told, however it is indented."""
    copy = project()
    copy.edit(LAW, PLACE, f"{PLACE}\n{text}\n")
    messages, article = copy.built(PARTICIPANT)
    assert messages != [] or "TOP SECRET" not in article


def test_a_footnote_of_a_trainer_footnote_never_reaches_participants(
    project: Callable[[], Project],
) -> None:
    """A note that only a cut note cites is cut with it."""
    copy = project()
    copy.edit(LAW, "Only the answer cites this.", "See.[^deep]\n[^deep]: TOP SECRET")
    messages, article = copy.built(PARTICIPANT)
    assert messages != [] or "TOP SECRET" not in article


def test_a_common_footnote_is_not_written_in_trainer_text(project: Callable[[], Project]) -> None:
    """A note that common text cites must not stand in a box that participants never get."""
    copy = project()
    copy.edit(LAW, "own evidence.", "own evidence.[^hidden]")
    copy.edit(LAW, "**Timing.** Twenty minutes.", "**Timing.** Twenty.\n\n[^hidden]: A note.")
    messages, article = copy.built(PARTICIPANT)
    assert messages != [] or "[^hidden]" not in article


def test_braces_hold_one_id(project: Callable[[], Project]) -> None:
    """A second word in the braces under a paragraph becomes an attribute; its line is named."""
    copy = project()
    copy.edit(LAW, "A mother calls.", "A mother calls.\n{#mother now}")
    line = copy.line(LAW, "{#mother")
    assert copy.built(TRAINER)[0] == [
        f'{LAW}:{line}: the attribute now="" would reach the page: '
        "in braces write only {#short-english-id}"
    ]
