"""Decoded values to the issue's dataclasses.

Where a required value is missing (and reported) something empty stands in, so that the checks that follow still see the
rest of the page; such an issue is never handed on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from paiban.issue.kinds import Headline, TypedPlace
from paiban.issue.model import (
    Advert,
    Block,
    BoxStyle,
    Briefs,
    Issue,
    Jump,
    PagePlan,
    Picture,
    Place,
    Spread,
    Story,
)
from paiban.issue.spread import named_page, page_numbers, parted, spread_blocks
from paiban.source import Reader, Values
from paiban.span import Text

CENTRE = (Fraction(1, 2), Fraction(1, 2))
NO_DATE = date(1, 1, 1)
AUTO_ZH = "自动"


class BlockDraft(NamedTuple):
    """A block with the values that it came from, which know where each stands."""

    block: Block
    values: Values


class PageDraft(NamedTuple):
    """A page with the values that it came from."""

    page: PagePlan
    blocks: tuple[BlockDraft, ...]
    values: Values


def build_issue(values: Values, pages: tuple[PageDraft, ...], reader: Reader, spread: Spread | None = None) -> Issue:
    """The issue around its pages."""
    return Issue(
        file=reader.source.name,
        paper=values["paper"],
        date=values["date"] or NO_DATE,
        style=values["style"],
        press=values["press"],
        names=values["names"],
        pages=tuple(draft.page for draft in pages),
        spread=spread,
    )


def build_page(values: Values, taken: set[str]) -> PageDraft:
    """One page and its blocks. ``taken`` holds the ids that the issue uses; made-up ones keep clear of them."""
    number = values["page"] or 0
    drafts = _blocks(values, str(number), taken)
    page = _page(values, number, values["section"] or _nothing(values))
    return _with_blocks(PageDraft(page, (), values), drafts)


def build_spread(values: Values, taken: set[str]) -> tuple[Spread, tuple[PageDraft, ...], PageDraft]:
    """版面: 自动: every block in the order of the file, the pages with those that have a page, and the rest."""
    drafts = _blocks(values, "", taken)
    blocks = tuple(draft.block for draft in drafts)
    spread = Spread(blocks, values["sections"], values["section"], values["jumps"])
    placed = spread_blocks(blocks, page_numbers(blocks))
    origin = {draft.block.id: draft for draft in drafts} | _rest_drafts(drafts)
    pages = []
    for number in spread_numbers(values):
        on_page = placed.get(number, ())
        page = named_page(_page(values, number, _nothing(values)), spread, on_page)
        found = tuple(BlockDraft(block, origin[block.id].values) for block in on_page)
        pages.append(PageDraft(page, found, values))
    paged = {draft.block.id for page in pages for draft in page.blocks}
    loose = [draft for draft in drafts if draft.block.id not in paged]
    return spread, tuple(pages), _with_blocks(PageDraft(_page(values, 0, _nothing(values)), (), values), loose)


def spread_numbers(values: Values) -> tuple[int, ...]:
    """The numbers of the pages that the engine fills."""
    return tuple(dict.fromkeys(values["page_numbers"] or range(1, (values["page_count"] or 1) + 1)))


def jumped(pages: tuple[PageDraft, ...]) -> tuple[PageDraft, ...]:
    """The pages with the stories that jump in their two parts. A jump to a page that is not there stays undone."""
    numbers = {draft.page.number for draft in pages}
    parts: dict[int, list[BlockDraft]] = {number: [] for number in numbers}
    for page in pages:
        for draft in page.blocks:
            story = draft.block
            if isinstance(story, Story) and story.jump is not None and story.jump.page in numbers:
                first, rest = parted(story, story.jump, page.page.number)
                parts[page.page.number].append(BlockDraft(first, draft.values))
                parts[story.jump.page].append(BlockDraft(rest, draft.values["jump"]))
            else:
                parts[page.page.number].append(draft)
    return tuple(_with_blocks(page, parts[page.page.number]) for page in pages)


def _rest_drafts(drafts: Sequence[BlockDraft]) -> dict[str, BlockDraft]:
    """The second parts of stories that jump, by id, with the values of their jumps."""
    rests = {}
    for draft in drafts:
        if isinstance(draft.block, Story) and draft.block.jump is not None:
            rest = parted(draft.block, draft.block.jump, 0)[1]
            rests[rest.id] = BlockDraft(rest, draft.values["jump"])
    return rests


def _blocks(values: Values, page: str, taken: set[str]) -> list[BlockDraft]:
    """The blocks of ``stories`` in the order of the file."""
    drafts = []
    for index, (kind, block) in enumerate(values["stories"] or (), 1):
        made = "-".join(filter(None, (kind, page, str(index))))
        built = _in_the_pages_direction(_BUILDERS[kind](block, _id_of(block, made, taken)), values["writing"])
        drafts.append(BlockDraft(built, block))
    return drafts


def _with_blocks(draft: PageDraft, blocks: Sequence[BlockDraft]) -> PageDraft:
    return PageDraft(draft.page._replace(blocks=tuple(b.block for b in blocks)), tuple(blocks), draft.values)


def _page(values: Values, number: int, section: Text) -> PagePlan:
    """A page without its blocks."""
    return PagePlan(
        number=number,
        span=values.span,
        section=section,
        template=values["template"],
        body="auto" if values["body"] == AUTO_ZH else values["body"],
        credits=values["credits"],
        blocks=(),
        writing=values["writing"],
    )


def _in_the_pages_direction(block: Block, writing: str) -> Block:
    """A story that says nothing of its direction runs as its page does."""
    return block._replace(writing=writing) if isinstance(block, Story) and not block.writing else block


def given_ids(pages: tuple[Values, ...]) -> set[str]:
    """The ids that the file itself gives, anywhere."""
    return {block["id"] for page in pages for _, block in page["stories"] or () if block["id"]}


def _id_of(values: Values, made: str, taken: set[str]) -> str:
    """The block's own id, or one by page and order: ``story-2-3`` is the third item of page 2."""
    if values["id"]:
        return str(values["id"])
    while made in taken:
        made += "."
    taken.add(made)
    return made


def _story(values: Values, id_: str) -> Story:
    headline: Headline | None = values["headline"]
    return Story(
        id=id_,
        span=values.span,
        weight=values["weight"],
        kicker=values["kicker"],
        headline=headline.text if headline else None,
        deck=values["deck"],
        byline=values["byline"],
        body=values["body"] or (),
        place=_place(values),
        slot=values["slot"],
        legs=values["legs"],
        writing=values["writing"],
        headline_form=values["headline_form"],
        headline_face=values["headline_face"],
        headline_size=values["headline_size"],
        box=_box(values),
        locked=values["locked"],
        headline_breaks=headline.breaks if headline else (),
        headline_face_span=values.at("headline_face") if values["headline_face"] else None,
        page=values["page"],
        section=values["section"],
        jump=_jump(values["jump"]),
    )


def _briefs(values: Values, id_: str) -> Briefs:
    return Briefs(
        id=id_,
        span=values.span,
        label=values["label"],
        items=values["briefs"] or (),
        place=_place(values),
        slot=values["slot"],
        weight=values["weight"],
        box=_box(values),
        locked=values["locked"],
        page=values["page"],
        section=values["section"],
    )


def _picture(values: Values, id_: str) -> Picture:
    return Picture(
        id=id_,
        span=values.span,
        path=values["picture"] or _nothing(values),
        caption=values["caption"],
        credit=values["credit"],
        with_=values["with"],
        focus=values["focus"] or CENTRE,
        place=_place(values),
        slot=values["slot"],
        frame=values["frame"],
        bleed=values["bleed"],
        columns=values["columns"],
        locked=values["locked"],
        page=values["page"],
    )


def _advert(values: Values, id_: str) -> Advert:
    return Advert(
        id=id_,
        span=values.span,
        path=values["advert"] or _nothing(values),
        pdf_page=values["pdf_page"],
        size=values["size"],
        filler=values["filler"],
        place=_place(values),
        slot=values["slot"],
        locked=values["locked"],
        page=values["page"],
    )


def _jump(values: Values | None) -> Jump | None:
    """Where a story goes on; None where its page or paragraph is missing (and reported)."""
    if values is None or values["page"] is None or values["paragraph"] is None:
        return None
    return Jump(values["page"], values["paragraph"], values.span, _place(values), values["legs"])


def _place(values: Values) -> Place | None:
    typed: TypedPlace | None = values["place"]
    return typed.place if typed else None


def _box(values: Values) -> BoxStyle | None:
    box = BoxStyle(values["box"], values["tint"], values["border"])
    return None if box == BoxStyle() else box


def _nothing(values: Values) -> Text:
    span = values.span
    return Text("", span.file, (span.line,), (span.column,))


_BUILDERS: dict[str, Callable[[Any, str], Block]] = {
    "story": _story,
    "briefs": _briefs,
    "picture": _picture,
    "advert": _advert,
}
