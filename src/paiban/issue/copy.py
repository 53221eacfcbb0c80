"""Every piece of copy that an issue asks to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue.kind import Readings
from paiban.issue.model import Issue, PagePlan
from paiban.span import Text


def issue_texts(issue: Issue, readings: Readings) -> Iterator[Text]:
    """All copy of an issue, page by page; what it yields must stand in print, whole and unaltered."""
    for plan in issue.pages:
        yield from page_texts(plan, readings)


def page_texts(plan: PagePlan, readings: Readings) -> Iterator[Text]:
    """All copy of a page: its 版名, its 版务, and every block's."""
    yield plan.section
    for label, name in plan.credits:
        yield from (label, name)
    for block in plan.blocks:
        yield from (text for text in readings[block.kind].texts(block.content) if text is not None)
