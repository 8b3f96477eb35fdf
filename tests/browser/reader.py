"""A reader at the screen: opens pages, and remembers what a page should not have done."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    expect,
)

LOCALES = ("vi", "en")
LAW = "v1-foundations/03-law.html"
VICTIMS = "v1-foundations/08-victims.html"
BOTH = "v1-foundations/08-victims.both.html"
KINDS = ("index.html", LAW, "glossary.html", "v1-foundations/index.html")
PAGES = (*KINDS, VICTIMS, BOTH)
PHONE = 390


def place(locale: str, name: str) -> str:
    """Return a page's path in a site: Vietnamese at the root, English under en/."""
    return name if locale == "vi" else f"{locale}/{name}"


@dataclass
class Reader:
    """Opens pages of one site; a request elsewhere or an error in the console is kept.

    `site` is the address of the site's folder, with a slash at its end.
    """

    browser: Browser
    site: str
    faults: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def sit_down(self, width: int = 1280, locale: str = "vi-VN", **options: Any) -> BrowserContext:
        """Return a browser with nothing remembered; pages from files have no network at all."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            locale=locale,
            offline=self.site.startswith("file:"),
            **options,
        )
        context.set_default_timeout(15_000)
        context.on("request", self._see)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        self.contexts.append(context)
        return context

    def open(
        self,
        name: str,
        context: BrowserContext | None = None,
        *,
        still: bool = False,
        **options: Any,
    ) -> Page:
        """Open a page of the site in a new tab; `still`: wait until it asks for nothing more."""
        page = (context or self.sit_down(**options)).new_page()
        page.goto(self.site + name, wait_until="networkidle" if still else "load")
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    def leave(self) -> None:
        """Close all pages and tell what was wrong.

        A context whose page is still on its way to another one may never say that it is closed;
        the way may end just as we lead the page away.
        """
        for context in self.contexts:
            for page in context.pages:
                with suppress(Error):
                    page.goto("about:blank")
            context.close()
        assert not self.faults, "\n".join(self.faults)

    def excuse(self, text: str) -> None:
        """Forget faults that a test asked for."""
        self.faults = [fault for fault in self.faults if text not in fault]

    def _see(self, request: Request) -> None:
        self.requests.append(request)
        own = "file:///" if self.site.startswith("file:") else self.site
        if not request.url.startswith((own, "data:", "blob:")):
            self.faults.append(f"request: {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location})")


def arrive_home(reader: Reader, page: Page, locale: str) -> None:
    """Wait until a page is a language's home page, and stays it."""
    page.wait_for_load_state("networkidle")
    found = urlsplit(page.url).path.removesuffix("index.html")
    assert found == urlsplit(reader.site + place(locale, "")).path
    expect(page.locator("html")).to_have_attribute("lang", locale)


class _Files(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as the usual hosts do: a wrong address gets the site's 404.html."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only; the value is its address."""
    handler = functools.partial(_Files, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
