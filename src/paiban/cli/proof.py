"""``paiban proof``: 大样, every page as a PNG, with what staff want to see laid over it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

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
from paiban.cli.report import WORDS, fit_cells
from paiban.engine import Result, with_pdf
from paiban.engine.setting import single_pages

if TYPE_CHECKING:
    from paiban.output.png import Note

DPI = (20, 600)
"""Coarser shows nothing, finer fills the memory of a desk's machine."""

OVERLAYS = ("grid", "baselines", "frames", "fit")


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    add_output_options(parser)
    parser.add_argument("-o", "--output", metavar="FILE.png", help="where to write, - for standard output · 输出文件")
    parser.add_argument("--dpi", type=resolution, default=100, help="resolution, 20 … 600 · 分辨率")
    parser.add_argument("--page", type=int, help="only this 版次 · 只出一版")
    parser.add_argument("--overlay", action="append", choices=OVERLAYS, default=[], help="lay over it · 叠加显示")
    parser.add_argument("--plates", action="store_true", help="C, M, Y, K and the ink too · 另出分色和墨量图")


def resolution(value: str) -> int:
    """An option that is a resolution which a proof can have."""
    if not value.isdecimal() or not DPI[0] <= int(value) <= DPI[1]:
        raise ArgumentTypeError(f"{value!r}: {DPI[0]} … {DPI[1]}")
    return int(value)


def run(options: Namespace) -> int:
    """Set the issue and render its pages."""
    from paiban.output.png import render_png  # noqa: PLC0415  the renderer loads only for a proof

    if options.plates and options.output == "-":
        print("--plates: 要写成文件，不能用 -o - / needs files, not -o -", file=sys.stderr)
        return 2
    result = set_from(options)
    several = len(result.pages) > 1
    if options.page is not None and result.ok:
        chosen = [part for part in single_pages(result) if part.pages[0].number == options.page]
        if not chosen:
            report_diagnostics(result, options)
            print(f"--page {options.page}: 没有这一版 / there is no such page", file=sys.stderr)
            return 1
        result = chosen[0]
    result = with_pdf(result)
    report_diagnostics(result, options)
    if not result.ok:
        return 1
    first = Path(options.output) if options.output else beside(options.issue, ".png")
    paths = [first.with_stem(f"{first.stem}-{page.number}") if several else first for page in result.pages]
    keep = kept_files(result, options)
    if options.output != "-" and not all_free(paths, keep, options):
        return 1
    notes = fit_notes(result, options.lang)
    failed = 0
    for index, (page, path) in enumerate(zip(result.pages, paths, strict=True)):
        image = render_png(result.pdf, index, options.dpi, page, tuple(options.overlay), notes)
        if options.output == "-":
            sys.stdout.buffer.write(image)
        else:
            failed |= deliver_file(path, image, options, keep)
    return failed | (deliver_plates(result, paths, options) if options.plates else 0)


def fit_notes(result: Result, lang: str) -> dict[str, Note]:
    """The copy-fit of every block, in the words of the report."""
    from paiban.output.png import Note  # noqa: PLC0415  with the renderer

    fits = [fit for makeup in result.makeups for fit in makeup.fits]
    return {fit.block: Note(fit_cells(fit, WORDS[lang]), not fit.over_lines and not fit.short_lines) for fit in fits}


def deliver_plates(result: Result, paths: list[Path], options: Namespace) -> int:
    """Write the four plates of each page, its ink as a map and its look on the press's paper beside its proof."""
    from paiban.output.plates import plate_pictures, separate  # noqa: PLC0415  as the renderer

    assert result.kit is not None
    press = result.kit.press
    plates, found = separate(result.pdf, result.pages, result.kit.catalogue, press, options.dpi)
    report_diagnostics(result._replace(diagnostics=found), options)
    failed, keep = 0 if plates else 1, kept_files(result, options)
    for path, page in zip(paths, plates, strict=False):
        for name, image in plate_pictures(page, press):
            failed |= deliver_file(path.with_stem(f"{path.stem}-{name}"), image, options, keep)
    return failed
