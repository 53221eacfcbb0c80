"""版面: 自动: blocks given to pages, sections named, blocks parted where they jump (下转、上接)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from paiban.issue.kind import Readings
from paiban.issue.model import Block, CopyPool, Issue, IssuePage, Jump
from paiban.span import Span, Text, plain_text

JUMP_LINE = "（下转第{page}版）"
"""Stands at the foot of the first part."""

FROM_LINE = "（上接第{page}版）"
"""Stands at the head of the part that follows."""

FIRST, REST = 1, 2
"""The two parts of a block that jumps."""

JUMPED_WEIGHT = 1
"""The part that follows repeats its head in the smallest size: it must not shout louder than what begins there."""


def page_numbers(blocks: Sequence[Block], given: Mapping[str, int] | None = None) -> dict[str, int]:
    """The page of every block that has one: the editor's, else ``given``'s, else that of the block it belongs to."""
    known = {**(given or {}), **{block.id: block.page for block in blocks if block.page is not None}}
    for block in blocks:
        if block.id not in known and block.host in known:
            known[block.id] = known[block.host]
    return known


def blocks_by_page(
    blocks: Sequence[Block], numbers: Mapping[str, int], readings: Readings
) -> dict[int, tuple[Block, ...]]:
    """The blocks of each page in the order of the file; what has no number in ``numbers`` stands nowhere."""
    pages: dict[int, list[Block]] = {}
    for block in blocks:
        number = numbers.get(block.id)
        if number is None:
            continue
        if block.jump is not None:
            first, rest = parted(block, block.jump, number, readings)
            pages.setdefault(number, []).append(first)
            pages.setdefault(block.jump.page, []).append(rest)
        else:
            pages.setdefault(number, []).append(block)
    return {number: tuple(found) for number, found in pages.items()}


def parted(block: Block, jump: Jump, number: int, readings: Readings) -> tuple[Block, Block]:
    """A block on page ``number`` in its two parts. The parts' paragraphs are the block's, so the copy still tiles."""
    parting = readings[block.kind].parting
    assert parting is not None
    onward, back = said(JUMP_LINE, jump.page, block.span), said(FROM_LINE, number, block.span)
    begun, left = parting.split(block.content, jump.paragraph - 1, onward, back)
    rest = block._replace(
        id=f"{block.id}.{jump.paragraph}",
        content=left,
        form=parting.form(jump.legs),
        sited=jump.sited,
        weight=JUMPED_WEIGHT,
        place=jump.place,
        slot="",
        box=None,
        page=jump.page,
        section=None,
        host="",
        upon=False,
        package="",
        elsewhere=(),
        before=(),
        part=REST,
    )
    return block._replace(content=begun, part=FIRST), rest


def said(words: str, page: int, span: Span) -> Text:
    """A line that the engine adds, at the place of the block that it belongs to."""
    return plain_text(words.format(page=page), span.file, span.line, span.column)


def section_of(pool: CopyPool, number: int, blocks: Iterable[Block]) -> Text | None:
    """What a page is called: by its number, else its heaviest block's section, else the issue's, else the first."""
    named = dict(pool.sections).get(number)
    if named is not None:
        return named
    told = [block for block in blocks if block.section is not None]
    heaviest = max(told, key=lambda block: block.weight, default=None)
    if heaviest is not None:
        return heaviest.section
    anywhere = (block.section for block in pool.blocks if block.section is not None)
    return pool.section or next(anywhere, None)


def paged(issue: Issue, pool: CopyPool, given: Mapping[str, int], readings: Readings) -> Issue:
    """The issue with its blocks on the pages that the editor and then ``given`` say."""
    placed = blocks_by_page(pool.blocks, page_numbers(pool.blocks, given), readings)
    pages = tuple(named_page(page, pool, placed.get(page.number, ())) for page in issue.pages)
    return issue._replace(pages=pages, pool=pool)


def loose_blocks(issue: Issue) -> list[Block]:
    """The blocks that still stand on no page, fillers aside."""
    if issue.pool is None:
        return []
    known = page_numbers(issue.pool.blocks)
    paged_ids = {block.id for page in issue.pages for block in page.blocks}
    return [
        block for block in issue.pool.blocks if block.id not in known and block.id not in paged_ids and not block.filler
    ]


def named_page(page: IssuePage, pool: CopyPool, blocks: tuple[Block, ...]) -> IssuePage:
    """A page with its blocks and its name."""
    return page._replace(blocks=blocks, section=section_of(pool, page.number, blocks) or page.section)
