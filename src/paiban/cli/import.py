"""``paiban import``: copy as it arrives (Word, text, web pages, tables, wire items, a folder) made an issue file."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from paiban.cli.common import STDIN, add_message_options, report_problem, standard_input, written_words
from paiban.cli.console import give, report, tell
from paiban.cli.new import PAPER_FILE
from paiban.cli.speech import beyond, say
from paiban.days import day_in
from paiban.diagnostic import Diagnostic, Severity, diagnose, has_errors, system_words
from paiban.engine.reading import read_issue
from paiban.intake import FORMATS, MOST_BYTES, Imported, Order, Source, Sources, gathered, imported, is_risky
from paiban.output.beside import refusal, write_beside

KEYS = {"zh": True, "en": False}
MORE = {
    "zh": "另有 {count} 处同样的改动和猜测，-v 逐条列出",
    "en": "{count} more changes and guesses of the same kinds; -v lists them all",
}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=say("文件、文件夹，或 -", "files, folders, or -"))
    parser.add_argument(
        "-o", "--output", metavar="ISSUE.yaml", help=say("写到哪里，- 是标准输出", "where to write, or -")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=say("可以覆盖已有的文件", "replace a file that is there")
    )
    parser.add_argument(
        "--from", dest="form", choices=FORMATS, default="", help=say("来稿的格式", "what the sources are")
    )
    parser.add_argument(
        "--date", type=day, metavar="DATE", help=say("出版日期，如 2022-03-31", "day of issue, 2022-03-31")
    )
    parser.add_argument("--page", type=page, metavar="N", help=say("版次", "number of the page"))
    parser.add_argument(
        "--pages", type=pages, default=0, metavar="N", help=say("自动分到几个版", "spread it over N pages")
    )
    parser.add_argument("--section", default="", metavar="NAME", help=say("版名", "name of the page"))
    parser.add_argument("--template", default="", metavar="NAME", help=say("版式", "its template"))
    parser.add_argument("--style", default="", metavar="NAME", help=say("样式", "its style sheet"))
    parser.add_argument("--keys", choices=KEYS, default="zh", help=say("键用中文还是英文", "language of the keys"))
    add_message_options(parser)


def day(value: str) -> str:
    """An option that is a date."""
    found = day_in(value)
    if found is None:
        raise ArgumentTypeError(say(f"“{value}”：例如 2022-03-31", f"“{value}”: for example 2022-03-31"))
    return found.isoformat()


def page(value: str) -> str:
    """An option that is the number of a page."""
    if not value.isdecimal() or not 1 <= int(value) <= 9999:
        raise ArgumentTypeError(beyond(value, "1 … 9999"))
    return value


def pages(value: str) -> int:
    """An option that is a number of pages."""
    if not value.isdecimal() or not 1 <= int(value) <= 1000:
        raise ArgumentTypeError(beyond(value, "1 … 1000"))
    return int(value)


def run(options: Namespace) -> int:
    """Import the sources, say what was done, write the issue, and read it as every command will."""
    target = target_of(options)
    problem = None if target is None else refusal(target, fresh=not options.overwrite)
    if problem is not None:
        return report_problem(problem, options)
    result = imported(sources_from(options), order_from(options, target), Path() if target is None else target.parent)
    if not result.text:
        told(result.found, result, options)
        return 1
    failed = delivered(result, target, options)
    found = [*result.found, *([] if failed else checked(result, target))]
    told(found, result, options)
    return failed or int(has_errors(found))


def order_from(options: Namespace, target: Path | None) -> Order:
    """What the options say of the issue."""
    return Order(
        options.form, options.date or "", options.page or "", options.section, options.template, options.style,
        options.pages, KEYS[options.keys], extended(target),
    )  # fmt: skip


def extended(target: Path | None) -> str:
    """The paper's own file, from the folder of an issue in this place: above it, as ``new`` has it, or in it."""
    folder = Path() if target is None else target.parent
    papers = (f"../{PAPER_FILE}", PAPER_FILE)
    return next((paper for paper in papers if (folder.absolute() / paper).is_file()), "")


def sources_from(options: Namespace) -> Sources:
    """The sources in the order that they were named; ``-`` is what comes from standard input."""
    sources = gathered([Path(name) for name in options.sources if name != STDIN])
    if STDIN in options.sources:
        return sources._replace(copy=(*sources.copy, Source("stdin", standard_input(MOST_BYTES))))
    return sources


def target_of(options: Namespace) -> Path | None:
    """Where the issue goes: where that was said, else into the folder or beside the file; None: standard output."""
    first = options.sources[0]
    if options.output or first == STDIN:
        return None if (options.output or STDIN) == STDIN else Path(options.output)
    return Path(first) / "issue.yaml" if Path(first).is_dir() else Path(first).with_suffix(".yaml")


def checked(result: Imported, target: Path | None) -> Sequence[Diagnostic]:
    """What reading the issue finds."""
    found = read_issue(target or Path("issue.yaml"), result.text)[1]
    return [diagnostic for diagnostic in found if diagnostic.severity is not Severity.INFO]


def told(found: Sequence[Diagnostic], result: Imported, options: Namespace) -> None:
    """Report what was done: everything as data or where asked for, else guesses of what a line of copy is, the first of
    each other kind, and a count."""
    if options.format == "json" or options.verbose:
        report(found, result.sources, options.format, options.lang)
        return
    shown, seen = [], Counter[str]()
    for diagnostic in found:
        seen[diagnostic.code] += diagnostic.severity is Severity.INFO
        always = diagnostic.severity is Severity.ERROR or (is_risky(diagnostic) and not options.quiet)
        if always or (seen[diagnostic.code] <= 1 and not options.quiet):
            shown.append(diagnostic)
    report(shown, result.sources, options.format, options.lang)
    if len(found) > len(shown) and not options.quiet:
        tell(MORE[options.lang].format(count=len(found) - len(shown)))


def delivered(result: Imported, target: Path | None, options: Namespace) -> int:
    """Put the pictures and the issue in their places; 1 where that cannot be."""
    folder = Path() if target is None else target.parent
    outputs = [(folder / name, data) for name, data in result.files.items()]
    outputs += [(target, result.text.encode())] if target is not None else []
    for path, data in outputs:
        problem = put_beside(path, data, fresh=path != target or not options.overwrite)
        if problem is not None:
            return report_problem(problem, options)
        if not options.quiet and target is not None:
            tell(written_words(path, len(data)))
    if target is None:
        give(result.text)
    return 0


def put_beside(path: Path, data: bytes, fresh: bool) -> Diagnostic | None:
    """A file in its place, its folder made where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return diagnose("P720", None, file=path, reason=system_words(error))
    return write_beside(path, data, fresh=fresh)
