"""The engine under node: small articles in, the worker's answers out."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from pathlib import Path
from typing import Any

import playwright

from manuals.chapters import Manuals
from manuals.export import Article
from manuals.search import search_data, search_terms

NODE = Path(playwright.__file__).parent / "driver" / "node"
SCRIPT = Path(__file__).parent / "engine.js"
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Answer:
    """What the worker answers to a query."""

    items: list[list[dict[str, Any]]]
    suggest: list[str]
    notes: list[str]

    @property
    def pages(self) -> list[str]:
        """The chapters found, best first, by the name in their address."""
        return [re.split(r"\.html", page[0]["location"])[0].split("/")[-1] for page in self.items]

    @property
    def opened(self) -> str:
        """The address that Enter opens: the best score, the first of equal ones."""
        hits = [item for page in self.items for item in page]
        return str(max(hits, key=lambda item: round(item["score"], 2))["location"])

    @property
    def html(self) -> list[str]:
        """Every title and teaser, as the page puts them into itself."""
        return [item[key] for page in self.items for item in page for key in ("title", "text")]

    @property
    def marked(self) -> set[str]:
        """The words that are marked."""
        return {
            unescape(word) for text in self.html for word in re.findall("<mark>(.*?)</mark>", text)
        }


def plain(text: str) -> str:
    """Return a title or teaser as a reader sees it."""
    return unescape(TAG.sub("", text))


@dataclass(frozen=True)
class Engine:
    """A worker with its data files."""

    manuals: Manuals
    articles: Sequence[Article]
    locale: str = "vi"

    @cached_property
    def files(self) -> dict[str, str]:
        """The data files, as the build writes them."""
        files = {
            f"search/{locale}.js": search_data(self.manuals, locale, self.articles)
            for locale in self.manuals.languages
        }
        return {**files, "search/terms.js": search_terms(self.manuals)}

    def ask(self, *queries: str) -> list[Answer]:
        """Ask one query after the other; each must have one answer."""
        answers = self._run([[query] for query in queries])
        return [self._read(found) for (found,) in answers]

    def one(self, query: str) -> Answer:
        """Ask a single query."""
        return self.ask(query)[0]

    def hurry(self, *queries: str) -> list[Answer]:
        """Type faster than the worker answers; return the answers that came."""
        return [self._read(found) for found in self._run([queries])[0]]

    def js(self, expression: str, *inputs: Any) -> list[Any]:
        """Run JavaScript where the engine is, for each input."""
        return self._run([{"js": expression, "input": item} for item in inputs])

    def _run(self, asked: Sequence[Any]) -> list[Any]:
        done = subprocess.run(
            [str(NODE), str(SCRIPT)],
            input=json.dumps({"locale": self.locale, "files": self.files, "asked": asked}),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[Any] = json.loads(done.stdout)
        return found

    @staticmethod
    def _read(found: dict[str, Any]) -> Answer:
        return Answer(found["items"], found["suggest"], found["notes"])


def chapter(
    name: str, title: str, *parts: str, locale: str = "vi", number: str = "", volume: str = ""
) -> Article:
    """Return an article: a part is a heading ("## id Title"), HTML ("<…"), or a paragraph.

    Paragraphs are numbered when the chapter has a number.
    """
    lines = [f'<h1 id="top">{escape(title)}</h1>']
    count = 0
    for part in parts:
        if part.startswith("#"):
            signs, id, words = part.split(" ", 2)
            lines.append(f'<h{len(signs)} id="{id}">{escape(words)}</h{len(signs)}>')
        elif part.startswith("<"):
            lines.append(part)
        else:
            count += 1
            anchor = f'<a class="pn" id="p{count}">{number}.{count}</a>' if number else ""
            lines.append(f"<p>{anchor}{escape(part)}</p>")
    folder = volume or "v1-foundations"
    top = "" if locale == "vi" else f"{locale}/"
    return Article(
        f"{folder}/{name}", locale, number, title, f"{top}{folder}/{name}.html", "\n".join(lines)
    )
