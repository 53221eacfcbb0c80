"""A QR code in its place: as large as was asked for and its place bears, never finer than the press prints."""

from __future__ import annotations

from paiban.diagnostic import diagnose
from paiban.display import Rect
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.qr.model import QrCode, SetCode
from paiban.makeup.frame.kind import (
    NO_WALLS,
    PageKit,
    SetBlock,
    Site,
    Walls,
)
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import PLAIN
from paiban.picture.qr import QUIET, qr_rows
from paiban.text import Prepared, break_caption, prepare
from paiban.units import PER_MM, Length, mm, to_mm
from paiban.value import NamedTuple

USUAL_SIDE = 20 * PER_MM
"""A code that a telephone reads at an arm's length."""

MOST_GROWN = 5, 4
"""A code whose size nobody asked for fills the height of its place, up to so many times the usual side."""

LEAST_BESIDE_EM = 3
"""A caption stands beside a code where it has room for so many characters a line, and takes no more lines than it has
characters in one; else below it. The white that the code keeps round it parts the two."""


class Arranged(NamedTuple):
    """A code's side in a room of some size, and its caption there: whether beside it, its measure and its height."""

    side: Length
    beside: bool
    measure: Length
    height: Length


def caption_of(block: Block, kit: PageKit, beside: bool = True) -> Prepared | None:
    """What is said of a code, ready to be broken; below it in the middle."""
    code: QrCode = block.content
    style = kit.setter.style("caption")
    style = style if beside else style._replace(align="centre")

    def ready() -> Prepared | None:
        return None if code.caption is None else prepare(code.caption, style, kit.catalogue)

    return kit.rack.copy("code caption beside" if beside else "code caption below", block, kit.setter, ready)


def least_side(code: QrCode, modules: int, kit: PageKit) -> tuple[Length, Length]:
    """The side that a code of so many modules must have on the press, and the one that it is to have."""
    least = (modules + 2 * QUIET) * mm(kit.limits.min_module_mm)
    return least, max(least, code.size or USUAL_SIDE)


def arranged(block: Block, modules: int, width: Length, height: Length, kit: PageKit) -> Arranged:
    """A code and its caption in a room: beside each other where there is width for both, else one below the other."""
    _, wanted = least_side(block.content, modules, kit)
    caption, setter = caption_of(block, kit), kit.setter
    side = min(wanted, width, height)
    if caption is None:
        return Arranged(side, False, 0, 0)
    beside, em = width - side, setter.size("caption")
    is_beside = beside >= LEAST_BESIDE_EM * em and len(break_caption(caption, beside)) <= beside // em
    measure = even_measure(caption, beside, em) if is_beside else width
    lines = break_caption(caption, measure)
    leading = setter.leading_of("caption", caption, lines)
    high = len(lines) * leading
    if is_beside:
        return Arranged(side, True, measure, high)
    most = wanted if block.content.size else wanted * MOST_GROWN[0] // MOST_GROWN[1]
    return Arranged(min(most, width, height - high), False, measure, high)


def even_measure(caption: Prepared, room: Length, em: Length) -> Length:
    """The least measure, in whole characters, in which a caption takes no more lines than in all of its room: its
    lines are alike."""
    count = len(break_caption(caption, room))
    measures = (ems * em for ems in range(LEAST_BESIDE_EM, room // em + 1))
    return next((measure for measure in measures if len(break_caption(caption, measure)) == count), room)


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a code; inside the block that it belongs to no row is left free above it."""
    code: QrCode = block.content
    rows = qr_rows(code.words.value, code.level)
    if rows is None:
        return None, [diagnose("P528", code.words.span, count=len(code.words.value))]
    white = 0 if site.hosted else PLAIN.white(site.place.row)
    room = room_of(site.place, white, kit, site.walls)
    how = arranged(block, len(rows), room.width, room.height, kit)
    least, _ = least_side(code, len(rows), kit)
    whole = how.side // (len(rows) + 2 * QUIET) * (len(rows) + 2 * QUIET)
    caption = caption_of(block, kit, how.beside)
    found = list(caption.diagnostics) if caption is not None else []
    if code.size is not None and code.size < least:
        words = {"asked": f"{to_mm(code.size):.1f}", "least": f"{to_mm(least):.1f}"}
        found.append(diagnose("P554", code.words.span, block=block.id, **words))
    if how.side < least or how.height > room.height:
        words = {"has": f"{to_mm(max(0, how.side)):.1f}", "least": f"{to_mm(least):.1f}"}
        found.append(diagnose("P527", code.words.span, block=block.id, **words))
    if how.side <= 0:
        return None, found
    if site.walls[3]:  # at the foot of a box it ends level with the copy beside it
        high = max(whole, how.height) if how.beside else whole + how.height
        room = room._replace(y0=room.y1 - high)
    content = standing(room, whole, how, rows, caption, kit)
    return Placed(block, traits, site.place, white, content), found


def room_of(place: GridRect, white: int, kit: PageKit, walls: Walls = NO_WALLS) -> Rect:
    """A place from column edge to column edge and character face to character face; off the sides of its host's box
    that it touches."""
    frame, grid, inset = kit.grid.frame(place), kit.grid, kit.setter.length("box_inset")
    left, top, right, foot = walls
    return Rect(
        frame.x0 + inset * left, grid.face_top(place.row + max(white, top)),
        frame.x1 - inset * right, grid.face_foot(place.end_row - foot),
    )  # fmt: skip


def standing(
    room: Rect, side: Length, how: Arranged, rows: tuple[str, ...], caption: Prepared | None, kit: PageKit
) -> SetCode:
    """A code at the head of its room with its caption beside it, or both in the middle of the room's width."""
    x = room.x0 if how.beside else room.x0 + (room.width - side) // 2
    rect = Rect(x, room.y0, x + side, room.y0 + side)
    lines = break_caption(caption, how.measure) if caption is not None else ()
    leading = kit.setter.leading_of("caption", caption, lines)
    x, y = (rect.x1, room.y0 + (side - how.height) // 2) if how.beside else (room.x0, rect.y1)
    return SetCode(rect, rows, caption, lines, how.measure, leading, x, y)


def data(placed: Placed) -> dict[str, object]:
    """What it says, and how large one of its modules is, in millimetres."""
    code: QrCode = placed.block.content
    content: SetCode = placed.content
    module = to_mm(content.rect.width) / (len(content.rows) + 2 * QUIET)
    return {"says": code.words.value, "module_mm": round(module, 3)}
