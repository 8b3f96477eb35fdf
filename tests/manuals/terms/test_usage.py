"""Forms given up are errors, missing counterparts warnings, and what is meant so is exempt."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from manuals.chapters import Manuals, Pair, load_manuals
from manuals.editions import TRAINER
from manuals.scan import read_outline
from manuals.terms.concepts import asks
from manuals.terms.usage import TermUse
from tests.real import ROOT

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"
HEAD = "id,en,vi,pos,domain,status,note,match\n"
TIP = """\
tip-01,human trafficking,mua bán người,n,x,preferred,,
tip-01b,human trafficking,buôn bán người,n,x,deprecated,VI side. Use the word of the Code.,vi
tip-01c,modern slavery,nô lệ hiện đại,n,x,deprecated,Both sides.,both
tip-02,Anti-trafficking Protocol,Nghị định thư về buôn bán người,title,x,preferred,,
"""
BI_CAN = "prc-08,charged person,bị can,n,x,preferred,,\n"
EN, VI = (
    "Each part is proved by its own evidence.",
    "Mỗi yếu tố được chứng minh bằng chứng cứ riêng.",
)
TODO = "use the termbase’s words in both halves, or in neither"


def spoilt(project: Callable[[], Project], rows: str, en: str = "", vi: str = "") -> Project:
    """Return the tiny project with these rows as its termbase and a sentence more a half."""
    copy = project()
    copy.write("data/termbase.csv", HEAD + rows)
    if en:
        copy.edit(LAW, EN, f"{EN} {en}")
    if vi:
        copy.edit(LAW_VI, VI, f"{VI} {vi}")
    return copy


def quiet(project: Callable[[], Project], rows: str, en: str = "", vi: str = "") -> bool:
    """Return whether the two sentences together raise no problem."""
    return spoilt(project, rows, en, vi).messages() == []


def test_a_form_given_up_is_an_error(project: Callable[[], Project]) -> None:
    """The message has the words as written, the reason, and the form to write."""
    copy = spoilt(project, TIP, vi="Buôn bán\nngười là tội phạm.")
    line = copy.line(LAW_VI, "Buôn bán")
    assert copy.messages() == [
        f'{LAW_VI}:{line}: "Buôn bán người" is a form given up (Use the word of the Code): '
        'write "mua bán người"; beside a quotation or title: <!-- as written: Buôn bán người -->'
    ]
    assert not copy.problems()[0].warning


@pytest.mark.parametrize(
    ("old", "place"),
    [
        ('title: "', ""),
        ('summary: "', ""),
        ('  - "', "needs:"),
        ('    text: "', "objectives:"),
        ("## ", ""),
        ("- hành vi", ""),
        ("| hành vi", ""),
        ("/// law | Điều {{ article.trafficking }}", ""),
        ("/// case | Cuộc gọi", ""),
        ("//// card | Người làm chứng", ""),
        ("Anh đang vội.", ""),
        ("- Đã rõ tuổi chưa?", ""),
        ('      - "', ""),
        ("[^code]:", ""),
    ],
)
def test_every_kind_of_text_is_read(project: Callable[[], Project], old: str, place: str) -> None:
    """Metadata, headings, lists, tables, boxes, role cards, options, footnotes."""
    copy = spoilt(project, TIP)
    copy.edit(LAW_VI, old, f"{old} buôn bán người ")
    found = [problem for problem in copy.problems() if "given up" in problem.what]
    key = place or "buôn bán người"
    assert [problem.line for problem in found] == [copy.line(LAW_VI, key)]


def test_signs_of_markdown_do_not_hide_a_term(project: Callable[[], Project]) -> None:
    """Emphasis, a link's text and a value of the country are read; a link's target is not."""
    en = "*Modern* **slavery**. [modern slavery](03-law.en.md#modern-slavery-act)"
    copy = spoilt(project, TIP, en)
    found = [item.what for item in copy.problems() if "given up" in item.what]
    assert found == ['"Modern slavery" is a form given up', '"modern slavery" is a form given up']
    rows = "a-01,x,y,n,training,preferred,,\na-01b,Penal Code,z,n,x,deprecated,,en\n"
    copy = spoilt(project, rows)
    lines = [item.line for item in copy.problems()]
    assert {copy.line(LAW, "summary:"), copy.line(LAW, "[^code]: ")} <= set(lines)


def test_a_longer_term_covers_a_form_given_up(project: Callable[[], Project]) -> None:
    """Inside a valid longer term it is right; where it only overlaps one it is wrong."""
    title = "Nghị định thư về buôn bán người"
    assert quiet(project, TIP, "The Anti-Trafficking Protocol.", f"{title}.")
    rows = (
        "vic-01,victim,nạn nhân,n,x,preferred,,review\n"
        "vic-01b,victim,nạn nhân tiềm năng,n,x,deprecated,,vi\n"
        "vic-02,identification,xác định nạn nhân,n,x,preferred,,review\n"
    )
    copy = spoilt(project, rows, vi="Xác định nạn nhân tiềm năng.")
    assert [problem.what for problem in copy.problems()] == [
        '"nạn nhân tiềm năng" is a form given up'
    ]


@pytest.mark.parametrize(
    ("match", "sides"),
    [("en", [LAW]), ("vi", [LAW_VI]), ("both", [LAW, LAW_VI]), ("review", []), ("", [LAW_VI])],
)
def test_match_says_on_which_side(
    project: Callable[[], Project], match: str, sides: list[str]
) -> None:
    """Empty means where the form is not also right: "people" is, so the Vietnamese side."""
    rows = (
        f"a-01,people,người dân,n,training,preferred,,\na-01b,people,dân,n,x,deprecated,,{match}\n"
    )
    copy = spoilt(project, rows, "People came.", "Dân đến.")
    assert [
        item.path for item in copy.problems() if "People" in item.what or "Dân" in item.what
    ] == sides


def test_english_forms_given_up_are_inflected(project: Callable[[], Project]) -> None:
    """Plural, possessive, hyphen and case do not hide them."""
    rows = "a-01,court,tòa,n,training,preferred,,\na-01b,law-house,x,n,x,deprecated,,en\n"
    for said in ("Law houses", "law-house’s"):
        copy = spoilt(project, rows, f"Of {said} here.")
        assert [problem.what for problem in copy.problems()] == [f'"{said}" is a form given up']


def test_words_marked_as_written_are_exempt(project: Callable[[], Project]) -> None:
    """In their own block, several parted by semicolons; other words of it are not."""
    title = "“Phòng, chống buôn bán người” và nô lệ hiện đại"
    mark = "<!-- as written: Phòng, chống buôn bán người; nô lệ hiện đại -->"
    assert quiet(project, TIP, vi=f"{title}. {mark}")
    assert len(spoilt(project, TIP, vi=f"{title}, buôn bán người. {mark}").messages()) == 1
    copy = spoilt(project, TIP, vi=f"{title}. {mark}")
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Hỏi về buôn bán người.")
    assert [item.line for item in copy.problems()] == [copy.line(LAW_VI, "Hỏi về")]


def test_a_mark_may_stand_alone(project: Callable[[], Project]) -> None:
    """It belongs to the block above; above the whole text to the metadata."""
    copy = spoilt(project, TIP, vi="Về buôn bán người.")
    copy.edit(LAW_VI, "{#own-evidence}", "{#own-evidence}\n\n<!-- as written: buôn bán người -->")
    assert copy.messages() == []
    copy.edit(LAW_VI, 'title: "', 'title: "Buôn bán người: ')
    assert len(copy.messages()) == 1
    copy.edit(LAW_VI, "/// key-points", "<!-- as written: buôn bán người -->\n\n/// key-points")
    assert copy.messages() == []


def test_a_mark_without_its_words_is_named(project: Callable[[], Project]) -> None:
    """What was quoted may have been rewritten since."""
    copy = spoilt(project, TIP, vi="Xong. <!-- as written: buôn bán người -->")
    line = copy.line(LAW_VI, "<!-- as written")
    assert copy.messages() == [
        f'{LAW_VI}:{line}: warning: "buôn bán người" is marked as written but does not stand here: '
        "write the words as in the text beside it, or take the mark out"
    ]


def test_a_mark_reaches_no_output(project: Callable[[], Project]) -> None:
    """Readers never see it."""
    copy = spoilt(project, TIP, vi="Về buôn bán người. <!-- as written: buôn bán người -->")
    problems, article = copy.built(TRAINER, LAW_VI)
    assert problems == []
    assert "Về buôn bán người" in article
    assert "as written" not in article


@pytest.mark.parametrize("turned", [False, True])
def test_a_missing_counterpart_is_a_warning(project: Callable[[], Project], turned: bool) -> None:
    """In both directions; both files and lines are named."""
    texts = ("The charged persons spoke.", "Bị cáo trình bày.")
    if turned:
        texts = ("The defendant spoke.", "Bị can trình bày.")
    copy = spoilt(project, BI_CAN, *texts)
    sides = [(LAW, copy.line(LAW, EN)), (LAW_VI, copy.line(LAW_VI, VI))]
    (path, line), (other, there) = reversed(sides) if turned else sides
    said = ("Bị can", "charged person") if turned else ("charged persons", "bị can")
    assert copy.messages() == [
        f'{path}:{line}: warning: "{said[0]}" stands here, but in '
        f'{other.rpartition("/")[2]}:{there} no "{said[1]}" (prc-08): {TODO}'
    ]


@pytest.mark.parametrize(
    ("rows", "en", "vi"),
    [
        (BI_CAN, "Charged persons spoke.", "Bị can trình bày."),
        ("a-01,rescue,giải cứu,n/v,x,preferred,,\n", "They were rescued.", "Họ được giải cứu."),
        ("a-01,deception,lừa gạt,n,x,preferred,,\n", "They were deceived.", "Họ bị lừa gạt."),
        ("a-01,written record,biên bản,n,x,preferred,,\n", "A record.", "Một biên bản."),
        (f"{BI_CAN}prc-08b,accused,bị can,n,x,admitted,,\n", "The accused.", "Bị can."),
        ("a-01,Covenant (ICCPR),Công ước,title,x,preferred,,\n", "The ICCPR.", "Công ước."),
        (
            "a-01,safeguard,các biện pháp bảo đảm,n,x,preferred,,\n",
            "A safeguard.",
            "Biện pháp bảo đảm.",
        ),
        (
            "a-01,forced crime,ép buộc thực hiện tội phạm,n,x,preferred,,\n",
            "A forced crime.",
            "Ép buộc người khác thực hiện tội phạm.",
        ),
        (BI_CAN, "Write “bị can”.", "Viết “bị can”."),
        ("a-01,accused,bị cáo,n,x,preferred,,\n", "Whoever is blamed.", "Người bị cáo buộc."),
        ("a-01,lesson,bài học,n,training,preferred,,\n", "A lesson.", "Một buổi."),
        (
            "a-01,support (to victims),hỗ trợ nạn nhân,n,x,preferred,,\n",
            "Some support.",
            "Sự giúp đỡ.",
        ),
        ("a-01,search,khám xét,n/v,x,preferred,,review\n", "We searched.", "Tìm và khám xét."),
        (
            "a-01,custody,tạm giữ,n,x,preferred,,\n"
            "a-02,custody (in general),giam giữ,n,x,preferred,,review\n",
            "A custody officer.",
            "Cán bộ giam giữ.",
        ),
    ],
    ids=[
        "plural",
        "verb",
        "root",
        "telling word",
        "admitted",
        "abbreviation",
        "plural sign",
        "gap",
        "quoted",
        "other unit",
        "teaching",
        "narrowed",
        "review",
        "two concepts",
    ],
)
def test_what_needs_no_warning(project: Callable[[], Project], rows: str, en: str, vi: str) -> None:
    """A counterpart stands there in another form, or none is asked for."""
    assert quiet(project, rows, en, vi)


def test_english_may_say_it_again_in_other_words(project: Callable[[], Project]) -> None:
    """It says "the crime" of what its block before names; Vietnamese says the word again."""
    copy = spoilt(project, BI_CAN, vi="Bị can.")
    copy.edit(LAW, "has an act, a means", "of a charged person has an act, a means")
    assert [item.path for item in copy.problems()] == [LAW]
    copy = spoilt(project, BI_CAN, en="Charged persons.")
    copy.edit(LAW_VI, "gồm hành vi", "của bị can gồm hành vi")
    assert [item.path for item in copy.problems()] == [LAW, LAW_VI]


def test_an_english_verb_asks_too(project: Callable[[], Project]) -> None:
    """A term that is noun and verb is found as a verb; one that is a noun only is not."""
    rows = "a-01,rescue,giải cứu,{},x,preferred,,\n"
    assert not quiet(project, rows.format("n/v"), "They were rescued.", "Họ được cứu.")
    assert quiet(project, rows.format("n"), "They were rescued.", "Họ được cứu.")


def test_footnotes_are_paired_by_their_labels(project: Callable[[], Project]) -> None:
    """They may stand in another order."""
    copy = spoilt(project, BI_CAN)
    copy.edit(LAW, "[^code]: ", "[^code]: Charged persons. ")
    copy.edit(LAW_VI, "[^code]: ", "[^last]: ")
    copy.edit(LAW_VI, "[^answer]: ", "[^code]: Bị can. ")
    copy.edit(LAW_VI, "[^last]: ", "[^answer]: ")
    assert copy.messages('"Charged') == []
    copy.edit(LAW_VI, "[^code]: Bị can.", "[^code]: Người ấy.")
    assert len(copy.messages('"Charged')) == 1


def test_a_section_of_other_length_counts_as_a_whole(project: Callable[[], Project]) -> None:
    """Where one half has a paragraph more, nobody knows which belong together."""
    copy = spoilt(project, BI_CAN, en="Charged persons.")
    copy.edit(LAW_VI, "{#own-evidence}", "{#own-evidence}\n\nMột đoạn.\n\nVề bị can.")
    assert copy.messages("harged") == []
    copy.edit(LAW_VI, "Về bị can.", "Về họ.")
    assert len(copy.messages("Charged")) == 1


def test_one_half_alone(project: Callable[[], Project]) -> None:
    """Without a counterpart only forms given up are looked for."""
    copy = spoilt(project, TIP + BI_CAN, "Charged persons. Modern slavery.")
    (copy.root / LAW_VI).unlink()
    assert [item.line for item in copy.problems() if '"' in item.what and item.path == LAW] == [
        copy.line(LAW, "Modern slavery")
    ]


def test_letters_stored_apart_and_windows_lines(project: Callable[[], Project]) -> None:
    """NFD and CRLF hide no term and move no line."""
    copy = spoilt(project, TIP, vi="Buôn bán người.")
    line = copy.line(LAW_VI, "Buôn bán người")
    text = unicodedata.normalize("NFD", copy.read(LAW_VI)).replace("\n", "\r\n")
    copy.write(LAW_VI, text)
    assert [item.line for item in copy.problems() if "given up" in item.what] == [line]


@cache
def manuals() -> Manuals:
    """Return the real manuals."""
    return load_manuals(ROOT, "viet-nam")


@cache
def term_use() -> TermUse:
    """Return their termbase made ready."""
    return TermUse(manuals().terms, manuals().profile)


def told(pair: Pair) -> set[str]:
    """Return the messages about a pair."""
    return {str(problem) for problem in term_use().check(pair)}


def rewritten(pair: Pair, locale: str, body: str) -> Pair:
    """Return a pair with another text in one half."""
    half = pair.halves[locale]
    outline = read_outline(half.path, body, half.first_line)
    return replace(pair, halves={**pair.halves, locale: replace(half, body=body, outline=outline)})


def seeded(locale: str, plain: str, count: int) -> int:
    """Replace a term by other words in `count` paragraphs, one at a time; return how many tell."""
    generator = random.Random(4)
    forms = [term.form(locale) for term in manuals().terms if asks(term, locale)]
    patterns = [re.compile(rf"(?<![\w.]){re.escape(form)}s?(?!\w)", re.I) for form in forms]
    caught = tried = 0
    while tried < count:
        pair = generator.choice(manuals().chapters("v1-foundations"))
        blocks = pair.halves[locale].body.split("\n\n")
        place = generator.randrange(len(blocks))
        used = [pattern for pattern in patterns if pattern.search(blocks[place])]
        if used and not blocks[place].startswith("#"):
            blocks[place] = generator.choice(used).sub(plain, blocks[place])
            caught += bool(told(rewritten(pair, locale, "\n\n".join(blocks))) - told(pair))
            tried += 1
    return caught


def test_the_real_manuals_are_quiet() -> None:
    """Less than one message in twenty pages of 320 words, the average of the printed volume."""
    found = [message for pair in manuals().pairs.values() for message in told(pair)]
    words = sum(len(half.body.split()) for _, half in manuals().halves())
    assert len(found) < words / 320 / 20, "\n".join(sorted(found))


@pytest.mark.slow
@pytest.mark.parametrize(("locale", "plain"), [("vi", "chuyện ấy"), ("en", "this thing")])
def test_mistakes_in_the_real_manuals_are_found(locale: str, plain: str) -> None:
    """A term replaced by other words is told in three of five paragraphs at least.

    The rest are paragraphs whose other half says the thing in words that are no term either.
    """
    assert seeded(locale, plain, 30) >= 18


def test_each_form_given_up_is_found_in_the_real_manuals() -> None:
    """Whatever the termbase flags is told wherever it is written, with the form to write."""
    pair = manuals().chapters("v1-foundations")[0]
    for term in manuals().terms:
        for locale in ("en", "vi"):
            if term.status != "deprecated" or term.match not in ("both", locale):
                continue
            body = f"{pair.halves[locale].body}\n\n{term.form(locale)}.\n"
            new = told(rewritten(pair, locale, body)) - told(pair)
            better = term_use().concepts.preferred_form(term, locale)
            assert any(f'write "{better}"' in message for message in new), term
