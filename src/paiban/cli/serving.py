"""Commands run for other processes of this user by one that stays: the other side of ``paiban.asking``."""

from __future__ import annotations

import marshal
import os
import select
import socket
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from paiban.asking import LENGTH, address, is_ours
from paiban.files import States, passing, states_of

PATIENCE = 5
"""Seconds for which somebody who has connected may keep all others waiting before he says what he wants."""

Request = dict[str, Any]
"""What ``asking.request`` says."""

MOST_BYTES = 1 << 24
"""No request is longer."""


class Server:
    """Listens for this user's processes. ``run(words)`` runs a command line and gives its exit code."""

    def __init__(self, run: Callable[[Sequence[str]], int]) -> None:
        self._run = run
        self._socket: socket.socket | None = None
        self._path = ""
        self._stands = ExitStack()
        self._program: States = {}

    def listen(self) -> bool:
        """Begin; False where there is another engine already, or there can be none."""
        path = address()
        if not path or not _made_ours(path) or _answers(path):
            return False
        with suppress(FileNotFoundError):
            os.unlink(path)  # noqa: PTH108  one that was killed left it
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._stands.enter_context(passing(Path(path)))  # before it is there: a signal may come right behind
        try:
            listening.bind(path)
            os.chmod(path, 0o600)  # noqa: PTH101
            listening.listen()
        except OSError:
            listening.close()
            self._stands.close()
            return False
        self._path, self._socket = path, listening
        self._program = states_of(_program())
        return True

    def wait(self, others: Sequence[socket.socket], seconds: float | None = None) -> list[socket.socket]:
        """Answer whoever asks, until one of ``others`` has something to say: those; none after so many idle seconds."""
        while True:
            own = [self._socket] if self._socket else []
            ready, _, _ = select.select([*own, *others], [], [], seconds)
            if self._socket in ready and not self._answer():
                self.close()
            theirs = [each for each in ready if each is not self._socket]
            if theirs or not ready or (self._socket is None and not others):
                return theirs

    def close(self) -> None:
        """Listen no longer."""
        if self._socket is not None:
            with suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108
            self._socket.close()
            self._socket = None
            self._stands.close()

    def _answer(self) -> bool:
        """Run what somebody asks for; False where the program is no longer the one that was loaded."""
        assert self._socket is not None
        connection, _ = self._socket.accept()
        with connection, suppress(OSError, ValueError, EOFError, TypeError, KeyError):
            connection.settimeout(PATIENCE)
            if not _is_this_user(connection):
                return True
            if states_of(self._program) != self._program:
                return False
            asked, streams = _received(connection)
            with _as_asked(asked, streams):
                code = self._run(asked["words"])
            connection.sendall(code.to_bytes(LENGTH, "big"))
        return True


def _made_ours(path: str) -> bool:
    """Whether the socket's folder is there and this user's alone."""
    with suppress(FileExistsError, OSError):
        os.mkdir(os.path.dirname(path), 0o700)  # noqa: PTH102, PTH120
    return is_ours(path)


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        try:
            asking.connect(path)
        except OSError:
            return False
    return True


def _program() -> Iterator[Path]:
    """The files of the program, as far as they are loaded."""
    for name, module in tuple(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name.partition(".")[0] == "paiban" and file:
            yield Path(file)


def _is_this_user(connection: socket.socket) -> bool:
    """Whether the other side is a process of this user, where the system tells; its folder keeps others out besides."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    found = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", found)[1] == os.getuid())


def _received(connection: socket.socket) -> tuple[Request, list[int]]:
    """What is asked for, and the streams of who asks; ValueError or EOFError for nonsense."""
    head, streams, _, _ = socket.recv_fds(connection, LENGTH, 3)
    try:
        if len(head) != LENGTH or len(streams) != 3:
            raise ValueError
        return _request(connection, int.from_bytes(head, "big")), streams
    except BaseException:
        for stream in streams:
            os.close(stream)
        raise


def _request(connection: socket.socket, size: int) -> Request:
    if size > MOST_BYTES:
        raise ValueError
    parts: list[bytes] = []
    while size > 0:
        parts.append(connection.recv(min(size, 1 << 16)))
        if not parts[-1]:
            raise EOFError
        size -= len(parts[-1])
    asked: Any = marshal.loads(b"".join(parts))
    return asked  # type: ignore[no-any-return]


@contextmanager
def _as_asked(asked: Request, streams: list[int]) -> Iterator[None]:
    """The folder, environment, mask, name and streams of the process that asks; afterwards our own again."""
    folder, environment, name = os.getcwd(), dict(os.environ), sys.argv[0]  # noqa: PTH109
    mask = os.umask(asked["mask"])
    try:
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["folder"])
        sys.argv[0] = asked["name"]
        with _streams(streams, asked["streams"]):
            yield
    finally:
        os.umask(mask)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        sys.argv[0] = name


@contextmanager
def _streams(streams: list[int], kinds: Sequence[tuple[str, str]]) -> Iterator[None]:
    """Their standard streams in the place of ours, descriptors and all."""
    ours = [os.dup(number) for number in range(3)]
    before = sys.stdin, sys.stdout, sys.stderr
    for stream in filter(None, before[1:]):
        stream.flush()
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115
        sys.stdout, sys.stderr = (
            open(number, "w", encoding=encoding, errors=errors, closefd=False)  # noqa: SIM115
            for number, (encoding, errors) in enumerate(kinds, 1)
        )
        yield
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        for number, stream in enumerate(ours):
            os.dup2(stream, number)
            os.close(stream)
