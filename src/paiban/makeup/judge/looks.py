"""How a page that was set looks, in sixteen terms, each measured on its rectangles and its lines.

A term is what it measures, one sample a headline, leg, picture or whatever it looks at, each with the range in which it
is good. What a sample is off its range, in units of its own, counts with its square, four at the most; a term is the
mean of that, 0 where all is as it should be, None on a page that has nothing of the kind. The formulas and ranges are
those of the design note on page ideas, section 2, by its numbers; ``docs/makeup.md`` lists them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, groupby, pairwise
from math import log

from paiban.display import Rect
from paiban.grid import GridRect
from paiban.makeup.frame.model import Makeup, Placed
from paiban.makeup.frame.surround import RULED_ROWS
from paiban.makeup.judge.ink import InkRaster, either, head_boxes, ink_of, line_boxes, patches, runs, width_at
from paiban.makeup.judge.layout import is_part
from paiban.units import PER_PT
from paiban.value import NamedTuple

MOST = 4.0
"""What a sample counts at the most, however far it is off."""

SMALL_PATCH = 3
"""White of so many lines of a basic column is nothing that a reader sees (term 1)."""

ANCHOR_PT = 26
"""A headline of such a size holds the eye (term 16)."""

DARKNESS = {"body": 0.20, "head": 0.40, "picture": 0.45, "sold": 0.50}
"""How dark text, headlines, pictures and adverts are on the whole (term 13)."""


class LooksValue(NamedTuple):
    """What was measured, the range in which it is good, and how far off is one unit: the range's width by default."""

    value: float
    low: float
    high: float
    unit: float = 0.0

    @property
    def off(self) -> float:
        """How far it is off its range: 0 within, the square of its units beyond."""
        beyond = max(0.0, self.low - self.value, self.value - self.high)
        return min(MOST, (beyond / (self.unit or self.high - self.low)) ** 2)


class LooksPage(NamedTuple):
    """A page that was set, its ink, and what stands on it by itself: neither in another block nor on a picture.

    ``beside`` is the page that it faces or follows, None where it is looked at alone.
    """

    makeup: Makeup
    ink: InkRaster
    blocks: tuple[Placed, ...]
    beside: Makeup | None = None

    @property
    def news(self) -> list[Placed]:
        """The stories."""
        return [block for block in self.blocks if block.traits.leads]

    @property
    def pictures(self) -> list[Placed]:
        """The pictures, those in stories too."""
        return [b for b in self.makeup.blocks if b.traits.guest and b.traits.dark]

    @property
    def cells(self) -> int:
        """The page in lines of a basic column."""
        return self.makeup.grid.columns * self.makeup.grid.rows

    @property
    def small(self) -> bool:
        """Whether it is a tabloid page: what leads it takes more of it."""
        return self.makeup.grid.columns < 8


LooksValues = Iterator[LooksValue]
Term = Callable[[LooksPage], LooksValues]


def trapped_white(page: LooksPage) -> LooksValues:
    """1 困白, per cent of the page: Σ max(0, a − 3)(1 − e) / P over the patches of white that are left once the ink is
    closed by a row and an em; a in lines of a basic column, e the share of the outline on the page's edge. ≤ 0.5, 2 is
    bad."""
    grid = page.makeup.grid
    found = patches(page.ink.closed.turned, grid.size // 2, grid.leading)
    a_line = 2 * grid.column / grid.size
    white = sum(max(0.0, patch.cells / a_line - SMALL_PATCH) * (1 - patch.edge) for patch in found)
    yield LooksValue(100 * white / page.cells, 0.0, 0.5, 1.5)


def strip_ink(page: LooksPage) -> LooksValues:
    """2 题栏墨量, share: 竖题, the area of its lines at their pitch / its strip's. 0.45 … 0.85."""
    for block in strips(page):
        assert block.head is not None
        room = block.head.inline_extent * block.head.block_extent
        taken = sum(part.pitch * width_at(part, line) for part, line, _ in block.head.head.offsets())
        yield LooksValue(taken / max(1, room), 0.45, 0.85)


def head_fill(page: LooksPage) -> LooksValues:
    """3 题长, share: the widest line of a headline / its span; the lead 0.70 … 0.93, others 0.62 … 0.93. Of two lines
    the shorter / the longer: 0.7 … 1."""
    for block in page.news:
        head = block.head
        if head is None or head.head.vertical or block.vertical:
            continue
        lines = [width_at(part, line) for part, line, _ in head.head.offsets() if part.role == "headline"]
        low = 0.70 if is_lead(block, page) else 0.62
        yield LooksValue(max(lines, default=0) / max(1, head.inline_extent), low, 0.93)
        if len(lines) == 2:
            yield LooksValue(min(lines) / max(1, *lines), 0.7, 1.0)


def largest_picture(page: LooksPage) -> LooksValues:
    """4 主图, times: the largest picture / the second, 1.5 … 2.5; a single one's share of the page in per cent, 8 … 22,
    12 … 30 on a tabloid."""
    largest = sorted((picture.place.cells for picture in page.pictures), reverse=True)
    if len(largest) > 1:
        yield LooksValue(largest[0] / largest[1], 1.5, 2.5)
    elif largest:
        yield LooksValue(100 * largest[0] / page.cells, *((12.0, 30.0) if page.small else (8.0, 22.0)))


def hierarchy(page: LooksPage) -> LooksValues:
    """5 主次, −1 … 1: τ_b of weight and headline size, 1; of weight and the headline's ink and half the block's area,
    ≥ 0.6; whether no headline has more ink than the lead's, 1."""
    titled = [(block, block.head.head.size, head_ink(block, page)) for block in page.news if block.head is not None]
    if len({block.block.weight for block, _, _ in titled}) < 2:
        return
    weights = [block.block.weight for block, _, _ in titled]
    cell = page.makeup.grid.column * page.makeup.grid.leading
    masses = [ink + block.place.cells * cell / 2 for block, _, ink in titled]
    yield LooksValue(tau(weights, [size for _, size, _ in titled]), 1.0, 1.0, 0.4)
    yield LooksValue(tau(weights, masses), 0.6, 1.0)
    most = max(ink for _, _, ink in titled)
    yield LooksValue(float(any(ink == most and is_lead(block, page) for block, _, ink in titled)), 1.0, 1.0, 1.0)


def edges(page: LooksPage) -> LooksValues:
    """6 齐线: distinct tops and feet, those within a row taken as one, / (blocks + 1), 0.35 … 1.20; how many lie two or
    three rows off another, 0."""
    rows = sorted({row for block in page.blocks for row in (block.place.row, block.place.end_row)})
    apart = [after for before, after in pairwise([-2, *rows]) if after - before > 1]
    yield LooksValue(len(apart) / (len(page.blocks) + 1), 0.35, 1.20)
    yield LooksValue(sum(after - before <= 3 for before, after in pairwise(apart)), 0.0, 0.0, 2.0)


def variety(page: LooksPage) -> LooksValues:
    """7 变化: the entropy of (columns, form, face, box) over the stories / ln n, 0.55 … 0.85 and no harm above; of all
    that stand one right above the other the share with the same columns, ≤ 0.15."""
    looks = Counter(look_of(block) for block in page.news)
    count = looks.total()
    if count > 2:
        entropy = -sum(n / count * log(n / count) for n in looks.values()) / log(count)
        yield LooksValue(entropy, 0.55, 1.0, 0.3)
    below = [(one.place, two.place) for one in page.blocks for two in page.blocks
             if one.place.end_row == two.place.row and one.place.meets_columns(two.place)]  # fmt: skip
    if below:
        same = sum((one.column, one.columns) == (two.column, two.columns) for one, two in below)
        yield LooksValue(same / len(below), 0.0, 0.15)


def leg_lengths(page: LooksPage) -> LooksValues:
    """8 腿栏: the share of legs outside 6 … 34 rows, ≤ 0.02; stories with no leg of 5 rows, 0; measures, ≤ 3."""
    stories = [[len(leg.rows) for leg in block.legs] for block in page.news if block.legs and not block.vertical]
    heights = [rows for story in stories for rows in story]
    if heights:
        yield LooksValue(sum(not 6 <= rows <= 34 for rows in heights) / len(heights), 0.0, 0.02, 0.15)
        yield LooksValue(sum(max(story) < 5 for story in stories), 0.0, 0.0, 1.0)
        measures = {round(leg.measure / page.makeup.grid.size) for block in page.news for leg in block.legs}
        yield LooksValue(len(measures), 1.0, 3.0)


def rail_gaps(page: LooksPage) -> LooksValues:
    """9 栏目匀, rows: the widest gap between the items of a rail − the narrowest, ≤ 1; white at its end, 0."""
    leading = page.makeup.grid.leading
    for block in (b for b in page.blocks if b.traits.side and b.lines and not b.vertical):
        gaps: list[float] = []
        white = 0.0
        for number, leg in enumerate(block.legs):
            own = [line for line in block.lines if line.leg == number]
            items = [list(item) for _, item in groupby(own, key=lambda line: id(line.prepared))]
            tops = [item[0].row + item[0].drop / leading for item in items]
            ends = [item[-1].row + 1 + item[-1].drop / leading for item in items]
            gaps += [top - end for end, top in zip(ends, tops[1:], strict=False)]
            white = max(white, leg.rows[-1] + 1 - ends[-1] if ends and leg.rows else 0.0)
        if gaps:
            yield LooksValue(max(gaps) - min(gaps), 0.0, 1.0)
        yield LooksValue(white, 0.0, 0.0, 2.0)


def picture_story(page: LooksPage) -> LooksValues:
    """10 图文相依: rows or columns between a picture and its story, ≤ 1; their common edge / the shorter side, ≥ 0.6;
    pictures of different stories that touch, 0."""
    hosts = {block.block.id: block for block in page.makeup.blocks}
    for picture in page.pictures:
        host = hosts.get(picture.block.host)
        if host is not None:
            near = picture.place.shared(host.place)
            inside = host.place.holds(picture.place)
            yield LooksValue(0 if inside else max(0, -near.columns, -near.rows), 0.0, 1.0)
            side = min(picture.place.columns, host.place.columns) if near.rows <= 0 else min(
                picture.place.rows, host.place.rows)  # fmt: skip
            common = near.columns if near.rows <= 0 else near.rows
            yield LooksValue(1.0 if inside else max(0, common) / side, 0.6, 1.0)
    pairs = combinations(page.pictures, 2)
    strangers = ((a, b) for a, b in pairs if a.block.host != b.block.host or not a.block.host)
    if page.pictures:
        yield LooksValue(sum(a.place.touches(b.place) for a, b in strangers), 0.0, 0.0, 1.0)


def flatness(page: LooksPage) -> LooksValues:
    """11 扁: width / height of a story in millimetres, 0.6 … 2.2; one of 3.2 is two thirds of a unit off."""
    for block in page.news:
        frame = page.makeup.grid.frame(block.place)
        yield LooksValue((frame.x1 - frame.x0) / (frame.y1 - frame.y0), 0.6, 2.2, 1.5)


def vertical_heads(page: LooksPage) -> LooksValues:
    """12 竖题: how many, ≤ 2; columns between two at one height, ≥ 2; how many stand right over another, 0."""
    found = strips(page)
    yield LooksValue(len(found), 0.0, 2.0, 1.0)
    for one, other in combinations([block.place for block in found], 2):
        if one.meets_rows(other):
            yield LooksValue(abs(one.column - other.column) - 1, 2.0, 99.0, 2.0)
        elif one.touches(other):
            yield LooksValue(1.0, 0.0, 0.0, 1.0)


def balance(page: LooksPage) -> LooksValues:
    """13 均衡, per cent of the page: how far the middle of what is dark lies beside the page's, ≤ 5, and above it,
    2 … 8."""
    area = page.makeup.grid.type_area()
    mass = x = y = 0.0
    for box, dark in darkness(page):
        own = dark * (box.x1 - box.x0) * (box.y1 - box.y0)
        mass, x, y = mass + own, x + own * (box.x0 + box.x1) / 2, y + own * (box.y0 + box.y1) / 2
    if mass:
        yield LooksValue(abs(100 * ((x / mass - area.x0) / (area.x1 - area.x0) - 0.5)), 0.0, 5.0)
        yield LooksValue(100 * (0.5 - (y / mass - area.y0) / (area.y1 - area.y0)), 2.0, 8.0)


def rule_logic(page: LooksPage) -> LooksValues:
    """14 用线, share: of the gutters between neighbours that need a rule, those that are like most: ruled, or, too
    short for one, not. 1."""
    long = [
        shared.rows >= RULED_ROWS
        for one in page.blocks for other in page.blocks
        if one.place.end_column == other.place.column and not (one.parts_itself or other.parts_itself)
        and (shared := one.place.shared(other.place)).rows > 0
    ]  # fmt: skip
    if long:
        yield LooksValue(max(sum(long), len(long) - sum(long)) / len(long), 1.0, 1.0, 0.3)


def facing(page: LooksPage) -> LooksValues:
    """15 对页, share: what the leads of two pages have in common of what they cover together, the same of their largest
    pictures, and whether their blocks stand alike, / 3; in a mirror it counts half. ≤ 0.5."""
    if page.beside is not None:
        other = page_of(page.beside)
        plain, turned = (likeness(page, other, mirrored) for mirrored in (False, True))
        yield LooksValue(max(plain, turned / 2), 0.0, 0.5)


def grey(page: LooksPage) -> LooksValues:
    """16 灰: the largest rectangle without an anchor (picture, box, 竖题, headline from 26 pt), per cent of the page,
    ≤ 18; quarters of the page without one, 0. The accent colour is the style sheet's and looks alike in every plan."""
    grid, anchors = page.makeup.grid, list(anchor_places(page))
    yield LooksValue(100 * largest_free(anchors, grid.columns, grid.rows) / page.cells, 0.0, 18.0, 10.0)
    across, down = grid.columns // 2, grid.rows // 2
    quarters = [GridRect(column, row, across, down) for column in (0, grid.columns - across)
                for row in (0, grid.rows - down)]  # fmt: skip
    yield LooksValue(sum(not any(quarter.meets(place) for place in anchors) for quarter in quarters), 0.0, 0.0, 1.0)


MEASURES: dict[str, Term] = {
    "trapped_white": trapped_white,
    "strip_ink": strip_ink,
    "head_fill": head_fill,
    "largest_picture": largest_picture,
    "hierarchy": hierarchy,
    "edges": edges,
    "variety": variety,
    "leg_lengths": leg_lengths,
    "rail_gaps": rail_gaps,
    "picture_story": picture_story,
    "flatness": flatness,
    "vertical_heads": vertical_heads,
    "balance": balance,
    "rule_logic": rule_logic,
    "facing": facing,
    "grey": grey,
}
"""Every term by its key, in the order of the design note; ``template.page_looks`` has their names."""


def looks_of(makeup: Makeup, beside: Makeup | None = None) -> dict[str, float]:
    """What each term says of a page, by its key; those that do not apply are left out."""
    page = page_of(makeup, beside)
    found = {key: [sample.off for sample in measure(page)] for key, measure in MEASURES.items()}
    return {key: sum(samples) / len(samples) for key, samples in found.items() if samples}


def page_of(makeup: Makeup, beside: Makeup | None = None) -> LooksPage:
    """A page as the terms look at it."""
    hosts = {block.block.id: block.place for block in makeup.blocks}
    outer = (b for b in makeup.blocks if not is_part(b, makeup.blocks)
             and not (b.block.host in hosts and hosts[b.block.host].holds(b.place)))  # fmt: skip
    return LooksPage(makeup, ink_of(makeup), tuple(outer), beside)


def is_lead(block: Placed, page: LooksPage) -> bool:
    """Whether no story is heavier."""
    return block.block.weight == max(each.block.weight for each in page.news)


def strips(page: LooksPage) -> list[Placed]:
    """The stories with a 竖题 beside horizontal copy."""
    return [b for b in page.news if b.head is not None and b.head.head.vertical and not b.vertical]


def head_ink(block: Placed, page: LooksPage) -> float:
    """The area of the lines of a headline, in square Lengths."""
    boxes = (box for part, _, box in head_boxes(block, page.makeup.grid) if part.role == "headline")
    return float(sum((box.x1 - box.x0) * (box.y1 - box.y0) for box in boxes))


def tau(ones: Sequence[float], others: Sequence[float]) -> float:
    """Kendall's τ_b of two rows of numbers; 1 where either knows no order."""
    same = told = other_told = 0
    for (a, x), (b, y) in combinations(zip(ones, others, strict=True), 2):
        one, two = (a > b) - (a < b), (x > y) - (x < y)
        same, told, other_told = same + one * two, told + abs(one), other_told + abs(two)
    return same / (told * other_told) ** 0.5 if told and other_told else 1.0


def look_of(block: Placed) -> tuple[object, ...]:
    """What makes a story look like another: its columns, its headline's form and face, and its box."""
    head = block.head
    if head is None:
        return block.place.columns, "none", "", block.block.boxed
    face = next((part.prepared.style.face for part in head.head.parts if part.role == "headline"), "")
    return block.place.columns, head.head.vertical, face, block.block.boxed


def darkness(page: LooksPage) -> Iterator[tuple[Rect, float]]:
    """Rectangles of a page with how dark each is."""
    grid = page.makeup.grid
    for block in page.makeup.blocks:
        if block.traits.dark:
            yield grid.frame(block.place), DARKNESS["sold" if block.traits.sold else "picture"]
        if block.head is not None:
            yield from ((box, DARKNESS["head"]) for _, _, box in head_boxes(block, grid))
        yield from ((box, DARKNESS["body"]) for box in line_boxes(block, grid))


def anchor_places(page: LooksPage) -> Iterator[GridRect]:
    """What holds the eye: pictures, boxes, vertical headlines, and the heads of large headlines."""
    grid = page.makeup.grid
    for block in page.makeup.blocks:
        head = block.head
        if block.traits.dark or block.block.boxed:
            yield block.place
        elif head is not None and head.head.vertical and not block.vertical:
            yield block.place._replace(columns=1)
        elif head is not None and head.head.size >= ANCHOR_PT * PER_PT:
            rows = max(1, (head.block + head.block_extent) // grid.leading)
            yield block.place._replace(rows=rows) if not block.vertical else block.place._replace(
                column=block.place.end_column - 1, columns=1)  # fmt: skip


def largest_free(taken: Sequence[GridRect], columns: int, rows: int) -> int:
    """The cells of the largest rectangle of a page that meets none of the ``taken``: it ends at edges of theirs."""
    edges = sorted({0, rows, *(max(0, min(edge, rows)) for place in taken for edge in (place.row, place.end_row))})
    bands = []
    for first, end in pairwise(edges):
        over = [place for place in taken if place.row < end and first < place.end_row]
        covered = either([(1 << place.end_column) - (1 << place.column) for place in over])
        bands.append((end - first, covered))
    best = 0
    for top in range(len(bands)):
        height, covered = 0, 0
        for own, more in bands[top:]:
            height, covered = height + own, covered | more
            wide = max((end - first for first, end in runs(~covered & ((1 << columns) - 1), columns)), default=0)
            best = max(best, height * wide)
    return best


def likeness(one: LooksPage, other: LooksPage, mirrored: bool) -> float:
    """How alike two pages are, 0 … 1; the second seen in a mirror."""
    columns = other.makeup.grid.columns

    def seen(place: GridRect) -> GridRect:
        return place.mirrored(columns) if mirrored else place

    pairs = zip(landmarks(one), landmarks(other), strict=True)
    shares = [common(a, seen(b)) for a, b in pairs if a is not None and b is not None]
    places = ({block.place[:4] for block in one.blocks}, {seen(block.place)[:4] for block in other.blocks})
    return (sum(shares) + float(places[0] == places[1])) / 3


def landmarks(page: LooksPage) -> tuple[GridRect | None, GridRect | None]:
    """Where a page's lead stands, and its largest picture."""
    lead = next((block.place for block in page.news if is_lead(block, page)), None)
    return lead, max((b.place for b in page.pictures), key=lambda place: place.cells, default=None)


def common(one: GridRect, other: GridRect) -> float:
    """What two places share / what they cover together."""
    both = one.shared(other).cells if one.meets(other) else 0
    return both / (one.cells + other.cells - both)
