"""The offline copy: one ZIP, two start files, equal bytes for equal sites."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.chapters import Manuals
from manuals.offline import offline_copy, start_file
from manuals.shelf import shelf_list

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.fixture(scope="module")
def manuals(base: Path) -> Manuals:
    """Return the tiny project as read."""
    from manuals.chapters import load_manuals

    return load_manuals(base, "viet-nam")


@pytest.fixture
def site(tmp_path: Path, manuals: Manuals) -> Path:
    """Return a built site in small: two home pages, a page, a 404, an offline copy of before."""
    files = {
        "index.html": shelf_list(manuals, manuals.languages["vi"], pdf=True),
        "en/index.html": shelf_list(manuals, manuals.languages["en"], pdf=True),
        "v1-foundations/03-law.html": "<p>Điều 150</p>",
        "404.html": "gone",
        "offline/manuals.zip": "the copy of the last build",
        "pdf/v1-foundations.vi.pdf": "%PDF",
    }
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def unpack(data: bytes) -> dict[str, bytes]:
    """Return a ZIP's files by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_same_bytes_twice(site: Path, manuals: Manuals) -> None:
    """Equal sites give equal bytes, whatever the files' dates and rights are."""
    first = offline_copy(site, manuals)
    page = site / "v1-foundations" / "03-law.html"
    text = page.read_bytes()
    page.unlink()
    page.write_bytes(text)
    page.chmod(0o600)
    assert offline_copy(site, manuals) == first


def test_what_is_packed(site: Path, manuals: Manuals) -> None:
    """Site and PDFs below one folder, the start files beside it; no 404, no copy in the copy."""
    assert sorted(unpack(offline_copy(site, manuals))) == [
        "MO-SO-TAY-Tieng-Viet.html",
        "OPEN-MANUALS-English.html",
        "manuals/en/index.html",
        "manuals/index.html",
        "manuals/pdf/v1-foundations.vi.pdf",
        "manuals/v1-foundations/03-law.html",
    ]


def test_offer_is_removed(site: Path, manuals: Manuals) -> None:
    """The home pages do not offer the copy that the reader is holding; all else is kept."""
    files = unpack(offline_copy(site, manuals))
    for name in ("index.html", "en/index.html"):
        built = (site / name).read_bytes()
        assert b"manuals.zip" in built
        packed = files[f"manuals/{name}"]
        assert b"manuals.zip" not in packed
        assert b"offline-copy" not in packed
        start = built.index(b'<section class="offline-copy"')
        assert packed == built[:start] + b"</div>"
    assert files["manuals/v1-foundations/03-law.html"] == "<p>Điều 150</p>".encode()


def test_file_dates(site: Path, manuals: Manuals) -> None:
    """Files carry the date of the newest volume, not of the build."""
    day = max(volume.date for volume in manuals.shelf.volumes)
    with zipfile.ZipFile(io.BytesIO(offline_copy(site, manuals))) as archive:
        assert {item.date_time for item in archive.infolist()} == {
            (day.year, day.month, day.day, 0, 0, 0)
        }


@pytest.mark.parametrize(
    ("locale", "target"),
    [("vi", "manuals/index.html#vi"), ("en", "manuals/en/index.html#en")],
)
def test_start_files(site: Path, manuals: Manuals, locale: str, target: str) -> None:
    """A start file leads to its language by itself, and by a link where a browser forbids that."""
    page = start_file(manuals, locale)
    assert f'<html lang="{locale}">' in page
    assert f'content="0; url={target}"' in page
    assert f'<a href="{target}">' in page
    assert f"manuals/{'' if locale == 'vi' else 'en/'}index.html" in unpack(
        offline_copy(site, manuals)
    )


def test_title_is_escaped(project: Callable[[], Project]) -> None:
    """A title with & is still HTML in the start file."""
    copy = project()
    title = copy.load().shelf.texts["title"]["en"]
    copy.edit("data/volumes.yml", title, "Law & order")
    assert "<title>Law &amp; order</title>" in start_file(copy.load(), "en")
