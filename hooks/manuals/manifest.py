"""The manifest: what was made, from which commit and sources, with sizes and checksums."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from manuals.volumes import Shelf, Volume

INPUTS = ("docs", "data", "hooks", "overrides", "requirements", "scripts", "mkdocs.yml")
SKIPPED = ("__pycache__", ".pyc", ".new")


def sources_hash(root: Path) -> str:
    """Return one hash over every input file's path and bytes."""
    digest = hashlib.sha256()
    for path in _inputs(root):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _inputs(root: Path) -> Iterable[Path]:
    for name in INPUTS:
        top = root / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and not any(part in str(path) for part in SKIPPED):
                yield path


def commit(root: Path, without: Collection[str] = ()) -> str | None:
    """Return the last commit of the inputs, with "+" if they were changed since.

    `without` are folders that do not count. A commit of a README or of another volume makes
    nothing old. None where there is no git history. A shallow clone that does not reach back so far
    gives its oldest commit, which holds the same inputs.
    """
    paths = ["--", *INPUTS, *(f":(exclude){path}" for path in without)]
    git = ["git", "--no-optional-locks", "-C", str(root)]
    try:
        last, changed = (
            subprocess.run([*git, *ask, *paths], capture_output=True, text=True, check=True)
            for ask in (["log", "-1", "--format=%H"], ["status", "--porcelain"])
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return last.stdout.strip() + ("+" if changed.stdout.strip() else "") or None


def commit_of(root: Path, shelf: Shelf, volume: Volume) -> str | None:
    """Return the last commit of what a volume is made of, as `commit` does.

    Local content stands in packs only.
    """
    others = [other.id for other in shelf.volumes if other.id != volume.id]
    folders = [f"{top}/{id}" for id in others for top in ("docs", "data/sync")]
    return commit(root, ["data/local", *folders])


def file_entries(folder: Path, skip: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return path, size and sha256 of each file below a folder, sorted by path."""
    left_out = {"manifest.json", "SHA256SUMS", *skip}
    entries = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name.split("/")[0] in left_out or path.name.startswith("."):
            continue
        data = path.read_bytes()
        entries.append(
            {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        )
    return entries


def manifest(
    root: Path, shelf: Shelf, edition: str, entries: list[dict[str, Any]], *, complete: bool
) -> str:
    """Return the manifest of one edition as JSON; `complete` is false after a limited build."""
    volumes = [
        {
            "id": volume.id,
            "edition": volume.edition,
            "date": volume.date.isoformat(),
            "law_as_of": volume.law_as_of.isoformat(),
            "status": volume.status,
        }
        for volume in shelf.volumes
    ]
    content = {
        "edition": edition,
        "commit": commit(root),
        "sources": sources_hash(root),
        "complete": complete,
        "volumes": volumes,
        "files": entries,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def checksums(entries: list[dict[str, Any]]) -> str:
    """Return the entries as `sha256sum --check` reads them."""
    return "".join(f"{entry['sha256']}  {entry['path']}\n" for entry in entries)


def is_whole(folder: Path, sources: str) -> bool:
    """Return whether a folder holds exactly what its manifest says, made from these sources."""
    try:
        found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if found.get("sources") != sources or not found.get("complete"):
        return False
    for entry in found["files"]:
        path = folder / entry["path"]
        if not path.is_file() or path.stat().st_size != entry["size"]:
            return False
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            return False
    return True
