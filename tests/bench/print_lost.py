"""What of a volume does not stand in its PDF once: paragraphs, footnotes, anchors.

Read with PDFium, apart from preflight, so that the bench does not ask preflight about itself.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pypdfium2
from lxml import html
from pypdfium2 import raw

from manuals.print.joining import Pages
from manuals.print.pdf import Book
from tests.print.drawn import body_text

NOTE = "\ue000"  # of Unicode's private use: it stands in no text


def lost_texts(made: Book, pages: Pages, data: bytes) -> Iterator[str]:
    """Yield each numbered paragraph and footnote that does not stand once and in order."""
    document = pypdfium2.PdfDocument(data)
    starts = [start for start, _ in pages.parts[1:]]
    for part, start, end in zip(made.parts, starts, starts[1:], strict=False):
        text = _squeezed("".join(body_text(document[place]) for place in range(start, end)))
        root = html.fragment_fromstring(part, create_parent="div")
        for kind, length in ((".//p[@class='numbered']", 24), (".//span[@class='note']", None)):
            place = 0
            for element in root.iterfind(kind):
                words = _squeezed(_own(element))[:length]
                found = text.find(words, place)
                if found < 0 or text.count(words) != 1:
                    yield words
                place = max(found, place)


def lost_anchors(made: Book, pages: Pages, data: bytes) -> Iterator[str]:
    """Yield each id that is not a destination once, and on a page of its own part."""
    document = pypdfium2.PdfDocument(data)
    found = list(_destinations(document))
    counts, places = Counter(name for name, _ in found), dict(found)
    ends = [*(start for start, _ in pages.parts[1:]), len(document)]
    late = (make(pages.anchors) for make in made.late)
    texts = (made.html, *made.parts, *late)
    for text, (start, _), end in zip(texts, pages.parts, ends, strict=True):
        root = html.document_fromstring(text)
        ids = Counter(item.get("id", "") for item in root.iterfind(".//*[@id]"))
        for id, times in ids.items():
            if times != 1 or counts[id] != 1 or not start <= places[id] < end:
                yield id


def _destinations(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    """Yield each named destination with its page, from 0."""
    for index in range(raw.FPDF_CountNamedDests(document)):
        size = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, index, None, size)
        buffer = ctypes.create_string_buffer(size.value)
        place = raw.FPDF_GetNamedDest(document, index, buffer, size)
        name = buffer.raw.decode("utf-16-le").rstrip("\0")
        yield name, raw.FPDFDest_GetDestPageIndex(document, place)


def _own(element: html.HtmlElement) -> str:
    """Return an element's text up to its first note: a mark is printed there."""
    copy = html.fromstring(html.tostring(element, encoding="unicode", with_tail=False))
    for note in copy.iterfind(".//span[@class='note']"):
        note.text = NOTE
    return str(copy.text_content()).partition(NOTE)[0]


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))
