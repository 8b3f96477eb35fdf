"""A tiny project to spoil: each test copies it, edits one file and reads the message."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Half, Manuals, Pair, load_manuals
from manuals.checks import check_manuals, problems_by_kind
from manuals.convert import convert_page
from manuals.editions import TRAINER
from manuals.errors import ManualError, Problem
from manuals.expand import expand
from manuals.pages import Run, open_run
from manuals.references import References

REPOSITORY = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "fixtures"
COUNTRY = "viet-nam"
VOLUME = "docs/v1-foundations"
LAW = f"{VOLUME}/03-law.en.md"
LAW_VI = f"{VOLUME}/03-law.vi.md"
FOREWORDS = {
    "en": """---
title: "Foreword"
---

Officers asked for this volume. Begin with [§](03-law.en.md#own-evidence).

## Thanks {#thanks}

We thank all who wrote and read it.

The director
""",
    "vi": """---
title: "Lời giới thiệu"
---

Các cán bộ đã đề nghị có tập này. Hãy bắt đầu từ [§](03-law.vi.md#own-evidence).

## Lời cảm ơn {#thanks}

Xin cảm ơn những người đã viết và đọc tập này.

Giám đốc
""",
}


@dataclass(frozen=True)
class Project:
    """A copy of the tiny project below `root`; names of files are relative to it."""

    root: Path

    def read(self, name: str) -> str:
        """Return a file's text."""
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file; bytes as they are."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first `old` in a file; the test is wrong if it is not there."""
        text = self.read(name)
        assert old in text, f"{name} does not hold {old!r}"
        self.write(name, text.replace(old, new, 1))

    def both(self, old: str, new: str, stem: str = f"{VOLUME}/03-law") -> None:
        """Make the same edit in both halves of a chapter."""
        for locale in ("en", "vi"):
            self.edit(f"{stem}.{locale}.md", old, new)

    def add_foreword(self, *locales: str) -> None:
        """Give the volume a foreword in these languages, a reference to the law chapter in it."""
        for locale in locales:
            self.write(f"{VOLUME}/foreword.{locale}.md", FOREWORDS[locale])

    def add_course(self, name: str = "small", id: str = "c1") -> str:
        """Give the project a course of tests/fixtures/courses; return the name of its file."""
        course = f"data/courses/{id}.yml"
        self.write(course, (FIXTURES / "courses" / f"{name}.yml").read_text(encoding="utf-8"))
        return course

    def put_out_of_step(self) -> None:
        """Edit the law chapter: a section behind each way, one on both sides, the opening too."""
        self.edit(LAW, "Each part is proved", "Every part is proved")
        self.edit(LAW_VI, "{#age-rule}\n", "{#age-rule}\n\nThêm một câu.\n")
        for name, word in ((LAW, "more"), (LAW_VI, "thêm")):
            self.edit(name, " {#closer}", f" {word} {{#closer}}")
        self.edit(LAW, "What the {{ law.penal_code }} says.", "What the law says.")

    def line(self, name: str, part: str) -> int:
        """Return the number of the first line that holds `part`."""
        lines = self.read(name).split("\n")
        return next(number for number, line in enumerate(lines, 1) if part in line)

    def load(self) -> Manuals:
        """Read the project."""
        return load_manuals(self.root, COUNTRY)

    def run(self, edition: str = TRAINER) -> Run:
        """Read and check the project for one edition."""
        return open_run(self.root, COUNTRY, edition, pdf=False)

    def problems(self) -> list[Problem]:
        """Return what is wrong with the project, data/ included."""
        try:
            return check_manuals(self.load())
        except ManualError as error:
            return list(error.problems)

    def messages(self, part: str = "") -> list[str]:
        """Return the messages that hold `part`, as an author reads them."""
        return [str(problem) for problem in self.problems() if part in str(problem)]

    def told(self, kind: str) -> list[str]:
        """Return the messages of one kind, for an edit that puts the halves out of step too."""
        return [str(problem) for problem in sorted(set(problems_by_kind(self.load())[kind]))]

    def built(self, edition: str, name: str = LAW) -> tuple[list[str], str]:
        """Return the problems, those of the conversion too, and a page's article."""
        try:
            run = self.run(edition)
            return [], convert_page(run, name.removeprefix("docs/"))
        except ManualError as error:
            return [str(problem) for problem in error.problems], ""

    def half(self, name: str = LAW) -> tuple[Manuals, Pair, Half]:
        """Return a page's half, with its pair and the set."""
        manuals = self.load()
        stem, locale = name.removeprefix("docs/").removesuffix(".md").rsplit(".", 1)
        pair = manuals.pairs[stem]
        return manuals, pair, pair.halves[locale]

    def markdown(self, edition: str, name: str = LAW) -> str:
        """Return what MkDocs converts of a page."""
        manuals, pair, half = self.half(name)
        return expand(References(manuals), pair, half, edition)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the tiny project once: its own pages, the repository's words and country."""
    root = tmp_path_factory.mktemp("base") / "project"
    shutil.copytree(FIXTURES / "tiny", root)
    for folder in ("languages", "countries"):
        shutil.copytree(REPOSITORY / "data" / folder, root / "data" / folder)
    return root


@pytest.fixture
def project(base: Path, tmp_path: Path) -> Callable[[], Project]:
    """Return a function that makes a fresh copy of the tiny project."""

    def copy() -> Project:
        root = tmp_path / f"project-{len(list(tmp_path.glob('project-*')))}"
        shutil.copytree(base, root)
        return Project(root)

    return copy


@pytest.fixture(scope="session")
def tiny(base: Path) -> Manuals:
    """Return the tiny project as read, for tests that only look at it."""
    return load_manuals(base, COUNTRY)


@pytest.fixture(scope="session")
def article(base: Path) -> Callable[[str, str], HtmlElement]:
    """Return a function that gives a page of the tiny project, converted, in an edition."""

    @cache
    def run(edition: str) -> Run:
        return open_run(base, COUNTRY, edition, pdf=False)

    @cache
    def convert(edition: str, name: str) -> str:
        return convert_page(run(edition), name.removeprefix("docs/"))

    def page(edition: str, name: str) -> HtmlElement:
        return html.fragment_fromstring(convert(edition, name), create_parent="article")

    return page


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update: write the golden files anew instead of comparing with them."""
    parser.addoption("--update", action="store_true", help="Rewrite tests/fixtures/**/*.html.")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Return whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update"))
