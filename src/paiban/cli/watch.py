"""``paiban watch``: the issue set again at every save, until Ctrl-C."""

from __future__ import annotations

import signal
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paiban.cli import console
from paiban.cli import set as setting
from paiban.cli.common import STDIN, house_from
from paiban.cli.console import complain
from paiban.engine.inputs import placed_files
from paiban.engine.reading import read_issue

PAUSE = 0.3
"""Seconds between two looks at the files: at once for a person, nothing for the machine."""

WAITING = {"zh": "… 等待保存，按 Ctrl-C 结束", "en": "… waiting for a save, Ctrl-C ends"}

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its size in bytes; zeros where there is none."""


def configure(parser: ArgumentParser) -> None:
    """The options are those of setting. A page with errors is always shown as its draft."""
    setting.configure(parser)
    parser.set_defaults(draft=True)


def run(options: Namespace) -> int:
    """Set the issue, then again whenever it or a file that it names was saved; the last run's exit code."""
    if STDIN in (options.issue, options.output):
        complain("watch: 要看着文件，不能用 - / watches files, not -")
        return 2
    code = 0
    seen: dict[Path, Stamp] = {}
    try:
        while True:
            now = {path: stamp(path) for path in watched(options)}
            saved = now != seen
            if saved:
                code, seen = setting.run(options), now
            with interrupts():
                if saved:
                    complain(WAITING[options.lang])
                console.print_pending()
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return code


@contextmanager
def interrupts() -> Iterator[None]:
    """While we only wait, Ctrl-C is an exception as usual; while a page is being set it ends the process."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def watched(options: Namespace) -> list[Path]:
    """The issue, the files of the layout folder that it is set by, and its pictures and adverts.

    An issue that cannot be read names the one file that is sure to be saved next: itself. What it asks for and does
    not find counts too.
    """
    path = Path(options.issue)
    house = house_from(options)
    issue, found, sources = read_issue(path, house=house)
    files = [path, *map(Path, sources)]
    files += [path.parent / str(dict(d.params)["path"]) for d in found if d.code == "P206"]
    if issue is not None:
        files += placed_files(issue, house.kinds.readings)
    return list(dict.fromkeys(files))


def stamp(path: Path) -> Stamp:
    """What changes when a file is saved."""
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
