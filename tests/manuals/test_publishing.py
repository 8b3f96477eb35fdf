"""The workflow publishes the participant edition only, with as few rights as it can."""

from __future__ import annotations

from pathlib import Path

import yaml

WORKFLOW = Path(__file__).parents[2] / ".github" / "workflows" / "publish.yml"


def read() -> dict[object, object]:
    """Return the workflow; YAML reads its key "on" as true."""
    return dict(yaml.safe_load(WORKFLOW.read_text(encoding="utf-8")))


def test_only_the_publishing_job_may_write() -> None:
    """What runs a pull request's code may read and nothing else; forks get no secrets."""
    workflow = read()
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow[True]) == {"pull_request", "push"}  # type: ignore[call-overload]
    jobs: dict[str, dict[str, object]] = workflow["jobs"]  # type: ignore[assignment]
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
