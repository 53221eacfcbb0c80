"""Classifieds in their place: a label over all of them, then their items in legs, lines counted and priced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from paiban.compose.composer import baseline_in
from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Box, Item, Rect, Rule
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
from paiban.text import Prepared, TextStyle, break_lines, prepare
from paiban.units import Length
from paiban.value import NamedTuple

LESS = Words("撤几条", "take out some items")

TEXT, TITLE, SIGN = "classified", "classified-title", "classified-sign"
HEAD, LABEL, NOTE = "classified-head", "classified-label", "classified-note"

LEADING = (4, 3)
"""From line to line, of the size of an item's type."""

TITLED_INDENT_EM = 2
"""Copy under a title of its own is indented as a story's is."""

INSET_EM = (1, 2)
"""White between a frame's line and the copy at either side."""

MOST_WHITE = 3
"""A gap grows to so many half lines at the most so that a leg ends at the foot."""


MOST_DEEPER = 6
"""The frame that ends a leg grows by so many half lines at the most, so as to end level with those beside it."""


class Sheet(NamedTuple):
    """A block of classifieds being set: its room below the label, its legs, and half a line."""

    block: Block
    kit: PageKit
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
        return self.room.x0 + leg * (self.room.width - self.measure) // max(1, self.legs - 1)

    def ready(self, copy: Text, style: TextStyle) -> Prepared:
        """A piece of copy, ready to be broken."""
        prepared = prepare(copy, style, self.kit.catalogue)
        self.found.extend(prepared.diagnostics)
        return prepared


def leading_of(kit: PageKit) -> Length:
    """From line to line of an item."""
    return kit.setter.size(TEXT) * LEADING[0] // LEADING[1] // 2 * 2


def label_height(kit: PageKit) -> Length:
    """What the label takes above the items."""
    return kit.setter.size(LABEL) * LEADING[0] // LEADING[1] + kit.setter.length("band_gap")


def legs_of(block: Block, columns: int) -> int:
    """The legs of a block over so many columns."""
    content: Classifieds = block.content
    return content.legs or columns


def sheet_of(block: Block, room: Rect, columns: int, kit: PageKit) -> Sheet:
    """A block in the room of its place."""
    below = room._replace(y0=room.y0 + label_height(kit))
    return Sheet(block, kit, below, legs_of(block, columns), leading_of(kit) // 2, [])


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
    grid, white = kit.grid, PLAIN.white(site.place.row)
    frame = grid.frame(site.place)
    whole = Rect(frame.x0, grid.face_top(site.place.row + white), frame.x1, grid.face_foot(site.place.end_row))
    sheet = sheet_of(block, whole, site.place.columns, kit)
    elements, fillers = elements_of(sheet)
    if sheet.units < HEAD_UNITS:
        return None, [no_line(block)]
    elements = with_fillers(elements, fillers, sheet.legs, sheet.units)
    lowest = min(sheet.units, least_room(elements, sheet.legs))
    dealt, left = packed(elements, sheet.legs, lowest)
    lines, items, spare = stand(dealt, sheet)
    label, rules = label_of(whole, sheet, ("thick", "hairline") if white else ("", "hairline"))
    free = {id(ad) for ad in sheet.content.fillers}
    counts = tuple(
        (e.category, e.ad, e.lines) for leg in dealt for e in leg if e.ad is not None and id(e.ad) not in free
    )
    content = SetClassifieds((*rules, *items, *leg_rules(dealt, sheet)), (*label, *lines), counts)
    fit = fit_of(sheet, elements, left, spare)
    copies = tuple((part.prepared.copy, 0) for e in left for part in e.copy)
    placed = Placed(block, traits, site.place, white, content, fit=fit, left_over=copies, ruled=(bool(white), False))
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
        yield Rule(x, y, x + sheet.measure, y, sheet.kit.setter.sheet.lines["hairline"])


def painted(element: Element, leg: int, down: tuple[Length, Length], sheet: Sheet) -> Iterator[Item]:
    """What an element stands on, from where ``down`` the page and how high: the bar of a head, the frame of an item."""
    look, x = sheet.kit.setter.sheet, sheet.left(leg)
    y, high = down
    rect = Rect(x, y, x + sheet.measure, y + high)
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
        size, slot = part.prepared.style.size, sheet.unit * (HEAD_UNITS if element.ad is None else part.slot)
        for line in part.lines:
            yield AdLine(part.role, part.prepared, line, measure, x, baseline_in(top + (slot - size) // 2, size), leg)
            top += slot


def label_of(whole: Rect, sheet: Sheet, lined: tuple[str, str]) -> tuple[list[AdLine], list[Item]]:
    """The label at the left of its band, the note at the right of it, above and below them the lines of these names."""
    setter, look = sheet.kit.setter, sheet.kit.setter.sheet
    foot = sheet.room.y0 - setter.length("band_gap")
    rules: list[Item] = [
        Rule(whole.x0, y + look.lines[line] // 2, whole.x1, y + look.lines[line] // 2, look.lines[line])
        for y, line in zip((whole.y0, foot - look.lines[lined[1]]), lined, strict=True)
        if line
    ]
    label = sheet.ready(sheet.content.label, setter.style(LABEL))
    parts = [(LABEL, label, whole.x0)]
    if sheet.content.note is not None:
        note = sheet.ready(sheet.content.note, setter.style(NOTE))
        parts.append((NOTE, note, whole.x1 - note.width))
    if sum(part.width for _, part, _ in parts) > whole.width:
        sheet.found.append(diagnose("P534", sheet.block.span, block=sheet.block.id))
    lines = []
    for role, part, x in parts:
        y = baseline_in((whole.y0 + foot - part.style.size) // 2, part.style.size)
        lines += [AdLine(role, part, line, part.width, x, y, -1) for line in break_lines(part, part.width)]
    return lines, rules


def leg_rules(dealt: Sequence[Sequence[Element]], sheet: Sheet) -> Iterator[Item]:
    """A fine rule between two legs; frames part themselves."""
    for leg in range(1, len(dealt)):
        if all(element.ad is not None and element.ad.frame for element in (*dealt[leg - 1], *dealt[leg])):
            continue
        x = (sheet.left(leg - 1) + sheet.measure + sheet.left(leg)) // 2
        yield Rule(x, sheet.room.y0, x, sheet.room.y1, sheet.kit.setter.sheet.lines["hairline"])


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
