"""``typeset proof``: 大样, every page as a PNG, with what staff want to see laid over it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from paiban.cli.common import add_issue_options, beside, deliver_file, report_diagnostics, set_from
from paiban.engine import with_pdf

DPI = (20, 600)
"""Coarser shows nothing, finer fills the memory of a desk's machine."""

OVERLAYS = ("grid", "baselines", "frames")


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    parser.add_argument("-o", "--output", metavar="FILE.png", help="where to write, - for standard output · 输出文件")
    parser.add_argument("--dpi", type=resolution, default=100, help="resolution, 20 … 600 · 分辨率")
    parser.add_argument("--page", type=int, help="only this 版次 · 只出一版")
    parser.add_argument("--overlay", action="append", choices=OVERLAYS, default=[], help="lay over it · 叠加显示")


def resolution(value: str) -> int:
    """An option that is a resolution which a proof can have."""
    if not value.isdecimal() or not DPI[0] <= int(value) <= DPI[1]:
        raise ArgumentTypeError(f"{value!r}: {DPI[0]} … {DPI[1]}")
    return int(value)


def run(options: Namespace) -> int:
    """Set the issue and render its pages."""
    from paiban.output.png import render_png  # noqa: PLC0415  the renderer loads only for a proof

    result = with_pdf(set_from(options))
    report_diagnostics(result, options)
    if not result.ok:
        return 1
    wanted = [(i, page) for i, page in enumerate(result.pages) if options.page in (None, page.number)]
    if not wanted:
        print(f"--page {options.page}: 没有这一版 / there is no such page", file=sys.stderr)
        return 1
    first = Path(options.output) if options.output else beside(options.issue, ".png")
    failed = 0
    for index, page in wanted:
        image = render_png(result.pdf, index, options.dpi, page, tuple(options.overlay))
        if options.output == "-":
            sys.stdout.buffer.write(image)
            continue
        path = first if len(result.pages) == 1 else first.with_stem(f"{first.stem}-{page.number}")
        failed |= deliver_file(path, image, options)
    return failed
