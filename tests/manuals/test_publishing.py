"""The workflows hand out the participant edition only, with as few rights as they can."""

from __future__ import annotations

import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from manuals.chapters import Manuals
from manuals.jobs import Order, plan, stages

GITHUB = Path(__file__).parents[2] / ".github"
GH = """#!/bin/sh
echo "$*" >>"$CALLED"
case "$*" in
*pulls/7*) echo abc ;;
*comments*--paginate*) echo "$OLD" ;;
esac
"""


def read(name: str = "publish") -> dict[Any, Any]:
    """Return a workflow; YAML reads its key "on" as true."""
    text = (GITHUB / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def scripts(job: dict[str, Any]) -> list[str]:
    """Return what a job's steps run."""
    return [step["run"] for step in job["steps"] if "run" in step]


def test_only_the_publishing_job_may_write() -> None:
    """What runs a pull request's code may read and nothing else; forks get no secrets."""
    workflow = read()
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow[True]) == {"pull_request", "push"}
    jobs = workflow["jobs"]
    assert [name for name in jobs if "permissions" in jobs[name]] == ["publish"]
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["publish"]["if"] == "github.event_name == 'push'"
    assert jobs["publish"]["needs"] == ["build", "assemble"]
    assert not any("${{" in script for job in jobs.values() for script in scripts(job))


def test_no_trainer_text_is_uploaded() -> None:
    """Every uploaded path is named, and what makes it builds the participant edition alone."""
    handed_out = set()
    for job in read()["jobs"].values():
        uploads = [step for step in job["steps"] if "upload-" in step.get("uses", "")]
        handed_out |= {path for step in uploads for path in step["with"]["path"].splitlines()}
        if uploads or "outputs" in job:
            builds = [line for script in scripts(job) for line in script.splitlines()]
            builds = [line for line in builds if "./scripts/" in line]
            assert builds
            assert all("--edition participant" in line for line in builds)
    dist = {"dist/site", "dist/manifest.json", "dist/SHA256SUMS"}
    assert handed_out == {"jobs/${{ matrix.job }}", *dist}


def test_both_editions_are_tested_in_one_job() -> None:
    """The trainer edition is built where all tests run, and nothing is handed out from there."""
    job = read()["jobs"]["build"]
    assert scripts(job)[-3:] == ["./scripts/check", "./scripts/build", "./scripts/test"]
    assert [step["uses"] for step in job["steps"] if "uses" in step] == ["actions/checkout@v4"]


def test_every_stage_of_the_plan_is_run(tiny: Manuals) -> None:
    """Each stage has a matrix that waits for the one before; the assembly waits for all."""
    jobs = read()["jobs"]
    fanned = [job for job in jobs if "strategy" in jobs[job]]
    count = len(stages(plan(tiny, Order(("participant",)))))
    assert [jobs[job]["strategy"]["matrix"] for job in fanned] == [
        {"job": f"${{{{ fromJSON(needs.plan.outputs.plan).stages[{stage}] }}}}"}
        for stage in range(count)
    ]
    assert [jobs[job]["needs"] for job in fanned] == ["plan", ["plan", "site"]]
    assert jobs["assemble"]["needs"] == fanned


def test_artefacts_are_found_by_name(tiny: Manuals) -> None:
    """A book finds the site that it needs, the assembly finds all jobs and nothing else."""
    jobs = read()["jobs"]
    patterns = {
        name: step["with"]["pattern"]
        for name, job in jobs.items()
        for step in job["steps"]
        if "download-artifact" in step.get("uses", "")
    }
    assert set(patterns) == {"book", "assemble"}
    for job in plan(tiny, Order(("participant",))):
        assert fnmatch(job.name, patterns["assemble"])
        assert all(fnmatch(need, patterns["book"]) for need in job.needs)
    assert not fnmatch("participant-edition", patterns["assemble"])


def test_plan_is_handed_on(tmp_path: Path) -> None:
    """The plan's step gives the other jobs the JSON as printed; a failed plan fails the step."""
    script = scripts(read()["jobs"]["plan"])[0]
    printed = GITHUB.parent / "tests" / "fixtures" / "tiny.plan.json"
    (tmp_path / "scripts").mkdir()
    command = tmp_path / "scripts" / "build"
    values = {"GITHUB_OUTPUT": str(tmp_path / "output"), "PATH": "/usr/bin:/bin"}
    for text, code in ((f"cat {printed}", 0), ("exit 1", 1)):
        command.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        command.chmod(0o755)
        (tmp_path / "output").unlink(missing_ok=True)
        done = subprocess.run(
            ["/bin/sh", "-e", "-c", script], cwd=tmp_path, env=values, check=False
        )
        assert done.returncode == code
        output = (tmp_path / "output").read_text(encoding="utf-8")
        if not code:
            assert output == f"plan<<END\n{printed.read_text(encoding='utf-8')}END\n"


def test_what_runs_a_pull_requests_code_may_only_read() -> None:
    """The report is made with a token that reads; no secret is named, no input is spliced in."""
    workflow = read("report")
    assert workflow[True] == "pull_request"
    assert workflow["permissions"] == {"contents": "read"}
    steps = workflow["jobs"]["report"]["steps"]
    assert "permissions" not in workflow["jobs"]["report"]
    assert not any("${{" in step.get("run", "") for step in steps)
    previews = [step["run"] for step in steps if "scripts/pdf" in step.get("run", "")]
    assert len(previews) == 1
    assert "--edition participant" in previews[0]
    checkout = next(step for step in steps if "checkout" in step.get("uses", ""))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_what_may_write_runs_nothing_of_a_pull_request() -> None:
    """The job that posts checks nothing out and splices nothing into its script."""
    workflow = read("comment")
    assert workflow["permissions"] == {"actions": "read", "pull-requests": "write"}
    steps = workflow["jobs"]["comment"]["steps"]
    assert [step["uses"] for step in steps if "uses" in step] == ["actions/download-artifact@v4"]
    assert not any("${{" in step.get("run", "") for step in steps)


@pytest.mark.parametrize(
    ("commit", "old", "said"),
    [
        ("abc", "", "--method POST repos/o/r/issues/7/comments"),
        ("abc", "31", "--method PATCH repos/o/r/issues/comments/31"),
        ("old", "", ""),
    ],
)
def test_one_comment_is_kept_fresh(tmp_path: Path, commit: str, old: str, said: str) -> None:
    """The newest commit's report is posted once, then replaced; it calls nobody by name."""
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "number").write_text("7; echo no\n", encoding="utf-8")
    (tmp_path / "report" / "report.md").write_text("Hòa @all", encoding="utf-8")
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    script = read("comment")["jobs"]["comment"]["steps"][-1]["run"]
    values = {"REPOSITORY": "o/r", "COMMIT": commit, "RUN": "https://example.org/1", "OLD": old}
    values |= {"PATH": f"{tmp_path}:/usr/bin:/bin", "CALLED": str(tmp_path / "called")}
    subprocess.run(["/bin/bash", "-e", "-c", script], cwd=tmp_path, env=values, check=True)
    called = (tmp_path / "called").read_text(encoding="utf-8")
    if said:
        assert said in called
        comment = (tmp_path / "comment.md").read_text(encoding="utf-8")
        assert comment.startswith("<!-- report -->\nHòa @\u200ball\n")
    else:
        assert "--method" not in called


def test_each_language_has_its_owners() -> None:
    """A change of one language's text asks readers of that language."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owners = dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    assert owners["*.en.md"] != owners["*.vi.md"]
    assert owners["/data/sync/"] == f"{owners['*.en.md']} {owners['*.vi.md']}"


@pytest.mark.parametrize(
    "path", sorted((GITHUB / "ISSUE_TEMPLATE").glob("[!c]*.yml")), ids=lambda path: path.stem
)
def test_templates_speak_both_languages(path: Path) -> None:
    """Every label of a form stands in Vietnamese and English."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = [item for item in form["body"] if item["type"] != "markdown"]
    assert fields
    assert all(" · " in item["attributes"]["label"] for item in fields)
