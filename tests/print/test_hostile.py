"""What a pull request may try on print: files outside, the network, bombs; all are told.

Hostile Markdown goes through the whole project: a page is never made of it. Hostile HTML, as if a
lock before print had failed, goes straight to the setter: nothing is fetched, nothing is written.
"""

from __future__ import annotations

import io
import resource
import struct
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from manuals.editions import TRAINER
from manuals.errors import ManualError
from manuals.print.pdf import Book
from manuals.print.volumes import write_book

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
PLACE = "- The Penal Code\n"
MEMORY = 400_000  # kilobytes that a refusal may add to the peak
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + ']><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>'
)


def png(width: int, height: int, rows: int | None = None) -> bytes:
    """Return a grey PNG whose head says one size and whose data has `rows` rows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack("!I", zlib.crc32(kind + data))
        return struct.pack("!I", len(data)) + kind + data + check

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packer = zlib.compressobj()
    lines = [packer.compress(b"\0" * (width + 1)) for _ in range(height if rows is None else rows)]
    data = b"".join([*lines, packer.flush()])
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def picture(size: tuple[int, int] = (8, 8), kind: str = "PNG") -> bytes:
    """Return a right picture."""
    target = io.BytesIO()
    Image.new("RGB", size, "red").save(target, kind)
    return target.getvalue()


PICTURES = {
    "30,000 pixels": (lambda: png(30_000, 30_000, 0), "million pixels"),
    "12,000 pixels": (lambda: png(12_000, 12_000), "million pixels"),
    "50 MB": (lambda: picture() + bytes(50_000_000), "MB"),
    "too few rows": (lambda: png(9, 900, 3), "is no whole PNG or JPEG"),
    "too many rows": (lambda: png(9, 9, 900), "is no whole PNG or JPEG"),
    "cut off": (lambda: picture((400, 400), "JPEG")[:900], "is no whole PNG or JPEG"),
    "no picture": (lambda: b"<svg/>", "is no whole PNG or JPEG"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    """Run a server on this machine; yield its address and the list of what was asked of it."""
    hits: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(picture())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}/a.png", hits
    found.shutdown()
    found.server_close()


def refused(docs: Path, body: str) -> str:
    """Return the message that stops a book; nothing is written, little memory is used."""
    head = "<!doctype html><html lang='en'><title>T</title>"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ManualError) as caught:
        write_book(Book("b", f"{head}<body>{body}</body></html>", ""), docs, docs.parent / "pdf")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY
    assert list((docs.parent / "pdf").iterdir()) == []
    return str(caught.value)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a docs/ with a picture and a secret beside it."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.png").write_bytes(picture())
    (folder / "b.md").write_text("Answers", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(picture())
    return folder


WAYS = [
    '<img alt="x" src="{}">',
    '<svg xmlns="http://www.w3.org/2000/svg"><image width="9" height="9" href="{}"/></svg>',
    '<p style="background: url({})">x</p>',
    '<ul><li style="list-style: url({})">x</li></ul>',
    '<style>@import url("{}");</style>',
    '<style>@font-face {{ font-family: x; src: url("{}") }} p {{ font-family: x }}</style><p>x',
    '<link rel="stylesheet" href="{}">',
    '<link rel="attachment" href="{}">',
    '<a rel="attachment" href="{}">x</a>',
    '<object data="{}"></object>',
    '<embed src="{}">',
]
OUT = ["file:///etc/passwd", "../secret.png", "%2e%2e/secret.png", "a.png/../../secret.png"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("address", [*OUT, "b.md", "http"])
def test_hostile_html(docs: Path, server: tuple[str, list[str]], way: str, address: str) -> None:
    """No part of a page pulls in a file outside, a page's Markdown, or anything by the network."""
    url, hits = server
    refused(docs, way.format(url if address == "http" else address))
    assert hits == []


def test_symbolic_link(docs: Path) -> None:
    """A link in docs/ to a file outside is no way in."""
    (docs / "c.png").symlink_to("../secret.png")
    assert "lies outside docs/" in refused(docs, '<img alt="x" src="c.png">')


def test_attached_picture(docs: Path) -> None:
    """What a page may show it may still not attach."""
    assert "attached" in refused(docs, '<p>x</p><link rel="attachment" href="a.png">')


def test_billion_laughs(docs: Path) -> None:
    """A drawing whose entities grow without end is refused before it is read."""
    (docs / "a.svg").write_text(LAUGHS, encoding="utf-8")
    assert "docs/a.svg declares entities" in refused(docs, '<img alt="x" src="a.svg">')


@pytest.mark.parametrize("kind", PICTURES)
def test_hostile_picture(docs: Path, kind: str) -> None:
    """A picture that is a bomb, too heavy or not what its head says is named."""
    make, what = PICTURES[kind]
    (docs / "a.png").write_bytes(make())
    message = refused(docs, '<img alt="x" src="a.png">')
    assert "docs/a.png" in message
    assert what in message


@pytest.mark.parametrize("kind", PICTURES)
def test_hostile_picture_in_a_chapter(project: Callable[[], Project], kind: str) -> None:
    """The check names the same picture with the line that shows it, in both halves."""
    copy = project()
    make, what = PICTURES[kind]
    copy.write("docs/v1-foundations/rings.png", make())
    first, second = copy.messages("the picture rings.png")
    assert what in first
    assert first.startswith(f"{LAW}:{copy.line(LAW, 'rings.png')}: ")
    assert second.startswith(LAW.replace(".en.", ".vi."))


@pytest.mark.parametrize("way", [*WAYS, "![x]({})", "![x][r]\n\n[r]: {}"])
@pytest.mark.parametrize("address", [*OUT, "http://127.0.0.1:9/a.png", "data:image/png;base64,AA"])
def test_hostile_markdown(project: Callable[[], Project], way: str, address: str) -> None:
    """No page is made of Markdown that tries; the line that does is named."""
    copy = project()
    copy.edit(LAW, PLACE, f"{PLACE}\n{way.format(address)}\n")
    messages, article = copy.built(TRAINER)
    assert article == ""
    assert any(message.startswith(f"{LAW}:") for message in messages)


@pytest.mark.parametrize("name", ["bomb.svg", "page.html", "style.css"])
def test_hostile_file(project: Callable[[], Project], name: str) -> None:
    """A file that is neither page nor picture is told, a drawing too."""
    copy = project()
    copy.write(f"docs/v1-foundations/{name}", LAUGHS)
    assert copy.messages(f"docs/v1-foundations/{name}: docs/ holds pages and pictures only")
