"""Cross-heads at the side (小标题排在段旁): each stands beside the first lines of what it heads."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.galley.galley import Galley, GalleyParagraph, Initial
from paiban.galley.type import TypeSetter
from paiban.text import break_lines

SIDE_EM = 5
"""A cross-head at the side is so many em wide at most."""


def with_side_heads(galley: Galley, setter: TypeSetter) -> Galley:
    """The galley with each cross-head beside the paragraph after it; as it is where it has none."""
    paragraphs = tuple(_joined(galley.paragraphs, setter))
    return galley if len(paragraphs) == len(galley.paragraphs) else Galley(galley.block, paragraphs, galley)


def _joined(paragraphs: tuple[GalleyParagraph, ...], setter: TypeSetter) -> Iterator[GalleyParagraph]:
    head: GalleyParagraph | None = None
    for paragraph in paragraphs:
        if head is not None and paragraph.kind == "body" and paragraph.initial is None:
            yield _beside(head, paragraph, setter)
            head = None
            continue
        if head is not None:
            yield head
        head = paragraph if paragraph.kind == "crosshead" else None
        if head is None:
            yield paragraph
    if head is not None:
        yield head


def _beside(head: GalleyParagraph, paragraph: GalleyParagraph, setter: TypeSetter) -> GalleyParagraph:
    """A paragraph with its cross-head beside its first lines, which begin without an indent."""
    style = head.prepared.style._replace(align="start", indent=0)
    measure = min(head.prepared.width, SIDE_EM * setter.body.size)
    prepared = head.prepared._replace(style=style)
    broken = break_lines(prepared, measure)
    side = Initial(prepared, len(broken), "crosshead", broken, measure)
    flush = paragraph.prepared._replace(style=paragraph.prepared.style._replace(indent=0))
    return GalleyParagraph("body", flush, initial=side)
