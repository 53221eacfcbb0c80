"""paiban (排版): a typesetter for Chinese newspapers, from a text file to the press.

For programs: ``typeset(path)`` sets an issue and gives its PDF with everything found, as a ``Result``; an
``Engine`` does so again and again and remembers what an edit has not changed;
``read_issue(path)`` only reads it. What was found are ``Diagnostic`` values, each with its ``Severity``, its place and
its message in Chinese or English. The pages are ``Page`` values, display lists of everything drawn; ``scene_of(page)``
says whose each item is and which character of the copy each glyph sets, as a ``Scene``. Everything else is this
package's own affair and may change.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the library's own is dear to load, and whoever asks a resident engine needs nothing of it
if TYPE_CHECKING:
    from typing import Any

    from paiban.diagnostic import Diagnostic, Severity
    from paiban.display import Page
    from paiban.engine import Engine, Result, read_issue, typeset
    from paiban.output.scene import Scene, scene_of

__version__ = "0.1.0"

__all__ = [
    "Diagnostic",
    "Engine",
    "Page",
    "Result",
    "Scene",
    "Severity",
    "__version__",
    "read_issue",
    "scene_of",
    "typeset",
]

_HOMES = {
    "Diagnostic": "paiban.diagnostic",
    "Engine": "paiban.engine",
    "Page": "paiban.display",
    "Result": "paiban.engine",
    "Scene": "paiban.output.scene",
    "Severity": "paiban.diagnostic",
    "read_issue": "paiban.engine",
    "scene_of": "paiban.output.scene",
    "typeset": "paiban.engine",
}
"""Loaded when first asked for: ``paiban --version`` and the other stages need none of it."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  only for whoever asks for something

    return getattr(import_module(_HOMES[name]), name)
