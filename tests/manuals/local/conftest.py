"""The tiny project with an academy that adds to its law chapter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.academy import add_academy

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.fixture
def taught(project: Callable[[], Project]) -> Project:
    """Return a project whose law chapter has an addition in Vietnamese."""
    copy = project()
    add_academy(copy)
    return copy
