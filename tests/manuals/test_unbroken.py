"""Numbers of facts stay whole at the end of a line."""

from __future__ import annotations

import pytest
from lxml import html

from manuals.unbroken import keep_fact_numbers_whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>F-PAL-01</p>", "<p>{F-PAL-01}</p>"),
        ("<p>Xem F-PAL-01, F-PC-02.</p>", "<p>Xem {F-PAL-01}, {F-PC-02}.</p>"),
        (
            "<p><b>Điều</b> F-PC-02; <i>F-TIP-05</i></p>",
            "<p><b>Điều</b> {F-PC-02}; <i>{F-TIP-05}</i></p>",
        ),
        (
            '<p><img alt="F-PC-02"> UF-PC-02 F-PC-2</p>',
            '<p><img alt="F-PC-02"> UF-PC-02 F-PC-2</p>',
        ),
        ("<p>a<!-- F-PC-02 -->b F-PC-03</p>", "<p>a<!-- F-PC-02 -->b {F-PC-03}</p>"),
    ],
)
def test_only_numbers_in_the_text_are_wrapped(text: str, found: str) -> None:
    """In their place, in texts and behind elements; no attribute and no comment."""
    root = html.fragment_fromstring(text, create_parent="article")
    keep_fact_numbers_whole(root)
    expected = found.replace("{", '<span class="unbroken">').replace("}", "</span>")
    assert html.tostring(root, encoding="unicode") == f"<article>{expected}</article>"
