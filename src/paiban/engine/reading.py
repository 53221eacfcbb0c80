"""Reading an issue, for programs: the stage that reads, with the kinds of block that a house has."""

from __future__ import annotations

from pathlib import Path

from paiban import issue as stage
from paiban.engine.house import USUAL, House
from paiban.issue.read import Read
from paiban.memo import Memo
from paiban.template import Layout


def read_issue(
    path: Path,
    text: str | bytes | None = None,
    layout: Layout | None = None,
    again: bool = False,
    house: House = USUAL,
    draft: bool = False,
    memo: Memo | None = None,
) -> Read:
    """The issue at ``path``, everything found wrong with it, and the texts of the files that were read.

    ``house`` is what the paper brings of its own; the rest is as in ``paiban.issue.read_issue``.
    """
    layout = layout or house.layouts(draft)
    return stage.read_issue(path, house.kinds.readings, text, layout, again, house.confine, draft, memo)
