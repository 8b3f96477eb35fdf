"""The plan of a build: which jobs there are, what each reads and writes, what must come first."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.chapters import Manuals
from manuals.errors import ManualError
from manuals.jobs import Job, Order, find_job, plan, plan_json, stages
from tests.small_course import add_small_course

if TYPE_CHECKING:
    from tests.conftest import Project

FIXTURE = Path(__file__).parents[1] / "fixtures" / "tiny.plan.json"


def names(manuals: Manuals, order: Order) -> list[str]:
    """Return the names of an order's jobs."""
    return [job.name for job in plan(manuals, order)]


def test_plan_of_the_tiny_project(tiny: Manuals, update: bool) -> None:
    """The whole plan as other programs read it: stages, and each job with all its files."""
    found = plan_json(plan(tiny, Order()))
    if update:
        FIXTURE.write_text(found, encoding="utf-8")
    assert found == FIXTURE.read_text(encoding="utf-8")
    assert json.loads(found)


def test_limited_plans(tiny: Manuals) -> None:
    """What limits a build limits its plan."""
    vietnamese = Order(("participant",), ("v1-foundations",), ("vi",))
    assert names(tiny, vietnamese) == ["site-participant", "book-participant-v1-foundations.vi"]
    bare = plan(tiny, replace(vietnamese, pdf=False))
    assert [(job.name, job.pdf) for job in bare] == [("site-participant", False)]
    with pytest.raises(ManualError, match="did you mean"):
        plan(tiny, replace(vietnamese, volumes=("v1-foundation",)))


def test_day_sheets(project: Callable[[], Project]) -> None:
    """A set with courses has one job more, which no limit to volumes or languages asks for.

    Its sheets are the same in both editions: whichever is built, it is one and the same job.
    """
    copy = project()
    add_small_course(copy)
    manuals = copy.load()
    sheets = [job for job in plan(manuals, Order()) if job.kind == "day-sheets"]
    assert [(job.name, job.edition) for job in sheets] == [("day-sheets", "participant")]
    for edition in ("participant", "trainer"):
        jobs = plan(manuals, Order((edition,)))
        assert [job for job in jobs if job.kind == "day-sheets"] == sheets
    assert sheets[0].writes == tuple(
        f"pdf/courses/c9-day-sheets.{locale}.pdf" for locale in ("en", "vi")
    )
    for limited in (Order(books=("vi",)), Order(volumes=("v1-foundations",)), Order(pdf=False)):
        assert not [job for job in plan(manuals, limited) if job.kind == "day-sheets"]


def test_for_the_press(tiny: Manuals) -> None:
    """A book in one language is written for the press by the job that lays it out."""
    plain, printed = plan(tiny, Order()), plan(tiny, Order(press=True))
    for one, two in zip(plain, printed, strict=True):
        assert two.press == (one.kind == "book" and one.book != "en-vi")
        added = two.writes[len(one.writes) :]
        assert [name.split(".", 2)[2] for name in added] == (
            ["press.pdf", "cover.pdf", "grey.pdf", "ticket.md", "ticket.json"] if two.press else []
        )


def test_no_two_jobs_write_the_same(tiny: Manuals) -> None:
    """Names of jobs are used once and fit files anywhere; so are outputs within an edition."""
    jobs = plan(tiny, Order(press=True))
    assert len({job.name for job in jobs}) == len(jobs)
    assert not any(set(job.name) & set('":<>|*?\\/ ') for job in jobs)
    outputs = [(job.edition, name) for job in jobs for name in job.writes]
    assert len(set(outputs)) == len(outputs)


def test_jobs_read_only_what_they_wait_for(tiny: Manuals) -> None:
    """What a job reads of others is written by one that it needs, of its own edition."""
    jobs = {job.name: job for job in plan(tiny, Order())}
    for job in jobs.values():
        handed = [name.split("/", 1) for name in job.reads if name.split("/")[0] in jobs]
        assert {name for name, _ in handed} == set(job.needs)
        assert all(path in jobs[name].writes for name, path in handed)
        assert all(jobs[name].edition == job.edition for name in job.needs)


def test_stages() -> None:
    """A job stands in the first stage after all that it needs, in the plan's order."""

    def job(name: str, *needs: str) -> Job:
        return Job(name, "book", "trainer", needs, (), ())

    jobs = [job("c", "b", "a"), job("b2"), job("b", "a"), job("a")]
    found = [[each.name for each in stage] for stage in stages(jobs)]
    assert found == [["b2", "a"], ["b"], ["c"]]


def test_nearest_job_is_named(tiny: Manuals) -> None:
    """A wrong name is answered with the nearest and with where all stand."""
    jobs = plan(tiny, Order())
    assert find_job(jobs, "site-trainer").edition == "trainer"
    with pytest.raises(ManualError) as error:
        find_job(jobs, "site-trainers")
    assert str(error.value) == (
        '--job: there is no job "site-trainers" (did you mean "site-trainer"?): '
        "./scripts/build --plan names all"
    )
