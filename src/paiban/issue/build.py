"""Decoded values to the issue's own.

Where a required value is missing (and reported) something empty stands in, so that the checks that follow still see the
rest of the page; such an issue is never handed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from paiban.issue.anchor import anchored, moved
from paiban.issue.header import build_block
from paiban.issue.kind import Around, Reading, Readings, looked_for
from paiban.issue.model import Block, CopyPool, Imprint, Issue, IssuePage
from paiban.issue.pool import blocks_by_page, named_page, page_numbers, parted
from paiban.issue.values import nothing
from paiban.source import FileReader, Values
from paiban.span import Anchor, Span, Text
from paiban.template import Margins
from paiban.value import NamedTuple

NO_DATE = date(1, 1, 1)
AUTO_ZH = "自动"

ISSUE, PAGE = "@", "@{number}"
"""What follows the file's name in the anchors of what an issue and a page say of themselves."""


class BlockDraft(NamedTuple):
    """A block with the values that it came from, which know where each stands."""

    block: Block
    values: Values


class PageDraft(NamedTuple):
    """A page with the values that it came from."""

    page: IssuePage
    blocks: tuple[BlockDraft, ...]
    values: Values


def build_issue(
    values: Values, pages: tuple[PageDraft, ...], reader: FileReader, builder: Builder, pool: CopyPool | None
) -> Issue:
    """The issue around its pages. What it says of itself is anchored to its own first line."""
    file, line = reader.source.name, values.span.line
    anchors = {**builder.anchors, file + ISSUE: Anchor(file, line)}
    within = builder.folder if builder.confined else None
    return Issue(
        file=file,
        paper=moved(values["paper"], file, file + ISSUE, line - 1),
        number=moved(values["issue_no"], file, file + ISSUE, line - 1),
        date=values["date"] or NO_DATE,
        style=values["style"],
        press=values["press"],
        names=values["names"],
        pages=tuple(draft.page for draft in pages),
        pool=pool,
        anchors=anchors,
        keys=reader.keys,
        imprint=Imprint(
            values["registration"], values["weather"], values["price"], values["web"], values["page_total"],
            values["first_issue"],
        ),
        glyphs={
            character: (words, looked_for(words, Path(words.file or file).parent, within))
            for character, words in values["glyphs"] if character
        },
    )  # fmt: skip


class Builder:
    """Builds the blocks of a file: their kinds, the folder that paths start from, the ids ``taken``.

    Made-up ids keep clear of those that the file gives, wherever it does.
    """

    def __init__(self, readings: Readings, reader: FileReader, folder: Path, confined: bool) -> None:
        self.readings = readings
        self.reader = reader
        self.folder = folder
        self.confined = confined
        self.taken: set[str] = set()
        self.anchors: dict[str, Anchor] = {}

    def blocks(self, values: Values, page: str) -> list[BlockDraft]:
        """The blocks of ``stories`` in the order of the file."""
        around = Around(self.folder, values["writing"], self.confined)
        drafts = []
        for index, (kind, block) in enumerate(values["stories"] or (), 1):
            id_ = self.id_of(block, "-".join(filter(None, (kind, page, str(index)))))
            drafts.append(BlockDraft(self.block(block, id_, self.readings[kind], around), block))
        return drafts

    def block(self, values: Values, id_: str, reading: Reading, around: Around) -> Block:
        """A block whose places are counted from its own first line: those of one read by itself are so already."""
        anchor = self.reader.anchors.get(values.span.file)
        if anchor is not None:
            self.anchors[values.span.file] = anchor
            memo = self.reader.memo
            return memo.made("built", (values, reading), lambda: build_block(values, id_, reading, around), id_, around)
        built = build_block(values, id_, reading, around)
        return anchored(built, self.anchor(f"{built.span.file}#{built.id}", built.span))

    def anchor(self, name: str, span: Span) -> str:
        """What spans name in place of the file that are counted from the line of ``span``: ``name``, if it is free.

        Two blocks that share an id have two anchors all the same.
        """
        while name in self.anchors or name in self.reader.anchors:
            name += "."
        self.anchors[name] = Anchor(span.file, span.line)
        return name

    def page_anchor(self, page: IssuePage) -> str:
        """What spans of a page's own keys name in place of the file."""
        return self.anchor(page.span.file + PAGE.format(number=page.number), page.span)

    def id_of(self, values: Values, made: str) -> str:
        """The block's own id, or one by page and order: ``story-2-3`` is the third item of page 2."""
        if values["id"]:
            return str(values["id"])
        while made in self.taken:
            made += "."
        self.taken.add(made)
        return made


def build_page(values: Values, builder: Builder) -> PageDraft:
    """One page and its blocks."""
    number, last = values["page"] or (0, 0)
    drafts = builder.blocks(values, str(number))
    page = _page(values, number, values["section"] or nothing(values))._replace(spread=last > number)
    page = moved(page, page.span.file, builder.page_anchor(page), page.span.line - 1)
    return _with_blocks(PageDraft(page, (), values), drafts)


def build_pool(values: Values, builder: Builder) -> tuple[CopyPool, tuple[PageDraft, ...], PageDraft]:
    """版面: 自动: every block in the order of the file, the pages with those that have a page, and the rest."""
    drafts = builder.blocks(values, "")
    blocks = tuple(draft.block for draft in drafts)
    pool = CopyPool(blocks, values["sections"], values["section"], values["jumps"], values["quotas"])
    placed = blocks_by_page(blocks, page_numbers(blocks), builder.readings)
    origin = {draft.block.id: draft for draft in drafts} | _rest_drafts(drafts, builder.readings)
    pages = []
    for number in pool_numbers(values):
        on_page = placed.get(number, ())
        page = named_page(_page(values, number, nothing(values)), pool, on_page)
        found = tuple(BlockDraft(block, origin[block.id].values) for block in on_page)
        pages.append(PageDraft(page, found, values))
    paged = {draft.block.id for page in pages for draft in page.blocks}
    loose = [draft for draft in drafts if draft.block.id not in paged]
    return pool, tuple(pages), _with_blocks(PageDraft(_page(values, 0, nothing(values)), (), values), loose)


def pool_numbers(values: Values) -> tuple[int, ...]:
    """The numbers of the pages that the engine fills."""
    return tuple(dict.fromkeys(values["page_numbers"] or range(1, (values["page_count"] or 1) + 1)))


def jumped(pages: tuple[PageDraft, ...], readings: Readings) -> tuple[PageDraft, ...]:
    """The pages with the blocks that jump in their two parts. A jump to a page that is not there stays undone; on a
    spread the places say which of its two pages each part stands on.

    Of two pages of one number, which is told as an error, each keeps its own blocks.
    """
    parts: list[list[BlockDraft]] = [[] for _ in pages]
    at = {number: index for index, page in reversed([*enumerate(pages)]) for number in page.page.numbers}
    for index, page in enumerate(pages):
        for draft in page.blocks:
            jump = draft.block.jump
            if jump is not None and jump.page in at:
                there = pages[at[jump.page]].page.number_at(jump.place) if jump.place is not None else jump.page
                here = page.page.number_at(draft.block.place)
                first, rest = parted(draft.block, jump._replace(page=there), here, readings)
                parts[index].append(BlockDraft(first, draft.values))
                parts[at[jump.page]].append(BlockDraft(rest, draft.values["jump"]))
            else:
                parts[index].append(draft)
    return tuple(_with_blocks(page, own) for page, own in zip(pages, parts, strict=True))


def _rest_drafts(drafts: Sequence[BlockDraft], readings: Readings) -> dict[str, BlockDraft]:
    """The second parts of blocks that jump, by id, with the values of their jumps."""
    rests = {}
    for draft in drafts:
        if draft.block.jump is not None:
            rest = parted(draft.block, draft.block.jump, 0, readings)[1]
            rests[rest.id] = BlockDraft(rest, draft.values["jump"])
    return rests


def _with_blocks(draft: PageDraft, blocks: Sequence[BlockDraft]) -> PageDraft:
    return PageDraft(draft.page._replace(blocks=tuple(b.block for b in blocks)), tuple(blocks), draft.values)


def _page(values: Values, number: int, section: Text) -> IssuePage:
    """A page without its blocks."""
    return IssuePage(
        number=number,
        span=values.span,
        section=section,
        template=values["template"],
        body="auto" if values["body"] == AUTO_ZH else values["body"],
        credits=values["credits"],
        blocks=(),
        writing=values["writing"],
        tint=values["tint"],
        head=values["folio"],
        furniture=values["furniture"],
        margins=Margins() if values["margins"] is None else Margins(**values["margins"].items),
    )


def given_ids(pages: tuple[Values, ...]) -> set[str]:
    """The ids that the file itself gives, anywhere."""
    return {block["id"] for page in pages for _, block in page["stories"] or () if block["id"]}
