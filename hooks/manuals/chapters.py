"""The whole set as read from docs/ and data/: pairs of chapters, pages, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from manuals.country import Profile, load_profile
from manuals.errors import ManualError, Problem
from manuals.facts import Fact, load_facts
from manuals.languages import OTHER, Language, load_languages
from manuals.lettering import letter_boxes
from manuals.metadata import (
    FOREWORD_SCHEMA,
    PAGE_SCHEMA,
    SCHEMA,
    Head,
    Metadata,
    Schema,
    check,
    metadata,
    split,
)
from manuals.numbering import Numbers, number_pair
from manuals.outline import Outline
from manuals.scan import read_outline
from manuals.sources import (
    CHAPTER_NAME,
    PAGE_NAME,
    PICTURES,
    Source,
    linked,
    read_source,
)
from manuals.termbase import Term, load_termbase
from manuals.volumes import Shelf, Volume, filled, load_shelf

Loaded = TypeVar("Loaded")

FOREWORD = "foreword"
VOLUME_PAGES = {"index": PAGE_SCHEMA, FOREWORD: FOREWORD_SCHEMA}  # beside the chapters


@dataclass(frozen=True)
class Half:
    """One language's file; `body` is the Markdown below the metadata, from line `first_line`."""

    path: str
    locale: str
    head: Head
    body: str
    first_line: int
    outline: Outline

    @property
    def uri(self) -> str:
        """The path below docs/, as MkDocs and links name it."""
        return self.path.removeprefix("docs/")

    @property
    def title(self) -> str:
        """The title as written in the metadata."""
        return str(self.head.values.get("title", ""))

    @property
    def metadata(self) -> Metadata:
        """The checked metadata of a chapter."""
        return metadata(self.head)


@dataclass(frozen=True)
class Pair:
    """A page in its languages; a chapter if it has a volume and numbers.

    `halves` are the two that are held in step, `further` are pages of other languages.
    """

    stem: str
    halves: dict[str, Half]
    volume: Volume | None = None
    numbers: Numbers | None = None
    letters: dict[str, str] = field(default_factory=dict)
    further: dict[str, Half] = field(default_factory=dict)

    def half(self, locale: str) -> Half:
        """Return the page in this language, or in one of those that it is written in."""
        return self.written.get(locale) or next(iter(self.halves.values()))

    @property
    def written(self) -> dict[str, Half]:
        """The page in each language that it is written in."""
        return {**self.halves, **self.further}

    @property
    def id(self) -> str:
        """The chapter's permanent id from its metadata."""
        return str(next(iter(self.halves.values())).head.values.get("id", ""))


@dataclass(frozen=True)
class Manuals:
    """Everything the authors wrote, with the problems that were found while reading."""

    root: Path
    shelf: Shelf
    languages: dict[str, Language]
    profile: Profile
    terms: tuple[Term, ...]
    facts: dict[str, Fact]
    pairs: dict[str, Pair]
    problems: tuple[Problem, ...]

    def chapters(self, volume: str) -> list[Pair]:
        """Return a volume's chapters in order."""
        found = [p for p in self.pairs.values() if p.numbers and p.volume and p.volume.id == volume]
        return sorted(found, key=lambda pair: pair.numbers.chapter if pair.numbers else 0)

    def foreword(self, volume: str) -> Pair | None:
        """Return a volume's foreword, if somebody has written one."""
        return self.pairs.get(f"{volume}/{FOREWORD}")

    def halves(self) -> Iterator[tuple[Pair, Half]]:
        """Yield every file with its pair."""
        for pair in self.pairs.values():
            for half in pair.written.values():
                yield pair, half

    def by_uri(self, uri: str) -> Half | None:
        """Return the half with this path below docs/."""
        stem, _, rest = uri.rpartition(".md")[0].rpartition(".")
        pair = self.pairs.get(stem)
        return pair.written.get(rest) if pair else None


def stem_of(uri: str) -> str:
    """Return a page's path below docs/ without language and .md: v1-foundations/03-law."""
    return uri.removesuffix(".md").rpartition(".")[0]


def load_manuals(root: Path, country: str) -> Manuals:
    """Read docs/ and data/; ManualError if data/ itself cannot be read."""
    broken: list[Problem] = []
    shelf = _load(lambda: load_shelf(root), broken)
    languages = _load(lambda: load_languages(root), broken)
    profile = _load(lambda: load_profile(root, country), broken)
    terms = _load(lambda: load_termbase(root), broken)
    facts = _load(lambda: load_facts(root), broken)
    if not (shelf and languages and profile) or terms is None or facts is None:
        raise ManualError(broken)
    shelf = filled(shelf, profile)
    files, problems = _read_files(root, shelf, set(languages))
    pairs: dict[str, Pair] = {}
    for stem, written in sorted(files.items()):
        halves = {locale: half for locale, half in written.items() if locale in OTHER}
        further = {locale: half for locale, half in written.items() if locale not in OTHER}
        if not halves:
            for half in further.values():
                what = f"the page stands in neither {' nor '.join(sorted(OTHER))}"
                todo = "name it like the page that it translates, all but the language"
                problems.append(Problem(half.path, 0, what, todo))
            continue
        folder, _, name = stem.rpartition("/")
        volume = next((item for item in shelf.volumes if item.id == folder), None)
        outlines = {locale: half.outline for locale, half in written.items()}
        if volume and name not in VOLUME_PAGES:
            numbers = number_pair(volume.number, int(name[:2]), outlines)
            pairs[stem] = Pair(stem, halves, volume, numbers, letter_boxes(outlines), further)
        else:
            pairs[stem] = Pair(stem, halves, volume, further=further)
    return Manuals(root, shelf, languages, profile, terms, facts, pairs, tuple(problems))


def _load(load: Callable[[], Loaded], broken: list[Problem]) -> Loaded | None:
    """Load one file of data/; its problems are kept so that all files report at once."""
    try:
        return load()
    except ManualError as error:
        broken += error.problems
        return None


def _read_files(
    root: Path, shelf: Shelf, locales: set[str]
) -> tuple[dict[str, dict[str, Half]], list[Problem]]:
    volumes = {volume.id for volume in shelf.volumes}
    files: dict[str, dict[str, Half]] = {}
    problems: list[Problem] = []
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            problems.append(linked(name))
            continue
        if path.is_dir():
            continue
        if path.suffix.lower() in PICTURES:
            continue
        if path.suffix != ".md":
            what = "docs/ holds pages and pictures only; MkDocs would publish this file as it is"
            todo = f"take it out (pages end in .md, pictures in {', '.join(sorted(PICTURES))})"
            problems.append(Problem(name, 0, what, todo))
            continue
        uri = path.relative_to(root / "docs").as_posix()
        folder = uri.rpartition("/")[0]
        chapter = CHAPTER_NAME.fullmatch(path.name) if folder in volumes else None
        match = chapter or PAGE_NAME.fullmatch(path.name)
        if not match or match["locale"] not in locales:
            what = "MkDocs would silently leave this file out"
            known = " or ".join(f".{locale}.md" for locale in sorted(locales))
            todo = f"name it like 03-law.en.md: small letters, digits, hyphens, then {known}"
            problems.append(Problem(name, 0, what, todo))
            continue
        stem = stem_of(path.name)
        if folder in volumes and not chapter and stem not in VOLUME_PAGES:
            what = "a page in a volume that is neither a chapter nor its foreword"
            ending = f"{match['locale']}.md"
            todo = (
                f"begin a chapter's name with two digits and a hyphen, as 03-law.{ending}; "
                f"call the foreword {FOREWORD}.{ending}"
            )
            problems.append(Problem(name, 0, what, todo))
            continue
        if folder and folder not in volumes:
            what = f'the folder "{folder}" is no volume'
            problems.append(Problem(name, 0, what, "add it to data/volumes.yml or move the file"))
            continue
        source = read_source(root, path)
        schema = SCHEMA if chapter else VOLUME_PAGES.get(stem, PAGE_SCHEMA)
        half = read_half(source, match["locale"], schema=schema)
        problems += source.problems
        problems += half[1]
        files.setdefault(stem_of(uri), {})[match["locale"]] = half[0]
    return files, problems


def read_half(source: Source, locale: str, schema: Schema) -> tuple[Half, list[Problem]]:
    """Read one file's metadata and outline; the problems come beside it."""
    head, body, problems = split(source.path, source.text)
    if not problems:
        problems = check(source.path, head, schema)
    outline = read_outline(source.path, body, head.body_line)
    return Half(source.path, locale, head, body, head.body_line, outline), [
        *problems,
        *outline.problems,
    ]
