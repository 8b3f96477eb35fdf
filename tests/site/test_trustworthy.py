"""A build can be trusted: the same bytes anywhere, and never half of anything."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from manuals.manifest import INPUTS, commit, is_whole, sources_hash
from tests.real import ROOT, built, copy_sources, manifest, run_build

pytestmark = pytest.mark.slow
CHAPTER = "v1-foundations/01-how-to-use"
MARK = "Câu này chỉ có trong bản mới"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in a folder of another name, built there."""
    root = tmp_path_factory.mktemp("sổ tay #2") / "manuals copy"
    root.mkdir()
    copy_sources(root)
    name_the_commit(root)
    done = run_build(root, root / "dist")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def name_the_commit(root: Path) -> None:
    """Let git take a copy for a tree of this repository, so that both stand at one commit."""
    shutil.copyfile(ROOT / ".gitignore", root / ".gitignore")
    git = ROOT / ".git"
    if git.is_file():
        shutil.copyfile(git, root / ".git")
    elif git.is_dir():
        (root / ".git").write_text(f"gitdir: {git}\n", encoding="utf-8")


@pytest.mark.parametrize("edition", ["participant", "trainer"])
def test_the_same_sources_give_the_same_bytes(copy: Path, edition: str) -> None:
    """Another folder, another day: every file is equal, PDFs and the offline copy included."""
    folders = [built(), copy / "dist"]
    if edition == "trainer":
        folders = [folder / "trainer" for folder in folders]
    first, second = (manifest(folder) for folder in folders)
    assert first == second
    sums = [(folder / "SHA256SUMS").read_bytes() for folder in folders]
    assert sums[0] == sums[1]
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=folders[1], check=False
    )
    assert done.returncode == 0


def test_the_depth_of_a_clone_does_not_matter(tmp_path: Path) -> None:
    """A shallow clone has the same sources as a whole one, and names a commit that holds them.

    It is the same commit, unless the newest changed nothing that a build reads.
    """
    if not (ROOT / ".git").is_dir():
        pytest.skip("the sources are not a clone")
    source = ROOT.as_uri()
    clones = {"whole": [], "shallow": ["--depth", "1"]}
    for name, options in clones.items():
        subprocess.run(
            ["git", "clone", "--quiet", *options, source, str(tmp_path / name)], check=True
        )
    found = [(commit(tmp_path / name), sources_hash(tmp_path / name)) for name in clones]
    (whole, sources), (shallow, others) = found
    assert whole
    assert shallow
    assert sources == others
    same = ["diff", "--quiet", whole, shallow, "--", *INPUTS]
    subprocess.run(["git", "-C", str(tmp_path / "whole"), *same], check=True)


def test_a_killed_build_leaves_everything_old_or_new(copy: Path) -> None:
    """Kill the build at many moments: each output is whole, and the next build is right."""
    dist = copy / "dist"
    folders = (dist, dist / "trainer")
    pdfs = {path: path.read_bytes() for folder in folders for path in folder.glob("pdf/*.pdf")}
    chapter = copy / "docs" / f"{CHAPTER}.vi.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(
        text.replace("\n\n## ", f"\n\n{MARK}.\n\n## ").replace(f"{MARK}.\n\n", "", 1),
        encoding="utf-8",
    )
    seen = set()
    seconds, killed = 0.3, True
    while killed:
        killed = start_and_kill(copy, seconds)
        seconds *= 1.35
        seen |= {state(site) for site in (dist / "site", dist / "trainer" / "site")}
        for path, data in pdfs.items():
            assert path.read_bytes() == data
        for packed in dist.rglob("manuals.zip"):
            assert zipfile.ZipFile(packed).testzip() is None
        for folder in folders:
            json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert seen == {"old", "new"}
    done = run_build(copy, dist)
    assert done.returncode == 0, done.stdout + done.stderr
    sources = sources_hash(copy)
    for folder in folders:
        assert is_whole(folder, sources)
        assert state(folder / "site") == "new"
        assert (folder / "pdf" / "v1-foundations.vi.pdf").read_bytes() not in pdfs.values()
    left = [path.name for path in dist.rglob("*") if path.name.startswith(".")]
    assert left == []


def start_and_kill(root: Path, seconds: float) -> bool:
    """Start a build of the sites, kill it and all its processes; return whether it still ran."""
    process = subprocess.Popen(
        [sys.executable, "-m", "manuals.commands.build", "--no-pdf"],
        cwd=root,
        env={"PYTHONPATH": str(root / "hooks"), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(seconds)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def state(site: Path) -> str:
    """Return whether a site is old or new; page and search data must agree."""
    page = MARK in (site / f"{CHAPTER}.html").read_text(encoding="utf-8")
    index = MARK in (site / "search" / "vi.js").read_text(encoding="utf-8")
    assert page == index
    assert (site / "en" / "glossary.html").is_file()
    assert (site / "404.html").is_file()
    return "new" if page else "old"
