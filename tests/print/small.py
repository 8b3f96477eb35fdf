"""A small real book, and ways to spoil one thing in its PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from PIL import Image

from manuals.print.pdf import Book, set_book
from manuals.print.preflight.inspection import inspect_screen
from manuals.print.preflight.places import NOWHERE, Places

FIRST = "Mỗi dấu hiệu được chứng minh bằng chứng cứ riêng của dấu hiệu đó."
SECOND = "Người bị hại dưới 18 tuổi không phải chứng minh thủ đoạn phạm tội."
THIRD = "Điều tra viên ghi lời khai bằng đúng lời của người khai, không sửa chữ nào."
NOTE = "Bộ luật Hình sự năm 2015, được sửa đổi, bổ sung năm 2017 và năm 2025."
OTHER_NOTE = "Luật Phòng, chống mua bán người năm 2024, có hiệu lực từ ngày 01/7/2025."
CHAPTER = f"""<article id="c01"><h1 id="c01-top"><span class="chapter-number">Chương 1.1</span> \
Pháp luật</h1>
<p class="numbered"><span class="pn" id="c01-p1">1.1.1</span>{FIRST}\
<span class="note"><span class="note-part">{NOTE}</span></span></p>
<p class="numbered"><span class="pn" id="c01-p2">1.1.2</span>{SECOND}\
<span class="note"><span class="note-part">{OTHER_NOTE}</span></span></p>
<h2 id="c01-steps">Các bước</h2>
<p><img src="a.png" alt="Ba vòng tròn giao nhau"> <img src="a.png" alt="Phòng lấy lời khai"></p>
<p class="numbered"><span class="pn" id="c01-p3">1.1.3</span>{THIRD} Xem thêm \
<a href="#c01-p1">1.1.1</a>.</p>
<table><thead><tr><th>Dấu hiệu</th><th>Chứng cứ</th></tr></thead><tbody>\
<tr><td>Hành vi tuyển mộ</td><td>Vé xe và tin nhắn</td></tr>\
<tr><td>Thủ đoạn lừa gạt</td><td>Tin tuyển dụng</td></tr></tbody></table></article>"""


def small_book(chapter: str = CHAPTER, style: str = "") -> Book:
    """Return a book of one chapter."""
    head = '<meta charset="utf-8"><title>Sổ tay</title>'
    body = f'<div class="body">{chapter}</div>'
    html = f'<!doctype html><html lang="vi"><head>{head}</head><body>{body}</body></html>'
    return Book("v1.vi", html, f":root {{ --volume: #1d4e6f; }} {style}")


@cache
def small_pdf(chapter: str = CHAPTER, style: str = "") -> bytes:
    """Return the PDF of a book of one chapter."""
    with TemporaryDirectory() as folder:
        Image.new("RGB", (8, 8), "red").save(Path(folder) / "a.png")
        return set_book(small_book(chapter, style), Path(folder))


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """Return a PDF after an edit of its objects."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        edit(pdf)
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def told(data: bytes, chapter: str = CHAPTER, places: Places = NOWHERE) -> list[str]:
    """Return what preflight says of a PDF that should be the chapter's."""
    return [str(problem) for problem in inspect_screen(small_book(chapter), data, places)]


def told_of(old: str, new: str, style: str = "") -> list[str]:
    """Return what preflight says of the chapter's PDF if it was set with another text."""
    assert old in CHAPTER
    return told(small_pdf(CHAPTER.replace(old, new), style))
