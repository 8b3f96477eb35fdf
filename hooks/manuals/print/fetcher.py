"""What a page may pull into a PDF: pictures of docs/ and our own fonts, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from manuals.pictures import picture_problem
from manuals.sources import LARGEST_PICTURE, PICTURES

HERE = Path(__file__).parent
DOCS = "docs"
BASE = f"file://{DOCS}/"  # the same in every clone: WeasyPrint names pictures by their address


SHOWN = (*PICTURES, ".svg")  # of docs/
OWN = (".css", ".ttf")


class OwnFetcher(URLFetcher):  # type: ignore[misc]
    """Reads files below docs/, our own and data: only (a pull request is not trusted).

    WeasyPrint's own fetcher opens any local or remote file that a page names.
    """

    def __init__(self, docs: Path | None = None) -> None:
        super().__init__(
            allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True
        )
        self.docs = docs

    def fetch(self, url: str, headers: dict[str, Any] | None = None) -> URLFetcherResponse:
        """Return the file; FatalURLFetchingError stops the book."""
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file":
            raise FatalURLFetchingError(f"{url} is not a file of the manuals")
        name = unquote(parts.path)
        if self.docs and parts.netloc == DOCS:
            top, path = self.docs.resolve(), self.docs / name.lstrip("/")
        else:
            top, path = HERE, Path(name)
        path = path.resolve()
        if not path.is_relative_to(top):
            raise FatalURLFetchingError(f"{path} lies outside docs/ and may not be printed")
        shown = path.relative_to(top.parent)
        if path.suffix.lower() not in (OWN if top == HERE else SHOWN):
            raise FatalURLFetchingError(f"{shown} is nothing that a page may show")
        if not path.is_file():
            raise FatalURLFetchingError(f"{shown} is missing")
        if top != HERE:
            _check(path, str(shown))
        return super().fetch(path.as_uri(), headers)


def _check(path: Path, shown: str) -> None:
    """Stop at a picture that would cost more than a picture may, before it is decoded."""
    if path.stat().st_size > LARGEST_PICTURE:
        raise FatalURLFetchingError(f"{shown} has more than {LARGEST_PICTURE / 1e6:.0f} MB")
    data = path.read_bytes()
    if path.suffix.lower() == ".svg":
        if b"<!" in data.replace(b"<!--", b""):
            raise FatalURLFetchingError(f"{shown} declares entities, which may grow without end")
    elif found := picture_problem(data):
        raise FatalURLFetchingError(f"{shown} {found[0]}")
