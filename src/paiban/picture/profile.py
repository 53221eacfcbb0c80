"""The press's ICC profile: where it is and what it must be."""

from __future__ import annotations

from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import read_plain
from paiban.resources import resource_folder
from paiban.template import Press


def profile_path(press: Press) -> Path:
    """Where the profile that ``press.icc`` names lies: a path that starts from the folder of the press file."""
    folder = Path(press.folder) if press.folder else resource_folder("layout") / "press"
    return folder / press.icc


def read_profile(press: Press) -> bytes | Diagnostic:
    """The bytes of the press's profile, if it is a CMYK output profile (ICC.1: header, bytes 12 … 23 and 36 … 39)."""
    path = profile_path(press)
    try:
        data = read_plain(path)
    except OSError:
        return diagnose("P764", path=press.icc, press=press.name)
    if len(data) < 128 or data[36:40] != b"acsp":
        return diagnose("P764", path=press.icc, press=press.name)
    if data[12:16] != b"prtr" or data[16:20] != b"CMYK":
        return diagnose("P765", path=press.icc, press=press.name)
    return data
