"""Outputs in their place: whole, and never over a file that the run has read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.diagnostic.system import NOT_A_FILE
from paiban.files import identity, put_file


def write_beside(path: Path, data: bytes, keep: Iterable[Path] = (), fresh: bool = False) -> Diagnostic | None:
    """Write ``data`` beside ``path`` and move it into place; a diagnostic where that cannot be or may not.

    ``keep`` are files that must stay as they are, by whatever name ``path`` leads to one of them. ``fresh``: nothing
    that is there is replaced. A link stays a link: its target is replaced. A pipe and the null device are written to.
    """
    problem = refusal(path, keep, fresh)
    if problem is not None:
        return problem
    try:
        if _is_open_end(path):
            path.write_bytes(data)
        else:
            put_file(path, data, fresh=fresh)
    except FileExistsError:
        return diagnose("P725", None, file=path)
    except (OSError, ValueError) as error:
        return diagnose("P720", None, file=path, reason=system_words(error))
    return None


def refusal(path: Path, keep: Iterable[Path] = (), fresh: bool = False) -> Diagnostic | None:
    """Why nothing may be written to ``path``, as ``write_beside`` would say; None where it may."""
    if fresh and os.path.lexists(path) and not _is_open_end(path):
        return diagnose("P725", None, file=path)
    here = identity(path)
    if here is None:
        return None
    read = next((file for file in keep if identity(file) == here), None)
    if read is not None:
        return diagnose("P724", None, file=path, read=read)
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode) and not _is_open_end(path):
        return diagnose("P720", None, file=path, reason=NOT_A_FILE)
    return None


def _is_open_end(path: Path) -> bool:
    """Whether ``path`` is a pipe or the null device: what is written there goes on, and replaces nothing."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(found.st_mode) or (
        stat.S_ISCHR(found.st_mode) and found.st_rdev == Path(os.devnull).stat().st_rdev
    )
