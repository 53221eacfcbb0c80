"""``paiban serve``: a process that stays, so that every command after its first is quick."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import suppress

from paiban.cli.common import seconds
from paiban.cli.console import complain, tell
from paiban.cli.engines import interrupts, staying
from paiban.cli.serving import Server
from paiban.cli.speech import add_language, say
from paiban.language import Words

IDLE = 600
"""Seconds without a request after which it ends."""

READY = Words("serve: 等着回答命令；按 Ctrl-C 结束", "serve: answering commands; Ctrl-C ends it")

NONE = Words(
    "serve: 已经有一个在运行，或者这个系统不支持",
    "serve: there is one already, or this system has no such sockets",
)


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    words = say("空闲几秒后退出", "end when idle so long")
    parser.add_argument("--idle", type=seconds, default=IDLE, metavar="N", help=words)
    add_language(parser)


def run(options: Namespace) -> int:
    """Answer until nobody has asked for a while."""
    from paiban.cli.main import main  # noqa: PLC0415  which loads this

    server = Server(main)
    if not server.listen():
        complain(say(*NONE))
        return 1
    try:
        with suppress(KeyboardInterrupt), interrupts(), staying():
            tell(say(*READY))
            server.wait((), options.idle)
    finally:
        server.close()
    return 0
