"""What a page may pull into a PDF: files of docs/ and our own, nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from weasyprint.urls import FatalURLFetchingError

from manuals.errors import ManualError
from manuals.print.fetcher import BASE, HERE, OwnFetcher
from manuals.print.pdf import Book, set_book

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a"/></svg>'


def book(body: str) -> Book:
    """Return a one-page book."""
    return Book("b", f"<!doctype html><html lang='en'><title>T</title>{body}</html>", "")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a docs/ with a picture, and a secret beside it."""
    folder = tmp_path / "docs"
    (folder / "v1").mkdir(parents=True)
    (folder / "v1" / "hình 1.svg").write_text(PICTURE, encoding="utf-8")
    (tmp_path / "secret.svg").write_text(PICTURE, encoding="utf-8")
    (tmp_path / "docs-old").mkdir()
    (tmp_path / "docs-old" / "a.svg").write_text(PICTURE, encoding="utf-8")
    return folder


def test_picture_of_docs(docs: Path) -> None:
    """A file below docs/ is handed over, also with spaces and diacritics in its name."""
    url = BASE + quote("v1/hình 1.svg")
    assert OwnFetcher(docs).fetch(url).read() == PICTURE.encode()


def test_own_files() -> None:
    """Our fonts and styles are handed over whatever folders are given."""
    path = HERE / "style" / "text.css"
    assert OwnFetcher().fetch(path.as_uri()).read() == path.read_bytes()


def test_data() -> None:
    """A picture that stands in the page itself comes from nowhere."""
    assert OwnFetcher().fetch("data:text/plain,x").read() == b"x"


@pytest.mark.parametrize(
    "url",
    [
        "file://docs/../secret.svg",
        "file://docs/v1/../../secret.svg",
        "file://docs/%2e%2e/secret.svg",
        "file://docs/%2Fetc/passwd/../../../secret.svg",
        "file://docs/../docs-old/a.svg",
        "file://{docs}/../secret.svg",
        "file://{docs}/v1/h%C3%ACnh%201.svg",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "file://localhost/etc/passwd",
    ],
)
def test_path_out_of_docs(docs: Path, url: str) -> None:
    """A file outside is refused, however its path is written."""
    with pytest.raises(FatalURLFetchingError, match=r"lies outside docs/"):
        OwnFetcher(docs).fetch(url.format(docs=docs))


@pytest.mark.parametrize("target", ["../../secret.svg", "/etc/passwd"])
def test_symlink_out_of_docs(docs: Path, target: str) -> None:
    """A link inside docs/ to a file outside is refused: it stands for that file."""
    (docs / "v1" / "map.svg").symlink_to(target)
    with pytest.raises(FatalURLFetchingError, match=r"lies outside docs/"):
        OwnFetcher(docs).fetch(f"{BASE}v1/map.svg")


def test_folder_that_is_a_link(docs: Path) -> None:
    """A folder inside docs/ that is a link to one outside is no way around."""
    (docs / "v2").symlink_to(docs.parent / "docs-old")
    with pytest.raises(FatalURLFetchingError, match=r"lies outside docs/"):
        OwnFetcher(docs).fetch(f"{BASE}v2/a.svg")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/a.png",
        "https://127.0.0.1:9/a.png",
        "HTTP://127.0.0.1:9/a.png",
        "ftp://127.0.0.1:9/a.png",
    ],
)
def test_network(docs: Path, url: str) -> None:
    """Nothing comes from the network; the message names the address."""
    with pytest.raises(FatalURLFetchingError, match=r"is not a file of the manuals") as caught:
        OwnFetcher(docs).fetch(url)
    assert url in str(caught.value)


def test_missing_file(docs: Path) -> None:
    """A file that is not there is named, with its path."""
    with pytest.raises(FatalURLFetchingError, match=r"^docs/v1/none\.png is missing"):
        OwnFetcher(docs).fetch(f"{BASE}v1/none.png")


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="x" src="{url}">',
        '<p style="background: url({url})">x</p>',
        '<link rel="stylesheet" href="{url}">',
        '<link rel="attachment" href="{url}">',
        '<object data="{url}"></object>',
        '<style>@import url("{url}")</style>',
    ],
)
def test_no_way_around(docs: Path, body: str) -> None:
    """Whatever part of a page names a file outside stops the book."""
    url = (docs.parent / "secret.svg").as_uri()
    with pytest.raises(ManualError, match=r"secret\.svg lies outside docs/"):
        set_book(book(body.format(url=url)), docs)


def test_pictures_in_pictures(docs: Path) -> None:
    """A drawing may show a picture of docs/; one that names a file outside stops the book."""
    outer = docs / "v1" / "outer.svg"
    page = book('<img alt="x" src="v1/outer.svg">')
    image = PICTURE.replace('<g id="a"/>', '<image width="9" height="9" href="{}"/>')
    outer.write_text(image.format("h%C3%ACnh%201.svg"), encoding="utf-8")
    assert set_book(page, docs).startswith(b"%PDF")
    outer.write_text(image.format((docs.parent / "secret.svg").as_uri()), encoding="utf-8")
    with pytest.raises(ManualError, match=r"outer\.svg"):
        set_book(page, docs)
