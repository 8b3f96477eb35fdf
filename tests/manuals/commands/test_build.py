"""./scripts/build: what it builds, what it leaves alone, and what it says.

The fast tests put small stand-ins in the place of MkDocs and WeasyPrint, which write what those
would; the slow ones build the tiny project with both.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import build as command
from manuals.jobs import Job
from tests.real import files_below, run_build

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
SIGNS_VI = "docs/v1-foundations/02-signs.vi.md"
LOCALES = ("en", "vi")
PARTS = ("02-checklist-1", "02-signs", "03-checklist-1", "03-law")
TRAINER_PARTS = (*PARTS, "03-handout-grid", "03-role-cards")


def run(*options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command.build, options, catch_exceptions=False)


def files(copy: Project) -> dict[str, bytes]:
    """Return all files below dist/."""
    return files_below(copy.root / "dist")


def outputs(parts: tuple[str, ...], place: str = "") -> list[str]:
    """Return the files of an edition: PDFs stand beside the site and in it."""
    pdfs = [f"pdf/v1-foundations.{book}.pdf" for book in ("en", "en-vi", "vi")]
    pdfs += [f"pdf/chapters/v1-foundations-{part}.{each}.pdf" for part in parts for each in LOCALES]
    other = ("SHA256SUMS", "manifest.json", "offline/manuals.zip", "site/offline/manuals.zip")
    names = (*other, "site/index.html", *pdfs, *(f"site/{name}" for name in pdfs))
    return [place + name for name in names]


def complete(copy: Project, edition: str) -> bool:
    """Return whether an edition's manifest says that everything was built."""
    place = "dist" if edition == "participant" else f"dist/{edition}"
    return bool(json.loads(copy.read(f"{place}/manifest.json"))["complete"])


def test_whole_build(copy: Project, steps: list[str]) -> None:
    """Both editions are built, apart from each other, each with checksums that hold."""
    done = run()
    assert done.exit_code == 0, done.output
    found = files(copy)
    assert sorted(found) == sorted([*outputs(PARTS), *outputs(TRAINER_PARTS, "trainer/")])
    assert found["site/index.html"].startswith(b"participant True")
    assert found["trainer/site/index.html"].startswith(b"trainer True")
    for folder in ("dist", "dist/trainer"):
        check = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
        assert subprocess.run(check, cwd=copy.root / folder, check=False).returncode == 0
    assert b"trainer" not in found["manifest.json"] + found["SHA256SUMS"]
    assert complete(copy, "participant")
    assert complete(copy, "trainer")


def test_says_what_was_made(copy: Project, steps: list[str]) -> None:
    """The last lines name site, PDFs and offline copy of both editions, and how to check them."""
    said = run().stdout
    for place in (copy.root / "dist", copy.root / "dist" / "trainer"):
        for name in ("site/index.html", "pdf ", "offline/manuals.zip"):
            assert f"{place}/{name}" in said
        assert f"cd {place} && sha256sum" in said


def test_nothing_changed(copy: Project, steps: list[str]) -> None:
    """A second build says that nothing has changed, and does nothing."""
    run()
    before, asked = files(copy), list(steps)
    done = run()
    assert done.exit_code == 0
    assert done.stdout.startswith("Nothing has changed since the last build; dist/ is up to date.")
    assert str(copy.root / "dist" / "site" / "index.html") in done.stdout
    assert (files(copy), steps) == (before, asked)


@pytest.mark.parametrize("name", ["pdf/v1-foundations.vi.pdf", "trainer/site/index.html"])
def test_damaged_output_is_built_again(copy: Project, steps: list[str], name: str) -> None:
    """An output that somebody changed or deleted is not "up to date", in either edition."""
    run()
    before = files(copy)
    (copy.root / "dist" / name).unlink()
    assert run().stdout.startswith("Done in ")
    assert files(copy) == before


def test_changed_chapter(copy: Project, steps: list[str]) -> None:
    """A changed chapter is built into both editions."""
    run()
    copy.edit(LAW, "Each part is proved", "Each part is shown")
    assert run().exit_code == 0
    found = files(copy)
    for name in ("pdf/v1-foundations.en.pdf", "trainer/pdf/v1-foundations.en.pdf"):
        assert b"Each part is shown" in found[name]


def test_sources_that_change_while_building(
    copy: Project, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chapter saved while the build runs is not taken for built: the next build does it."""
    run_job = command.run_job

    def saved(root: Path, job: Job, folder: Path, made: Path) -> None:
        run_job(root, job, folder, made)
        if job.name == "book-trainer-v1-foundations.en":
            copy.edit(LAW, "Each part is proved", "Each part is shown")

    monkeypatch.setattr(command, "run_job", saved)
    assert run("--jobs", "1").exit_code == 0
    monkeypatch.setattr(command, "run_job", run_job)
    assert run().stdout.startswith("Done in ")
    assert b"Each part is shown" in files(copy)["pdf/v1-foundations.en.pdf"]
    assert run().stdout.startswith("Nothing has changed")


@pytest.mark.parametrize(
    ("options", "changed", "asked"),
    [
        (
            ["--lang", "vi"],
            {"participant", "trainer"},
            [
                *("site participant", "site trainer"),
                *("pdf participant v1-foundations.vi", "pdf trainer v1-foundations.vi"),
            ],
        ),
        (
            ["--edition", "participant"],
            {"participant"},
            [
                "site participant",
                *("pdf participant v1-foundations.vi", "pdf participant v1-foundations.en"),
                "pdf participant v1-foundations.en-vi",
            ],
        ),
        (
            ["--lang", "vi", "--lang", "en", "--edition", "trainer"],
            {"trainer"},
            [
                "site trainer",
                *("pdf trainer v1-foundations.vi", "pdf trainer v1-foundations.en"),
                "pdf trainer v1-foundations.en-vi",
            ],
        ),
        (
            ["--edition", "trainer", "--volume", "v1-foundations", "--lang", "en"],
            {"trainer"},
            ["site trainer", "pdf trainer v1-foundations.en"],
        ),
        (
            ["--no-pdf"],
            {"participant", "trainer"},
            ["site participant", "site trainer"],
        ),
    ],
)
def test_limited_build(
    copy: Project, steps: list[str], options: list[str], changed: set[str], asked: list[str]
) -> None:
    """Only what is named is built and marked as incomplete; all else stays as it is."""
    run()
    steps.clear()
    before = files(copy)
    copy.edit(LAW, "Each part is proved", "Each part is shown")
    copy.edit(LAW.replace(".en.", ".vi."), "Mỗi yếu tố", "Từng yếu tố")
    assert run(*options).exit_code == 0
    assert sorted(steps) == sorted(asked)
    after = files(copy)
    for edition, folder in (("participant", ""), ("trainer", "trainer/")):
        assert complete(copy, edition) is (edition not in changed)
        for book in ("vi", "en", "en-vi"):
            name = f"{folder}pdf/v1-foundations.{book}.pdf"
            ordered = f"pdf {edition} v1-foundations.{book}" in asked
            assert (after[name] != before[name]) is ordered
            part = f"{folder}pdf/chapters/v1-foundations-03-law.{book}.pdf"
            assert (part in after) is (book in LOCALES)
            assert (after.get(part) != before.get(part)) is (ordered and book in LOCALES)
        offered = f"{folder}site/pdf/v1-foundations.en.pdf"
        assert (offered in after) is (options != ["--no-pdf"])
        name = f"{folder}offline/manuals.zip"
        assert (after[name] != before[name]) is (edition in changed and options != ["--no-pdf"])
    assert run().stdout.startswith("Done in ")
    assert complete(copy, "participant")
    assert complete(copy, "trainer")


PRINTED = [
    f"press/v1-foundations.{locale}.{ending}"
    for locale in ("en", "vi")
    for ending in ("cover.pdf", "grey.pdf", "press.pdf", "ticket.json", "ticket.md")
]


def test_for_the_press(copy: Project, steps: list[str]) -> None:
    """On demand the books in one language are written for the printing house, in their folder."""
    run()
    plain = set(files(copy))
    assert not any("press/" in name for name in plain)
    done = run("--press")
    assert f"{copy.root / 'dist' / 'press'}: for the printing house" in done.stdout
    found = files(copy)
    added = [*PRINTED, *(f"trainer/{name}" for name in PRINTED)]
    assert set(found) == plain | set(added)
    assert complete(copy, "participant")
    assert b"press/v1-foundations.vi.press.pdf" in found["SHA256SUMS"]
    assert run("--press").stdout.startswith("Nothing has changed")
    assert run().stdout.startswith("Nothing has changed")


def test_no_press_files_of_other_sources(copy: Project, steps: list[str]) -> None:
    """A limited build leaves what it does not name; a whole one leaves nothing that is old."""
    run("--press")
    copy.edit(LAW, "Each part is proved", "Each part is shown")
    run("--press", "--lang", "en", "--edition", "participant")
    assert set(PRINTED) < set(files(copy))
    run("--lang", "en", "--edition", "participant")
    assert set(PRINTED) < set(files(copy))
    run()
    assert not any("press/" in name for name in files(copy))


def test_limited_build_of_what_is_there(copy: Project, steps: list[str]) -> None:
    """What is ordered by name is built, also where nothing has changed."""
    run()
    before = files(copy)
    steps.clear()
    assert run("--edition", "trainer", "--lang", "en").stdout.splitlines()[-1].startswith("  check")
    assert steps == ["site trainer", "pdf trainer v1-foundations.en"]
    after = files(copy)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"trainer/manifest.json"}


def test_limited_build_takes_no_leftovers(copy: Project, steps: list[str]) -> None:
    """A PDF that another build left in the cache does not slip in beside the one ordered."""
    run()
    before = files(copy)
    book = "book-participant-v1-foundations.en"
    copy.write(f".cache/jobs/{book}/pdf/v1-foundations.en.pdf", "of a build that was stopped")
    assert run("--edition", "participant", "--lang", "vi").exit_code == 0
    assert files(copy)["pdf/v1-foundations.en.pdf"] == before["pdf/v1-foundations.en.pdf"]


def test_pdf_of_a_volume_that_is_gone(copy: Project, steps: list[str]) -> None:
    """Outputs of a volume or chapter that is no longer there go with the next build."""
    run()
    copy.write("dist/pdf/v9-old.vi.pdf", "%PDF")
    copy.write("dist/pdf/chapters/v1-foundations-04-old.vi.pdf", "%PDF")
    copy.edit(LAW, "Each part is proved", "Each part is shown")
    run()
    assert "pdf/v9-old.vi.pdf" not in files(copy)
    assert "site/pdf/v9-old.vi.pdf" not in files(copy)
    assert not any("04-old" in name for name in files(copy))


def test_killed_build_leaves_no_trace(copy: Project, steps: list[str]) -> None:
    """Halves that a killed build left in the cache do not get into the next one."""
    run()
    before = files(copy)
    book = "book-trainer-v1-foundations.en"
    for name in (
        *("new-pdf-participant/half.pdf", "new-offline-trainer/half.zip", "new-site-trainer/half"),
        *("half-site-participant/site/half.html", f"half-{book}/pdf/half.pdf"),
        *("jobs/site-trainer/site/half.html", f"jobs/{book}/pdf/half.pdf"),
    ):
        copy.write(f".cache/{name}", "half of")
    (copy.root / "dist" / "manifest.json").unlink()
    run()
    assert files(copy) == before


def test_one_build_at_a_time(
    copy: Project, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a build works in .cache/ another one cannot, and afterwards it can."""
    run_job = command.run_job
    free: list[bool] = []

    def look() -> None:
        with (copy.root / ".cache" / "build.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                free.append(False)
            else:
                free.append(True)

    def looking(root: Path, job: Job, folder: Path, made: Path) -> None:
        look()
        run_job(root, job, folder, made)

    monkeypatch.setattr(command, "run_job", looking)
    run("--edition", "participant", "--no-pdf")
    look()
    assert free == [False, True]


def test_other_folder(copy: Project, steps: list[str]) -> None:
    """--dist builds somewhere else and leaves dist/ alone."""
    run("--dist", "elsewhere")
    assert (copy.root / "elsewhere" / "trainer" / "manifest.json").is_file()
    assert not (copy.root / "dist").exists()


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        (LAW, "/// warning", "/// warnin"),
        (LAW, "{{ age.child_law }}", "{{ age.child_la }}"),
        (SIGNS_VI, "minutes: 30", "minuten: 30"),
        ("data/volumes.yml", "volumes:", "volumes: ["),
        (
            "data/termbase.csv",
            "vic-01,victim,nạn nhân,n,victim,preferred",
            "vic-01,,x,n,v,prefered",
        ),
    ],
)
def test_bad_input(
    copy: Project, steps: list[str], old: dict[str, bytes], name: str, right: str, wrong: str
) -> None:
    """Bad input is named with path and line, nothing is built, and dist/ stays as it was."""
    copy.edit(name, right, wrong)
    done = run()
    assert done.exit_code == 1
    line = copy.line(name, wrong) + (name == "data/volumes.yml")
    assert f"{name}:{line}: " in done.stderr
    assert done.stderr.endswith("Nothing was built. Mend these lines and build again.\n")
    assert steps == []
    assert files(copy) == old


@pytest.mark.parametrize(
    ("options", "message", "code"),
    [
        (["--volume", "v1-foundation"], 'there is no volume "v1-foundation" (did you mean', 1),
        (["--volume", "v1-foundations", "--volume", "v9"], 'there is no volume "v9"', 1),
        (["--edition", "trainers"], "'trainers' is not one of 'participant', 'trainer'", 2),
        (["--lang", "fr"], "'fr' is not one of 'en', 'vi'", 2),
        (["--jobs", "many"], "'many' is not a valid integer", 2),
        (["--no-pdfs"], "No such option", 2),
        (["--press", "--no-pdf"], "is made of the PDFs", 2),
        (["v1-foundations"], "unexpected extra argument", 2),
    ],
)
def test_wrong_order(
    copy: Project,
    steps: list[str],
    old: dict[str, bytes],
    options: list[str],
    message: str,
    code: int,
) -> None:
    """What cannot be ordered is named, with what there is; nothing is built."""
    done = run(*options)
    assert done.exit_code == code
    assert message in done.stderr
    assert steps == []
    assert files(copy) == old


def test_missing_half(copy: Project, steps: list[str], old: dict[str, bytes]) -> None:
    """A missing half is told and built around, but with --strict it stops the build."""
    (copy.root / SIGNS_VI).unlink()
    strict = run("--strict")
    assert strict.exit_code == 1
    assert "02-signs.en.md: warning: " in strict.stderr
    assert files(copy) == old
    done = run()
    assert done.exit_code == 0
    assert "02-signs.en.md: warning: " in done.stderr
    assert complete(copy, "participant")


def test_step_that_fails(copy: Project, old: dict[str, bytes]) -> None:
    """If MkDocs stops, its words are shown and dist/ stays as it was."""
    done = run("--edition", "participant", "--no-pdf")
    assert done.exit_code == 1
    assert "Required configuration not provided" in done.stderr
    what = "Site, participant edition could not be built; nothing in dist/ was changed."
    assert what in done.output
    assert files(copy) == old


def test_last_step_that_fails(
    copy: Project, steps: list[str], old: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is put in place before the last PDF is set: all of it or nothing."""
    run_job = command.run_job

    def fails(root: Path, job: Job, folder: Path, made: Path) -> None:
        run_job(root, job, folder, made)
        if job.name == "book-trainer-v1-foundations.en":
            raise SystemExit("PDF v1-foundations.en could not be built")

    monkeypatch.setattr(command, "run_job", fails)
    done = run()
    assert done.exit_code == 1
    assert "PDF v1-foundations.en could not be built" in done.output
    assert files(copy) == old


def test_help() -> None:
    """--help names every option and what limits a build."""
    said = run("--help").stdout
    names = ["--volume", "--lang", "--edition", "--no-pdf", "--jobs", "--strict", "--dist"]
    names += ["--plan", "--job NAME", "--assemble", "[FOLDERS]"]
    for name in names:
        assert name in said
    assert "stays as it is" in " ".join(said.split())


@pytest.mark.slow
def test_real_build(real: Path) -> None:
    """The command builds both editions of the tiny project, pictures and all."""
    for place in (real / "dist", real / "dist" / "trainer"):
        for book in ("vi", "en", "en-vi"):
            pdf = place / "pdf" / f"v1-foundations.{book}.pdf"
            assert pdf.read_bytes().startswith(b"%PDF")
            assert (place / "site" / "pdf" / pdf.name).read_bytes() == pdf.read_bytes()
        for page in ("v1-foundations/03-law.html", "en/v1-foundations/03-law.html"):
            html = (place / "site" / page).read_text(encoding="utf-8")
            picture = html.split('<img alt="', 1)[1].split('src="', 1)[1].split('"')[0]
            assert (place / "site" / page).parent.joinpath(picture).is_file()


@pytest.mark.slow
def test_real_build_again(again: Project) -> None:
    """Another clone's unchanged outputs are up to date; a second build from nothing equals them."""
    dist = again.root / "dist"
    done = run_build(again.root, dist)
    assert done.stdout.startswith("Nothing has changed since the last build")
    before = files(again)
    shutil.rmtree(dist)
    shutil.rmtree(again.root / ".cache")
    assert run_build(again.root, dist).stdout.splitlines()[-1].strip().startswith("check")
    assert files(again) == before


@pytest.mark.slow
def test_real_limited_build(again: Project) -> None:
    """After an edit in one language only PDFs with that language change, and only if ordered."""
    before = files(again)
    again.edit(SIGNS_VI, "không chứng minh được gì", "chưa chứng minh được gì")
    options = ["--edition", "participant", "--lang", "vi"]
    done = run_build(again.root, again.root / "dist", *options)
    assert done.returncode == 0, done.stderr
    limited = files(again)
    changed = {name for name in before if limited[name] != before[name]}
    assert "pdf/v1-foundations.vi.pdf" in changed
    assert "pdf/v1-foundations.en.pdf" not in changed
    assert not any(name.startswith("trainer/") for name in changed)
    assert not complete(again, "participant")
    assert run_build(again.root, again.root / "dist").returncode == 0
    assert complete(again, "participant")
    whole = files(again)
    pdfs = {name for name in before if name.startswith(("pdf/", "trainer/pdf/"))}
    assert {name for name in pdfs if whole[name] != before[name]} == {
        f"{place}pdf/{name}.pdf"
        for place in ("", "trainer/")
        for name in (
            *(f"v1-foundations.{book}" for book in ("vi", "en-vi")),
            "chapters/v1-foundations-02-signs.vi",
        )
    }


@pytest.mark.slow
def test_real_bad_input(again: Project) -> None:
    """What only MkDocs or WeasyPrint finds stops the build too; dist/ stays as it was."""
    before = files(again)
    again.edit(LAW, "Ask for the birth certificate.", "Ask for it.\n***\nAsk again.")
    done = run_build(again.root, again.root / "dist")
    assert done.returncode == 1
    assert f"{LAW}:{again.line(LAW, '{#closer}')}: this section has 1 " in done.stderr
    again.edit(LAW, "Ask for it.\n***\nAsk again.", "Ask for the 中.")
    done = run_build(again.root, again.root / "dist")
    assert done.returncode == 1
    assert '"中"' in done.stderr
    assert "nothing in dist/ was changed" in done.stderr
    assert files(again) == before
