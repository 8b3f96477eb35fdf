"""From the site's article HTML to what a book needs: ids of its own, footnotes, no web parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import quote, unquote

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.export import Article
from manuals.marks import MARK
from manuals.worksheets import OFFER

SIGN_CLASS = "sync-sign"
SIGN = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path fill="none" stroke="#000" '
    'stroke-width="1.3" d="M1 4.2h10M1 7.8h10M8.6 1 3.4 11"/></svg>'
)

FORMS = frozenset({"box-checklist", "box-handout"})


def prepare(article: Article, prefixes: Mapping[str, str]) -> HtmlElement:
    """Return the article for print; `prefixes` gives each page of the book its id prefix.

    Links within the book stay links; a link to a page that is not in the book becomes text.
    """
    root = html.fragment_fromstring(article.html, create_parent="article")
    prefix = prefixes[article.url]
    root.set("id", prefix)
    for link in list(root.iterfind(".//a[@class='headerlink']")):
        link.drop_tree()
    for offer in list(root.iterfind(f".//p[@class='{OFFER}']")):
        offer.drop_tree()
    for term in list(root.iterfind(".//span[@class='term']")):
        term.drop_tag()
    _numbers(root)
    _footnotes(root)
    _lists(root)
    _pictures(root, article.url)
    _forms(root)
    _marks(root)
    for element in root.iter():
        if isinstance(element.tag, str) and element.get("id") and element is not root:
            element.set("id", f"{prefix}-{element.get('id')}")
    for link in list(root.iter("a")):
        _link(link, article.url, prefixes)
    return root


def _numbers(root: HtmlElement) -> None:
    """In print a paragraph's number is no link to itself."""
    for number in root.iterfind(".//a[@class='pn']"):
        number.tag = "span"
        number.tail = (number.tail or "").lstrip()
        del number.attrib["href"], number.attrib["aria-label"]


def _footnotes(root: HtmlElement) -> None:
    """Move each footnote to where it is cited; the style floats it to the page's foot.

    Blocks inside a floated span would break out of it (WeasyPrint 70), so that its
    paragraphs become spans. Where a footnote is cited again its number stands alone.
    """
    notes = {}
    placed: dict[str, HtmlElement] = {}
    again: list[tuple[HtmlElement, HtmlElement]] = []
    holder = root.find(".//div[@class='footnote']")
    if holder is None:
        return
    for item in holder.iterfind(".//li"):
        notes[item.get("id")] = item
    for mark in list(root.iterfind(".//sup")):
        link = mark.find("a[@class='footnote-ref']")
        if link is None:
            continue
        name = link.get("href").removeprefix("#")
        if name in placed:
            again.append((mark, placed[name]))
            continue
        item = notes[name]
        note = placed[name] = builder.SPAN({"class": "note"})
        for back in list(item.iterfind(".//a[@class='footnote-backref']")):
            back.drop_tree()
        for paragraph in list(item):
            paragraph.tag = "span"
            paragraph.set("class", "note-part")
            if paragraph.text_content().strip():
                note.append(paragraph)
        last = note[-1][-1] if len(note[-1]) else None
        if last is not None and last.tail:
            last.tail = last.tail.rstrip("\u00a0 \n")
        elif last is None:
            note[-1].text = (note[-1].text or "").rstrip("\u00a0 \n")
        note.tail = mark.tail
        mark.getparent().replace(mark, note)
    holder.drop_tree()
    order = list(root.iterfind(".//span[@class='note']"))
    for mark, note in again:
        mark.clear(keep_tail=True)
        mark.set("class", "note-again")
        mark.text = str(1 + order.index(note))


def _lists(root: HtmlElement) -> None:
    """Take paragraphs out of list items: <li><p> breaks PDF/UA-1 7.2-20 in WeasyPrint 70."""
    for item in root.iter("li"):
        paragraphs = item.findall("p")
        if len(paragraphs) == 1:
            paragraphs[0].drop_tag()
            item.text = (item.text or "").lstrip()
            continue
        for paragraph in paragraphs:
            paragraph.tag = "span"
            paragraph.set("class", "item-part")


def _forms(root: HtmlElement) -> None:
    """Mark the heading of a checklist or handout, right above it or above one paragraph.

    The style begins its page there; WeasyPrint 70 does not see `:has(+ p + div)`.
    """
    for box in root.iterchildren("div"):
        if not FORMS & set(box.classes):
            continue
        above = box.getprevious()
        if above is not None and above.tag == "p":
            above = above.getprevious()
        if above is not None and above.tag in ("h2", "h3"):
            above.classes.add("form-heading")


def _pictures(root: HtmlElement, url: str) -> None:
    for image in root.iter("img"):
        image.attrib.pop("loading", None)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(url), unquote(image.get("src"))))
        image.set("src", quote(path.removeprefix("en/")))


def _marks(root: HtmlElement) -> None:
    """Turn each mark of a section out of step into a sign that hangs beside the heading.

    A picture: its text alternative is read aloud, but is no part of the heading's own text, which
    bookmarks, running heads and contents take.
    """
    for mark in list(root.iterfind(f".//p[@class='{MARK}']")):
        for link in mark.findall("a"):
            link.drop_tree()
        kind = mark.get("data-sync") or ""
        sign = builder.IMG(src=SIGN, alt="≠")
        sign.set("class", SIGN_CLASS)
        beside = mark
        if not kind.startswith("missing"):
            sign.set("alt", " ".join(mark.text_content().split()))
            beside = mark.getprevious()
            beside.set("data-sync", kind)
            mark.drop_tree()
        for reason in mark.iterfind("span"):
            beside.set("data-reason", reason.text_content())
            beside.set("data-reason-lang", reason[0].get("lang") or "")
        first = beside[0] if len(beside) and beside[0].get("class") == "chapter-number" else beside
        first.text, sign.tail = None, first.text
        first.insert(0, sign)


def _link(link: HtmlElement, url: str, prefixes: Mapping[str, str]) -> None:
    path, _, fragment = (link.get("href") or "").partition("#")
    page = (
        posixpath.normpath(posixpath.join(posixpath.dirname(url), unquote(path))) if path else url
    )
    if page not in prefixes:
        link.drop_tag()
        return
    prefix = prefixes[page]
    link.set("href", f"#{prefix}-{fragment}" if fragment else f"#{prefix}")
    link.attrib.pop("title", None)
