"""paiban (排版): a typesetter for Chinese newspapers, from a text file to the press.

For programs: ``typeset(path)`` sets an issue and gives its PDF with everything found, as a ``Result``;
``read_issue(path)`` only reads it. Everything else is this package's own affair and may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paiban.engine import Result, typeset
    from paiban.issue import read_issue

__version__ = "0.1.0"

__all__ = ["Result", "__version__", "read_issue", "typeset"]

_HOMES = {"Result": "paiban.engine", "typeset": "paiban.engine", "read_issue": "paiban.issue"}
"""Loaded when first asked for: ``typeset --version`` and the other stages need none of it."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
