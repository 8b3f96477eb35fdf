"""One run's view of the set for MkDocs: what each page's Markdown, article and frame hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

from manuals.article import finish
from manuals.chapters import Half, Manuals, Pair, load_manuals, stem_of
from manuals.editions import EDITIONS
from manuals.errors import ManualError, Problem, nearest
from manuals.expand import SLOTS, expand, page_title
from manuals.glossary import glossary_table
from manuals.languages import OTHER, Language
from manuals.notices import notice
from manuals.references import References
from manuals.shelf import shelf_list
from manuals.state_page import state_table
from manuals.structure import check_structure
from manuals.sync.pairs import PairSync, read_sync
from manuals.tooltips import Tooltips
from manuals.trust import check_trust
from manuals.volumes import Volume
from manuals.worksheets import offer_worksheets


@dataclass(frozen=True)
class Run:
    """The set in one edition, read and checked; `pdf` says whether pages offer PDFs."""

    manuals: Manuals
    edition: str
    pdf: bool
    warnings: tuple[Problem, ...]

    @cached_property
    def references(self) -> References:
        """The anchors of all pages."""
        return References(self.manuals)

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
            for locale in OTHER
            if locale not in pair.halves
        ]

    def source(self, uri: str) -> str:
        """Return the Markdown of the page that stands in for a missing half."""
        _, half, _ = self.find(uri)
        return half.body

    def markdown(self, uri: str) -> str:
        """Return the Markdown that MkDocs converts."""
        pair, half, _ = self.find(uri)
        return expand(self.references, pair, half, self.edition)

    def article(self, uri: str, content: str) -> str:
        """Return the article's HTML for the site and for print."""
        pair, half, locale = self.find(uri)
        words = self.manuals.languages[locale]
        check_trust(html.fragment_fromstring(content, create_parent="article"), half, self.edition)
        if SLOTS["shelf"] in content:
            shelf = shelf_list(self.manuals, words, pdf=self.pdf)
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
        pair, half, _ = self.find(uri)
        title = page_title(pair, half, self.words(half.locale))
        title = self.manuals.profile.fill(title, half.locale)
        return f"{pair.numbers.chapter_label} {title}" if pair.numbers else title

    def summary(self, uri: str) -> str:
        """Return the page's one-sentence summary."""
        _, half, _ = self.find(uri)
        return self.manuals.profile.fill(str(half.head.values.get("summary", "")), half.locale)

    def words(self, locale: str) -> Language:
        """Return the words of a language."""
        return self.manuals.languages[locale]

    def volume_title(self, volume: Volume, locale: str) -> str:
        """Return "Volume 1. Foundations and law"."""
        return f"{self.words(locale)['volume']} {volume.number}. {volume.title[locale]}"

    def nav(self) -> list[Any]:
        """Return MkDocs' nav: home, the volumes with foreword and chapters, glossary, state."""
        nav: list[Any] = ["index.md"]
        for volume in self.manuals.shelf.volumes:
            foreword = self.manuals.foreword(volume.id)
            pairs = [*([foreword] if foreword else []), *self.manuals.chapters(volume.id)]
            pages = [f"{pair.stem}.md" for pair in pairs]
            nav.append({volume.id: [f"{volume.id}/index.md", *pages]})
        return [*nav, "glossary.md", "state.md"]


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
    return Run(manuals, edition, pdf, tuple(problems))
