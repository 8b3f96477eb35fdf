"""Terms are found whole, the longest first, in whatever form a text has them."""

from __future__ import annotations

import pytest

from manuals.terms.matching import Forms, in_order, longest, places, stem, verb_forms, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hoà giải", "hòa giải"),
        ("KHOẺ", "khỏe"),
        ("Uỷ ban", "ủy ban"),
        ("quỳ, quý", "quỳ , quý"),
        ("hoàn toàn", "hoàn toàn"),
        ("Ð\u0069ều 150", "điều 150"),
        ("mô-đun", "mô đun"),
    ],
)
def test_vietnamese_is_folded(text: str, folded: str) -> None:
    """Case, the place of the tone mark and Ð for Đ do not count; a tone does."""
    assert " ".join(words(text, "vi")) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Victims’ agencies", "victim agency"),
        ("the victim's witnesses", "the victim witness"),
        ("Non-refoulement", "non refoulement"),
        ("self\u2011assessment, crisis", "self assessment , crisis"),
        ("status of classes", "status of class"),
    ],
)
def test_english_is_folded(text: str, folded: str) -> None:
    """Case, plural, possessive and hyphens do not count."""
    assert " ".join(words(text, "en")) == folded


@pytest.mark.parametrize(
    "family",
    [
        ("recruit", "recruited", "recruiter", "recruitment", "recruiting"),
        ("identify", "identified", "identification"),
        ("deception", "deceive"),
        ("receipt", "receive", "reception"),
        ("transfer", "transferred", "transferring"),
        ("accession", "acceded"),
        ("presumption", "presumed"),
        ("innocence", "innocent"),
        ("stigma", "stigmatising"),
        ("discrimination", "discriminating"),
    ],
)
def test_words_of_one_root_have_one_stem(family: tuple[str, ...]) -> None:
    """A counterpart may stand there as another part of speech."""
    assert len({stem(word) for word in family}) == 1


def test_other_words_have_other_stems() -> None:
    """Terms that an author can mix up are kept apart."""
    mixed = ("custody", "detention", "defendant", "witness", "transfer", "transport", "victim")
    assert len({stem(word) for word in mixed}) == len(mixed)


def test_verb_forms() -> None:
    """An English verb is found in each of its regular forms."""
    assert {"rescue", "rescuing", "rescued"} <= verb_forms("rescue")
    assert {"transfer", "transferring", "transferred"} <= verb_forms("transfer")
    assert {"harbour", "harboured", "harbouring"} <= verb_forms("harbouring")


def find(text: str, *forms: str) -> list[str]:
    """Return the forms found in a Vietnamese text, those that a longer one covers left out."""
    tree = Forms()
    for form in forms:
        tree.add(words(form, "vi"), form)
    return [key for _, _, key in longest(tree.find(words(text, "vi")))]


def test_the_longest_form_wins() -> None:
    """A form inside a longer one, or begun inside one, is not found."""
    forms = ("mua bán", "mua bán người", "người dưới 16 tuổi", "bán")
    assert find("tội mua bán người dưới 16 tuổi, mua bán", *forms) == ["mua bán người", "mua bán"]


def test_only_whole_words_are_found() -> None:
    """No syllable is cut, and no form goes over a comma or a bracket."""
    assert find("bị canh, bị, can (bị) can", "bị can") == []
    assert find("người bị can", "bị can") == ["bị can"]


def test_places_and_order() -> None:
    """A phrase is found wherever it stands; with a gap only as wide as allowed."""
    text = words("ép buộc người khác phạm tội, ép buộc phạm tội", "vi")
    phrase = words("ép buộc phạm tội", "vi")
    assert places(text, phrase) == [(7, 11)]
    assert places(text, []) == []
    assert in_order(text[:6], phrase, 2)
    assert not in_order(text[:6], phrase, 1)
    assert not in_order(text[:5], phrase, 3)
