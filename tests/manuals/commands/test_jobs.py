"""./scripts/build --plan, --job and --assemble: many machines make what one makes."""

from __future__ import annotations

import fcntl
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manuals.commands import build as command
from manuals.commands.job import run_job
from manuals.jobs import SITE, Job, Order, find_job, plan, plan_json
from tests.conftest import COUNTRY, LAW, Project, load_manuals
from tests.real import files_below, run_build

SIGNS_VI = "docs/v1-foundations/02-signs.vi.md"
PARTICIPANT = "site-participant"
BOOK = "book-participant-v1-foundations.vi"


def run(*options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command.build, options, catch_exceptions=False)


def run_jobs(copy: Project, *options: str) -> None:
    """Run all jobs that the plan names, stage by stage."""
    for stage in json.loads(run("--plan", *options).stdout)["stages"]:
        for name in stage:
            done = run("--job", name, *options)
            assert done.exit_code == 0, done.output


def written(copy: Project) -> tuple[str, ...]:
    """Return what the plan says that the participants' Vietnamese book writes."""
    return find_job(plan(copy.load(), Order()), BOOK).writes


def start_afresh(copy: Project, *options: str) -> dict[str, bytes]:
    """Build all on one machine, keep what came of it, and take every trace away."""
    run(*options)
    found = files_below(copy.root / "dist")
    shutil.rmtree(copy.root / "dist")
    shutil.rmtree(copy.root / ".cache")
    return found


def test_plan_is_printed(copy: Project, steps: list[str]) -> None:
    """The plan is all that stands on the output, warnings elsewhere; nothing is built."""
    (copy.root / SIGNS_VI).unlink()
    done = run("--plan", "--edition", "trainer")
    assert done.stdout == plan_json(plan(copy.load(), Order(("trainer",))))
    assert "02-signs.en.md: warning: " in done.stderr
    assert steps == []
    assert not (copy.root / "dist").exists()


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--press",)])
def test_jobs_make_what_a_build_makes(
    copy: Project, steps: list[str], options: tuple[str, ...]
) -> None:
    """From finished jobs comes the very dist/ of one machine, which then is up to date."""
    whole = start_afresh(copy, *options)
    assert any(name.startswith("press/") for name in whole) is bool(options)
    run_jobs(copy, *options)
    assert not (copy.root / "dist").exists()
    done = run("--assemble", *options)
    assert done.exit_code == 0, done.output
    assert files_below(copy.root / "dist") == whole
    assert run(*options).stdout.startswith("Nothing has changed")


def test_one_edition_from_elsewhere(copy: Project, steps: list[str]) -> None:
    """One edition alone is the same as built with the other, and whole; folders can be named."""
    whole = start_afresh(copy)
    run_jobs(copy, "--edition", "participant", "--dist", "jobs")
    assert not (copy.root / ".cache" / "jobs").exists()
    assert run("--assemble", "--edition", "participant", "jobs", "--dist", "out").exit_code == 0
    participant = {name: data for name, data in whole.items() if not name.startswith("trainer/")}
    assert files_below(copy.root / "out") == participant
    folders = [str(path) for path in (copy.root / "jobs").iterdir()]
    assert run("--assemble", "--edition", "participant", *folders).exit_code == 0
    assert files_below(copy.root / "dist") == participant


def test_limited_assembly(copy: Project, steps: list[str]) -> None:
    """What is assembled by name leaves the rest as it was, and is marked as incomplete."""
    run()
    before = files_below(copy.root / "dist")
    copy.edit(LAW, "Each part is proved", "Each part is shown")
    limits = ("--lang", "en", "--edition", "participant")
    shutil.rmtree(copy.root / ".cache" / "jobs")
    run_jobs(copy, *limits)
    assert run("--assemble", *limits).exit_code == 0
    after = files_below(copy.root / "dist")
    assert b"is shown" in after["pdf/v1-foundations.en.pdf"]
    assert after["pdf/v1-foundations.vi.pdf"] == before["pdf/v1-foundations.vi.pdf"]
    assert not json.loads(after["manifest.json"])["complete"]


def test_a_job_writes_its_own_folder(copy: Project, steps: list[str]) -> None:
    """A job leaves its folder with its record and nothing else, and runs alone."""
    run("--job", PARTICIPANT)
    before = set(files_below(copy.root))
    steps.clear()
    done = run("--job", BOOK)
    place = copy.root / ".cache" / "jobs" / BOOK
    assert done.stdout == f"The job {BOOK} stands in {place}.\n"
    new = {name for name in set(files_below(copy.root)) - before if not name.endswith(".lock")}
    assert new == {f".cache/jobs/{BOOK}/{name}" for name in ("job.json", *written(copy))}
    assert steps == ["pdf participant v1-foundations.vi"]


def test_needed_job_is_missing(copy: Project, steps: list[str]) -> None:
    """A book says which job must come first, and leaves nothing behind."""
    done = run("--job", BOOK)
    assert done.exit_code == 1
    assert done.stderr == (
        f"{PARTICIPANT}: this job is missing: run ./scripts/build --job {PARTICIPANT}\n"
    )
    assert steps == []
    assert not (copy.root / ".cache" / "jobs").exists()


@pytest.mark.parametrize("name", ["book-participant-v1-foundations.v", "../site-participant", ""])
def test_unknown_job(copy: Project, steps: list[str], old: dict[str, bytes], name: str) -> None:
    """A job that the plan does not hold is answered with the nearest name."""
    done = run("--job", name)
    assert done.exit_code == 1
    assert done.stderr.startswith(f'--job: there is no job "{name}"')
    assert ("did you mean" in done.stderr) is bool(name)
    assert done.stderr.count("\n") == 1
    assert steps == []
    assert files_below(copy.root / "dist") == old


def test_a_trainer_job_is_not_of_the_participants_plan(copy: Project, steps: list[str]) -> None:
    """With --edition participant no machine can be made to run a job of the other edition."""
    done = run("--job", "site-trainer", "--edition", "participant")
    assert done.exit_code == 1
    assert 'there is no job "site-trainer"' in done.stderr
    assert steps == []


def test_jobs_of_other_sources(copy: Project, steps: list[str], old: dict[str, bytes]) -> None:
    """After an edit no finished job is used, neither by a job that needs it nor for dist/."""
    run_jobs(copy)
    copy.edit(LAW, "Each part is proved", "Each part is shown")
    steps.clear()
    for options in (("--job", BOOK), ("--assemble",)):
        done = run(*options)
        assert done.exit_code == 1
        assert f"jobs/{PARTICIPANT}: this job was run on other sources: " in done.stderr
    assert steps == []
    assert files_below(copy.root / "dist") == old


def test_sources_that_change_while_a_job_runs(
    copy: Project, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chapter saved while a job runs: its outputs are of neither text, so they go."""
    stand_in = command.run_job

    def saved(root: Path, job: Job, folder: Path, made: Path) -> None:
        stand_in(root, job, folder, made)
        copy.edit(LAW, "Each part is proved", "Each part is shown")

    monkeypatch.setattr(command, "run_job", saved)
    done = run("--job", PARTICIPANT)
    assert done.stderr == f"{PARTICIPANT}: the sources changed while this job ran: run it again\n"
    assert not (copy.root / ".cache" / "jobs" / PARTICIPANT).exists()


def test_one_job_is_missing(copy: Project, steps: list[str], old: dict[str, bytes]) -> None:
    """Nothing is assembled from all jobs but one."""
    run_jobs(copy)
    shutil.rmtree(copy.root / ".cache" / "jobs" / BOOK)
    done = run("--assemble")
    assert done.exit_code == 1
    assert done.stderr == f"{BOOK}: this job is missing: run ./scripts/build --job {BOOK}\n"
    assert files_below(copy.root / "dist") == old


def test_site_without_pdfs_is_another_job(copy: Project, steps: list[str]) -> None:
    """The site that offers no PDFs does not get into a build that has them."""
    run("--job", "site-trainer", "--no-pdf")
    done = run("--job", "book-trainer-v1-foundations.vi")
    assert "site-trainer: this job was run with other options: " in done.stderr


def test_job_that_fails(copy: Project, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of an earlier run stays as it was when a job fails half-way."""
    run("--job", PARTICIPANT)
    place = copy.root / ".cache" / "jobs" / PARTICIPANT
    before = files_below(place)

    def fails(root: Path, job: Job, folder: Path, made: Path) -> None:
        (folder / "site").mkdir()
        raise SystemExit("The site could not be built")

    monkeypatch.setattr(command, "run_job", fails)
    assert run("--job", PARTICIPANT).exit_code == 1
    assert files_below(place) == before


def test_bad_input(copy: Project, steps: list[str]) -> None:
    """What stops a build stops the plan and each job."""
    copy.edit(LAW, "/// warning", "/// warnin")
    for options in (("--plan",), ("--job", PARTICIPANT)):
        done = run(*options)
        assert done.exit_code == 1
        assert done.stdout == ""
        assert f"{LAW}:{copy.line(LAW, '/// warnin')}: " in done.stderr
    (copy.root / SIGNS_VI).unlink()
    copy.edit(LAW, "/// warnin", "/// warning")
    assert run("--plan", "--strict").exit_code == 1
    assert steps == []


@pytest.mark.parametrize(
    "options",
    [("--plan", "--job", ""), ("--plan", "--assemble"), ("--assemble", "jobs", "--job", "x")],
)
def test_one_thing_at_a_time(copy: Project, options: tuple[str, ...]) -> None:
    """Options that exclude each other are refused."""
    done = run(*options)
    assert done.exit_code == 2
    assert "Say only one of --plan, --job and --assemble." in done.stderr


def test_jobs_run_beside_each_other(
    copy: Project, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a job runs another one may, a whole build may not, nor the same job."""
    stand_in = command.run_job
    free: dict[str, bool] = {}

    def may(lock: str, how: int) -> bool:
        with (copy.root / ".cache" / f"{lock}.lock").open("w") as file:
            try:
                fcntl.flock(file, how | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    def looking(root: Path, job: Job, folder: Path, made: Path) -> None:
        free["job"] = may("build", fcntl.LOCK_SH)
        free["build"] = may("build", fcntl.LOCK_EX)
        free["same"] = may(job.name, fcntl.LOCK_EX)
        stand_in(root, job, folder, made)

    monkeypatch.setattr(command, "run_job", looking)
    run("--job", PARTICIPANT)
    assert free == {"job": True, "build": False, "same": False}


@pytest.mark.slow
def test_real_jobs_make_what_a_build_makes(again: Project) -> None:
    """Every byte of dist/ is the same from jobs in folders apart as from one machine."""
    dist = again.root / "dist"
    done = run_build(again.root, dist, "--press")
    assert done.returncode == 0, done.stderr
    whole = files_below(dist)
    shutil.rmtree(dist)
    shutil.rmtree(again.root / ".cache")
    jobs = plan(load_manuals(again.root, COUNTRY), Order(press=True))
    for job in jobs:
        done = run_build(again.root, again.root / "jobs", "--press", "--job", job.name)
        assert done.returncode == 0, done.stderr
    done = run_build(again.root, dist, "--press", "--assemble", "jobs")
    assert done.returncode == 0, done.stderr
    assert files_below(dist) == whole
    for job in jobs:
        found = set(files_below(again.root / "jobs" / job.name)) - {"job.json"}
        folders = tuple(name for name in job.writes if name.endswith("/"))
        listed = {name for name in job.writes if name not in folders}
        assert listed == {name for name in found if not name.startswith(folders)}
        assert all(any(name.startswith(folder) for name in found) for folder in folders)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["site-trainer", "book-trainer-v1-foundations.en-vi"])
def test_real_job_reads_what_it_says(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A job makes the same where only what it reads is to be found."""
    made = real / ".cache" / "jobs"
    jobs = {job.name: job for job in plan(load_manuals(real, COUNTRY), Order())}
    job, root = jobs[name], tmp_path / "root"
    for path in job.reads:
        handed = path.split("/")[0] in jobs
        source, target = (made if handed else real) / path, (tmp_path if handed else root) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, target)
    monkeypatch.setenv("PYTHONPATH", str(root / "hooks"))
    run_job(root, job, tmp_path / "out", tmp_path)
    before = files_below(made / name)
    assert job.kind == SITE or len(before) == 1 + len(job.writes)
    assert files_below(tmp_path / "out") == {
        path: data for path, data in before.items() if path != "job.json"
    }
