"""Put a function in the place of WeasyPrint's own, wherever that is held."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any


@contextmanager
def in_place_of(own: Any, quick: Any, only: Any = None) -> Iterator[None]:
    """Let every module and class of WeasyPrint that holds `own`, or one, hold `quick` meanwhile.

    `own` is a function, or a module that another one uses.
    """
    holders = [only] if only else _holders(own)
    for holder in holders:
        setattr(holder, own.__name__, quick)
    try:
        yield
    finally:
        for holder in holders:
            setattr(holder, own.__name__, own)


@cache
def _holders(own: Callable[..., Any]) -> Sequence[Any]:
    """Return a method's class, or the modules that have imported a function."""
    owner, _, name = own.__qualname__.rpartition(".")
    if owner:
        return [getattr(sys.modules[own.__module__], owner)]
    inside = [module for path, module in sys.modules.items() if path.startswith("weasyprint.")]
    return [module for module in inside if vars(module).get(name) is own]
