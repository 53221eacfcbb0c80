"""Files put in their place whole: the old one or the new one, never a part, and no file but the one that was meant.

A file is written beside its final name, under a name that nobody can guess, and moved. Such a temporary is made anew:
it is no link and no file that was there. It is locked while its writer lives, and whoever writes into the folder next
clears away those whose writer was killed.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from re import compile as pattern
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # where there are no such locks an open file cannot be removed, which does as well
    fcntl = None  # type: ignore[assignment]

DRAFT_PART = "-draft"
"""Ends the name of a file that cannot go to press."""

_TEMPORARY = pattern(r"\.paiban-[0-9a-f]{32}\.part")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK)
"""What a file system says that has no hard links."""

_being_written: set[Path] = set()
"""Temporaries of this process: what ends it in the middle of all has them removed."""

_scratch: set[Path] = set()
_passing: set[Path] = set()
"""What else stands on the disk for as long as this process runs, and is nothing without it."""

_LATELY = 10**9
"""Nanoseconds by which the clock of what keeps the files may be behind ours."""

Identity = tuple[int, int]
"""Device and number: the same for a file by all its names, links and spellings."""


def identity(path: Path) -> Identity | None:
    """Which file ``path`` leads to; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def state_of(path: Path) -> tuple[int, ...] | None:
    """What changes when a file or folder changes or another takes its place; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


States = dict[Path, tuple[int, ...] | None]
"""Files and folders, each as it was."""


def states_of(paths: Iterable[Path]) -> States:
    """The state of each of some files."""
    return {path: state_of(path) for path in paths}


def states_before(moment: int, paths: Iterable[Path]) -> States:
    """The state of each at ``moment`` (nanoseconds); None for one that changed since, or shortly before."""
    changed = moment - _LATELY
    return {path: state if state and max(state[3:]) < changed else None for path, state in states_of(paths).items()}


def open_plain(path: Path) -> BinaryIO:
    """A plain file, open for reading; OSError for a pipe or a device too, which might never come to an end."""
    descriptor = os.open(path, _READ)
    stream = os.fdopen(descriptor, "rb")
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return stream
    stream.close()
    raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))


def read_plain(path: Path) -> bytes:
    """All that a plain file says; OSError as of ``open_plain``."""
    with open_plain(path) as stream:
        return stream.read()


def issue_stem(path: Path) -> str:
    """What files made of an issue are called: by its own name, or by its folder's where that is just «issue»."""
    return path.resolve().parent.name if path.stem == "issue" else path.stem


def is_within(path: Path, folder: Path) -> bool:
    """Whether ``path`` leads into ``folder``, links followed; a path that leads nowhere may name nothing there."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a loop of links, a name that no file can have
        return False


def put_file(path: Path, data: bytes, *, fresh: bool = False, durable: bool = True) -> None:
    """Put ``data`` at ``path`` in one step; OSError where that cannot be, and then all is as it was.

    A link stays a link: its target is replaced, and what is replaced leaves its permissions to what comes. ``fresh``:
    FileExistsError where anything is there already. ``durable``: the bytes are on the disk before the old file goes.
    """
    target = path.resolve()
    if fresh and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    clear_stale(target.parent)
    with _temporary(target.parent) as (beside, descriptor):
        _write(descriptor, data)
        _keep_mode(target, descriptor)
        if durable:
            os.fsync(descriptor)
        _move_new(beside, target) if fresh else beside.replace(target)
    if durable:
        _settle(target.parent)


@contextmanager
def adding_to(path: Path) -> Iterator[BinaryIO]:
    """The file at ``path`` open for adding to its end: nobody else adds to it, or puts another there, meanwhile."""
    while True:
        stream = path.open("ab")
        if fcntl is not None:
            with suppress(OSError):  # a file system without locks
                fcntl.flock(stream, fcntl.LOCK_EX)
        with suppress(OSError):
            if os.path.samestat(os.fstat(stream.fileno()), path.stat()):
                break
        stream.close()
    with stream:
        yield stream


def clear_stale(folder: Path) -> None:
    """Remove the temporaries of writers that were killed from ``folder``; those that are being written stay."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in [entry for entry in entries if _TEMPORARY.fullmatch(entry.name)]:
            with suppress(OSError):
                _remove_abandoned(Path(entry.path))


@contextmanager
def passing(path: Path) -> Iterator[None]:
    """A file that goes with this process, should it be ended inside; afterwards it is nobody's to clear away."""
    _passing.add(path)
    try:
        yield
    finally:
        _passing.discard(path)


def abandon() -> None:
    """Remove the temporaries of this process, which is about to end, and what is nothing without it."""
    for path in (*_being_written, *_passing):
        with suppress(OSError):
            path.unlink()
    for folder in tuple(_scratch):
        _remove_tree(folder)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for other programs to write into, nobody else's to read, gone afterwards."""
    from tempfile import mkdtemp  # noqa: PLC0415  a plain run needs none

    folder = Path(mkdtemp(prefix="paiban-"))
    _scratch.add(folder)
    try:
        yield folder
    finally:
        _remove_tree(folder)
        _scratch.discard(folder)


def _remove_tree(folder: Path) -> None:
    from shutil import rmtree  # noqa: PLC0415  only where there was a folder

    rmtree(folder, ignore_errors=True)


@contextmanager
def _temporary(folder: Path) -> Iterator[tuple[Path, int]]:
    """A new file in ``folder``, open and locked; gone afterwards unless it was moved."""
    beside, descriptor = _open_new(folder)
    _being_written.add(beside)
    try:
        yield beside, descriptor
    finally:
        with suppress(OSError):
            beside.unlink()
        _being_written.discard(beside)
        os.close(descriptor)


def _open_new(folder: Path) -> tuple[Path, int]:
    """Somebody who clears up may take a file for abandoned between its making and its locking: then another is made."""
    while True:
        beside = folder / f".paiban-{os.urandom(16).hex()}.part"
        descriptor = os.open(beside, _NEW, 0o666)
        if fcntl is None:
            return beside, descriptor
        with suppress(OSError):  # a file system without locks: nobody can take it for abandoned either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return beside, descriptor
        os.close(descriptor)


def _remove_abandoned(path: Path) -> None:
    if fcntl is None:
        path.unlink()
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
    finally:
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _keep_mode(target: Path, descriptor: int) -> None:
    with suppress(OSError, AttributeError):  # no file there yet, or no such permissions on this system
        os.fchmod(descriptor, stat.S_IMODE(target.stat().st_mode) & 0o777)


def _move_new(beside: Path, target: Path) -> None:
    """Give the file its name only if nobody has it: a hard link never goes over a file."""
    try:
        target.hardlink_to(beside)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        beside.replace(target)


def _settle(folder: Path) -> None:
    """Have the folder's new entry on the disk too, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
