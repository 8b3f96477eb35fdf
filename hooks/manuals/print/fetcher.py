"""What a page may pull into a PDF: pictures of docs/ and our own fonts, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

HERE = Path(__file__).parent


class OwnFetcher(URLFetcher):  # type: ignore[misc]
    """Reads files below the given folders and data: only (a pull request is not trusted).

    WeasyPrint's own fetcher opens any local or remote file that a page names.
    """

    def __init__(self, *folders: Path) -> None:
        super().__init__(
            allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True
        )
        self.folders = tuple(folder.resolve() for folder in (*folders, HERE))

    def fetch(self, url: str, headers: dict[str, Any] | None = None) -> URLFetcherResponse:
        """Return the file; FatalURLFetchingError stops the book."""
        parts = urlsplit(url)
        if parts.scheme == "file":
            path = Path(unquote(parts.path)).resolve()
            if not any(path.is_relative_to(folder) for folder in self.folders):
                raise FatalURLFetchingError(f"{path} lies outside docs/ and may not be printed")
            if not path.is_file():
                raise FatalURLFetchingError(f"{path} is missing")
        elif parts.scheme != "data":
            raise FatalURLFetchingError(f"{url} is not a file of the manuals")
        return super().fetch(url, headers)
