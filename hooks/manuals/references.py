"""Links and references by stable id: where they lead, what they are called, what is wrong."""

from __future__ import annotations

import posixpath
import re
from copy import copy
from dataclasses import dataclass
from urllib.parse import unquote

from manuals.chapters import Half, Manuals, Pair, stem_of
from manuals.errors import Problem, nearest
from manuals.languages import Language
from manuals.numbering import paragraph_numbers, reserved_sections
from manuals.outline import SIGN, Box, Link
from manuals.pictures import picture_problem
from manuals.sources import LARGEST_PICTURE, PICTURES

MADE = re.compile(r"top|objectives|role-cards|only-other|p\d+|fn.*:.*")


@dataclass(frozen=True)
class Anchors:
    """What one page can be referred to by."""

    labels: dict[str, str]
    trainer: frozenset[str]


def read_anchors(pair: Pair, half: Half, words: Language) -> Anchors:
    """Return the ids of a page with the text that a reference to each of them shows."""
    outline = half.outline
    labels: dict[str, str] = {}
    by_section: dict[str, int] = {}
    if pair.numbers:
        from_outline = paragraph_numbers(pair.numbers, outline)
        reserved = reserved_sections(outline.headings)
        counted = [item for item in outline.paragraphs if item.section not in reserved]
        for paragraph, number in zip(counted, from_outline, strict=True):
            by_section.setdefault(paragraph.section, number)
            if paragraph.id:
                labels[paragraph.id] = pair.numbers.label(number)
    for paragraph in outline.paragraphs:
        if paragraph.id:
            labels.setdefault(paragraph.id, paragraph.id)
    for heading in outline.headings:
        if not heading.id:
            continue
        first = by_section.get(heading.id)
        labels[heading.id] = pair.numbers.label(first) if pair.numbers and first else heading.text
    for box in outline.boxes:
        if box.id:
            word = words.words["boxes"].get(box.kind, box.kind)  # an unknown kind is told elsewhere
            labels[box.id] = box_label(word, pair, box)
    return Anchors(labels, frozenset(box.id for box in outline.boxes if box.trainer))


def box_label(word: str, pair: Pair, box: Box) -> str:
    """Return "Case 1.3-A", or the box's word alone where it has no letter."""
    letter = pair.letters.get(box.id)
    return f"{word} {pair.numbers.chapter_label}-{letter}" if pair.numbers and letter else word


class References:
    """All anchors of the set; resolves a link as it stands in a file.

    A half that is not written has those of the other one, in words of its own language.
    """

    def __init__(self, manuals: Manuals) -> None:
        self.manuals = manuals
        self._anchors = {
            f"{pair.stem}.{locale}.md": read_anchors(pair, pair.half(locale), words)
            for pair in manuals.pairs.values()
            for locale, words in manuals.languages.items()
        }

    def anchors(self, pair: Pair, locale: str) -> Anchors:
        """Return what a page can be referred to by, in the words of a language."""
        return self._anchors[f"{pair.stem}.{locale}.md"]

    def joined(self, pair: Pair, half: Half) -> References:
        """Return these, with the anchors of `half` beside those of the page that it joins."""
        own = read_anchors(pair, half, self.manuals.languages[half.locale])
        there = self._anchors[half.uri]
        both = Anchors({**there.labels, **own.labels}, there.trainer | own.trainer)
        found = copy(self)
        found._anchors = {**self._anchors, half.uri: both}
        return found

    def label(self, half: Half, target: str) -> str:
        """Return what the sign of a checked reference is replaced by."""
        uri, fragment = self._resolve(half, target)
        if fragment:
            return self._anchors[uri].labels[fragment]
        pair = self.manuals.pairs[stem_of(uri)]
        words = self.manuals.languages[half.locale]
        if pair.numbers:
            return f"{words['chapter']} {pair.numbers.chapter_label}"
        return pair.half(half.locale).title

    def _resolve(self, half: Half, target: str) -> tuple[str, str]:
        """Return the page's path below docs/ and the id."""
        path, _, fragment = target.partition("#")
        folder = posixpath.dirname(half.uri)
        uri = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else half.uri
        return uri, fragment

    def check(self, half: Half) -> list[Problem]:
        """Return what is wrong with the links, references and pictures of one file."""
        problems = []
        for link in half.outline.links:
            found = self._picture(half, link) if link.image else self._link(half, link)
            if found:
                problems.append(Problem(half.path, link.line, *found))
        problems += self._duplicates(half)
        return problems

    def _link(self, half: Half, link: Link) -> tuple[str, str] | None:
        if "://" in link.target or link.target.startswith(
            ("mailto:", "//", "data:", "javascript:")
        ):
            what = f"the link {link.target} leads out of the manuals"
            return what, "name the document in the sources instead; a reader may have no network"
        uri, fragment = self._resolve(half, link.target)
        if uri.startswith(("..", "/")):
            return f"the link {link.target} leads out of docs/", "link a page inside docs/"
        anchors = self._anchors.get(uri)
        if anchors is None:
            known = [posixpath.relpath(u, posixpath.dirname(half.uri)) for u in self._anchors]
            return (
                f"there is no page {link.target}{nearest(link.target, known)}",
                "correct the path",
            )
        path = link.target.partition("#")[0]
        if path and not path.endswith(f".{half.locale}.md"):
            name = f"{path.removesuffix('.md').rpartition('.')[0]}.{half.locale}.md"
            return f"{path} is the page in the other language", f"link {name}"
        if not fragment:
            return None
        if fragment not in anchors.labels:
            what = f"unknown reference #{fragment}{nearest(fragment, anchors.labels)}"
            return what, f"use an id that stands in {self._written(uri)}"
        if fragment in anchors.trainer and not link.trainer:
            what = f"#{fragment} stands in text for trainers only"
            return what, "refer to something that participants can see"
        return None

    def _written(self, uri: str) -> str:
        """Return the path of the file that a page is made of."""
        return self.manuals.pairs[stem_of(uri)].half(uri.split(".")[-2]).uri

    def _picture(self, half: Half, link: Link) -> tuple[str, str] | None:
        if "://" in link.target or link.target.startswith(("//", "data:", "/")):
            return f"the picture {link.target} is not in docs/", "put the file beside the chapter"
        uri, _ = self._resolve(half, link.target)
        docs = self.manuals.root / "docs"
        path = docs / uri
        if uri.startswith("..") or not path.resolve().is_relative_to(docs.resolve()):
            return f"the picture {link.target} lies out of docs/", "put the file beside the chapter"
        if not path.is_file():
            return f"there is no picture {link.target}", "add the file, or correct its name"
        if path.suffix.lower() not in PICTURES:
            return f"{link.target} is no PNG or JPEG", "save the picture as one of these"
        size = path.stat().st_size
        if size > LARGEST_PICTURE:
            return (
                f"the picture {link.target} has {size / 1e6:.0f} MB",
                f"save it smaller than {LARGEST_PICTURE / 1e6:.0f} MB",
            )
        if found := picture_problem(path.read_bytes()):
            return f"the picture {link.target} {found[0]}", found[1]
        if link.text.strip() in ("", SIGN):
            return f"the picture {link.target} has no text", "say in the [ ] what it shows"
        return None

    def _duplicates(self, half: Half) -> list[Problem]:
        seen: dict[str, int] = {}
        problems = []
        for id, line in sorted(half.outline.ids(), key=lambda place: place[1]):
            if MADE.fullmatch(id):
                what = f'the build itself makes the id "{id}"'
                problems.append(Problem(half.path, line, what, "give this one another id"))
            elif id in seen:
                what = f'the id "{id}" stands already in line {seen[id]}'
                problems.append(Problem(half.path, line, what, "give this one another id"))
            else:
                seen[id] = line
        return problems
