"""PDF/A-2a (ISO 19005-2) beside PDF/UA-1 in one file: a screen PDF that archives take."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pydyf

from manuals.print.press.intent import add_output_intent
from manuals.print.press.operators import resolve
from manuals.print.press.pictures import keep_pictures_sharp

PROFILE = "sRGB2014.icc"
CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
END = b"</rdf:RDF>"


def make_archivable(pdf: pydyf.PDF) -> None:
    """Say which RGB is meant, and in the metadata of a PDF/UA-1 that it is PDF/A-2a too.

    PDF/A knows PDF/UA's own property only if the file describes it.
    """
    profile = (files("weasyprint.pdf") / PROFILE).read_bytes()
    add_output_intent(pdf, "GTS_PDFA1", "sRGB", profile, inks=3)
    keep_pictures_sharp(pdf)
    metadata: Any = resolve(pdf, pdf.catalog["Metadata"])
    (text,) = metadata.stream
    metadata.stream = [text.replace(END, CLAIM + END)]
