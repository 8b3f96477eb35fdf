"""The PDFs of chapters and worksheets: each whole, none with trainer text for participants."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from manuals.export import Article
from tests.print.test_volume import (
    CASES,
    LOCALES,
    chapter_articles,
    expected_text,
    letters,
    page_texts,
    pdf_path,
    squeeze,
    without_heads,
)

pytestmark = pytest.mark.slow


def parts(edition: str, locale: str) -> list[Path]:
    """Return the PDFs of chapters and worksheets in one language."""
    return sorted((pdf_path(edition, locale).parent / "chapters").glob(f"*.{locale}.pdf"))


def boxes(article: Article, kind: str) -> list[html.HtmlElement]:
    """Return an article's boxes of a kind."""
    root = html.fragment_fromstring(article.html, create_parent="article")
    return list(root.iterfind(f".//div[@class='box box-{kind}']"))


def words(path: Path) -> str:
    """Return all text of a PDF without what line breaking changes."""
    document = pypdfium2.PdfDocument(path)
    return squeeze("".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_every_letter_of_a_chapter_is_printed_once(edition: str, locale: str) -> None:
    """A chapter printed for itself holds what it holds in its volume."""
    folder = pdf_path(edition, locale).parent / "chapters"
    for article in chapter_articles(edition, locale):
        path = folder / f"{article.stem.replace('/', '-')}.{locale}.pdf"
        wanted = letters("".join(expected_text(article)))
        found = letters("".join(page_texts(path)))
        assert not wanted - found, path
        assert not without_heads(found - wanted, article), path


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_worksheets_hold_every_item(edition: str, locale: str) -> None:
    """Each checklist, handout and role card stands on its sheet, item by item and in order."""
    folder = pdf_path(edition, locale).parent / "chapters"
    count = 0
    for article in chapter_articles(edition, locale):
        start = re.sub(r"^(.*)/(\d+)-.*$", r"\1-\2", article.stem)
        for kind, name in (
            ("checklist", "checklist-*"),
            ("handout", "handout-*"),
            ("card", "role-cards"),
        ):
            found = boxes(article, kind)
            files = sorted(folder.glob(f"{start}-{name}.{locale}.pdf"))
            if edition == "participant" and kind != "checklist":
                assert not files
                continue
            assert len(files) == (min(1, len(found)) if kind == "card" else len(found))
            text = "".join(words(path) for path in files)
            count += len(files)
            for box in found:
                items = [squeeze(item.text_content()) for item in box.iter("li", "th", "p")]
                title = squeeze(box.find("p/span[@class='box-name']").text_content())
                own = [item for item in items[1:] if item and "(PDF)" not in item]
                assert title in text
                place = text.index(title)
                for item in own:
                    place = text.index(item, place)
    assert count == {"participant": 10, "trainer": 21}[edition]


@pytest.mark.parametrize("locale", LOCALES)
def test_participants_get_no_text_of_the_trainers(locale: str) -> None:
    """No paragraph of a trainer's note, answer or role card in any file of the participants'."""
    printed = {path: words(path) for path in parts("participant", locale)}
    common = "".join(
        squeeze("".join(expected_text(article)))
        for article in chapter_articles("participant", locale)
    )
    secrets = []
    for article in chapter_articles("trainer", locale):
        for kind in ("trainer", "answer", "card"):
            for box in boxes(article, kind):
                texts = [squeeze(item.text_content()) for item in box.iter("p", "li")]
                secrets += [text for text in texts if text not in common]
    assert len(secrets) > 100
    for path, text in printed.items():
        assert not [secret for secret in secrets if secret in text], path
    trainers = "".join(words(path) for path in parts("trainer", locale))
    assert sum(secret in trainers for secret in secrets) > 0.9 * len(secrets)
