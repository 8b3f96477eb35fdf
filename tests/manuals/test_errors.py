"""Problems: how they read, sort and gather."""

from __future__ import annotations

from manuals.errors import ManualError, Problem, nearest


def test_message_has_path_line_what_and_todo() -> None:
    """A message reads path:line: what: what to do."""
    problem = Problem("docs/a.en.md", 7, "a tab", "write spaces")
    assert str(problem) == "docs/a.en.md:7: a tab: write spaces"


def test_line_nought_means_the_file() -> None:
    """A problem of the whole file names no line."""
    assert str(Problem("docs/a.en.md", 0, "empty", "write it")) == "docs/a.en.md: empty: write it"


def test_warning_says_so() -> None:
    """A warning is marked, so that nobody takes it for an error."""
    problem = Problem("docs/a.en.md", 0, "no pair", "write it", warning=True)
    assert str(problem) == "docs/a.en.md: warning: no pair: write it"


def test_error_sorts_and_says_each_once() -> None:
    """An error holds each problem once, by file and by line as a number (9 before 10)."""
    tenth, ninth = Problem("b.md", 10, "x", "y"), Problem("b.md", 9, "x", "y")
    other = Problem("a.md", 99, "x", "y")
    error = ManualError([tenth, ninth, other, tenth])
    assert error.problems == (other, ninth, tenth)
    assert str(error) == "a.md:99: x: y\nb.md:9: x: y\nb.md:10: x: y"


def test_nearest_word() -> None:
    """The nearest known word is offered; for a word far from all nothing is."""
    assert nearest("exercize", ["exercise", "case"]) == ' (did you mean "exercise"?)'
    assert nearest("zzz", ["exercise", "case"]) == ""
