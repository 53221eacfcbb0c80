"""``paiban batch``: many issues on all cores, one report."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from paiban.cli import console
from paiban.cli.common import (
    add_message_options,
    add_output_options,
    add_own_options,
    beside,
    house_from,
    kept_files,
    severities_shown,
    worded,
)
from paiban.cli.console import complain, report, tell
from paiban.cli.fault import fault_of
from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.engine import Result, set_issue, with_pdf
from paiban.engine.printing import Printing
from paiban.output.beside import write_beside
from paiban.output.model import PLAIN
from paiban.value import NamedTuple

ISSUE_NAME = "issue.yaml"
"""What an issue is called in a folder of its own: it counts, however broken it is."""

ISSUE_KEYS = re.compile(r"^[{'\"]*(?:stories|pages|稿件|版面)['\"]*\s*[:：]", re.MULTILINE)
"""What an issue file by another name has at the left edge, and no file of a paper or its layout."""

GUESSED = ("utf-8", "gb18030", "utf-16")

ALONE = Printing(PLAIN, lambda _done, _issue, _kit: (), 0)
"""Of each issue nothing but its PDF is wanted, and other processes have work of their own."""

MOST_JOBS = 64
BAR = 20

WORDS = {
    "zh": {
        "ok": "好",
        "bad": "错",
        "row": "{state}  {pages} 版  {errors} 个错误  {warnings} 个警告  {seconds:.1f} 秒  {path}",
        "sum": "共 {count} 期，{failed} 期有错",
        "none": "{paths}：里面没有稿件文件",
    },
    "en": {
        "ok": "ok ",
        "bad": "BAD",
        "row": "{state}  {pages} pages  {errors} errors  {warnings} warnings  {seconds:.1f} s  {path}",
        "sum": "{count} issues, {failed} with errors",
        "none": "{paths}: no issue file there",
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
        complain(words["none"].format(paths=", ".join(map(str, options.paths))))
        return 1
    rows = []
    for row in set_all(files, options):
        rows.append(row)
        told = [d for d in row.diagnostics if d.severity in severities_shown(options)]
        report(told, row.sources, options.format, options.lang)
        if not options.quiet:
            tell(row_text(row, words))
    failed = sum(row.count(Severity.ERROR) > 0 for row in rows)
    tell(words["sum"].format(count=len(rows), failed=failed))
    return 1 if failed else 0


def issues_in(path: Path) -> list[Path]:
    """The issue files that a path of the command line stands for, in the order of their names."""
    return sorted(filter(is_issue, path.rglob("*.y*ml"))) if path.is_dir() else [path]


def is_issue(path: Path) -> bool:
    """Whether a YAML file of a folder is one of its issues."""
    if path.name == ISSUE_NAME:
        return True
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(ISSUE_KEYS.search(data.decode(encoding, "replace")) for encoding in GUESSED)


def row_text(row: Row, words: Mapping[str, str]) -> str:
    """An issue's line of the report."""
    errors, warnings = row.count(Severity.ERROR), row.count(Severity.WARNING)
    state = words["bad" if errors else "ok"]
    return words["row"].format(state=state, errors=errors, warnings=warnings, **row._asdict())


def set_all(files: Sequence[Path], options: Namespace) -> Iterator[Row]:
    """Every issue set, in the order of ``files``, by as many processes as are asked for and of use."""
    work = partial(set_one, options=options, issues=tuple(files), doubled=doubled(files))
    count = min(options.jobs or os.cpu_count() or 1, len(files))
    if count == 1:
        yield from map(work, files)
        return
    from paiban.cli.workers import work_all  # noqa: PLC0415  only for more than one process

    for done, (path, row) in enumerate(zip(files, work_all(work, files, count), strict=True), 1):
        console.show_progress(progress_bar(done, len(files)))
        yield row or Row(str(path), 0, 0.0, (diagnose("P792", None, file=path),), {})


def progress_bar(done: int, count: int) -> str:
    """How far the batch has come; what is printed next goes over it."""
    bar = f"{'█' * (BAR * done // count):░<{BAR}} {done}/{count}"
    return bar if done < count else " " * len(bar)


def doubled(files: Sequence[Path]) -> frozenset[Path]:
    """The issues whose PDF would go over that of one before them."""
    firsts: dict[Path, Path] = {}
    return frozenset(file for file in files if firsts.setdefault(beside(str(file), ".pdf").resolve(), file) is not file)


def set_one(path: Path, *, options: Namespace, issues: tuple[Path, ...], doubled: frozenset[Path]) -> Row:
    """Set one issue and write its PDF beside it, over none of the ``issues`` and of what the others became."""
    begun = perf_counter()
    if path in doubled and not options.check:
        return Row(str(path), 0, 0.0, (diagnose("P729", None, file=beside(str(path), ".pdf")),), {})
    try:
        result, found = set_and_written(path, options, issues)
    except Exception as error:  # one issue must not keep the others from their PDF
        return Row(str(path), 0, perf_counter() - begun, (fault_of(error, ["batch", str(path)]),), {})
    return Row(str(path), len(result.pages), perf_counter() - begun, found, result.sources)


def set_and_written(path: Path, options: Namespace, issues: tuple[Path, ...]) -> tuple[Result, tuple[Diagnostic, ...]]:
    """One issue set, with what was found, a PDF that could not be written included."""
    result = with_pdf(set_issue(path, None, house_from(options), printing=ALONE))
    if not result.ok or options.check:
        return result, worded(result, options)
    keep = (*kept_files(result, options), *issues)
    problem = write_beside(beside(str(path), ".pdf"), result.pdf, keep, options.no_clobber)
    return result, (*worded(result, options), *([problem] if problem is not None else []))
