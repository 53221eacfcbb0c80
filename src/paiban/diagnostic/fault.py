"""The last net: an error that nobody foresaw, as a finding."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from paiban.diagnostic.model import Diagnostic, diagnose

HERE = Path(__file__).parents[1]
"""The program's own folder."""


def fault_of(error: Exception, file: object = "") -> Diagnostic:
    """The finding that stands for ``error``: what it is, where in the program, and for which file."""
    if isinstance(error, MemoryError):
        return diagnose("P791", None, file=str(file))
    kind = type(error).__name__
    return diagnose("P790", None, kind=kind, problem=str(error)[:200], where=place_of(error), file=str(file))


def place_of(error: Exception) -> str:
    """The last line of ours that an error came through: a module and a line, no path of the user's machine."""
    ours = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(HERE)]
    if not ours:
        return "?"
    name = Path(ours[-1].filename).relative_to(HERE).with_suffix("")
    return f"{'.'.join(name.parts)}:{ours[-1].lineno}"
