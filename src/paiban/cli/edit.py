"""``paiban edit``: changes of an issue file that a program asks for, as one change or none."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import STDIN, add_message_options, report_problem, standard_input, written_words
from paiban.cli.console import complain, report, tell
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.engine import read_issue
from paiban.issue.edit import Operation, edited, key_names
from paiban.issue.operations import Asked, read_operations
from paiban.issue.write_back import revision, write_revision
from paiban.kinds import KINDS
from paiban.language import Words
from paiban.source import SourceFile, read_source
from paiban.source.limits import MAX_BYTES

OPERATIONS = Words("改动的清单", "the list of changes")


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("issue", type=Path, metavar="ISSUE.yaml", help=say("稿件文件", "the issue file"))
    parser.add_argument(
        "operations", metavar="OPS.json", help=say("要改什么，- 是标准输入", "what to change, or - for standard input")
    )
    add_message_options(parser)


def run(options: Namespace) -> int:
    """Make the changes, all of them or none, and say what the file is worth then."""
    if str(options.issue) == STDIN:
        complain(say("edit: 要写回文件，不能用 -", "edit: needs a file to write to, not -"))
        return 2
    asked, asking, wrong = asked_of(options)
    if asked is None:
        return refuse(wrong, asking, options)
    try:
        data = options.issue.read_bytes()
    except OSError:
        data = None
    issue, found = read_source(options.issue, data)
    if issue is None or data is None:
        return refuse(found, issue, options)
    after = changed(data, asked, options.issue)
    return refuse((after,), asking, options) if isinstance(after, Diagnostic) else put(data, after, options)


def put(before: bytes, after: str, options: Namespace) -> int:
    """Put the changed file in its place, unless that was saved meanwhile."""
    problem = write_revision(options.issue, revision(before), after)
    return tell_written(after, options) if problem is None else report_problem(problem, options)


def asked_of(options: Namespace) -> tuple[Asked | None, SourceFile | None, tuple[Diagnostic, ...]]:
    """What is asked for, the file that asks, and what is wrong with it."""
    from_stdin = options.operations == STDIN
    content = standard_input(MAX_BYTES) if from_stdin else None
    source, found = read_source(Path("stdin.json" if from_stdin else options.operations), content, OPERATIONS)
    if source is None:
        return None, None, found
    asked, wrong = read_operations(source)
    return asked, source, wrong


def changed(data: bytes, asked: Asked, path: Path) -> str | Diagnostic:
    """The issue's text with all that was asked for done to it; or which operation cannot be done, at its place."""
    if asked.base not in ("", revision(data)):
        return diagnose("P726", None, file=path)
    text = data.decode("utf-8")
    names = key_names(KINDS.readings)
    operations: list[Operation] = [operation for operation, _ in asked.operations]
    after = edited(text, names, operations)
    if isinstance(after, str):
        return after
    good, bad = 0, len(operations)
    while good + 1 < bad:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if isinstance(edited(text, names, operations[:middle]), str) else (good, middle)
    return after._replace(span=asked.operations[bad - 1][1])


def refuse(found: tuple[Diagnostic, ...], source: SourceFile | None, options: Namespace) -> int:
    """Nothing was written: say why; 1, the exit code that goes with it."""
    report(found, {} if source is None else {source.name: source.text}, options.format, options.lang)
    return 1


def tell_written(after: str, options: Namespace) -> int:
    """What was written, and what reading it finds wrong now: half of all that is saved is half done."""
    _, found, sources = read_issue(options.issue, after)
    if has_errors(found):
        report([d for d in found if has_errors((d,))], sources, options.format, options.lang)
    if not options.quiet:
        tell(written_words(options.issue, len(after.encode("utf-8"))))
    return 0
