"""What stands on a volume's first pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.print.test_out_of_step import volume

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.parametrize("name", ["cover-title", "half-name"])
def test_a_title_never_leaves_its_last_word_alone(
    project: Callable[[], Project], name: str
) -> None:
    """Where the title takes two lines, its last two words go to the second."""
    copy = project()
    title = copy.load().shelf.volumes[0].title["vi"]
    found = html.fromstring(volume(copy, "vi").whole()).find_class(name)
    assert [element.text for element in found] == ["\u00a0".join(title.rsplit(" ", 1))]
