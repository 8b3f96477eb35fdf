"""Which country profile mkdocs.yml names, for programs that do not start MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from manuals.commands.country import country_of
from manuals.errors import ManualError


def test_value(tmp_path: Path) -> None:
    """The value is read, whatever stands around it."""
    text = "site_name: x\nextra:\n  generator: false\n  country: lao-pdr\n  pdf: true\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert country_of(tmp_path) == "lao-pdr"


def test_repository() -> None:
    """The repository names a country, though its file holds tags that plain YAML refuses."""
    assert country_of(Path(__file__).parents[3]) == "viet-nam"


@pytest.mark.parametrize("text", ["", "extra:\n  pdf: true\n", "extra:\n  country:\n"])
def test_no_country(tmp_path: Path, text: str) -> None:
    """A country that is not named is a message that says what to write."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ManualError) as caught:
        country_of(tmp_path)
    assert str(caught.value) == (
        "mkdocs.yml: no country is named: write    country: viet-nam    under extra:"
    )
