"""The resident engine: where it is found, and how a command is handed to it.

Whoever is asked has everything loaded and remembers what it set last (``cli.serving``). It gets the words of the
command line with the streams, the folder and the environment of the process that asks, so that its answer is what a
process of one's own would say and write. Only this user's own processes are ever asked or answered. This module is
loaded before anything else: it needs next to nothing.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys

from paiban import __version__

TYPE_CHECKING = False  # as in the package
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, TypeAlias

    Request: TypeAlias = dict[str, Any]

SWITCH = "PAIBAN_SERVE"
"""``off`` in this variable of the environment: no resident engine is asked."""

ASKED = ("set", "check", "proof")
"""Commands that are handed over."""

ENDINGS = (".yaml", ".yml")
"""Of a file's name that is no command."""

MOST_PATH = 100
"""A socket's path is no longer, anywhere."""

LENGTH = 4
"""Bytes that say how long what follows is."""


def address() -> str:
    """Where the resident engine of this program listens, ``""`` where there can be none.

    The folder is this user's and nobody else can look into it. Another version, or another installation, has another
    engine.
    """
    user = getattr(os, "getuid", None)
    if user is None or os.environ.get(SWITCH) == "off":
        return ""
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = f"{base}/paiban" if base else f"/tmp/paiban-{user()}"
    mark = hash_of(f"{__version__} {os.path.dirname(__file__)} {sys.executable} {sys.version}")  # noqa: PTH120
    path = f"{folder}/{mark}.socket"
    return path if len(os.fsencode(path)) <= MOST_PATH else ""


def hash_of(words: str) -> str:
    """A short mark of some words, the same in every process."""
    from zlib import crc32  # noqa: PLC0415  only where there may be an engine to ask

    return f"{crc32(words.encode()):08x}"


def is_ours(path: str) -> bool:
    """Whether the folder of ``path`` belongs to this user alone."""
    try:
        found = os.lstat(os.path.dirname(path))  # noqa: PTH120
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def may_ask(words: Sequence[str]) -> bool:
    """Whether a command can be handed over: it sets an issue from a file, without limits to a process of its own."""
    if not words or (words[0] not in ASKED and not words[0].endswith(ENDINGS)):
        return False
    return "-" not in words and not any(word.startswith("--max-") for word in words)


def ask(words: Sequence[str]) -> int | None:
    """The exit code of a command as the resident engine ran it; None where there is none that would."""
    path = address()
    if not path or not os.path.exists(path) or not is_ours(path):  # noqa: PTH110
        return None
    import _socket  # noqa: PLC0415  the module around it takes longer to load than the answer takes to come

    try:
        with _Closing(_socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)) as connection:
            connection.connect(path)
            data = marshal.dumps(request(words))
            streams = b"".join([number.to_bytes(4, sys.byteorder) for number in (0, 1, 2)])
            rights = [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)]
            connection.sendmsg([len(data).to_bytes(LENGTH, "big")], rights)
            connection.sendall(data)
            answer = connection.recv(LENGTH)
    except OSError:
        return None
    return int.from_bytes(answer, "big") if len(answer) == LENGTH else None


class _Closing:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __enter__(self) -> Any:
        return self._connection

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def request(words: Sequence[str]) -> Request:
    """What a process of one's own would run with."""
    mask = os.umask(0o077)
    os.umask(mask)
    streams = [(each.encoding, each.errors) if each else ("utf-8", "strict") for each in (sys.stdout, sys.stderr)]
    return {
        "words": list(words),
        "name": sys.argv[0],
        "folder": os.getcwd(),  # noqa: PTH109
        "environment": dict(os.environ),
        "mask": mask,
        "streams": streams,
    }
