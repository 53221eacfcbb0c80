"""Marks outside the trim: crop, fold and register marks, colour bar, slug line.

They stand in a strip around the page, between ``mark_offset_mm`` (or the bleed, if that reaches further) and
``mark_length_mm`` beyond it. Lines are in registration colour, so that they come on every plate.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.display import BLACK, Colour, GlyphRun, Page, Rect
from paiban.font import FontCatalogue
from paiban.output.model import DocumentInfo
from paiban.output.pdf.content import Content
from paiban.output.pdf.graphics import ROUND, fill_rect
from paiban.output.pdf.objects import number
from paiban.template import Press
from paiban.units import PER_MM, Length, mm, pt, rounded, to_pt

_FROM_CORNER = 15 * PER_MM
_PATCH = 5 * PER_MM
_SLUG_SIZE = pt(6)
_CLEAR = 8 * PER_MM
"""How far the slug line keeps from the middle of the page, where a register mark stands."""

_SLUG_ROLE = "hei"

PATCHES = (
    Colour(100, 0, 0, 0), Colour(0, 100, 0, 0), Colour(0, 0, 100, 0), BLACK,
    Colour(0, 100, 100, 0), Colour(100, 0, 100, 0), Colour(100, 100, 0, 0),
    Colour(50, 0, 0, 0), Colour(0, 50, 0, 0), Colour(0, 0, 50, 0), Colour(0, 0, 0, 50),
)  # fmt: skip
"""The colour bar: solids, two-ink overprints within any newsprint's ink limit, half tones."""

PLATES = (("C", PATCHES[0]), ("M", PATCHES[1]), ("Y", PATCHES[2]), ("K", BLACK))
"""The plates' names, each in its own ink alone: a plate then shows which one it is."""

_PLATE_NAMES = "".join(f"{name} " for name, _ in PLATES)

_Segment = tuple[Length, Length, Length, Length]


def marks_reach(press: Press, bleed: Length) -> Length:
    """How far beyond the trim the marks reach; 0 without any."""
    if not press.marks:
        return 0
    return _inner(press, bleed) + mm(press.limits.mark_length_mm) + PER_MM


def draw_marks(content: Content, press: Press, page: Page, info: DocumentInfo, catalogue: FontCatalogue) -> None:
    """Draw the marks that the press names."""
    marks = press.marks
    if not marks:
        return
    inner = _inner(press, page.bleed)
    outer = inner + mm(press.limits.mark_length_mm)
    content.draw()
    content.register()
    content.draw(f"{number(press.limits.mark_weight_pt, 4)} w")
    if "crop" in marks:
        _lines(content, crop_marks(page.width, page.height, inner, outer))
    if "fold" in marks:
        _dashed(content, fold_marks(page.width, page.height, inner, outer))
    if "register" in marks:
        _targets(content, page, (inner + outer) // 2, (outer - inner) // 2)
    if "slug" in marks:
        _slug(content, page, info, catalogue, page.height + (inner + outer) // 2)
    if "colour_bar" in marks:
        for index, colour in enumerate(PATCHES):
            x = _FROM_CORNER + index * _PATCH
            fill_rect(content, Rect(x, -outer, x + _PATCH, -inner), colour)


def crop_marks(width: Length, height: Length, inner: Length, outer: Length) -> tuple[_Segment, ...]:
    """Two lines at each corner, on the trim's edges and away from it."""
    across = [(a, y, b, y) for y in (0, height) for a, b in ((-outer, -inner), (width + inner, width + outer))]
    down = [(x, a, x, b) for x in (0, width) for a, b in ((-outer, -inner), (height + inner, height + outer))]
    return (*across, *down)


def fold_marks(width: Length, height: Length, inner: Length, outer: Length) -> tuple[_Segment, ...]:
    """A line at each side of the half height, where a newspaper page is folded."""
    half = rounded(height, 2)
    return ((-outer, half, -inner, half), (width + inner, half, width + outer, half))


def _inner(press: Press, bleed: Length) -> Length:
    return max(mm(press.limits.mark_offset_mm), bleed)


def _lines(content: Content, segments: Sequence[_Segment]) -> None:
    sheet = content.sheet
    for x0, y0, x1, y1 in segments:
        ends = (sheet.x(x0), sheet.y(y0), sheet.x(x1), sheet.y(y1))
        a, b, c, d = (number(end) for end in ends)
        content.draw(f"{a} {b} m {c} {d} l S")


def _dashed(content: Content, segments: Sequence[_Segment]) -> None:
    content.draw("[3 1.5] 0 d")
    _lines(content, segments)
    content.draw("[] 0 d")


def _targets(content: Content, page: Page, away: Length, reach: Length) -> None:
    """Register marks: above and below the middle, and beside the quarters, clear of the fold."""
    middle, quarter = rounded(page.width, 2), rounded(page.height, 4)
    places = ((middle, -away), (middle, page.height + away), (-away, quarter), (page.width + away, quarter))
    for x, y in places:
        _lines(content, ((x - reach, y, x + reach, y), (x, y - reach, x, y + reach)))
        _circle(content, x, y, rounded(reach * 3, 5))


def _circle(content: Content, x: Length, y: Length, radius: Length) -> None:
    cx, cy, r = content.sheet.x(x), content.sheet.y(y), to_pt(radius)
    h = r * ROUND
    curves = (
        (cx + r, cy + h, cx + h, cy + r, cx, cy + r),
        (cx - h, cy + r, cx - r, cy + h, cx - r, cy),
        (cx - r, cy - h, cx - h, cy - r, cx, cy - r),
        (cx + h, cy - r, cx + r, cy - h, cx + r, cy),
    )
    steps = [" ".join(number(v) for v in curve) + " c" for curve in curves]
    content.draw(f"{number(cx + r)} {number(cy)} m " + " ".join(steps) + " S")


def _slug(content: Content, page: Page, info: DocumentInfo, catalogue: FontCatalogue, y: Length) -> None:
    """Paper, date, page and section on every plate, then each plate's own name, then the time of the issue.

    It begins near the left corner and ends short of the register mark in the middle, set smaller where it must.
    """
    names = (info.paper, f"{info.created:%Y-%m-%d}", f"第{page.numbers}版", page.section)
    words = "".join(f"{name}　" for name in names if name)
    time = f"　{info.created:%H:%M}"
    most = rounded(page.width, 2) - _FROM_CORNER - _CLEAR
    natural = _set_words(catalogue, words + _PLATE_NAMES + time, 0, 0, _SLUG_SIZE, BLACK)[0]
    size = _SLUG_SIZE if natural <= most else rounded(_SLUG_SIZE * most, natural)
    baseline = y + rounded(size * 38, 100)
    x, runs = _set_words(catalogue, words, _FROM_CORNER, baseline, size, BLACK)
    for run in runs:
        content.set_type(run)
    for name, colour in PLATES:
        x, runs = _set_words(catalogue, f"{name} ", x, baseline, size, colour)
        for run in runs:
            content.run(run)
    content.register()
    for run in _set_words(catalogue, time, x, baseline, size, BLACK)[1]:
        content.set_type(run)


def _set_words(
    catalogue: FontCatalogue, words: str, x: Length, y: Length, size: Length, colour: Colour
) -> tuple[Length, list[GlyphRun]]:
    """A plain line of words from ``x`` on: where it ends, and its runs. A character in no face is left out."""
    runs = []
    for character in words:
        found = catalogue.resolve(_SLUG_ROLE, character)
        if found is None:
            continue
        face = catalogue.face(found[0])
        for glyph in face.shape(character):
            runs.append(GlyphRun(face.key, size, colour, (glyph.gid,), (x,), (y,), (character,)))
            x += rounded(glyph.advance * size, face.upem)
    return x, runs
