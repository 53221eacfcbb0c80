"""The server: on loopback alone, on a port of the system's choosing, until it is told to stop."""

from __future__ import annotations

import socket
from hashlib import sha256
from pathlib import Path

import uvicorn

from paiban.desk.app import application
from paiban.desk.guard import HOST, OPEN, Guard, new_key
from paiban.desk.scene import Data
from paiban.desk.session import Session
from paiban.engine.house import House
from paiban.value import NamedTuple

MOST_BYTES = 4 * 1024 * 1024
"""The longest message that a browser may send."""


FIRST_PORT, PORTS = 49_152, 16_384
"""The ports that nobody owns (RFC 6335, 6)."""


class Desk(NamedTuple):
    """A desk that is ready to be opened: at ``address`` by whoever reads it, by ``ticket`` once."""

    address: str
    ticket: str
    server: uvicorn.Server
    listening: socket.socket

    def run(self) -> None:
        """Serve until the process is told to end."""
        self.server.run(sockets=[self.listening])


def listening_for(issue: Path) -> socket.socket:
    """A socket on the issue's own port, so that a browser finds there what it kept of it; on another if that is taken.

    Who comes while the first page is being set waits for it.
    """
    own = FIRST_PORT + int.from_bytes(sha256(str(issue).encode()).digest()[:4], "big") % PORTS
    for port in (own, 0):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()
        except OSError:
            listening.close()
            if port == 0:
                raise
        else:
            break
    return listening


def desk_of(issue: Path, house: House, who: str, wanted: Data) -> Desk:
    """The desk of an issue."""
    listening = listening_for(issue.resolve())
    port = listening.getsockname()[1]
    key, ticket = new_key(), new_key()
    session = Session(issue, house, who)
    app = Guard(application(session, {**wanted, "key": new_key(), "file": str(session.path)}), port, key, {ticket})
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, ws="websockets-sansio",
        ws_max_size=MOST_BYTES, ws_per_message_deflate=False, lifespan="on",
    )  # fmt: skip
    return Desk(
        f"http://{HOST}:{port}{OPEN}?key={key}", f"http://{HOST}:{port}{OPEN}?key={ticket}",
        uvicorn.Server(config), listening,
    )  # fmt: skip
