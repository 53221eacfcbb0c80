"""Classifieds in their place: a label over all of them, then their items in legs, lines counted and priced.

Vertical ones are the same on logical axes: the label stands at the right of all, legs are bands, one below another.
Everything is measured from where the block begins, along its lines and across them; ``Sheet`` turns it into x and y.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from paiban.compose.composer import baseline_in
from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Box, Item, Rect, Rule
from paiban.grid import Grid, GridRect
from paiban.issue import Block
from paiban.kinds.classifieds.model import AdLine, Classifieds, Rates, SetClassifieds, SmallAd
from paiban.kinds.classifieds.packing import (
    FRAME_UNITS,
    HEAD_UNITS,
    Broken,
    Element,
    height,
    least_room,
    packed,
    with_fillers,
)
from paiban.language import Words
from paiban.makeup.frame.fit import TALLER, characters, no_line, short_told
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Fit, Placed, Traits
from paiban.makeup.frame.surround import PLAIN
from paiban.markup import plain
from paiban.span import Text
from paiban.text import LineRange, Prepared, TextStyle, break_lines, prepare
from paiban.units import Length, rounded
from paiban.value import NamedTuple

LESS = Words("撤几条", "take out some items")

TEXT, TITLE, SIGN = "classified", "classified-title", "classified-sign"
HEAD, LABEL, NOTE = "classified-head", "classified-label", "classified-note"

LEADING = (4, 3)
"""From line to line, of the size of an item's type."""

OVER_LABEL = "thick"
"""The line over the label where the block does not stand at the page's head."""

LABEL_LEADING = (5, 3)
"""What the label's band takes, of the size of its type: a third of it is white above and below each."""

TITLED_INDENT_EM = 2
"""Copy under a title of its own is indented as a story's is."""

INSET_EM = (1, 2)
"""White between a frame's line and the copy at either side."""

MOST_WHITE = 3
"""A gap grows to so many half lines at the most so that a leg ends at the foot."""


MOST_DEEPER = 6
"""The frame that ends a leg grows by so many half lines at the most, so as to end level with those beside it."""


class Sheet(NamedTuple):
    """A block of classifieds being set in its ``frame`` on the page: its room below the label, its legs, half a line.

    Of the room, as of all that stands in it, x runs along the lines and y across them.
    """

    block: Block
    kit: PageKit
    frame: Rect
    room: Rect
    legs: int
    unit: Length
    found: list[Diagnostic]

    @property
    def content(self) -> Classifieds:
        """What the block says."""
        content: Classifieds = self.block.content
        return content

    @property
    def measure(self) -> Length:
        """The measure of a leg."""
        return self.kit.grid.recut(self.room.width, self.legs)

    @property
    def units(self) -> int:
        """Half lines that a leg has room for."""
        return self.room.height // self.unit

    def left(self, leg: int) -> Length:
        """Where a leg begins."""
        return leg * (self.room.width - self.measure) // max(1, self.legs - 1)

    def ready(self, copy: Text, style: TextStyle) -> Prepared:
        """A piece of copy, ready to be broken."""
        prepared = prepare(copy, style._replace(vertical=self.content.vertical), self.kit.catalogue)
        self.found.extend(prepared.diagnostics)
        return prepared

    def at(self, x: Length, y: Length) -> tuple[Length, Length]:
        """A point on the page."""
        return (
            (self.frame.x1 - y, self.frame.y0 + x) if self.content.vertical else (self.frame.x0 + x, self.frame.y0 + y)
        )

    def rect(self, x: Length, y: Length, wide: Length, high: Length) -> Rect:
        """What begins at a point, on the page."""
        (x0, y0), (x1, y1) = self.at(x, y), self.at(x + wide, y + high)
        return Rect(min(x0, x1), y0, max(x0, x1), y1)

    def rule(self, x: tuple[Length, Length], y: tuple[Length, Length], line: str) -> Rule:
        """A rule from one point to another on the page, as heavy as a named line."""
        return Rule(*self.at(x[0], y[0]), *self.at(x[1], y[1]), self.kit.setter.sheet.lines[line])

    def line(self, role: str, prepared: Prepared, line: LineRange, box: Rect, leg: int) -> AdLine:
        """A line of type in the middle of the ``box`` that it has."""
        size = prepared.style.size
        y = (box.y0 + box.y1) // 2 if self.content.vertical else baseline_in((box.y0 + box.y1 - size) // 2, size)
        return AdLine(role, prepared, line, box.width, *self.at(box.x0, y), leg)


def leading_of(kit: PageKit) -> Length:
    """From line to line of an item."""
    return kit.setter.size(TEXT) * LEADING[0] // LEADING[1] // 2 * 2


def label_height(above: str, kit: PageKit) -> Length:
    """What the label takes above the items, with the line of this name over it."""
    rule = kit.setter.sheet.lines[above] if above else 0
    return rule + kit.setter.size(LABEL) * LABEL_LEADING[0] // LABEL_LEADING[1] + kit.setter.length("band_gap")


def legs_of(block: Block, frame: Rect, columns: int, grid: Grid) -> int:
    """The legs of a block in its frame over so many columns; bands come as near to the basic column as they can."""
    content: Classifieds = block.content
    if content.legs is not None or not content.vertical:
        return content.legs or columns
    return max(1, rounded(frame.height + grid.gutter, grid.column + grid.gutter))


def sheet_of(block: Block, frame: Rect, columns: int, kit: PageKit, above: str = "") -> Sheet:
    """A block in its frame, with the line of the name ``above`` over its label."""
    wide, high = (frame.height, frame.width) if block.content.vertical else (frame.width, frame.height)
    below = Rect(0, label_height(above, kit), wide, high)
    return Sheet(block, kit, frame, below, legs_of(block, frame, columns, kit.grid), leading_of(kit) // 2, [])


def frame_of(place: GridRect, kit: PageKit) -> Rect:
    """What a block has of its place, below the white at its head."""
    frame = kit.grid.frame(place)
    top = kit.grid.face_top(place.row + PLAIN.white(place.row))
    return Rect(frame.x0, top, frame.x1, kit.grid.face_foot(place.end_row))


def elements_of(sheet: Sheet) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """What is dealt over the legs, and the fillers."""
    style = sheet.kit.setter.style(HEAD)
    elements = []
    for category in sheet.content.categories:
        name = "" if category.name is None else plain(category.name.value)
        if category.name is not None:
            head = sheet.ready(category.name, style)
            elements.append(Element((Broken(HEAD, head, break_lines(head, sheet.measure)),), None, name))
        elements += [element_of(ad, name, sheet) for ad in category.ads]
    return tuple(elements), tuple(element_of(ad, "", sheet) for ad in sheet.content.fillers)


def element_of(ad: SmallAd, category: str, sheet: Sheet) -> Element:
    """One item, broken; a price or an area is what it is read for, and stays with its unit."""
    setter = sheet.kit.setter
    inset = 2 * inset_of(ad, sheet.kit)
    style = setter.style(TEXT)
    style = style._replace(composition=style.composition._replace(keep_number_unit=True))
    if ad.title is not None:
        style = style._replace(indent=TITLED_INDENT_EM * style.size)
    copies = [
        *([(TITLE, ad.title, setter.style(TITLE))] if ad.title is not None else []),
        *((TEXT, paragraph.text, style) for paragraph in ad.paragraphs),
        *((SIGN, line, setter.style(SIGN)) for line in ad.sign),
    ]
    broken = []
    for role, copy, own in copies:
        prepared = sheet.ready(copy, own)
        broken.append(Broken(role, prepared, break_lines(prepared, sheet.measure - inset)))
    return Element(tuple(broken), ad, category)


def inset_of(ad: SmallAd, kit: PageKit) -> Length:
    """How far an item's copy stands in at either side: a frame's line, and white."""
    if not ad.frame:
        return 0
    return frame_line(ad, kit) + kit.setter.size(TEXT) * INSET_EM[0] // INSET_EM[1]


def frame_line(ad: SmallAd, kit: PageKit) -> Length:
    """How heavy the line of an item's frame is."""
    return kit.setter.sheet.lines["mourning" if ad.frame == "black" else "hairline"]


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a block of classifieds."""
    vertical, white = block.content.vertical, PLAIN.white(site.place.row)
    if vertical and kit.grid.crosses(site.place):
        return None, [diagnose("P530", block.span, block=block.id)]
    ruled = bool(white) and not vertical
    above = OVER_LABEL if ruled else ""
    sheet = sheet_of(block, frame_of(site.place, kit), site.place.columns, kit, above)
    elements, fillers = elements_of(sheet)
    if sheet.units < HEAD_UNITS:
        return None, [no_line(block)]
    elements = with_fillers(elements, fillers, sheet.legs, sheet.units)
    lowest = min(sheet.units, least_room(elements, sheet.legs))
    dealt, left = packed(elements, sheet.legs, lowest)
    lines, items, spare = stand(dealt, sheet)
    label, rules = label_of(sheet, above)
    free = {id(ad) for ad in sheet.content.fillers}
    counts = tuple(
        (e.category, e.ad, e.lines) for leg in dealt for e in leg if e.ad is not None and id(e.ad) not in free
    )
    content = SetClassifieds((*rules, *items, *leg_rules(dealt, sheet)), (*label, *lines), counts)
    fit = fit_of(sheet, elements, left, spare)
    copies = tuple((part.prepared.copy, 0) for e in left for part in e.copy)
    placed = Placed(
        block, traits, site.place, white, content, vertical=vertical, fit=fit, left_over=copies, ruled=(ruled, False)
    )
    return placed, [*sheet.found, *told(sheet, fit, left, counts)]


def fit_of(sheet: Sheet, elements: Sequence[Element], left: Sequence[Element], spare: int) -> Fit:
    """How the items fitted, in lines; white of less than a line a leg is none."""
    short = spare // 2 if not left and spare // 2 >= sheet.legs else 0
    return Fit(
        block=sheet.block.id,
        columns=sheet.legs,
        legs=sheet.legs,
        lines=sum(e.lines for e in elements),
        room=sheet.units // 2 * sheet.legs,
        characters=sum(characters(p.prepared.copy.value) for e in elements for p in e.copy),
        over_lines=sum(e.lines for e in left),
        over_characters=sum(characters(p.prepared.copy.value) for e in left for p in e.copy),
        short_lines=short,
        short_characters=short * sheet.measure // sheet.kit.setter.size(TEXT),
        more="items",
    )


def told(
    sheet: Sheet, fit: Fit, left: Sequence[Element], counts: Sequence[tuple[str, SmallAd, int]]
) -> Iterator[Diagnostic]:
    """What found no room, room that is left, items longer or shorter than was paid for, and what they come to."""
    if left:
        at = left[0].copy[0].prepared.copy.span
        yield diagnose(
            "P501", at, offer=TALLER, cut=LESS, block=fit.block, lines=fit.over_lines, characters=fit.over_characters
        )
    elif fit.short_lines:
        yield short_told(sheet.block, fit)
    for _, ad, lines in counts:
        if ad.booked not in (None, lines):
            yield diagnose("P533", ad.span, booked=ad.booked, lines=lines)
    rates = sheet.content.rates
    if rates is not None:
        total = money(sum(price(ad, lines, rates) for _, ad, lines in counts))
        lines = sum(lines for _, _, lines in counts)
        yield diagnose("P532", sheet.block.span, block=fit.block, count=len(counts), lines=lines, total=total)


def price(ad: SmallAd, lines: int, rates: Rates) -> Fraction:
    """What an item of so many lines costs."""
    frame = {"line": rates.frame, "black": rates.black}.get(ad.frame, Fraction(0))
    return max(lines, rates.least) * rates.line + frame


def money(amount: Fraction | int) -> str:
    """An amount as it is written."""
    return f"{float(amount):.2f}".removesuffix(".00")


def stand(dealt: Sequence[Sequence[Element]], sheet: Sheet) -> tuple[list[AdLine], list[Item], int]:
    """The lines and frames of all legs, and the half lines of white that no gap took."""
    lines: list[AdLine] = []
    items: list[Item] = []
    white = (sheet.legs - len(dealt)) * sheet.units
    deepest = max((height(leg) * sheet.unit + sum(whites_of(leg, sheet)) for leg in dealt), default=0)
    for number, leg in enumerate(dealt):
        whites, natural = whites_of(leg, sheet), height(leg) * sheet.unit
        white += (sheet.room.height - natural - sum(whites)) // sheet.unit
        short = deepest - natural - sum(whites)
        y = sheet.room.y0
        nexts = (*leg[1:], None) if leg else ()
        for element, after, more in zip(leg, nexts, (*whites, 0)[: len(leg)], strict=True):
            deeper = short if after is None and is_framed(element) and short <= MOST_DEEPER * sheet.unit else 0
            items += painted(element, number, (y, element.units * sheet.unit + deeper), sheet)
            lines += lines_of(element, number, y + deeper // 2, sheet)
            gap = sheet.unit + more
            y += element.units * sheet.unit
            if after is not None:
                items += between(element, after, number, y + gap // 2, sheet)
            y += gap
    return lines, items, white


def whites_of(leg: Sequence[Element], sheet: Sheet) -> list[Length]:
    """What the gap after each element but the last of a leg is larger by so that the leg ends at the foot: alike after
    all items, nothing after a category's head."""
    spare = sheet.room.height - height(leg) * sheet.unit
    gaps = sum(element.ad is not None for element in leg[:-1])
    more = min(spare // gaps, (MOST_WHITE - 1) * sheet.unit) if gaps else 0
    return [more if element.ad is not None else 0 for element in leg[:-1]]


def is_framed(element: Element) -> bool:
    """Whether an element is an item with a frame."""
    return element.ad is not None and bool(element.ad.frame)


def between(element: Element, after: Element, leg: int, y: Length, sheet: Sheet) -> Iterator[Item]:
    """A fine rule between two items, of which neither has a frame."""
    if element.ad is not None and after.ad is not None and not element.ad.frame and not after.ad.frame:
        x = sheet.left(leg)
        yield sheet.rule((x, x + sheet.measure), (y, y), "hairline")


def painted(element: Element, leg: int, down: tuple[Length, Length], sheet: Sheet) -> Iterator[Item]:
    """What an element stands on, from where ``down`` its leg and how high: the bar of a head, the frame of an item."""
    look = sheet.kit.setter.sheet
    rect = sheet.rect(sheet.left(leg), down[0], sheet.measure, down[1])
    if element.ad is None:
        yield Box(rect, fill=look.colours["category"])
    elif element.ad.frame:
        yield Box(rect, stroke=look.colours["black"], weight=frame_line(element.ad, sheet.kit))


def lines_of(element: Element, leg: int, y: Length, sheet: Sheet) -> Iterator[AdLine]:
    """The lines of an element, one leading apart; a head in the middle of its bar."""
    framed = is_framed(element)
    inset = 0 if element.ad is None else inset_of(element.ad, sheet.kit)
    x, measure = sheet.left(leg) + inset, sheet.measure - 2 * inset
    top = y + (FRAME_UNITS * sheet.unit // 2 if framed else 0)
    for part in element.copy:
        slot = sheet.unit * (HEAD_UNITS if element.ad is None else part.slot)
        for line in part.lines:
            yield sheet.line(part.role, part.prepared, line, Rect(x, top, x + measure, top + slot), leg)
            top += slot


def label_of(sheet: Sheet, above: str) -> tuple[list[AdLine], list[Item]]:
    """The label where its band begins, the note where it ends; a fine line below them, the line of this name above."""
    setter, look, wide = sheet.kit.setter, sheet.kit.setter.sheet, sheet.room.width
    head = look.lines[above] if above else 0
    foot = sheet.room.y0 - setter.length("band_gap")
    rules: list[Item] = [
        sheet.rule((0, wide), (y + look.lines[line] // 2,) * 2, line)
        for y, line in ((0, above), (foot - look.lines["hairline"], "hairline"))
        if line
    ]
    label = sheet.ready(sheet.content.label, setter.style(LABEL))
    parts = [(LABEL, label, 0)]
    if sheet.content.note is not None:
        note = sheet.ready(sheet.content.note, setter.style(NOTE))
        parts.append((NOTE, note, wide - note.width))
    if sum(part.width for _, part, _ in parts) > wide:
        sheet.found.append(diagnose("P534", sheet.block.span, block=sheet.block.id))
    lines = [
        sheet.line(role, part, line, Rect(x, head, x + part.width, foot), -1)
        for role, part, x in parts
        for line in break_lines(part, part.width)
    ]
    return lines, rules


def leg_rules(dealt: Sequence[Sequence[Element]], sheet: Sheet) -> Iterator[Item]:
    """A fine rule between two legs; frames part themselves."""
    for leg in range(1, len(dealt)):
        if all(element.ad is not None and element.ad.frame for element in (*dealt[leg - 1], *dealt[leg])):
            continue
        x = (sheet.left(leg - 1) + sheet.measure + sheet.left(leg)) // 2
        yield sheet.rule((x, x), (sheet.room.y0, sheet.room.y1), "hairline")


def data(placed: Placed) -> dict[str, object]:
    """Every item with its category, how it begins, its lines and its price (None without rates), and the total."""
    content: Classifieds = placed.block.content
    shown: SetClassifieds = placed.content
    rates = content.rates
    prices = [None if rates is None else price(ad, lines, rates) for _, ad, lines in shown.counts]
    ads = [
        {"category": category, "begins": plain(ad.texts[0].value)[:10] if ad.texts else "", "lines": lines,
         "price": None if cost is None else float(cost)}
        for (category, ad, lines), cost in zip(shown.counts, prices, strict=True)
    ]  # fmt: skip
    total = None if rates is None else float(sum(cost for cost in prices if cost is not None))
    return {"label": plain(content.label.value), "items": ads, "total": total}
