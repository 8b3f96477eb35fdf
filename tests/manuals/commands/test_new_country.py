"""./scripts/new-country: a profile to fill in, which stops nobody else's build until it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import check, new_country
from manuals.country import load_profile
from manuals.errors import ManualError

if TYPE_CHECKING:
    from tests.conftest import Project

MODEL = "data/countries/viet-nam.yml"
NEW = "data/countries/lao-pdr.yml"


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the commands take for their own."""
    copy = project()
    for command in (check, new_country):
        monkeypatch.setattr(command, "ROOT", copy.root)
    return copy


def run(country: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(new_country.new_country, [country], catch_exceptions=False)


def filled(text: str) -> str:
    """Return a profile with a text of its own at each place to fill in."""
    text = text.replace('time_zone: ""', 'time_zone: "Asia/Vientiane"')
    return re.sub(r'^( *)(\w+): ""', r'\1\2: "\2 of Arcadia"', text, flags=re.MULTILINE)


def test_every_value_is_to_fill_in(copy: Project) -> None:
    """Keys and explanations stay, values become examples, sources of the model's law go."""
    done = run("lao-pdr")
    assert (done.exit_code, done.stdout) == (0, f"{NEW}\n")
    assert "country: lao-pdr" in done.stderr
    text = copy.read(NEW)
    assert 'hotline: ""  # Viet Nam: 111; no page uses it yet\n' in text
    assert 'article:  # numbers only; the chapter writes "Article {{ … }}"' in text
    assert '  trafficking: ""  # Viet Nam: 150; Penal Code; in v1-foundations/03-law\n' in text
    assert "F-PC-" not in text
    copy.write(NEW, filled(text))
    values = load_profile(copy.root, "lao-pdr").values
    assert list(values) == list(load_profile(copy.root, "viet-nam").values)
    assert {value.rpartition(" of ")[2] for pair in values.values() for value in pair.values()} == {
        "Arcadia",
        "Asia/Vientiane",
    }


def test_what_is_missing_stops_only_its_own_country(copy: Project) -> None:
    """The check tells every open value with its line; the build of that country does not begin."""
    run("lao-pdr")
    place = f"{NEW}:{copy.line(NEW, 'hotline:')}"
    done = CliRunner().invoke(check.check, catch_exceptions=False)
    warning = f'{place}: warning: "hotline" has no value: write a text'
    assert done.exit_code == 0
    assert warning in done.stdout.splitlines()
    assert len(done.stdout.splitlines()) == copy.read(NEW).count('""')
    copy.edit("mkdocs.yml", "country: viet-nam", "country: lao-pdr")
    done = CliRunner().invoke(check.check, catch_exceptions=False)
    assert done.exit_code == 1
    assert warning.replace("warning: ", "") in done.stdout.splitlines()
    with pytest.raises(ManualError) as caught:
        load_profile(copy.root, "lao-pdr")
    assert len(caught.value.problems) == copy.read(NEW).count('""')


@pytest.mark.parametrize("country", ["Lao-PDR", "lao pdr", "../lao", "lào", "lao-", ""])
def test_a_bad_id(copy: Project, country: str) -> None:
    """An id that cannot be a file's name here writes nothing."""
    done = run(country)
    assert done.exit_code == 1
    assert f'"{country}" cannot be the id of a country: write its name' in done.stderr
    assert [path.name for path in (copy.root / "data/countries").iterdir()] == ["viet-nam.yml"]


def test_a_country_that_is_there(copy: Project) -> None:
    """A profile that somebody may have filled in is never written over."""
    before = copy.read(MODEL)
    done = run("viet-nam")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{MODEL}: this country has a profile already: ")
    assert copy.read(MODEL) == before
