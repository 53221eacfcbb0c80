"""``paiban proof``: 大样, every page as a PNG, with what staff want to see laid over it."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from paiban.cli.common import (
    add_issue_options,
    add_output_options,
    all_free,
    beside,
    deliver_file,
    draft_path,
    kept_files,
    page_number,
    report_diagnostics,
    report_problem,
    set_from,
)
from paiban.cli.console import complain, give_bytes
from paiban.cli.copyfit import WORDS, fit_cells, uneven_blocks
from paiban.cli.speech import beyond, say
from paiban.diagnostic import diagnose
from paiban.engine import Result, written
from paiban.engine.drafting import written_or_drafted
from paiban.engine.setting import single_pages
from paiban.output.model import BlockNote, File, Options
from paiban.output.table import OUTPUTS

DPI = (20, 600)
"""Coarser shows nothing, finer fills the memory of a desk's machine."""

OVERLAYS = ("grid", "baselines", "frames", "fit")


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    add_output_options(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE.png",
        help=say("写到哪里，- 是标准输出", "where to write, - for standard output"),
    )
    parser.add_argument("--dpi", type=resolution, default=100, help=say("分辨率，20 … 600", "resolution, 20 … 600"))
    parser.add_argument("--page", type=page_number, help=say("只出一版", "only this 版次"))
    parser.add_argument("--overlay", action="append", choices=OVERLAYS, default=[], help=say("叠加显示", "lay over it"))
    parser.add_argument("--plates", action="store_true", help=say("另出分色和墨量图", "C, M, Y, K and the ink too"))


def resolution(value: str) -> int:
    """An option that is a resolution which a proof can have."""
    if not value.isdecimal() or not DPI[0] <= int(value) <= DPI[1]:
        raise ArgumentTypeError(beyond(value, f"{DPI[0]} … {DPI[1]}"))
    return int(value)


def run(options: Namespace) -> int:
    """Set the issue and draw its pages."""
    if options.plates and options.output == "-":
        complain(say("--plates: 要写成文件，不能用 -o -", "--plates: needs files, not -o -"))
        return 2
    result = set_from(options, draft=True)
    chosen = chosen_page(result, options)
    if chosen is None:
        report_diagnostics(result, options)
        known = ", ".join(page.numbers for page in result.pages)
        return report_problem(diagnose("P735", None, number=options.page, known=known), options)
    chosen, printed = written_or_drafted(chosen, OUTPUTS["pdf"], options.lang)
    chosen = chosen._replace(pdf=printed[0].data if printed else b"")
    notes = fit_notes(chosen, options.lang)
    wanted = Options(options.dpi, tuple(options.overlay), notes)
    names = ("png", "plates") if options.plates else ("png",)
    files: list[File] = []
    for name in names:
        chosen, made = written(chosen, OUTPUTS[name], wanted)
        files += made
    report_diagnostics(chosen, options)
    if not files:
        return 1
    failed = 0 if chosen.ok else 1
    if options.output == "-":
        return print_files(files) | failed
    several = len(result.pages) > len(chosen.pages) and not options.output
    return deliver(chosen, files, f"-{chosen.pages[0].number}" if several else "", options) | failed


def chosen_page(result: Result, options: Namespace) -> Result | None:
    """The page that was asked for, or the whole issue; None where there is no such page."""
    if options.page is None or not result.pages:
        return result
    return next((part for part in single_pages(result) if str(options.page) in part.pages[0].numbers.split("-")), None)


def print_files(files: Sequence[File]) -> int:
    """Every picture to standard output, one behind the other."""
    for file in files:
        give_bytes(file.data)
    return 0


def deliver(result: Result, files: Sequence[File], number: str, options: Namespace) -> int:
    """Write each picture to its path, with the page's ``number`` where it is one of several and has no name."""
    first = draft_path(Path(options.output) if options.output else beside(options.issue, ".png"), result)
    paths = [first.with_stem(f"{first.stem}{number}{file.part}") for file in files]
    keep = kept_files(result, options)
    if not all_free(paths, keep, options):
        return 1
    failed = 0
    for path, file in zip(paths, files, strict=True):
        failed |= deliver_file(path, file.data, options, keep)
    return failed


def fit_notes(result: Result, lang: str) -> dict[str, BlockNote]:
    """The copy-fit of every block, in the words of the report."""
    notes = {}
    for makeup in result.makeups:
        uneven = uneven_blocks(makeup)
        for fit in makeup.fits:
            lines = uneven.get(fit.block, 0)
            cells = fit_cells(fit, WORDS[lang], uneven=lines)
            notes[fit.block] = BlockNote(cells, fit.exact and not lines)
    return notes
