"""Finish the article: numbers, at-a-glance box, tooltips; keep it for print."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from manuals.errors import ManualError


@event_priority(-50)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the finished article and remember it."""
    uri = page.file.src_uri
    run = config.extra["run"]
    try:
        article = str(run.article(uri, html))
    except ManualError as error:
        raise PluginError(f"the manuals are not right:\n{error}") from None
    config.extra["exported"].append(run.export(uri, page.file.dest_uri, article))
    return article
