"""What is set last, from the pages of all the rest: the table of laws and the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from lxml import html
from lxml.html import HtmlElement

from manuals.citations import citations
from manuals.documents import Naming
from manuals.languages import OTHER, Language
from manuals.print.matter.anchors import read_blocks, set_anchors
from manuals.print.matter.laws import ID as LAWS
from manuals.print.matter.laws import law_page, law_table
from manuals.print.matter.locators import Place
from manuals.print.matter.pieces import piece
from manuals.print.matter.term_index import ID as INDEX
from manuals.print.matter.term_index import TermIndex, index_page
from manuals.termbase import Term

Late = Callable[[Mapping[str, str]], str]


def late_parts(
    chapters: Sequence[HtmlElement], terms: Sequence[Term], naming: Naming, words: Language
) -> tuple[list[Late], list[HtmlElement]]:
    """Return functions that make the table of laws and the index, and titles for the contents.

    They take the printed page of each id. The index is that of the termbase, in its two languages.

    Names an anchor in the prepared chapters at each place that an entry leads to.
    """
    index = TermIndex(terms if words.locale in OTHER else (), words.locale)
    blocks = [(chapter, block) for chapter in chapters for block in read_blocks(chapter)]
    named = citations([(str(chapter.get("id")), block.text) for chapter, block in blocks], naming)
    found: dict[str, list[Place]] = {}
    laws: dict[tuple[str, str], list[Place]] = {}
    for number, ((chapter, block), cited) in enumerate(zip(blocks, named, strict=True)):
        finds = list(index.find(block))
        places = [*(find.start for find in finds), *(item.start for item in cited)]
        ids = set_anchors(block, places, f"{chapter.get('id')}-at{number}-")
        for find in finds:
            place = Place(ids[find.start], find.main, find.defines)
            found.setdefault(find.term, []).append(place)
        for item in cited:
            laws.setdefault((item.document, item.article), []).append(Place(ids[item.start]))
    entries, lines = index.entries(_defined_once(found)), law_table(laws, naming)
    makers: dict[str, Callable[[Mapping[str, str]], HtmlElement]] = {}
    if lines:
        makers[LAWS] = lambda pages: law_page(lines, pages, words)
    if entries:
        makers[INDEX] = lambda pages: index_page(entries, pages, words)
    titles = [piece(id, words.of("matter", id), id) for id in makers]
    return [partial(_section, make) for make in makers.values()], titles


def _defined_once(found: Mapping[str, Sequence[Place]]) -> dict[str, list[Place]]:
    """Keep the first place that defines a term; what is said of it later is no definition."""
    kept = {}
    for term, places in found.items():
        first = next((place.id for place in places if place.defines), "")
        kept[term] = [place._replace(defines=place.id == first) for place in places]
    return kept


def _section(make: Callable[[Mapping[str, str]], HtmlElement], pages: Mapping[str, str]) -> str:
    text = html.tostring(make(pages), encoding="unicode")
    return f'<section class="back">{text}</section>'
