"""HTML of books, parsed by libxml2: what is well formed means the same to every parser.

WeasyPrint 70 takes any page of the web by the rules of HTML 5, letter by letter in Python
(__init__.py, HTML; tinyhtml5, parse).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import Any
from xml.etree.ElementTree import TreeBuilder

import tinyhtml5
from lxml import etree

from manuals.print.quick.replacing import in_place_of

PARSE: Any = tinyhtml5.parse
WORDS = frozenset(
    {"a", "abbr", "b", "br", "code", "em", "i", "img", "span", "strong", "sub", "sup"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset({"article", "blockquote", "div", "hr", "main", "ol", "p", "section", "table"})
FLOW = WORDS | HEADINGS | BLOCKS | {"ul"}
HOLDERS = BLOCKS - {"hr", "ol", "p", "table"} | {"body", "li", "td", "th"}
EMPTY = frozenset({"br", "hr", "img", "meta"})
ROWS = ("thead", "tbody", "tfoot")
CHILDREN: dict[str, frozenset[str]] = {
    "": frozenset({"html"}),
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title"}),
    **dict.fromkeys({*EMPTY, "title"}, frozenset[str]()),
    **dict.fromkeys({"p"} | HEADINGS | WORDS - EMPTY, WORDS),
    **dict.fromkeys(HOLDERS, FLOW),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    "table": frozenset(ROWS),
    **dict.fromkeys(ROWS, frozenset({"tr"})),
    "tr": frozenset({"td", "th"}),
}
TEXTLESS = {"html", "head", "table", *ROWS, "tr"}
TAG = re.compile("<(/?)([a-z0-9]*)")
# Bytes and names of letters that HTML 5 reads in its own way.
ODD = re.compile(r"[\r\0]|&(?!(?:amp|lt|gt|quot|nbsp|#x27);)")
START, END = "<!doctype html>", "</body></html>"


class _Builder:
    """Makes the elements that WeasyPrint expects."""

    def __init__(self) -> None:
        made: Any = TreeBuilder()
        self._start, self.end, self.data, self.close = made.start, made.end, made.data, made.close

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        self._start(tag, dict(attributes))


@contextmanager
def quick_parsing() -> Iterator[None]:
    """Parse well-formed books with libxml2 while this lasts."""
    with in_place_of(PARSE, _parse, only=tinyhtml5):
        yield


def _parse(file: Any, **more: Any) -> Any:
    """Return the root of a document; by the rules of HTML 5 where they could matter."""
    if isinstance(file, StringIO):
        text = file.getvalue()
        framed = text.startswith(f"{START}<html") and text.endswith(END) and not ODD.search(text)
        if framed and _is_well_formed(text.removeprefix(START)):
            maker: Any = _Builder()
            root = etree.fromstring(text, etree.HTMLParser(target=maker, huge_tree=True))
            if not any(map(_has_stray_text, root.iter())):
                return root
    return PARSE(file, **more)


def _is_well_formed(text: str) -> bool:
    """Return whether each element is closed, and stands where HTML 5 leaves it."""
    open_tags = [""]
    for end, tag in TAG.findall(text):
        if end:
            if not tag or open_tags.pop() != tag:
                return False
        elif tag not in CHILDREN.get(open_tags[-1], ()) or (tag == "a" and "a" in open_tags):
            return False
        elif tag not in EMPTY:
            open_tags.append(tag)
    return open_tags == [""]


def _has_stray_text(parent: Any) -> bool:
    """Return whether an element holds text that HTML 5 moves to another."""
    if parent.tag not in TEXTLESS:
        return False
    texts = (parent.text, *(child.tail for child in parent))
    return any(text and text.strip() for text in texts)
