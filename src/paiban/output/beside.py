"""Writing a file so that there is the old one or the new one, never a part."""

from __future__ import annotations

import os
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose


def write_beside(path: Path, data: bytes) -> Diagnostic | None:
    """Write ``data`` beside ``path`` and move it into place; a diagnostic where that cannot be."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        return diagnose("P720", None, file=path, reason=error.strerror or str(error))
    return None
