"""Every piece of copy that an issue asks to be printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from paiban.issue.kind import Readings
from paiban.issue.model import Issue, IssuePage
from paiban.span import Text


def issue_texts(issue: Issue, readings: Readings, headless: Collection[int] = ()) -> Iterator[Text]:
    """All copy of an issue, page by page; what it yields must stand in print, whole and unaltered.

    The pages numbered ``headless`` give up their running head to an advert of a whole page.
    """
    for page in issue.pages:
        if page.number not in headless:
            yield from head_texts(page)
        yield from page_texts(page, readings)


def head_texts(page: IssuePage) -> Iterator[Text]:
    """The copy of a page's running head: its 版名 and its 版务."""
    yield page.section
    for label, name in page.credits:
        yield from (label, name)


def page_texts(page: IssuePage, readings: Readings) -> Iterator[Text]:
    """All copy of a page's blocks."""
    for block in page.blocks:
        yield from (text for text in readings[block.kind].texts(block.content) if text is not None)
