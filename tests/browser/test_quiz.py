"""The self-assessment as a quiz: choosing, writing, keeping; no network and no mouse needed."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import LAW, LOCALES, PHONE, VICTIMS, Reader, place

pytestmark = pytest.mark.slow

WORDS = {
    "vi": ("Đã trả lời 2 trên 7 câu hỏi.", "Đúng", "Chưa đúng"),
    "en": ("You have answered 2 of 7 questions.", "Right", "Not right"),
}


def choose(page: Page, question: str, letter: str) -> None:
    """Choose an answer as a reader does, by its words."""
    page.locator(f"#{question} .choices label").nth(ord(letter) - ord("a")).click()


def texts(page: Page) -> list[str]:
    """Return what a reader sees of each question on paper, word by word."""
    page.emulate_media(media="print")
    found = page.locator(".box-question").all_inner_texts()
    return [" ".join(text.split()) for text in found]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", ["offline", "online"])
def test_answers_are_kept_on_this_device(
    request: pytest.FixtureRequest, kind: str, locale: str
) -> None:
    """By chapter, in both languages alike; not by a neighbouring chapter; gone when cleared."""
    reader: Reader = request.getfixturevalue(kind)
    context = reader.sit_down()
    page = reader.open(place(locale, f"{LAW}#{locale}"), context)
    expect(page.locator(".quiz-fields")).to_have_count(7)
    choose(page, "q-driver", "c")
    area = page.locator("#q-other-means textarea")
    area.fill("Nghị quyết 02")
    area.blur()
    expect(page.locator(".quiz-summary [role=status]")).to_have_text(WORDS[locale][0])
    expect(page.locator(".quiz-open a")).to_have_count(5)

    for other in LOCALES:
        again = reader.open(place(other, f"{LAW}#{other}"), context)
        expect(again.locator("#q-driver input").nth(2)).to_be_checked()
        expect(again.locator("#q-other-means textarea")).to_have_value("Nghị quyết 02")
        expect(again.locator(".quiz-summary [role=status]")).to_have_text(WORDS[other][0])
    assert not reader.open(VICTIMS, context).locator("article input:checked").count()

    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(".quiz-summary button").click()
    expect(page.locator("article input:checked")).to_have_count(0)
    left = page.evaluate("Object.keys(localStorage).filter(key => key.includes('quiz'))")
    assert left == []


def test_the_keyboard_is_enough(offline: Reader) -> None:
    """Tab comes to each question, arrows choose, and the question is what is read out."""
    page = offline.open(place("en", f"{LAW}#en"))
    page.locator("#self-assessment .headerlink").focus()
    page.keyboard.press("Tab")
    first = page.locator("#q-driver input").first
    expect(first).to_be_focused()
    assert first.evaluate("field => getComputedStyle(field).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-driver input").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#q-driver .quiz-again a").first).to_be_focused()
    group = page.get_by_role("group", name="Question 1 A driver takes two adults")
    expect(group.get_by_role("radio", name="That the exploitation has begun")).to_be_checked()
    expect(page.get_by_role("textbox", name="Question 4 Name four")).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_each_question_says_where_to_read_again(online: Reader, locale: str) -> None:
    """Its link leads to a paragraph, or to a section under the number of its first one."""
    page = online.open(place(locale, f"{LAW}#{locale}"))
    for question in page.locator(".box-question").all():
        link = question.locator(".quiz-again a")
        target = page.locator(f"article {link.get_attribute('href')}")
        number = target.locator(
            "xpath=(self::p | following-sibling::p[@class='numbered'])[1]/a[@class='pn']"
        )
        assert number.text_content() == link.text_content()


@pytest.mark.parametrize("locale", LOCALES)
def test_participants_are_told_nothing(online: Reader, locale: str) -> None:
    """Neither the page's source nor its look after an answer holds what is right."""
    page = online.open(place(locale, f"{LAW}#{locale}"))
    data = json.loads(page.locator("#quiz-data").text_content())
    assert {key for question in data["questions"] for key in question} == {"id", "place", "label"}
    looks = []
    for letter in "abc":
        choose(page, "q-driver", letter)
        looks.append(page.locator("#q-driver").inner_text())
    assert len(set(looks)) == 1
    expect(page.locator(".quiz-verdict:not(:empty), .box-answer, .quiz-bar")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
def test_trainers_open_answers_and_mark_in_class(trainer: Reader, locale: str) -> None:
    """Answers open on request; class mode marks what is chosen; nothing is kept."""
    page = trainer.open(place(locale, f"{LAW}#{locale}"))
    answers = page.locator(".box-question .box-answer")
    expect(answers.locator("visible=true")).to_have_count(0)
    page.locator("#q-driver summary").click()
    expect(answers.locator("visible=true")).to_have_count(1)
    page.locator(".quiz-bar button").click()
    expect(answers.locator("visible=true")).to_have_count(7)
    choose(page, "q-driver", "c")
    expect(page.locator("#q-driver .quiz-verdict")).to_be_empty()
    page.locator(".quiz-bar input").check()
    _, right, wrong = WORDS[locale]
    expect(page.locator("#q-driver .quiz-verdict")).to_have_text(f"{right}.")
    choose(page, "q-under-16", "a")
    expect(page.locator("#q-under-16 .quiz-verdict")).to_have_text(f"{wrong}.")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('quiz'))") == []


@pytest.mark.parametrize("edition", ["online", "trainer"])
def test_paper_shows_what_it_showed_without_a_quiz(
    request: pytest.FixtureRequest, edition: str
) -> None:
    """Print drops fields, notes and buttons and opens answers: what no script shows too."""
    reader: Reader = request.getfixturevalue(edition)
    plain = reader.open(LAW, java_script_enabled=False)
    expect(plain.locator("article :is(input, textarea, button)")).to_have_count(0)
    page = reader.open(LAW)
    choose(page, "q-driver", "a")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert texts(page) == texts(plain)
    expect(
        page.locator("article :is(input, textarea, button, .quiz-summary):visible")
    ).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator(".quiz-reveal[open]")).to_have_count(0)


STORED = """((found) => {
  const get = Storage.prototype.getItem
  Storage.prototype.getItem = function (key) {
    return key.includes(".quiz.") ? found : get.call(this, key)
  }
})(%s)"""


@pytest.mark.parametrize(
    "trap",
    [
        "Object.defineProperty(window, 'localStorage', {get() {throw new Error('no store')}})",
        "Storage.prototype.setItem = () => {throw new Error('no store')}",
        STORED % json.dumps('{"q-driver": 99, "q-other-means": {}}'),
        STORED % json.dumps("[1, 2"),
    ],
    ids=("none", "full", "foreign", "damaged"),
)
def test_a_quiz_needs_no_storage(offline: Reader, trap: str) -> None:
    """Where nothing can be kept, or something foreign stands there, one answers all the same."""
    context = offline.sit_down()
    context.add_init_script(trap)
    page = offline.open(place("en", f"{LAW}#en"), context)
    expect(page.locator("article .choices input:checked")).to_have_count(0)
    expect(page.locator("#q-other-means textarea")).to_have_value("")
    choose(page, "q-driver", "c")
    page.locator("#q-other-means textarea").fill("…")
    page.locator("#q-other-means textarea").blur()
    expect(page.locator(".quiz-summary [role=status]")).to_have_text(WORDS["en"][0])
    lost = page.locator(".quiz-note", has_text="keeps nothing")
    expect(lost).to_have_count(1 if "no store" in trap else 0)
    offline.excuse("no store")  # the theme itself complains


def test_the_view_in_both_languages_stays_a_text(online: Reader) -> None:
    """Two people read it side by side: it has no fields."""
    page = online.open(LAW.replace(".html", ".both.html"), width=PHONE)
    expect(page.locator(".box-question")).to_have_count(14)
    expect(page.locator(".quiz-fields")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
def test_fields_fit_a_telephone(trainer: Reader, locale: str) -> None:
    """Nothing sticks out at 390 px, and each choice is at least 24 px high for a finger."""
    page = trainer.open(place(locale, f"{LAW}#{locale}"), width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for label in page.locator(".quiz-fields label").all():
        assert label.bounding_box()["height"] >= 24
