"""What the check says of local content: place, head, boxes, and what no page may hold."""

from __future__ import annotations

import unicodedata

import pytest

from manuals.commands.check import find_problems
from tests.academy import EN, FOLDER, NAME, VI, add_academy
from tests.conftest import REPOSITORY, Project


def test_nothing_to_say(taught: Project) -> None:
    """Additions in one language or both are right; the halves need not say the same."""
    assert taught.messages() == []
    add_academy(taught, EN)
    assert taught.messages() == []


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('author: "Tổ bộ môn"\n', "", 1, 'the head has no "author"'),
        ("date: 2026-12-07\n", "", 1, 'the head has no "date"'),
        ("2026-12-07", "07/12/2026", 3, "write a date as 2026-07-01"),
        ("2026-12-07", "2026-12-07 08:00:00", 3, "write a date as 2026-07-01"),
        ("title:", "titel:", 4, 'unknown entry "titel" in the head (did you mean "title"?)'),
        ('title: "Sổ hộ tịch"', "section: age", 4, 'no section "age" (did you mean "age-rule"?)'),
        ("///\n\n/// trainer", "\n/// trainer", 16, 'opens inside "case" of line 11'),
        ("Mười phút.\n///", "Mười phút.", 17, 'the box "trainer" is never closed'),
        ("### Giấy tờ", "## Giấy tờ", 9, "begin it with ###"),
        ("id: declaration", "id: meeting", 11, 'the id "meeting" stands already in docs/'),
        ("Tại tỉnh", "<b>Tại tỉnh</b>", 7, "raw HTML <b>"),
        ("Tại tỉnh", "[Tại tỉnh](https://example.org/a)", 7, "leads out of the manuals"),
        ("Tại tỉnh", "![Sổ](https://example.org/a.png)", 7, "is not in docs/"),
        ("Tại tỉnh", "![Sổ](../../data/local/a.png)", 7, "lies out of docs/"),
        ("Tại tỉnh", "Tại tỉnh[^a]", 7, "local content has no footnotes"),
        ("#own-evidence", "#own-evidense", 7, 'did you mean "own-evidence"?'),
        ("Tại tỉnh", "{{ hotlin }}", 7, 'did you mean "hotline"?'),
        ("Tại tỉnh", "Theo quy định <!-- F-PC-99 -->", 7, "F-PC-99 is not in"),
    ],
)
def test_text(taught: Project, old: str, new: str, line: int, told: str) -> None:
    """Each mistake is named with the line of its file."""
    taught.edit(VI, old, new)
    found = taught.messages(told)
    assert found
    assert found[0].startswith(f"{VI}:{line}: ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (f"{FOLDER}/v1-foundations/03-laws.vi.md", 'did you mean "v1-foundations/03-law"?'),
        (f"{FOLDER}/v1-foundations/03-law.md", "this is no place for local content"),
        (f"{FOLDER}/03-law.vi.md", "this is no place for local content"),
        (f"{FOLDER}/v1-foundations/map.png", "this is no place for local content"),
        ("data/local/note.txt", "this is no place for local content"),
    ],
)
def test_place(taught: Project, name: str, told: str) -> None:
    """A file that fills no slot is named, and what it should be called."""
    taught.write(name, taught.read(VI))
    assert [message for message in taught.messages() if name in message and told in message]


def test_academy(taught: Project) -> None:
    """A folder has a plain name, and an academy a name in each language that it writes in."""
    taught.write("data/local/Học viện B/name.yml", 'vi: "Học viện B"\n')
    assert taught.messages("use small letters without marks")
    taught.write(NAME, 'en: "Academy A"\nvn: "Học viện A"\n')
    told = taught.messages(NAME)
    assert f'{NAME}: the academy has no name in the language "vi"' in told[0]
    assert f'{NAME}:2: "vn" is no language of the manuals' in told[1]


def test_bytes(taught: Project) -> None:
    """Letters and line ends are looked at as in docs/, and none of it stops the others."""
    text = unicodedata.normalize("NFD", taught.read(VI).replace("\n", "\r\n"))
    taught.write(VI, "\ufeff".encode() + text.encode())
    told = taught.messages(VI)
    for part in ("BOM", "CRLF", "NFD"):
        assert [line for line in told if part in line], part


def test_words(taught: Project) -> None:
    """Spelling and forms that the termbase gives up are named here too."""
    taught.edit(VI, "Một người mẹ", "Một ngưòi mẹ")
    assert taught.messages(f"{VI}:14")


def test_second_lock(taught: Project) -> None:
    """What shows only in the HTML is named with its line, as for a page."""
    taught.write("mkdocs.yml", (REPOSITORY / "mkdocs.yml").read_bytes())
    taught.edit(VI, "Một người mẹ đến xã.", "Một người mẹ đến xã.\n{: onclick=alert(1) }")
    told = [str(problem) for problem in find_problems(taught.root)["files"]]
    assert any(line.startswith(f"{VI}:15: ") and "onclick" in line for line in told)
