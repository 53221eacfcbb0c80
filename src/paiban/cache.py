"""Prepared pictures, adverts and cut faces kept between runs, by content.

An entry's name is the hash of all that its bytes depend on, so an entry never goes stale and never needs asking: the
second run of an issue decodes no picture and cuts no face. The folder is ``$PAIBAN_CACHE``, else
``$XDG_CACHE_HOME/paiban``, else ``~/.cache/paiban``; ``PAIBAN_CACHE=off`` does without. Nothing here may fail a run: a
cache that cannot be read or written is as good as an empty one, and an entry that is not what was stored under its
name by this version is none. Its bytes are held against a CRC, which tells what a disk or a torn write has done to them
as well as a digest would, at a tenth of the cost: the folder is the user's own.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from paiban import __version__
from paiban.digest import sha256
from paiban.files import put_file, read_plain, state_of

Value = TypeVar("Value")

MAX_BYTES = 1 << 30
"""The cache is brought under this, the longest unused going first."""

CLEARED_EACH = 16 << 20
"""It is looked through once in so many bytes written, on the average: what that takes grows with its entries. A folder
of pictures may outgrow its bound by a few times this."""

BLOCK = 4096
"""The least that an entry takes of a disk."""

KEPT_SHARE = 0.8
"""How full it is left then, so that not every new entry has to clear up."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is changed again has another time: no file system counts more coarsely."""

_FORMAT = 3
"""Raised whenever entries are laid out otherwise."""

_DIGITS = frozenset("0123456789abcdef")
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


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


def name_of(*facts: object) -> str:
    """The name of the entry that depends on these facts and on nothing else, as far as JSON tells them apart."""
    return sha256(json.dumps(facts).encode()).hexdigest()


def file_facts(path: Path) -> tuple[str, int, int]:
    """What tells a file from others and from what it was: its place, size and time, since reading a large one may take
    longer than what is kept of it. OSError where there is none."""
    found = path.stat()
    return str(path.absolute()), found.st_size, found.st_mtime_ns


def content_of(path: Path) -> str:
    """The SHA-256 of what a file says; OSError where it cannot be read.

    It is looked up by the file's state, since reading pictures and a profile and adding them up takes as long as
    setting a story. A file that was changed just now may change again within a tick of its clock: that one is read.
    """
    state = state_of(path)
    name = name_of("content", state)
    kept = load(name, _digest) if state else None
    if kept is not None:
        return kept
    digest = sha256(read_plain(path))
    if state and state == state_of(path) and is_settled(state):
        store(name, digest.digest())
    return digest.hexdigest()


def is_settled(state: tuple[int, ...]) -> bool:
    """Whether a file that is changed again has another state than this one of ``files.state_of``."""
    return time.time_ns() - max(state[-2:]) > SETTLED


def _digest(body: bytes) -> str:
    if len(body) != sha256().digest_size:
        raise ValueError("no digest")
    return body.hex()


@cache
def version_of(package: str) -> str:
    """A mark of the version of a package that is installed, found without importing it; ``""`` where it is not.

    The packages that are asked for keep theirs in a module of its own.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return ""
    return sha256(Path(spec.origin).with_name("_version.py").read_bytes()).hexdigest()


def load(key: str, unpack: Callable[[bytes], Value]) -> Value | None:
    """What was stored under ``key``, as ``unpack`` makes it of the bytes; None where that is not to be had."""
    path = _entry(key)
    if path is None:
        return None
    with suppress(Exception):  # whatever is wrong with an entry is a miss: that is the promise of a cache
        blob = _read(path)
        head, body = blob[: len(_head(key, b""))], blob[len(_head(key, b"")) :]
        if head == _head(key, body):
            value = unpack(body)
            os.utime(path)
            return value
    return None


def store(key: str, body: bytes) -> None:
    """Keep ``body`` under ``key``, the hexadecimal SHA-256 of what it depends on."""
    path = _entry(key)
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_file(path, _head(key, body) + body, durable=False)
        if _clears_up(key, len(body)):
            _clear_up(path.parent)


def _clears_up(key: str, size: int) -> bool:
    """Whether the entry of this name and size has the cache looked through: its name is as good as a die.

    >>> _clears_up("ff" * 32, CLEARED_EACH), _clears_up("ff" * 32, 1), _clears_up("00" * 32, 1)
    (True, False, True)
    """
    return int(key[:12], 16) % CLEARED_EACH < max(size, BLOCK)


def _entry(key: str) -> Path | None:
    folder = cache_folder()
    return None if folder is None else folder / "entries" / key


def _head(key: str, body: bytes) -> bytes:
    """What binds an entry to its layout, our version, its key and its content."""
    return f"paiban {__version__} entry {_FORMAT} {key}\n".encode() + crc32(body).to_bytes(4, "big")


def _read(path: Path) -> bytes:
    """The bytes of a plain file; a pipe or a device in its place would never end."""
    descriptor = os.open(path, _READ)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
            raise OSError(str(path))
        return file.read(found.st_size)


def _clear_up(folder: Path) -> None:
    """Drop the longest unused entries until the folder is well under its bound; what is no entry is not ours."""
    with os.scandir(folder) as found:
        stats = [
            (entry.stat(follow_symlinks=False), entry.path)
            for entry in found
            if len(entry.name) == 64 and _DIGITS.issuperset(entry.name)
        ]
    total = sum(each.st_size for each, _ in stats)
    if total <= MAX_BYTES:
        return
    for each, path in sorted(stats, key=lambda pair: (pair[0].st_mtime, pair[1])):
        if total <= MAX_BYTES * KEPT_SHARE:
            return
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108  the name as scandir gave it
        total -= each.st_size
