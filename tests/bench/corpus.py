"""A corpus as large as one likes, from Volume 1's own text in varied form; a seed gives the same.

A page's sentences come out of trigrams of the chapters. Each page belongs to one of forty themes,
and a theme has words of its own: it replaces a third of the words that are not common by others,
Zipf's way, some of them syllables that Volume 1 does not hold but Vietnamese could. So words and
phrases are spread as in a real library: few stand everywhere, most stand in a few pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from unicodedata import normalize

from manuals.country import load_profile
from manuals.outline import COMMENT

SEED = "manuals"
THEMES = 40
COMMON = {"vi": 260, "en": 160}
INVENTED = 1500
WORD = re.compile(r"[^\W\d_]+")
CHUNK = re.compile(r"(?!F-[A-Z])[\w.,:;?!“”()/%’–-]+")
TONES = "\u0300\u0301\u0303\u0309\u0323"
ONSET = re.compile(r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?")
ASIDE = re.compile(r"\s*\([^()\[]*\[§\]\([^()]*\)[^()]*\)")
SIGNS = (
    (re.compile(r"\[§\]\([^()]*\)|\[\^[^\]]+\]:?|\{[^}]*\}|\*+|`"), ""),
    (re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"^(?:[-*]|\d+\.)\s+"), ""),
)
RIME = re.compile(r"[aăâeêioôơuưy]+(?:ch|ng|nh|[cmnpt])?")
# Front vowels are written with k, gh, ngh; all others with c, g, ng.
MISSPELT = re.compile(r"(?:k|gh|ngh)(?![eêi])|(?:c|g|ng|gi)(?=[eêiy])|[^q]+y|qu(?![aâăeêiơy])")


@dataclass(frozen=True)
class Section:
    """A section of a page."""

    heading: str
    paragraphs: list[str]


@dataclass(frozen=True)
class Page:
    """A page in one language."""

    name: str
    title: str
    sections: list[Section]

    @property
    def blocks(self) -> Iterator[str]:
        """What a reader sees, one text after the other."""
        yield self.title
        for section in self.sections:
            yield section.heading
            yield from section.paragraphs


@dataclass
class Author:
    """Writes pages in one language from what was read of it."""

    locale: str
    lines: list[list[str]]
    after_two: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    after_one: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    starts: list[tuple[str, str]] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    themes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in self.lines:
            begins = True
            for first, second, third in zip(line, line[1:], line[2:], strict=False):
                self.after_two[first, second].append(third)
                self.after_one[second].append(third)
                if begins and first[0].isupper() and first[-1].isalpha():
                    self.starts.append((first, second))
                begins = first[-1] in ".?!"

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the source."""
        words = WORD.findall(" ".join(" ".join(line) for line in self.lines))
        return Counter(word.lower() for word in words if len(word) < 2 or not word.isupper())

    @cached_property
    def common(self) -> set[str]:
        """The words that no theme replaces."""
        return {word for word, _ in self.counts.most_common(COMMON[self.locale])}

    @cached_property
    def pool(self) -> list[str]:
        """The words that themes choose from, the likely ones first."""
        words = sorted(self.counts.keys() - self.common)
        chance = seeded("pool", self.locale)
        if self.locale == "vi":
            words += chance.sample(possible(self.counts), INVENTED)
        chance.shuffle(words)
        return words

    def page(self, number: int, sections: int = 0) -> Page:
        """Write a page; its number decides everything about it."""
        chance = seeded("page", self.locale, str(number))
        theme = str(chance.randrange(THEMES))
        title = self._heading(chance, theme)
        while title in self.titles:
            title = self._heading(chance, theme)
        self.titles.add(title)
        sections = sections or chance.randint(3, 6)
        rest = chance.randint(8, 20) - sections
        shares = [1] * sections
        for _ in range(rest):
            shares[chance.randrange(sections)] += 1
        return Page(
            f"p{number:04}",
            title,
            [
                Section(
                    self._heading(chance, theme),
                    [self._paragraph(chance, theme) for _ in range(share)],
                )
                for share in shares
            ],
        )

    def _paragraph(self, chance: Random, theme: str) -> str:
        sentences = [self._sentence(chance, 40) for _ in range(chance.randint(2, 4))]
        return self._varied(" ".join(" ".join(chunks) for chunks in sentences), chance, theme)

    def _heading(self, chance: Random, theme: str) -> str:
        size = chance.randint(3, 8)
        while True:
            chunks = self._sentence(chance, size)[:size]
            if len(chunks) == size and all(WORD.fullmatch(chunk) for chunk in chunks[:-1]):
                last = WORD.match(chunks[-1])
                if last:
                    return self._varied(" ".join([*chunks[:-1], last[0]]), chance, theme)

    def _sentence(self, chance: Random, longest: int) -> list[str]:
        chunks = list(chance.choice(self.starts))
        while len(chunks) < longest and chunks[-1][-1] not in ".?!":
            wide = chance.random() < 0.3
            follow = self.after_one[chunks[-1]] if wide else self.after_two[chunks[-2], chunks[-1]]
            if not follow:
                break
            chunks.append(chance.choice(follow))
        if chunks[-1][-1] not in ".?!":
            chunks[-1] = chunks[-1].rstrip(",;:–-(“") + "."
        return chunks

    def _varied(self, text: str, chance: Random, theme: str) -> str:
        def replace(match: re.Match[str]) -> str:
            word = match[0]
            small = word.lower()
            if small in self.common or len(word) < 2 or word.isupper():
                return word
            if chance.random() < 0.05:
                new = _zipf(chance, self.pool)
            else:
                new = self.themes.setdefault(f"{theme} {small}", self._themed(theme, small))
            return new.capitalize() if word[0].isupper() else new

        return WORD.sub(replace, text)

    def _themed(self, theme: str, word: str) -> str:
        chance = seeded("theme", self.locale, theme, word)
        return _zipf(chance, self.pool) if chance.random() < 0.35 else word


def seeded(*names: str) -> Random:
    """Return a source of chance that gives the same for the same names."""
    return Random(":".join((SEED, *names)))


def _zipf(chance: Random, words: list[str]) -> str:
    return words[int(len(words) * chance.random() ** 2)]


def possible(counts: Counter[str]) -> list[str]:
    """Return syllables that are not in the source, from beginnings and ends that are."""
    onsets: Counter[str] = Counter()
    rimes: Counter[str] = Counter()
    for word, count in counts.items():
        onset = ONSET.match(word)
        if onset and len(word) <= 7:
            onsets[onset[0]] += count
            rimes[word[onset.end() :]] += count
    return sorted(
        onset + rime
        for onset, _ in onsets.most_common(24)
        for rime, count in rimes.items()
        if count > 8 and RIME.fullmatch(_split(rime))
        if onset + rime not in counts and not MISSPELT.match(_split(onset + rime))
    )


def _split(word: str) -> str:
    """Take the tones off a word's letters, so that patterns see vowels."""
    bare = (mark for mark in normalize("NFD", word) if mark not in TONES)
    return normalize("NFC", "".join(bare))


def read_author(root: Path, locale: str) -> Author:
    """Read Volume 1's chapters in one language."""
    profile = load_profile(root, "viet-nam")
    lines: list[list[str]] = []
    for path in sorted((root / "docs" / "v1-foundations").glob(f"[0-9]*.{locale}.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        for line in COMMENT.sub("", profile.fill(body, locale)).split("\n"):
            if not line.strip() or line.startswith(("///", "|", "    ", "#", "{#")):
                continue
            text = ASIDE.sub("", line)
            for sign, new in SIGNS:
                text = sign.sub(new, text)
            chunks = [chunk for chunk in text.split() if CHUNK.fullmatch(chunk)]
            if len(chunks) > 5:
                lines.append(chunks)
    return Author(locale, lines)
