"""An advert in its place, and how large it is by itself."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic, diagnose
from paiban.grid import Grid
from paiban.issue import Block
from paiban.kinds.advert.model import Advert
from paiban.makeup.frame.kind import Maker, SetBlock, Setting, Site, no_galley
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import PLAIN
from paiban.picture import probe_picture
from paiban.units import PER_INCH, Length, pt

TRAITS = Traits(solid=True, dark=True, foot=True, fill=":")

ASSUMED_PPI = 200
"""An image advert without a size is taken at the resolution that newsprint wants."""


def advert_size(advert: Advert) -> tuple[Length, Length] | Diagnostic:
    """Width and height: what the editor gave, else the PDF's trim box or the image at the press's resolution."""
    if advert.size is not None:
        return advert.size
    if advert.is_pdf:
        return pdf_page_size(advert)
    info = probe_picture(advert.file)
    if isinstance(info, Diagnostic):
        return diagnose(info.code, advert.words.span, **dict(info.params))
    return info.width_px * PER_INCH // ASSUMED_PPI, info.height_px * PER_INCH // ASSUMED_PPI


def advert_cells(size: tuple[Length, Length], grid: Grid) -> tuple[int, int]:
    """Columns and rows of an advert: as many columns as its width is nearest to, the rows that its height takes there.

    The white above it is counted.
    """
    width, height = size
    columns = min(range(1, grid.columns + 1), key=lambda n: abs(grid.span(n) - width))
    scaled = height * grid.span(columns) // width
    return columns, max(1, -(-(scaled - grid.size) // grid.leading)) + PLAIN.rows


def pdf_page_size(advert: Advert) -> tuple[Length, Length] | Diagnostic:
    """The trim box of an advert's page."""
    import pikepdf  # noqa: PLC0415  a tenth of a second, and only for adverts that automatic make-up has to place

    try:
        with pikepdf.open(advert.file) as pdf:
            box = [float(value) for value in pdf.pages[(advert.pdf_page or 1) - 1].trimbox]
    except (pikepdf.PdfError, OSError, IndexError, ValueError):
        return diagnose("P509", advert.words.span, path=advert.words.value, page=advert.pdf_page or 1)
    return pt(box[2] - box[0]), pt(box[3] - box[1])


def place(block: Block, site: Site, _maker: Maker) -> SetBlock:
    """An advert fills its place; what the press says of it is looked into when the page is drawn."""
    return Placed(block, TRAITS, site.place, PLAIN.white(site.place.row)), []


def cells(block: Block, grid: Grid) -> tuple[int, int] | None:
    """The columns and rows of an advert, None where its file cannot be looked at."""
    size = advert_size(block.content)
    return None if isinstance(size, Diagnostic) else advert_cells(size, grid)


SETTING = Setting(traits=TRAITS, galley=no_galley, place=place, cells=cells)
