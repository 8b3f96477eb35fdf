"""The layers of the code hold: imports go one way, and none of them goes in a circle."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
LIBRARY = sorted((HOOKS / "manuals").rglob("*.py"))
ENTRIES = sorted(HOOKS.glob("*.py"))


@cache
def imports(path: Path) -> frozenset[str]:
    """Return every module that a file imports, inside functions too, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            assert node.module
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def module(path: Path) -> str:
    """Return a file's dotted name below hooks/."""
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def below(name: str, package: str) -> bool:
    """Return whether a module is the package or stands in it."""
    return name == package or name.startswith(f"{package}.")


def named(paths: list[Path], package: str) -> list[str]:
    """Return "who imports what" for each import of a package."""
    return [
        f"{module(path)} imports {name}"
        for path in paths
        for name in sorted(imports(path))
        if below(name, package)
    ]


def test_there_is_something_to_hold() -> None:
    """The tests below read the real files, all of them."""
    names = {module(path) for path in LIBRARY}
    assert {"manuals.chapters", "manuals.print.pdf", "manuals.commands.build"} <= names
    assert {"open_build", "close_build"} <= {module(path) for path in ENTRIES}


def test_library_never_imports_mkdocs() -> None:
    """Only entry files know MkDocs: Material ends in 2027 and the library outlives it."""
    assert named(LIBRARY, "mkdocs") == []
    assert named(LIBRARY, "material") == []


def test_print_is_reached_from_above_only() -> None:
    """Commands, entry files and print itself import print; the site needs no WeasyPrint."""
    rest = [
        path
        for path in LIBRARY
        if not below(module(path), "manuals.print") and not below(module(path), "manuals.commands")
    ]
    assert named(rest, "manuals.print") == []
    assert named(rest, "weasyprint") == []


def test_library_does_not_import_commands() -> None:
    """A command uses the library, never the other way round; entry files use no command."""
    rest = [path for path in LIBRARY if not below(module(path), "manuals.commands")]
    assert named([*rest, *ENTRIES], "manuals.commands") == []


@pytest.mark.parametrize("entry", [module(path) for path in ENTRIES])
def test_nobody_imports_an_entry_file(entry: str) -> None:
    """MkDocs loads entry files by path; as modules they would run twice."""
    assert named([*LIBRARY, *ENTRIES], entry) == []


@pytest.mark.parametrize("package", ["scripts", "tests", "pytest"])
def test_nobody_imports_scripts_or_tests(package: str) -> None:
    """What ships stands on its own."""
    assert named([*LIBRARY, *ENTRIES], package) == []


def test_no_circles() -> None:
    """Every module can be read after those that it imports."""
    known = {module(path) for path in LIBRARY}
    graph = {
        module(path): {name for name in imports(path) if name in known} - {module(path)}
        for path in LIBRARY
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"imports in a circle: {' -> '.join(error.args[1])}")
