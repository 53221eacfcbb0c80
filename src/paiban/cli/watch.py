"""``paiban watch``: the issue set again at every save, until Ctrl-C; other commands are answered meanwhile."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli import console
from paiban.cli import set as setting
from paiban.cli.common import STDIN, house_from
from paiban.cli.console import complain
from paiban.cli.engines import engine_of, interrupts, staying
from paiban.cli.serving import Server
from paiban.cli.speech import say
from paiban.engine.watching import Watcher

WAITING = {"zh": "… 等待保存，按 Ctrl-C 结束", "en": "… waiting for a save, Ctrl-C ends"}


def configure(parser: ArgumentParser) -> None:
    """The options are those of setting. A page with errors is always shown as its draft."""
    setting.configure(parser, piped=False)
    parser.set_defaults(draft=True)


def run(options: Namespace) -> int:
    """Set the issue, then again whenever it or a file that it names was saved; the last run's exit code."""
    from paiban.cli.main import main  # noqa: PLC0415  which loads this

    if STDIN in (options.issue, options.output):
        complain(say("watch: 要看着文件，不能用 -", "watch: watches files, not -"))
        return 2
    watcher, server, code = Watcher(), Server(main), 0
    server.listen()
    try:
        with staying():
            while True:
                watcher.watch(engine_of(house_from(options)).inputs(Path(options.issue)))
                code = setting.run(options)
                console.print_pending()
                wait(watcher, server, WAITING[options.lang])
    except KeyboardInterrupt:
        return code
    finally:
        server.close()
        watcher.close()


def wait(watcher: Watcher, server: Server, words: str) -> None:
    """Until one of the files is saved; ``words`` say so once Ctrl-C ends the waiting."""
    with interrupts():
        complain(words)
        server.wait([watcher.socket])
    while not watcher.changed():
        with interrupts():
            server.wait([watcher.socket])
