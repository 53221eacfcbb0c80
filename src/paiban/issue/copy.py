"""Every piece of copy that an issue asks to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue.model import Block, Briefs, Issue, PagePlan, Picture, Story
from paiban.span import Text


def issue_texts(issue: Issue) -> Iterator[Text]:
    """All copy of an issue, page by page; what it yields must stand in print, whole and unaltered."""
    for plan in issue.pages:
        yield from page_texts(plan)


def page_texts(plan: PagePlan) -> Iterator[Text]:
    """All copy of a page: its 版名, its 版务, and every block's."""
    yield plan.section
    for label, name in plan.credits:
        yield from (label, name)
    for block in plan.blocks:
        yield from (text for text in block_texts(block) if text is not None)


def block_texts(block: Block) -> Iterator[Text | None]:
    """The copy of one block in reading order, None for a part that it lacks."""
    match block:
        case Story():
            yield from (block.kicker, block.headline, block.deck)
            yield from (paragraph.text for paragraph in block.body)
            yield block.byline
        case Briefs():
            yield block.label
            yield from (item.text for item in block.items)
        case Picture():
            yield from (block.caption, block.credit)
