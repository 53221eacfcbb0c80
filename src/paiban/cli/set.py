"""``paiban issue.yaml``: set every page, write the PDF or what else was asked for, print the copy-fit report."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from paiban.cli.common import (
    DRAFT_HELP,
    add_issue_options,
    add_output_options,
    all_free,
    beside,
    deliver_file,
    draft_path,
    kept_files,
    printed_from,
    report_diagnostics,
    set_from,
)
from paiban.cli.console import complain, give_bytes, tell
from paiban.cli.copyfit import report_note, report_text, result_facts
from paiban.cli.speech import say
from paiban.engine import Result, written
from paiban.engine.setting import single_pages
from paiban.language import Words
from paiban.output.model import File, Options, Output
from paiban.output.table import OUTPUTS
from paiban.value import NamedTuple

PAGE_FIELDS = ("page", "section")
NAME_FIELDS = ("date", *PAGE_FIELDS)
STDOUT = "-"
INSTEAD = {
    "svg": Words("每版输出一个 SVG，不出 PDF", "write each page as SVG, no PDF"),
    "json": Words("输出版面数据，不出 PDF", "print the pages as data, write no PDF"),
}
"""Outputs that may be asked for instead of the PDF."""

NEEDS = {"preflight": "pdf", "halves": "pdf", "outlines": "svg"}
"""Options that one output alone can follow."""

ONE_FILE = Words("有两版会写成同一个文件，加上 {page}", "two pages would be one file, add {page}")
NAME_HELP = Words(
    "文件名格式，可用 {date}、{page}、{section}；有 {page} 或 {section} 的每版一个文件",
    "file name with {date}, {page}, {section}; with a page's field one file a page",
)


OUTPUT_HELP = Words("写到哪里", "where to write")
PIPED_OUTPUT_HELP = Words("写到哪里，- 是标准输出", "where to write, - for standard output")


def configure(parser: ArgumentParser, piped: bool = True) -> None:
    """Declare the command's options; ``piped`` if issue and result may be streams of the shell."""
    add_issue_options(parser, piped)
    add_output_options(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help=say(*(PIPED_OUTPUT_HELP if piped else OUTPUT_HELP)))
    parser.add_argument("--name", type=pattern, metavar="PATTERN", help=say(*NAME_HELP))
    parser.add_argument("--draft", action="store_true", help=say(*DRAFT_HELP))
    parser.add_argument(
        "--preflight", action="store_true", help=say("输出后再查一遍 PDF", "check the finished PDF too")
    )
    for name, words in INSTEAD.items():
        parser.add_argument(f"--{name}", dest="kind", action="store_const", const=name, default="pdf", help=say(*words))
    parser.add_argument("--halves", action="store_true", help=say("跨版拆成左右两版", "a spread as its two pages"))
    parser.add_argument(
        "--outlines", action="store_true", help=say("SVG 里的字转成轮廓", "glyphs as outlines in the SVG")
    )


def pattern(value: str) -> str:
    """An option that is a file name with fields in braces."""
    try:
        value.format(**dict.fromkeys(NAME_FIELDS, ""))
    except (KeyError, IndexError, ValueError):
        raise ArgumentTypeError(f"“{value}”: {say(*NAME_HELP)}") from None
    return value


def run(options: Namespace) -> int:
    """Set the issue; nothing is written where anything is wrong."""
    for option, kind in NEEDS.items():
        if getattr(options, option) and options.kind != kind:
            complain(say(f"--{option}: 只用于 {kind.upper()}", f"--{option}: only for {kind.upper()}"))
            return 2
    output = OUTPUTS[options.kind]
    result = issue_set(options)
    made = all_made(result, output, options)
    found = tuple(dict.fromkeys(d for part in made for d in part.result.diagnostics))
    report_diagnostics(result._replace(diagnostics=found), options)
    printed = destination(options) == STDOUT
    if not options.quiet and result.pages and output.strict:
        (complain if printed else tell)(report_text(result, options.lang))
    ok = all(part.result.ok for part in made)
    if not ok and output.strict and not made[0].result.draft:
        tell_of_none(result, options)
        return 1
    files = [(path, file.data) for part in made for path, file in named_files(part, options)]
    if len({path for path, _ in files}) < len(files) or (printed and len(files) > 1):
        complain(f"--name {options.name}: {say(*ONE_FILE)}")
        return 2
    if printed:
        give_bytes(files[0][1])
        return 0 if ok else 1
    return deliver(result, files, options) | (0 if ok else 1)


def tell_of_none(result: Result, options: Namespace) -> None:
    """That no file was written, that one of an earlier run still lies there, and how to see the pages all the same."""
    if options.quiet or options.format != "text":
        return
    kind, old = options.kind.upper(), path_of(result, options)
    if destination(options) != STDOUT and old.is_file():
        day = f"{datetime.fromtimestamp(old.stat().st_mtime):%m-%d %H:%M}"
        words = say(f"没有写 {kind}，{old} 还是 {day} 的旧版", f"no {kind} was written; {old} is still that of {day}")
    else:
        words = say(f"没有写 {kind}", f"no {kind} was written")
    complain(words + say("；加 --draft，读得出的都排成草样", "; --draft sets as a draft what can be read of it"))


def issue_set(options: Namespace) -> Result:
    """The issue with all that is wanted of it: of a plain PDF its pages need not stay."""
    if options.kind != "pdf" or options.draft or by_page(options):
        return set_from(options, options.draft)
    return printed_from(options, report_note(options.lang), options.halves)


def by_page(options: Namespace) -> bool:
    """Whether each page is to be a file of its own."""
    return bool(options.name) and any(f"{{{field}" in options.name for field in PAGE_FIELDS)


class Made(NamedTuple):
    """A part of the issue and the files that it became."""

    result: Result
    files: tuple[File, ...]


def all_made(result: Result, output: Output, options: Namespace) -> list[Made]:
    """Each part with its files; all of it as one draft where a part turns out to be none for the press."""
    made = [made_of(part, output, options) for part in parts(result, options)]
    if len(made) > 1 and any(part.result.draft for part in made):
        return [made_of(result, output, options)]
    return made


def made_of(part: Result, output: Output, options: Namespace) -> Made:
    """The files of a part, with what a full preflight of its PDF finds where one was asked for."""
    facts = {} if output.strict else result_facts(part)
    how = Options(outlines=options.outlines, halved=options.halves, facts=facts)
    if options.draft:
        from paiban.engine.drafting import written_or_drafted  # noqa: PLC0415  only where that was asked for

        result, files = written_or_drafted(part, output, options.lang, how)
    else:
        result, files = written(part, output, how)
    checked = options.preflight and files and not result.draft  # a draft goes to no press
    return Made(preflighted(result, files[0].data) if checked else result, files)


def parts(result: Result, options: Namespace) -> tuple[Result, ...]:
    """What becomes a file of its own: the issue, or each page where the name says which page it is."""
    return single_pages(result) if by_page(options) and result.ok else (result,)


def preflighted(result: Result, pdf: bytes) -> Result:
    """The same result with what a full preflight of its PDF finds."""
    from paiban.preflight import preflight_pdf  # noqa: PLC0415  pikepdf loads only for a full preflight

    if result.kit is None:
        return result
    report = preflight_pdf(pdf, result.kit.press)
    return result._replace(diagnostics=(*result.diagnostics, *report.diagnostics()))


def named_files(part: Made, options: Namespace) -> Iterator[tuple[Path, File]]:
    """Where each file goes: beside the issue or where it was asked for, by its pattern if there is one."""
    path = draft_path(path_of(part.result, options), part.result)
    for file in part.files:
        yield (path.with_stem(path.stem + file.part) if file.part else path), file


def path_of(result: Result, options: Namespace) -> Path:
    """Where a result goes, by its first page where the name has fields."""
    path = Path(destination(options))
    if not options.name or result.issue is None or not result.pages:
        return path
    page = result.pages[0]
    fields = {"date": result.issue.date.isoformat(), "page": page.numbers, "section": page.section}
    return path.with_name(options.name.format(**fields).replace("/", "-"))


def destination(options: Namespace) -> str:
    """Where the output goes: where it was asked for, else data to standard output and all else beside the issue."""
    output = OUTPUTS[options.kind]
    return options.output or (str(beside(options.issue, output.suffix)) if output.strict else STDOUT)


def deliver(result: Result, files: Sequence[tuple[Path, bytes]], options: Namespace) -> int:
    """Write each file to its path; none where one of them may not be written."""
    keep, paths = kept_files(result, options), [path for path, _ in files]
    if not all_free(paths, keep, options):
        return 1
    failed = 0
    for index, (path, data) in enumerate(files):
        failed |= deliver_file(path, data, options, (*keep, *paths[:index]))
    return failed
