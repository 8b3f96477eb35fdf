"""What a course names must be there, for participants too, and they work half of the time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from manuals.chapters import load_manuals
from manuals.courses.checking import chapters_by_number, check_courses, course_notes, unwritten
from manuals.courses.loading import load_courses
from manuals.courses.places import session_places
from manuals.courses.values import courses_of
from manuals.editions import PARTICIPANT
from manuals.languages import OTHER
from manuals.references import References
from tests.conftest import COUNTRY, FIXTURES, REPOSITORY, Project

Copy = Callable[[], Project]


def told(project: Copy, old: str = "", new: str = "") -> list[str]:
    """Return what ./scripts/check says of the small course after one edit."""
    copy = project()
    course = copy.add_course()
    if old:
        copy.edit(course, old, new)
    return copy.messages("data/courses")


def test_the_small_course_is_right(project: Copy) -> None:
    """A chapter of a volume that nobody has begun is no problem; it is named where it counts."""
    copy = project()
    copy.add_course()
    assert copy.messages("data/courses") == []
    manuals = copy.load()
    assert unwritten(load_courses(copy.root)[0], chapters_by_number(manuals)) == ("2.1",)
    note = "data/courses/c1.yml: shown as planned: chapter 2.1 is not written yet"
    assert course_notes(manuals) == [note]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[1.3, 2.1]", "[1.3, 1.9]", "session 1.3: there is no chapter 1.9"),
        ("02-signs#truck", "02-sign#truck", '(did you mean "v1-foundations/02-signs"?)'),
        ("02-signs#truck", "02-signs#trucks", 'no box or section "trucks" (did you mean "truck"?)'),
        (
            "v1-foundations/02-signs#truck",
            "v9-none/02-signs#truck",
            'no volume is called "v9-none"',
        ),
        ("03-law#desk", "03-law#grid", "which only trainers may see"),
        ("method: case", "method: talk", "participants work for 80 of 180 minutes, 44 percent"),
    ],
)
def test_what_does_not_hold_is_told(project: Copy, old: str, new: str, message: str) -> None:
    """The message says which session names what."""
    assert any(message in line for line in told(project, old, new))


def test_too_little_work_is_a_warning_that_says_where(project: Copy) -> None:
    """A workshop of talks is allowed, but nobody plans it without being told."""
    (line,) = told(project, "method: case", "method: talk")
    assert "warning" in line
    assert "50 in session 1.2 (line " in line


def test_broken_courses_do_not_hide_other_problems(project: Copy) -> None:
    """A mistake in a course comes together with one in a chapter."""
    copy = project()
    copy.edit(copy.add_course(), "method: quiz", "method: quizz")
    copy.edit("docs/v1-foundations/03-law.en.md", "(#meeting)", "(#meetings)")
    said = "\n".join(copy.messages())
    assert "quizz" in said
    assert "meetings" in said


def test_every_course_of_the_set_is_right() -> None:
    """The five courses name what is there, in both languages; each day has its minutes."""
    manuals = load_manuals(REPOSITORY, COUNTRY)
    courses = load_courses(REPOSITORY)
    assert [course.id for course in courses] == ["c1", "c2", "c3", "c4", "c5"]
    assert [problem for problem in check_courses(manuals, courses) if not problem.warning] == []
    assert {day.net for course in courses for day in course.days} == {390}
    texts = [course.title for course in courses]
    texts += [step.what for c in courses for s in c.sessions for step in s.steps]
    assert all(set(text) == set(OTHER) for text in texts)


def test_every_handout_of_volume_1_is_used_by_the_measured_course(tmp_path: Path) -> None:
    """The fixture course of four days is whole: no lettered box of the volume is left out."""
    folder = tmp_path / "data" / "courses"
    folder.mkdir(parents=True)
    text = (FIXTURES / "courses" / "four-days.yml").read_text(encoding="utf-8")
    (folder / "four.yml").write_text(text, encoding="utf-8")
    courses = load_courses(tmp_path)
    manuals = load_manuals(REPOSITORY, COUNTRY)
    assert check_courses(manuals, courses) == []
    used = {use for session in courses[0].sessions for use in session.uses}
    for pair in manuals.chapters("v1-foundations"):
        lettered = {id for id, letter in pair.letters.items() if not letter.startswith("T")}
        assert {f"{pair.stem}#{id}" for id in lettered} <= used


PLAN = "chapter,title_en,title_vi\n2.1,From report to case,Từ nguồn tin đến vụ án\n"


def test_a_plan_tells_a_slip_from_a_chapter_to_come(project: Copy) -> None:
    """With data/chapters.csv a number of a volume that nobody has begun can be wrong too."""
    copy = project()
    course = copy.add_course()
    copy.write("data/chapters.csv", PLAN)
    assert copy.messages("data/c") == []
    copy.edit(course, "[1.3, 2.1]", "[1.3, 2.11]")
    (line,) = copy.messages("data/c")
    assert 'there is no chapter 2.11 (did you mean "2.1"?)' in line


def test_a_plan_that_is_not_right_is_told(project: Copy) -> None:
    """The plan is a table that maintainers edit: each bad row has its line."""
    copy = project()
    copy.add_course()
    copy.write("data/chapters.csv", f"{PLAN}2.1,Again,Lại nữa\n2.3,Only English\n")
    said = copy.messages("data/chapters.csv")
    assert [line.split(": ")[0] for line in said] == ["data/chapters.csv:3", "data/chapters.csv:4"]


def test_the_texts_of_a_course_are_proofread(project: Copy) -> None:
    """A slip in a course is found like one in a chapter, with its line."""
    copy = project()
    course = copy.add_course()
    copy.edit(course, "Chào mừng", "Chào mừngg")
    (line,) = copy.messages("mừngg")
    assert line.startswith(f"{course}:{copy.line(course, 'mừngg')}: ")


def test_country_values_are_filled_in(project: Copy) -> None:
    """A course is taught in another country with that country's names; a slip is told."""
    copy = project()
    course = copy.add_course()
    copy.edit(course, "The parts of the article", "The law of {{ country }}")
    copy.edit(course, "Investigators and judges", "Officers of {{ country }}")
    copy.edit(course, '["Role cards"]', '["Cards, {{ hotline }}"]')
    (filled,) = courses_of(copy.load())
    law = filled.sessions[2]
    assert filled.audience["en"] == "Officers of Viet Nam"
    assert law.steps[0].what["en"] == "The law of Viet Nam"
    assert law.materials["en"] == ("Cards, 111",)
    assert copy.messages(course) == []
    copy.edit(course, "{{ hotline }}", "{{ hotlin }}")
    (line,) = copy.messages(course)
    assert 'unknown placeholder {{ hotlin }} (did you mean "hotline"?)' in line


def test_a_chapter_to_come_has_the_title_of_the_plan(project: Copy) -> None:
    """A planned course says what will be taught, in the language of the page."""
    copy = project()
    copy.add_course()
    copy.write("data/chapters.csv", PLAN.replace("vụ án", "vụ án ở {{ country }}"))
    manuals = copy.load()
    session = courses_of(manuals)[0].sessions[2]
    last = session_places(References(manuals), session, "vi", PARTICIPANT)[-1]
    assert (last.number, last.title, last.url) == ("2.1", "Từ nguồn tin đến vụ án ở Việt Nam", "")
