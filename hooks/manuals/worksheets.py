"""What is printed for itself: each chapter and checklist; for trainers handouts and role cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.chapters import Manuals, Pair
from manuals.editions import TRAINER
from manuals.languages import DEFAULT, Language

CHAPTERS = "chapters"  # the folder below pdf/
OFFER = "worksheet-offer"
TITLE = "p[@class='box-title']"
WORDS = {"checklist": "print_checklist", "handout": "print_handout", "card": "print_cards"}


@dataclass(frozen=True)
class Worksheet:
    """A PDF of the box at `place` among a chapter's boxes of a kind, or of all its role cards."""

    kind: str
    place: int
    name: str

    def boxes(self, root: HtmlElement) -> list[HtmlElement]:
        """Return its boxes in the chapter's article."""
        boxes = [box for box in root.iter("div") if f"box-{self.kind}" in box.get("class", "")]
        return boxes if self.kind == "card" else [boxes[self.place]]


def chapter_name(pair: Pair, locale: str) -> str:
    """Return the file name of a chapter's PDF: v1-foundations-03-law.vi.pdf."""
    return f"{pair.stem.replace('/', '-')}.{locale}.pdf"


def worksheets(pair: Pair, locale: str, edition: str) -> Iterator[Worksheet]:
    """Yield the worksheets of a chapter's half.

    A checklist's file bears its place in the chapter, a handout's the box's id.
    """
    volume, _, page = pair.stem.partition("/")
    start = f"{volume}-{page.partition('-')[0]}"
    trainer = edition == TRAINER
    boxes = [box for box in pair.written[locale].outline.boxes if trainer or not box.trainer]
    for place, _ in enumerate(box for box in boxes if box.kind == "checklist"):
        yield Worksheet("checklist", place, f"{start}-checklist-{place + 1}.{locale}.pdf")
    if not trainer:
        return
    for place, box in enumerate(box for box in boxes if box.kind == "handout"):
        yield Worksheet("handout", place, f"{start}-handout-{box.id or place + 1}.{locale}.pdf")
    if any(box.kind == "card" for box in boxes):
        yield Worksheet("card", 0, f"{start}-role-cards.{locale}.pdf")


def chapter_files(manuals: Manuals, volume: str, locale: str, edition: str) -> Iterator[str]:
    """Yield the names of all PDFs of a volume's chapters; a half that is not written has none."""
    for pair in manuals.chapters(volume):
        if locale in pair.written:
            yield chapter_name(pair, locale)
            yield from (sheet.name for sheet in worksheets(pair, locale, edition))


def offer_worksheets(article: str, pair: Pair, words: Language, locale: str, edition: str) -> str:
    """Return a chapter's article with a link to its PDF below the heading of each box.

    `words` are those of the article, `locale` is the page's: a half may stand in for the other.
    """
    root = html.fragment_fromstring(article, create_parent="article")
    up = "../" * (pair.stem.count("/") + (locale != DEFAULT))
    for sheet in worksheets(pair, words.locale, edition):
        link = builder.A(words[WORDS[sheet.kind]], href=f"{up}pdf/{CHAPTERS}/{sheet.name}")
        sheet.boxes(root)[0].find(TITLE).addnext(builder.P({"class": OFFER}, link))
    inner = str(html.tostring(root, encoding="unicode"))
    return inner.removeprefix("<article>").removesuffix("</article>")
