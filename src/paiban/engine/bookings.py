"""The booking list (订版单) of an issue: which advert was sold at which size, in which section, on which side.

A list is a CSV file as a spreadsheet saves it. Each of its lines is held against the advert of the issue that it names;
what is otherwise than it was sold is told at the cell that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Rect
from paiban.engine.kit import Kit
from paiban.engine.setting import Result
from paiban.files import read_plain
from paiban.grid import Grid
from paiban.issue import Block, IssuePage
from paiban.issue.write_back import write_back
from paiban.language import Words
from paiban.makeup.frame.model import Placed
from paiban.source.file import SourceFile, clean, read_source
from paiban.source.measure import parse_length
from paiban.source.nearest import nearest
from paiban.source.quote import Value
from paiban.span import Anchors, Text, absolute, plain_text
from paiban.units import PER_MM, Length, to_mm
from paiban.value import NamedTuple

Size = tuple[Length, Length]

BOOKINGS = Words("订版单", "the booking list")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "size": ("size", "尺寸", "规格"),
    "section": ("section", "版名"),
    "side": ("page", "左右"),
    "apart": ("not beside", "不挨着"),
    "file": ("file", "文件"),
    "id": ("id", "编号"),
}
"""The columns of a list by what they are called; others (customer, price) are the advertising department's own."""

SIDES: Mapping[str, str] = {
    "right": "right", "右": "right", "右版": "right", "left": "left", "左": "left", "左版": "left",
}  # fmt: skip
SIDE_WORDS = {
    "right": Words("右版", "a right page"), "left": Words("左版", "a left page"), "both": Words("跨版", "a spread"),
}  # fmt: skip

TOLERANCE = PER_MM // 2
"""Sizes that differ by less are one size."""

ENCODINGS = {"P115": "gb18030", "P116": "utf-16"}
"""How a list is read all the same whose encoding was told."""

_COMMAS = ",;\t，"
_CELL = r'[ ]*(?:"((?:[^"]|"")*)"[ ]*|([^{comma}]*))(?:{comma}|$)'


class Booking(NamedTuple):
    """One line of the list: its cells that say something, by column."""

    cells: Mapping[str, Text]

    @property
    def name(self) -> Text:
        """What it calls its advert: the id, else the file."""
        return self.cells.get("id") or self.cells["file"]


class Sold(NamedTuple):
    """An advert of the issue: its page, if it has one, and its place there on the page's grid, if it has one."""

    block: Block
    page: IssuePage | None
    placed: Placed | None
    grid: Grid | None = None

    def is_called(self, name: str) -> bool:
        """Whether a name is that of the block or of its file, with its folders or without."""
        file: str = self.block.content.words.value
        return name in (self.block.id, file, Path(file).name)


class Checked(NamedTuple):
    """What a list comes to: all that is to be said, the texts of the files, and the keys to write, by block."""

    found: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    keys: Mapping[str, Mapping[str, Value]]


def check_bookings(path: Path, result: Result) -> Checked:
    """Hold an issue that was set against the list at ``path``."""
    source, found = _read(path)
    if source is None or result.issue is None or result.kit is None:
        return Checked(found, result.sources, {})
    bookings, faults = _bookings(source)
    adverts, told = [*_adverts(result)], [*found, *faults]
    keys: dict[str, Mapping[str, Value]] = {}
    for booking in bookings:
        sold = next((advert for advert in adverts if advert.is_called(booking.name.value)), None)
        if sold is None:
            told.append(diagnose("P773", booking.name.span, name=booking.name.value))
            continue
        told += _judged(booking, sold, adverts, result)
        wanted = {} if sold.placed else _keys(booking, sold, adverts, result)
        if wanted:
            keys[sold.block.id] = wanted
            words = "，".join(f"{key}: {value}" for key, value in wanted.items())
            told.append(diagnose("P778", booking.name.span, name=booking.name.value, words=words))
    if bookings:
        told += _unbooked(bookings, adverts, path, result.issue.anchors)
    return Checked(tuple(told), {**result.sources, source.name: source.text}, keys)


def written_bookings(text: str, result: Result, keys: Mapping[str, Mapping[str, Value]]) -> str | Diagnostic:
    """The issue file's text with what the list says of adverts without a place; or why it stays as it is."""
    assert result.issue is not None
    assert result.kit is not None
    pool = result.issue.pool
    pages = [page.blocks for page in result.issue.pages] if pool is None else [pool.blocks]
    changes = [[keys.get(block.id, {}) for block in blocks] for blocks in pages]
    return write_back(text, result.kit.kinds.readings, changes)


def _read(path: Path) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The list's text. Spreadsheets save CSV in GBK, on a Chinese system, or in two bytes a character."""
    source, found = read_source(path, what=BOOKINGS)
    [code] = [each.code for each in found] or [""]
    if code in ENCODINGS:
        return clean(str(path), read_plain(path).decode(ENCODINGS[code], "replace")), ()
    if code == "P160":
        return None, tuple(diagnose("P779", fault.span, **dict(fault.params)) for fault in found)
    return source, found


def _bookings(source: SourceFile) -> tuple[list[Booking], list[Diagnostic]]:
    comma = max(_COMMAS, key=source.line(1).count)
    head = [*_cells(source, 1, comma)]
    names = [next((key for key, words in COLUMNS.items() if cell.value.lower() in words), "") for cell in head]
    if not {"file", "id"} & {*names}:
        return [], [diagnose("P770", plain_text(source.line(1) or " ", source.name).span)]
    known = [word for words in COLUMNS.values() for word in words]
    near = [(cell, nearest(cell.value.lower(), known)) for cell, name in zip(head, names, strict=True) if not name]
    found = [diagnose("P771", cell.span, word=cell.value, meant=meant) for cell, meant in near if meant]
    lines = (
        {name: cell for name, cell in zip(names, _cells(source, number, comma), strict=False) if name and cell.value}
        for number in range(2, len(source.lines) + 1)
    )
    return [Booking(cells) for cells in lines if "id" in cells or "file" in cells], found


def _cells(source: SourceFile, number: int, comma: str) -> Iterator[Text]:
    """The cells of a line with their places."""
    line, at = source.line(number), 0
    pattern = re.compile(_CELL.format(comma=comma))
    while at <= len(line) and (match := pattern.match(line, at)) is not None:
        group = 2 if match[1] is None else 1
        value = match[group].replace('""', '"')
        start = match.start(group) + len(value) - len(value.lstrip())
        yield plain_text(value.strip(), source.name, number, start + 1)
        at = match.end() if match.end() > at and line[match.end() - 1 : match.end()] == comma else len(line) + 1


def _adverts(result: Result) -> Iterator[Sold]:
    """The adverts of an issue, those without a place too."""
    assert result.issue is not None
    assert result.kit is not None
    settings = result.kit.kinds.settings
    seen = set()
    for makeup in result.makeups:
        placed = [Sold(each.block, makeup.page, each, makeup.grid) for each in makeup.blocks]
        for sold in (*placed, *(Sold(left.block, makeup.page, None) for left in makeup.unset)):
            seen.add(sold.block.id)
            if settings[sold.block.kind].traits.sold:
                yield sold
    for block in result.issue.pool.blocks if result.issue.pool else ():
        if settings[block.kind].traits.sold and block.id not in seen:
            yield Sold(block, None, None)


def _judged(booking: Booking, sold: Sold, adverts: Sequence[Sold], result: Result) -> Iterator[Diagnostic]:
    """What is otherwise than it was sold."""
    assert result.kit is not None
    name, cells = booking.name.value, booking.cells
    size = _size(cells["size"], sold, result) if "size" in cells else None
    if isinstance(size, Diagnostic):
        yield size
    elif size is not None:
        drawn = _drawn(sold, result)
        if drawn is not None and any(abs(one - other) > TOLERANCE for one, other in zip(size, drawn, strict=True)):
            yield diagnose("P774", cells["size"].span, name=name, booked=_mm(size), drawn=_mm(drawn))
    if sold.page is not None:
        yield from _on_page(booking, sold.page, _stands(sold))
    yield from _beside(booking, sold, adverts)


def _drawn(sold: Sold, result: Result) -> Size | None:
    """The size that an advert has on its page, or will have; None where nothing was said."""
    if sold.placed is not None:
        rect: Rect = sold.placed.content.rect
        return sold.placed.content.booked or (rect.width, rect.height)
    said = sold.block.content.size
    return _named_sizes(sold, result).get(said) if isinstance(said, str) else said


def _on_page(booking: Booking, page: IssuePage, stands: str) -> Iterator[Diagnostic]:
    """Whether the page is one that was sold: its section, its side."""
    cells, words = booking.cells, {"name": booking.name.value, "page": page.called}
    section, side = cells.get("section"), cells.get("side")
    if section is not None and section.value != page.section.value:
        yield diagnose("P775", section.span, **words, wanted=section.value, found=page.section.value)
    if side is None:
        return
    wanted = SIDES.get(side.value.lower())
    if wanted is None:
        yield diagnose("P772", side.span, word=side.value, expected="左、右（left, right）")
    elif wanted != stands:
        yield diagnose("P775", side.span, **words, wanted=SIDE_WORDS[wanted], found=SIDE_WORDS[stands])


def _stands(sold: Sold) -> str:
    """On which side an advert stands: in a spread on that of its columns, or on both."""
    assert sold.page is not None
    if not sold.page.spread:
        return _side(sold.page)
    if sold.placed is None or sold.grid is None or sold.grid.crosses(sold.placed.place):
        return "both"
    return "left" if sold.placed.place.column < sold.grid.fold else "right"


def _side(page: IssuePage) -> str:
    """On which side of its double page a single page lies."""
    return "right" if page.right_hand else "left"


def _beside(booking: Booking, sold: Sold, adverts: Sequence[Sold]) -> Iterator[Diagnostic]:
    """Adverts that it was not to stand beside, and touches, on its page or over the fold."""
    cell = booking.cells.get("apart")
    if cell is None:
        return
    for name in _apart(booking):
        other = next((advert for advert in adverts if advert.is_called(name)), None)
        if other is None:
            yield diagnose("P773", cell.span, name=name)
        elif _touch(sold, other):
            yield diagnose("P776", cell.span, name=booking.name.value, other=name)


def _touch(one: Sold, other: Sold) -> bool:
    if one is other or not (one.placed and other.placed and one.page and other.page):
        return False
    if one.page == other.page:
        return one.placed.place.touches(other.placed.place)
    left, right = (one, other) if _side(one.page) == "left" else (other, one)
    faces = one.page.number // 2 == other.page.number // 2  # 2 and 3, 4 and 5: an open paper
    return faces and _at_fold(left, "left") and _at_fold(right, "right") and _level(one.placed, other.placed)


def _at_fold(sold: Sold, side: str) -> bool:
    """Whether an advert on a page of that side stands in the column at the fold."""
    assert sold.placed is not None
    assert sold.grid is not None
    place = sold.placed.place
    return place.end_column == sold.grid.columns if side == "left" else place.column == 0


def _level(one: Placed, other: Placed) -> bool:
    """Whether two stand at the same height anywhere."""
    high: Rect = one.content.rect
    low: Rect = other.content.rect
    return high.y0 < low.y1 and low.y0 < high.y1


def _size(cell: Text, sold: Sold, result: Result) -> Size | Diagnostic:
    """A size by the name that the page's template has for it, or as width and height, in mm where nothing is said."""
    sizes = _named_sizes(sold, result)
    if cell.value in sizes:
        return sizes[cell.value]
    parts = [part.strip() for part in re.split(r"[xX×*＊]", cell.value)]
    read = [parse_length(part) or parse_length(f"{part}mm") for part in parts]
    width, height = (*read, None, None)[:2]
    if len(read) != 2 or not width or not height:
        return diagnose("P772", cell.span, word=cell.value, expected="、".join((*sizes, "350 × 80mm")))
    return width, height


def _named_sizes(sold: Sold, result: Result) -> Mapping[str, Size]:
    kit: Kit | None = result.kit
    pages = [sold.page] if sold.page else [*(result.issue.pages if result.issue else ())]
    template = kit.layout.template(pages[0].template, None, pages[0].form)[0] if kit and pages else None
    return template.adverts if template else {}


def _keys(booking: Booking, sold: Sold, adverts: Sequence[Sold], result: Result) -> dict[str, Value]:
    """What the list says for the issue file: the size, by its name if it has one, the section and the side where it
    has no page yet, the ids of adverts that it must not touch."""
    keys: dict[str, Value] = {}
    size = _size(booking.cells["size"], sold, result) if "size" in booking.cells else None
    if size is not None and not isinstance(size, Diagnostic) and sold.block.content.size is None:
        named = [name for name, known in _named_sizes(sold, result).items() if known == size]
        keys["size"] = named[0] if named else [f"{to_mm(side):g}mm" for side in size]
    if sold.page is None and "section" in booking.cells and sold.block.section is None:
        keys["section"] = booking.cells["section"].value
    side = SIDES.get(booking.cells["side"].value.lower()) if "side" in booking.cells else None
    if sold.page is None and side is not None and not sold.block.hand:
        keys["hand"] = side
    apart = [advert.block.id for advert in adverts if any(advert.is_called(name) for name in _apart(booking))]
    if apart and not sold.block.apart:
        keys["apart"] = apart
    return keys


def _apart(booking: Booking) -> list[str]:
    """The names of the adverts that it was not to stand beside."""
    cell = booking.cells.get("apart")
    return re.split(r"[、;；/ ]+", cell.value) if cell else []


def _unbooked(
    bookings: Sequence[Booking], adverts: Sequence[Sold], path: Path, anchors: Anchors
) -> Iterator[Diagnostic]:
    """Adverts that nobody booked."""
    for advert in adverts:
        if not any(advert.is_called(booking.name.value) for booking in bookings):
            words = advert.block.content.words
            yield diagnose("P777", absolute(words.span, anchors), name=words.value, file=path.name)


def _mm(size: Size) -> str:
    return f"{to_mm(size[0]):.1f} × {to_mm(size[1]):.1f}"
