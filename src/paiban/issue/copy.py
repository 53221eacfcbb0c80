"""Every piece of copy that an issue asks to be printed, and the issue with other copy in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from paiban.issue.kind import Readings, Rewriting
from paiban.issue.model import Block, CopyPool, Issue, IssuePage
from paiban.span import Text


def issue_texts(issue: Issue, readings: Readings, heads: Sequence[Iterable[Text]] | None = None) -> Iterator[Text]:
    """All copy of an issue, page by page; what it yields must stand in print, whole and unaltered.

    ``heads`` are those of the pages where not all of every head need stand there.
    """
    for page, head in zip(issue.pages, heads or map(head_texts, issue.pages), strict=True):
        yield from head
        yield from page_texts(page, readings)


def head_texts(page: IssuePage) -> Iterator[Text]:
    """The copy of a page's running head: its 版名 and its 版务."""
    yield page.section
    for label, name in page.credits:
        yield from (label, name)


def page_texts(page: IssuePage, readings: Readings) -> Iterator[Text]:
    """All copy of a page's blocks that are to stand on it."""
    for block in page.blocks:
        if not block.waits:
            yield from (text for text in readings[block.kind].texts(block.content) if text is not None)


def rewritten(issue: Issue, block: Callable[[Block], Block], change: Rewriting) -> Issue:
    """The issue with each piece of its copy as ``change`` gives it, and its blocks as ``block`` gives them.

    What is no copy, a path or an id, stays.
    """
    return issue._replace(
        paper=_changed(issue.paper, change),
        number=_changed(issue.number, change),
        pages=tuple(_page(page, block, change) for page in issue.pages),
        pool=None if issue.pool is None else _pool(issue.pool, block, change),
    )


def rewritten_block(block: Block, readings: Readings, change: Rewriting) -> Block:
    """A block with each piece of its copy as ``change`` gives it."""
    content = readings[block.kind].rewritten(block.content, change)
    return block._replace(content=content, section=_changed(block.section, change))


def _changed(text: Text | None, change: Rewriting) -> Text | None:
    return None if text is None else change(text)


def _page(page: IssuePage, block: Callable[[Block], Block], change: Rewriting) -> IssuePage:
    return page._replace(
        section=change(page.section),
        credits=tuple((change(label), change(name)) for label, name in page.credits),
        blocks=tuple(map(block, page.blocks)),
    )


def _pool(pool: CopyPool, block: Callable[[Block], Block], change: Rewriting) -> CopyPool:
    return pool._replace(
        blocks=tuple(map(block, pool.blocks)),
        sections=tuple((number, change(name)) for number, name in pool.sections),
        section=_changed(pool.section, change),
    )
