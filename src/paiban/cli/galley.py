"""``paiban galley``: 小样, each story's lines at one measure, before any page is made up."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from paiban.cli.common import (
    add_message_options,
    add_own_options,
    house_from,
    issue_from,
    length,
    measure,
    report_diagnostics,
)
from paiban.cli.console import answer, give
from paiban.cli.speech import say
from paiban.engine import Result
from paiban.engine.galleys import set_galleys
from paiban.galley.proof import proof_text


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "issue", metavar="ISSUE.yaml", help=say("稿件文件，- 是标准输入", "the issue file, or - for standard input")
    )
    parser.add_argument(
        "--measure", type=measure, metavar="LENGTH", help=say("行长，如 13em、60mm", "line length, 13em or 60mm")
    )
    parser.add_argument("--indent", type=length, metavar="LENGTH", help=say("段首缩进", "first-line indent"))
    parser.add_argument("--style", default="", metavar="NAME", help=say("另一样式", "another style sheet"))
    add_own_options(parser)
    parser.add_argument("--json", action="store_true", help=say("输出数据", "print the lines as data"))
    add_message_options(parser)


def run(options: Namespace) -> int:
    """Break every story and print its lines."""
    path, text = issue_from(options)
    wanted = (options.measure, options.indent, options.style)
    galleys = set_galleys(path, *wanted, text, house_from(options))
    report_diagnostics(Result(None, None, (), (), galleys.diagnostics, galleys.sources), options)
    if options.json:
        give(json.dumps(galleys.data, ensure_ascii=False, indent=1) + "\n")
    elif galleys.data["stories"]:
        answer(proof_text(galleys.data))
    return 0 if galleys.ok else 1
