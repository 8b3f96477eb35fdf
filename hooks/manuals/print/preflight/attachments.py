"""No file travels inside a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Printed
from manuals.print.preflight.promised import Unit


def check_attachments(printed: Printed) -> Iterator[Finding]:
    """Yield files that a page or the document carries along."""
    todo = "take the attachment out: a page may show pictures only"
    if "/EmbeddedFiles" in printed.pdf.Root.get("/Names", {}):
        yield Finding(Unit("", "", ""), "a file is attached to the PDF", todo)
    for number, page in enumerate(printed.pdf.pages, 1):
        for note in page.get("/Annots", []):
            if note.get("/Subtype") == "/FileAttachment":
                yield Finding(Unit("", "", ""), f"page {number}: a file is attached", todo)
