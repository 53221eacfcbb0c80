"""Every file that a run reads: what its outputs must never go over, and what is worth watching."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paiban.engine.setting import Result
from paiban.issue import Issue, Readings
from paiban.issue.naming import all_blocks
from paiban.picture.profile import profile_path


def files_read(result: Result) -> tuple[Path, ...]:
    """The issue, its layout files, pictures and adverts, the profile and the faces, as far as the run came."""
    files = [Path(name) for name in result.sources]
    if result.issue is not None:
        files.append(Path(result.issue.file))
    if result.issue is not None and result.kit is not None:
        files += placed_files(result.issue, result.kit.kinds.readings)
        files += [profile_path(result.kit.press), *result.kit.catalogue.files]
    return tuple(dict.fromkeys(files))


def placed_files(issue: Issue, readings: Readings) -> Iterator[Path]:
    """The pictures and adverts that an issue names."""
    for block in all_blocks(issue):
        yield from (file.path for file in readings[block.kind].files(block.content))
