"""What the layout folder says: page sizes and grids, type by role, print conditions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from paiban.display import BLACK, Colour, Rect
from paiban.grid import Grid, GridRect
from paiban.span import Span
from paiban.template.dresses import Dress
from paiban.units import Length, rounded
from paiban.value import NamedTuple


class Body(NamedTuple):
    """A body setting of a template: type size, leading, the measure of a basic column and the white between two (栏空),
    which need be no whole number of characters, and the rows of the page, of which ``head_rows`` stand where the
    running head would.
    """

    name: str
    size: Length
    leading: Length
    column: Length
    gutter: Length
    rows: int
    head_rows: int = 0


class Slot(NamedTuple):
    """A named place of a template for the body setting ``body``."""

    name: str
    rect: GridRect
    body: str = ""


class Folio(NamedTuple):
    """The running head (报眉): its top from the trim's, its height; the page number at its ``side``: ``left``,
    ``right`` or ``outside`` of the double page.
    """

    top: Length
    height: Length
    side: str = "left"


class FurniturePart(NamedTuple):
    """A stretch of furniture's words: as they are, or the ``field`` that stands for others (``fields.FIELDS``)."""

    words: str
    field: str = ""


class FurnitureItem(NamedTuple):
    """Words or a line that every page of a template has beside its copy.

    ``parts`` are the words, empty for a line, which ``line`` names: a line or a border of the style sheet. ``at`` says
    where across the type area the words stand: ``start``, ``centre``, ``end``, ``outside`` or ``inside`` of a double
    page. ``y`` is where the em box or the line begins, from the trim's top; with ``from_foot`` where it ends, from the
    trim's foot. ``pages``: ``all``, ``odd``, ``even``, ``front`` (page 1) or ``inner``.
    """

    parts: tuple[FurniturePart, ...]
    line: str
    role: str
    at: str
    y: Length
    from_foot: bool
    pages: str
    span: Span


class PageTemplate(NamedTuple):
    """A page: trim, bleed, the type area's left edge and the top of its grid, columns, body settings and furniture.

    ``grid_top`` is the top edge of row 1's line slot, from the trim's top. ``slots`` holds each slot once for each body
    setting, since their rows differ. ``adverts`` are the sizes that are sold, by name, as width and height. ``foot`` is
    the white below the last row at the least. ``fold`` is the column before which a spread is folded, 0 for a single
    page, ``fold_white`` the white there, None for the margins of both pages.
    """

    name: str
    width: Length
    height: Length
    bleed: Length
    left: Length
    grid_top: Length
    folio: Folio | None
    columns: int
    bodies: tuple[Body, ...]
    slots: tuple[Slot, ...]
    headline_scale: Fraction = Fraction(1)
    adverts: Mapping[str, tuple[Length, Length]] = {}
    furniture: tuple[FurnitureItem, ...] = ()
    foot: Length = 0
    fold: int = 0
    fold_white: Length | None = None

    @property
    def type_width(self) -> Length:
        """From the left of the first column to the right of the last, at the widest body setting; of a single page."""
        return max(self.columns * body.column + (self.columns - 1) * body.gutter for body in self.bodies)

    def with_rows(self, top: Length, rows: Mapping[str, int]) -> PageTemplate:
        """The template with its first row at ``top`` and so many rows for each body; slots keep their shares."""
        before = {body.name: body.rows for body in self.bodies}

        def scaled(slot: Slot) -> Slot:
            first, last = (
                rounded(row * rows[slot.body], before[slot.body]) for row in (slot.rect.row, slot.rect.end_row)
            )
            return slot._replace(rect=slot.rect._replace(row=first, rows=max(1, last - first)))

        return self._replace(
            grid_top=top,
            bodies=tuple(body._replace(rows=rows[body.name]) for body in self.bodies),
            slots=tuple(scaled(slot) for slot in self.slots),
        )

    @property
    def spread(self) -> PageTemplate:
        """Two pages of the template side by side on one sheet (跨版), slots on the left one."""
        return self._replace(width=2 * self.width, columns=2 * self.columns, fold=self.columns)

    @property
    def crowned(self) -> PageTemplate:
        """A page without the running head: its room belongs to the grid, in whole rows; slots stay where they are."""
        if self.folio is None:
            return self
        room = self.grid_top - self.folio.top
        more = {body.name: max(0, room // body.leading) for body in self.bodies}
        return self._replace(
            folio=None,
            bodies=tuple(b._replace(rows=b.rows + more[b.name], head_rows=more[b.name]) for b in self.bodies),
            slots=tuple(s._replace(rect=s.rect._replace(row=s.rect.row + more[s.body])) for s in self.slots),
        )

    @property
    def whole(self) -> Rect:
        """The type area with the running head: what an advert of a whole page, or a whole spread, may take."""
        top = self.grid_top if self.folio is None else self.folio.top
        rows = max(body.rows * body.leading for body in self.bodies)
        foot = self.grid_top + rows if self.folio is None else self.height - self.folio.top
        right = max(self.grid(body).type_area().x1 for body in self.bodies)
        return Rect(self.left, top, right, foot)

    def body(self, name: str) -> Body | None:
        """The body setting ``name``; the first for ``""`` and ``auto``; None if there is none of that name."""
        return self.bodies[0] if name in ("", "auto") else next((b for b in self.bodies if b.name == name), None)

    def grid(self, body: Body) -> Grid:
        """The grid of the page at ``body``."""
        return Grid(
            left=self.left,
            top=self.grid_top - body.head_rows * body.leading,
            columns=self.columns,
            column=body.column,
            gutter=body.gutter,
            rows=body.rows,
            leading=body.leading,
            size=body.size,
            fold=self.fold,
            fold_white=self._fold_white(body),
            sheet=Rect(-self.bleed, -self.bleed, self.width + self.bleed, self.height + self.bleed),
        )

    def _fold_white(self, body: Body) -> Length:
        """The white between the two type areas of a spread: the margins of both pages."""
        if self.fold and self.fold_white is not None:
            return self.fold_white
        return self.width // 2 - self.fold * body.column - (self.fold - 1) * body.gutter if self.fold else 0

    def slot(self, name: str, body: str) -> Slot | None:
        """The slot ``name`` in the rows of the body setting ``body``, or None."""
        return next((s for s in self.slots if s.name == name and s.body in ("", body)), None)


class TypeStyle(NamedTuple):
    """How one role of type is set. ``size`` and ``leading`` 0 mean the body's; ``size_em`` scales by the body's size,
    ``leading_em`` a leading that is not given by the role's own.

    ``tracking`` is in thousandths of an em, between characters. ``align`` is ``justify``, ``start``, ``centre``,
    ``end`` or ``spread`` (均排). ``punctuation`` overrides the sheet's for this role; ``biaoti`` is for headlines.
    ``lead_in`` and ``bullet`` name the run styles of what a paragraph begins with: 电头 or the first words of a
    caption, and ■ ◆ and their like; ``person`` that of the names in credits. ``reversed_face`` is that of copy in the
    colour of paper, whose fine strokes fill in on newsprint.
    """

    role: str
    face: str
    size: Length = 0
    leading: Length = 0
    size_em: Fraction = Fraction(1)
    leading_em: Fraction = Fraction(0)
    colour: Colour = BLACK
    tracking: int = 0
    align: str = "justify"
    indent_em: Fraction = Fraction(0)
    hang_em: Fraction = Fraction(0)
    punctuation: str = ""
    lead_in: str = ""
    bullet: str = ""
    person: str = ""
    reversed_face: str = ""


class RunStyle(NamedTuple):
    """How a run of characters is set otherwise than the text that it stands in (character style); ``""``, 1, 0 and None
    leave that as it is.

    ``face`` is a role of the faces' list, ``weight`` (``medium``, ``bold``, ``black``) the weight of the text's own
    family, ``size_em`` its size and ``rise_em`` how far above the line it stands, both in em of the text. ``ground`` is
    the colour that it stands on. ``beside`` is what is drawn with it: ``dots``, ``name``, ``title``, ``frame`` or
    ``underline``.
    """

    face: str = ""
    weight: str = ""
    size_em: Fraction = Fraction(1)
    rise_em: Fraction = Fraction(0)
    colour: Colour | None = None
    ground: Colour | None = None
    beside: str = ""


class TableStyle(NamedTuple):
    """How a table is ruled and tinted (表样); lines and colours by their names in the sheet, ``""`` for none.

    ``edge`` is the line at its head and foot, ``side`` that at its sides; ``head_rule`` stands below its head,
    ``row_rule`` and ``column_rule`` between rows and columns. Every other row stands on the ``stripe``. ``first`` is
    the role of its first column, ``""`` for that of the others; ``words`` how columns of words are aligned.
    """

    edge: str = "thick"
    side: str = ""
    head_rule: str = "line"
    row_rule: str = ""
    column_rule: str = ""
    head_tint: str = ""
    group_tint: str = ""
    stripe: str = ""
    first: str = ""
    words: str = "start"


class Composition(NamedTuple):
    """The rules of the text stage that a style sheet may choose (composition rule book, opening paragraph)."""

    punctuation: str = "jiya"
    prohibition: str = "gb"
    ellipsis_at_start: bool = False
    hanging: bool = False
    gap_em: Fraction = Fraction(1, 6)
    breaker: str = "optimal"
    hyphenate: bool = True
    keep_number_unit: bool = False
    tracking_limit: int = 30
    gap_least_em: Fraction = Fraction(1, 8)
    gap_most_em: Fraction = Fraction(1, 3)
    vertical_numerals: str = "digits"
    shared_digits: int = 3
    upright_digits: int = 4
    half_digits: bool = False
    even_stretch: bool = True
    mark_stretch_em: Fraction = Fraction(1, 2)


class Costs(NamedTuple):
    """What a plan of the automatic make-up pays; the defaults are the weights that worked, those of looks
    fitted to what was said of pairs of pages (docs/makeup.md: Looks, judged).

    ``table.COSTS`` says of each what it counts. A rule's cost has the rule's name (``rules``), that of a term of
    looks the term's (``page_looks``); without unit all.
    """

    reach: float = 0.25
    strain: float = 8
    legs: float = 0.3
    leg_least: float = 5
    leg_most: float = 34
    aspect: float = 5
    aspect_least: float = 0.7
    aspect_most: float = 2.6
    bands: float = 8
    centre: float = 5
    column_rows: float = 9.3
    place: float = 0.8
    place_across: float = 0.45
    lead_narrow: float = 1.2
    foot: float = 15
    side: float = 3
    picture_low: float = 3
    stack: float = 2.5
    dark: float = 5
    dominance: float = 20
    stamp: float = 12.5
    rivals: float = 16
    boxes: float = 4
    verticals: float = 10
    verticals_free: int = 2
    moved: float = 4
    moved_again: float = 12
    moved_form: float = 1
    filler: float = 1
    near: int = 4
    unfilled: float = 12
    butting_headlines: float = 40
    open_gutters: float = 40
    broken_page: float = 40
    lead_place: float = 40
    uneven_feet: float = 3
    scattered: float = 40
    shouting: float = 40
    widows: float = 3
    lone_characters: float = 5
    white_space: float = 10
    torn_packages: float = 60
    order: float = 60
    loose_lines: float = 8
    ragged_lines: float = 2
    overfull_lines: float = 2
    line_ends: float = 2
    parted_words: float = 2
    stumps: float = 2
    headline_breaks: float = 3
    trapped_white: float = 0.3
    strip_ink: float = 8
    head_fill: float = 6
    largest_picture: float = 0
    hierarchy: float = 0
    edges: float = 3.5
    variety: float = 0.25
    leg_lengths: float = 0.9
    rail_gaps: float = 0
    picture_story: float = 0.3
    flatness: float = 5
    vertical_heads: float = 1
    balance: float = 0.8
    rule_logic: float = 0
    grey: float = 0.9

    def of(self, name: str) -> float:
        """The cost ``name``."""
        cost: float = getattr(self, name)
        return cost


class Border(NamedTuple):
    """花边: a thick line outside, a fine one inside, and the white between them."""

    thick: Length
    gap: Length
    fine: Length


def headline_of(weight: int) -> str:
    """How a sheet calls the headline of a weight."""
    return f"headline_faces: {weight}"


def reversed_of(role: str) -> str:
    """How a sheet calls the face of a role in the colour of paper."""
    return f"{role}: reversed"


class StyleSheet(NamedTuple):
    """Type by role, composition rules, headline sizes by weight, and the white and lines of the page.

    ``headline_sizes`` maps a weight 1 … 5 to (least, target, most) on a broadsheet; a template scales them;
    ``headline_faces`` a weight to its headline's face where that is not the role's. ``lines``
    are weights, ``lengths`` distances; colours, lines and borders have all entries that ``table_style`` names, and what
    the paper added. ``runs`` are character styles by every name that copy may call them, the colours' names among them;
    ``tables`` the styles of tables likewise.
    ``rules`` says of each rule how severe it is: ``error``, ``warning``, ``info`` or ``off``, ``proofreading`` of what
    a proofreader finds; those of ``SEAM_RULES`` are off where the page's ``makeup`` is ``modular`` and not
    ``interlocking``. ``second_centre`` is ``tint``, ``line`` or ``none``: what make-up puts a story on where a page has
    no picture. ``labels`` is ``tab`` or ``full``: how long the bar of a label is. ``copy`` is ``report`` or ``mend``:
    what is done about what pasting leaves in copy, and ``slips`` how severe each kind of that is.
    ``dresses`` are the ways to dress a head, by English key or the paper's own name. ``faces_at`` says where
    the face of each role is written.
    """

    name: str
    composition: Composition
    roles: Mapping[str, TypeStyle]
    runs: Mapping[str, RunStyle]
    tables: Mapping[str, TableStyle]
    headline_sizes: Mapping[int, tuple[Length, Length, Length]]
    headline_faces: Mapping[int, str]
    colours: Mapping[str, Colour]
    lines: Mapping[str, Length]
    borders: Mapping[str, Border]
    lengths: Mapping[str, Length]
    dresses: Mapping[str, Dress]
    costs: Costs
    rules: Mapping[str, str]
    makeup: str
    second_centre: str
    labels: str
    copy: str
    slips: Mapping[str, str]
    proofreading: Mapping[str, str]
    faces_at: Mapping[str, Span]


class Resolution(NamedTuple):
    """Pixels an inch of one kind of picture: as many as the press can show, and below what is warned of and refused."""

    wanted: float
    warn: float
    error: float


class Limits(NamedTuple):
    """Every threshold of a shop, its unit in its name; the defaults are what coldset newsprint asks for.

    ``table.LIMITS`` says of each what it means, how little and how much it may be.
    """

    tac_percent: float = 220
    dot_gain_percent: float = 26
    screen_lines_per_cm: float = 40
    picture_ppi: float = 200
    picture_ppi_warn: float = 150
    picture_ppi_error: float = 100
    lineart_ppi: float = 600
    lineart_ppi_warn: float = 400
    lineart_ppi_error: float = 200
    picture_megapixels_max: float = 200
    picture_file_mb_max: float = 400
    sharpen_percent: float = 90
    sharpen_radius_px: float = 0.8
    sharpen_threshold: float = 3
    min_rule_pt_solid: float = 0.25
    min_rule_pt_tint: float = 1
    min_text_pt_one_ink: float = 6
    min_text_pt_inks: float = 10
    reversed_pt: float = 10
    overprint_black_pt: float = 14
    overprint_line_pt: float = 2
    min_module_mm: float = 0.4
    spot_plates: int = 0
    bleed_mm: float = 3
    mark_offset_mm: float = 3
    mark_length_mm: float = 5
    mark_weight_pt: float = 0.25

    def resolution(self, line_art: bool) -> Resolution:
        """What is asked of pictures of one bit (``line_art``), or of all others."""
        if line_art:
            return Resolution(self.lineart_ppi, self.lineart_ppi_warn, self.lineart_ppi_error)
        return Resolution(self.picture_ppi, self.picture_ppi_warn, self.picture_ppi_error)

    def of(self, name: str) -> float:
        """The limit ``name``."""
        limit: float = getattr(self, name)
        return limit


class Press(NamedTuple):
    """A print condition: standard, profile and every threshold of the shop (print rule book).

    ``folder`` is where its file lies, from which the path in ``icc`` starts; ``""`` for the folder that came along.
    """

    name: str
    standard: str
    condition: str
    condition_info: str
    registry: str
    icc: str
    limits: Limits = Limits()
    marks: tuple[str, ...] = ()
    folder: str = ""
