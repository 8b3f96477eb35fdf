"""Expand an author's Markdown: edition, references, country values, boxes."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Let MkDocs read nothing where no author wrote a file: on_page_markdown gives the text."""
    return "" if page.file.src_uri in config.extra["run"].made() else None


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace the page's Markdown by what the library makes of it."""
    uri = page.file.src_uri
    run = config.extra["run"]
    page.meta["title"] = run.title(uri)
    page.meta["description"] = run.summary(uri)
    return str(run.markdown(uri))
