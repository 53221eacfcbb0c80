"""Parsers of the command line that say their help and their complaints in the language of the run."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import Any, NoReturn

from paiban.cli import console
from paiban.cli.speech import say


class Misused(Exception):
    """The command line is wrong; ``parser`` met with it at the option ``name``, if at any."""

    def __init__(self, parser: ArgumentParser, name: str | None, message: str) -> None:
        super().__init__(message)
        self.parser = parser
        self.name = name


class Help(HelpFormatter):
    """As wide as the terminal; looked up without what argparse loads for it at every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_columns() - 2)

    def add_usage(self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: Any = None) -> None:
        super().add_usage(usage, actions, groups, say("用法：", "usage: ") if prefix is None else prefix)


def terminal_columns() -> int:
    """How wide the terminal is: as ``COLUMNS`` in the environment says, else as it says itself, else 80."""
    named = os.environ.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


class Parser(ArgumentParser):
    """A parser that speaks on our streams and raises ``Misused``."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Help, add_help=False, **options)
        self._positionals.title = say("写在后面的", "arguments")
        self._optionals.title = say("选项", "options")
        self.add_argument(
            "-h", "--help", action="help", default=SUPPRESS, help=say("显示这一页", "show this page and exit")
        )

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            console.answer(message.rstrip("\n"))
        else:
            console.complain(message.rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Wrong usage; the words are argparse's own, which only stand where nobody has better ones."""
        error = sys.exc_info()[1]
        raise Misused(self, getattr(error, "argument_name", None), getattr(error, "message", message))
