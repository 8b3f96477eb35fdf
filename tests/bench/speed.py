"""Search as a reader on a slow machine has it: Debian's Chromium, file://, the processor slowed.

`python -m tests.bench.speed <folder> <half>` writes speed-<half>.json: for ours, stock and the
large site the medians of three visits. One visit: open the home page, go to the search box, wait
until the worker is ready, type forty queries.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
OPTIONS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
SITES = ("ours", "stock", "large")
VISITS = 3
SLOWER = 6
PAUSE = 150
WHOLE = {
    "title phrases, no marks": 8,
    "body phrases, no marks": 8,
    "body phrases, as written": 4,
    "known items, as written": 4,
}
LETTERS = 8


def main(folder: Path, half: str) -> None:
    """Measure all sites in turn, so that a busy machine is busy for all of them."""
    queries = typed(folder, half)
    visits: dict[str, list[dict[str, float]]] = {site: [] for site in SITES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        for _ in range(VISITS):
            for site, found in visits.items():
                found.append(visit(browser, folder / site, queries))
        browser.close()
    result: dict[str, Any] = {
        site: {key: median(one[key] for one in found) for key in found[0]}
        for site, found in visits.items()
    }
    result["words"] = words(folder)
    path = folder / f"speed-{half}.json"
    path.write_text(json.dumps(result), encoding="utf-8")


def typed(folder: Path, half: str) -> list[str]:
    """Return forty queries: whole ones, and two that grow letter by letter."""
    sets = json.loads((folder / f"queries-{half}.json").read_text(encoding="utf-8"))
    found = {item["name"]: [query["typed"] for query in item["queries"]] for item in sets}
    queries = [text for name, count in WHOLE.items() for text in found[name][:count]]
    for name in ("title phrases, no marks", "body phrases, as written"):
        longest = max(found[name], key=len)
        queries += [longest[:end] for end in range(1, LETTERS + 1)]
    return queries


def visit(browser: Browser, site: Path, queries: list[str]) -> dict[str, float]:
    """Search one site as one reader; times in milliseconds, sizes in bytes."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    context.add_init_script(WATCH)
    read: set[str] = set()
    context.on("request", lambda request: read.add(urlsplit(request.url).path))
    page = context.new_page()
    page.goto((site / "index.html").as_uri() + "#vi", wait_until="load")
    page.wait_for_timeout(1000)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    ready = page.evaluate("bench.focus()")
    page.wait_for_timeout(1000)
    since = page.evaluate("bench.mark()")
    times = []
    for text in queries:
        times.append(page.evaluate("text => bench.type(text)", text))
        page.wait_for_timeout(PAUSE)
    longest = page.evaluate("since => bench.longest(since)", since)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    heap = next(item["value"] for item in metrics if item["name"] == "JSHeapUsedSize")
    context.close()
    return {
        "ready": ready,
        "query": median(times),
        "p95": quantiles(times, n=20, method="inclusive")[-1],
        "longest": longest,
        "heap": heap,
        "bytes": size(read, site),
    }


def size(read: set[str], site: Path) -> int:
    """Return the bytes of what was read for the search; the termbase is apart."""
    found = {Path(unquote(path)) for path in read}
    return sum(
        path.stat().st_size
        for path in found
        if re.search(r"search|lunr", path.relative_to(site).as_posix())
        if path.name != "terms.js"
    )


def words(folder: Path) -> int:
    """Return how many words the Vietnamese pages have."""
    articles = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
    texts = (re.sub(r"<[^>]*>", " ", item["html"]) for item in articles if item["locale"] == "vi")
    return sum(len(text.split()) for text in texts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
