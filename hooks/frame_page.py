"""Frame each page: edition, date and law of its volume, its PDF, the words of its language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from manuals.courses.page import FOLDER
from manuals.frame import frame, without_blank_lines


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's compiled templates: each language compiles all of them again.

    Vietnamese stands as it is in the JSON of a page, not in six signs a letter.
    """
    folder = Path(config.config_file_path).parent / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    env.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the theme what overrides/ shows around the article."""
    context["frame"] = frame(config.extra["run"], page.file.src_uri)
    if page.file.src_uri.startswith(f"{FOLDER}/"):
        for title in page.toc:
            for day in title.children:
                day.children = []  # the timetable of the day leads to its sessions
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out what weighs and says nothing."""
    return without_blank_lines(output)
