"""./scripts/serve: the preview, and a PDF that is kept fresh beside it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pypdfium2
import pytest

from tests.real import copy_sources

if TYPE_CHECKING:
    from tests.conftest import Project

pytestmark = pytest.mark.slow
PARTS = ("hooks", "overrides", "requirements", "scripts", "mkdocs.yml")
BOOK = "v1-foundations-03-law.vi.pdf"
PATIENCE = 120  # seconds, for machines that do something else too


@pytest.fixture
def author(project: Callable[[], Project]) -> Project:
    """Return a whole repository of tiny manuals, whose environment is ours."""
    copy = project()
    copy_sources(copy.root, PARTS)
    ours, own = Path(sys.prefix), copy.root / ".venv"
    own.mkdir()
    for entry in ours.iterdir():
        if not entry.name.startswith("ready-"):
            (own / entry.name).symlink_to(entry)
    lock = (copy.root / "requirements" / "build.txt").read_bytes()
    copy.write(".venv/ready-build", f"{sha256(lock).hexdigest()} {copy.root}")
    return copy


@pytest.fixture
def served(author: Project) -> Iterator[subprocess.Popen[str]]:
    """Serve the manuals with a chapter's PDF; afterwards stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = ["./scripts/serve", "--pdf", "v1-foundations/03.vi", "-a", address]
    running = subprocess.Popen(
        command,
        cwd=author.root,
        env={**os.environ, "MANUALS_EDITION": "trainer"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    yield running
    os.killpg(running.pid, signal.SIGTERM)
    running.communicate(timeout=PATIENCE)
    wait_for(lambda: not alive(running.pid))


def alive(group: int) -> bool:
    """Return whether a process of the group still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        time.sleep(0.2)


def test_the_preview_and_a_fresh_pdf(author: Project, served: subprocess.Popen[str]) -> None:
    """Both come, an edit is set again, and both end together."""
    assert served.stderr
    address = next(found for line in served.stderr if (found := re.search(r"http://\S+", line)))
    page = address.group() + "v1-foundations/03-law.html"
    assert "Pháp luật" in urlopen(page).read().decode()
    book = author.root / "preview" / BOOK
    wait_for(book.exists)
    before = book.stat().st_mtime_ns
    author.edit("docs/v1-foundations/03-law.vi.md", "Pháp luật", "Pháp luật mới")
    wait_for(lambda: book.stat().st_mtime_ns != before)
    text = pypdfium2.PdfDocument(book)[0].get_textpage().get_text_range()
    assert "Pháp luật mới" in " ".join(text.split())
