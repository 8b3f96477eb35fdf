"""Cards to cut out: on the front a role or a situation, on the back the same in the other language.

Front and back are turned on the long edge, as office printers do; all cuts lie in the middle of
the sheet, so that they meet on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.export import Article
from manuals.languages import OTHER
from manuals.print.packs.frame import Frame
from manuals.print.packs.selection import box_label, box_name, joined, part_of, prepared, used
from manuals.print.pdf import Book
from manuals.worksheets import TITLE

ROLE, SORTING = "role-cards", "sorting-cards"
SIZES = (4, 2)  # cards a sheet: a sixth or a fifth of the A row each
LETTERED = re.compile(r"\w+ [A-Z]\.")  # "Card A." begins a card of a handout
CUTS = ("top", "middle", "bottom", "left", "centre", "right")


@dataclass(frozen=True, eq=False)
class Deck:
    """The cards of one box: `faces` gives each card's HTML by locale, `label` the box's name."""

    stem: str
    label: str
    faces: tuple[Mapping[str, str], ...]


def decks(frame: Frame, kind: str, articles: Mapping[str, Mapping[str, Article]]) -> list[Deck]:
    """Return the decks of a kind that sessions use, each once.

    `articles` are by locale and stem.
    """
    locale = frame.words.locale
    found: dict[tuple[str, str], Deck] = {}
    for session in frame.course.sessions:
        for stem, ids in used(session):
            if stem not in articles[locale]:
                continue
            both = {
                each: _boxes(frame.manuals, kind, articles[each][stem], ids)
                for each in (locale, OTHER[locale])
                if stem in articles[each]
            }
            for place, (name, _) in enumerate(both[locale]):
                sides = {
                    each: boxes[place][1] for each, boxes in both.items() if place < len(boxes)
                }
                faces = tuple(
                    {each: cards[number] for each, cards in sides.items() if number < len(cards)}
                    for number in range(len(sides[locale]))
                )
                found.setdefault((stem, name), Deck(stem, name, faces))
    return list(found.values())


def _boxes(
    manuals: Manuals, kind: str, article: Article, ids: Sequence[str]
) -> list[tuple[str, list[str]]]:
    """Return the boxes of a chapter that hold cards, each with its name and its cards' HTML."""
    root = html.fragment_fromstring(article.html, create_parent="article")
    parts = [part for id in ids for part in part_of(root, id)]
    outer = "box-role-play" if kind == ROLE else "box-handout"
    boxes = [box for part in parts for box in part.iter("div") if outer in box.classes]
    found = []
    for place, box in enumerate(dict.fromkeys(boxes)):
        prefix = f"k{place}"
        if kind == ROLE:
            cards = [_role(article, card, prefix) for card in _roles(manuals, article, root, box)]
        else:
            cards = list(_situations(article, box, prefix))
        if cards:
            found.append((box_label(box), cards))
    return found


def _roles(
    manuals: Manuals, article: Article, root: HtmlElement, box: HtmlElement
) -> list[HtmlElement]:
    """Return a role play's cards, which stand at the chapter's end in the order of its file."""
    outline = manuals.pairs[article.stem].halves[article.locale].outline
    owners = [card.parent for card in outline.boxes if card.kind == "card"]
    cards = [card for card in root.iter("div") if "box-card" in card.classes]
    return [
        card
        for card, owner in zip(cards, owners, strict=True)
        if owner is not None and owner.id == box.get("id")
    ]


def _role(article: Article, card: HtmlElement, prefix: str) -> str:
    (role,) = prepared(article, [card], prefix)
    kind, name = box_name(role)
    title = role.find(TITLE)
    title.clear()
    title.set("class", "role")
    title.text = name or kind
    return joined(list(role))


def _situations(article: Article, box: HtmlElement, prefix: str) -> Iterator[str]:
    """Yield the lettered paragraphs of a handout that is made of them."""
    for place, paragraph in enumerate(box.iterfind("p")):
        first = paragraph.find("strong")
        if first is not None and not paragraph.text and LETTERED.fullmatch(first.text_content()):
            yield joined(prepared(article, [paragraph], f"{prefix}-{place}"))


def compose_cards(
    frame: Frame, kind: str, found: Sequence[Deck], sizes: Mapping[Deck, int]
) -> Book:
    """Return the sheets of all decks, the front of each before its back."""
    locale = frame.words.locale
    sheets = []
    for deck in found:
        size = sizes[deck]
        for start in range(0, len(deck.faces), size):
            hand = deck.faces[start : start + size]
            for each in (locale, OTHER[locale]):
                sheets.append(_sheet(frame, deck, hand, size, each, kind))
    return frame.book(kind, frame.word(kind.replace("-", "_")), sheets)


def _sheet(
    frame: Frame, deck: Deck, hand: Sequence[Mapping[str, str]], size: int, locale: str, kind: str
) -> str:
    """Return one side of a sheet; a back has the cards of each row in the other order."""
    cells = [_cell(frame, deck, face, locale) for face in hand]
    cells += [""] * (size - len(cells))
    back = locale != frame.words.locale
    if size == SIZES[0] and back:
        cells = [cells[1], cells[0], cells[3], cells[2]]
    tag = "main" if back else "div"
    shown = "".join(f'<{tag} class="card-cell" lang="{locale}">{cell}</{tag}>' for cell in cells)
    cuts = "".join(f'<div class="cut cut-{place}"></div>' for place in CUTS)
    return f'<section class="cards cards-{size} {kind}">{shown}{cuts}</section>'


def _cell(frame: Frame, deck: Deck, face: Mapping[str, str], locale: str) -> str:
    if locale not in face:
        return ""
    label = deck.label if locale == frame.words.locale else ""
    foot = f'<p class="card-of">{escape(label)}</p>' if label else ""
    return f"{foot}{face[locale]}"
