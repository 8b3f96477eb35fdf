"""The workflows hand out the participant edition only, with as few rights as they can."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parents[2] / ".github"
WORKFLOW = GITHUB / "workflows" / "publish.yml"
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


def test_only_the_publishing_job_may_write() -> None:
    """What runs a pull request's code may read and nothing else; forks get no secrets."""
    workflow = read()
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow[True]) == {"pull_request", "push"}
    jobs = workflow["jobs"]
    assert "permissions" not in jobs["build"]
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["publish"]["if"] == "github.event_name == 'push'"


def test_no_trainer_text_is_uploaded() -> None:
    """Every uploaded path is named, and none of them reaches dist/trainer."""
    paths = []
    for line in WORKFLOW.read_text(encoding="utf-8").splitlines():
        if "dist" in line:
            paths.append(line.split("path:")[-1].strip())
    assert set(paths) == {"dist/site", "dist/manifest.json", "dist/SHA256SUMS"}


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
