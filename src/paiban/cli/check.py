"""``paiban check``: everything that setting finds, without output; with ``--fix`` slips of copy go out of the file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import STDIN, add_issue_options, house_from, printed_from, report_diagnostics
from paiban.cli.console import complain, tell
from paiban.cli.copyfit import report_note, report_text
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic
from paiban.engine import with_pdf


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    parser.add_argument(
        "--fix",
        action="store_true",
        help=say("把来稿的毛病改进文件", "put half-width marks and their like right in the file"),
    )
    parser.set_defaults(all_infos=True)


def run(options: Namespace) -> int:
    """Set the issue in memory and report. The PDF is made as well: only then is every picture and advert read."""
    if options.fix and options.issue == STDIN:
        complain(say("--fix: 要改文件，不能用 -", "--fix: needs a file to change, not -"))
        return 2
    done = fix(Path(options.issue), options) if options.fix else ()
    result = with_pdf(printed_from(options, report_note(options.lang)))
    result = result._replace(diagnostics=(*done, *result.diagnostics))
    report_diagnostics(result, options)
    if result.pages and not options.quiet:
        tell(report_text(result, options.lang))
    return 0 if result.ok else 1


def fix(path: Path, options: Namespace) -> tuple[Diagnostic, ...]:
    """Put the slips of the copy right in the file, which stays as it is where it cannot be read or written."""
    from paiban.engine.fixing import fixed_file  # noqa: PLC0415  only on request
    from paiban.issue.write_back import revision, write_revision  # noqa: PLC0415  only on request

    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, ValueError):
        return ()
    done = fixed_file(path, data, house_from(options))
    if done is None:
        return ()
    problem = write_revision(path, revision(data), done.text) if done.text != text else None
    return done.found if problem is None else (problem,)
