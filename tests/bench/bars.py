"""A figure beside its bar."""

from __future__ import annotations

import click


def at_most(what: str, found: float, bar: float) -> bool:
    """Print a figure that must not be larger than its bar; return whether it holds."""
    return _say(what, found, f"at most {bar:g}", good=found <= bar)


def at_least(what: str, found: float, bar: float) -> bool:
    """Print a figure that must not be smaller than its bar; return whether it holds."""
    return _say(what, found, f"at least {bar:g}", good=found >= bar)


def _say(what: str, found: float, bar: str, *, good: bool) -> bool:
    value = f"{found:.3f}" if isinstance(found, float) else str(found)
    click.echo(f"{what} {value}, {bar}: {'ok' if good else 'MISSED'}")
    return good
