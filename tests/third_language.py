"""A third language laid out by data and files alone, as a translator's team would add it."""

from __future__ import annotations

import re

import yaml

from tests.conftest import REPOSITORY, Project
from tests.real import copy_sources

LOCALE = "lo"
SITE = """        - locale: lo
          name: Laolike
          build: true
          site_name: Laolike manuals
"""
PAGES = ("index", "v1-foundations/index", "v1-foundations/03-law")
MARK = "Phasa"  # begins each paragraph of the third language


def add_language(project: Project) -> None:
    """Add words, values of the country, texts of the volumes, and some pages."""
    words = project.read("data/languages/en.yml").replace("name: English", "name: Laolike")
    words = words.replace("locale: en\n", f"locale: {LOCALE}\n")
    words = words.replace("\nchapter: Chapter\n", "\nchapter: Bot\n")
    project.write(f"data/languages/{LOCALE}.yml", words)
    for name in ("data/countries/viet-nam.yml", "data/volumes.yml", "data/changes.yml"):
        text = yaml.safe_dump(_third(yaml.safe_load(project.read(name))), allow_unicode=True)
        project.write(name, text)
    for stem in PAGES:
        project.write(f"docs/{stem}.{LOCALE}.md", _page(project.read(f"docs/{stem}.en.md")))


def add_site(project: Project) -> None:
    """Add the program, and the language to the site's settings and the theme's words."""
    copy_sources(project.root, ("hooks", "overrides"))
    last = "          site_name: Training manuals\n"
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    project.write("mkdocs.yml", text.replace(last, last + SITE))
    partials = "overrides/partials/languages"
    theme = project.read(f"{partials}/vi.html").replace('"language": "vi"', '"language": "lo"')
    project.write(f"{partials}/{LOCALE}.html", theme)


def _third(node: object) -> object:
    """Return data with the English text as the third language's wherever a text has languages."""
    if isinstance(node, dict):
        found = {key: _third(value) for key, value in node.items()}
        return found | ({LOCALE: found["en"]} if "en" in found else {})
    return [_third(item) for item in node] if isinstance(node, list) else node


def _page(text: str) -> str:
    """Return a page whose paragraphs and headings begin with a word of their own."""
    head, body = re.split(r"(?<=\n)---\n", text, maxsplit=1)
    body = re.sub(r"^(#+ |)(?=[A-Z])", rf"\1{MARK} ", body, flags=re.MULTILINE)
    return f"{head}---\n{body.replace('.en.md', f'.{LOCALE}.md')}"
