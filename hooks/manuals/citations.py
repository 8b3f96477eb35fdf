"""Which law or treaty each cited article belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from manuals.documents import Mention, Naming
from manuals.parity.law import Reference, cited

ONWARD = {
    "en": re.compile(r"\s(?:of|in|under)\s(?:the\s)?"),
    "vi": re.compile(r"\s(?:của\s|trong\s)?"),
}
BACK = re.compile(r"(?:,?\s*(?:No\.|số)\s*[\d/\w-]+)?(?:\s*\([^()]*\))?\s*[,:(]?\s*(?:các\s)?")
CHAIN = re.compile(r"(?:\s|,|and|or|to|of|–|-|và|hoặc|đến|từ|các|Articles?|Điều)*")


class Citation(NamedTuple):
    """An article, or with an empty `article` the document itself; `start` is a place in a text."""

    document: str
    article: str
    start: int


def citations(texts: Sequence[tuple[str, str]], naming: Naming) -> list[list[Citation]]:
    """Return what each text cites; `texts` are a volume's blocks, each with its chapter.

    An article belongs to the document beside it ("Article 150 of the Penal Code"), else to the
    only one that it is cited of in the volume, else to that of the articles beside it ("347 to
    350"), else to the document named last in the chapter.
    """
    found = list(_read(texts, naming))
    owners: dict[str, set[str]] = {}
    for items, _ in found:
        for document, article, _ in items:
            if document and article:
                owners.setdefault(article, set()).add(document)
    return [list(_settle(items, last, owners)) for items, last in found]


def _read(
    texts: Sequence[tuple[str, str]], naming: Naming
) -> Iterator[tuple[list[Citation], list[Mention]]]:
    """Yield a text's citations, some without document, and the documents named before and in it."""
    chapter, named = "", list[Mention]()
    for place, text in texts:
        if place != chapter:
            chapter, named = place, []
        mentions = list(naming.find(text))
        known = sorted([*mentions, *naming.meant(text, named)], key=lambda item: item.start)
        before = [item._replace(start=-1, end=-1) for item in named]
        items = [Citation(item.document, "", item.start) for item in mentions]
        items += _articles(text, known, naming.locale)
        yield items, [*before, *known]
        named += mentions


def _articles(text: str, known: Sequence[Mention], locale: str) -> Iterator[Citation]:
    found = [
        (find.key.article, find.start, find.end)
        for find in cited(text, locale)
        if isinstance(find.key, Reference) and find.key.article
    ]
    owners = [""] * len(found)
    for place, (_, start, end) in enumerate(found):
        for item in known:
            gap = text[end : item.start] if item.start >= end else None
            if gap is not None and ONWARD[locale].fullmatch(gap):
                owners[place] = item.document
            back = text[item.end : start] if item.end <= start else None
            if back is not None and BACK.fullmatch(back) and not owners[place]:
                owners[place] = item.document
    for step in (range(len(found) - 2, -1, -1), range(1, len(found))):
        for place in step:
            other = place + 1 if step.step < 0 else place - 1
            first, second = sorted((place, other))
            gap = text[found[first][2] : found[second][1]]
            if not owners[place] and owners[other] and CHAIN.fullmatch(gap):
                owners[place] = owners[other]
    for owner, (article, start, _) in zip(owners, found, strict=True):
        yield Citation(owner, article, start)


def _settle(
    items: Sequence[Citation], named: Sequence[Mention], owners: Mapping[str, set[str]]
) -> Iterator[Citation]:
    beside = [
        next(iter(each))
        for each in map(owners.get, (i.article for i in items))
        if each and len(each) == 1
    ]
    for item in items:
        owner = owners.get(item.article, set())
        if item.document:
            yield item
        elif len(owner) == 1 or (not owner and beside):
            yield item._replace(document=next(iter(owner), beside[-1]))
        else:
            before = [
                mention.document
                for mention in named
                if mention.start <= item.start and (not owner or mention.document in owner)
            ]
            if before:
                yield item._replace(document=before[-1])
