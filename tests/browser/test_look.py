"""What a reader sees: telephones, paragraph numbers, contrast in both schemes, editions."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import LAW, LOCALES, PAGES, PHONE, VICTIMS, Reader, place

pytestmark = pytest.mark.slow

# What stands out to the right of the window, but for what scrolls in a frame of its own.
OUTSIDE = """() => [...document.querySelectorAll("article *, .md-header *, .md-footer *")]
  .filter(e => !e.closest(".md-typeset__scrollwrap, .md-search") && e.checkVisibility())
  .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
  .map(e => e.outerHTML.slice(0, 120))"""

# Each visible element with text of its own: its contrast (WCAG 2) against what is painted below.
CONTRAST = """() => {
  const parse = value => {
    const found = value.match(/^rgba?\\(([\\d.]+), ([\\d.]+), ([\\d.]+)(?:, ([\\d.]+))?\\)$/)
    if (!found) throw new Error(`unknown colour ${value}`)
    return found.slice(1).map((part, i) => (part === undefined ? 1 : Number(part)))
  }
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a))
  const ground = element => {
    if (!element) return [255, 255, 255]
    return over(parse(getComputedStyle(element).backgroundColor), ground(element.parentElement))
  }
  const light = colour => {
    const [r, g, b] = colour.map(part => part / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const opacity = element =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1
  const own = element => [...element.childNodes]
    .some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  return [...document.body.querySelectorAll("*")]
    .filter(e => own(e) && e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .filter(e => e.getBoundingClientRect().width > 1 && e.tagName !== "SCRIPT")
    .filter(e => parseFloat(getComputedStyle(e).fontSize) > 0)
    .map(e => {
      const [r, g, b, a] = parse(getComputedStyle(e).color)
      const below = ground(e)
      const lights = [light(over([r, g, b, a * opacity(e)], below)), light(below)]
      lights.sort((first, second) => second - first)
      return {
        body: e.matches("article :is(p:not(.box-title), li, td)")
          && !e.closest(".frame-head, .frame-foot, .volume"),
        text: `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`,
        kind: [".pn", ".box-title", "a"].find(kind => e.matches(kind)) ?? "",
        ratio: (lights[0] + 0.05) / (lights[1] + 0.05),
      }
    })
}"""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_on_a_telephone(online: Reader, locale: str, name: str) -> None:
    """No page scrolls sideways at 390 px; numbers of paragraphs stay on the screen."""
    page = online.open(place(locale, f"{name}#{locale}"), width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.evaluate(OUTSIDE)
    assert page.locator("article p").first.bounding_box()["width"] > PHONE * 0.8


@pytest.mark.parametrize("width", [PHONE, 800, 1280])
def test_paragraph_numbers_are_seen(online: Reader, width: int) -> None:
    """Each is on the screen, in front of its paragraph's words, over nothing else."""
    page = online.open(LAW, width=width)
    numbers = page.locator(".pn").all()
    assert len(numbers) > 20
    for number in numbers:
        number.scroll_into_view_if_needed()
        found = number.evaluate(
            """link => {
              const {left, right, top, bottom, width} = link.getBoundingClientRect()
              const words = document.createRange()
              words.selectNodeContents(link.parentElement)
              words.setStartAfter(link)
              const first = [...words.getClientRects()].find(rect => rect.width > 0)
              const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
              return {
                shown: width > 10 && left >= 0 && link === seen,
                before: right <= first.left + 0.5 && top < first.bottom && bottom > first.top,
              }
            }"""
        )
        assert found == {"shown": True, "before": True}, number.inner_text()


def contrasts(page: Page, scheme: str) -> list[dict[str, Any]]:
    """Measure a page, and make sure that it is in the scheme asked for."""
    wanted = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)
    found: list[dict[str, Any]] = page.evaluate(CONTRAST)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(trainer: Reader, scheme: str) -> None:
    """Body text at least 7 : 1; links, numbers, titles and all other words at least 4.5 : 1.

    The trainer edition has all kinds of boxes and the participant edition's colours too.
    """
    context = trainer.sit_down(color_scheme=scheme)
    kinds = set()
    for name in PAGES:
        found = contrasts(trainer.open(name, context), scheme)
        assert len(found) > 40
        kinds |= {item["kind"] for item in found}
        weak = [item for item in found if item["ratio"] < (7 if item["body"] else 4.5)]
        assert not weak, weak
    assert kinds == {"", "a", ".pn", ".box-title"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_participant_edition_stands_out_too(online: Reader, scheme: str) -> None:
    """Its header has the volume's colour, not the trainer's."""
    context = online.sit_down(color_scheme=scheme)
    for name in ("index.html", LAW):
        found = contrasts(online.open(name, context), scheme)
        weak = [item for item in found if item["ratio"] < (7 if item["body"] else 4.5)]
        assert not weak, weak


def test_the_scheme_can_be_chosen(online: Reader) -> None:
    """The switch in the header changes light to dark, and the next page keeps it."""
    page = online.open(LAW, color_scheme="light")
    page.locator("[data-md-component=palette] label:visible").click()
    contrasts(page, "dark")
    contrasts(online.open(VICTIMS, page.context), "dark")


def test_a_term_tells_its_counterpart(online: Reader) -> None:
    """The term in the other language appears beside it, in letters that can be read."""
    page = online.open(LAW)
    page.locator("article .term").first.hover()
    word = page.locator(".md-tooltip2--active .md-tooltip2__inner")
    expect(word).to_contain_text("Tiếng Anh")
    assert word.evaluate("word => parseFloat(getComputedStyle(word).fontSize)") >= 13


@pytest.mark.parametrize("locale", LOCALES)
def test_the_editions_cannot_be_mistaken(online: Reader, trainer: Reader, locale: str) -> None:
    """A band at the top of each page of the trainer edition, and none in the participants'."""
    words = {"vi": "Bản dành cho giảng viên", "en": "Trainer edition"}[locale]
    for name in (place(locale, f"{name}#{locale}") for name in PAGES):
        page = trainer.open(name)
        band = page.locator(".edition-trainer")
        expect(band).to_contain_text(words)
        expect(band).to_be_in_viewport()
        expect(page.locator(".md-header .edition-label")).to_have_text(words)
        page = online.open(name)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".edition-trainer, .edition-label")).to_have_count(0)
        for part in page.locator(".md-header, .frame-head, .frame-foot, .md-footer").all():
            assert words not in part.inner_text()
