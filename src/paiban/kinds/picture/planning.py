"""A picture in automatic make-up, by itself or inside the block that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import log

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.picture.model import PictureContent, shown_whole
from paiban.kinds.picture.setting import beside, caption_extent, edge_strip, lowering, set_caption
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.first_picture import LEAST_COLUMNS, MAY_BE_FIRST, first_columns
from paiban.makeup.propose.kind import Hosted, Need, Offer, likely_columns, plain_planning, solid_need
from paiban.makeup.search import Shape
from paiban.picture import PictureInfo
from paiban.units import PER_INCH, Length, rounded

CROP_LIMIT = 0.08
"""A picture may lose this share of its height or width (make-up rule book, levers)."""

SIZES = {5: (0.10, 0.22), 4: (0.04, 0.075), 3: (0.035, 0.07), 2: (0.025, 0.06), 1: (0.02, 0.05)}
"""The least and the most of a broadsheet's type area that a picture should take, by its story's weight; smaller pages
give a picture more of themselves, as they give their headlines."""

SMALLER_COST, LARGER_COST = 5.0, 25.0
"""A picture e times smaller or larger than it should be, by its square. Larger is dearer: a page that lacks copy is
filled by its first picture, and its others do not come level with that."""

STEEPEST = 0.5
"""From here on, in powers of e, the same goes on straight: a page that must have it so is a page all the same."""

NARROW_COST, NARROW_NEWS, NARROW_FIRST, STAMP_FIRST = 2.0, 7.0, 7.0, 22.0
"""A column that a picture lacks of the least that it should have, of a story of some weight, and one that the page's
first lacks; what it costs that this has but one column. The search goes from dearer shapes to dearer ones: what costs
7 it takes after it looked for a page without, what costs 22 after it looked for one at all."""


TALLEST, TALL_COST = 0.4, 30.0
"""The share of the page's rows beyond which a picture stands like a pillar, and what all of them cost."""

PORTRAIT = 0.85
"""A picture so much narrower than high may be a portrait, which serves in one column."""

PICTURE_SHARE = 2
"""A picture is taken to span its story's columns divided by this."""

ALONE = 3
"""A picture that stands by itself is sized as that of a story of such weight, unless it has more itself."""


@dataclass(frozen=True, slots=True)
class PictureRows:
    """A picture's shape and caption, for counting its rows at any width.

    Where it is ``lowered`` copy of its host stands below it: its caption reaches into the row that is kept clear there.
    """

    block: Block
    infos: tuple[PictureInfo, ...]
    kit: PageKit
    below_head: bool = False
    lowered: bool = False
    known: dict[tuple[int, bool], tuple[int, int, int]] = field(default_factory=dict)

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over ``columns``, caption included, within what may be cropped.

        ``most`` is less than ``least`` where no whole row comes near enough.
        """
        key = columns, self.lowered
        if key not in self.known:
            self.known[key] = self.count(columns)
        return self.known[key]

    @property
    def over_copy(self) -> PictureRows:
        """The same where copy of its host stands below it, unless that is to run round it."""
        return replace(self, lowered=not self.block.wrap)

    def count(self, columns: int) -> tuple[int, int, int]:
        """The same, counted."""
        grid = self.kit.grid
        picture: PictureContent = self.block.content
        if picture.columns is None and not self.sharp(columns) and any(map(self.serves, range(1, columns))):
            return 1, 1, 0
        across = grid.span(columns) - grid.span(columns - beside(picture, columns))
        width = self.kit.span(self.block, columns) - across - edge_strip(picture, self.kit)
        height, below = self.natural(width)
        if picture.caption_at == "below" or (picture.caption_at == "beside" and columns == 1):
            extent = caption_extent(set_caption(self.block, width, self.kit), self.kit.setter)
            below += extent - lowering(self.kit) if extent and self.lowered else extent
        # From the first row's character face to the last one's, less the caption.
        lost = grid.leading - (grid.face_foot(1) - grid.face_top(0)) + below
        if shown_whole(picture, self.infos):
            # A row less would have it narrower than its columns; what it leaves of its last row is white below it.
            rows = -((-height - lost) // grid.leading)
            return rows, rows, rows

        def crop(rows: int) -> float:
            shown = rows * grid.leading - lost
            return 1 - min(shown / height, height / shown) if shown > 0 else 1.0

        natural = min(range(1, (height + lost) // grid.leading + 3), key=crop)
        if crop(natural) > CROP_LIMIT:
            # So narrow that the nearest whole row cuts too much: no height at all serves.
            return natural, natural, natural - 1
        least = most = natural
        while crop(least - 1) <= CROP_LIMIT:
            least -= 1
        while crop(most + 1) <= CROP_LIMIT:
            most += 1
        return least, natural, most

    def serves(self, columns: int) -> bool:
        """Whether it can stand over ``columns``."""
        least, _, most = self.rows(columns)
        return least <= most

    def sharp(self, columns: int) -> bool:
        """Whether it has as many pixels an inch over ``columns`` as the press wants, not to be told."""
        if len(self.infos) > 1:
            return True
        (info,) = self.infos
        wanted = self.kit.limits.resolution(info.mode == "bilevel").warn
        return info.width_px * PER_INCH >= wanted * self.kit.span(self.block, columns)

    def cost(self, columns: int, weight: int) -> float:
        """What it costs that it is smaller, larger or narrower than its story's weight wants."""
        grid, scale = self.kit.grid, self.kit.template.headline_scale
        if self.block.content.columns is not None:
            return 0.0
        least, most = (share / scale * grid.columns * grid.rows for share in SIZES[weight])
        height, below = self.natural(self.kit.span(self.block, columns))
        cells = columns * (height + below) / grid.leading
        smaller, larger = max(log(least / cells), 0.0), max(log(cells / most), 0.0)
        upright = len(self.infos) == 1 and self.infos[0].width_px <= PORTRAIT * self.infos[0].height_px
        first = weight == max(SIZES)
        wanted = first_columns(grid) if first else 1 if upright else LEAST_COLUMNS
        tall = max(0.0, (height + below) / grid.leading / grid.rows - TALLEST)
        lacks = max(0, min(wanted, grid.columns) - columns)
        each = NARROW_FIRST if first else NARROW_NEWS if weight >= MAY_BE_FIRST else NARROW_COST
        narrow = STAMP_FIRST if first and lacks and columns < LEAST_COLUMNS else each * lacks
        off = SMALLER_COST * bent(smaller) + LARGER_COST * bent(larger)
        return off + TALL_COST * tall + narrow

    def natural(self, width: Length) -> tuple[Length, Length]:
        """How high the picture is over a width, or the rows of a group are together, and what stands between those."""
        if len(self.infos) == 1:
            return width * self.infos[0].height_px // self.infos[0].width_px, 0
        from paiban.kinds.picture.group import natural_height  # noqa: PLC0415  few pictures are groups

        return natural_height(self.block, self.infos, width, self.kit)


def bent(off: float) -> float:
    """The square of how far a size is off, straight on from ``STEEPEST``."""
    return off * off if off < STEEPEST else STEEPEST * (2 * off - STEEPEST)


def picture_rows(block: Block, kit: PageKit) -> PictureRows | Diagnostic:
    """Look at a picture's size."""
    picture: PictureContent = block.content
    infos = [kit.rack.picture(shown.file, shown.words) for shown in picture.shown]
    for info in infos:
        if isinstance(info, Diagnostic):
            return info
    return PictureRows(block, tuple(info for info in infos if not isinstance(info, Diagnostic)), kit)


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer | Diagnostic:
    """A picture that stands by itself, at every width from two columns on (or the one that the editor asked for)."""
    rows = picture_rows(block, kit)
    if isinstance(rows, Diagnostic):
        return rows
    asked, grid = block.content.columns, kit.grid
    least_wide = min(LEAST_COLUMNS, grid.columns)
    widths = [asked] if asked else [n for n in range(least_wide, grid.columns + 1) if rows.serves(n)] or [1]
    weight = max(ALONE, block.weight)
    shapes = []
    for columns in widths:
        least, natural, most = (count + PLAIN.rows for count in rows.rows(columns))
        if least <= most <= grid.rows:
            shapes.append(Shape(columns, least, natural, most, cost=rows.cost(columns, weight), form="none"))
    return Offer(tuple(shapes))


def need(block: Block, _galley: Galley | None, host: Galley | None, kit: PageKit) -> Need | Diagnostic:
    """A picture without a place: over the columns asked for, or about half its story's; it may span all of them."""
    rows = picture_rows(block, kit)
    if isinstance(rows, Diagnostic):
        return rows
    asked, grid = block.content.columns, kit.grid
    widest = min(asked or (likely_columns(host, grid) if host is not None else LEAST_COLUMNS), grid.columns)
    widths = [widest] if asked else [columns for columns in range(1, widest + 1) if rows.serves(columns)] or [1]
    likely = widest if asked else max(1, min(rounded(widest, PICTURE_SHARE), widths[-1]))
    return Need(
        block.id,
        block.kind,
        solid=likely * (rows.rows(likely)[1] + PLAIN.rows),
        least=min(width * rows.rows(width)[0] for width in widths),
        most=max(width * (rows.rows(width)[1] + PLAIN.rows) for width in widths),
    )


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=picture_rows)
