"""Reading an issue, for programs: the stage that reads, with every kind of block that there is."""

from __future__ import annotations

from pathlib import Path

from paiban import issue as stage
from paiban.issue.read import Read
from paiban.kinds import KINDS
from paiban.template import Layout


def read_issue(
    path: Path,
    text: str | bytes | None = None,
    layout: Layout | None = None,
    again: bool = False,
    confine: bool = False,
) -> Read:
    """The issue at ``path``, everything found wrong with it, and the texts of the files that were read.

    As ``paiban.issue.read_issue``, which says what the parameters are.
    """
    return stage.read_issue(path, KINDS.readings, text, layout, again, confine)
