"""Search without a browser: what is typed, however it is typed, finds what it should, first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from manuals.chapters import Manuals
from manuals.export import Article
from manuals.termbase import Term
from tests.search.engine import Answer, Engine, chapter, plain

Make = Callable[..., Engine]

LONG = (
    "Cán bộ tiếp nhận phải lắng nghe, ghi lại đúng lời của người kể và không hứa điều gì ngoài "
    "thẩm quyền của mình trong suốt buổi làm việc đầu tiên tại trụ sở."
)
VICTIMS = chapter(
    "victims",
    "Nạn nhân và quyền của họ",
    "<div class='box box-key-points'><p>An toàn trước.</p></div>",
    "## needs Nhu cầu",
    f"{LONG} Điều tra viên hỏi nạn nhân tại nơi yên tĩnh, có người phiên dịch. {LONG}",
    "### first-hours Những giờ đầu",
    "Công an cấp xã tiếp nhận đối tượng cần bảo vệ và giải thích quyền của nạn nhân.",
    number="1.8",
)
LAW = chapter(
    "law",
    "Pháp luật Việt Nam",
    "## elements Yếu tố",
    "Điều 150 Bộ luật Hình sự quy định tội mua bán người. Mỗi yếu tố đều phải chứng minh.",
    "## interviews Lấy lời khai",
    "Điều 183 Bộ luật Tố tụng hình sự quy định việc hỏi cung bị can có ghi âm hoặc ghi hình.",
    "Khoản 183 của bảng kê không liên quan. Điều 12 và Điều 98 cũng vậy.",
    "<div class='box box-case' id='phone-call'><p class='box-title'><span class='box-kind'>"
    "Tình huống 1.3-A (hư cấu)</span>: Cuộc gọi</p><p>Điện thoại reo.</p></div>",
    number="1.3",
)
INTERVIEWS = chapter(
    "interviews",
    "Hỏi và ghi lời khai",
    "## room Phòng hỏi",
    "Tòa án và Viện kiểm sát trao đổi với Bộ đội Biên phòng khi hòa giải ở xã.",
    "Đô vật nổi tiếng ấy trả lời trang trọng, rồi tra lại sổ quản lý kỹ lưỡng.",
    number="2.1",
)
ENGLISH_LAW = chapter(
    "law",
    "The law of Viet Nam",
    "## elements Elements",
    "Article 150 is about human trafficking. Every victim has rights under Article 183(6).",
    "Paragraph 183 of another list, and 6 more of them. Article 12 too.",
    "<div class='box box-case' id='phone-call'><p class='box-title'><span class='box-kind'>"
    "Case 1.3-A (invented)</span>: A call</p><p>The telephone rings.</p></div>",
    locale="en",
    number="1.3",
)
ENGLISH_INTERVIEWS = chapter(
    "interviews",
    "The investigative interview",
    "## room The room",
    "The interrogation of a charged person is recorded. Police stopped two carriers.",
    "Nobody interviewed her; the Border Guard was on the bus.",
    locale="en",
    number="2.1",
)
LIBRARY = (VICTIMS, LAW, INTERVIEWS, ENGLISH_LAW, ENGLISH_INTERVIEWS)
TERMS = (
    ("prc-10", "interrogation", "hỏi cung", "preferred"),
    ("prc-11", "investigative interview", "lấy lời khai", "preferred"),
    ("vic-01a", "victim", "người bị hại", "deprecated"),
    ("tip-01z", "trafficking", "mua bán người", "admitted"),
    ("prc-12", "Border Guard", "Bộ đội Biên phòng", "preferred"),
    ("det-01", "detained charged person", "bị can bị tạm giam", "preferred"),
)


@pytest.fixture(scope="module")
def make(tiny: Manuals) -> Make:
    """Return a function that makes an engine of articles, with two volumes and some more terms."""
    terms = [Term(id, en, vi, "x", status, "", "", 0) for id, en, vi, status in TERMS]
    first = tiny.shelf.volumes[0]
    second = replace(first, id="v2-practice", number=2, title={"en": "Practice", "vi": "Thực hành"})
    shelf = replace(tiny.shelf, volumes=(first, second))
    manuals = replace(tiny, terms=(*tiny.terms, *terms), shelf=shelf)

    def engine(*articles: Article, locale: str = "vi") -> Engine:
        return Engine(manuals, articles or LIBRARY, locale)

    return engine


def pages_of(texts: dict[str, str], locale: str = "vi") -> list[Article]:
    """Return one article for each name and paragraph; all have the same title."""
    return [chapter(name, "№", text, locale=locale) for name, text in texts.items()]


# Folding


def test_fold_is_one_code_unit_to_one(make: Make) -> None:
    """Places in the folded text are places in the original: for every code unit, alone or not."""
    units = [chr(code) for code in range(0x10000)]
    alone, wide, narrow = make().js(
        "input.map((text) => foldText(text).length)",
        units,
        ["".join(units)],
        ["".join(units[:256])],
    )
    assert alone == [1] * 0x10000
    assert wide == [0x10000]
    assert narrow == [256]


def test_fold_takes_case_and_marks_off(make: Make) -> None:
    """A letter becomes its base letter, đ becomes d, and what is no word becomes a space."""
    letters = [chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00))]
    letters = [letter for letter in letters if letter.isalpha()]
    wanted = []
    for letter in letters:
        base = unicodedata.normalize("NFD", letter.lower())[0]
        wanted.append("d" if base == "đ" else base)
    narrow = sum(letter < "\u0100" for letter in letters)
    assert make().js("foldText(input)", "".join(letters), "".join(letters[:narrow])) == [
        "".join(wanted),
        "".join(wanted[:narrow]),
    ]
    signs = "-–—…“”.,;:!?()[]{}/\\\"'’ \t\f\r\n\u00a0\u200b\ufeff\ud83d\ude00\ud800"
    assert make().js("foldText(input)", signs, "Đường 9 Ấp_Bắc") == [
        " " * len(signs.encode("utf-16-le", "surrogatepass")[::2]),
        "duong 9 ap bac",
    ]


def test_letters_beyond_latin_move_no_place(make: Make) -> None:
    """A page with Korean, Khmer or an emoji in it: sections and paragraphs stay where they are."""
    parts = ("## first Đầu", "Xem hộ chiếu.", "## last Cuối", "Xem {}.", "Xem vé tàu.")
    for word in ("한국", "ភាសា", "😀"):
        articles = [
            chapter(name, "№", *(part.format(word) for part in parts), number=f"1.{number}")
            for number, name in enumerate(("one", "two"), 1)
        ]
        answer = make(*articles).one("vé tàu")
        assert answer.pages == ["one", "two"]
        assert [page[-1]["location"].split("#")[1] for page in answer.items] == ["p3", "p3"]
        assert all("Cuối" in page[-1]["title"] for page in answer.items)
    assert make(articles[0]).one("😀 hộ chiếu").pages == ["one"]


# However it is typed


def spellings(words: str) -> list[str]:
    """Return what readers type when they mean these words."""
    decomposed = unicodedata.normalize("NFD", words)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    no_tones = unicodedata.normalize(
        "NFC", re.sub("[\u0300\u0301\u0303\u0309\u0323]", "", decomposed)
    )
    return [
        words,
        decomposed,
        words.upper(),
        decomposed.upper(),
        bare.replace("đ", "d").replace("Đ", "D"),
        no_tones,
        f"  {words.replace(' ', '   ')}…",
    ]


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Điều tra viên hỏi nạn nhân", "victims"),
        ("nạn nhân", "victims"),
        ("đối tượng cần bảo vệ", "victims"),
        ("công an", "victims"),
        ("đô vật", "interviews"),
        ("tòa án", "interviews"),
        ("mua bán người", "law"),
        ("yếu tố", "law"),
    ],
)
def test_found_however_it_is_typed(make: Make, words: str, page: str) -> None:
    """Composed or not, capitals, without marks, without tones, with spaces: the same first page."""
    for typed, answer in zip(spellings(words), make().ask(*spellings(words)), strict=True):
        assert answer.pages[:1] == [page], typed
        assert {word.lower() for word in answer.marked} >= set(words.lower().split()), typed


def test_a_wrong_tone_still_finds(make: Make) -> None:
    """Wrong tones, wrong vowel marks, marks too many: found all the same."""
    typed = ["nãn nhân", "nạn nhấn", "công ản", "đỗ vật", "mùa bàn ngưới", "diễu tra viên"]
    wanted = ["victims", "victims", "victims", "interviews", "law", "victims"]
    assert [answer.pages[0] for answer in make().ask(*typed)] == wanted


def test_tone_on_either_vowel_and_i_or_y_are_the_same(make: Make) -> None:
    """Hoà is hòa, lí is lý, kĩ is kỹ: an equal score, and before every other tone."""
    texts = {"hòa": "Hòa giải", "hóa": "Hóa giải", "lý": "Quản lý", "lỳ": "Quản lỳ", "kỹ": "Kỹ"}
    engine = make(*pages_of({**texts, "tay": "Cầm tay", "tai": "Cái tai"}))
    for one, other in (("hoà", "hòa"), ("lí", "lý"), ("kĩ", "kỹ"), ("hoá", "hóa"), ("kỹ", "kĩ")):
        first, second = engine.ask(f"{one} ", f"{other} ")
        assert first.pages == second.pages
        assert first.items[0][0]["score"] == pytest.approx(second.items[0][0]["score"])
    found = engine.ask("hoà ", "lí ", "li ", "tai ", "tay ")
    assert [answer.pages for answer in found] == [
        ["hòa", "hóa"],
        ["lý", "lỳ"],
        found[2].pages,
        ["tai"],
        ["tay"],
    ]
    assert set(found[2].pages) == {"lý", "lỳ"}


SAME = "Ở xã ấy có một {} rất quen."


def test_exact_marks_come_first(make: Make) -> None:
    """Minimal pairs: the page with the typed marks, then those with more marks, wrong ones last."""
    words = ["dan", "dân", "dẫn", "dàn", "dấn", "đan", "đàn"]
    engine = make(*pages_of({word: SAME.format(word) for word in words}))
    found = dict(zip(words, engine.ask(*[f"{word} " for word in words]), strict=True))
    for word, answer in found.items():
        assert answer.pages[0] == word
        assert set(answer.pages) == set(words)
    assert set(found["dân"].pages[1:3]) == {"dẫn", "dấn"}
    assert found["đan"].pages[1] == "đàn"
    pairs = ["tội phạm", "tới phạm", "tôi phạm", "tối phạm"]
    engine = make(*pages_of({pair: SAME.format(pair) for pair in pairs}))
    assert [answer.pages[0] for answer in engine.ask(*pairs)] == pairs


# What counts as a word


def test_a_word_is_not_found_inside_another(make: Make) -> None:
    """A whole word only; the last one may be half a word while it is being typed."""
    texts = {"trang": "Xem trang", "tra": "Tra sổ", "kiểm-tra": "Kiểm-tra", "bracket": "x (tra)"}
    engine = make(*pages_of(texts))
    whole, half, end, middle, inside = engine.ask("tra ", "tra", "trang", "tra sổ", "rang")
    assert set(whole.pages) == {"tra", "kiểm-tra", "bracket"}
    assert set(half.pages) == set(texts)
    assert half.pages[-1] == "trang"
    assert end.pages == ["trang"]
    assert set(middle.pages) == {"tra", "kiểm-tra", "bracket"}
    assert middle.marked == {"Tra", "sổ", "tra"}
    assert inside.pages == []
    assert half.marked == {"Tra", "tra", "trang"}


def test_a_number_is_never_half_a_number(make: Make) -> None:
    """Who types 15 does not mean 150; letters behind a number are no reason to lose it."""
    engine = make(*pages_of({"15": "Điều 15 luật", "150": "Điều 150 luật"}))
    assert [answer.pages for answer in engine.ask("15", "150", "điều 15")] == [
        ["15"],
        ["150"],
        ["15", "150"],
    ]


def test_english_inflections_find_each_other(make: Make) -> None:
    """Interviewing finds interview, victims find victim; but university is not universe."""
    texts = {
        "interview": "One interview",
        "victim": "A victim spoke",
        "study": "A study",
        "stop": "They stopped",
        "universe": "The universe",
        "bus": "By bus",
        "case": "Both cases",
        "party": "The parties",
    }
    engine = make(*pages_of(texts, "en"), locale="en")
    wanted = {
        "interviewing ": "interview",
        "interviews ": "interview",
        "INTERVIEWED ": "interview",
        "interv": "interview",
        "victims ": "victim",
        "victim's ": "victim",
        "studies ": "study",
        "stopping ": "stop",
        "stops ": "stop",
        "case ": "case",
        "party ": "party",
        "bus ": "bus",
    }
    for typed, answer in zip(wanted, engine.ask(*wanted), strict=True):
        assert answer.pages == [wanted[typed]], typed
    assert [answer.pages for answer in engine.ask("university ", "busy ", "car ")] == [[], [], []]


# What comes first


def test_a_phrase_comes_before_its_words_apart(make: Make) -> None:
    """Words side by side win over the same words often, near or in another order."""
    engine = make(
        *pages_of(
            {
                "apart": "Kiểm sổ, kiểm phòng; tra tên, tra số; giấy in, giấy bút; tờ rơi, tờ bìa.",
                "phrase": f"{LONG} Việc kiểm tra giấy tờ làm ở bàn bên. {LONG}",
                "turned": "Giấy tờ kiểm tra, tờ giấy tra kiểm.",
            }
        )
    )
    for typed in ("kiểm tra giấy tờ", "kiem tra giay to", "KIỂM TRA GIẤY TỜ"):
        assert engine.one(typed).pages == ["phrase", "turned", "apart"]


def test_a_phrase_does_not_reach_into_the_next_block(make: Make) -> None:
    """The end of one paragraph and the start of the next are no phrase."""
    split = chapter("split", "№", "Đây là bước kiểm", "tra lại tất cả")
    whole = chapter("whole", "№", f"{LONG} Đây là bước kiểm tra lại tất cả. {LONG}")
    assert make(split, whole).one("kiểm tra").pages == ["whole", "split"]


def test_a_title_comes_before_the_text(make: Make) -> None:
    """A page or section that is about the words wins over one that mentions them."""
    mention = chapter("mention", "Chuyện khác", f"Ở đây nói đến bảo vệ nhân chứng. {LONG}")
    section = chapter("section", "Chuyện nữa", "## here Bảo vệ nhân chứng", f"Ở đây. {LONG}")
    title = chapter("title", "Bảo vệ nhân chứng", f"Ở đây. {LONG}")
    for typed in ("bảo vệ nhân chứng", "bao ve nhan chung", "chứng nhân bảo vệ"):
        answer = make(mention, section, title).one(typed)
        assert answer.pages == ["title", "section", "mention"]
    assert (
        make(mention, section)
        .one("bảo vệ nhân chứng")
        .opened.endswith("section.html?h=b%E1%BA%A3o%20v%E1%BB%87%20nh%C3%A2n%20ch%E1%BB%A9ng#here")
    )


def test_a_rare_word_counts_more_than_a_common_one(make: Make) -> None:
    """Of two words, the page with the one that stands in few places comes first."""
    common = {f"c{number}": "người ấy có mặt" for number in range(8)}
    engine = make(*pages_of({**common, "rare": "hộ chiếu của ai đó"}))
    assert engine.one("người hộ ").pages[0] == "rare"


def test_key_points_count_more(make: Make) -> None:
    """The same words in a chapter's key points come before the same words in its text."""
    plain_page = chapter("plain", "№", "An toàn trước hết.")
    box = "<div class='box box-key-points'><p>An toàn trước hết.</p></div>"
    strong = chapter("strong", "№", box)
    assert make(plain_page, strong).one("an toàn").pages == ["strong", "plain"]
    assert make(strong, plain_page).one("an toàn").pages == ["strong", "plain"]


def test_words_close_together_count_more(make: Make) -> None:
    """The same two words in one sentence come before the two at a paragraph's ends."""
    far = f"Hộ chiếu để đây. {LONG} Có vé."
    near = f"Có vé và hộ chiếu. {LONG} Để đây."
    assert make(*pages_of({"far": far, "near": near})).one("vé hộ ").pages == ["near", "far"]


def test_a_word_that_comes_often_counts_more(make: Make) -> None:
    """Of two pages with the word, the one that speaks of it all the time comes first."""
    once = "Có hộ chiếu, có vé, có tiền."
    engine = make(*pages_of({"once": once, "often": "Hộ chiếu, hộ chiếu của ai, hộ chiếu nào."}))
    assert [answer.pages for answer in engine.ask("hộ ", "hộ chiếu ")] == [["often", "once"]] * 2


def test_words_elsewhere_on_the_page_count(make: Make) -> None:
    """A page that has the other word in another section comes before one that has not."""
    one = chapter("one", "№", "## a Phần", "Xem đô vật.", "## b Phần", "Không gì nữa.")
    both = chapter("both", "№", "## a Phần", "Xem đô vật.", "## b Phần", "Có trọng tài.")
    assert make(one, both).one("đô vật trọng ").pages == ["both", "one"]


def test_lists_of_sources_count_less(make: Make) -> None:
    """Objectives, questions and sources repeat a chapter's words; its own text comes first."""
    for id in ("objectives", "self-assessment", "sources"):
        side = chapter("side", "№", f"## {id} Phần", "Xem hộ chiếu.")
        own = chapter("own", "№", "## own Phần", "Xem hộ chiếu.")
        assert make(side, own).one("hộ chiếu").pages == ["own", "side"]


def test_law_citations_are_phrases(make: Make) -> None:
    """Điều 183, Article 183(6): the paragraph that cites it, not the one with both numbers."""
    for typed in ("Điều 183", "dieu 183", "điều 183"):
        answer = make().one(typed)
        assert answer.pages[0] == "law"
        assert answer.opened.endswith("#p2")
    english = make(locale="en")
    for typed in ("Article 183(6)", "article 183 (6)", "Article 183"):
        answer = english.one(typed)
        assert answer.pages[0] == "law"
        assert answer.opened.endswith("#p1"), typed


def test_volumes_stay_together(make: Make) -> None:
    """The ten best pages are grouped by volume, the best page's volume first."""
    strong, weak = "Trợ giúp pháp lý", "Ai cần trợ giúp thì hỏi về pháp lý"
    articles = [
        chapter("a", strong, LONG, volume="v2-practice"),
        chapter("b", "№ b", f"{LONG} {strong}."),
        chapter("c", "№ c", weak, volume="v2-practice"),
        chapter("d", "№ d", weak),
    ]
    answer = make(*articles).one("trợ giúp pháp lý")
    assert answer.pages == ["a", "c", "b", "d"]
    heads = [plain(page[0]["title"]) for page in answer.items]
    assert heads[0].startswith("Tập 2. Thực hành ")
    assert heads[2].startswith("Tập 1. Kiến thức nền tảng ")


# What is shown


def test_a_result_says_where_it_is(make: Make) -> None:
    """Volume and chapter; the section with its paragraph's number and the headings above it."""
    answer = make().one("giải thích quyền")
    article, section = answer.items[0][:2]
    assert article["title"].startswith(
        '<span class="search-volume">Tập 1. Kiến thức nền tảng</span> '
    )
    assert plain(article["title"]).endswith("Nạn nhân và quyền của họ")
    assert '<span class="search-number">1.8.2</span> ' in section["title"]
    assert '<span class="search-path">Nhu cầu › </span>' in section["title"]
    assert section["location"].endswith("#p2")
    assert (
        article["location"]
        == "v1-foundations/victims.html?h=gi%E1%BA%A3i%20th%C3%ADch%20quy%E1%BB%81n"
    )
    assert section["location"].startswith(article["location"])
    assert answer.opened == section["location"]


def test_only_the_readers_language(make: Make) -> None:
    """A word that stands in both languages finds the pages of one."""
    for locale, top in (("vi", "v1"), ("en", "en/")):
        answer = make(locale=locale).one("150")
        assert answer.items
        assert all(page[0]["location"].startswith(top) for page in answer.items)
        assert answer.notes == []


def test_the_other_language_is_offered_when_nothing_is_found(make: Make) -> None:
    """Results of the other language with a sentence in the reader's; not when there is nothing."""
    english, nothing = make().ask("telephone rings", "zzzz")
    assert english.pages == ["law"]
    assert english.items[0][0]["location"].startswith("en/")
    assert english.notes == [
        "Không có kết quả bằng tiếng Việt. Dưới đây là kết quả bằng tiếng Anh."
    ]
    assert nothing == Answer([], [], [])
    vietnamese = make(locale="en").one("trang trọng rồi")
    assert vietnamese.pages[0] == "interviews"
    assert vietnamese.notes == ["Nothing found in English. These results are in Vietnamese."]


def test_only_the_newest_query_is_answered(make: Make) -> None:
    """A reader who types on is not shown what was typed before."""
    (answer,) = make().hurry("n", "nạ", "nạn", "đô vật")
    assert answer.pages == ["interviews"]


def test_teasers_are_cut_from_the_text(make: Make) -> None:
    """Each teaser is a stretch of the page with whole words at its ends, and marks whole words."""
    engine = make()
    queries = ["nạn nhân", "hoi cung", "dieu tra vien hoi", "đ", "ghi", "biên", "tra trang", "quy"]
    queries += ["1.8.1", "1.8.2", "1.3.2", "người phiên dịch"]
    text = " ".join(re.findall(r'"text":"(.*?)"', engine.files["search/vi.js"])[0].split())
    text = " ".join(re.sub(r"\\[ntfr]", " ", text).split())
    words = set(re.findall(r"[^\W_]+", text))
    seen = 0
    for answer in engine.ask(*queries):
        assert answer.items
        assert answer.marked <= words
        for page in answer.items:
            for teaser in filter(None, (plain(item["text"]) for item in page)):
                assert len(teaser) < 210
                shown = teaser.removeprefix("… ").removesuffix(" …").replace(" · ", " ")
                assert f" {shown} " in f" {text} "
                seen += "…" in teaser
    assert seen > 5


def test_the_teaser_shows_the_best_place(make: Make) -> None:
    """The words are in the teaser, also far down in a long paragraph."""
    far = chapter("far", "№", " ".join([LONG] * 12) + f" Mật khẩu ở đây. {LONG}", number="1.1")
    section = make(far).one("mat khau").items[0][0]
    assert "<mark>Mật</mark> <mark>khẩu</mark>" in section["text"]
    assert section["text"].startswith("… ")
    assert section["text"].endswith(" …")


EVIL = '<script>alert(1)</script> & "x" <img src=x onerror=alert(1)>'
ALLOWED = re.compile(r'</?mark>|<span class="search-(?:volume|number|path)">|</span>')


def test_markup_in_the_text_stays_text(make: Make) -> None:
    """A heading, a paragraph, a box, a volume with markup in them: nothing of it is an element."""
    kind = "<span class='box-kind'>&lt;i&gt; 1.1-A</span>"
    box = f"<div class='box' id='box'><p class='box-title'>{kind}</p></div>"
    parts = ["## evil " + EVIL, f"Xem {EVIL} đây", "### deep Sâu " + EVIL, "Chữ alert sâu", box]
    evil = chapter("evil", EVIL, *parts, number="1.1")
    engine = make(evil)
    volume = replace(engine.manuals.shelf.volumes[0], title={"en": EVIL, "vi": EVIL})
    shelf = replace(engine.manuals.shelf, volumes=(volume,))
    engine = replace(engine, manuals=replace(engine.manuals, shelf=shelf))
    answers = engine.ask(
        "alert", "script", "x", "img src", "sâu alert", "1.1", "1.1.1", "i 1.1-a", "<script>"
    )
    for answer in answers:
        assert answer.items
        for text in answer.html:
            assert not re.search("[<>\"']", ALLOWED.sub("", text)), text
        for page in answer.items:
            for item in page:
                assert re.fullmatch(r"[\w/.?=%#-]+", item["location"])
    text = " ".join(plain(text) for text in answers[0].html)
    assert EVIL in text


# The termbase


def test_other_words_for_a_term_find_it(make: Make) -> None:
    """Deprecated and admitted words find the preferred term's pages and say which it is."""
    note = "Sổ tay dùng thuật ngữ “{}”."
    engine = make()
    for typed, page, term in (
        ("buôn bán người", "law", "mua bán người"),
        ("buon ban nguoi", "law", "mua bán người"),
        ("người bị hại", "victims", "nạn nhân"),
        ("tội buôn bán người", "law", "mua bán người"),
    ):
        answer = engine.one(typed)
        assert answer.pages[0] == page, typed
        assert answer.notes == [note.format(term)]
        assert set(term.split()) <= {word.lower() for word in answer.marked}
    english = make(locale="en").one("trafficking in persons")
    assert english.pages[0] == "law"
    assert english.notes == ["The manuals use the term “human trafficking”."]
    assert engine.one("mua bán người").notes == []


def test_a_short_form_is_no_other_word(make: Make) -> None:
    """The manuals use "trafficking" too, so nothing is said; on the other side it is a term."""
    assert make(locale="en").one("trafficking").notes == []
    assert make().one("trafficking").notes == ["Sổ tay dùng thuật ngữ “mua bán người”."]


def test_a_term_of_the_other_language_finds_own_pages(make: Make) -> None:
    """Victim finds nạn nhân on the Vietnamese side, hỏi cung finds interrogation on the other."""
    vietnamese = make().ask(
        "victim", "Victim", "interrogation", "human trafficking", "border guard"
    )
    assert [(answer.pages[0], answer.notes) for answer in vietnamese] == [
        ("victims", ["Sổ tay dùng thuật ngữ “nạn nhân”."]),
        ("victims", ["Sổ tay dùng thuật ngữ “nạn nhân”."]),
        ("law", ["Sổ tay dùng thuật ngữ “hỏi cung”."]),
        ("law", ["Sổ tay dùng thuật ngữ “mua bán người”."]),
        ("interviews", ["Sổ tay dùng thuật ngữ “Bộ đội Biên phòng”."]),
    ]
    for answer in vietnamese:
        assert all(page[0]["location"].startswith("v1") for page in answer.items)
    english = make(locale="en").ask("hỏi cung", "hoi cung", "nạn nhân", "mua ban nguoi")
    assert [(answer.pages[0], answer.notes) for answer in english] == [
        ("interviews", ["The manuals use the term “interrogation”."]),
        ("interviews", ["The manuals use the term “interrogation”."]),
        ("law", ["The manuals use the term “victim”."]),
        ("law", ["The manuals use the term “human trafficking”."]),
    ]
    for answer in english:
        assert all(page[0]["location"].startswith("en/") for page in answer.items)


def test_a_term_of_the_other_language_is_known_in_part(make: Make) -> None:
    """An English term in the plural, and how a long term begins; not so in one's own language."""
    vietnamese = make()
    for typed in ("victims", "border guards", "investigative interviews", "detained charged"):
        assert "thuật ngữ" in "".join(vietnamese.one(typed).notes), typed
    assert vietnamese.one("victims").pages[0] == "victims"
    assert not [
        answer for answer in vietnamese.ask("buôn bán", "human") if "người" in answer.marked
    ]
    english = make(locale="en").ask("bộ đội biên phòng", "bo doi bien", "bộ đội", "bộ")
    assert ["Border Guard" in "".join(answer.notes) for answer in english] == [True] * 3 + [False]


def test_marks_decide_which_term_is_meant(make: Make) -> None:
    """Typed marks that the form has not are another word: hói cùng is not hỏi cung."""
    answers = make(locale="en").ask("hói cùng", "nàn nhẫn", "hoi cùng", "nan nhan")
    assert ["term" in note for answer in answers for note in answer.notes] == [False] * 3 + [True]


def test_abbreviations_find_the_whole_name(make: Make) -> None:
    """BLTTHS, BLHS and CPC as officers write them, on either side."""
    found = make().ask("BLTTHS", "bltths", "CPC", "BLHS", "Điều 183 BLTTHS")
    assert [answer.pages[0] for answer in found] == ["law"] * 5
    assert found[0].notes == ["Sổ tay dùng thuật ngữ “Bộ luật Tố tụng hình sự”."]
    assert found[0].opened.endswith("#p2")
    assert found[4].opened.endswith("#p2")
    assert "Tố" in found[0].marked


# Places


def test_a_number_leads_to_its_paragraph(make: Make) -> None:
    """1.3.2, 1.3 and a box's letter come first and open at the place, in words of either kind."""
    engine = make()
    for typed in ("1.3.2", " 1.3.2 ", "đoạn 1.3.2", "§ 1.3.2", "Doan 1.3.2"):
        answer = engine.one(typed)
        assert answer.opened == "v1-foundations/law.html#p2", typed
        assert plain(answer.items[0][1]["title"]) == "1.3.2"
        assert plain(answer.items[0][1]["text"]).startswith("Điều 183 Bộ luật Tố tụng hình sự")
    for typed in ("1.3", "chương 1.3", "Chuong 1.3"):
        answer = engine.one(typed)
        assert answer.opened == "v1-foundations/law.html", typed
        assert plain(answer.items[0][0]["title"]).endswith("Pháp luật Việt Nam")
    for typed in ("Tình huống 1.3-A", "tinh huong 1.3-a", "TÌNH HUỐNG 1.3A"):
        opened = engine.one(typed).opened
        assert (opened == "v1-foundations/law.html#phone-call") == ("-" in typed), typed
    english = make(locale="en").ask("Case 1.3-A", "case 1.3-a", "paragraph 1.3.1", "Chapter 2.1")
    assert [answer.opened for answer in english] == [
        "en/v1-foundations/law.html#phone-call",
        "en/v1-foundations/law.html#phone-call",
        "en/v1-foundations/law.html#p1",
        "en/v1-foundations/interviews.html",
    ]


def test_a_number_that_does_not_exist_is_no_place(make: Make) -> None:
    """A paragraph, a chapter, a letter too many: an answer without a place, and no error."""
    for answer in make().ask(
        "1.3.4", "1.3.99", "9.9", "9.9.9", "1.3.0", "Tình huống 1.3-Z", "1.3.2.4"
    ):
        assert not [page for page in answer.items if page[0]["score"] >= 1000]


# Suggestions


def test_suggestions_need_no_marks(make: Make) -> None:
    """Terms and titles that go on from what was typed, the short ones first, at most five."""
    engine = make()
    found = [answer.suggest for answer in engine.ask("nan nh", "NẠN", "pháp l", "lay loi", "hoi")]
    assert found[0] == ["nạn nhân", "Nạn nhân và quyền của họ"]
    assert found[1] == found[0]
    assert found[2] == ["Pháp luật Việt Nam"]
    assert found[3] == ["lấy lời khai"]
    assert "hỏi cung" in found[4]
    by_length = make(chapter("long", "Quyền của người bào chữa"), chapter("short", "Quyền im lặng"))
    assert by_length.one("quyen").suggest == ["Quyền im lặng", "Quyền của người bào chữa"]
    many = make(*[chapter(f"p{n}", f"Quyền số {n}") for n in range(9)])
    assert len(many.one("quyen").suggest) == 5
    assert [answer.suggest for answer in engine.ask("n", "nạn nhân", "hói cu", "")] == [
        [],
        ["Nạn nhân và quyền của họ"],
        [],
        [],
    ]


# Whatever is typed


def test_a_query_is_read_in_bounds(make: Make) -> None:
    """A pasted page is cut and its words count once; a phrase keeps a word that it has twice."""
    words = "readQuery(input, 'vi').words.map((word) => word.text)"
    twice, many, letter = make().js(
        words, "người có người ", "một hai ba bốn năm sáu một hai ", "điểm a"
    )
    assert twice == ["người", "có", "người"]
    assert many == ["một", "hai", "ba", "bốn", "năm", "sáu"]
    assert letter == ["điểm", "a"]
    text, count = make().js(
        "[readQuery(input, 'vi')].map((query) => [query.text.length, query.words.length])[0]",
        "".join(f"từ{number} " for number in range(3_000)),
    )[0]
    assert text <= 400
    assert count <= 14


def test_a_letter_is_a_word_of_its_own(make: Make) -> None:
    """Laws are full of "điểm a, điểm b": the letter counts where it stands, not as half a word."""
    engine = make(*pages_of({"other": "Điểm b và an toàn", "right": "Theo điểm a của khoản"}))
    assert engine.one("điểm a").pages[0] == "right"
    assert engine.one("diem a").pages[0] == "right"


def test_the_whole_phrase_comes_before_its_parts(make: Make) -> None:
    """A title with half the last word, or with a comma in between, comes after the phrase."""
    right = chapter("right", "№", "## a Phần", "Xem làm việc gì sau hồ sơ này.")
    half = chapter("half", "Làm việc giữ gìn", "## a Phần", "Không.")
    comma = chapter("comma", "Việc sau, hồ sơ", "## a Phần", "Không.")
    engine = make(half, comma, right)
    assert [answer.pages[0] for answer in engine.ask("lam viec gi", "sau hồ sơ ")] == ["right"] * 2


def test_a_title_counts_by_its_share(make: Make) -> None:
    """A title that is the words asked for comes before a long one that holds them."""
    long = chapter("long", "Biện pháp điều tra tố tụng đặc biệt", "## a Phần", "Xem điều tra.")
    short = chapter("short", "Điều tra", "## a Phần", "Xem điều tra.")
    assert make(long, short).one("điều tra ").pages == ["short", "long"]


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_whatever_is_typed_is_answered(make: Make, locale: str) -> None:
    """Long, empty, signs of regular expressions, emoji, halves of characters: an answer each."""
    queries = [
        "a" * 10_000,
        "nạn nhân " * 1_112,
        "điều 1.3 " * 1_112,
        " " * 10_000,
        "",
        "\t\r\n\f\v\u00a0\u3000",
        ".*+?^${}()|[]\\",
        "(a+)+$" * 500,
        "[nạn",
        "nạn\\",
        "*",
        "😀",
        "nạn 😀 nhân",
        "👩‍👩‍👧",
        "\ud83d",
        "\ude00nạn\ud800",
        "\0",
        "nạn\0nhân",
        "\u0301\u0323",
        "a" + "\u0301" * 5_000,
        "İstanbul ß ﬁ",
        "한국어 日本語 العربية",
        "__proto__",
        "constructor toString",
        "%E1%BA %",
        "</script><script>alert(1)</script>",
        "1." * 3_000,
        "1.3.99999999999999999999",
    ]
    answers = make(locale=locale).ask(*queries)
    assert len(answers) == len(queries)
    nothing = {" " * 10_000, "", ".*+?^${}()|[]\\", "*", "😀", "\ud83d", "\0"}
    for query, answer in zip(queries, answers, strict=True):
        if query in nothing:
            assert answer == Answer([], [], []), repr(query)
    by_query = dict(zip(queries, answers, strict=True))
    if locale == "vi":
        for query in ("nạn nhân " * 1_112, "nạn 😀 nhân", "nạn\0nhân", "[nạn", "\ude00nạn\ud800"):
            assert by_query[query].pages[0] == "victims"
