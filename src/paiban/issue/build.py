"""Decoded values to the issue's dataclasses.

Where a required value is missing (and reported) something empty stands in, so that the checks that follow still see the
rest of the page; such an issue is never handed on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from paiban.issue.kinds import Headline, TypedPlace
from paiban.issue.model import Advert, Block, BoxStyle, Briefs, Issue, PagePlan, Picture, Place, Story
from paiban.source import Reader, Values
from paiban.span import Text

CENTRE = (Fraction(1, 2), Fraction(1, 2))
NO_DATE = date(1, 1, 1)


class BlockDraft(NamedTuple):
    """A block with the values that it came from, which know where each stands."""

    block: Block
    values: Values


class PageDraft(NamedTuple):
    """A page with the values that it came from."""

    page: PagePlan
    blocks: tuple[BlockDraft, ...]
    values: Values


def build_issue(values: Values, pages: tuple[PageDraft, ...], reader: Reader) -> Issue:
    """The issue around its pages."""
    return Issue(
        file=reader.source.name,
        paper=values["paper"],
        date=values["date"] or NO_DATE,
        style=values["style"],
        press=values["press"],
        names=values["names"],
        pages=tuple(draft.page for draft in pages),
    )


def build_page(values: Values, taken: set[str]) -> PageDraft:
    """One page and its blocks. ``taken`` holds the ids that the issue uses; made-up ones keep clear of them."""
    number = values["page"] or 0
    drafts = []
    for index, (kind, block) in enumerate(values["stories"] or (), 1):
        drafts.append(BlockDraft(_BUILDERS[kind](block, _id_of(block, kind, number, index, taken)), block))
    page = PagePlan(
        number=number,
        span=values.span,
        section=values["section"] or _nothing(values),
        template=values["template"],
        body=values["body"],
        credits=values["credits"],
        blocks=tuple(draft.block for draft in drafts),
        writing=values["writing"],
    )
    return PageDraft(page, tuple(drafts), values)


def given_ids(pages: tuple[Values, ...]) -> set[str]:
    """The ids that the file itself gives, anywhere."""
    return {block["id"] for page in pages for _, block in page["stories"] or () if block["id"]}


def _id_of(values: Values, kind: str, page: int, index: int, taken: set[str]) -> str:
    """The block's own id, or one by page and order: ``story-2-3`` is the third item of page 2."""
    if values["id"]:
        return str(values["id"])
    made = f"{kind}-{page}-{index}"
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
    )


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
