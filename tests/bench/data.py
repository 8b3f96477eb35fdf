"""The search data and scripts as they are now, put into sites that were built before.

`python -m tests.bench.data <folder>`: only the engine changes from one run to the next while it is
being worked on; MkDocs need not build 600 pages again for that. Also makes large/, a site with
one page and the data of ten times as many.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from manuals.export import Article, read_articles
from manuals.pages import Run, open_run
from tests.bench.project import ROOT

ENTRY = ROOT / "hooks" / "search_data.py"
SCRIPTS = Path("assets") / "js"
NEEDED = ("index.html", "assets", "search")


def main(folder: Path) -> None:
    """Refresh both sites of ours."""
    run = open_run(ROOT, "viet-nam", "participant", pdf=False)
    articles = read_articles(folder / "articles.json")
    refresh(folder / "ours", run, articles)
    for name in NEEDED:
        source, target = folder / "ours" / name, folder / "large" / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, target)
    refresh(folder / "large", run, read_articles(folder / "articles-large.json"))


def refresh(site: Path, run: Run, articles: list[Article]) -> None:
    """Do to a site what the build does: copy the scripts, then the entry file's last event."""
    shutil.copytree(ROOT / "overrides" / SCRIPTS, site / SCRIPTS, dirs_exist_ok=True)
    config = SimpleNamespace(
        plugins={"i18n": SimpleNamespace(building=False)},
        extra={"run": run, "exported": articles},
        site_dir=str(site),
    )
    entry().on_post_build(config=config)


def entry() -> Any:
    """Load the entry file as MkDocs does, by its path."""
    spec = importlib.util.spec_from_file_location("search_data", ENTRY)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(Path(sys.argv[1]))
