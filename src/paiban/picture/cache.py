"""Prepared pictures, adverts and cut faces kept between runs, by content.

An entry's name is the hash of all that its bytes depend on, so an entry never goes stale and never needs asking: the
second run of an issue decodes no picture and cuts no face. The folder is ``$PAIBAN_CACHE``, else
``$XDG_CACHE_HOME/paiban``, else ``~/.cache/paiban``; ``PAIBAN_CACHE=off`` does without. Nothing here may fail a run: a
cache that cannot be read or written is as good as an empty one.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

MAX_BYTES = 1 << 30
"""The cache is brought under this after each entry written, the longest unused going first."""

KEPT_SHARE = 0.8
"""How full it is left then, so that not every new entry has to clear up."""

MAGIC = b"paiban picture 1\n"


def cache_folder() -> Path | None:
    """Where all this is kept; None where the user wants none kept."""
    named = os.environ.get("PAIBAN_CACHE", "")
    if named == "off":
        return None
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "paiban"
    except RuntimeError:  # no home folder
        return None


def load(key: str) -> bytes | None:
    """What was stored under ``key``, or None; an entry that is damaged counts as none."""
    path = _entry(key)
    if path is None:
        return None
    try:
        blob = path.read_bytes()
        head, body = blob[: len(MAGIC) + 4], blob[len(MAGIC) + 4 :]
        if head != MAGIC + zlib.crc32(body).to_bytes(4, "big"):
            return None
        os.utime(path)
    except OSError:
        return None
    return body


def store(key: str, body: bytes) -> None:
    """Keep ``body`` under ``key``: written beside and moved into place, so that no reader ever sees half of it."""
    path = _entry(key)
    if path is None:
        return
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside.write_bytes(MAGIC + zlib.crc32(body).to_bytes(4, "big") + body)
        aside.replace(path)
        _clear_up(path.parent)
    except OSError:
        _forget(aside)


def _entry(key: str) -> Path | None:
    folder = cache_folder()
    return None if folder is None else folder / "pictures" / key


def _clear_up(folder: Path) -> None:
    """Drop the longest unused entries until the folder is well under its bound."""
    entries = sorted((stat.st_mtime, path.name, stat.st_size) for path in folder.iterdir() if (stat := path.stat()))
    total = sum(size for _, _, size in entries)
    if total <= MAX_BYTES:
        return
    for _, name, size in entries:
        if total <= MAX_BYTES * KEPT_SHARE:
            return
        _forget(folder / name)
        total -= size


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
