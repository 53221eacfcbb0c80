"""Choosing the sub-command. A bare file name means: set it."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from paiban import __version__
from paiban.terminal import escaped

COMMANDS = {
    "set": "set every page and write the PDF (the default) · 排版并输出 PDF",
    "check": "the same without output · 只检查，不输出",
    "galley": "小样: each story's lines at a measure · 按指定行长看小样",
    "proof": "大样: PNG of every page · 输出大样图片",
    "preflight": "check any PDF against a print condition · 检查任意 PDF 能否付印",
    "makeup": "automatic make-up: propose page plans · 自动拼版",
    "schema": "the JSON Schema of issue and layout files, for editors · 稿件和版面文件的 JSON Schema",
    "new": "a fresh issue that already sets · 新建一期",
    "watch": "set again at every save · 每次保存都重排",
    "batch": "many issues at once, one report · 成批排版，一份总表",
    "shell": "typeset at the prompt of bash and zsh · 让 bash、zsh 认得 typeset",
    "completion": "what makes a shell complete these commands · 命令补全",
}
"""Each is a module of this package with ``configure(parser)`` and ``run(options)``; only the chosen one loads."""

NAMES = ("paiban", "typeset")
"""What the program is called; in bash and zsh ``paiban`` is a word of the shell."""

MISTYPED = "没有 {word} 这个命令，是不是 {meant}？/ there is no command {word}; did you mean {meant}?"

COLLECT_AFTER = 100_000
"""New values before the collector looks for cycles: a page makes some ten thousand, a search many times as many."""

INTERRUPTED = 130
"""The exit code of a run that the keyboard ended (128 and the number of the signal)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    if arguments is None:
        spare_the_collector()
    words = list(sys.argv[1:] if arguments is None else arguments)
    # A terminal of an old encoding lacks some characters: better escaped than an end in the middle of a report.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if words and words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version"):
        meant = meant_command(words[0])
        if meant:
            print(MISTYPED.format(word=escaped(words[0]), meant=meant), file=sys.stderr)
            return 2
        words.insert(0, "set")
    name = words[0] if words else ""
    options = parse(name, words)
    command = import_module(f"paiban.cli.{options.command}")
    try:
        code = int(command.run(options))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader of our output went away (typeset … | head): not an error of the issue.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            raise
        return report_lost_output(error)


def meant_command(word: str) -> str:
    """The command that ``word`` was meant to be, ``""`` where it may well be a file."""
    if any(sign in word for sign in "-./\\") or Path(word).exists():
        return ""
    from paiban.source.nearest import nearest  # noqa: PLC0415  only for a word that is hardly a file's name

    return nearest(word, COMMANDS)


def report_lost_output(error: OSError) -> int:
    """Say that standard output takes no more (a full disk behind ``>``), and let go what is still held back for it."""
    from paiban.cli.common import report_problem, user_language  # noqa: PLC0415  the command that failed has loaded both
    from paiban.diagnostic import diagnose  # noqa: PLC0415

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    reason = error.strerror or str(error)
    return report_problem(diagnose("P720", None, file="standard output", reason=reason), user_language())


def spare_the_collector() -> None:
    """Look for cycles seldom, and not once more at the process's end: a run makes few, and ends soon after its work.

    By default the collector walks through all that has been loaded again and again, a twentieth of a run's time.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)


def program_name() -> str:
    """What we were called by: ``paiban`` or ``paiban``."""
    name = Path(sys.argv[0]).stem
    return name if name in NAMES else NAMES[0]


def parse(name: str, words: Sequence[str]) -> Namespace:
    """Parse the command line; usage errors end the process with exit code 2, as argparse does."""
    parser = ArgumentParser(
        prog=program_name(), description="Set a Chinese newspaper issue. 排报纸：稿件文件 → 付印 PDF。"
    )
    parser.add_argument("--version", action="version", version=f"paiban {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # The help and the messages about a wrong command name them all; a parser costs half a millisecond.
    for command in [name] if name in COMMANDS else COMMANDS:
        sub = commands.add_parser(command, help=COMMANDS[command], description=COMMANDS[command])
        if command == name:
            import_module(f"paiban.cli.{command}").configure(sub)
    return parser.parse_args(words)
