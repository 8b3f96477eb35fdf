"""Search: hand Material's page our worker, and the worker its data."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from manuals.outputs import put_text
from manuals.search import search_data, search_terms

WORKER = re.compile(r'("search": ?")([^"]*?)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"')


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Keep the page out of Material's own index, which then stays empty and costs nothing."""
    page.meta["search"] = {"exclude": True}


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Name our worker, in the page's language, where Material names its own."""
    locale = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    found, count = WORKER.subn(rf'\1\2assets/js/search/worker.js#{locale}"', output)
    if count != 1:
        raise PluginError(
            f"{page.file.src_uri}: Material's page names its search worker {count} times, "
            "not once: compare hooks/search_data.py with the theme's base.html"
        )
    return found


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the data of each language, once, after the last language's nested build."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    run = config.extra["run"]
    folder = Path(config.site_dir) / "search"
    for locale in run.manuals.languages:
        put_text(
            search_data(run.manuals, locale, config.extra["exported"]), folder / f"{locale}.js"
        )
    put_text(search_terms(run.manuals), folder / "terms.js")
