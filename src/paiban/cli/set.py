"""``paiban issue.yaml``: set every page, write the PDF, print the copy-fit report."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from paiban.cli.common import (
    add_issue_options,
    add_output_options,
    all_free,
    beside,
    deliver_file,
    kept_files,
    report_diagnostics,
    set_from,
)
from paiban.cli.report import report_text, result_json
from paiban.engine import Result, with_pdf
from paiban.engine.setting import single_pages

PAGE_FIELDS = ("page", "section")
NAME_FIELDS = ("date", *PAGE_FIELDS)
STDOUT = "-"
ONE_FILE = "有两版会写成同一个文件，加上 {page} / two pages would be one file, add {page}"
NAME_HELP = "file name with {date}, {page}, {section}; with a page's field one file a page"


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    add_output_options(parser)
    parser.add_argument("-o", "--output", metavar="FILE.pdf", help="where to write, - for standard output · 输出文件")
    parser.add_argument("--name", type=pattern, metavar="PATTERN", help=f"{NAME_HELP} · 文件名格式")
    parser.add_argument("--preflight", action="store_true", help="check the finished PDF too · 输出后再查一遍 PDF")
    parser.add_argument("--json", action="store_true", help="print the pages as data, write no PDF · 输出版面数据")


def pattern(value: str) -> str:
    """An option that is a file name with fields in braces."""
    try:
        value.format(**dict.fromkeys(NAME_FIELDS, ""))
    except (KeyError, IndexError, ValueError):
        raise ArgumentTypeError(f"{value!r}: {NAME_HELP}") from None
    return value


def run(options: Namespace) -> int:
    """Set the issue; nothing is written where anything is wrong."""
    result = set_from(options)
    if options.json:
        report_diagnostics(result, options)
        print(result_json(result))
        return 0 if result.ok else 1
    finished = [with_pdf(part) for part in parts(result, options)]
    checked = [preflighted(part) for part in finished] if options.preflight else finished
    found = tuple(dict.fromkeys(d for part in checked for d in part.diagnostics))
    report_diagnostics(result._replace(diagnostics=found), options)
    if not options.quiet and result.makeups:
        print(report_text(result, options.lang), file=sys.stderr if options.output == STDOUT else sys.stdout)
    if not all(part.ok for part in checked):
        return 1
    paths = [output_path(part, options) for part in checked]
    if len(set(paths)) < len(paths) or (options.output == STDOUT and len(paths) > 1):
        print(f"--name {options.name}: {ONE_FILE}", file=sys.stderr)
        return 2
    if options.output == STDOUT:
        sys.stdout.buffer.write(checked[0].pdf)
        return 0
    return deliver(checked, paths, options)


def parts(result: Result, options: Namespace) -> tuple[Result, ...]:
    """What becomes a file of its own: the issue, or each page where the name says which page it is."""
    by_page = options.name and result.ok and any(f"{{{field}" in options.name for field in PAGE_FIELDS)
    return single_pages(result) if by_page else (result,)


def preflighted(result: Result) -> Result:
    """The same result with what a full preflight of its PDF finds."""
    from paiban.preflight import preflight_pdf  # noqa: PLC0415  pikepdf loads only for a full preflight

    if not result.pdf or result.kit is None:
        return result
    report = preflight_pdf(result.pdf, result.kit.press)
    return result._replace(diagnostics=(*result.diagnostics, *report.diagnostics()))


def output_path(result: Result, options: Namespace) -> Path:
    """Where a file goes: beside the issue or where it was asked for, by its pattern if there is one."""
    path = Path(options.output) if options.output else beside(options.issue, ".pdf")
    if options.name:
        assert result.issue is not None
        page = result.pages[0]
        fields = {"date": result.issue.date.isoformat(), "page": page.number, "section": page.section}
        path = path.with_name(options.name.format(**fields).replace("/", "-"))
    return path


def deliver(results: Sequence[Result], paths: Sequence[Path], options: Namespace) -> int:
    """Write each PDF to its path; none where one of them may not be written."""
    keep = kept_files(results[0], options)
    if not all_free(paths, keep, options):
        return 1
    failed = 0
    for index, (result, path) in enumerate(zip(results, paths, strict=True)):
        failed |= deliver_file(path, result.pdf, options, (*keep, *paths[:index]))
    return failed
