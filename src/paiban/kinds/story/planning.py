"""A story in automatic make-up: its shapes, with a guest inside it, and what it needs of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.galley.head import head_options
from paiban.grid import GridRect
from paiban.issue import Block, BoxStyle, Place
from paiban.kinds.story.alone import TRAITS_ALONE
from paiban.kinds.story.model import StoryForm
from paiban.kinds.story.reading import stays
from paiban.kinds.story.room import head_maker, partial_legs, surround, upright_room
from paiban.kinds.story.shapes import (
    ShapeForm,
    StoryCurve,
    nearest,
    open_boundaries,
    solve,
    story_curve,
    story_forms,
    story_shapes,
)
from paiban.kinds.story.upright_guests import guests_within, held, upright_rows
from paiban.kinds.story.vertical_shapes import rows_above, vertical_shapes
from paiban.makeup.frame.capacity import least_lines
from paiban.makeup.frame.kind import PageKit, Site
from paiban.makeup.frame.model import Placed
from paiban.makeup.frame.place import block_galley
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.kind import (
    HEAD_ROWS,
    LEAST_LEG,
    Candidate,
    Guest,
    Hosted,
    Need,
    Offer,
    Planning,
    likely_columns,
)
from paiban.makeup.search import Placement, Shape
from paiban.makeup.search.score import NO_GROUND
from paiban.units import PER_PT
from paiban.value import NamedTuple

ALONE_COST = 0.5
"""A headline alone would rather go across all of the page, or down it: so much a column that it lacks, or as much of
the page's height."""

ALONE_STEP = 4
"""Heights of a headline alone of vertical lines lie so many rows apart: each may be so much higher, but for one."""

FEW_WIDTHS = 2
"""A story that its copy fills at fewer widths is offered where it does not fill its place too."""

Own = tuple[tuple[StoryCurve, ShapeForm], ...]
"""What a story needs to become a block again: behind each shape's key its counts, plainly or on a ground, and the form.
"""

CENTRE_COLUMNS = 30, 75
"""A story on a ground takes at least and at most so many hundredths of the page's columns: a strip is no centre."""

CENTRE_ROWS = 8
"""Nor is a band: below its headline are so many rows."""


def takes(block: Block) -> bool:
    """A story with copy counts guests in its own shapes, unless its legs are not alike."""
    return not block.content.alone and not block.form.widths


def free_form(form: StoryForm) -> StoryForm:
    """A story may be set in any legs and with any headline, but legs that are not alike are the editor's."""
    return StoryForm(form.legs, "auto", form.widths) if form.widths else StoryForm()


def offer(block: Block, company: Hosted | None, galley: Galley | None, kit: PageKit) -> Offer:
    """A story's shapes, with the guests that it hosts."""
    if galley is None:
        return Offer(shapes_alone(block, kit), traits=TRAITS_ALONE)
    curve = story_curve(block, galley, kit)
    shapes: tuple[Shape, ...] = ()
    forms: tuple[ShapeForm, ...] = ()
    # A headline that every form parts against the sense is told. Then a line or two under a long headline: legs of any
    # length before no page at all.
    for least_leg, any_break in product((LEAST_LEG, 1), (False, True)):
        curve.least_leg, curve.any_break = least_leg, any_break
        shapes, forms = vertical_shapes(curve, company) if block.content.vertical else formed_shapes(curve, company)
        if shapes:
            break
    if len({shape.columns for shape in shapes}) < FEW_WIDTHS:
        curve.any_fill = True  # a line or two beside a portrait, a note and a head in a bar
        shapes, forms = vertical_shapes(curve, company) if block.content.vertical else formed_shapes(curve, company)
    own: Own = tuple([(curve, form) for form in forms])
    return Offer(shapes, own)


def grounded(block: Block, galley: Galley, plain: Offer, kit: PageKit) -> Offer:
    """A story's shapes with those that it has on the ground that the style sheet gives a page's second centre."""
    ground = kit.setter.sheet.second_centre
    own = offer(block._replace(box=BoxStyle(**{ground: ground})), None, galley, kit)
    large = [shape for shape in own.shapes if is_centre(shape, kit)]
    if not large:
        return plain
    bare = (replace(shape, ground=NO_GROUND) for shape in plain.shapes)
    set_off = (replace(shape, ground=ground, key=len(plain.own) + shape.key) for shape in large)
    return Offer((*bare, *set_off), (*plain.own, *own.own))


def is_centre(shape: Shape, kit: PageKit) -> bool:
    """Whether a story in a shape is large enough, both ways, to hold the eye."""
    least, most = CENTRE_COLUMNS
    below = shape.rows - (shape.headline_rows if shape.form == "above" else 0)
    return least <= 100 * shape.columns / kit.grid.columns <= most and below >= CENTRE_ROWS


def formed_shapes(curve: StoryCurve, company: Hosted | None) -> tuple[tuple[Shape, ...], tuple[ShapeForm, ...]]:
    """Every shape of a horizontal story with the headline in the form that the editor asked for, and their forms."""
    shapes, forms = story_shapes(curve, company)
    asked = curve.block.form.headline
    inside = company is not None and company.below_head
    wanted = [
        not (inside and (form.side == "above" or form.beside)) and asked in ("auto", form.headline_form)
        for form in forms
    ]
    return tuple(shape for shape in shapes if wanted[shape.key]), forms


def standing(shape: Shape, placed: Placed, kit: PageKit) -> Shape:
    """The shape of a placed story as it came out."""
    if placed.head is None or placed.fit is None or placed.vertical:
        return shape
    beside, partial = placed.head.head.vertical, placed.block.form.headline == "partial"
    legs, columns = len(placed.legs), placed.place.columns
    across = -(-columns * partial_legs(legs) // legs) if partial else columns
    return replace(
        shape,
        rows_min=shape.rows + -(-placed.fit.over_lines // legs),
        rows_max=shape.rows - placed.fit.short_lines // legs,
        form="vertical" if beside else "above",
        headline_rows=shape.rows if beside else placed.head.block_extent // kit.grid.leading + WHITE_ROWS,
        headline_columns=(0, 1 if beside else across),
        headline_size=placed.head.head.size * 10 // PER_PT,
        legs=legs,
        gutters=open_boundaries(columns, ShapeForm(legs, "vertical" if beside else "above")),
    )


def places(candidate: Candidate, placement: Placement) -> Sequence[Block]:
    """The story, and the guests that it hosts, with their places."""
    block, rect, company = candidate.block, placement.rect, candidate.company
    if candidate.own is None:
        return (block._replace(place=Place(rect, block.span)),)
    own: Own = candidate.own
    curve, form = own[placement.shape.key]
    block = curve.block
    story = block._replace(form=block.form._replace(legs=form.legs, headline=form.headline_form))
    if company is None:
        return (story._replace(place=Place(rect, block.span)),)
    if block.content.vertical and form.side != "above":
        inner = guests_within(rect, form.guest_columns, company, curve.around.foot_rows)
        return (story._replace(place=Place(rect, block.span)), *company.stood(inner))
    white = curve.around.white(rect.row)
    rows = rect.rows + WHITE_ROWS - white
    if block.content.vertical:
        inner = guest_rect(rect, form, white, 0, rows_above(curve, rect.columns, form.legs, company, rows))
        return (story._replace(place=Place(below(rect, inner), block.span)), *company.stood(inner))
    if form.beside:
        inner, body = parted(rect, form)
        return (story._replace(place=Place(body, block.span)), *company.stood(inner))
    solution = solve(curve, rect.columns, form, company, rows) or nearest(curve, rect.columns, form, company, rows)
    head = 0 if form.headline_form == "partial" else solution.head_rows
    inner = guest_rect(rect, form, white, head, solution.guest_rows)
    body = rect
    if form.side == "above":
        body = below(rect, inner)
    return (story._replace(place=Place(body, block.span)), *company.stood(inner))


def below(rect: GridRect, inner: GridRect) -> GridRect:
    """What is left of a rectangle below guests that take all of its columns."""
    return GridRect(rect.column, inner.end_row, rect.columns, rect.end_row - inner.end_row)


def parted(rect: GridRect, form: ShapeForm) -> tuple[GridRect, GridRect]:
    """A rectangle as that of guests beside all of a story, and the story's."""
    guest, copy = (rect._replace(columns=n) for n in (form.guest_columns, form.copy_columns(rect.columns)))
    if form.side == "before":
        return guest, copy._replace(column=guest.end_column)
    return guest._replace(column=copy.end_column), copy


def guest_rect(rect: GridRect, form: ShapeForm, white: int, head_rows: int, height: int) -> GridRect:
    """Where a story's guests stand in the story's rectangle."""
    if form.side == "above":
        return GridRect(rect.column, rect.row, rect.columns, white + height)
    beside = rect.columns - form.guest_columns
    before = {"left": 0, "inside": beside // 2, "right": beside}[form.side]
    return GridRect(rect.column + before, rect.row + white + head_rows, form.guest_columns, height)


def hold(block: Block, company: Hosted, rect: GridRect, galley: Galley, kit: PageKit) -> Sequence[Block]:
    """A story that keeps its place, in the form that takes its guests in best, and the guests inside it."""
    if block.content.vertical:
        return (block, *held(block, company, rect, galley, kit))
    curve = story_curve(block, galley, kit)
    curve.any_break = True  # the place is the editor's, whatever it does to the headline
    white = curve.around.white(rect.row)
    rows = rect.rows + WHITE_ROWS - white
    ways = []
    for form in story_forms(curve, rect.columns, illustrated=True):
        # A guest above would push the story out of its place.
        outside = form.side == "above" or form.beside
        if not outside and block.form.headline in ("auto", form.headline_form):
            solved = solve(curve, rect.columns, form, company, rows)
            ways.append((solved is None, solved or nearest(curve, rect.columns, form, company, rows), form))
    if not ways:
        return (block,)
    _, solution, form = min(ways, key=lambda way: (way[0], way[1].cost))
    head = 0 if form.headline_form == "partial" else solution.head_rows
    inner = guest_rect(rect, form, white, head, solution.guest_rows)
    return (
        block._replace(form=block.form._replace(legs=form.legs, headline=form.headline_form)),
        *company.stood(inner),
    )


def shorter(block: Block) -> Sequence[Block]:
    """A story without one more of the paragraphs that may go each time, from its end; no 小标题 is left alone."""
    story, found = block.content, []
    left = [number for number in story.optional if number not in story.dropped]
    for count in range(1, len(left) + 1):
        gone = tuple(sorted((*story.dropped, *left[-count:])))
        if stays(story.body, gone):
            found.append(block._replace(content=story._replace(dropped=gone)))
    return found


def alike(candidate: Candidate, shape: Shape, before: Block) -> bool:
    """Whether a story in a shape keeps the legs and the headline's form that it had."""
    assert before.place is not None
    if candidate.own is None:
        return True
    own: Own = candidate.own
    curve, form = own[shape.key]
    was: StoryForm = before.form
    legs = was.legs or before.place.rect.columns - int(was.settled == "vertical")
    return form.headline_form == was.settled and form.legs == legs and curve.block.box == before.box


def need(block: Block, galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """A story without a place: its natural lines, and its best head over a likely span."""
    if galley is None:
        return need_alone(block, kit)
    columns = likely_columns(galley, kit.grid)
    return Need(
        block.id,
        block.kind,
        copy=galley.count(kit.grid.column) * block.content.copy_rows,
        head=head_cells(block, columns, kit) + columns * surround(block, kit).foot_rows,
        least=least_lines(galley, kit.grid) * block.content.copy_rows,
    )


def need_placed(block: Block, cells: int, columns: int, kit: PageKit) -> Need:
    """A story in its place: what its head leaves of it is copy."""
    head = min(cells, head_cells(block, columns, kit))
    return Need(block.id, block.kind, copy=cells - head, head=head, least=cells)


def head_cells(block: Block, columns: int, kit: PageKit) -> int:
    """What a story's head takes over so many columns, the white row above it included."""
    heads, rows = head_maker(block, kit), 0
    if heads is not None:
        options = head_options(heads, kit.grid.span(columns), 0)
        rows = options[0].rows if options else HEAD_ROWS
    return columns * (rows + WHITE_ROWS)


def shapes_alone(block: Block, kit: PageKit) -> tuple[Shape, ...]:
    """The shapes of a headline alone: a band, or of vertical lines a strip."""
    return upright_alone(block, kit) if block.content.vertical else level_alone(block, kit)


def level_alone(block: Block, kit: PageKit) -> tuple[Shape, ...]:
    """A headline alone over half of the page's columns or more, at the heights that its weight wants."""
    heads, columns = head_maker(block, kit), kit.grid.columns
    assert heads is not None
    around = surround(block, kit)
    found = [
        (across, option)
        for across in range(1 if block.upon else -(-columns // 2), columns + 1)
        for option in head_options(heads, around.measure(kit.grid.span(across)), 0)
    ]
    by_sense = [(across, option) for across, option in found if not option.head.against]
    return tuple(
        Shape(
            across, rows, rows, rows, cost=option.cost + ALONE_COST * (columns - across),
            headline_rows=rows, headline_columns=(0, across), boxed=block.boxed,
        )
        for across, option in by_sense or found
        for rows in (option.rows + around.rows,)
    )  # fmt: skip


def upright_alone(block: Block, kit: PageKit) -> tuple[Shape, ...]:
    """A headline alone of vertical lines: as high as half of the page or more, as wide as its weight wants."""
    heads, grid = head_maker(block, kit), kit.grid
    assert heads is not None
    around = surround(block, kit)
    found = []
    for rows in range(LEAST_LEG if block.upon else -(-grid.rows // 2), grid.rows + 1, ALONE_STEP):
        room = upright_room(block, Site(GridRect(0, 1, 1, rows), None), None, kit)
        for option in head_options(heads, room.head_extent, 0, vertical=True):
            wide = (n for n in range(1, grid.columns + 1) if around.measure(grid.span(n)) >= option.rows * grid.leading)
            found += [(columns, rows, option) for columns in [*wide][:1]]
    by_sense = [way for way in found if not way[2].head.against]
    return tuple(
        Shape(
            columns, rows, rows, min(grid.rows, rows + ALONE_STEP - 1), form="upright",
            cost=option.cost + ALONE_COST * grid.columns * (grid.rows - rows) / grid.rows,
            headline_rows=rows, headline_columns=(columns - 1, columns), boxed=block.boxed,
        )
        for columns, rows, option in by_sense or found
    )  # fmt: skip


def need_alone(block: Block, kit: PageKit) -> Need:
    """A headline alone across the page."""
    cells = head_cells(block, kit.grid.columns, kit)
    return Need(block.id, block.kind, head=cells, least=kit.grid.columns)


class StoryGuest(NamedTuple):
    """A story inside another one (链接, 提要), of one height at each width."""

    block: Block
    galley: Galley | None
    kit: PageKit
    below_head: bool = True
    """Above the headline of its own story it would read as that, or as a story by itself."""

    @property
    def over_copy(self) -> StoryGuest:
        """It takes no more or fewer rows where copy stands below it."""
        return self

    def cost(self, columns: int, weight: int) -> float:  # noqa: ARG002  copy is read at any width
        """None of any width."""
        return 0.0

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over so many columns; ``most`` is less than ``least`` where no head fits."""
        if self.block.content.vertical:
            return upright_rows(self.block, self.galley, columns, self.kit)
        kit, around = self.kit, surround(self.block, self.kit, hosted=True)
        span, heads = around.measure(kit.span(self.block, columns)), head_maker(self.block, kit)
        options = head_options(heads, span, 0) if heads is not None else ()
        head = options[0].rows if options else 0
        measure = around.leg(kit.grid.recut(span, columns), columns, kit.grid.size)
        lines = 0 if self.galley is None else self.galley.count(measure)
        rows = head - (-lines // columns) + around.rows_at(1)
        return (rows, rows, rows - 1) if heads is not None and not options else (rows, rows, rows)


def guest(block: Block, kit: PageKit) -> Guest | Diagnostic:
    """A story as the guest of another."""
    return StoryGuest(block, block_galley(block, kit), kit)


PLANNING = Planning(
    free=free_form,
    takes=takes,
    guest=guest,
    offer=offer,
    standing=standing,
    places=places,
    alike=alike,
    hold=hold,
    grounded=grounded,
    shorter=shorter,
    need=need,
    need_placed=need_placed,
)
