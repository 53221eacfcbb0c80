"""Choosing the sub-command. A bare file name means: set it."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, NoReturn

from paiban import __version__
from paiban.cli import console
from paiban.files import abandon

COMMANDS = {
    "set": "set every page and write the PDF (the default) · 排版并输出 PDF",
    "check": "the same without output · 只检查，不输出",
    "galley": "小样: each story's lines at a measure · 按指定行长看小样",
    "proof": "大样: PNG of every page · 输出大样图片",
    "preflight": "check any PDF against a print condition · 检查任意 PDF 能否付印",
    "mend": "put right what can be in an advert's PDF · 修补广告 PDF",
    "adverts": "the adverts of an issue, as a list or a sheet · 广告清单",
    "makeup": "automatic make-up: propose page plans · 自动拼版",
    "edit": "change an issue file as a program asks · 按程序的要求改稿件文件",
    "import": "an issue of Word files, text, web pages, tables, wire items · 来稿导入成稿件文件",
    "schema": "the JSON Schema of issue and layout files, for editors · 稿件和版面文件的 JSON Schema",
    "move": "an issue to another day, a page into another issue · 改日子、挪版",
    "new": "a fresh issue that already sets · 新建一期",
    "desk": "编辑台: the pages in the browser, changed there or in the file · 在浏览器里看版、改版",
    "watch": "set again at every save · 每次保存都重排",
    "serve": "stay, so that every other command is quick · 常驻，别的命令都变快",
    "batch": "many issues at once, one report · 成批排版，一份总表",
    "report": "what to send the makers when something goes wrong · 出了问题时发给开发者的报告",
    "shell": "typeset at the prompt of bash and zsh · 让 bash、zsh 认得 typeset",
    "completion": "what makes a shell complete these commands · 命令补全",
}
"""Each is a module of this package with ``configure(parser)`` and ``run(options)``; only the chosen one loads."""

NAMES = ("paiban", "typeset")
"""What the program is called; in bash and zsh ``typeset`` is a word of the shell."""

MISTYPED = "没有 {word} 这个命令，是不是 {meant}？/ there is no command {word}; did you mean {meant}?"

COLLECT_AFTER = 100_000
"""New values before the collector looks for cycles: a page makes some ten thousand, a search many times as many."""

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a run from outside, besides the keyboard."""

BY_SIGNAL = 128
"""The exit code of a run that a signal ended is this and the signal's number."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    if arguments is None:
        prepare_process()
    words = list(sys.argv[1:] if arguments is None else arguments)
    with console.own_streams():
        try:
            code = run_words(words)
        except KeyboardInterrupt:
            code = BY_SIGNAL + signal.SIGINT
        code = finished(code, words)
    if arguments is None:
        let_signals_be()
    return code


def run_words(words: list[str]) -> int:
    """Find the command that the words of the command line mean and run it. Wrong usage is 2, as everywhere."""
    if words and words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version"):
        meant = meant_command(words[0])
        if meant:
            console.complain(MISTYPED.format(word=words[0], meant=meant))
            return 2
        words.insert(0, "set")
    try:
        options = parse(words[0] if words else "", words)
        command = import_module(f"paiban.cli.{options.command}")
        if getattr(options, "max_seconds", None) or getattr(options, "max_memory", None):
            from paiban.cli.budget import run_within  # noqa: PLC0415  for servers

            return run_within(options, lambda: finished(done(command, options, words), words))
        return done(command, options, words)
    except SystemExit as end:
        return int(end.code or 0)
    except Exception as error:
        return report_fault(error, words)


def done(command: ModuleType, options: Namespace, words: Sequence[str]) -> int:
    """Run a command; the exit code, whatever comes of it."""
    try:
        return int(command.run(options))
    except SystemExit as end:
        return int(end.code or 0)
    except Exception as error:
        return report_fault(error, words)


def report_fault(error: Exception, words: Sequence[str]) -> int:
    """The last net: what nobody foresaw is one finding like any other, with what its makers need to know."""
    from paiban.cli.fault import fault_of  # noqa: PLC0415  hardly ever

    console.report([fault_of(error, words)], {}, wanted_form(words), console_language(words))
    return 1


def finished(code: int, words: Sequence[str]) -> int:
    """Bring everything out. A reader that went away (paiban … | head) has what it wanted; a full disk is an error."""
    lost = console.lost_output()
    if lost is not None and not isinstance(lost, BrokenPipeError):
        from paiban.diagnostic import diagnose, system_words  # noqa: PLC0415  hardly ever
        from paiban.language import Words  # noqa: PLC0415

        problem = diagnose("P720", None, file=Words("标准输出", "standard output"), reason=system_words(lost))
        console.report([problem], {}, wanted_form(words), console_language(words))
        code = code or 1
    console.print_pending()
    return code


def wanted_form(words: Sequence[str]) -> str:
    """``json`` where messages were asked for in that form, before or without the options being understood."""
    pairs = pairwise(words)
    return "json" if "--format=json" in words or ("--format", "json") in pairs else "text"


def console_language(words: Sequence[str]) -> str:
    """The language asked for, else the user's."""
    from paiban.cli.common import user_language  # noqa: PLC0415  hardly ever

    pairs = dict(pairwise(words))
    wanted = next((word.removeprefix("--lang=") for word in words if word.startswith("--lang=")), pairs.get("--lang"))
    return wanted if wanted in ("zh", "en") else user_language()


def meant_command(word: str) -> str:
    """The command that ``word`` was meant to be, ``""`` where it may well be a file."""
    if any(sign in word for sign in "-./\\") or Path(word).exists():
        return ""
    from paiban.source.nearest import nearest  # noqa: PLC0415  only for a word that is hardly a file's name

    return nearest(word, COMMANDS)


def prepare_process() -> None:
    """What holds for a process of our own: closed streams, signals, the collector."""
    console.heal_descriptors()
    for number in (signal.SIGINT, *SIGNALS):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end_run)
    spare_the_collector()


def end_run(number: int, _frame: FrameType | None) -> NoReturn:
    """Clear away what is half written and end at once.

    An exception in the middle of anything would do harm: libraries swallow it, or stay half loaded, or crash. Workers
    see their parent go and end too.
    """
    abandon()
    os._exit(BY_SIGNAL + number)


def let_signals_be() -> None:
    """All is done: a signal from here on ends the process at once, in the middle of nothing."""
    for number in (signal.SIGINT, *SIGNALS):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def spare_the_collector() -> None:
    """Look for cycles seldom, and not once more at the process's end: a run makes few, and ends soon after its work.

    By default the collector walks through all that has been loaded again and again, a twentieth of a run's time.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)


def program_name() -> str:
    """What we were called by: ``typeset`` or ``paiban``."""
    name = Path(sys.argv[0]).stem
    return name if name in NAMES else NAMES[0]


class Help(HelpFormatter):
    """As wide as the terminal; looked up without what argparse loads for it at every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_columns() - 2)


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
    """A parser that speaks on our streams, and of wrong usage as JSON where that was asked for."""

    words: Sequence[str] = ()

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Help, **options)

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            console.answer(message.rstrip("\n"))
        else:
            console.complain(message.rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and end with exit code 2."""
        if wanted_form(self.words) == "json":
            from paiban.diagnostic import diagnose  # noqa: PLC0415  only for programs that call wrongly

            console.report([diagnose("P780", None, problem=message)], {}, "json", "en")
            raise SystemExit(2)
        super().error(message)


def parse(name: str, words: Sequence[str]) -> Namespace:
    """Parse the command line; usage errors end with exit code 2, as argparse does."""
    kind: Any = type("Parser", (Parser,), {"words": tuple(words)})
    parser = kind(prog=program_name(), description="Set a Chinese newspaper issue. 排报纸：稿件文件 → 付印 PDF。")
    parser.add_argument("--version", action="version", version=f"paiban {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # The help and the messages about a wrong command name them all; a parser costs half a millisecond.
    for command in [name] if name in COMMANDS else COMMANDS:
        sub = commands.add_parser(command, help=COMMANDS[command], description=COMMANDS[command])
        if command == name:
            import_module(f"paiban.cli.{command}").configure(sub)
    options: Namespace = parser.parse_args(words)
    return options
