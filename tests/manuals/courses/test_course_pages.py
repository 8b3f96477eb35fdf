"""Course pages: golden HTML of a small course, and what each edition and language shows.

`pytest tests/manuals/courses/test_course_pages.py --update` writes the HTML anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html

from manuals.convert import convert_page
from manuals.courses.shelf import courses_card
from manuals.editions import PARTICIPANT, TRAINER
from manuals.frame import frame
from manuals.pages import Run
from manuals.search import search_data
from tests.small_course import FOLDER, SECRET, add_small_course

if TYPE_CHECKING:
    from tests.conftest import Project

PAGES = ("courses/index", "courses/c9")


def run(copy: Project, edition: str) -> Run:
    """Return the run of a project with the small course, its pages offering PDFs."""
    add_small_course(copy)
    return replace(copy.run(edition), pdf=True)


@pytest.mark.parametrize("locale", ["en", "vi"])
@pytest.mark.parametrize("edition", [PARTICIPANT, TRAINER])
def test_page(project: Callable[[], Project], edition: str, locale: str, update: bool) -> None:
    """The whole page as it stands on the site."""
    page = convert_page(run(project(), edition), f"courses/c9.{locale}.md").strip() + "\n"
    path = FOLDER / f"c9.{locale}.{edition}.html"
    if update:
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


def test_participants_see_no_plans(project: Callable[[], Project]) -> None:
    """Minutes line by line, roles, materials, what to cut: not in pages, search data or titles."""
    copies = {edition: run(project(), edition) for edition in (PARTICIPANT, TRAINER)}
    found = {}
    for edition, each in copies.items():
        articles = [
            each.export(uri, "x.html", convert_page(each, uri)) for uri in each.course_shelf.uris()
        ]
        texts = [item.html + item.title + each.summary(f"{item.stem}.vi.md") for item in articles]
        texts += [search_data(each.manuals, locale, articles) for locale in ("en", "vi")]
        found[edition] = "".join(texts).count(SECRET)
    assert found[PARTICIPANT] == 0
    assert found[TRAINER] > 10


def test_sessions_have_the_same_places_in_both_languages(project: Callable[[], Project]) -> None:
    """In a room with an interpreter session 1.2 is one session; the switcher stays at it."""
    each = run(project(), PARTICIPANT)
    pages = [html.fromstring(convert_page(each, f"courses/c9.{x}.md")) for x in ("en", "vi")]
    ids = [[item.get("id") for item in page.iter() if item.get("id")] for page in pages]
    assert ids[0] == ids[1]
    assert "session-1-2" in ids[0]


def test_a_chapter_in_one_language_says_so(project: Callable[[], Project]) -> None:
    """Its title stands in the language in which it is written."""
    copy = project()
    (copy.root / "docs/v1-foundations/03-law.vi.md").unlink()
    page = html.fromstring(convert_page(run(copy, PARTICIPANT), "courses/c9.vi.md"))
    assert (
        page.findtext(".//a[@href='../v1-foundations/03-law.html']/span[@lang='en']") == "The law"
    )


def test_navigation_and_home(project: Callable[[], Project]) -> None:
    """The list of courses stands before the glossary, and home leads to it."""
    each = run(project(), PARTICIPANT)
    assert each.nav()[-3] == {"courses": [f"{stem}.md" for stem in PAGES]}
    assert each.made() == [f"{stem}.{locale}.md" for stem in PAGES for locale in ("en", "vi")]
    assert 'href="courses/index.html"' in convert_page(each, "index.en.md")
    listed = convert_page(each, "courses/index.en.md")
    assert re.search(r'<h2 id="c9"><a href="c9\.md">Small course: \*law\* &amp; order</a>', listed)


def test_a_set_without_courses_has_no_pages_for_them(project: Callable[[], Project]) -> None:
    """Nothing leads to a page that is not there."""
    each = project().run()
    assert each.course_shelf.uris() == []
    assert courses_card((), each.words("en")) == ""
    assert "courses/" not in convert_page(each, "index.en.md")


def test_search_finds_a_course_by_its_title(project: Callable[[], Project]) -> None:
    """Each language's data has the title and each session once, the timetable left out."""
    each = run(project(), PARTICIPANT)
    articles = [
        each.export(uri, uri.replace(".md", ".html"), convert_page(each, uri))
        for uri in each.course_shelf.uris()
    ]
    for locale, title, session in (
        ("en", "Small course: *law* & order", "1.2 The law"),
        ("vi", "Khóa nhỏ: *luật* & trật tự", "1.2 Pháp luật"),
    ):
        data = search_data(each.manuals, locale, articles)
        assert rf"\n{title}" in data
        assert data.count(session) == 1
        assert data.count("08:45–09:45") == 1


def test_the_frame_of_a_course_page(project: Callable[[], Project]) -> None:
    """Edition and law as on every page; no volume, no PDF of one, no view in both languages."""
    found = frame(run(project(), PARTICIPANT), "courses/c9.en.md")
    assert (found.volume, found.pdf, found.both, found.chapter) == ("", "", "", "")
    assert found.version == "Edition 0.1, 23 November 2026"
