"""One browser a session, the offline copy unpacked once, readers for each site."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import Reader, served
from tests.real import built

CHROMIUM = "/usr/bin/chromium"
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
# What a reader's folder may be called: spaces, diacritics, a sign that ends an address.
UNPACKED = "USB Tài liệu/workers #1/sổ tay"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the participant edition's offline copy was unpacked."""
    folder = tmp_path_factory.mktemp("stick") / UNPACKED
    with zipfile.ZipFile(built() / "offline" / "manuals.zip") as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def addresses() -> Iterator[dict[str, str]]:
    """Serve both editions' sites."""
    with (
        served(built() / "site") as participant,
        served(built() / "trainer" / "site") as trainer,
    ):
        yield {"participant": participant, "trainer": trainer}


def _reader(browser: Browser, site: str) -> Iterator[Reader]:
    reader = Reader(browser, site)
    yield reader
    reader.leave()


@pytest.fixture
def offline(browser: Browser, stick: Path) -> Iterator[Reader]:
    """Return a reader with the unpacked copy and no network."""
    yield from _reader(browser, (stick / "manuals").as_uri() + "/")


@pytest.fixture
def online(browser: Browser, addresses: dict[str, str]) -> Iterator[Reader]:
    """Return a reader of the participant site over http."""
    yield from _reader(browser, addresses["participant"])


@pytest.fixture
def trainer(browser: Browser, addresses: dict[str, str]) -> Iterator[Reader]:
    """Return a reader of the trainer site over http."""
    yield from _reader(browser, addresses["trainer"])
