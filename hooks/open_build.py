"""Open a build: read and check the set, hand MkDocs its nav and the boxes, stand in for halves."""

from __future__ import annotations

import os
from calendar import timegm
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from manuals.convert import OPTIONS, dialect
from manuals.errors import ManualError
from manuals.pages import COURSES, open_run
from manuals.sources import PICTURES

log = get_plugin_logger("manuals")
_command = "build"


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember the command: `mkdocs serve` never sets PDFs."""
    global _command
    _command = command


@event_priority(50)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the set once a build; the second language's nested build uses what the first read."""
    extra = config.extra
    if getattr(config.plugins["i18n"], "building", False):
        return config
    root = Path(config.config_file_path).parent
    pdf = bool(extra["pdf"]) and _command != "serve"
    try:
        run = open_run(root, extra["country"], extra["edition"], pdf=pdf)
    except ManualError as error:
        raise PluginError(f"the manuals are not right:\n{error}") from None
    for warning in run.warnings:
        log.info(str(warning))
    newest = max(volume.date for volume in run.manuals.shelf.volumes)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(timegm(newest.timetuple())))
    extra["run"] = run
    extra["exported"] = []
    config.nav = run.nav()
    config.markdown_extensions = dialect()
    config.mdx_configs = OPTIONS
    return config


@event_priority(0)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give what no author wrote a page, and take out pictures that this edition does not show.

    No author wrote the other half, in both directions, and the courses.
    """
    run = config.extra["run"]
    for uri in run.made():
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    for file in list(files):
        ours = Path(file.abs_src_path or "").is_relative_to(config.docs_dir)
        picture = Path(file.src_uri).suffix.lower() in PICTURES
        if ours and picture and file.src_uri not in run.pictures:
            files.remove(file)
    return files


@event_priority(-200)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Name volumes and courses in the language of this build."""
    run = config.extra["run"]
    locale = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    for item in nav.items:
        volume = next((v for v in run.manuals.shelf.volumes if v.id == item.title), None)
        if volume:
            item.title = run.volume_title(volume, locale)
        elif item.title == COURSES:
            item.title = run.words(locale).of("course_page", "title")
    return nav
