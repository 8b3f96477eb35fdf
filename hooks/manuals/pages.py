"""One run's view of the set for MkDocs: what each page's Markdown, article and frame hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

from manuals.article import finish, name_links
from manuals.chapters import Half, Manuals, Pair, load_manuals, stem_of
from manuals.courses.course import Course
from manuals.courses.shelf import CourseShelf, courses_card
from manuals.courses.values import courses_of
from manuals.editions import EDITIONS
from manuals.errors import ManualError, Problem, nearest
from manuals.expand import SLOTS, expand, page_title
from manuals.export import Article
from manuals.glossary import glossary_table
from manuals.languages import Language
from manuals.notices import notice
from manuals.references import References
from manuals.shelf import shelf_list
from manuals.shown_pictures import shown_pictures
from manuals.state_page import state_table
from manuals.structure import check_structure
from manuals.sync.pairs import PairSync, read_sync
from manuals.tooltips import Tooltips
from manuals.trust import check_trust
from manuals.volumes import Volume
from manuals.worksheets import offer_worksheets

COURSES = "courses"  # the nav's name for them, until on_nav gives it the language's


@dataclass(frozen=True)
class Run:
    """The set in one edition, read and checked; `pdf` says whether pages offer PDFs."""

    manuals: Manuals
    edition: str
    pdf: bool
    warnings: tuple[Problem, ...]
    courses: tuple[Course, ...] = ()

    @cached_property
    def references(self) -> References:
        """The anchors of all pages."""
        return References(self.manuals)

    @cached_property
    def course_shelf(self) -> CourseShelf:
        """The pages of the courses."""
        return CourseShelf(self.references, self.courses, self.edition, self.pdf)

    @cached_property
    def tooltips(self) -> dict[str, Tooltips]:
        """The tooltips of each language."""
        return {
            locale: Tooltips(self.manuals.terms, words)
            for locale, words in self.manuals.languages.items()
        }

    @cached_property
    def sync(self) -> dict[str, PairSync]:
        """Each pair's state by its stem."""
        return {item.pair.stem: item for item in read_sync(self.manuals)[0]}

    def find(self, uri: str) -> tuple[Pair, Half, str]:
        """Return pair, half and the language asked for, of a page's path below docs/.

        The half is the other language's where this one is not written.
        """
        pair = self.manuals.pairs[stem_of(uri)]
        locale = uri.removesuffix(".md").rpartition(".")[2]
        return pair, pair.half(locale), locale

    def missing(self) -> list[str]:
        """Return the paths below docs/ of halves that are not written."""
        return [
            f"{stem}.{locale}.md"
            for stem, pair in self.manuals.pairs.items()
            for locale in self.manuals.languages
            if locale not in pair.written
        ]

    @cached_property
    def pictures(self) -> frozenset[str]:
        """The paths below docs/ of the pictures that this edition shows."""
        return shown_pictures(self.manuals, self.edition)

    def made(self) -> list[str]:
        """Return the paths below docs/ of pages that no author writes: halves, courses."""
        return [*self.missing(), *self.course_shelf.uris()]

    def markdown(self, uri: str) -> str:
        """Return the Markdown that MkDocs converts."""
        if self.is_course_page(uri):
            return self.course_shelf.markdown(uri)
        pair, half, _ = self.find(uri)
        return expand(self.references, pair, half, self.edition)

    def article(self, uri: str, content: str) -> str:
        """Return the article's HTML for the site and for print."""
        if self.is_course_page(uri):
            return name_links(content, self.words(uri.split(".")[-2]))
        pair, half, locale = self.find(uri)
        words = self.manuals.languages[locale]
        check_trust(html.fragment_fromstring(content, create_parent="article"), half, self.edition)
        if SLOTS["shelf"] in content:
            card = courses_card(self.courses, words)
            shelf = shelf_list(self.manuals, words, pdf=self.pdf, more=card)
            content = content.replace(SLOTS["shelf"], shelf)
        if SLOTS["glossary"] in content:
            table = glossary_table(self.manuals.terms, words)
            content = content.replace(SLOTS["glossary"], table)
        if SLOTS["state"] in content:
            content = content.replace(SLOTS["state"], state_table(self.manuals, self.sync, words))
        tooltips = self.tooltips[half.locale]
        sync = self.sync[pair.stem]
        done = finish(content, self.references, pair, half, self.edition, tooltips, sync)
        if self.pdf and pair.numbers:
            own = self.words(half.locale)
            done = offer_worksheets(done, pair, own, locale, self.edition)
        if half.locale != locale:
            done = notice(words, half.locale, done)
        return done

    def title(self, uri: str) -> str:
        """Return the page's title with its number: "1.3 The law of Viet Nam"."""
        if self.is_course_page(uri):
            return self.course_shelf.title(uri)
        pair, half, _ = self.find(uri)
        title = page_title(pair, half, self.words(half.locale))
        title = self.manuals.profile.fill(title, half.locale)
        return f"{pair.numbers.chapter_label} {title}" if pair.numbers else title

    def summary(self, uri: str) -> str:
        """Return the page's one-sentence summary."""
        if self.is_course_page(uri):
            return self.course_shelf.summary(uri)
        _, half, _ = self.find(uri)
        return self.manuals.profile.fill(str(half.head.values.get("summary", "")), half.locale)

    def export(self, uri: str, url: str, article: str) -> Article:
        """Return a finished article as search and print take it."""
        locale, number, title = uri.split(".")[-2], "", self.title(uri)
        if not self.is_course_page(uri) and (numbers := self.find(uri)[0].numbers):
            number = numbers.chapter_label
            title = title.removeprefix(f"{number} ")
        return Article(stem_of(uri), locale, number, title, url, article)

    def is_course_page(self, uri: str) -> bool:
        """Return whether a page is made of the courses alone."""
        return stem_of(uri) in self.course_shelf.stems()

    def words(self, locale: str) -> Language:
        """Return the words of a language."""
        return self.manuals.languages[locale]

    def volume_title(self, volume: Volume, locale: str) -> str:
        """Return "Volume 1. Foundations and law"."""
        return f"{self.words(locale)['volume']} {volume.number}. {volume.title[locale]}"

    def nav(self) -> list[Any]:
        """Return MkDocs' nav: home, volumes with their pages, courses, glossary, state."""
        nav: list[Any] = ["index.md"]
        for volume in self.manuals.shelf.volumes:
            foreword = self.manuals.foreword(volume.id)
            pairs = [*([foreword] if foreword else []), *self.manuals.chapters(volume.id)]
            pages = [f"{pair.stem}.md" for pair in pairs]
            nav.append({volume.id: [f"{volume.id}/index.md", *pages]})
        courses = [f"{stem}.md" for stem in self.course_shelf.stems()]
        return [*nav, *([{COURSES: courses}] if courses else []), "glossary.md", "state.md"]


def open_run(root: Path, country: str, edition: str, *, pdf: bool) -> Run:
    """Read and check the set; ManualError with all problems if one of them is an error."""
    if edition not in EDITIONS:
        what = f'unknown edition "{edition}"{nearest(edition, EDITIONS)}'
        raise ManualError([Problem("mkdocs.yml", 0, what, f"use {' or '.join(EDITIONS)}")])
    manuals = load_manuals(root, country)
    problems = check_structure(manuals)
    errors = [problem for problem in problems if not problem.warning]
    if errors:
        raise ManualError(problems)
    return Run(manuals, edition, pdf, tuple(problems), courses_of(manuals))
