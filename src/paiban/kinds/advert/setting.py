"""An advert in its place, and how large it is by itself."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.display import Rect
from paiban.grid import Grid, GridRect
from paiban.issue import Block
from paiban.kinds.advert.model import Advert, SetAdvert, Size
from paiban.kinds.advert.standing import booked_size, own_size, stand, trim_of
from paiban.makeup.frame.kind import BlockSetting, PageKit, SetBlock, Site, all_of_it, no_galley, no_home, stays_in
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import PLAIN
from paiban.picture import PictureInfo, probe_artwork, probe_picture
from paiban.units import PER_INCH, Length

TRAITS = Traits(solid=True, dark=True, foot=True, sold=True, fill=":")

ASSUMED_PPI = 200
"""An image advert without a size is taken at the resolution that newsprint wants."""


def advert_size(advert: Advert, kit: PageKit) -> Size | Diagnostic:
    """How much room an advert asks for: what was booked, else its own size, an image's at the press's pixels."""
    booked = booked_size(advert, kit)
    if booked is not None:
        return booked
    own = own_size(advert, None, kit)
    if own is not None:
        return own
    info = kit.rack.picture(advert.file, advert.words)
    if isinstance(info, Diagnostic):
        return info
    return _at_newsprint(info)


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """An advert in its place; what the press says of it is looked into when the page is drawn."""
    white = PLAIN.white(site.place.row)
    rooms = advert_room(site.place, white, kit.grid), whole_page(site.place, kit)
    if block.content.bleed:
        rooms = run_off(rooms[0], site.place, kit.grid), run_off(rooms[1], site.place, kit.grid)
    standing = stand(block, *rooms, kit)
    set_advert = SetAdvert(standing.rect, standing.booked, standing.bleed)
    return Placed(block, TRAITS, site.place, white, set_advert), list(standing.found)


def advert_room(place: GridRect, white: int, grid: Grid) -> Rect:
    """The room of an advert: column edges, character face to character face."""
    frame = grid.frame(place)
    return Rect(frame.x0, grid.face_top(place.row + white), frame.x1, grid.face_foot(place.end_row))


def whole_page(place: GridRect, kit: PageKit) -> Rect:
    """The room of an advert that has the page to itself: the running head gives way to it; else its own place."""
    grid, whole = kit.grid, kit.template.whole
    half, at = divmod(place.column, grid.fold) if grid.fold else (0, place.column)
    if place.rows != grid.rows or at or place.columns not in (grid.columns, grid.fold):
        return advert_room(place, PLAIN.white(place.row), grid)
    return whole if place.columns == grid.columns else side_of(whole, kit.template.width // 2, half)


def side_of(whole: Rect, width: Length, half: int) -> Rect:
    """The room of a whole page in that of a whole spread: the left one, or ``half`` 1 the right."""
    return Rect(whole.x0 + half * width, whole.y0, width - whole.x0 + half * width, whole.y1)


def run_off(room: Rect, place: GridRect, grid: Grid) -> Rect:
    """A room as far as the trim at the edges of the grid that its place touches; at the head where no head stands."""
    trim = trim_of(grid)
    return Rect(
        trim.x0 if place.column == 0 else room.x0,
        trim.y0 if room.y0 < grid.face_top(0) else room.y0,
        trim.x1 if place.end_column == grid.columns else room.x1,
        trim.y1 if place.end_row == grid.rows else room.y1,
    )


def cells(block: Block, grid: Grid) -> tuple[int, int] | None:
    """The columns and rows of an advert, the white above it among them; None where its file cannot be looked at."""
    advert: Advert = block.content
    size = advert.size if isinstance(advert.size, tuple) else _file_size(advert)
    if size is None:
        return None
    width, height = size
    columns = min(range(1, grid.columns + 1), key=lambda n: abs(grid.span(n) - width))
    return columns, max(1, -(-(height - grid.size) // grid.leading)) + PLAIN.rows


def _file_size(advert: Advert) -> Size | None:
    """What the file says by itself."""
    if advert.is_pdf:
        page = probe_artwork(advert.file, advert.pdf_page or 1)
        return None if isinstance(page, Diagnostic) else (page.width, page.height)
    info = probe_picture(advert.file)
    return None if isinstance(info, Diagnostic) else _at_newsprint(info)


def _at_newsprint(info: PictureInfo) -> Size:
    return info.width_px * PER_INCH // ASSUMED_PPI, info.height_px * PER_INCH // ASSUMED_PPI


def data(placed: Placed) -> dict[str, object]:
    """Its file as it was typed, and the page of it, None for an image."""
    advert: Advert = placed.block.content
    return {"file": advert.words.value, "pdf_page": (advert.pdf_page or 1) if advert.is_pdf else None}


SETTING = BlockSetting(
    traits=TRAITS, galley=no_galley, place=place, cells=cells, home=no_home, outline=all_of_it, runs_off=stays_in
)
