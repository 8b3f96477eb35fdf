"""How a pair uses the termbase: forms that it gives up, and terms whose counterpart is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from manuals.chapters import Half, Pair
from manuals.country import Profile
from manuals.errors import Problem
from manuals.languages import OTHER
from manuals.termbase import Term
from manuals.terms.blocks import Block, read_blocks
from manuals.terms.concepts import Concepts
from manuals.terms.matching import WORD, Find, longest, places, words

SIDE = re.compile(r"^(?:VI side|EN side|Both sides)[.,]\s*")


@dataclass(frozen=True)
class Read:
    """A block with its folded words, the terms it uses and the forms that stand in it."""

    block: Block
    words: list[str]
    finds: list[Find]
    forms: frozenset[str]


class TermUse:
    """The termbase made ready to look through many pairs."""

    def __init__(self, terms: tuple[Term, ...], profile: Profile) -> None:
        self.profile = profile
        self.concepts = Concepts(terms)

    def check(self, pair: Pair) -> list[Problem]:
        """Return an error for each form given up and a warning for each missing counterpart."""
        problems: list[Problem] = []
        sides: dict[str, dict[str, list[Read]]] = {}
        for locale, half in pair.halves.items():
            sides[locale] = {}
            for read in self._read(half, problems):
                sides[locale].setdefault(read.block.section, []).append(read)
        for locale, half in pair.halves.items():
            there = sides.get(OTHER[locale], {})
            for section, mine in sides[locale].items():
                if section in there:
                    name = half.path.rpartition("/")[2].replace(f".{locale}.", f".{OTHER[locale]}.")
                    problems += self._missing(half, mine, name, there[section])
        return problems

    def _read(self, half: Half, problems: list[Problem]) -> Iterator[Read]:
        """Yield the blocks of a half; what is wrong in one half alone goes to the problems."""
        marks: dict[tuple[str, int], bool] = {}
        for block in read_blocks(half, self.profile):
            text = words(block.text, half.locale)
            found = self.concepts.forms[half.locale].find(text)
            exempt: list[tuple[int, int]] = []
            for mark in block.exempt:
                spans = places(text, words(mark[0], half.locale))
                marks[mark] = marks.get(mark, False) or bool(spans)
                exempt += spans
            free = [find for find in found if not _covered(find, exempt)]
            problems += self._given_up(half, block, free)
            yield Read(block, text, list(longest(free)), frozenset(find[2] for find in found))
        for (phrase, line), stands in marks.items():
            if not stands:
                what = f'"{phrase}" is marked as written but does not stand here'
                todo = "write the words as in the text beside it, or take the mark out"
                problems.append(Problem(half.path, line, what, todo, warning=True))

    def _given_up(self, half: Half, block: Block, finds: list[Find]) -> Iterator[Problem]:
        """Yield the forms given up that stand in no longer term."""
        for find in finds:
            term = self.concepts.given_up[half.locale].get(find[2])
            if not term or _covered(find, (other[:2] for other in finds if other != find)):
                continue
            said, line = _said(block, find)
            reason = SIDE.sub("", term.note).rstrip(".")
            what = f'"{said}" is a form given up' + (f" ({reason})" if reason else "")
            better = self.concepts.preferred_form(term, half.locale)
            todo = f'write "{better}"; beside a quotation or title: <!-- as written: {said} -->'
            yield Problem(half.path, line, what, todo)

    def _missing(
        self, half: Half, mine: list[Read], name: str, theirs: list[Read]
    ) -> Iterator[Problem]:
        """Yield the terms of a section whose counterpart is not in the paired block.

        In English the block before the paired one counts too: "the crime" or "it" means what
        was named there; Vietnamese says the word again. Where a section has more blocks on one
        side, the whole section counts.
        """
        aligned = len(mine) == len(theirs)
        other = OTHER[half.locale]
        back = 1 if other == "en" else 0
        for place, read in enumerate(mine):
            near = theirs[max(0, place - back) : place + 1] if aligned else theirs
            forms = frozenset[str]().union(*(item.forms for item in near))
            seen: set[str] = set()
            for find in read.finds:
                key = find[2]
                wanted = self.concepts.wanted[half.locale].get(key)
                if not wanted or key in seen or wanted & forms:
                    continue
                seen.add(key)
                texts = [item.words for item in near]
                if self.concepts.paraphrased(key, wanted, other, texts):
                    continue
                said, line = _said(read.block, find)
                term = self.concepts.asking(key, half.locale)
                there = (theirs[place] if aligned else theirs[0]).block.line
                what = (
                    f'"{said}" stands here, but in {name}:{there} no '
                    f'"{term.form(other)}" ({term.id})'
                )
                todo = "use the termbase’s words in both halves, or in neither"
                yield Problem(half.path, line, what, todo, warning=True)


def _covered(find: Find, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= find[0] and find[1] <= end for start, end in spans)


def _said(block: Block, find: Find) -> tuple[str, int]:
    """Return the words as written and their line."""
    found = list(WORD.finditer(block.text))
    start, end = found[find[0]].start(), found[find[1] - 1].end()
    said = " ".join(block.text[start:end].split())
    return said, block.line + block.text.count("\n", 0, start)
