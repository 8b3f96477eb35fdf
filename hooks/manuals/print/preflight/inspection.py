"""Look through a PDF before it is handed out; whatever is wrong comes back at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from manuals.errors import Problem
from manuals.print.joining import no_collector
from manuals.print.pdf import Book
from manuals.print.preflight.attachments import check_attachments
from manuals.print.preflight.completeness import check_completeness
from manuals.print.preflight.drawn import check_drawn
from manuals.print.preflight.footnotes import check_footnotes
from manuals.print.preflight.inks import check_inks
from manuals.print.preflight.letters import check_letters
from manuals.print.preflight.page_boxes import check_page_boxes
from manuals.print.preflight.page_count import check_page_count
from manuals.print.preflight.places import NOWHERE, Places
from manuals.print.preflight.printed import read_printed
from manuals.print.preflight.promised import read_promised
from manuals.print.preflight.references import check_references


@no_collector()
def inspect_screen(book: Book, data: bytes, places: Places) -> list[Problem]:
    """Return what is wrong with the tagged PDF of a book, with path:line where it is known."""
    printed = read_printed(data)
    pages = {anchor: str(page + 1) for anchor, page in printed.destinations}
    late = (make(pages) for make in book.late)
    promised = read_promised("".join((book.whole().removesuffix("</body></html>"), *late)))
    findings = [
        *check_completeness(promised, printed),
        *check_references(promised, printed),
        *check_footnotes(promised, printed),
        *check_attachments(printed),
        *check_letters(printed),
        *check_page_boxes(printed, press=False),
    ]
    return [places.problem(finding, book.name) for finding in findings]


@no_collector()
def inspect_press(
    name: str, data: bytes, laid: Sequence[Counter[str]] | None, binding: str | None
) -> list[Problem]:
    """Return what a print shop would send back, and what is lost of the layout.

    `laid` counts the layout's letters; without it only the file is looked at. `binding` is the
    English text of data/volumes.yml; None for a cover, which is one sheet.
    """
    printed = read_printed(data)
    findings = [
        *check_inks(printed),
        *check_attachments(printed),
        *check_letters(printed),
        *check_page_boxes(printed, press=True),
        *(check_drawn(printed, laid) if laid is not None else ()),
        *(check_page_count(printed, binding) if binding is not None else ()),
    ]
    return [NOWHERE.problem(finding, name) for finding in findings]


@no_collector()
def inspect_grey(name: str, data: bytes, laid: Sequence[Counter[str]]) -> list[Problem]:
    """Return what the copy for office printers has lost of its layout, whose letters are `laid`."""
    printed = read_printed(data)
    findings = [*check_drawn(printed, laid), *check_letters(printed)]
    return [NOWHERE.problem(finding, name) for finding in findings]
