"""The art of a nameplate's title: an SVG drawn as outlines, a page of a PDF or a picture, whole and never cropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.diagnostic import Diagnostic
from paiban.display import PAPER, Artwork, Colour, Item, Path, Picture, Rect
from paiban.issue import Block
from paiban.kinds.nameplate.model import Nameplate
from paiban.makeup.frame.kind import PageKit
from paiban.picture import fitted, probe_artwork
from paiban.units import Length

if TYPE_CHECKING:
    from paiban.picture.drawing import VectorDrawing

WHOLE = (0.0, 0.0, 1.0, 1.0)

PRECISE = 1000
"""A drawing's own measures are taken to so fine a part of its unit when it is fitted."""


def art_items(
    block: Block, room: Rect, whole: Rect, colour: Colour, kit: PageKit
) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """The art in its ``room`` of the ``whole`` nameplate, or why it cannot be drawn."""
    plate: Nameplate = block.content
    assert plate.art is not None
    assert plate.file is not None
    ending, span = plate.file.suffix.lower(), plate.art.span
    if ending == ".svg":
        from paiban.picture.drawing import read_drawing  # noqa: PLC0415  only for art as SVG

        drawing = read_drawing(plate.file, span)
        if isinstance(drawing, Diagnostic):
            return (), [drawing]
        size = round(drawing.width * PRECISE), round(drawing.height * PRECISE)
        return drawn(drawing, standing(room, size, whole, plate), colour, block.id), []
    if ending == ".pdf":
        page = probe_artwork(plate.file, 1, span)
        if isinstance(page, Diagnostic):
            return (), [page]
        rect = standing(room, (page.width, page.height), whole, plate)
        return (Artwork(block.id, str(plate.file), 1, rect, span),), []
    info = kit.rack.picture(plate.file, plate.art)
    if isinstance(info, Diagnostic):
        return (), [info]
    rect = standing(room, (info.width_px, info.height_px), whole, plate)
    return (Picture(block.id, str(plate.file), rect, WHOLE, span),), []


def left_edge(room: Rect, width: Length, whole: Rect, plate: Nameplate) -> Length:
    """Where a title begins: one in the middle stands in the middle of the whole as far as its room allows."""
    middle = min(max((whole.x0 + whole.x1 - width) // 2, room.x0), room.x1 - width)
    return {"start": room.x0, "centre": middle, "end": room.x1 - width}[plate.align]


def standing(room: Rect, size: tuple[int, int], whole: Rect, plate: Nameplate) -> Rect:
    """Art of a shape as large as its room allows, where the title is to stand."""
    rect = fitted(room, size)
    x = left_edge(room, rect.width, whole, plate)
    y = room.y0 if plate.vertical else rect.y0
    return Rect(x, y, x + rect.width, y + rect.height)


def drawn(drawing: VectorDrawing, rect: Rect, colour: Colour, block: str) -> tuple[Item, ...]:
    """A drawing's outlines in a rectangle."""
    scale = min(rect.width / drawing.width, rect.height / drawing.height)

    def at(points: tuple[float, ...]) -> tuple[Length, ...]:
        return tuple(round((rect.x0, rect.y0)[index % 2] + value * scale) for index, value in enumerate(points))

    return tuple(
        Path(tuple((name, at(points)) for name, points in shape.steps), PAPER if shape.white else colour, block)
        for shape in drawing.shapes
    )
