"""The server: on loopback alone, on a port of the system's choosing, until it is told to stop."""

from __future__ import annotations

import socket
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


class Desk(NamedTuple):
    """A desk that is ready to be opened: at ``address`` by whoever reads it, by ``ticket`` once."""

    address: str
    ticket: str
    server: uvicorn.Server
    listening: socket.socket

    def run(self) -> None:
        """Serve until the process is told to end."""
        self.server.run(sockets=[self.listening])


def desk_of(issue: Path, house: House, who: str, wanted: Data) -> Desk:
    """The desk of an issue."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((HOST, 0))
    listening.listen()  # who comes while the first page is being set waits for it
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
