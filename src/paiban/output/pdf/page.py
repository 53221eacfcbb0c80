"""One page painted by itself: its content streams by codes and names of its own, and what these stand for.

Nothing of it depends on the document that it will be a page of, so that pages can be painted anywhere and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from paiban.display import Artwork, Box, Item, Line, Page, Path, Picture, Rule
from paiban.font import FontCatalogue
from paiban.memo import Memo
from paiban.output.model import DocumentInfo
from paiban.output.pdf.artwork import Artworks
from paiban.output.pdf.content import Content, Passage
from paiban.output.pdf.font import Codes, FontBook
from paiban.output.pdf.graphics import draw_box, draw_path, draw_rule
from paiban.output.pdf.marks import draw_marks, marks_reach
from paiban.output.pdf.picture import LoadPicture, Pictures
from paiban.output.pdf.sheet import Sheet, clip_box, halves, sheet_of
from paiban.output.pdf.uses import Use, Uses
from paiban.template import Press
from paiban.template.standard import STANDARDS
from paiban.value import NamedTuple


class Layer(NamedTuple):
    """One content stream, with the faces and pictures by name that it uses, and what else its resources must hold."""

    text: str
    faces: tuple[str, ...]
    xobjects: tuple[str, ...]
    overprints: bool
    registers: bool


class PaintedSheet(NamedTuple):
    """A page of the file: its number, its sheet, and which of the layers are drawn on it, one upon the other."""

    number: int
    sheet: Sheet
    layers: tuple[int, ...]


class Painted(NamedTuple):
    """A page as painted: ``faces`` are those used, by key, each with its codes."""

    layers: tuple[Layer, ...]
    sheets: tuple[PaintedSheet, ...]
    faces: tuple[tuple[str, Codes], ...]
    uses: tuple[Use, ...]


class Painter:
    """Paints one page. Lines of a block that ``memo`` remembers are not written out again."""

    def __init__(
        self, catalogue: FontCatalogue, press: Press, info: DocumentInfo, load: LoadPicture | None, memo: Memo
    ) -> None:
        self._memo = memo
        self._catalogue = catalogue
        self._press = press
        self._info = info
        self._fonts = FontBook(catalogue)
        self._uses = Uses()
        self._items: dict[type, Callable[[Content, Any], None]] = {
            Line: _draw_line,
            Rule: draw_rule,
            Box: draw_box,
            Path: draw_path,
            Picture: Pictures(self._uses, press, load).draw,
            Artwork: Artworks(self._uses, STANDARDS[press.standard].transparency).draw,
        }

    def paint(self, page: Page, halved: bool) -> Painted:
        """The page with the marks around it; a spread as one sheet, or ``halved`` as two."""
        reach = 0 if self._info.draft else marks_reach(self._press, page.bleed)
        content = self._blank(sheet_of(page, reach))
        for block, items in groupby(page.items, self._remembered):
            if block:
                self._lines(content, tuple(items))
            else:
                for item in items:
                    self._items[type(item)](content, item)
        if halved and page.fold:
            drawn, sheets = self._halves(page, content)
        else:
            self._mark(content, page)
            drawn, sheets = (content,), (PaintedSheet(page.number, content.sheet, (0,)),)
        layers = tuple(_layer(each) for each in drawn)
        faces = tuple((used.face.key, used.given) for used in self._fonts.used)
        return Painted(layers, sheets, faces, self._uses.all)

    def _remembered(self, item: Item) -> str:
        """The block whose lines are kept as they are written out, if this is one of them."""
        return item.block if isinstance(item, Line) and self._memo.remembers else ""

    def _lines(self, content: Content, lines: tuple[Any, ...]) -> None:
        """Lines of one block on end, which are written alike as long as what goes before leaves the same behind."""
        kept: list[Passage] = self._memo.made("passage", lines, list, content.sheet, content.pose)
        if kept and content.repeat(kept[0]):
            return

        def draw() -> None:
            for line in lines:
                _draw_line(content, line)

        kept[:] = [content.passage([run for line in lines for run in line.runs], draw)]

    def _halves(self, page: Page, content: Content) -> tuple[Sequence[Content], tuple[PaintedSheet, ...]]:
        """The two pages of a spread: the same content through two windows, as wide as each may bleed, with marks."""
        drawn, sheets = [content], []
        for half, left in halves(page):
            sheet = content.sheet._replace(width=half.width, left=left)
            window, marks = self._blank(sheet), self._blank(sheet)
            window.draw("q", f"{clip_box(sheet, sheet.grown(sheet.bleed))} re W n")
            marks.draw("Q")
            self._mark(marks, half)
            sheets.append(PaintedSheet(half.number, sheet, (len(drawn), 0, len(drawn) + 1)))
            drawn += [window, marks]
        return drawn, tuple(sheets)

    def _blank(self, sheet: Sheet) -> Content:
        return Content(sheet, self._fonts)

    def _mark(self, content: Content, page: Page) -> None:
        if not self._info.draft:
            draw_marks(content, self._press, page, self._info, self._catalogue)


def _layer(content: Content) -> Layer:
    faces = tuple(used.name for used in content.faces.values())
    return Layer(content.text(), faces, tuple(content.xobjects), content.overprints, content.registers)


def _draw_line(content: Content, line: Line) -> None:
    """The runs in their order, in which a reader copies them out; then the dots and lines beside them."""
    for run in line.runs:
        content.run(run)
    for mark in line.decorations:
        _DECORATIONS[type(mark)](content, mark)


_DECORATIONS: dict[type, Callable[[Content, Any], None]] = {Rule: draw_rule, Path: draw_path}
