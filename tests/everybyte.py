"""Every byte of what is handed out: archives unpacked, PDFs taken apart, in every writing of it."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

CODINGS = ("utf-8", "utf-16-be", "utf-16-le")
LETTERS = re.compile(r"[^a-z]+")


def markers_below(folder: Path, stem: str, *, without: str = "") -> dict[str, set[str]]:
    """Return each marker that begins with `stem`, with the files in which it stands.

    `without` is a folder below that is not read. A file's own name counts as a part of it.
    """
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not (without and name.startswith(f"{without}/")):
            for marker in markers_in(name, path.read_bytes(), stem):
                found.setdefault(marker, set()).add(name)
    return found


def markers_in(name: str, data: bytes, stem: str) -> set[str]:
    """Return the markers in a file of any kind."""
    wanted = re.compile(f"{stem}[a-z]{{2}}")
    found = set(wanted.findall(name.lower()))
    for part in _parts(name, data):
        if isinstance(part, str):
            found |= set(wanted.findall(LETTERS.sub("", part.lower())))
            continue
        lower = part.lower()
        for coding in CODINGS:
            if stem.encode(coding) in lower:
                found |= set(wanted.findall(lower.replace(b"\0", b"").decode("latin-1")))
    return found


def _parts(name: str, data: bytes) -> Iterator[bytes | str]:
    """Yield a file's bytes, and all that is packed in it; text that is drawn comes as a string."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield entry.filename
                yield from _parts(entry.filename, archive.read(entry))
    elif data.startswith(b"\x1f\x8b"):
        yield from _parts(name, gzip.decompress(data))
    elif data.startswith(b"%PDF"):
        yield from _pdf(data)


def _pdf(data: bytes) -> Iterator[bytes | str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                try:
                    packed = item.read_bytes()
                except pikepdf.PdfError:  # a photograph: its bytes are not packed any further
                    packed = item.read_raw_bytes()
                yield from _parts("stream", packed)
            yield from _strings(item)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_range()
    document.close()


def _strings(item: object) -> Iterator[str]:
    """Yield the strings and names of an object: titles, keywords, bookmarks, words of pictures."""
    if isinstance(item, pikepdf.String | pikepdf.Name):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for one in item:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for name, one in item.items():
            yield name
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
