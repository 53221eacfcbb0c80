"""``paiban new DIR``: a fresh issue that already sets."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import report_problem
from paiban.cli.console import complain, tell
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.output.beside import write_beside
from paiban.resources import resource_folder


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the new folder · 新文件夹")


def run(options: Namespace) -> int:
    """Make the folder and its issue file; what is there already is never touched."""
    target = options.folder / "issue.yaml"
    if target.exists():
        complain(f"{target}: 已经有了 / is there already")
        return 1
    try:
        for name in ("pictures", "ads"):
            (options.folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem: Diagnostic | None = diagnose("P720", None, file=target, reason=system_words(error))
    else:
        problem = write_beside(target, (resource_folder("layout") / "starter" / "issue.yaml").read_bytes(), fresh=True)
    if problem is not None:
        return report_problem(problem, options)
    tell(f"→ {target}")
    return 0
