"""What axe-core finds on pages, in both languages, editions and schemes: nothing serious."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.reader import LAW, LOCALES, VICTIMS, Reader, place

pytestmark = pytest.mark.slow
SERIOUS = ("serious", "critical")
PAGES = ("index.html", "v1-foundations/index.html", LAW, VICTIMS, "courses/c1.html")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("edition", ["online", "trainer"])
def test_axe_finds_nothing_serious(
    request: pytest.FixtureRequest, edition: str, scheme: str, locale: str
) -> None:
    """Chapters with their quiz half answered and every answer open, and the pages around them."""
    reader: Reader = request.getfixturevalue(edition)
    context = reader.sit_down(color_scheme=scheme)
    for name in PAGES:
        page = reader.open(place(locale, f"{name}#{locale}"), context)
        if name in (LAW, VICTIMS):
            page.locator(".box-question input").first.check()
            for switch in page.locator(".quiz-bar :is(input, button)").all():
                switch.click()
        report = Axe().run(page).response
        found = [
            f"{name}: {rule['id']}: {node['html'][:150]}"
            for rule in report["violations"]
            if rule["impact"] in SERIOUS
            for node in rule["nodes"]
        ]
        assert not found, "\n".join(found)
        assert len(report["passes"]) > 15
