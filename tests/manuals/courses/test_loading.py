"""A course is read as written; each mistake in it is told with its line, all at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from manuals.courses.course import Course, Pause
from manuals.courses.loading import load_courses
from manuals.errors import ManualError
from tests.conftest import REPOSITORY, Project

Copy = Callable[[], Project]


def spoilt(project: Copy, old: str, new: str) -> list[str]:
    """Return the messages after one edit of the small course."""
    copy = project()
    copy.edit(copy.add_course(), old, new)
    try:
        load_courses(copy.root)
    except ManualError as error:
        return [str(problem) for problem in error.problems]
    return []


def small(project: Copy) -> Course:
    """Return the small course."""
    copy = project()
    copy.add_course()
    (course,) = load_courses(copy.root)
    return course


def test_a_course_is_read_as_written(project: Copy) -> None:
    """Times, chapters, uses, both languages and the minutes of work come as the file has them."""
    course = small(project)
    assert (course.id, course.path, course.persons) == ("c1", "data/courses/c1.yml", (4, 30))
    (day,) = course.days
    assert (day.net, day.title["vi"]) == (180, "Ngày duy nhất")
    assert [type(entry) is Pause for entry in day.entries] == [False, False, True, False]
    opening, look, law = day.sessions
    assert (look.start, look.end, look.minutes, look.active) == (510, 570, 60, 50)
    assert look.uses[0] == "v1-foundations/02-signs#truck"
    assert look.materials["vi"] == ("Thẻ", "Bút")
    assert law.chapters == ("1.3", "2.1")
    assert opening.materials == {"en": (), "vi": ()}


def test_a_chapter_number_needs_no_quotes(project: Copy) -> None:
    """1.10 is the tenth chapter, not the number 1.1 that YAML makes of it."""
    copy = project()
    copy.edit(copy.add_course(), "[1.3, 2.1]", "[1.3, 1.10]")
    assert load_courses(copy.root)[0].days[0].sessions[2].chapters == ("1.3", "1.10")


def test_a_set_without_courses_has_none(project: Copy) -> None:
    """Courses are no must."""
    assert load_courses(project().root) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("persons:", "person:", 'unknown "person" (did you mean "persons"?)'),
        (
            "        uses:\n          - v1-foundations/02",
            "        use:\n          - x/02",
            '"uses"',
        ),
        ("method: quiz", "method: quizz", 'unknown method "quizz" (did you mean "quiz"?)'),
        ("08:00-08:30", "8h00-8h30", '"8h00-8h30" is no time: write start and end as 08:00-08:45'),
        ("08:00-08:30", "08:30-08:00", "ends before it starts"),
        ("minutes: 40", "minutes: forty", '("forty"): write a whole number between 1 and 240'),
        ("minutes: 40", "minutes: 35", "lasts 60 minutes, its steps add up to 55"),
        ("08:30-09:30", "08:20-09:20", "begins at 08:20, but session 1.1 (line 24) ends at 08:30"),
        ("09:30-09:45", "09:35-09:45", "nothing from 09:30 to 09:35, before the break"),
        ("      - break: 09:30-09:45\n", "", "day 1: nothing from 09:30 to 09:45"),
        ("net_minutes: 180", "net_minutes: 390", "day 1 has 180 net minutes, not 390"),
        ('session: "1.2"', 'session: "1.1"', "session 1.1 stands already on line 24"),
        ('session: "1.2"', "session: second", '"second" is no session number'),
        ('          vi: "Chiếc xe tải', '          fr: "Chiếc xe tải', 'has no "vi"'),
        ('vi: ["Thẻ", "Bút"]', 'vi: ["Thẻ"]', "not as many entries: 2 in en, 1 in vi"),
        ("persons: [4, 30]", "persons: many", "persons is not a list"),
        ("chapters: [1.2]", "chapters: [Chapter 1.2]", "write the chapter's number: 1.3"),
        ("02-signs#truck", "02-signs", "write chapter#id of a box or section"),
        (
            "net_minutes: 180",
            "net_minutes: 180\nnet_minutes: 180",
            '"net_minutes" stands here twice',
        ),
        ("days:", "days: none\nold:", 'unknown "old"'),
        ("persons: [4, 30]", "persons: [4, 30", "not valid YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(project: Copy, old: str, new: str, message: str) -> None:
    """Each message names the file and a line, says what is wrong and what to do."""
    found = spoilt(project, old, new)
    assert any(message in line for line in found), found
    assert all(line.startswith("data/courses/c1.yml:") for line in found)


def test_the_line_is_the_author_s(project: Copy) -> None:
    """The line of an unknown word is the line on which it stands."""
    copy = project()
    course = copy.add_course()
    copy.edit(course, "method: role-play", "method: roleplay")
    with pytest.raises(ManualError) as error:
        load_courses(copy.root)
    assert str(error.value).startswith(f"{course}:{copy.line(course, 'method: roleplay')}: ")


def test_all_mistakes_of_all_files_come_at_once(project: Copy) -> None:
    """An author mends once, not one message a run; a file that is no course is told too."""
    copy = project()
    first, second = copy.add_course(), copy.add_course(id="c2")
    copy.edit(first, "method: quiz", "method: quizz")
    copy.edit(first, "08:00-08:30", "8-9")
    copy.edit(second, "persons: [4, 30]", "persons: [30, 4]")
    copy.write("data/courses/C3 old.yaml", "")
    with pytest.raises(ManualError) as error:
        load_courses(copy.root)
    said = str(error.value)
    for part in ("quizz", '"8-9" is no time', "[24, 30]", "no file of a course"):
        assert part in said


def test_a_day_needs_its_pauses(project: Copy) -> None:
    """Nobody listens for more than two hours, and a long day has a lunch."""
    copy = project()
    course = copy.add_course("four-days")
    copy.edit(course, "      - break: 09:45-10:00\n", "")
    copy.edit(course, "10:00-11:30", "09:45-11:30")
    copy.edit(course, "lunch: 11:30", "break: 11:30")
    with pytest.raises(ManualError) as error:
        load_courses(copy.root)
    assert "210 minutes without a break by the end of session 1.2" in str(error.value)
    assert "day 1 has no lunch" in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "c1.yml:1: the line has more than 2000 characters"),
        ("[\n" * 100_000, "c1.yml: the file has more than 1000 opening brackets"),
        ("title:\n  en: a\x00b\n", "c1.yml:2: not valid YAML (a sign that cannot be read)"),
        ("days: &d\n  - timetable: *d\n", "day 1"),
        ("", "c1.yml:1: the file is empty"),
        ("- a\n- b\n", "c1.yml:1: the course is not a list of names and values"),
    ],
)
def test_what_is_no_course_at_all_is_told(project: Copy, text: str, message: str) -> None:
    """Nothing that a stranger sends brings the check down."""
    copy = project()
    copy.write("data/courses/c1.yml", text)
    with pytest.raises(ManualError) as error:
        load_courses(copy.root)
    assert message in str(error.value)


def test_a_file_in_another_encoding_is_told(project: Copy) -> None:
    """A course saved by an old editor is refused whole."""
    copy = project()
    course = copy.root / copy.add_course()
    course.write_bytes(course.read_text(encoding="utf-8").encode("utf-16"))
    with pytest.raises(ManualError, match="not UTF-8"):
        load_courses(copy.root)


def test_the_session_that_the_guide_shows_is_right(project: Copy) -> None:
    """Authors copy the example of CONTRIBUTING.md: it must load, and be the same in both halves."""
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example, again = re.findall(r"```yaml\n( +- session:.*?)```", guide, re.DOTALL)
    assert example == again
    copy = project()
    head = copy.read(copy.add_course()).partition("      - session:")[0]
    copy.write("data/courses/c1.yml", head.replace("net_minutes: 180", "net_minutes: 60") + example)
    (session,) = load_courses(copy.root)[0].sessions
    assert session.active == 40
