"""The projects that the bench builds: ours, the same with stock search, and a large one's data.

`python -m tests.bench.project <folder>` writes below a folder

    ours/       the site as mkdocs.yml says, 300 pages in each language
    stock/      the same, with Material's own index and worker
    large/      ours with the search data of ten times as many Vietnamese pages
    pages.json  what stands on the Vietnamese pages, as plain text
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from manuals.convert import convert_page
from manuals.export import Article, write_articles
from manuals.pages import open_run
from tests.bench.corpus import Author, Page, Section, read_author

ROOT = Path(__file__).parents[2]
PAGES = 300
LARGE = 3000
OURS = re.compile(r".*(?:hooks/search_data\.py|assets/js/search[-/.]).*\n")
COPIED = ("data", "hooks", "overrides")


def main(folder: Path) -> None:
    """Write everything."""
    vietnamese, english = read_author(ROOT, "vi"), read_author(ROOT, "en")
    pages = [vietnamese.page(number) for number in range(1, PAGES + 1)]
    halves = [english.page(n, len(page.sections)) for n, page in enumerate(pages, 1)]
    with tempfile.TemporaryDirectory() as place:
        project = write_project(Path(place) / "ours", pages, halves)
        build(project, folder / "ours", folder / "articles.json")
        switch_off(project)
        build(project, folder / "stock")
    write_large(folder, vietnamese, pages)
    text = json.dumps([asdict(page) for page in pages], ensure_ascii=False)
    (folder / "pages.json").write_text(text, encoding="utf-8")


def write_project(place: Path, pages: list[Page], halves: list[Page]) -> Path:
    """Copy the project without its chapters and write the corpus into it as pages of its own."""
    for name in COPIED:
        shutil.copytree(ROOT / name, place / name)
    shutil.copyfile(ROOT / "mkdocs.yml", place / "mkdocs.yml")
    leave = shutil.ignore_patterns("[0-9][0-9]-*.md", "img")
    shutil.copytree(ROOT / "docs", place / "docs", ignore=leave)
    for index in (place / "docs").rglob("index.*.md"):
        head = index.read_text(encoding="utf-8").split("---\n")[1]
        index.write_text(f"---\n{head}---\n\n<!-- shelf -->\n", encoding="utf-8")
    for locale, found in (("vi", pages), ("en", halves)):
        for page in found:
            path = place / "docs" / f"{page.name}.{locale}.md"
            path.write_text(markdown(page), encoding="utf-8")
    return place


def markdown(page: Page) -> str:
    """Return a page as an author writes it."""
    lines = ["---", f"title: {json.dumps(page.title, ensure_ascii=False)}"]
    lines += [f"summary: {json.dumps(page.sections[0].heading, ensure_ascii=False)}", "---", ""]
    for number, section in enumerate(page.sections, 1):
        lines += [f"## {section.heading} {{#section-{number}}}", ""]
        for paragraph in section.paragraphs:
            lines += [paragraph, ""]
    return "\n".join(lines)


def switch_off(project: Path) -> None:
    """Take our search out of a project, so that Material's own is used."""
    for name in ("mkdocs.yml", "overrides/main.html"):
        path = project / name
        path.write_text(OURS.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


def build(project: Path, site: Path, articles: Path | None = None) -> None:
    """Run MkDocs."""
    values = {
        "MANUALS_PDF": "false",
        "MANUALS_SITE_DIR": str(site),
        "MANUALS_ARTICLES": str(articles or ""),
        "PYTHONPATH": str(project / "hooks"),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **values}, capture_output=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout.decode() + done.stderr.decode())


def write_large(folder: Path, author: Author, pages: list[Page]) -> None:
    """Write a large corpus's articles, without MkDocs: only its search data is looked at."""
    more = [author.page(number) for number in range(PAGES + 1, LARGE + 1)]
    whole = [*pages, *more]
    stubs = [
        Page(page.name, page.title, [Section(part.heading, []) for part in page.sections])
        for page in whole
    ]
    with tempfile.TemporaryDirectory() as place:
        project = write_project(Path(place), whole, stubs)
        run = open_run(project, "viet-nam", "participant", pdf=False)
        articles = [
            Article(page.name, "vi", "", page.title, f"{page.name}.html", convert_page(run, uri))
            for page in whole
            for uri in [f"{page.name}.vi.md"]
        ]
    write_articles(folder / "articles-large.json", articles)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
