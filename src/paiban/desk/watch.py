"""Saves from outside: the issue, and all that it is set with."""

from __future__ import annotations

import asyncio

from paiban.desk.session import Session
from paiban.engine.watching import Watcher


async def watch(session: Session) -> None:
    """Have the session look whenever a file was saved, until this is cancelled."""
    watcher, saved = Watcher(), asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(watcher.socket, saved.set)
    try:
        while True:
            saved.clear()
            watcher.watch((session.path, *session.beside))
            await session.look()  # what was saved before it was watched
            await saved.wait()
            while not watcher.changed():
                saved.clear()
                await saved.wait()
    finally:
        loop.remove_reader(watcher.socket)
        watcher.close()
