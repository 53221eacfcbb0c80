"""One page of the PDF: the display list painted in order, and the page's dictionary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from paiban.display import Artwork, Box, Line, Page, Path, Picture, Rule
from paiban.output.pdf.artwork import Artworks
from paiban.output.pdf.content import KNOCK_OUT, OVERPRINT, REGISTRATION, Content
from paiban.output.pdf.font import FontBook
from paiban.output.pdf.graphics import draw_box, draw_path, draw_rule
from paiban.output.pdf.objects import Name, PdfFile, Ref, deflated
from paiban.output.pdf.picture import Pictures
from paiban.output.pdf.sheet import Sheet

GRAPHICS_STATES = {
    OVERPRINT: {"Type": Name("ExtGState"), "OP": True, "op": True, "OPM": 1},
    KNOCK_OUT: {"Type": Name("ExtGState"), "OP": False, "op": False, "OPM": 0},
}

ALL_INKS = [
    Name("Separation"), Name("All"), Name("DeviceCMYK"),
    {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1], "N": 1},
]  # fmt: skip
"""The colorant that paints on every plate (ISO 32000-1, 8.6.6.4)."""


class Painter:
    """Paints pages into one file, which shares its faces, pictures and adverts among them."""

    def __init__(self, file: PdfFile, fonts: FontBook, pictures: Pictures, artworks: Artworks) -> None:
        self._file = file
        self._fonts = fonts
        self._items: dict[type, Callable[[Content, Any], None]] = {
            Line: _draw_line,
            Rule: draw_rule,
            Box: draw_box,
            Path: draw_path,
            Picture: pictures.draw,
            Artwork: artworks.draw,
        }

    def paint(self, page: Page, sheet: Sheet) -> Content:
        """The content of a page, its items in painting order."""
        content = self.blank(sheet)
        for item in page.items:
            self._items[type(item)](content, item)
        return content

    def blank(self, sheet: Sheet) -> Content:
        """Content of a sheet with nothing on it yet."""
        return Content(sheet, self._fonts)

    def stream(self, data: bytes) -> Ref:
        """Add a content stream."""
        return self._file.add(deflated(data))

    def finish(self, parent: Ref, sheet: Sheet, drawn: Sequence[Content], contents: Ref | list[Ref]) -> Ref:
        """Add a page's dictionary, with the resources that what is drawn on it used."""
        page = {
            "Type": Name("Page"),
            "Parent": parent,
            **sheet.boxes(),
            "Resources": _resources(drawn),
            "Contents": contents,
        }
        return self._file.add(page)


def _draw_line(content: Content, line: Line) -> None:
    """The runs in their order, in which a reader copies them out; then the dots and lines beside them."""
    for run in line.runs:
        content.run(run)
    for mark in line.decorations:
        _DECORATIONS[type(mark)](content, mark)


_DECORATIONS: dict[type, Callable[[Content, Any], None]] = {Rule: draw_rule, Path: draw_path}


def _resources(drawn: Sequence[Content]) -> dict[str, Any]:
    resources: dict[str, Any] = {}
    faces = [used.name for content in drawn for used in content.faces.values()]
    if faces:
        resources["Font"] = {name: Ref(name) for name in faces}
    if any(content.overprints for content in drawn):
        resources["ExtGState"] = GRAPHICS_STATES
    if any(content.registers for content in drawn):
        resources["ColorSpace"] = {REGISTRATION: ALL_INKS}
    xobjects = {name: xobject for content in drawn for name, xobject in content.xobjects.items()}
    if xobjects:
        resources["XObject"] = xobjects
    return resources
