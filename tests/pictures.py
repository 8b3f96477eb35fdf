"""./scripts/pictures: take the pictures of CONTRIBUTING.md from the demonstration chapter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.real import copy_sources

ROOT = Path(__file__).parents[1]
DEMONSTRATION = ROOT / "tests" / "fixtures" / "demonstration"
FOLDER = ROOT / ".github" / "contributing"
CHROMIUM = "/usr/bin/chromium"
WIDTH, MARGIN = 860, 14

# Each picture is one strip or more, from the top of one element to the bottom of another.
STRIPS = {
    "metadata": [("h1", "#objectives ~ ul")],
    "paragraphs": [("#place-of-talk", "#place-of-talk ~ .md-typeset__scrollwrap")],
    "references": [("#words-to-say", "#answers ~ ol"), (".footnote", ".footnote")],
    "key-points": [(".box-key-points", ".box-key-points")],
    "law-warning": [(".box-law", ".box-warning")],
    "local": [(".box-local", ".box-local")],
    "case-exercise": [(".box-case", ".box-exercise")],
    "role-play": [(".box-role-play", ".box-role-play")],
    "cards": [("#role-cards", ".box-card:nth-last-child(1 of .box-card)")],
    "handout": [(".box-handout", ".box-handout")],
    "checklist": [(".box-checklist", ".box-checklist")],
    "question": [(".box-question", ".box-question")],
    "trainer": [(".box-trainer", ".box-trainer")],
}


def main() -> None:
    """Build the chapter, look at it in both languages, write one PNG a picture and language."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(Path(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 1000}, device_scale_factor=1.5)
        for locale, top in (("vi", site), ("en", site / "en")):
            page.goto((top / "v1-foundations" / "01-demonstration.html").as_uri())
            page.evaluate("document.fonts.ready")
            for name, strips in STRIPS.items():
                path = FOLDER / f"{name}.{locale}.png"
                stacked([shot(page, *strip) for strip in strips]).save(path, optimize=True)
        browser.close()


def build(folder: Path) -> Path:
    """Build a trainer site whose only chapter is the demonstration; return its folder."""
    copy_sources(folder, ("data", "hooks", "overrides", "mkdocs.yml"))
    shutil.copytree(
        ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("[0-9][0-9]-*.md")
    )
    shutil.copytree(DEMONSTRATION, folder / "docs" / "v1-foundations", dirs_exist_ok=True)
    for index in (folder / "docs").rglob("index.*.md"):
        head = index.read_text(encoding="utf-8").split("---\n")[1]
        index.write_text(f"---\n{head}---\n\n<!-- shelf -->\n", encoding="utf-8")
    site = folder / "site"
    values = {
        "MANUALS_EDITION": "trainer",
        "MANUALS_PDF": "false",
        "MANUALS_SITE_DIR": str(site),
        "PYTHONPATH": str(folder / "hooks"),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=folder, env={**os.environ, **values}, check=True)
    return site


def shot(page: Page, first: str, last: str) -> Image.Image:
    """Return the page's strip from the top of one element to the bottom of another."""
    boxes = [page.locator(selector).first.bounding_box() for selector in (first, last)]
    assert boxes[0], f"{first} is not on the page"
    assert boxes[1], f"{last} is not on the page"
    scroll = page.evaluate("scrollY")
    column = page.locator("article").bounding_box()
    assert column
    top, bottom = boxes[0]["y"] + scroll, boxes[1]["y"] + boxes[1]["height"] + scroll
    clip = {
        "x": max(0, column["x"] - MARGIN),
        "y": top - MARGIN,
        "width": min(WIDTH, column["width"] + 2 * MARGIN),
        "height": bottom - top + 2 * MARGIN,
    }
    return Image.open(BytesIO(page.screenshot(clip=clip, full_page=True)))


def stacked(strips: list[Image.Image]) -> Image.Image:
    """Put strips below each other, in few colours, so that the file stays small."""
    whole = Image.new("RGB", (strips[0].width, sum(strip.height for strip in strips)), "white")
    top = 0
    for strip in strips:
        whole.paste(strip, (0, top))
        top += strip.height
    return whole.quantize(64, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
