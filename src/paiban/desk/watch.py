"""Saves from outside: the issue, and all that it is set with."""

from __future__ import annotations

import asyncio

from paiban.desk.session import Session
from paiban.engine.watching import Watcher


async def watch(session: Session) -> None:
    """Have the session look whenever a file was saved, until this is cancelled.

    What the issue names is known after the look alone: files that it names only now are watched, looked at once more.
    """
    watcher, saved = Watcher(), asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(watcher.socket, saved.set)
    try:
        while True:
            saved.clear()
            watched = {session.path, *session.beside}
            watcher.watch(watched)
            await session.look()  # what was saved before it was watched
            if watched != {session.path, *session.beside}:
                continue
            await saved.wait()
            while not watcher.changed():
                saved.clear()
                await saved.wait()
    finally:
        loop.remove_reader(watcher.socket)
        watcher.close()
