"""Files watched: somebody is told when one of them is saved, and until then nothing is done.

What is watched are the folders, since editors put a new file in the place of the old one; what counts are the files.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from paiban.files import States, states_of

STEP = 20
"""Milliseconds in which changes are gathered: editors save in several steps, and nobody sees this."""

PATIENCE = 5.0
"""Seconds to wait for the end of what watches; it looks every ``STEP`` whether it is to end."""

LOOK = 1000
"""Milliseconds after which the files are looked at though nothing was told: shared drives tell nothing, and what is
saved while watching is only about to begin is told to nobody."""

GATHERED = 200
"""Milliseconds after which gathering ends, however much is still being written."""


class Watcher:
    """Watches files until it is closed. ``socket`` becomes readable when one of them, or its folder, has changed."""

    def __init__(self) -> None:
        self.socket, self._bell = socket.socketpair()
        self.socket.setblocking(False)
        self._files: frozenset[str] = frozenset()
        self._folders: frozenset[str] = frozenset()
        self._states: States = {}
        self._ended = Event()
        self._thread: Thread | None = None

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files from here on, and what they are links to, in the place of those before."""
        files = tuple(files)
        self._states = states_of(files)
        self._files = frozenset(name for file in files for name in names_of(file))
        folders = frozenset(str(nearest_folder(Path(name).parent)) for name in self._files)
        if folders != self._folders:
            self._end()
            self._folders, self._ended = folders, Event()
            self._thread = Thread(target=self._follow, args=(folders, self._ended), daemon=True)
            self._thread.start()

    def changed(self) -> bool:
        """Whether a file is not as it was when it was last asked for; what was told so far is taken note of."""
        with suppress(BlockingIOError):
            while self.socket.recv(1024):
                pass
        states = states_of(self._states)
        changed, self._states = states != self._states, states
        return changed

    def close(self) -> None:
        """Watch no longer."""
        self._end()
        self.socket.close()
        self._bell.close()

    def _end(self) -> None:
        """Have the thread end, and wait: one that is in the library when Python ends takes the process along."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _follow(self, folders: frozenset[str], ended: Event) -> None:
        from watchfiles import watch  # noqa: PLC0415  only who watches needs it

        told = watch(*folders, watch_filter=self._counts, debounce=GATHERED, step=STEP, stop_event=ended,
                     rust_timeout=LOOK, yield_on_timeout=True,
                     recursive=False, raise_interrupt=False, ignore_permission_denied=True)  # fmt: skip
        with suppress(OSError):  # nobody listens any more
            for _ in told:
                self._bell.send(b"!")

    def _counts(self, _change: Any, path: str) -> bool:
        return path in self._files or path in self._folders


def names_of(file: Path) -> set[str]:
    """The paths by which a file may be told: its own, and that of what it is a link to."""
    with suppress(OSError, RuntimeError):
        return {str(file.absolute()), str(file.resolve())}
    return {str(file.absolute())}


def nearest_folder(folder: Path) -> Path:
    """The folder, or as much of its path as is there."""
    return folder if folder.is_dir() or folder.parent == folder else nearest_folder(folder.parent)
