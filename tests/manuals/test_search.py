"""Search data: the text of a language with the places where its parts begin, the terms' forms."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html
from mkdocs.exceptions import PluginError

import search_data as hook
from manuals.chapters import Manuals
from manuals.export import Article
from manuals.glossary import glossary_table
from manuals.search import read_sections, search_data, search_terms
from manuals.termbase import Term

# A chapter with everything that does not belong in its text, and with every kind of block.
CHAPTER = """\
<h1 id="top"><span class="chapter-number">Chương 1.3</span> Pháp luật<a class="headerlink" \
href="#top" title="Liên kết đến mục này">#</a></h1>
<p class="summary">Tóm tắt.</p><div class="glance"><p class="box-title">Thông tin nhanh</p>\
<ul class="glance-list"><li><b>Thời lượng: </b>120 phút</li></ul></div><h2 id="objectives">Mục tiêu\
<a class="headerlink" href="#objectives">#</a></h2>
<p>Học xong:</p>
<ul>
<li>Phân tích <span class="term" title="Tiếng Anh: law">luật</span></li>
</ul>
<div class="box box-key-points">
<p class="box-title"><span class="box-kind">Điểm chính</span></p>
<ul>
<li>Điều 150 &amp; 151</li>
</ul>
</div>
<h2 id="elements">Yếu tố<a class="headerlink" href="#elements">#</a></h2>
<p class="numbered"><a class="pn" id="p7" href="#p7" aria-label="Đoạn 1.3.7">1.3.7</a>Bảy<sup>\
<a class="footnote-ref" href="#fn:a">1</a></sup>, xem <a href="#p8">1.3.8</a>.</p>
<ul>
<li>mẹ
<ul>
<li>con</li>
</ul>
</li>
</ul>
<p class="numbered"><a class="pn" id="p8" href="#p8" aria-label="Đoạn 1.3.8">1.3.8</a>Tám<br>\
dòng</p>
<h3 id="deep">Sâu hơn<a class="headerlink" href="#deep">#</a></h3>
<p class="numbered"><a class="pn" id="p9" href="#p9" aria-label="Đoạn 1.3.9">1.3.9</a>Chín</p>
<h4 id="small">Đề nhỏ<a class="headerlink" href="#small">#</a></h4>
<table>
<thead><tr><th>Khoản</th><th>Tù</th></tr></thead>
<tbody><tr><td>2</td><td></td></tr></tbody>
</table>
<h2 id="cases">Tình huống</h2>
<div class="box box-case" id="phone-call">
<p class="box-title"><span class="box-kind">Tình huống 1.3-A (hư cấu)</span>: \
<span class="box-name">Cuộc gọi</span></p>
<p>Điện thoại reo.</p>
</div>
<div class="box box-question" id="q-one">
<p class="box-title"><span class="box-kind">Câu hỏi 1</span></p>
<p>Hỏi?</p>
</div>
<div class="footnote">
<hr>
<ol>
<li id="fn:a">
<p>Ghi chú. <a class="footnote-backref" href="#fnref:a" title="Trở lại nội dung">↩</a></p>
</li>
</ol>
</div>
"""
TEXT = (
    "\nChương 1.3 Pháp luật\rTóm tắt."
    "\nMục tiêu\tHọc xong:\tPhân tích luật\rĐiểm chính\rĐiều 150 & 151"
    "\nYếu tố\fBảy, xem 1.3.8.\tmẹ\tcon\fTám dòng"
    "\nSâu hơn\fChín\tĐề nhỏ\tKhoản\tTù\t2"
    "\nTình huống\rTình huống 1.3-A (hư cấu): Cuộc gọi\tĐiện thoại reo.\rCâu hỏi 1\tHỏi?\tGhi chú."
)
LAW = Article(
    "v1-foundations/03-law", "vi", "1.3", "Pháp luật", "v1-foundations/03-law.html", CHAPTER
)
HOME = Article(
    "index", "vi", "", "Sổ tay", "index.html", '<h1 id="top">Sổ tay</h1><p>Chào <b>mừng</b></p>'
)
ENGLISH = Article(
    "v1-foundations/03-law",
    "en",
    "1.3",
    "Law",
    "en/v1-foundations/03-law.html",
    '<h1 id="top">Law</h1><div class="box box-case" id="phone-call"><p class="box-title">'
    '<span class="box-kind">Case 1.3-A (invented)</span>: A call</p></div>',
)


def read(script: str, name: str) -> Any:
    """Return what a script hands the worker: one call with one value."""
    assert script.startswith(f"{name}(")
    assert script.endswith(")\n")
    return json.loads(script.removeprefix(f"{name}(").removesuffix(")\n"))


def data(manuals: Manuals, *articles: Article, locale: str = "vi") -> Any:
    """Return one language's data."""
    return read(search_data(manuals, locale, articles), "manualsSearchData")


def test_the_text_holds_what_a_reader_reads(tiny: Manuals) -> None:
    """Marks begin sections and blocks; links, numbers, note signs and at-a-glance are left out."""
    assert data(tiny, LAW)["text"] == TEXT


def test_a_page_knows_its_sections(tiny: Manuals) -> None:
    """Anchor, level and first paragraph number of each; an h4 begins none."""
    (page,) = data(tiny, LAW)["pages"]
    assert page == {
        "url": "v1-foundations/03-law.html",
        "number": "1.3",
        "volume": 0,
        "sections": [
            ["top", 1, 0],
            ["objectives", 2, 0],
            ["elements", 2, 7],
            ["deep", 3, 9],
            ["cases", 2, 0],
        ],
    }


def test_lettered_boxes_lead_to_their_ids(tiny: Manuals) -> None:
    """The label ends at the letter; a question has none. The page is counted in its language."""
    assert data(tiny, HOME, ENGLISH, LAW)["boxes"] == [["Tình huống 1.3-A", 1, "phone-call"]]
    assert data(tiny, HOME, ENGLISH, LAW, locale="en")["boxes"] == [["Case 1.3-A", 0, "phone-call"]]


def test_a_file_holds_one_language(tiny: Manuals) -> None:
    """Pages, text, volumes and words of that language; a page outside volumes says so."""
    found = data(tiny, HOME, ENGLISH, LAW)
    assert found["locale"] == "vi"
    assert found["words"]["other"] == "en"
    assert [page["url"] for page in found["pages"]] == ["index.html", "v1-foundations/03-law.html"]
    assert [page["volume"] for page in found["pages"]] == [-1, 0]
    assert found["text"] == "\nSổ tay\tChào mừng" + TEXT
    assert found["volumes"] == ["Tập 1. Kiến thức nền tảng"]
    for key in ("term_used", "other_language", "suggestions"):
        assert found["words"][key] == tiny.languages["vi"][f"search_{key}"]
    english = data(tiny, HOME, ENGLISH, LAW, locale="en")
    assert english["volumes"] == ["Volume 1. Foundations"]
    assert english["words"]["other"] == "vi"
    assert english["text"] == "\nLaw\rCase 1.3-A (invented): A call"


def test_sections_and_line_feeds_agree(tiny: Manuals) -> None:
    """The worker counts line feeds: there are as many as sections, also with feeds in the HTML."""
    odd = HOME.html.replace("Chào", "Chào\n\tcả\r\n\f nhà")
    found = data(tiny, replace(HOME, html=odd), LAW)
    assert found["text"].count("\n") == sum(len(page["sections"]) for page in found["pages"])
    assert "\tChào cả nhà mừng\n" in found["text"]


def test_text_is_composed_and_plain_utf8(tiny: Manuals) -> None:
    """NFC whatever the page has, and letters as they are: escapes would double the bytes."""
    decomposed = replace(LAW, html=unicodedata.normalize("NFD", LAW.html))
    script = search_data(tiny, "vi", [decomposed])
    assert read(script, "manualsSearchData")["text"] == TEXT
    assert "Chương 1.3 Pháp luật" in script
    assert "\\u" not in script


def test_each_entry_of_the_glossary_is_a_section(tiny: Manuals) -> None:
    """A term opens at its row: the term is a title, its note and the other term are blocks."""
    terms = [
        Term("vic-03", "victim (CPC)", "bị hại (BLTTHS)", "x", "preferred", "", "", 0),
        Term("vic-03a", "victim", "người bị hại", "x", "admitted", "", "", 0),
    ]
    rows = glossary_table(tuple(terms), tiny.languages["vi"])
    article = replace(HOME, stem="glossary", html=f'<h1 id="top">Thuật ngữ</h1><p>Đây.</p>{rows}')
    found = data(tiny, article)
    assert found["pages"][0]["sections"] == [["top", 1, 0], ["vic-03", 2, 0]]
    assert found["text"] == (
        "\nThuật ngữ\tĐây.\tTiếng Việt\tTiếng Anh\nbị hại (BLTTHS)\tcũng dùng: người bị hại\tvictim"
    )


def test_markup_in_a_heading_stays_text() -> None:
    """What was escaped in the page is text here, and no element of its own."""
    page = html.fragment_fromstring(
        '<h1 id="top">&lt;script&gt;alert(1)&lt;/script&gt; <b>bold</b></h1>', create_parent="div"
    )
    assert [part.text for part in read_sections(page)] == ["\n<script>alert(1)</script> bold"]


def test_terms_name_the_preferred_form_first(tiny: Manuals) -> None:
    """Admitted and deprecated forms, short forms in brackets and initials follow, each once."""
    more = [
        ("cat-01", "Convention against Torture (UNCAT)", "Công ước chống tra tấn", ""),
        ("prc-08", "charged person", "bị can", ""),
        ("prc-08a", "suspect", "bị can", "review"),
    ]
    terms = [
        Term(id, en, vi, "x", "deprecated" if id[-1] == "a" else "preferred", "", match, 0)
        for id, en, vi, match in more
    ]
    rows = read(search_terms(replace(tiny, terms=(*tiny.terms, *terms))), "manualsSearchTerms")
    by_english = {row["en"][0]: row for row in rows}
    assert by_english["human trafficking"] == {
        "en": ["human trafficking", "trafficking in persons"],
        "vi": ["mua bán người", "buôn bán người", "MBN"],
    }
    assert by_english["victim"] == {"en": ["victim"], "vi": ["nạn nhân"]}
    assert by_english["Criminal Procedure Code"] == {
        "en": ["Criminal Procedure Code", "CPC"],
        "vi": ["Bộ luật Tố tụng hình sự", "BLTTHS"],
    }
    assert by_english["Convention against Torture"] == {
        "en": ["Convention against Torture", "UNCAT", "CAT"],
        "vi": ["Công ước chống tra tấn", "CƯCTT"],
    }
    assert by_english["charged person"] == {"en": ["charged person"], "vi": ["bị can"]}


def test_names_in_the_country_profile_are_terms(tiny: Manuals) -> None:
    """A law or a body that the profile names is found by its initials; numbers are no names."""
    rows = read(search_terms(tiny), "manualsSearchTerms")
    names = {row["vi"][0]: row["vi"][1:] for row in rows[len(tiny.terms) :]}
    titles = {value["vi"] for value in tiny.profile.values.values()}
    assert names.keys() <= titles
    assert "BLHS" in names["Bộ luật Hình sự"]
    assert not [name for name in names if any(sign.isdigit() for sign in name)]


THEME = '<script id="__config" type="application/json">{"base": ".", "search": "%s"}</script>'
STOCK = "../assets/javascripts/workers/search.a7633da7.min.js"


def page_of(locale: str, building: bool = False) -> dict[str, Any]:
    """Return the arguments that MkDocs hands the hook."""
    plugin = SimpleNamespace(current_language=locale, building=building)
    return {
        "page": SimpleNamespace(file=SimpleNamespace(src_uri="v1/03-law.vi.md"), meta={}),
        "config": SimpleNamespace(plugins={"i18n": plugin}),
    }


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_page_names_our_worker(locale: str) -> None:
    """Where Material names its own, with the same way up and the page's language."""
    found = hook.on_post_page(THEME % STOCK, **page_of(locale))
    assert found == THEME % f"../assets/js/search/worker.js#{locale}"
    compact = (THEME % STOCK).replace(": ", ":")
    assert f'"../assets/js/search/worker.js#{locale}"' in hook.on_post_page(
        compact, **page_of(locale)
    )


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("<p>no worker</p>", "0"),
        (THEME % "assets/workers/search.js", "0"),
        (THEME % STOCK * 2, "2"),
    ],
)
def test_another_theme_stops_the_build(text: str, times: str) -> None:
    """A page without the worker's address, or with two, would have a search that is not ours."""
    with pytest.raises(PluginError) as caught:
        hook.on_post_page(text, **page_of("vi"))
    message = str(caught.value)
    assert message.startswith(
        f"v1/03-law.vi.md: Material's page names its search worker {times} times, not once"
    )
    assert "hooks/search_data.py" in message


def test_materials_own_index_stays_empty() -> None:
    """Every page is kept out of it."""
    page = SimpleNamespace(meta={"title": "Law"})
    assert hook.on_page_markdown("# Law", page, config=None, files=None) is None
    assert page.meta == {"title": "Law", "search": {"exclude": True}}


def test_the_data_is_written_once(tiny: Manuals, tmp_path: Path) -> None:
    """Both languages and the terms, after the nested build of the second language."""
    for building in (True, False):
        config = page_of("vi", building)["config"]
        config.site_dir = str(tmp_path)
        config.extra = {"run": SimpleNamespace(manuals=tiny), "exported": [LAW, ENGLISH]}
        assert not list(tmp_path.iterdir())
        hook.on_post_build(config)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("search/*")}
    assert written == {
        "vi.js": search_data(tiny, "vi", [LAW]),
        "en.js": search_data(tiny, "en", [ENGLISH]),
        "terms.js": search_terms(tiny),
    }
