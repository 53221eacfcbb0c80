"""What pages that the engine fills, and blocks that go on on another page, must agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from paiban.issue.build import BlockDraft, PageDraft, pool_numbers
from paiban.issue.kind import Readings
from paiban.issue.model import Block, CopyPool
from paiban.issue.pool import REST, section_of
from paiban.source import FileReader, Values


def check_pool(
    pool: CopyPool, pages: Sequence[PageDraft], values: Values, readings: Readings, reader: FileReader
) -> None:
    """版面: 自动: how many pages, which numbers, a name for every one of them, and blocks that agree with that."""
    numbers = pool_numbers(values)
    _check_count(values, reader)
    for key in ("sections", "quotas"):
        for number, _ in values[key]:
            if number not in numbers:
                reader.report("P243", values.at(key), number=number, known=listed(numbers))
    if section_of(pool, 0, ()) is None and not set(numbers) <= {number for number, _ in values["sections"]}:
        reader.report("P244", values.at("stories"))
    wholes = {block.id: block for block in pool.blocks}
    for page in pages:
        for draft in page.blocks:
            _check_number(draft, page.page.number, numbers, reader)
            whole = wholes.get(draft.block.id, draft.block)
            _check_jump(draft, whole, page.page.numbers, numbers, readings, reader)


def _check_count(values: Values, reader: FileReader) -> None:
    """How many pages there are, said once or twice alike."""
    given, count = values["page_numbers"], values["page_count"]
    if not given and count is None:
        reader.report("P240", values.at("pages"))
    for number, times in Counter(given).items():
        if times > 1:
            reader.report("P241", values.at("page_numbers"), number=number)
    if given and count not in (None, len(given)):
        reader.report("P242", values.at("page_count"), count=count, numbers=len(given))


def check_pages(pages: Sequence[PageDraft], readings: Readings, reader: FileReader) -> None:
    """An issue with pages of its own, before anything jumps: its blocks stand where they are written."""
    numbers = [number for page in pages for number in page.page.numbers]
    for page in pages:
        for draft in page.blocks:
            for key in ("page", "section"):
                if draft.values.given(key):
                    reader.report("P245", draft.values.at(key), key=key)
            _check_jump(draft, draft.block, page.page.numbers, numbers, readings, reader)


def is_rest(draft: BlockDraft) -> bool:
    """Whether a block is the part of one that stands on another page than it was written for."""
    return draft.block.part == REST


def _check_number(draft: BlockDraft, page: int, numbers: Collection[int], reader: FileReader) -> None:
    """A block's page must be one of the issue's; a place without a page is none."""
    if not page:
        for key in ("place", "slot"):
            if draft.values.given(key):
                reader.report("P248", draft.values.at(key), key=key)
    number = draft.block.page
    if number is not None and number not in numbers and not is_rest(draft):
        reader.report("P243", draft.values.at("page"), number=number, known=listed(numbers))


def _check_jump(
    draft: BlockDraft,
    whole: Block,
    own: Collection[int],
    numbers: Collection[int],
    readings: Readings,
    reader: FileReader,
) -> None:
    """A block goes on on another page of the issue than its ``own``, from a paragraph that the ``whole`` of it has."""
    jump, parting = whole.jump, readings[whole.kind].parting
    if jump is None or parting is None or is_rest(draft):
        return
    values = draft.values["jump"]
    if jump.page not in numbers:
        reader.report("P243", values.at("page"), number=jump.page, known=listed(numbers))
    elif jump.page in own:
        reader.report("P246", values.at("page"), number=jump.page)
    count = parting.paragraphs(whole.content)
    if jump.paragraph > count:
        reader.report("P247", values.at("paragraph"), paragraph=jump.paragraph, count=count)


def listed(numbers: Collection[int]) -> str:
    """Page numbers in words."""
    return ", ".join(str(number) for number in numbers)
