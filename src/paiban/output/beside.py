"""Writing a file so that there is the old one or the new one, never a part."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose


def write_beside(path: Path, data: bytes) -> Diagnostic | None:
    """Write ``data`` beside ``path`` and move it into place; a diagnostic where that cannot be.

    A link stays a link: its target is replaced. What is no plain file (``/dev/null``, a pipe) is written to as it is.
    """
    target = path.resolve()
    beside = target.parent / f".{target.name}.{os.getpid()}"
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return None
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        return diagnose("P720", None, file=path, reason=error.strerror or str(error))
    return None
