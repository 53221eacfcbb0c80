"""``paiban batch``: many issues on all cores, one report."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from paiban.cli import console
from paiban.cli.common import (
    add_message_options,
    add_output_options,
    add_own_options,
    beside,
    house_from,
    own_fonts,
    report_problem,
    severities_shown,
)
from paiban.cli.console import complain, report, tell
from paiban.cli.outcome import Outcome, outcome_of
from paiban.cli.resuming import note_done, pages_done
from paiban.cli.speech import beyond, say
from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.engine.parcel import Parcel, parcel_of
from paiban.language import Words
from paiban.output.beside import write_beside
from paiban.value import NamedTuple

ISSUE_NAME = "issue.yaml"
"""What an issue is called in a folder of its own: it counts, however broken it is."""

ISSUE_KEYS = re.compile(r"^[{'\"]*(?:stories|pages|稿件|版面)['\"]*\s*[:：]", re.MULTILINE)
"""What an issue file by another name has at the left edge, and no file of a paper or its layout."""

GUESSED = ("utf-8", "gb18030", "utf-16")

MOST_JOBS = 64

SCHEDULER_HELP = Words("交给 Dask 集群排", "a Dask scheduler whose workers set them: tcp://HOST:8786 or tls://…")

RESUME_HELP = Words("已经排好、文件没变的不再排", "set no issue again that is done, from the files as they are")

BAR = 20

WORDS = {
    "zh": {
        "ok": "好",
        "bad": "错",
        "kept": "在",
        "row": "{state}  {pages} 版  {errors} 个错误  {warnings} 个警告  {seconds:.1f} 秒  {path}",
        "sum": "共 {count} 期，{failed} 期有错",
        "none": "{paths}：里面没有稿件文件",
        "here": "{count} 期是在这台机器上排的：稿件读不出来，或用到的文件写的是这台机器上的绝对路径",
    },
    "en": {
        "ok": "ok ",
        "bad": "BAD",
        "kept": "as before",
        "row": "{state}  {pages} pages  {errors} errors  {warnings} warnings  {seconds:.1f} s  {path}",
        "sum": "{count} issues, {failed} with errors",
        "none": "{paths}: no issue file there",
        "here": "{count} issues were set on this machine: they cannot be read, or name files by their place here",
    },
}


class Row(NamedTuple):
    """What became of one issue."""

    path: str
    pages: int
    seconds: float
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    kept: bool = False

    def count(self, severity: Severity) -> int:
        """How much of one severity was found."""
        return sum(d.severity is severity for d in self.diagnostics)


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="DIR", help=say("文件夹或稿件文件", "folders or issue files")
    )
    add_own_options(parser)
    add_output_options(parser)
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "-j", "--jobs", type=jobs, default=0, metavar="N", help=say("进程数", "processes, else all cores")
    )
    where.add_argument("--scheduler", metavar="ADDRESS", help=say(*SCHEDULER_HELP))
    parser.add_argument("--resume", action="store_true", help=say(*RESUME_HELP))
    parser.add_argument("--check", action="store_true", help=say("只检查，不输出", "check only, write no PDF"))
    add_message_options(parser)


def jobs(value: str) -> int:
    """An option that is a number of processes."""
    if not value.isdecimal() or not 1 <= int(value) <= MOST_JOBS:
        raise ArgumentTypeError(beyond(value, f"1 … {MOST_JOBS}"))
    return int(value)


def run(options: Namespace) -> int:
    """Set every issue, each for itself; report in the order of the paths, whoever was ready first."""
    words = WORDS[options.lang]
    files = list(dict.fromkeys(file for path in options.paths for file in issues_in(path)))
    if not files:
        complain(words["none"].format(paths=", ".join(map(str, options.paths))))
        return 1
    if options.scheduler and find_spec("distributed") is None:
        return report_problem(diagnose("P795", None, library="distributed"), options)
    rows = []
    for row in set_all(files, options):
        rows.append(row)
        told = [d for d in row.diagnostics if d.severity in severities_shown(options)]
        report(told, row.sources, options.format, options.lang)
        if not options.quiet:
            tell(row_text(row, words))
    good = sum(not row.count(Severity.ERROR) for row in rows)
    failed = len(files) - good
    tell(words["sum"].format(count=len(files), failed=failed))
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
    state = words["bad" if errors else "kept" if row.kept else "ok"]
    return words["row"].format(state=state, errors=errors, warnings=warnings, **row._asdict())


def set_all(files: Sequence[Path], options: Namespace) -> Iterator[Row]:
    """Every issue set, in the order of ``files``, by as many processes as are asked for and of use, or by a cluster."""
    work = partial(set_one, options=options, issues=tuple(files), doubled=doubled(files))
    if options.scheduler:
        yield from in_order(set_on_cluster(files, options, work), len(files))
        return
    count = min(options.jobs or os.cpu_count() or 1, len(files))
    if count == 1:
        yield from map(work, files)
        return
    from paiban.cli.workers import work_all  # noqa: PLC0415  only for more than one process

    for done, (path, row) in enumerate(zip(files, work_all(work, files, count), strict=True), 1):
        console.show_progress(progress_bar(done, len(files)))
        yield row or Row(str(path), 0, 0.0, (diagnose("P792", None, file=path),), {})


def in_order(rows: Iterable[tuple[int, Row]], count: int) -> Iterator[Row]:
    """Rows that come as they are ready, by their numbers."""
    waiting: dict[int, Row] = {}
    told = 0
    for done, (number, row) in enumerate(rows, 1):
        console.show_progress(progress_bar(done, count))
        waiting[number] = row
        while told in waiting:
            yield waiting.pop(told)
            told += 1
    yield from (waiting[number] for number in sorted(waiting))


def set_on_cluster(files: Sequence[Path], options: Namespace, here: Callable[[Path], Row]) -> Iterator[tuple[int, Row]]:
    """Every issue with its number, as it is ready: its PDF is in its place by then.

    ``here`` sets what no other machine can set. Where the cluster is lost for good, that is told, and the rest stays.
    """
    from paiban.cli.cluster import ClusterFault, Job, set_elsewhere  # noqa: PLC0415  an extra

    set_here: list[tuple[int, Row]] = []
    local = 0
    twice = doubled(files)

    def jobs() -> Iterator[Job]:
        nonlocal local
        for number, path in enumerate(files):
            parcel = None if path in twice else parcel_of(path, house_from(options))
            kept = row_kept(path, parcel, options)
            if parcel is None or kept is not None:
                local += kept is None and path not in twice
                set_here.append((number, kept or here(path)))
            else:
                yield Job(number, path, parcel)

    try:
        for job, outcome in set_elsewhere(jobs(), options.scheduler, options.format):
            row = here(job.path) if outcome is None else delivered(job.path, outcome, job.parcel, options, files)
            yield job.number, row
            yield from set_here
            set_here.clear()
    except ClusterFault as fault:
        report_problem(fault.found, options)
    yield from set_here
    if local and not options.quiet:
        tell(WORDS[options.lang]["here"].format(count=local))


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
    if path in doubled and not options.check:
        return Row(str(path), 0, 0.0, (diagnose("P729", None, file=beside(str(path), ".pdf")),), {})
    parcel = parcel_of(path, house_from(options)) if options.resume else None
    kept = row_kept(path, parcel, options)
    return kept or delivered(path, outcome_of(path, house_from(options), options.format), parcel, options, issues)


def row_kept(path: Path, parcel: Parcel | None, options: Namespace) -> Row | None:
    """The row of an issue that need not be set again; None where it must."""
    if parcel is None or not options.resume or options.check:
        return None
    pages = pages_done(parcel, beside(str(path), ".pdf"))
    return Row(str(path), pages, 0.0, (), {}, kept=True) if pages else None


def delivered(path: Path, outcome: Outcome, parcel: Parcel | None, options: Namespace, issues: Sequence[Path]) -> Row:
    """The row of an issue that was set, its PDF in its place; one that cannot be written is a finding."""
    found, pdf = outcome.diagnostics, beside(str(path), ".pdf")
    if outcome.pdf and not options.check:
        keep = (*map(Path, outcome.read), *own_fonts(options), *issues)
        problem = write_beside(pdf, outcome.pdf, keep, options.no_clobber)
        if problem is not None:
            found = (*found, problem)
        elif parcel is not None:
            note_done(parcel, pdf, outcome.pages)
    return Row(str(path), outcome.pages, outcome.seconds, found, outcome.sources)
