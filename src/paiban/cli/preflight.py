"""``paiban preflight``: check any PDF against a print condition, ours or not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import LAYOUT_HELP, STDIN, add_message_options, folder, standard_input
from paiban.cli.console import give, report, tell, tell_found
from paiban.cli.speech import say
from paiban.diagnostic import Severity
from paiban.preflight import Report, preflight_pdf
from paiban.template import Layout, Press

MOST_BYTES = 1 << 30
"""The largest PDF that is taken from standard input."""

PASSED = {"zh": "可以付印", "en": "fit for the press"}
FAILED = {"zh": "不能付印", "en": "not fit for the press"}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE.pdf",
        help=say("要检查的 PDF", "the PDFs to check, - for standard input"),
    )
    parser.add_argument("--press", default="newsprint", metavar="NAME", help=say("印刷条件", "the print condition"))
    parser.add_argument("--layout", type=folder, metavar="DIR", help=say(*LAYOUT_HELP))
    add_message_options(parser)


def run(options: Namespace) -> int:
    """Check every file; exit code 1 where one of them has an error."""
    press, found = Layout(own=options.layout).press(options.press)
    if press is None:
        report(found, {}, options.format, options.lang)
        return 2
    reports = [judged(file, press) for file in options.files]
    if options.format == "json":
        bodies = [each.json() for each in reports]
        give(bodies[0] if len(bodies) == 1 else f"[\n{','.join(bodies)}]\n")
    else:
        for each in reports:
            print_verdict(each, options)
    return max(each.exit_code for each in reports)


def judged(file: Path, press: Press) -> Report:
    """The verdict on one file, or on what comes from standard input."""
    if str(file) == STDIN:
        return preflight_pdf(standard_input(MOST_BYTES), press)._replace(file=STDIN)
    return preflight_pdf(file, press)


def print_verdict(verdict: Report, options: Namespace) -> None:
    """One file's findings, errors alone if asked to be quiet, and the verdict last."""
    shown = [d for d in verdict.diagnostics() if not options.quiet or d.severity is Severity.ERROR]
    tell_found(shown, options.lang)
    tell(f"{verdict.file}: {(PASSED if verdict.passed else FAILED)[options.lang]} ({verdict.press})")
