"""PDF/X-4 (ISO 15930-7): what a press file says of itself, and what may not stand in it."""

from __future__ import annotations

import hashlib
import re
import uuid
from typing import Any

import pydyf

from manuals.print.press.boxes import pages

CONFORMANCE = "PDF/X-4"
VERSION = "1.6"


def add_output_intent(
    pdf: pydyf.PDF, standard: str, condition: str, profile: bytes, *, inks: int
) -> pydyf.Dictionary:
    """Say which device the colours are meant for; return the entry, to add to."""
    stream = pydyf.Stream([profile], pydyf.Dictionary({"N": inks}), compress=True)
    pdf.add_object(stream)
    intent = pydyf.Dictionary(
        {
            "Type": "/OutputIntent",
            "S": f"/{standard}",
            "OutputConditionIdentifier": pydyf.String(condition),
            "Info": pydyf.String(condition),
            "DestOutputProfile": stream.reference,
        }
    )
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])
    return intent


def declare_press_file(document: Any, pdf: pydyf.PDF, profile: bytes, condition: str) -> None:
    """Add output intent and metadata; take links out, which may not lie on a page of PDF/X.

    `document` carries the dates. WeasyPrint's own PDF/X names each file by chance.
    """
    intent = add_output_intent(pdf, "GTS_PDFX", condition, profile, inks=4)
    intent["RegistryName"] = pydyf.String("http://www.color.org")
    pdf.info["Trapped"] = "/False"
    pdf.info["GTS_PDFXVersion"] = pydyf.String(CONFORMANCE)
    remove_links(pdf)
    _add_metadata(document, pdf)


def remove_links(pdf: pydyf.PDF) -> None:
    """Take out what only a screen knows: links."""
    for page in pages(pdf):
        page.pop("Annots", None)
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Annot":
            item.clear()  # pydyf 0.13 counts a free object of a compressed file wrongly


def _add_metadata(document: Any, pdf: pydyf.PDF) -> None:
    """Write XMP with an id that hangs on title, language and date only."""
    metadata = document.metadata
    what = f"{metadata.title} {metadata.lang} {metadata.modified} {len(document.pages)}"
    name = uuid.UUID(hashlib.sha256(what.encode()).hexdigest()[:32], version=5)
    rdf = metadata.generate_rdf_metadata("x", 4, CONFORMANCE)
    rdf = re.sub(rb"xmp\.did:[0-9a-f-]+", f"xmp.did:{name}".encode(), rdf)
    packet = b"\n".join(
        (
            b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + rdf + b"</x:xmpmeta>",
            b'<?xpacket end="r"?>',
        )
    )
    extra = pydyf.Dictionary({"Type": "/Metadata", "Subtype": "/XML"})
    stream = pydyf.Stream([packet], extra)
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
