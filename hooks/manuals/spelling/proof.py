"""Proofread every text that readers see: the pages, their metadata, and the texts of data/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manuals.chapters import Half, Manuals
from manuals.errors import Problem
from manuals.languages import OTHER
from manuals.local.loading import load_local
from manuals.outline import PLACEHOLDER
from manuals.spelling import english, vietnamese
from manuals.spelling.allowed import Allowed, bare, load_allowed
from manuals.spelling.doubled import doubled
from manuals.spelling.lookalikes import lookalikes, mended_letters
from manuals.spelling.pairs import slips
from manuals.spelling.prose import SLOT, Prose, occurrences, page_prose, yaml_texts
from manuals.spelling.spacing import spacing
from manuals.termbase import PATH as TERMBASE
from manuals.volumes import PATH as VOLUMES

WORD = re.compile(r"[^\W\d_](?<!\d.)[^\W\d_]*(?:[’'][^\W\d_]+)*")
METADATA = ("title", "summary", "needs", "objectives")
COURSES = "data/courses/*.yml"
BRACES = re.compile(r"\{\w[^{}]*\}")


def check_spelling(manuals: Manuals) -> list[Problem]:
    """Return what is wrong in the letters, words and blanks of the whole set."""
    allowed = load_allowed(manuals.root)
    problems = [*allowed.problems, *_missing_lists()]
    vietnamese_texts = []
    phrases: set[str] = set()
    seen: dict[str, set[str]] = {locale: set() for locale in OTHER}
    right: dict[str, set[str]] = {locale: set() for locale in OTHER}
    for prose in proses(manuals):
        text = allowed.cut(mended_letters(prose.text), phrases)
        words = WORD.findall(text)
        new = set(words) - seen[prose.locale]
        seen[prose.locale] |= new
        right[prose.locale] |= {word for word in new if _is_right(word, prose.locale, allowed)}
        problems += proofread(prose, text, words, set(words) - right[prose.locale])
        if prose.locale == "vi":
            vietnamese_texts.append((prose, text))
    problems += slips(vietnamese_texts)
    return [*problems, *allowed.unused(phrases | set(map(bare, set().union(*seen.values()))))]


def _is_right(word: str, locale: str, allowed: Allowed) -> bool:
    language = vietnamese if locale == "vi" else english
    return language.judge(word) is None or bare(word) in allowed


def _missing_lists() -> list[Problem]:
    packages = [] if vietnamese.known_syllables() else [vietnamese.PACKAGE]
    packages += [] if english.LIST.installed else [english.PACKAGE]
    if not packages:
        return []
    names = " ".join(packages)
    what = f"words cannot be looked up without Debian’s {names}"
    todo = f"ask an administrator to run: apt-get install {names}"
    return [Problem("scripts/environment", 0, what, todo, warning=True)]


def proses(manuals: Manuals) -> Iterator[Prose]:
    """Yield all that readers see of the set, text by text."""
    for _, half in manuals.halves():
        if half.locale not in OTHER:
            continue
        yield page_prose(half.path, half.locale, half.body, half.first_line)
        yield from _metadata(half)
    for addition in load_local(manuals):
        yield page_prose(addition.path, addition.locale, addition.body, addition.first_line)
        yield from _metadata(addition)
    root = manuals.root
    for locale in OTHER:
        name = f"data/languages/{locale}.yml"
        for _, text, line in yaml_texts((root / name).read_text(encoding="utf-8")):
            yield page_prose(name, locale, BRACES.sub(SLOT, text), line)
    courses = [path.relative_to(root).as_posix() for path in sorted(root.glob(COURSES))]
    for name in (VOLUMES, manuals.profile.path, *courses):
        written = (root / name).read_text(encoding="utf-8", errors="replace")
        for keys, text, line in yaml_texts(written):
            if keys and keys[-1] in OTHER:
                yield Prose(name, keys[-1], line, PLACEHOLDER.sub(SLOT, text))
    for term in manuals.terms:
        if term.status != "deprecated":
            for locale in OTHER:
                yield Prose(TERMBASE, locale, term.line, term.full(locale))


def _metadata(half: Half) -> Iterator[Prose]:
    for keys, text, line in yaml_texts(half.head.text, 2):
        if keys[0] in METADATA and keys[-1] != "id":
            yield Prose(half.path, half.locale, line, PLACEHOLDER.sub(SLOT, text))


def proofread(prose: Prose, text: str, words: list[str], doubtful: set[str]) -> list[Problem]:
    """Return the problems that one text has by itself.

    `text` is the prose with our own letters and without allowed phrases; `words` are its words,
    `doubtful` those of them that are not known to be right.
    """
    problems = [*lookalikes(prose), *spacing(prose), *doubled(prose, text, words)]
    vi = prose.locale == "vi"
    judge, is_quoted = (
        (vietnamese.judge, english.is_quoted) if vi else (english.judge, vietnamese.is_quoted)
    )
    for word in doubtful:
        verdict = judge(word)
        if verdict is None:
            continue
        for match in occurrences(text, word):
            if verdict.foreign and is_quoted(text, match):
                continue
            line = prose.line_at(text, match.start())
            problems.append(Problem(prose.path, line, verdict.what, verdict.todo, verdict.warning))
    if not vi:
        problems += english.wrong_articles(prose, text)
    return problems
