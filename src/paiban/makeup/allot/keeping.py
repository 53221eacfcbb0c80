"""What blocks ask of the pages that they stand on: kept by whoever gave them their pages, or told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.diagnostic import Diagnostic, Range, Severity, diagnose
from paiban.issue import Block, Issue, IssuePage, Quota
from paiban.issue.pool import REST
from paiban.language import Words
from paiban.makeup.frame.kind import Settings
from paiban.value import NamedTuple

HANDS = {
    "right": Words("右版", "a right-hand page"),
    "left": Words("左版", "a left-hand page"),
    "": Words("跨版", "a spread"),
}  # fmt: skip


class BlockPage(NamedTuple):
    """A block on its page, and of a spread that page's number on which it begins."""

    block: Block
    page: IssuePage
    number: int


def check_allotment(issue: Issue, settings: Settings) -> Iterator[Diagnostic]:
    """Every block that does not stand on such a page as it asks for, with the others that it asks for and no others."""
    standing = [
        BlockPage(block, page, page.number_at(block.place))
        for page in issue.pages
        for block in page.blocks
        if not (block.part == REST or block.waits)
    ]
    yield from parted_packages([each for each in standing if each.block.package])
    for each in standing:
        if each.block.elsewhere:
            yield from shared_pages(each, standing)
        if each.block.before:
            yield from late(each, standing)
        if each.block.hand:
            yield from wrong_hand(each)
        if each.block.section is not None:
            yield from wrong_section(each, issue, settings[each.block.kind].traits.sold)
    for number, quota in issue.pool.quotas if issue.pool is not None else ():
        on_it = [each.block for each in standing if each.number == number and settings[each.block.kind].traits.leads]
        yield from missed_quota(number, quota, [block for block in on_it if not block.host])


def parted_packages(standing: Sequence[BlockPage]) -> Iterator[Diagnostic]:
    """组稿 on more than one page."""
    first: dict[str, BlockPage] = {}
    for each in standing:
        other = first.setdefault(each.block.package, each)
        if other.number != each.number:
            params = {"package": each.block.package, "name": each.block.id, "other": other.block.id}
            yield diagnose("P564", each.block.span, **params, page=each.number, number=other.number)


def shared_pages(one: BlockPage, standing: Sequence[BlockPage]) -> Iterator[Diagnostic]:
    """不同版: a page shared with a block that it must not be shared with."""
    for other in standing:
        if other.block.id in one.block.elsewhere and other.number == one.number and other.block is not one.block:
            yield diagnose("P565", one.block.span, name=one.block.id, other=other.block.id, page=one.number)


def late(one: BlockPage, standing: Sequence[BlockPage]) -> Iterator[Diagnostic]:
    """先于: a block on a later page than one that it is to be before."""
    for other in standing:
        if other.block.id in one.block.before and one.number > other.number:
            params = {"name": one.block.id, "other": other.block.id, "page": one.number, "number": other.number}
            yield diagnose("P569", one.block.span, **params)


def wrong_hand(each: BlockPage) -> Iterator[Diagnostic]:
    """左右: an advert on a page that lies on the other side."""
    found = hand_of(each)
    if found != each.block.hand:
        params = {"wanted": HANDS[each.block.hand], "found": HANDS[found]}
        yield diagnose("P566", each.block.span, name=each.block.id, page=each.page.called, **params)


def hand_of(each: BlockPage) -> str:
    """The side on which a block stands: that of its page, of a spread that of its columns, none where it lies over the
    fold."""
    page, place = each.page, each.block.place
    if not page.spread:
        return "right" if page.right_hand else "left"
    if place is None or place.rect.column < page.fold < place.rect.end_column:
        return ""
    return "right" if place.rect.column >= page.fold else "left"


def wrong_section(each: BlockPage, issue: Issue, sold: bool) -> Iterator[Diagnostic]:
    """版名: a block off the pages that are named for its section, an advert on a page that has another name."""
    assert each.block.section is not None
    wanted, found = each.block.section.value, each.page.section.value
    named = [name.value for _, name in issue.pool.sections] if issue.pool is not None else []
    if issue.pool is not None and wanted != found and (sold or wanted in named):
        params = {"name": each.block.id, "wanted": wanted, "page": each.page.called, "found": found}
        yield diagnose("P567", each.block.section.span, Severity.ERROR if sold else None, **params)


def missed_quota(number: int, quota: Quota, stories: Sequence[Block]) -> Iterator[Diagnostic]:
    """限量: a page with more stories than it may have, or fewer than it must, in all or of a section."""
    sections = [block.section.value if block.section is not None else "" for block in stories]
    limits = [(Words("稿件", "stories"), len(sections), quota.stories)]
    limits += [(Words(f"“{n}”的稿件", f"stories of “{n}”"), sections.count(n), limit) for n, limit in quota.sections]
    for what, count, limit in limits:
        if limit is not None and not limit[0] <= count <= limit[1]:
            yield diagnose("P568", quota.span, page=number, what=what, limit=Range(*limit), count=count)
