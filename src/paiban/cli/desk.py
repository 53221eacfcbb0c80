"""``paiban desk``: the issue's pages in the browser, drawn from the file and changed in the file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import suppress
from getpass import getuser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from paiban.cli.common import STDIN, add_message_options, add_own_options, house_from, report_problem
from paiban.cli.console import answer, complain
from paiban.cli.engines import interrupts
from paiban.cli.speech import say, user_language
from paiban.diagnostic import diagnose
from paiban.language import Words
from paiban.source import read_source

if TYPE_CHECKING:
    from paiban.desk.journal import Entry

NEEDED = ("starlette", "uvicorn", "websockets")
"""What paiban[desk] brings."""

EDITOR = "vscode://file{file}:{line}:{column}"
EDITOR_HELP = Words("打开文件某一行的地址", "address that opens a line of the file")
STEPS = {
    "seen": Words("打开", "opened"),
    "outside": Words("别处改的", "changed elsewhere"),
    "edit": Words("改", "change"),
    "undo": Words("撤销", "undo"),
    "redo": Words("重做", "redo"),
}
"""What an entry of the journal may be."""

OPENED = {"zh": "编辑台：{address}\n按 Ctrl-C 结束", "en": "the desk: {address}\nCtrl-C ends it"}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("issue", metavar="ISSUE.yaml", help=say("稿件文件", "the issue file"))
    add_own_options(parser)
    add_message_options(parser)
    parser.set_defaults(lang="")  # each browser says its own
    parser.add_argument("--as", dest="who", metavar="NAME", default="", help=say("谁在改", "whose changes they are"))
    parser.add_argument("--editor", metavar="ADDRESS", default=EDITOR, help=say(*EDITOR_HELP))
    parser.add_argument("--story", metavar="NAME", default="", help=say("只写一篇稿件", "one story to write to length"))
    parser.add_argument("--no-browser", action="store_true", help=say("只打印地址", "only print the address"))
    parser.add_argument("--history", action="store_true", help=say("列出改动", "list what was changed"))


def run(options: Namespace) -> int:
    """Open the desk, and serve it until Ctrl-C."""
    if options.issue == STDIN:
        complain(say("desk: 要写回文件，不能用 -", "desk: needs a file to write to, not -"))
        return 2
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        return report_problem(diagnose("P794", None, library=", ".join(missing)), options)
    path = Path(options.issue)
    source, found = read_source(path)
    if source is None and not path.is_file():
        return report_problem(found[0], options)
    return tell_history(path, options.lang or user_language()) if options.history else serve(path, options)


def serve(path: Path, options: Namespace) -> int:
    """The desk, opened in the browser where one is wanted; it speaks the browser's language unless one is asked for."""
    from paiban.desk.serve import desk_of  # noqa: PLC0415  what it stands on may be missing

    wanted = {"lang": options.lang, "editor": options.editor, "story": options.story}
    desk = desk_of(path, house_from(options), options.who or getuser(), wanted)
    with suppress(KeyboardInterrupt), interrupts():
        complain(OPENED[options.lang or user_language()].format(address=desk.address))
        if not options.no_browser:
            from webbrowser import open as browse  # noqa: PLC0415  where there is one

            browse(desk.ticket)
        desk.run()
    return 0


def tell_history(path: Path, lang: str) -> int:
    """The journal's entries, the oldest first."""
    from paiban.desk.journal import Journal  # noqa: PLC0415  as above

    journal = Journal(path, "")
    journal.read_on()
    for number, entry in enumerate(journal.entries, 1):
        answer(entry_words(number, entry, lang))
    return 0


def entry_words(number: int, entry: Entry, lang: str) -> str:
    """One entry on a line: number, time, who, what, and how much of the file it changed."""
    from paiban.desk.journal import entry_time  # noqa: PLC0415  as above

    time = entry_time(entry)
    what = f"{STEPS[entry.what].said(lang)} {entry.words.said(lang)}".strip()
    return f"{number:4}  {time:%Y-%m-%d %H:%M:%S}  {entry.who}  {what}  -{len(entry.hunk.old)} +{len(entry.hunk.new)}"
