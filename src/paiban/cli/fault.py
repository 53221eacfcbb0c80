"""The last net: an error that nobody foresaw, as a finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

import paiban
from paiban.diagnostic import Diagnostic, diagnose

HERE = Path(paiban.__file__).parent


def fault_of(error: Exception, words: Sequence[str] = ()) -> Diagnostic:
    """The finding that stands for ``error``: what it is, where in the program, and for which file."""
    file = next((word for word in words[1:] if not word.startswith("-")), "") or (words[0] if words else "")
    if isinstance(error, MemoryError):
        return diagnose("P791", None, file=file)
    kind = type(error).__name__
    return diagnose("P790", None, kind=kind, problem=str(error)[:200], where=place_of(error), file=file)


def place_of(error: Exception) -> str:
    """The last line of ours that an error came through: a module and a line, no path of the user's machine."""
    ours = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(HERE)]
    if not ours:
        return "?"
    name = Path(ours[-1].filename).relative_to(HERE).with_suffix("")
    return f"{'.'.join(name.parts)}:{ours[-1].lineno}"
