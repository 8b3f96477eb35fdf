"""An academy's addition fills its slot, marked, and changes nothing of the common text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from manuals.convert import article_of, convert_page
from manuals.courses.loading import load_courses
from manuals.editions import PARTICIPANT, TRAINER
from manuals.errors import ManualError
from manuals.local.loading import load_local
from manuals.local.showing import local_addition
from manuals.local.slots import fill_slot, filled, unfilled
from tests.academy import EN, VI, add_academy
from tests.conftest import Project
from tests.small_course import add_small_course

CHAPTER = "v1-foundations/03-law"


def shown(project: Project, edition: str = PARTICIPANT, locale: str = "vi") -> str:
    """Return the addition as a pack gets it."""
    run = project.run(edition)
    return local_addition(run, load_local(run.manuals), "hoc-vien-a", CHAPTER, locale)


def slotted(project: Project) -> tuple[str, str]:
    """Return the law chapter's article without and with the addition."""
    article = convert_page(project.run(), f"{CHAPTER}.vi.md")
    return article, fill_slot(article, shown(project, TRAINER))


def test_says_whose_it_is(taught: Project) -> None:
    """Academy, author and date stand above the text, and that it is not common."""
    block = shown(taught)
    assert "Nội dung của Học viện A" in block
    assert "Tổ bộ môn, ngày 07/12/2026." in block
    assert "không thuộc nội dung chung" in block
    assert 'xem <a href="#own-evidence">1.3.2</a>' in block


def test_participants_get_no_trainer_text(taught: Project) -> None:
    """A trainer box of an addition is cut as one of a chapter."""
    assert "Mười phút" in shown(taught, TRAINER)
    assert "Mười phút" not in shown(taught, PARTICIPANT)
    assert "Tờ khai" in shown(taught, PARTICIPANT)


def test_common_text_stays_as_it_is(taught: Project) -> None:
    """The addition stands at the end of the slot; without it the article is the old one."""
    without, with_it = slotted(taught)
    start = with_it.index('<div class="box box-local box-addition">')
    assert with_it.index('id="in-province"') < start < with_it.index('id="practice"')
    assert with_it.replace(shown(taught, TRAINER), "") == without
    ids = re.findall(r'\bid="([^"]+)"', with_it)
    assert len(ids) == len(set(ids))


def test_only_who_names_it_gets_it(taught: Project, project: Callable[[], Project]) -> None:
    """The site, the books and other academies' packs are the same with and without the file."""
    pages = [convert_page(copy.run(), f"{CHAPTER}.vi.md") for copy in (taught, project())]
    assert pages[0] == pages[1]
    run = taught.run()
    assert (
        local_addition(run, load_local(run.manuals), "hoc-vien-a", f"{CHAPTER[:-6]}02-signs", "vi")
        == ""
    )
    with pytest.raises(ManualError, match=r'no academy "hoc-vien-b" \(did you mean "hoc-vien-a"'):
        local_addition(run, load_local(run.manuals), "hoc-vien-b", CHAPTER, "vi")


def test_one_language_is_enough(taught: Project) -> None:
    """English readers get the Vietnamese text with a notice until there is an English one."""
    block = shown(taught, TRAINER, "en")
    assert "Local content of Academy A" in block
    assert "Only in Vietnamese so far." in block
    assert block.count('lang="vi"') == 5  # title, paragraph, heading, case, trainer box
    add_academy(taught, EN)
    assert "The commune keeps the register." in shown(taught, locale="en")


def test_all_chapters_of_a_pack(taught: Project) -> None:
    """Articles come back with what the academy adds to them, the others as they were."""
    run = taught.run(PARTICIPANT)
    stems = (CHAPTER, "v1-foundations/02-signs")
    articles = {stem: article_of(run, run.manuals.pairs[stem], "vi") for stem in stems}
    found = filled(run, load_local(run.manuals), "hoc-vien-a", articles)
    assert "Tổ bộ môn" in found[CHAPTER].html
    assert found[stems[1]] == articles[stems[1]]
    with pytest.raises(ManualError, match="no academy"):
        filled(run, load_local(run.manuals), "hoc-vien-b", {})


def test_an_addition_that_no_session_uses(taught: Project) -> None:
    """A course that leaves the slot out says so, instead of leaving the addition out silently."""
    local = load_local(taught.load())
    course = add_small_course(taught)
    told = [str(item) for item in unfilled(local, "hoc-vien-a", course, {CHAPTER})]
    assert [line.partition(": ")[0] for line in told] == [VI]
    assert f"add {CHAPTER}#local to the uses" in told[0]
    taught.edit(course.path, "03-law#phone-call", "03-law#local")
    (course,) = load_courses(taught.root)
    assert list(unfilled(local, "hoc-vien-a", course, {CHAPTER})) == []


def test_broken_text_is_not_shown(taught: Project) -> None:
    """A pack made without the check stops too, with the place."""
    taught.edit(VI, "#own-evidence", "#own-evidense")
    taught.edit(VI, "date: 2026-12-07", "date: 07/12/2026")
    with pytest.raises(ManualError) as error:
        shown(taught)
    assert [problem.line for problem in error.value.problems] == [3, 7]
