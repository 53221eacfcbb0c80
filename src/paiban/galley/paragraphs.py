"""The paragraphs of a body as a galley has them, those in a style of their own among them (诗、列表、问答、落款 …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.display import Colour
from paiban.font import FontCatalogue
from paiban.galley.copyfit import KEEPS, Keep
from paiban.galley.galley import GalleyParagraph
from paiban.galley.type import TypeSetter
from paiban.issue import Paragraph
from paiban.text import Prepared, prepare, width_before
from paiban.units import Length


def galley_paragraphs(
    body: Sequence[Paragraph], setter: TypeSetter, catalogue: FontCatalogue, vertical: bool, colour: Colour | None
) -> Iterator[GalleyParagraph]:
    """Each paragraph prepared in its role."""
    ready = [_prepared(paragraph, setter, catalogue, vertical, colour) for paragraph in body]
    if any(paragraph.first for paragraph in body):
        ready = [part for first, last in stretches(body) for part in hung(body[first:last], ready[first:last])]
    for index, (paragraph, prepared) in enumerate(zip(body, ready, strict=True)):
        after = body[index + 1].kind if index + 1 < len(body) else ""
        yield GalleyParagraph(paragraph.kind, prepared, blank=paragraph.white, keep=kept(paragraph.kind, after))


def ranged(copy: Sequence[Paragraph], align: str) -> Sequence[Paragraph]:
    """Copy whose poems, unless they say it themselves, stand as their story says; no verse is justified."""
    if align in ("", "justify"):
        return copy
    poems = (paragraph.kind == "poem" and not paragraph.align for paragraph in copy)
    return [p._replace(align=align) if verse else p for p, verse in zip(copy, poems, strict=True)]


def _prepared(
    paragraph: Paragraph, setter: TypeSetter, catalogue: FontCatalogue, vertical: bool, colour: Colour | None
) -> Prepared:
    style = setter.style(paragraph.kind, vertical=vertical, colour=colour)
    if paragraph.align:
        style = style._replace(align=paragraph.align)
    return prepare(paragraph.text, style, catalogue, prefix=paragraph.prefix, label=paragraph.label)


def kept(kind: str, after: str) -> Keep:
    """What a paragraph is not to be parted from: a signature only from what of it follows."""
    if kind == "signature" and after not in (kind, "byline"):
        return Keep.WHOLE
    return Keep.WHOLE if kind == "poem" else KEEPS.get(kind, Keep.NOTHING)


def stretches(body: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Where each poem, each list and what stands between them begins and ends."""
    starts = [
        index
        for index, paragraph in enumerate(body)
        if not index or paragraph.first or paragraph.kind != body[index - 1].kind
    ]
    yield from zip(starts, [*starts[1:], len(body)], strict=True)


def hung(body: Sequence[Paragraph], ready: Sequence[Prepared]) -> list[Prepared]:
    """A stretch whose paragraphs are set in by what they say together: a poem's lines, a list's items."""
    if body[0].kind == "poem":
        return poem(body, ready)
    return items(body, ready) if body[0].kind == "item" else list(ready)


def poem(body: Sequence[Paragraph], ready: Sequence[Prepared]) -> list[Prepared]:
    """Lines with the white that the editor set before them; turned ones hang. The longest stands in the middle."""
    size = ready[0].style.size
    middle = ready[0].style.align == "start" and not body[0].align
    widest = max(p.width + paragraph.indent * size for paragraph, p in zip(body, ready, strict=True))
    return [
        p._replace(
            style=p.style._replace(
                indent=paragraph.indent * size,
                hang=paragraph.indent * size + p.style.hang,
                widest=widest if middle else 0,
            )
        )
        for paragraph, p in zip(body, ready, strict=True)
    ]


def items(body: Sequence[Paragraph], ready: Sequence[Prepared]) -> list[Prepared]:
    """Items whose lines all begin where the words of the first do; their signs and numbers end there."""
    labels = [label_width(paragraph, p) for paragraph, p in zip(body, ready, strict=True)]
    hang = max(labels)
    return [
        p._replace(style=p.style._replace(indent=hang - label, hang=hang))
        for label, p in zip(labels, ready, strict=True)
    ]


def label_width(paragraph: Paragraph, prepared: Prepared) -> Length:
    """How wide the sign or number of an item stands, typed or the engine's."""
    if paragraph.prefix:
        first = prepared.firsts.index(prepared.prefix_glyphs) if prepared.prefix_glyphs in prepared.firsts else 0
        return prepared.sums[first] - prepared.heads[0]
    return width_before(prepared, paragraph.label) if paragraph.label else 0
