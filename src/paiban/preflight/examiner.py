"""Takes what the content paints, has each thing judged, and lays its ink on the ink sheet of the page.

The reader of the content stream calls :meth:`Examiner.path`, ``text``, ``picture`` and ``shade`` with finished geometry
in points. What the inks add up to only shows when all is painted: :meth:`Examiner.finish` says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PIL import ImageChops

from paiban.picture.machine_code import read_code
from paiban.preflight.colour import Space, inks
from paiban.preflight.context import MM, Inspection, PageView
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import (
    UNIT_SQUARE,
    Bounds,
    Point,
    bounds,
    common,
    corners,
    grown,
    is_upright,
    outline,
    sides,
)
from paiban.preflight.images import PictureFacts, Weighed, soft_mask, stencil_mask, weigh
from paiban.preflight.ink import NO_INK, Ink, Inks
from paiban.preflight.ink_sheet import InkSheet
from paiban.preflight.judge import (
    judge_bleed,
    judge_font,
    judge_ink,
    judge_line,
    judge_place,
    judge_resolution,
    judge_space,
    judge_type,
    judge_white,
    live,
)
from paiban.preflight.limits import Exhausted
from paiban.preflight.reasons import BOUNDS, BROKEN
from paiban.preflight.state import State
from paiban.preflight.streams import Broken, get, items
from paiban.preflight.verdicts import line_weight, overprint_fault, picture_ink_fault

T = TypeVar("T")

MM_AN_INCH = 25.4

MOST_CODE_PIXELS = 1_000_000
"""A picture of one bit with more is not looked at for a code: it has pixels enough, or is none."""


class Examiner:
    """Judges one page."""

    __slots__ = ("_fonts", "_run", "_sheet", "_weighed", "page", "painted")

    def __init__(self, run: Inspection, page: PageView) -> None:
        self.page = page
        self.painted = False
        self._run = run
        self._sheet = InkSheet(page.bleed, run.work)
        self._fonts: dict[int, Font] = {}
        self._weighed: dict[int, Weighed | None] = {}

    def path(self, rings: Sequence[Sequence[Point]], state: State, fill: bool, stroke: bool, even_odd: bool) -> None:
        """A path, filled or stroked or both."""
        box = bounds([p for ring in rings for p in ring])
        if fill and (found := self._ink(state, False, box)):
            ink, seen = found
            judge_ink(self._run, self.page, ink, seen)
            if ink.plates:
                judge_bleed(self._run, self.page, seen)
            self._judge_area(rings, ink, state, seen)
            self._lay(rings, ink, state, even_odd)
        if stroke and (found := self._ink(state, True, grown(box, state.pen / 2))):
            ink, seen = found
            judge_ink(self._run, self.page, ink, seen)
            if not (fill and ink == state.ink(False) and any(len({*ring}) > 2 for ring in rings)):
                # one with an area of its ink it is that area's edge, as the contour of a letter
                weight = min((state.pen_along(ring) for ring in rings), default=state.pen)
                judge_line(self._run, self.page, ink, weight * self.page.unit, seen, self._under(ink, seen))
            if not state.see_through:
                for ring in rings:
                    self._sheet.trace(ring, ink, state.clip)

    def font(self, font: Font) -> None:
        """A font that type is set in; each is judged once on a page."""
        if id(font) not in self._fonts:
            self._fonts[id(font)] = font
            judge_font(self._run, self.page, font)

    def text(self, quad: Sequence[Point], state: State, size: float | None, stroke: bool) -> None:
        """One shown string: ``quad`` is the box of its em squares, ``size`` its type size in points, None of
        solid signs (◆), which print as areas do."""
        box = bounds(quad)
        judge_place(self._run, self.page, state.ink(stroke), box)
        found = self._ink(state, stroke, box)
        if found is None:
            return
        ink, seen = found
        judge_ink(self._run, self.page, ink, seen)
        under = self._under(ink, seen)
        if size is None:
            judge_white(self._run, self.page, ink, seen, under)
        else:
            judge_type(self._run, self.page, ink, size * self.page.unit, seen, under)
        if ink.overprints:
            self._lay([quad], ink, state, even_odd=False)

    def picture(self, facts: PictureFacts, state: State) -> None:
        """An image XObject or inline image in the unit square of the matrix in force."""
        box = bounds(outline(state.ctm, UNIT_SQUARE))
        seen = self._seen(box, state)
        if facts.space is not None:
            judge_space(self._run, self.page, facts.space, box, facts.obj, picture=True)
        self._codec(facts)
        if seen is None:
            return
        width, height = sides(state.ctm)
        step = self.page.unit / MM
        self._note_pixels(facts, width * step, height * step)
        judge_resolution(self._run, self.page, facts, (width * step, height * step), seen, lambda: self._exact(facts))
        if facts.stencil:
            self._stencil(facts, state, box)
            return
        judge_bleed(self._run, self.page, seen)
        self._lay_picture(facts, state, seen)

    def shade(
        self, space: Space, colours: Sequence[Sequence[float]], state: State, box: Bounds, obj: int | None
    ) -> None:
        """A shading over ``box``, by the colours at its ends."""
        judge_space(self._run, self.page, space, box, obj)
        seen = self._seen(box, state)
        amounts = [found for found in (inks(space, colour) for colour in colours) if found]
        if seen is None:
            return
        judge_bleed(self._run, self.page, seen)
        judge_ink(self._run, self.page, Ink(max(amounts, key=sum, default=NO_INK)), seen)
        self._lay([corners(seen)], Ink(_mean(amounts)), state, even_odd=False)

    def ink(self) -> Any:
        """All inks together over the trim, as a picture, a step two per cent."""
        return self._sheet.total(self.page.trim)

    def finish(self) -> None:
        """What can only be said of the page as a whole."""
        if not self.painted:
            self._run.findings.add("X149", self.page.where(), str(self.page.number))
        limit = self._run.limits.tac_percent
        self._run.inks |= self._sheet.inks()
        if self._sheet.gave_up:
            self._run.findings.add("X104", self.page.where(), "ink cells", what=BOUNDS["ink cells"])
        worst = self._sheet.worst_overprint(limit)
        if worst:
            most, (x, y), area = worst
            fault = overprint_fault(most, area, self._run.limits)
            self._run.findings.note(fault, self.page.where((x, y, x, y)), str(self.page.number))

    def _seen(self, box: Bounds, state: State) -> Bounds | None:
        """The part of a box that the clip lets through; it also makes the page one that is not blank."""
        seen = common(box, state.clip.box)
        if seen and live(self.page, seen):
            self.painted = True
        return seen

    def _ink(self, state: State, stroke: bool, box: Bounds) -> tuple[Ink, Bounds] | None:
        """The current colour as ink and where it shows, its space judged; None where there is nothing to judge."""
        paint = state.stroke if stroke else state.fill
        judge_space(self._run, self.page, paint.space, box)
        ink, seen = state.ink(stroke), self._seen(box, state)
        return (ink, seen) if ink and seen else None

    def _under(self, ink: Ink, seen: Bounds) -> Inks | None:
        """The ink on which a thing stands, where that decides: of white, and of plain black that knocks out."""
        plain_black = ink.plates == 1 and ink.inks[3] > 0
        return self._sheet.under(seen) if ink.plates == 0 or (plain_black and not ink.overprints) else None

    def _judge_area(self, rings: Sequence[Sequence[Point]], ink: Ink, state: State, seen: Bounds) -> None:
        """A filled path as what it prints as: the type that it is painted through, a line, or an area."""
        if state.clip.type_size is not None:
            judge_type(self._run, self.page, ink, state.clip.type_size, seen, self._under(ink, seen))
        elif len(rings) != 1 or not is_upright(rings[0]) or not self._thin(ink, bounds(rings[0]), seen):
            judge_white(self._run, self.page, ink, seen, self._under(ink, seen))

    def _thin(self, ink: Ink, box: Bounds, seen: Bounds) -> bool:
        """A filled rectangle that is so thin that it is a line; False where it is an area."""
        weight = line_weight((box[2] - box[0]) * self.page.unit, (box[3] - box[1]) * self.page.unit)
        if weight is None or weight >= self._run.limits.overprint_line_pt:
            return False
        judge_line(self._run, self.page, ink, weight, seen, self._under(ink, seen))
        return True

    def _note_pixels(self, facts: PictureFacts, width: float, height: float) -> None:
        """Remember the poorest picture of tones, sizes in mm; a single pixel is a tint."""
        if facts.line_art or facts.width * facts.height <= 1 or not width or not height:
            return
        ppi = min(facts.width / width, facts.height / height) * MM_AN_INCH
        self._run.least_ppi = ppi if self._run.least_ppi is None else min(ppi, self._run.least_ppi)

    def _exact(self, facts: PictureFacts) -> bool:
        """Whether a picture of one bit is a code for machines, which is as sharp as can be at any size."""
        if not facts.line_art or facts.width * facts.height > MOST_CODE_PIXELS:
            return False
        try:
            mask = stencil_mask(facts, self._run.work)
            return mask is not None and read_code(ImageChops.invert(mask)) is not None
        except MemoryError:
            raise
        except Exception:  # what is wrong with its data is noted where it is weighed
            return False

    def _stencil(self, facts: PictureFacts, state: State, box: Bounds) -> None:
        """A picture of one bit through which the fill colour is painted."""
        found = self._ink(state, False, box)
        if found is None:
            return
        ink, seen = found
        judge_ink(self._run, self.page, ink, seen)
        judge_white(self._run, self.page, ink, seen, self._under(ink, seen))
        mask = self._try_to_read(facts, lambda: stencil_mask(facts, self._run.work))
        if mask is not None and not state.see_through:
            self._sheet.stencil(mask, ink, state.ctm, state.clip)

    def _codec(self, facts: PictureFacts) -> None:
        """Faults that lie in how the picture is kept."""
        where, subject = self.page.where(None, facts.obj), str(facts.obj)
        add = self._run.findings.add
        for kind, code in (("/JBIG2Decode", "X241"), ("/JPXDecode", "X242")):
            if kind in facts.filters:
                add(code, where, subject)
        if facts.inline is not None and "/LZWDecode" in facts.filters:
            add("X240", where, "inline")
        if facts.bits == 16:
            add("X244", where, subject)
        if soft_mask(facts.source):
            add("X203", where, subject)
        if items(get(facts.source, "/Alternates")):
            add("X169", where, subject)

    def _weigh(self, facts: PictureFacts) -> Weighed | None:
        """A picture's inks, read once for each object; None where it has none that can be known."""
        key = facts.obj or 0
        if not key or key not in self._weighed:
            self._weighed[key] = self._try_to_read(facts, lambda: weigh(facts, self._run.work))
        return self._weighed[key]

    def _try_to_read(self, facts: PictureFacts, read: Callable[[], T | None]) -> T | None:
        """What can be read from a picture's samples; where they are broken that is noted."""
        where = self.page.where(None, facts.obj)
        try:
            return read()
        except Exhausted as bound:
            self._run.findings.add("X104", where, bound.what, what=bound.reason)
        except Broken as fault:
            self._run.findings.add("X249", where, str(facts.obj), why=fault.reason)
        except MemoryError:
            raise
        except Exception:  # decoders raise what they like; to us the picture is broken
            self._run.findings.add("X249", where, str(facts.obj), why=BROKEN["no picture"])
        return None

    def _lay_picture(self, facts: PictureFacts, state: State, seen: Bounds) -> None:
        weighed = self._weigh(facts)
        if weighed is None:
            self._lay([outline(state.ctm, UNIT_SQUARE)], Ink(NO_INK), state, even_odd=False)
            return
        if live(self.page, seen):
            fault = picture_ink_fault(weighed.most_percent, self._run.limits)
            self._run.findings.note(fault, self.page.where(seen, facts.obj), str(facts.obj))
        if not state.see_through and not soft_mask(facts.source):
            self._sheet.lay(weighed.planes, state.ctm, state.clip)

    def _lay(self, rings: Sequence[Sequence[Point]], ink: Ink, state: State, even_odd: bool) -> None:
        if not state.see_through:
            self._sheet.fill(rings, ink, state.clip, even_odd)


def _mean(amounts: Sequence[Inks]) -> Inks:
    """The middle of a shading's colours, which stands for it on the sheet."""
    c, m, y, k, s = (sum(plate) / len(amounts) for plate in zip(*amounts, strict=True)) if amounts else NO_INK
    return c, m, y, k, s
