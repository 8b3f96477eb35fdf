"""Tooltips: a term's first use on a page carries the other language's term, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from manuals.languages import load_languages
from manuals.termbase import load_termbase
from manuals.tooltips import Tooltips

REPOSITORY = Path(__file__).parents[2]
HEAD = "id,en,vi,pos,domain,status,note,match\n"
ROWS = """\
a-01,victim,nạn nhân,n,x,preferred,,
b-01,human trafficking,mua bán người,n,x,preferred,,
b-02,crime of human trafficking,tội mua bán người,n,x,preferred,,
b-03,human trafficking case,vụ án mua bán người,n,x,preferred,,
c-01,exercise,bài tập,n,training,preferred,,
"""


def marked(folder: Path, content: str, locale: str = "en", rows: str = ROWS) -> str:
    """Return the content with {term=counterpart} where a tooltip stands."""
    path = folder / "data" / "termbase.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + rows, encoding="utf-8")
    words = load_languages(REPOSITORY)[locale]
    root = html.fragment_fromstring(content, create_parent="article")
    Tooltips(load_termbase(folder), words).mark(root)
    for span in list(root.iterfind(".//span[@class='term']")):
        title = span.get("title").removeprefix(words["term_other"].format(term=""))
        span.text = f"{{{span.text_content()}={title}}}"
        span.drop_tag()
    inner = str(html.tostring(root, encoding="unicode"))
    return inner.removeprefix("<article>").removesuffix("</article>")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("<p>A victim, a victim.</p>", "<p>A {victim=nạn nhân}, a victim.</p>"),
        ("<p>Victim!</p><p>victim</p>", "<p>{Victim=nạn nhân}!</p><p>victim</p>"),
        ("<p>victims, victimless</p>", "<p>victims, victimless</p>"),
        ("<p>human traffickings, subvictim</p>", "<p>human traffickings, subvictim</p>"),
        ("<p>an exercise</p>", "<p>an exercise</p>"),
        (
            "<p>a <em>victim</em> of <b>human trafficking</b></p>",
            "<p>a <em>{victim=nạn nhân}</em> of <b>{human trafficking=mua bán người}</b></p>",
        ),
        (
            "<p>x<br>a victim of human trafficking is</p>",
            "<p>x<br>a {victim=nạn nhân} of {human trafficking=mua bán người} is</p>",
        ),
    ],
)
def test_first_use(tmp_path: Path, content: str, wanted: str) -> None:
    """Only the first use is marked, as a whole word, in small or capital letters."""
    assert marked(tmp_path, content) == wanted


def test_longest_term_wins(tmp_path: Path) -> None:
    """A term inside a longer term is not marked there, but where it stands alone."""
    content = "<p>A crime of human trafficking, a human trafficking case, human trafficking.</p>"
    assert marked(tmp_path, content) == (
        "<p>A {crime of human trafficking=tội mua bán người}, "
        "a {human trafficking case=vụ án mua bán người}, {human trafficking=mua bán người}.</p>"
    )


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n"])
def test_words_of_a_term_stand_apart(tmp_path: Path, space: str) -> None:
    """A no-break space or the end of a line in a term changes nothing, nor counts as another."""
    content = f"<p>human{space}trafficking and human trafficking</p>"
    assert marked(tmp_path, content) == (
        f"<p>{{human{space}trafficking=mua bán người}} and human trafficking</p>"
    )


def test_vietnamese(tmp_path: Path) -> None:
    """The Vietnamese page names the English term."""
    assert marked(tmp_path, "<p>Nạn nhân của tội mua bán người</p>", "vi") == (
        "<p>{Nạn nhân=victim} của {tội mua bán người=crime of human trafficking}</p>"
    )


@pytest.mark.parametrize(
    "content",
    [
        "<h2>A victim</h2>",
        "<table><tr><th>victim</th></tr></table>",
        "<p>See <a href='x.html'>victim</a>.</p>",
        "<p>See <code>victim</code>.</p>",
        "<p class='summary'>A victim.</p>",
        "<div class='box box-law'><p class='box-title'>victim</p></div>",
        "<div class='glance'><ul><li>victim</li></ul></div>",
        "<div class='footnote'><ol><li><p>victim</p></li></ol></div>",
        "<ul><li>x<p class='summary'>victim</p></li></ul>",
        "<table class='glossary'><tr><td><b>victim</b></td><td lang='vi'>x</td></tr></table>",
    ],
)
def test_where_no_tooltip_stands(tmp_path: Path, content: str) -> None:
    """Headings, links, titles, footnotes and the glossary stay plain; the text after is marked."""
    found = marked(tmp_path, f"{content}<p>victim</p>")
    assert found.count("{") == 1
    assert found.endswith("<p>{victim=nạn nhân}</p>")


def test_lists_and_tables(tmp_path: Path) -> None:
    """In loose lists, nested lists and cells a term is marked once, in reading order."""
    content = "<ul><li><p>a</p><ul><li>victim</li></ul></li><li>victim</li></ul>"
    wanted = "<ul><li><p>a</p><ul><li>{victim=nạn nhân}</li></ul></li><li>victim</li></ul>"
    assert marked(tmp_path, content) == wanted
    content = "<table><tr><td>a</td><td>victim</td></tr></table>"
    assert "<td>{victim=nạn nhân}</td>" in marked(tmp_path, content)


def test_letters_are_kept(tmp_path: Path) -> None:
    """Marks change no letter of the text, whatever stands around them."""
    content = "<p>1<sup>a</sup>victim<em>, human trafficking </em>victim<br>x<!-- c -->victim</p>"
    plain = html.fragment_fromstring(content).text_content()
    words = load_languages(REPOSITORY)["en"]
    marked(tmp_path, content)
    root = html.fragment_fromstring(content, create_parent="article")
    Tooltips(load_termbase(tmp_path), words).mark(root)
    assert root.text_content() == plain
    assert len(root.findall(".//span")) == 2


def test_empty_termbase(tmp_path: Path) -> None:
    """Without terms nothing is marked, also beside signs that are no letters."""
    assert marked(tmp_path, "<p>One. – Two.</p>", rows="") == "<p>One. – Two.</p>"
