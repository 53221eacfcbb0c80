"""Every piece of copy that an issue asks to be printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from paiban.issue.kind import Readings
from paiban.issue.model import Issue, PagePlan
from paiban.span import Text


def issue_texts(issue: Issue, readings: Readings, headless: Collection[int] = ()) -> Iterator[Text]:
    """All copy of an issue, page by page; what it yields must stand in print, whole and unaltered.

    The pages numbered ``headless`` give up their running head to an advert of a whole page.
    """
    for plan in issue.pages:
        if plan.number not in headless:
            yield from head_texts(plan)
        yield from page_texts(plan, readings)


def head_texts(plan: PagePlan) -> Iterator[Text]:
    """The copy of a page's running head: its 版名 and its 版务."""
    yield plan.section
    for label, name in plan.credits:
        yield from (label, name)


def page_texts(plan: PagePlan, readings: Readings) -> Iterator[Text]:
    """All copy of a page's blocks."""
    for block in plan.blocks:
        yield from (text for text in readings[block.kind].texts(block.content) if text is not None)
