"""The offline copy: the site in a ZIP with two start files to open by double click."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from html import escape
from pathlib import Path

from manuals.chapters import Manuals
from manuals.languages import DEFAULT
from manuals.shelf import OFFLINE_MARK

FOLDER = "manuals"
START_FILES = {"vi": "MO-SO-TAY-Tieng-Viet.html", "en": "OPEN-MANUALS-English.html"}
START = """<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={target}">
<title>{title}</title>
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def offline_copy(site: Path, manuals: Manuals) -> bytes:
    """Return the ZIP of a built site; equal sites give equal bytes.

    File dates are those of the newest volume, names are ASCII, and the home page no longer
    offers the copy that the reader is holding.
    """
    newest = max(volume.date for volume in manuals.shelf.volumes)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for locale, name in ((each, start_name(each)) for each in manuals.languages):
            _add(archive, name, start_file(manuals, locale).encode(), newest)
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if not path.is_file() or name.startswith("offline/") or name == "404.html":
                continue
            data = path.read_bytes()
            if path.suffix == ".html":
                data = _without_offer(data)
            _add(archive, f"{FOLDER}/{name}", data, newest)
    return packed.getvalue()


def start_name(locale: str) -> str:
    """Return the name of the file that opens the site in a language."""
    return START_FILES.get(locale, f"OPEN-MANUALS-{locale}.html")


def start_file(manuals: Manuals, locale: str) -> str:
    """Return the page that leads into the site in one language."""
    folder = "" if locale == DEFAULT else f"{locale}/"
    target = f"{FOLDER}/{folder}index.html#{locale}"
    title = escape(manuals.shelf.texts["title"][locale])
    return START.format(locale=locale, target=target, title=title)


def _without_offer(data: bytes) -> bytes:
    if OFFLINE_MARK.encode() not in data:
        return data
    pattern = rb'<section class="' + OFFLINE_MARK.encode() + rb'".*?</section>'
    return re.sub(pattern, b"", data, flags=re.DOTALL)


def _add(archive: zipfile.ZipFile, name: str, data: bytes, day: datetime.date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, data)
