"""The search's files in the built site: who may read them, what they weigh, what is not in them."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.real import articles, built, pages

pytestmark = pytest.mark.slow
TRAINERS = {"box-trainer", "box-answer", "box-card"}
FILES = {"vi.js", "en.js", "terms.js", "search_index.json", "search_index.js"}
SYLLABLE = re.compile(r"[^\W\d_]+")


def folder(edition: str) -> Path:
    """Return an edition's search folder."""
    top = built() if edition == "participant" else built() / edition
    return top / "site" / "search"


def data(edition: str, locale: str) -> Any:
    """Return a language's data."""
    script = (folder(edition) / f"{locale}.js").read_text(encoding="utf-8")
    return json.loads(script.removeprefix("manualsSearchData(").removesuffix(")\n"))


def words(text: str) -> str:
    """Return a text's words with one space around each, so that marks and blanks do not matter."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))
    return f" {' '.join(found)} "


def trainer_sentences() -> dict[str, list[str]]:
    """Return the longest sentence of each trainer box, answer and role card, by language.

    One that stands in the common text too, word for word, is no secret and left out.
    """
    found: dict[str, list[str]] = {"vi": [], "en": []}
    common = ""
    for article in articles("trainer"):
        root = html.fragment_fromstring(article.html, create_parent="article")
        for box in [item for item in root.iter("div") if TRAINERS & set(item.classes)]:
            blocks = [" ".join(block.itertext()) for block in box.iter("p", "li", "td")]
            sentences = [part for block in blocks for part in re.split(r"[.?!:;]", block)]
            found[article.locale].append(words(max(sentences, key=lambda part: len(words(part)))))
            box.clear()
        common += words(" ".join(root.itertext()))
    return {locale: [one for one in all if one not in common] for locale, all in found.items()}


def test_the_participants_search_holds_no_trainer_text() -> None:
    """A sentence of each trainer box, answer and card is in the trainers' search only."""
    sentences = trainer_sentences()
    own, given = (
        {locale: words(data(edition, locale)["text"]) for locale in ("vi", "en")}
        for edition in ("trainer", "participant")
    )
    rest = [path for path in folder("participant").iterdir() if path.stem not in given]
    others = words(" ".join(path.read_text(encoding="utf-8") for path in rest))
    for locale, found in sentences.items():
        assert len(found) > 50
        for sentence in found:
            assert sentence in own[locale], sentence
            assert not any(sentence in text for text in (*given.values(), others)), sentence


@pytest.mark.parametrize("edition", ["participant", "trainer"])
def test_materials_index_holds_no_page(edition: str) -> None:
    """It stays, since Material asks for it, but it is empty."""
    assert {path.name for path in folder(edition).iterdir()} == FILES
    index = json.loads((folder(edition) / "search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []
    assert len((folder(edition) / "search_index.js").read_bytes()) < 500


def test_every_page_is_searched_in_its_language() -> None:
    """Each page of the site but 404 and views is in one language's data, under its own address."""
    site = folder("participant").parent
    found = {
        page["url"] for locale in ("vi", "en") for page in data("participant", locale)["pages"]
    }
    names = {path.relative_to(site).as_posix() for path in pages(site)} - {"404.html"}
    assert found == {name for name in names if not name.endswith(".both.html")}
    assert all(page["url"].startswith("en/") for page in data("participant", "en")["pages"])
    assert not any(page["url"].startswith("en/") for page in data("participant", "vi")["pages"])


def test_every_place_is_on_its_page() -> None:
    """Anchors of sections, boxes and first paragraphs exist where the search leads to."""
    site = folder("participant").parent
    for locale in ("vi", "en"):
        found = data("participant", locale)
        assert len(found["boxes"]) > 20
        for number, page in enumerate(found["pages"]):
            ids = set(html.parse(str(site / page["url"])).xpath("//@id"))
            wanted = {anchor for anchor, _, _ in page["sections"]}
            wanted |= {f"p{first}" for _, _, first in page["sections"] if first}
            wanted |= {anchor for _, place, anchor in found["boxes"] if place == number}
            assert wanted <= ids, page["url"]


@pytest.mark.parametrize("edition", ["participant", "trainer"])
def test_the_data_is_light(edition: str) -> None:
    """What a Vietnamese search reads: plain letters, under 6,800 bytes a 1,000 syllables."""
    size = (folder(edition) / "vi.js").stat().st_size
    syllables = len(SYLLABLE.findall(data(edition, "vi")["text"]))
    assert syllables > 30_000
    assert size / syllables * 1000 < 6_800
