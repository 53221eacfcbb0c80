"""A nameplate in its place: the title as large as its room allows, what it says of the day in a band at its foot.

An upright one (直排) has the title running down and its words below it, a line each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paiban.compose.code import code_items
from paiban.compose.composer import baseline_in
from paiban.compose.furniture import apart
from paiban.compose.running_head import border_rule
from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import BLACK, Colour, Item, Rect, Rule
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.nameplate.art import art_items, left_edge
from paiban.kinds.nameplate.model import Nameplate, Pieces, SetLine, SetNameplate
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import PLAIN
from paiban.picture.qr import QUIET, qr_rows
from paiban.template.naming import no_entry
from paiban.text import LineRange, Prepared, TextStyle, break_lines, prepare
from paiban.units import PER_MM, PER_PT, Length, mm, rounded, to_mm
from paiban.value import NamedTuple

PAD = 4 * PER_PT
"""White between the band and its rules, and between those and the title."""

APART_EM = 2
"""Characters that stand at the least between two things that a band says, and between the title and what is beside."""

LEAST_TITLE = 18 * PER_PT
"""A title that has no more room is none."""

HOME_SHARE = (23, 20)
"""A nameplate without a place is so many times as high as its title is at the most, with its band besides."""

SHRINK = (49, 50)
"""A title that is too long by the squeeze of its marks is set smaller step by step."""

CODE_SIDE = 22 * PER_MM
"""A code beside a title, with its quiet zone, so far as the press can print it so small."""

CODE_LEVEL = "medium"

TITLE, INFO = "nameplate", "nameplate-info"


class Saying(NamedTuple):
    """One thing that a band says: its pieces, each with the white before it, and how wide they are together."""

    pieces: tuple[tuple[Length, Prepared], ...]
    width: Length


class Band(NamedTuple):
    """What stands at the foot, row by row, and how high it is with its rules."""

    rows: tuple[tuple[Saying, ...], ...]
    height: Length


Row = tuple[tuple[Length, Prepared, LineRange, Length], ...]
"""A row of an upright nameplate: pieces with the white before each, the line of it that stands there, its width."""


class PlateJob(NamedTuple):
    """One nameplate being set: its room, what it is set with, and what is found."""

    block: Block
    plate: Nameplate
    kit: PageKit
    rect: Rect
    found: list[Diagnostic]

    def words(self, pieces: Pieces, style: TextStyle) -> Saying:
        """Copy made ready for a line of its own."""
        ready = tuple(
            (white, prepare(copy, style, self.kit.catalogue, markup=False)) for white, copy in apart(pieces, style)
        )
        self.found.extend(found for _, piece in ready for found in piece.diagnostics)
        return Saying(ready, sum(white + piece.width for white, piece in ready))

    def colour(self) -> Colour:
        """The title's colour."""
        colours = self.kit.setter.sheet.colours
        if self.plate.colour not in colours:
            self.found.append(no_entry("colours", self.plate.colour, colours, self.plate.colour_at))
        return colours.get(self.plate.colour, BLACK)


def home(_block: Block, kit: PageKit) -> GridRect:
    """The head of the page, over all columns, as high as a title at its full size asks for."""
    grid = kit.grid
    height = kit.setter.size(TITLE) * HOME_SHARE[0] // HOME_SHARE[1] + 2 * PAD + kit.setter.leading(INFO)
    return GridRect(0, 0, grid.columns, min(grid.rows, -(-height // grid.leading)))


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a nameplate."""
    grid, white = kit.grid, PLAIN.white(site.place.row)
    frame = grid.frame(site.place)
    rect = Rect(frame.x0, grid.face_top(site.place.row + white), frame.x1, grid.face_foot(site.place.end_row))
    job = PlateJob(block, block.content, kit, rect, [])
    content = upright(job) if job.plate.vertical else level(job)
    return Placed(block, traits, site.place, white, content, ruled=(False, content.ruled)), job.found


def level(job: PlateJob) -> SetNameplate:
    """A title over the page or a part of it, with words beside it and a band below."""
    style = job.kit.setter.style(INFO)
    band = band_of([job.words(pieces, style) for pieces in job.plate.strip_says], job, style)
    beside = [job.words(pieces, style) for pieces in job.plate.beside_says]
    top = job.rect.y1 - band.height
    width = max([words.width for words in beside], default=0)
    rect, at_end = job.rect._replace(y1=top - PAD if band.rows else top), job.plate.align == "end"
    side, code = code_of(rect, "start" if at_end else "end", job)
    gap = APART_EM * style.size
    taken = side + (width + gap if beside else 0) + (gap if side and not beside else 0)
    room = rect._replace(x0=rect.x0 + taken) if at_end else rect._replace(x1=rect.x1 - taken)
    too_wide = [words for words in (*beside, *(w for row in band.rows for w in row)) if words.width > job.rect.width]
    job.found.extend(diagnose("P524", job.block.span, words=said(words)) for words in too_wide)
    x = rect.x0 + side if at_end else rect.x1 - side - width
    y = rect.y0 + (rect.height - len(beside) * job.kit.setter.leading(INFO)) // 2
    title, items = title_of(room, job)
    lines = (*title, *stacked(beside, x, y, job), *band_lines(band, top, job, style))
    return SetNameplate(tuple(lines), (*items, *code, *band_rules(band, top, job)), bool(band.rows))


def code_of(room: Rect, align: str, job: PlateJob) -> tuple[Length, tuple[Item, ...]]:
    """The QR code in its room, and how wide it is; nothing where none is asked for."""
    words = job.plate.code
    if words is None:
        return 0, ()
    rows = qr_rows(words.value, CODE_LEVEL)
    if rows is None:
        job.found.append(diagnose("P528", words.span, count=len(words.value)))
        return 0, ()
    modules = len(rows) + 2 * QUIET
    least, most = modules * mm(job.kit.limits.min_module_mm), min(room.width, room.height)
    module = max(1, min(most, max(least, CODE_SIDE)) // modules)
    if most < least:
        sizes = {"has": f"{to_mm(most):.1f}", "least": f"{to_mm(least):.1f}"}
        job.found.append(diagnose("P527", words.span, block=job.block.id, **sizes))
    side = module * modules
    x = room.x0 + {"start": 0, "centre": (room.width - side) // 2, "end": room.width - side}[align]
    y = room.y0 + (room.height - side) // 2
    return side, tuple(code_items(rows, Rect(x, y, x + side, y + side), job.block.id))


def said(words: Saying) -> str:
    """What words say, for a message."""
    return "".join(piece.copy.value for _, piece in words.pieces)


def band_of(words: Sequence[Saying], job: PlateJob, style: TextStyle) -> Band:
    """Saying dealt out to rows, as few as there can be, each as full as the others as far as their order allows."""
    white, rows = APART_EM * style.size, [list[Saying]()]
    for each in words:
        taken = sum(w.width + white for w in rows[-1])
        if rows[-1] and taken + each.width > job.rect.width:
            rows.append([])
        rows[-1].append(each)
    if len(rows) > 1:
        rows = evened(words, len(rows), white, job.rect.width)
    if not words:
        return Band((), 0)
    height = len(rows) * job.kit.setter.leading(INFO) + 2 * PAD + sum(job.kit.setter.sheet.borders["double"])
    return Band(tuple(map(tuple, rows)), height)


def evened(words: Sequence[Saying], count: int, white: Length, width: Length) -> list[list[Saying]]:
    """As many rows of about one length; the first rows take no more than their share of what is left."""
    rows, left = [], list(words)
    for row in range(count, 1, -1):
        share = sum(w.width + white for w in left) / row
        taken: list[Saying] = []
        while left and (not taken or sum(w.width + white for w in taken) + left[0].width / 2 <= share):
            if taken and sum(w.width + white for w in taken) + left[0].width > width:
                break
            taken.append(left.pop(0))
        rows.append(taken)
    return [*rows, left]


def band_lines(band: Band, top: Length, job: PlateJob, style: TextStyle) -> Iterator[SetLine]:
    """A band's rows, what stands in each apart evenly from edge to edge; one thing alone in the middle."""
    leading, rect = job.kit.setter.leading(INFO), job.rect
    for number, row in enumerate(band.rows):
        spare = rect.width - sum(words.width for words in row)
        y = top + PAD + number * leading + (leading - style.size) // 2
        x = rect.x0 + (spare // 2 if len(row) == 1 else 0)
        for index, words in enumerate(row):
            begin = x + (rounded(spare * index, len(row) - 1) if index else 0)
            yield from line_of(words, begin, y)
            x += words.width


def line_of(words: Saying, x: Length, top: Length) -> Iterator[SetLine]:
    """The pieces of one thing that is said, one after another."""
    for white, piece in words.pieces:
        x += white
        line = break_lines(piece, piece.width)[0]
        yield SetLine(INFO, piece, line, piece.width, x, baseline_in(top, piece.style.size))
        x += piece.width


def stacked(words: Sequence[Saying], x: Length, y: Length, job: PlateJob) -> Iterator[SetLine]:
    """Saying a line each."""
    for index, each in enumerate(words):
        yield from line_of(each, x, y + index * job.kit.setter.leading(INFO))


def band_rules(band: Band, top: Length, job: PlateJob) -> Iterator[Item]:
    """A fine rule above a band and the double one of the running head below it."""
    sheet, rect = job.kit.setter.sheet, job.rect
    if band.rows:
        weight = sheet.lines["hairline"]
        yield Rule(rect.x0, top + weight // 2, rect.x1, top + weight // 2, weight)
        yield from border_rule(rect.x0, rect.x1, rect.y1, sheet.borders["double"])


def upright(job: PlateJob) -> SetNameplate:
    """A title that runs down, its words below it in the middle of the columns."""
    style, rect = job.kit.setter.style(INFO), job.rect
    sayings = [job.words(pieces, style) for pieces in (*job.plate.strip_says, *job.plate.beside_says)]
    rows = [row for saying in sayings for row in upright_rows(saying, job)]
    height = len(rows) * job.kit.setter.leading(INFO) + 2 * PAD + sum(job.kit.setter.sheet.borders["double"])
    band = Band((((),) * len(rows)), height if rows else 0)
    top = rect.y1 - band.height
    side, code = code_of(rect._replace(y0=top - CODE_SIDE, y1=top), "centre", job)
    title, items = title_of(rect._replace(y1=top - (CODE_SIDE if side else 0) - (PAD if rows else 0)), job)
    lines = (line for number, row in enumerate(rows) for line in centred(row, top, number, job))
    return SetNameplate((*title, *lines), (*items, *code, *band_rules(band, top, job)), bool(band.rows))


def upright_rows(saying: Saying, job: PlateJob) -> Iterator[Row]:
    """What is said as rows of the columns' width: on one, parted where it has white, a single piece broken."""
    measure, pieces = job.rect.width, saying.pieces
    if saying.width <= measure:
        yield tuple((white, piece, break_lines(piece, piece.width)[0], piece.width) for white, piece in pieces)
    elif len(pieces) == 1:
        piece = pieces[0][1]
        yield from (((0, piece, line, piece.natural(*line)),) for line in break_lines(piece, measure))
    else:
        parts = [index for index, (white, _) in enumerate(pieces) if white and index]
        if not parts:
            job.found.append(diagnose("P524", job.block.span, words=said(saying)))
        for start, end in pairwise((0, *parts, len(pieces))) if parts else ():
            group = ((0, pieces[start][1]), *pieces[start + 1 : end])
            yield from upright_rows(Saying(group, sum(white + piece.width for white, piece in group)), job)


def centred(row: Row, top: Length, number: int, job: PlateJob) -> Iterator[SetLine]:
    """A row in the middle of the columns."""
    leading, rect = job.kit.setter.leading(INFO), job.rect
    x = rect.x0 + (rect.width - sum(white + width for white, _, _, width in row)) // 2
    for white, piece, line, width in row:
        y = baseline_in(top + PAD + number * leading + (leading - piece.style.size) // 2, piece.style.size)
        yield SetLine(INFO, piece, line, width, x + white, y)
        x += white + width


def title_of(room: Rect, job: PlateJob) -> tuple[tuple[SetLine, ...], tuple[Item, ...]]:
    """The title in its room, as art or as type."""
    if min(room.width, room.height) < LEAST_TITLE:
        size = f"{to_mm(max(0, room.width)):.0f} × {to_mm(max(0, room.height)):.0f} mm"
        job.found.append(diagnose("P525", job.block.span, room=size))
        return (), ()
    if job.plate.art is not None:
        items, found = art_items(job.block, room, job.rect, job.colour(), job.kit)
        job.found.extend(found)
        return (), items
    return (title_line(room, job),), ()


def title_line(room: Rect, job: PlateJob) -> SetLine:
    """The title in type, on one line."""
    plate, setter = job.plate, job.kit.setter
    along, across = (room.height, room.width) if plate.vertical else (room.width, room.height)
    colour, size = job.colour(), min(setter.size(TITLE), across)
    while True:
        style = setter.style(TITLE, size=size, colour=colour, vertical=plate.vertical)
        prepared = prepare(plate.title, style, job.kit.catalogue)
        if prepared.width <= along or size <= PER_PT:
            break
        size = min(size * along // prepared.width, size * SHRINK[0] // SHRINK[1])
    job.found.extend(prepared.diagnostics)
    line = break_lines(prepared, max(along, prepared.width))[0]
    if plate.vertical:
        spare = {"start": 0, "centre": (along - prepared.width) // 2, "end": along - prepared.width}[plate.align]
        return SetLine(TITLE, prepared, line, prepared.width, room.x0 + room.width // 2, room.y0 + spare)
    x = left_edge(room, prepared.width, job.rect, plate)
    y = baseline_in(room.y0 + (room.height - size) // 2, size)
    return SetLine(TITLE, prepared, line, prepared.width, x, y)


def data(placed: Placed) -> dict[str, object]:
    """The paper's title, the file of its art, None for type, and what it says, line by line."""
    plate: Nameplate = placed.block.content
    says = ("".join(copy.value for copy in pieces) for pieces in (*plate.strip_says, *plate.beside_says))
    return {"title": plate.title.value, "art": None if plate.art is None else plate.art.value, "says": list(says)}
