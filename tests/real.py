"""One real build of the whole set, shared by the site, browser and print tests."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import html

from manuals.export import Article, read_articles
from manuals.jobs import ARTICLES, site_name
from manuals.manifest import INPUTS

ROOT = Path(__file__).parents[1]
DIST = ROOT / ".cache" / "test-dist"


def run_build(root: Path, dist: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run ./scripts/build's program in a project folder, with this environment's Python."""
    return subprocess.run(
        [sys.executable, "-m", "manuals.commands.build", "--dist", str(dist), *options],
        cwd=root,
        env={"PYTHONPATH": str(root / "hooks"), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@functools.cache
def built() -> Path:
    """Return the folder of a whole build; an unchanged one is used again."""
    done = run_build(ROOT, DIST)
    assert done.returncode == 0, done.stdout + done.stderr
    return DIST


def copy_sources(root: Path, names: Iterable[str] = INPUTS) -> None:
    """Copy what the repository is built from, or these parts of it, into a project's folder."""
    for name in names:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, root / name)


def files_below(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def articles(edition: str) -> list[Article]:
    """Return the articles that an edition's books were set from."""
    built()
    return read_articles(ROOT / ".cache" / "jobs" / site_name(edition) / ARTICLES)


def manifest(folder: Path) -> dict[str, Any]:
    """Read an edition's manifest."""
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def page(path: Path) -> html.HtmlElement:
    """Parse a built page."""
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def pages(site: Path) -> list[Path]:
    """Return all pages of a built site, the views in both languages too; go.html only leads on."""
    return sorted(path for path in site.rglob("*.html") if path.name != "go.html")


def chapters(site: Path, locale: str) -> list[Path]:
    """Return the chapter pages of a site in one language."""
    top = site if locale == "vi" else site / locale
    found = sorted(top.glob("v1-foundations/[0-9]*.html"))
    return [path for path in found if not path.stem.endswith(".both")]
