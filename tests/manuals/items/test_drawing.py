"""A test drawn by a number: the same everywhere, before and after a course, in both languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from manuals.chapters import load_manuals
from manuals.items.drawing import POST, PRE, draw, printed, shuffled
from manuals.items.item import Item, Wording, read_items
from tests.conftest import COUNTRY

LETTERS = "abcd"


def item(id: str, objective: str = "one", *, locales: tuple[str, ...] = ("en", "vi")) -> Item:
    """Return a choice with four options, the second one right."""
    words = {
        locale: Wording("docs/x.md", 1, id, tuple(f"{locale} {n}" for n in LETTERS), "", objective)
        for locale in locales
    }
    return Item(id, "choice", "v1/01-x", "1.1", objective, "here", "1.1.1", "b", words)


def test_the_order_is_fixed_for_good() -> None:
    """Golden: what `printf 7/a | sha256sum` says of each letter, sorted by hand."""
    assert "".join(shuffled(LETTERS, "7", LETTERS)) == "cbad"
    assert "".join(shuffled("abcde", "7", "abcde")).replace("e", "") == "cbad"


def test_before_and_after_ask_the_same() -> None:
    """Same items, same order of options, another order of items; another number, another test."""
    items = [item(f"q-{n}") for n in range(12)]
    pre, post = draw(items, 7, 8, PRE), draw(items, 7, 8, POST)
    assert {each.item.id: each.order for each in pre} == {each.item.id: each.order for each in post}
    assert [each.item.id for each in pre] != [each.item.id for each in post]
    assert draw(items, 7, 8) == pre
    assert [each.item.id for each in draw(items, 8, 8)] != [each.item.id for each in pre]


def test_options_and_key_go_together_in_both_languages() -> None:
    """The printed letter leads to the chapter's right option in each language."""
    drawn = draw([item(f"q-{n}") for n in range(20)], 3)
    for each in drawn:
        place = ord(each.key) - 97
        assert [each.options(locale)[place] for locale in ("en", "vi")] == ["en b", "vi b"]
        assert printed("b", each.order) == each.key
    assert len({each.key for each in drawn}) == 4


def test_every_objective_gets_its_turn() -> None:
    """Six questions about one objective do not push out those about others."""
    items = [item(f"q-{n}", "one") for n in range(6)] + [item("q-a", "two"), item("q-b", "three")]
    counts = Counter(each.item.objective for each in draw(items, 1, 4))
    assert counts == {"one": 2, "two": 1, "three": 1}


def test_an_untranslated_item_is_not_drawn() -> None:
    """A test in two languages asks what both have."""
    items = [item("q-1"), item("q-2", locales=("vi",))]
    assert [each.item.id for each in draw(items, 1)] == ["q-1"]
    assert draw(items[1:], 1) == ()


def test_volume_one_fills_a_test() -> None:
    """The real chapters give twenty items from at least six of them."""
    root = Path(__file__).parents[3]
    items = [each for each in read_items(load_manuals(root, COUNTRY)) if each.answers]
    drawn = draw(items, 2026, 20)
    assert len(drawn) == 20
    assert len({each.item.chapter for each in drawn}) >= 6
