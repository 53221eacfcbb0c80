"""``paiban check``: everything that setting finds, without output."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from paiban.cli.common import add_issue_options, report_diagnostics, set_from
from paiban.cli.console import tell
from paiban.cli.copyfit import report_text
from paiban.engine import with_pdf


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    parser.set_defaults(all_infos=True)


def run(options: Namespace) -> int:
    """Set the issue in memory and report. The PDF is made as well: only then is every picture and advert read."""
    result = with_pdf(set_from(options))
    report_diagnostics(result, options)
    if result.makeups and not options.quiet:
        tell(report_text(result, options.lang))
    return 0 if result.ok else 1
