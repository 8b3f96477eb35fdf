"""What an article may hold, whatever Markdown made of a pull request's text.

The outline names what authors should not write, line by line. This is the second lock: it looks
at the HTML itself, so that no way of writing Markdown brings a script, an address outside or
trainer text into a page or a PDF (design.md, Decisions 13).
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from manuals.chapters import Half
from manuals.editions import TRAINER
from manuals.errors import ManualError, Problem

PLAIN = "h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr th td div span strong em a sup img"
TAGS = frozenset([*PLAIN.split(), "article", "blockquote", "br", "code", "hr"])
ATTRIBUTES = {
    "id": re.compile(r"\S+"),
    "class": re.compile(r"(box(-[a-z]+)*|choices|footnote(-ref|-backref)?|headerlink|\s)+"),
    "title": re.compile(r"[^<>]*"),
    "alt": re.compile(r"[^<>]*"),
    "style": re.compile(r"text-align: (left|right|center);"),
    "type": re.compile("a"),
    "start": re.compile(r"\d+"),
}
ADDRESSES = {("a", "href"), ("img", "src")}


def check_trust(root: HtmlElement, half: Half, edition: str) -> None:
    """Raise ManualError if the converted text holds what only a mistake or an attack puts there."""
    problems = [
        Problem(half.path, _line(half, found), what, todo)
        for found, what, todo in (
            *_strangers(root),
            *_pictures(root, half),
            *_boxes(root, half, edition),
        )
    ]
    if problems:
        raise ManualError(problems)


def _strangers(root: HtmlElement) -> Iterator[tuple[str, str, str]]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag not in TAGS:
            name = element.tag if isinstance(element.tag, str) else "!--"
            what = f"HTML <{name}> would reach the page"
            yield f"<{name}", what, "write it in Markdown, as CONTRIBUTING.md shows"
            continue
        for name, value in element.attrib.items():
            if (element.tag, name) in ADDRESSES:
                if leads_out(value):
                    what = f"{value} leads out of the manuals"
                    yield value, what, "name the document under the sources instead"
            elif name not in ATTRIBUTES or not ATTRIBUTES[name].fullmatch(value):
                what = f'the attribute {name}="{value}" would reach the page'
                place = value or f"{name}}}"  # {#two words} has a name without a value
                yield place, what, "in braces write only {#short-english-id}"


def _pictures(root: HtmlElement, half: Half) -> Iterator[tuple[str, str, str]]:
    """Yield pictures that only Markdown saw: nobody has looked at their files."""
    checked = {_file(link.target) for link in half.outline.links if link.image}
    for image in root.iter("img"):
        address = image.get("src") or ""
        if _file(address) not in checked and not leads_out(address):
            what = f"the picture {address} is not written where it is shown"
            yield address, what, "write it as ![what it shows](file.png)"


def _file(address: str) -> str:
    return posixpath.basename(unquote(address))


def leads_out(address: str) -> bool:
    """Return whether an address names a scheme or a host; browsers skip blanks inside it."""
    bare = re.sub(r"[\s\x00-\x1f]", "", address)
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//|/\\|\\", bare, re.IGNORECASE)) or bool(
        urlsplit(bare).netloc
    )


def _boxes(root: HtmlElement, half: Half, edition: str) -> Iterator[tuple[str, str, str]]:
    """Compare the page's boxes with the outline's: one that only Markdown saw was never cut."""
    boxes = [box for box in half.outline.boxes if edition == TRAINER or not box.trainer]
    expected = Counter(box.kind for box in boxes)
    made = Counter(
        name.removeprefix("box-")
        for element in root.iter("div")
        for name in (element.get("class") or "").split()
        if name.startswith("box-")
    )
    for kind in expected.keys() | made.keys():
        if expected[kind] != made[kind]:
            what = f'{expected[kind]} boxes "{kind}" in the text, {made[kind]} on the page'
            yield f"/ {kind}", what, "begin and end each box at the start of a line"


def _line(half: Half, found: str) -> int:
    lines = half.body.split("\n")
    return next((n for n, line in enumerate(lines, half.first_line) if found in line), 0)
