"""The tiny project is right, and every problem of a spoilt one is told at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Project


def test_the_tiny_project_is_right(project: Callable[[], Project]) -> None:
    """What the other tests spoil has no problem of its own."""
    assert project().messages() == []
