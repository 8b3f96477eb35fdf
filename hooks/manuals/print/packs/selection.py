"""What a session takes from the chapters: its boxes and sections, in the order of use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.courses.course import Session
from manuals.export import Article
from manuals.print.document import as_html
from manuals.print.preparation import prepare
from manuals.worksheets import TITLE

FORMS = ("case", "exercise", "role-play", "handout", "checklist", "local")
HEADINGS = ("h2", "h3", "h4")


@dataclass(frozen=True)
class Taken:
    """What a session takes from one chapter, ready for print; `prefix` begins all its ids."""

    chapter: Article
    prefix: str
    pieces: tuple[HtmlElement, ...]


def anchor(session: Session) -> str:
    """Return the id of a session's heading: s1-3."""
    return f"s{session.number.replace('.', '-')}"


def used(session: Session) -> list[tuple[str, list[str]]]:
    """Return chapters with the ids that the session takes from each, where one follows another."""
    found: list[tuple[str, list[str]]] = []
    for use in session.uses:
        stem, _, id = use.partition("#")
        if not found or found[-1][0] != stem:
            found.append((stem, []))
        found[-1][1].append(id)
    return found


def take(session: Session, articles: Mapping[str, Article], reading: str) -> Iterator[Taken]:
    """Yield what the session takes from each chapter that is written.

    A section without boxes to work with is named in the words of `reading`, not printed again:
    participants have the manual.
    """
    for place, (stem, ids) in enumerate(used(session), 1):
        if stem not in articles:
            continue
        chapter = articles[stem]
        root = html.fragment_fromstring(chapter.html, create_parent="article")
        chosen: list[HtmlElement] = []
        for id in ids:
            part = part_of(root, id)
            if part:
                chosen += [piece for piece in _pieces(part, reading) if piece not in chosen]
        prefix = f"{anchor(session)}-{place}"
        if chosen:
            yield Taken(chapter, prefix, prepared(chapter, chosen, prefix))


def part_of(root: HtmlElement, id: str) -> list[HtmlElement]:
    """Return a box, or all of a section from its heading on; nothing where there is no such id."""
    target = root.find(f".//*[@id='{id}']")
    if target is None:
        return []
    if "box" in target.classes:
        return [target]
    while target.getparent() is not root:
        target = target.getparent()
    part = [target]
    if target.tag in HEADINGS:
        while (after := part[-1].getnext()) is not None and not (
            after.tag in HEADINGS and after.tag <= target.tag
        ):
            part.append(after)
    return part


def _pieces(part: Sequence[HtmlElement], reading: str) -> list[HtmlElement]:
    """Return a box, or a section's boxes to work with, or a line that says what to read."""
    if len(part) == 1 and "box" in part[0].classes:
        return list(part)
    return [piece for piece in part if is_form(piece)] or [_reading(part, reading)]


def _reading(section: Sequence[HtmlElement], reading: str) -> HtmlElement:
    """Return what to read as "Three elements (1.2.4–1.2.9)" in the words of `reading`."""
    heading = section[0]
    title = title_of(heading) if heading.tag in HEADINGS else ""
    numbers = [
        number.text_content().strip()
        for part in section
        for number in part.iterfind(".//a[@class='pn']")
    ]
    ends = "–".join(dict.fromkeys((*numbers[:1], *numbers[-1:])))
    shown = f"{title} ({ends})" if title and ends else title or ends
    return builder.P({"class": "read-on"}, reading.format(what=shown))


def is_form(piece: HtmlElement) -> bool:
    """Return whether participants work with a piece: a case, a handout, a checklist."""
    return any(f"box-{kind}" in piece.classes for kind in FORMS)


def prepared(
    chapter: Article, pieces: Sequence[HtmlElement], prefix: str
) -> tuple[HtmlElement, ...]:
    """Return pieces of a chapter for print, with the footnotes that they cite.

    A reference to what is not among them becomes plain text: the number is the manual's own.
    """
    root = html.fragment_fromstring(chapter.html, create_parent="article")
    notes = root.find(".//div[@class='footnote']")
    parts = [*pieces, *([notes] if notes is not None else [])]
    content = "".join(
        str(html.tostring(part, encoding="unicode", with_tail=False)) for part in parts
    )
    article = prepare(replace(chapter, html=content), {chapter.url: prefix})
    ids = set(article.xpath(".//@id"))
    for link in list(article.iter("a")):
        if link.get("href").removeprefix("#") not in ids:
            link.drop_tag()
    return tuple(article)


def box_name(piece: HtmlElement) -> tuple[str, str]:
    """Return a box's kind with its number, and its name: "Case 1.3-A (invented)", "Lost"."""
    title = piece.find(TITLE)
    kind, name = title.find("span[@class='box-kind']"), title.find("span[@class='box-name']")
    return kind.text_content(), "" if name is None else name.text_content()


def box_label(piece: HtmlElement) -> str:
    """Return a box's kind with its number and its name as one: "Case 1.3-A: Lost"."""
    return ": ".join(filter(None, box_name(piece)))


def title_of(heading: HtmlElement) -> str:
    """Return a heading's text without the sign that links to it."""
    return str(heading.text_content()).removesuffix("#").strip()


def joined(pieces: Sequence[HtmlElement]) -> str:
    """Return pieces as HTML."""
    return "".join(map(as_html, pieces))
