"""The rules of a newspaper page, one function a rule, run on hand-made and automatic pages alike.

They look at a page as rectangles: blocks, headlines and legs, across in any one unit of length and down in rows of the
baseline grid, both from the top left corner of the type area. What they find is named, and carries the row and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from paiban.diagnostic import Diagnostic, Range, Severity, diagnose
from paiban.grid import GridRect
from paiban.language import Words
from paiban.makeup.frame.model import Traits
from paiban.span import Span
from paiban.units import Length, to_mm
from paiban.value import NamedTuple

BUTTING_ROWS = 3
"""Headlines whose tops lie so many rows apart, or fewer, stand at the same height (碰题)."""

JOG_ROWS = 1
"""A seam that steps by so much still runs through to the eye (断版)."""

WHITE_ROWS = 1
"""White that a leg, or a hole in the page, may have (满版)."""

HEADLINE_GAP_ROWS = 2
"""Rows of white between a headline and its body that still hold the two together (咬合)."""

APART = Words("标题和正文隔开了，中间有图片或空白", "its headline and its body are parted by a picture or by white")


LEVEL = Words(
    "调整位置的行数，使各栏相差不超过一行，短的在后",
    "change the place's rows so that the legs end within a line, the short one last",
)
REWORD = Words("增减几个字，或改栏的行数", "cut or add some characters, or change the rows of the legs")


class HeadlineBox(NamedTuple):
    """The room of a headline block; ``size`` is its type size in any one unit, ``vertical`` 竖题."""

    x0: Length
    x1: Length
    row0: int
    row1: int
    size: int
    vertical: bool = False


class LegBox(NamedTuple):
    """The room of one leg from ``row0`` to before ``row1``; its type ends before ``end``.

    ``widow``: its first line is the last of a paragraph that began in the leg before.
    """

    x0: Length
    x1: Length
    row0: int
    row1: int
    end: int
    widow: bool = False


class BlockBox(NamedTuple):
    """A block on the page. What has no legs fills its rectangle; ``traits`` are its kind's.

    ``barred``: a label's bar or a rule of its own runs across all of it.
    ``host`` is the story with which a picture makes one rectangle: in it, or above, below or beside all of it.
    Blocks of one ``package`` are to stand together, and it is to stand ``before`` others.
    """

    name: str
    traits: Traits
    weight: int
    x0: Length
    x1: Length
    row0: int
    row1: int
    headline: HeadlineBox | None = None
    legs: tuple[LegBox, ...] = ()
    boxed: bool = False
    barred: bool = False
    span: Span | None = None
    host: str = ""
    package: str = ""
    before: tuple[str, ...] = ()


class PageLayout(NamedTuple):
    """A made-up page; ``parts`` stand inside a block, as parts of its copy.

    ``columns`` are the basic columns as (left, right); ``lines`` are rules that part what stands left and right of
    them, as (x, first row, end row): not the hairlines that stand in every gutter. ``upon`` are stories that stand on a
    picture: they lead a page as others do, and are in nobody's way.
    """

    x0: Length
    x1: Length
    rows: int
    columns: tuple[tuple[Length, Length], ...]
    blocks: tuple[BlockBox, ...]
    lines: tuple[tuple[Length, int, int], ...] = ()
    from_right: bool = False
    fold: Length = 0
    upon: tuple[BlockBox, ...] = ()
    parts: tuple[BlockBox, ...] = ()

    @property
    def gutter(self) -> Length:
        """The white between two basic columns."""
        return self.columns[1][0] - self.columns[0][1] if len(self.columns) > 1 else 0

    @property
    def stories(self) -> list[BlockBox]:
        """The blocks that are judged as stories: by their headlines and their weight."""
        return [block for block in self.blocks if block.traits.leads]

    @property
    def units(self) -> PageLayout:
        """The page with each story and the pictures that make one rectangle with it as one block."""
        guests = [block for block in self.blocks if block.host]
        hosts = {block.host for block in guests} & {block.name for block in self.blocks}
        if not hosts:
            return self
        return self._replace(
            blocks=tuple(
                with_guests(block, [guest for guest in guests if guest.host == block.name])
                for block in self.blocks
                if block.host not in hosts
            )
        )

    @property
    def below_crown(self) -> PageLayout:
        """The page without its nameplate, and without what stands beside that (报眼): where its make-up begins.

        A story is an ear where it is narrower than the nameplate: beside an upright one stands the page itself.
        """
        crowns = [block for block in self.blocks if block.traits.crown]
        if not crowns:
            return self
        top, foot = min(b.row0 for b in crowns), max(b.row1 for b in crowns)
        wide = max(crown.x1 - crown.x0 for crown in crowns)
        ears = (top <= b.row0 and b.row1 <= foot and (not b.traits.leads or b.x1 - b.x0 < wide) for b in self.blocks)
        return self._replace(blocks=tuple(b for b, ear in zip(self.blocks, ears, strict=True) if not ear))

    def column_at(self, x: Length) -> int:
        """The number, from 1, of the basic column that reaches to ``x`` or ends nearest before it."""
        return max(1, sum(left < x for left, _ in self.columns))


def with_guests(block: BlockBox, guests: Sequence[BlockBox]) -> BlockBox:
    """A block as wide and as high as it is together with its guests."""
    every = (block, *guests)
    return block._replace(
        x0=min(b.x0 for b in every),
        x1=max(b.x1 for b in every),
        row0=min(b.row0 for b in every),
        row1=max(b.row1 for b in every),
    )


Breach = tuple[Span | None, dict[str, object]]
RuleOfPage = Callable[[PageLayout], Iterator[Breach]]


def butting_headlines(page: PageLayout) -> Iterator[Breach]:
    """碰题: two horizontal headlines side by side at the same height, with nothing between them but the gutter."""
    titled = [(block, block.headline) for block in page.stories if block.headline and not block.boxed]
    for left, one in titled:
        for right, other in titled:
            if one.vertical or other.vertical or abs(one.row0 - other.row0) > BUTTING_ROWS:
                continue
            apart = other.x0 - one.x1
            if not 0 <= apart <= page.gutter + page.gutter // 2 or parted(page, one, other):
                continue
            yield (
                right.span,
                {
                    "left": left.name,
                    "right": right.name,
                    "row": max(one.row0, other.row0) + 1,
                    "column": page.column_at(other.x0 + 1),
                },
            )


def parted(page: PageLayout, left: HeadlineBox, right: HeadlineBox) -> bool:
    """Whether a rule stands between two headlines over their whole common height."""
    first, end = max(left.row0, right.row0), min(left.row1, right.row1)
    return any(left.x1 <= x <= right.x0 and row0 <= first and row1 >= end for x, row0, row1 in page.lines)


def open_gutters(page: PageLayout) -> Iterator[Breach]:
    """通缝: white that runs from the head to the foot of what stands between the nameplate and the adverts across the
    page."""
    page = page.below_crown
    head, foot = min((block.row0 for block in page.blocks), default=0), editorial_rows(page)
    crossed = sorted(box for block in page.blocks if block.row0 < foot for box in solid(block))
    reach = page.x0
    for x0, x1 in crossed:
        if x0 > reach > page.x0 and not (page.fold and reach <= page.fold <= x0):
            middle = (reach + x0) // 2
            yield (
                None,
                {
                    "column": page.column_at(reach),
                    "mm": f"{to_mm(middle - page.x0):.0f}",
                    "rows": Range(head + 1, foot),
                },
            )
        reach = max(reach, x1)


def solid(block: BlockBox) -> Iterator[tuple[Length, Length]]:
    """Where a block crosses the page with something: headline, legs, or all of it with an outline, tint or label."""
    if block.headline:
        yield block.headline.x0, block.headline.x1
    yield from ((leg.x0, leg.x1) for leg in block.legs)
    if block.boxed or block.barred or not block.legs:
        yield block.x0, block.x1


def editorial_rows(page: PageLayout) -> int:
    """The row below which nothing but adverts lies, across the whole page; all rows if there is no such row."""
    adverts = sorted({block.row0 for block in page.blocks if block.traits.foot})
    for row in adverts:
        below = [block for block in page.blocks if block.row1 > row]
        if row and all(block.traits.foot and block.row0 >= row for block in below):
            return row
    return page.rows


def broken_page(page: PageLayout) -> Iterator[Breach]:
    """断版: a seam across the whole page between two rows of blocks that are not all adverts or headlines alone.

    A story meets it: tables, lists and pictures stand in bands by right, and so does all on a page of theirs.
    """
    page, told = page.units.below_crown, -JOG_ROWS
    if is_of_bands(page):
        return
    for row in sorted({block.row0 for block in page.blocks}):
        crossing = [b for b in page.blocks if b.row0 + JOG_ROWS < row < b.row1 - JOG_ROWS]
        above = [b for b in page.blocks if b.row1 <= row + JOG_ROWS]
        below = [b for b in page.blocks if b.row0 >= row - JOG_ROWS]
        editorial = all(any(not (b.traits.foot or b.traits.heads) for b in side) for side in (above, below))
        # A seam that steps is found at both of its rows.
        if row > told + JOG_ROWS and not crossing and editorial:
            over, under = touching(above, row), touching(below, row)
            if any(block.traits.leads for block in (*over, *under)):
                told = row
                yield below[0].span, {"row": row + 1, "above": names(over), "below": names(under)}


def is_of_bands(page: PageLayout) -> bool:
    """Whether pictures, tables and lists have two thirds of a page: a page of photographs or of data."""
    areas = [((b.x1 - b.x0) * (b.row1 - b.row0), b.traits) for b in page.blocks if not b.traits.foot]
    shown = sum(area for area, traits in areas if not (traits.leads or traits.side or traits.heads))
    return 3 * shown >= 2 * sum(area for area, _ in areas)


def touching(blocks: Sequence[BlockBox], row: int) -> list[BlockBox]:
    """The blocks of a list that touch a seam."""
    return [b for b in blocks if min(abs(b.row0 - row), abs(b.row1 - row)) <= JOG_ROWS]


def names(blocks: Sequence[BlockBox]) -> str:
    """Blocks by name."""
    return "、".join(block.name for block in blocks)


def lead_place(page: PageLayout) -> Iterator[Breach]:
    """头条: the heaviest story at the top left (from the right: top right), with the largest headline, ears aside.

    Its picture, above it or beside it, stands there as well as itself."""
    page = page.units.below_crown
    stories = [*page.stories, *page.upon]
    if len(stories) < 2:
        return
    top = max(story.weight for story in stories)
    leads = [story for story in stories if story.weight == top]
    if not any(is_first(page, lead, stories) for lead in leads):
        lead = leads[0]
        yield lead.span, {"lead": lead.name, "row": lead.row0 + 1, "column": page.column_at(lead.x0 + 1)}


def is_first(page: PageLayout, lead: BlockBox, stories: Sequence[BlockBox]) -> bool:
    """Whether no other story starts higher, or as high and earlier, and none has a larger headline."""
    for other in stories:
        if other is lead:
            continue
        earlier = other.x1 > lead.x1 if page.from_right else other.x0 < lead.x0
        if other.row0 < lead.row0 - 1 or (earlier and other.row0 <= lead.row0 + 1):
            return False
        if other.headline and lead.headline and other.headline.size > lead.headline.size:
            return False
    return True


def uneven_feet(page: PageLayout) -> Iterator[Breach]:
    """齐底: the legs of one story end level, within a line, the short ones last."""
    for block in page.stories:
        short = tuple(short_legs(block.legs))
        if short:
            first, lines = short[0][0], max(lines for _, lines in short)
            row, legs = block.legs[first].end + 1, legs_short(short)
            yield block.span, {"name": block.name, "legs": legs, "lines": lines, "row": row, "remedy": LEVEL}


def short_legs(legs: Sequence[LegBox]) -> Iterator[tuple[int, int]]:
    """The legs, from 0, whose type ends too high beside others that have room as far down, and by how many lines: a
    single line is nothing where no leg after it goes further down."""
    for row1 in dict.fromkeys(leg.row1 for leg in legs):
        beside = [(index, leg.end) for index, leg in enumerate(legs) if leg.row1 == row1]
        foot = max(end for _, end in beside)
        last = max(index for index, end in beside if end == foot)
        yield from ((index, foot - end) for index, end in beside if foot - end > (index > last))


def legs_short(short: Sequence[tuple[int, int]]) -> Words:
    """Which legs end too high, and by how much."""
    alike = len({lines for _, lines in short}) == 1
    if alike:
        names, lines = [index + 1 for index, _ in short], short[0][1]
        zh, en = "、".join(map(str, names)), ", ".join(map(str, names))
        each = "各" if len(names) > 1 else ""
        return Words(f"第 {zh} 栏{each}差 {lines} 行", f"leg{'s' * (len(names) > 1)} {en} by {lines} lines")
    return Words(
        "，".join(f"第 {index + 1} 栏差 {lines} 行" for index, lines in short),
        ", ".join(f"leg {index + 1} by {lines} lines" for index, lines in short),
    )


def scattered(page: PageLayout) -> Iterator[Breach]:
    """咬合: a body stands next to its own headline, and reading it crosses no other headline."""
    for block in page.stories:
        headline = block.headline
        if headline and block.legs and not held(block, headline, page):
            yield block.span, {"name": block.name, "between": APART, "row": headline.row1 + 1}
        for other in page.stories:
            if other is not block and other.headline and crosses(block, other.headline):
                yield block.span, {"name": block.name, "between": tangled(other.name), "row": other.headline.row0 + 1}


def tangled(name: str) -> Words:
    """What is to be said of a headline that stands in the way of another block's body."""
    return Words(f"与“{name}”的标题相混", f"the headline of “{name}” is in the way")


def held(block: BlockBox, headline: HeadlineBox, page: PageLayout) -> bool:
    """Whether one of a story's legs holds on to its headline."""
    return any(holds_on(foot, leg, page.gutter) for foot in feet(headline, page) for leg in block.legs)


def feet(headline: HeadlineBox, page: PageLayout) -> Iterator[HeadlineBox]:
    """A headline as far down as its own foot, and as that of a picture right under it, below which the body goes on."""
    yield headline
    for guest in (*(block for block in page.blocks if block.traits.guest), *page.parts):
        under = guest.x0 < headline.x1 and headline.x0 < guest.x1
        if under and -1 <= guest.row0 - headline.row1 <= HEADLINE_GAP_ROWS:
            yield headline._replace(row1=guest.row1)


def holds_on(headline: HeadlineBox, leg: LegBox, gutter: Length) -> bool:
    """Whether a leg starts right under a horizontal headline, or stands right beside a vertical one."""
    if headline.vertical:
        beside = min(abs(leg.x0 - headline.x1), abs(headline.x0 - leg.x1)) <= 2 * gutter
        return beside and leg.row0 < headline.row1 and headline.row0 < leg.row1
    under = leg.x0 < headline.x1 and headline.x0 < leg.x1
    return under and -1 <= leg.row0 - headline.row1 <= HEADLINE_GAP_ROWS


def crosses(block: BlockBox, headline: HeadlineBox) -> bool:
    """Whether a foreign headline stands inside the rectangle that a block is read in."""
    across = block.x0 < headline.x1 and headline.x0 < block.x1
    return across and block.row0 < headline.row1 and headline.row0 < block.row1


def shouting(page: PageLayout) -> Iterator[Breach]:
    """题文一致: headline sizes in the order of weights; a lesser story never shouts louder."""
    titled = [(block, block.headline) for block in page.stories if block.headline]
    for block, headline in titled:
        outdone = [(b, h) for b, h in titled if b.weight > block.weight and h.size < headline.size]
        if outdone:
            other, _ = min(outdone, key=lambda pair: pair[1].size)
            yield block.span, {"name": block.name, "other": other.name, "row": headline.row0 + 1}


def widows(page: PageLayout) -> Iterator[Breach]:
    """孤行: a paragraph's last line alone at the head of a leg."""
    for block in (*page.blocks, *page.parts):
        for number, leg in enumerate(block.legs, 1):
            if leg.widow:
                yield block.span, {"name": block.name, "leg": number, "row": leg.row0 + 1, "remedy": REWORD}


def white_space(page: PageLayout) -> Iterator[Breach]:
    """满版: nothing white larger than a line a column, in a leg or between blocks."""
    for block in page.blocks:
        for number, leg in enumerate(block.legs, 1):
            if leg.row1 - leg.end > WHITE_ROWS:
                where = Words(f"在“{block.name}”第 {number} 栏的末尾", f"at the foot of leg {number} of “{block.name}”")
                yield (
                    block.span,
                    {
                        "where": where,
                        "lines": leg.row1 - leg.end,
                        "row": leg.end + 1,
                        "column": page.column_at(leg.x0 + 1),
                    },
                )
    for hole in page_holes(page):
        columns = Range(hole.first_column, hole.last_column)
        yield None, {"where": NO_BLOCK, "lines": hole.rows, "row": hole.first_row, "column": columns}


NO_BLOCK = Words("那里没有稿件", "where no block stands")
"""Where white is that is no block's."""


def page_holes(page: PageLayout) -> list[GridRect]:
    """White that no block covers, columns side by side with the same white joined."""
    found: list[GridRect] = []
    for column, (x0, x1) in enumerate(page.columns):
        for row0, row1 in holes(page, x0, x1):
            hole = GridRect(column, row0, 1, row1 - row0)
            left = next((h for h in found if (h.row, h.rows, h.end_column) == (row0, hole.rows, column)), None)
            if left is None:
                found.append(hole)
            else:
                found[found.index(left)] = left.around(hole)
    return found


def holes(page: PageLayout, x0: Length, x1: Length) -> Iterator[tuple[int, int]]:
    """Rows of a basic column that no block covers, where more than the white allowed."""
    covered = sorted((b.row0, b.row1) for b in page.blocks if b.x0 < x1 and b.x1 > x0)
    reach = 0
    for row0, row1 in [*covered, (page.rows, page.rows)]:
        if row0 - reach > WHITE_ROWS:
            yield reach, row0
        reach = max(reach, row1)


def torn_packages(page: PageLayout) -> Iterator[Breach]:
    """组稿: blocks of one package stand side by side, each next to another of them."""
    packages = list(dict.fromkeys(block.package for block in page.blocks if block.package))
    whole = page.units if packages else page
    for name in packages:
        first, *others = groups_of([block for block in whole.blocks if block.package == name], page.gutter)
        for group in others:
            away, row, column = group[0], group[0].row0 + 1, page.column_at(group[0].x0 + 1)
            yield (
                away.span,
                {"package": name, "name": names(group), "others": names(first), "row": row, "column": column},
            )


def groups_of(blocks: Sequence[BlockBox], gutter: Length) -> list[list[BlockBox]]:
    """Blocks in groups of which each touches another, that of the first block first."""
    groups: list[list[BlockBox]] = []
    for block in blocks:
        beside = [group for group in groups if any(adjoin(block, other, gutter) for other in group)]
        groups = [group for group in groups if group not in beside]
        groups.insert(0, [*(each for group in beside for each in group), block])
    return sorted(groups, key=lambda group: min(blocks.index(block) for block in group))


def adjoin(one: BlockBox, other: BlockBox, gutter: Length) -> bool:
    """Whether nothing but a gutter, or a row or two, lies between two blocks."""
    beside = max(one.x0, other.x0) - min(one.x1, other.x1) <= gutter + gutter // 2
    level = max(one.row0, other.row0) - min(one.row1, other.row1)
    across = min(one.x1, other.x1) > max(one.x0, other.x0)
    return (beside and level < 0) or (across and level <= HEADLINE_GAP_ROWS)


def order(page: PageLayout) -> Iterator[Breach]:
    """次序: a story above those that it is before, or as high and earlier along the line."""
    blocks = {block.name: block for block in page.blocks}
    for block in page.blocks:
        for other in (blocks[name] for name in block.before if name in blocks):
            level = abs(block.row0 - other.row0) <= JOG_ROWS
            earlier = other.x1 < block.x1 if page.from_right else block.x0 < other.x0
            if not (earlier if level else block.row0 < other.row0):
                params = {"row": block.row0 + 1, "column": page.column_at(block.x0 + 1)}
                yield block.span, {"name": block.name, "other": other.name, **params}


RULES: dict[str, RuleOfPage] = {
    "P601": butting_headlines,
    "P602": open_gutters,
    "P603": broken_page,
    "P604": lead_place,
    "P605": uneven_feet,
    "P606": scattered,
    "P607": shouting,
    "P608": widows,
    "P610": white_space,
    "P611": torn_packages,
    "P612": order,
}
"""Every rule by its code, in the order of the rule book."""


def check(page: PageLayout, severities: Mapping[str, Severity] | None = None) -> tuple[Diagnostic, ...]:
    """What every rule finds on a page. ``severities`` overrides the catalogue's by code: the style sheet's say."""
    by_code = severities or {}
    return tuple(
        diagnose(code, span, by_code.get(code), **params) for code, rule in RULES.items() for span, params in rule(page)
    )
