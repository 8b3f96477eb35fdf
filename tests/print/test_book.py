"""What stands on a volume's first pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html
from pypdfium2 import PdfDocument

from manuals.print.pdf import Setter
from tests.print.test_out_of_step import volume

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.parametrize("name", ["cover-set", "cover-title", "half-name"])
def test_a_title_never_leaves_its_last_word_alone(
    project: Callable[[], Project], name: str
) -> None:
    """Where the title takes two lines, its last two words go to the second."""
    copy = project()
    shelf = copy.load().shelf
    title = (shelf.texts["title"] if name == "cover-set" else shelf.volumes[0].title)["vi"]
    found = html.fromstring(volume(copy, "vi").whole()).find_class(name)
    assert [element.text for element in found] == ["\u00a0".join(title.rsplit(" ", 1))]


def test_a_cover_breaks_no_word(project: Callable[[], Project]) -> None:
    """English text is hyphenated, but not where it stands alone in large letters."""
    copy = project()
    copy.edit("data/volumes.yml", "Training Manuals of a Test", "Investigation " * 40)
    made = volume(copy, "en")
    cover = made.html.partition("</section>")[0] + "</section></body></html>"
    data = Setter(copy.root / "docs").set(replace(made, html=cover, parts=[], late=[]))
    shown = PdfDocument(data)[0].get_textpage().get_text_range()
    assert shown.count("Investigation") == 40, shown
