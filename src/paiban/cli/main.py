"""Choosing the sub-command. A bare file name means: set it."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import FrameType, ModuleType
from typing import NoReturn

from paiban import __version__
from paiban.cli import console
from paiban.cli.speech import language_of, say, speak
from paiban.cli.usage import Misused, Parser
from paiban.files import abandon
from paiban.language import Words

COMMANDS = {
    "set": Words("排版并输出 PDF", "set every page and write the PDF (the default)"),
    "check": Words("只检查，不输出", "the same without output"),
    "galley": Words("按指定行长看小样", "小样: each story's lines at a measure"),
    "proof": Words("输出大样图片", "大样: PNG of every page"),
    "preflight": Words("检查任意 PDF 能否付印", "check any PDF against a print condition"),
    "mend": Words("修补广告 PDF", "put right what can be in an advert's PDF"),
    "adverts": Words("广告清单", "the adverts of an issue, as a list or a sheet"),
    "makeup": Words("自动拼版", "automatic make-up: propose page plans"),
    "edit": Words("按程序的要求改稿件文件", "change an issue file as a program asks"),
    "import": Words("来稿导入成稿件文件", "an issue of Word files, text, web pages, tables, wire items"),
    "schema": Words("稿件和版面文件的 JSON Schema", "the JSON Schema of issue and layout files, for editors"),
    "move": Words("改日子、挪版", "an issue to another day, a page into another issue"),
    "new": Words("新建一期", "a fresh issue that already sets"),
    "desk": Words("在浏览器里看版、改版", "编辑台: the pages in the browser, changed there or in the file"),
    "watch": Words("每次保存都重排", "set again at every save"),
    "serve": Words("常驻，别的命令都变快", "stay, so that every other command is quick"),
    "batch": Words("成批排版，一份总表", "many issues at once, one report"),
    "report": Words("出了问题时发给开发者的报告", "what to send the makers when something goes wrong"),
    "shell": Words("让 bash、zsh 认得 typeset", "typeset at the prompt of bash and zsh"),
    "completion": Words("命令补全", "what makes a shell complete these commands"),
}
"""Each is a module of this package with ``configure(parser)`` and ``run(options)``; only the chosen one loads."""

NAMES = ("paiban", "typeset")
"""What the program is called; in bash and zsh ``typeset`` is a word of the shell."""

COLLECT_AFTER = 100_000
"""New values before the collector looks for cycles: a page makes some ten thousand, a search many times as many."""

STACK = 1 << 14
"""Places of a frame that is larger than a piece of Python's stack: as much again is left below it."""

Run = Callable[[list[str]], int]

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a run from outside, besides the keyboard."""

BY_SIGNAL = 128
"""The exit code of a run that a signal ended is this and the signal's number."""


class _End:
    """The end of the process once all is done: at once, for the system takes back all memory better than Python does.

    Whoever asked to be called at the end is called before; one who did before us, a measuring tool, is called after us,
    and then the process ends as usual.
    """

    def __init__(self) -> None:
        self.code: int | None = None

    def prepare(self) -> None:
        """End this process so."""
        if not atexit._ncallbacks():
            atexit.register(self)

    def __call__(self) -> None:
        if self.code is None or sys.gettrace() is not None:
            return
        with suppress(OSError, ValueError, AttributeError):  # what cannot be written is told as Python tells it
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(self.code)


end = _End()


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
        end.code = code
    return code


def with_one_stack(function: Run) -> Run:
    """The function with a frame so large that all frames below it find room in the piece of memory that holds it.

    Python takes memory for frames in pieces of 16 KB and gives each back when it is empty: a loop that calls across
    the end of one would map and unmap it at every turn, seven hundred times a page.
    """
    function.__code__ = function.__code__.replace(co_stacksize=STACK)
    return function


@with_one_stack
def run_words(words: list[str]) -> int:
    """Find the command that the words of the command line mean and run it. Wrong usage is 2, as everywhere."""
    speak(words)
    if words and words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version"):
        meant = meant_command(words[0])
        if meant:
            from paiban.cli.misuse import mistyped  # noqa: PLC0415  only for a wrong command line

            console.report([mistyped(words[0], meant)], {}, wanted_form(words), language_of(words))
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
    from paiban.diagnostic.fault import fault_of  # noqa: PLC0415  hardly ever

    file = next((word for word in words[1:] if not word.startswith("-")), "") or (words[0] if words else "")
    console.report([fault_of(error, file)], {}, wanted_form(words), language_of(words))
    return 1


def finished(code: int, words: Sequence[str]) -> int:
    """Bring everything out. A reader that went away (paiban … | head) has what it wanted; a full disk is an error."""
    lost = console.lost_output()
    if lost is not None and not isinstance(lost, BrokenPipeError):
        from paiban.diagnostic import diagnose, system_words  # noqa: PLC0415  hardly ever
        from paiban.language import Words  # noqa: PLC0415

        problem = diagnose("P720", None, file=Words("标准输出", "standard output"), reason=system_words(lost))
        console.report([problem], {}, wanted_form(words), language_of(words))
        code = code or 1
    console.print_pending()
    return code


def wanted_form(words: Sequence[str]) -> str:
    """``json`` where messages were asked for in that form, before or without the options being understood."""
    pairs = pairwise(words)
    return "json" if "--format=json" in words or ("--format", "json") in pairs else "text"


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
    end.prepare()
    spare_the_collector()
    if sys.argv[1:] and not sys.argv[1].startswith("-"):
        from paiban.cli import bytecode, expressions  # noqa: PLC0415  what is asked of the program itself needs few

        bytecode.keep(sys.argv[1] if sys.argv[1] in COMMANDS else "set")
        expressions.keep()


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
    """Look for cycles seldom: a run makes few, and ends soon after its work.

    By default the collector walks through all that has been loaded again and again, a twentieth of a run's time.
    """
    gc.set_threshold(COLLECT_AFTER)


def program_name() -> str:
    """What we were called by: ``typeset`` or ``paiban``."""
    name = Path(sys.argv[0]).stem
    return name if name in NAMES else NAMES[0]


def parse(name: str, words: Sequence[str]) -> Namespace:
    """Parse the command line; wrong usage is a finding, and ends with exit code 2."""
    parser = Parser(
        prog=program_name(),
        description=say("排报纸：稿件文件 → 付印 PDF。", "Set a Chinese newspaper issue: file → print-ready PDF."),
    )
    version = say("显示版本号", "show the version and exit")
    parser.add_argument("--version", action="version", version=f"paiban {__version__}", help=version)
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("命令", "COMMAND"))
    # The help and the messages about a wrong command name them all; a parser costs half a millisecond.
    for command in [name] if name in COMMANDS else COMMANDS:
        sub = commands.add_parser(command, help=say(*COMMANDS[command]), description=say(*COMMANDS[command]))
        if command == name:
            import_module(f"paiban.cli.{command}").configure(sub)
    try:
        options, surplus = parser.parse_known_args(words)
        if surplus:
            raise Misused(commands.choices[name] if name else parser, None, surplus[0])
    except Misused as misused:
        from paiban.cli.misuse import told  # noqa: PLC0415  only for a wrong command line

        console.report([told(misused, words)], {}, wanted_form(words), language_of(words))
        raise SystemExit(2) from None
    return options
