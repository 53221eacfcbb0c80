"""``typeset proof``: 大样, every page as a PNG, with what staff want to see laid over it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import add_issue_options, beside, deliver_file, report_diagnostics, set_from
from paiban.engine import with_pdf

OVERLAYS = ("grid", "baselines", "frames")


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.png", help="where to write · 输出文件")
    parser.add_argument("--dpi", type=int, default=100, help="resolution, 20 … 600 · 分辨率")
    parser.add_argument("--page", type=int, help="only this 版次 · 只出一版")
    parser.add_argument("--overlay", action="append", choices=OVERLAYS, default=[], help="lay over it · 叠加显示")


def run(options: Namespace) -> int:
    """Set the issue and render its pages."""
    from paiban.output.png import render_png  # noqa: PLC0415  the renderer loads only for a proof

    result = with_pdf(set_from(options))
    report_diagnostics(result, options)
    if not result.ok:
        return 1
    first = options.output or beside(options.issue, ".png")
    failed = 0
    for index, page in enumerate(result.pages):
        if options.page is not None and page.number != options.page:
            continue
        path = first if len(result.pages) == 1 else first.with_stem(f"{first.stem}-{page.number}")
        image = render_png(result.pdf, index, options.dpi, page, tuple(options.overlay))
        failed |= deliver_file(path, image, options)
    return failed
