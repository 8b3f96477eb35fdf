"""Frame each page: edition, date and law of its volume, its PDF, the words of its language."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from manuals.frame import frame


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the theme what overrides/ shows around the article."""
    context["frame"] = frame(config.extra["run"], page.file.src_uri)
    return context
