"""What the sub-commands share: options, the user's language, printing and files."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from paiban.cli.console import report, tell
from paiban.cli.engines import engine_of
from paiban.cli.speech import add_language, beyond, say, user_language
from paiban.diagnostic import Diagnostic, Severity
from paiban.engine import Result
from paiban.engine.house import House
from paiban.engine.inputs import files_read
from paiban.engine.printing import Note, Printing
from paiban.files import DRAFT_PART, issue_stem
from paiban.font.catalogue import CATALOGUE_FILE
from paiban.issue.naming import named, titles
from paiban.kinds import KINDS
from paiban.language import Words
from paiban.output.beside import refusal, write_beside
from paiban.output.model import Options
from paiban.source.limits import MAX_BYTES
from paiban.source.measure import parse_length
from paiban.units import PER_PT

STDIN = "-"


DRAFT_HELP = Words("有错时输出草样", "with errors write a draft of the page, never for the press")

LEAST_MIB = 256
"""Less than this not even a small page can be set in."""

CONFINE_HELP = Words("只用稿件文件夹里的文件", "use no file outside the issue's folder")

LAYOUT_HELP = Words("另加版式、样式、印刷条件", "a folder with templates, styles, press of your own")


ISSUE_HELP = Words("稿件文件", "the issue file")
PIPED_ISSUE_HELP = Words("稿件文件，- 是标准输入", "the issue file, or - for standard input")


def add_issue_options(parser: ArgumentParser, piped: bool = True) -> None:
    """The options of every command that reads an issue; ``piped`` if it may come from standard input."""
    parser.add_argument("issue", metavar="ISSUE.yaml", help=say(*(PIPED_ISSUE_HELP if piped else ISSUE_HELP)))
    add_own_options(parser)
    add_message_options(parser)


def add_output_options(parser: ArgumentParser) -> None:
    """The options of every command that writes files."""
    parser.add_argument(
        "--no-clobber", action="store_true", help=say("不覆盖已有的文件", "replace no file that is there")
    )


def add_own_options(parser: ArgumentParser) -> None:
    """The options that name a paper's own folders."""
    parser.add_argument(
        "--fonts", type=Path, metavar="DIR", help=say("另加字体", "a folder with a fonts.yaml of your own")
    )
    parser.add_argument("--layout", type=folder, metavar="DIR", help=say(*LAYOUT_HELP))
    parser.add_argument("--confine", action="store_true", help=say(*CONFINE_HELP))
    parser.add_argument("--max-seconds", type=seconds, metavar="N", help=say("最多运行几秒", "give up after so long"))
    parser.add_argument("--max-memory", type=mebibytes, metavar="MIB", help=say("最多用多少内存", "use no more memory"))


def seconds(value: str) -> float:
    """An option that is a time in seconds."""
    try:
        amount = float(value.removesuffix("s"))
    except ValueError:
        amount = 0.0
    if not 0 < amount <= 86_400:
        raise ArgumentTypeError(say(f"“{value}”：例如 30", f"“{value}”: for example 30"))
    return amount


def mebibytes(value: str) -> int:
    """An option that is an amount of memory in MiB."""
    if not value.isdecimal() or int(value) < LEAST_MIB:
        raise ArgumentTypeError(beyond(value, f"MiB, {LEAST_MIB} …"))
    return int(value)


def folder(value: str) -> Path:
    """An option that is a folder."""
    if not Path(value).is_dir():
        raise ArgumentTypeError(say(f"“{value}”：没有这个文件夹", f"“{value}”: there is no such folder"))
    return Path(value)


def add_message_options(parser: ArgumentParser) -> None:
    """The options that say how to speak."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=say("信息格式", "form of the messages")
    )
    add_language(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help=say("只报错误", "errors only"))
    parser.add_argument("-v", "--verbose", action="store_true", help=say("连提示一起报", "infos too"))


def length(value: str) -> str:
    """An option that is a length, in the words of the issue file; it is measured once the body size is known."""
    found = parse_length(value, em=PER_PT)
    if found is None or found < 0:
        raise ArgumentTypeError(
            say(f"“{value}”：写长度要带单位，例如 13em、60mm", f"“{value}”: a length needs a unit, as 13em or 60mm")
        )
    return value


def measure(value: str) -> str:
    """An option that is the length of a line: more than nothing."""
    if parse_length(length(value), em=PER_PT) == 0:
        raise ArgumentTypeError(say(f"“{value}”：行长要大于零", f"“{value}”: a line has some length"))
    return value


def issue_from(options: Namespace) -> tuple[Path, bytes | None]:
    """The issue that the options name, and its content where that comes from standard input."""
    return (Path("stdin.yaml"), standard_input(MAX_BYTES)) if options.issue == STDIN else (Path(options.issue), None)


def standard_input(most: int) -> bytes:
    """What comes from standard input: no more than a byte above ``most``, nothing where it is closed or unreadable."""
    try:
        return b"" if sys.stdin is None else sys.stdin.buffer.read(most + 1)
    except (OSError, ValueError):
        return b""


def house_from(options: Namespace) -> House:
    """What the options bring of a paper's own."""
    return House(options.fonts, options.layout, options.confine)


def set_from(options: Namespace, draft: bool = False) -> Result:
    """Set the issue that the options name; as far as it can be for a ``draft`` (草样), where anything forbids more."""
    return engine_of(house_from(options)).set_issue(*issue_from(options), draft)


def printed_from(options: Namespace, note: Note, halved: bool = False) -> Result:
    """Set the issue that the options name, of which nothing but the PDF is wanted and a ``note`` of each page."""
    printing = Printing(Options(halved=halved), note, processors())
    return engine_of(house_from(options)).set_issue(*issue_from(options), printing=printing)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def page_number(words: str) -> int:
    """A page by its number, a spread by either or both, as its file says it (2-3)."""
    return int(words.partition("-")[0])


def draft_path(path: Path, result: Result) -> Path:
    """Where a file goes: a draft under a name that no press file has."""
    return path.with_stem(path.stem + DRAFT_PART) if result.draft else path


def kept_files(result: Result, options: Namespace) -> tuple[Path, ...]:
    """What no output of a run may go over: all that it was made from."""
    return (*files_read(result), *own_fonts(options))


def own_fonts(options: Namespace) -> tuple[Path, ...]:
    """The fonts file of the folder that the options name."""
    return (options.fonts / CATALOGUE_FILE,) if options.fonts else ()


def all_free(paths: Sequence[Path], keep: Sequence[Path], options: Namespace) -> bool:
    """Whether every output may be written; else the reasons are printed, before there is any of them."""
    problems = [found for path in paths if (found := refusal(path, keep, options.no_clobber)) is not None]
    for problem in problems:
        report_problem(problem, options)
    return not problems


def deliver_file(path: Path, data: bytes, options: Namespace, keep: Sequence[Path] = ()) -> int:
    """Put a finished file in its place, over none of ``keep``; 1 where that cannot be, with the reason."""
    problem = write_beside(path, data, keep, options.no_clobber)
    if problem is not None:
        return report_problem(problem, options)
    if not options.quiet:
        tell(written_words(path, len(data)))
    return 0


def written_words(path: Path, size: int) -> str:
    """That a file of ``size`` bytes was written."""
    return f"→ {path}  {size / 1024:,.0f} KB"


def report_problem(problem: Diagnostic, options: Namespace) -> int:
    """Report one error that no issue is to blame for; 1, the exit code that goes with it."""
    form, lang = getattr(options, "format", "text"), getattr(options, "lang", None)
    report([problem], {}, form, lang or user_language())
    return 1


def severities_shown(options: Namespace) -> frozenset[Severity]:
    """What the user wants to read: errors always, warnings unless quiet, infos where asked for."""
    shown = {Severity.ERROR}
    if not options.quiet:
        shown.add(Severity.WARNING)
    if options.verbose or (getattr(options, "all_infos", False) and not options.quiet):
        shown.add(Severity.INFO)
    return frozenset(shown)


def worded(result: Result, options: Namespace) -> tuple[Diagnostic, ...]:
    """What was found, for people with blocks without ids called by their headlines."""
    if options.format != "text" or result.issue is None:
        return result.diagnostics
    return named(result.diagnostics, titles(result.issue, KINDS.readings))


def report_diagnostics(result: Result, options: Namespace) -> None:
    """Print what was found to standard error, as far as the user wants to read it."""
    shown = severities_shown(options)
    found = [d for d in worded(result, options) if d.severity in shown]
    report(found, result.sources, options.format, options.lang)


def stem_of(issue: str) -> str:
    """What an issue's files are called: the file's own stem, or its folder's name where that is just «issue»."""
    return "issue" if issue == STDIN else issue_stem(Path(issue))


def beside(issue: str, suffix: str) -> Path:
    """The default output path: beside the issue file."""
    folder = Path() if issue == STDIN else Path(issue).parent
    return folder / f"{stem_of(issue)}{suffix}"
