"""The colophon: from which commit a volume was set, in which faces, with which tools."""

from __future__ import annotations

from importlib.metadata import version

from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.print.matter.pieces import piece

ID = "colophon"
TOOLS = {"MkDocs": "mkdocs", "WeasyPrint": "weasyprint", "pydyf": "pydyf"}


def colophon(commit: str | None, edition: str, trim: str, words: Language) -> HtmlElement:
    """Return the colophon; `commit` is that of manuals.manifest, `edition` names edition and date.

    What it says depends on the sources and the pinned tools alone: same commit, same bytes.
    """
    root = piece(ID, words.of("matter", "colophon"), "colophon")
    lines = {
        "colophon_edition": edition,
        "colophon_commit": commit or words.of("matter", "no_commit"),
        "colophon_trim": trim,
        "colophon_faces": words.of("matter", "faces"),
        "colophon_tools": ", ".join(f"{name} {version(tool)}" for name, tool in TOOLS.items()),
    }
    rows = [
        builder.TR(builder.TH({"scope": "row"}, words.of("matter", key)), builder.TD(text))
        for key, text in lines.items()
    ]
    root.append(builder.TABLE({"class": "colophon-table"}, builder.TBODY(*rows)))
    if (commit or "").endswith("+"):
        root.append(builder.P(words.of("matter", "commit_changed")))
    root.append(builder.P(words.of("matter", "same_bytes")))
    return root
