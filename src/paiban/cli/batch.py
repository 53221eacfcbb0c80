"""``paiban batch``: many issues on all cores, one report."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from paiban.cli.common import (
    add_message_options,
    add_output_options,
    add_own_options,
    beside,
    house_from,
    kept_files,
    severities_shown,
    use_colour,
)
from paiban.diagnostic import Diagnostic, Severity, render_json, render_text
from paiban.engine import set_issue, with_pdf
from paiban.output.beside import write_beside

ISSUE_NAME = "issue.yaml"
"""What an issue is called in its folder: a folder stands for every file of this name in it, at any depth."""

MOST_JOBS = 64
BAR = 20

WORDS = {
    "zh": {
        "ok": "好",
        "bad": "错",
        "row": "{state}  {pages} 版  {errors} 个错误  {warnings} 个警告  {seconds:.1f} 秒  {path}",
        "sum": "共 {count} 期，{failed} 期有错",
        "none": "{paths}：里面没有 issue.yaml",
    },
    "en": {
        "ok": "ok ",
        "bad": "BAD",
        "row": "{state}  {pages} pages  {errors} errors  {warnings} warnings  {seconds:.1f} s  {path}",
        "sum": "{count} issues, {failed} with errors",
        "none": "{paths}: no issue.yaml there",
    },
}


class Row(NamedTuple):
    """What became of one issue."""

    path: str
    pages: int
    seconds: float
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    def count(self, severity: Severity) -> int:
        """How much of one severity was found."""
        return sum(d.severity is severity for d in self.diagnostics)


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="DIR", help="folders or issue files · 文件夹或稿件文件")
    add_own_options(parser)
    add_output_options(parser)
    parser.add_argument("-j", "--jobs", type=jobs, default=0, metavar="N", help="processes, else all cores · 进程数")
    parser.add_argument("--check", action="store_true", help="check only, write no PDF · 只检查，不输出")
    add_message_options(parser)


def jobs(value: str) -> int:
    """An option that is a number of processes."""
    if not value.isdecimal() or not 1 <= int(value) <= MOST_JOBS:
        raise ArgumentTypeError(f"{value!r}: 1 … {MOST_JOBS}")
    return int(value)


def run(options: Namespace) -> int:
    """Set every issue, each for itself; report in the order of the paths, whoever was ready first."""
    words = WORDS[options.lang]
    files = list(dict.fromkeys(file for path in options.paths for file in issues_in(path)))
    if not files:
        print(words["none"].format(paths=", ".join(map(str, options.paths))), file=sys.stderr)
        return 1
    rows = []
    for row in set_all(files, options):
        rows.append(row)
        if options.format == "text":
            told = [d for d in row.diagnostics if d.severity in severities_shown(options)]
            sys.stderr.write(render_text(told, row.sources, options.lang, use_colour()))
        if not options.quiet:
            print(row_text(row, words), flush=True)
    if options.format == "json":
        found = [d for row in rows for d in row.diagnostics if d.severity in severities_shown(options)]
        sys.stderr.write(render_json(found))
    failed = sum(row.count(Severity.ERROR) > 0 for row in rows)
    print(words["sum"].format(count=len(rows), failed=failed))
    return 1 if failed else 0


def issues_in(path: Path) -> list[Path]:
    """The issue files that a path of the command line stands for, in the order of their names."""
    return sorted(path.rglob(ISSUE_NAME)) if path.is_dir() else [path]


def row_text(row: Row, words: Mapping[str, str]) -> str:
    """An issue's line of the report."""
    errors, warnings = row.count(Severity.ERROR), row.count(Severity.WARNING)
    state = words["bad" if errors else "ok"]
    return words["row"].format(state=state, errors=errors, warnings=warnings, **row._asdict())


def set_all(files: Sequence[Path], options: Namespace) -> Iterator[Row]:
    """Every issue set, in the order of ``files``, by as many processes as are asked for and of use."""
    work = partial(set_one, options=options, issues=tuple(files))
    count = min(options.jobs or os.cpu_count() or 1, len(files))
    if count == 1:
        yield from map(work, files)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  only for more than one process

    with ProcessPoolExecutor(count) as pool:
        for done, row in enumerate(pool.map(work, files), 1):
            show_progress(done, len(files))
            yield row


def show_progress(done: int, count: int) -> None:
    """How far the batch has come, on a terminal only; what is printed next goes over it."""
    if sys.stderr.isatty():
        bar = f"{'█' * (BAR * done // count):░<{BAR}} {done}/{count}"
        sys.stderr.write(f"\r{bar}\r" if done < count else f"\r{' ' * len(bar)}\r")
        sys.stderr.flush()


def set_one(path: Path, *, options: Namespace, issues: tuple[Path, ...]) -> Row:
    """Set one issue and write its PDF beside it, over none of the ``issues``."""
    begun = perf_counter()
    result = with_pdf(set_issue(path, None, house_from(options)))
    found = result.diagnostics
    if result.ok and not options.check:
        keep = (*kept_files(result, options), *issues)
        problem = write_beside(beside(str(path), ".pdf"), result.pdf, keep, options.no_clobber)
        found = (*found, problem) if problem is not None else found
    return Row(str(path), len(result.pages), perf_counter() - begun, found, result.sources)
