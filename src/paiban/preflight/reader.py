"""Reads content streams: keeps the graphics state and hands what is painted to the examiner.

Page contents, form XObjects, tiling patterns, Type3 glyphs and the appearances of annotations are all read by
:meth:`Reader.run`; each operator has one method in :data:`OPERATORS`. Operands may be anything: an operator whose
operands do not fit is a fault of the content and is passed over. What a hidden layer holds does not print: it changes
the state, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from paiban.language import Words
from paiban.preflight.clip import Clip
from paiban.preflight.colour import DEVICE, PATTERN, Space, initial
from paiban.preflight.context import Inspection
from paiban.preflight.examiner import Examiner
from paiban.preflight.extstate import INTENTS, StateChange, read_extended_state
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import (
    IDENTITY,
    Matrix,
    Point,
    bounds,
    corners,
    curve,
    grown,
    moved,
    outline,
    product,
    sides,
)
from paiban.preflight.images import PictureFacts, picture_facts
from paiban.preflight.judge import judge_group
from paiban.preflight.limits import DEEPEST_FORM, Exhausted
from paiban.preflight.parts import ContentPart, Shading, content_of, matrix_of, read_part, read_shading
from paiban.preflight.reasons import CONTENT, same
from paiban.preflight.state import Paint, State
from paiban.preflight.streams import Pdf, get, is_stream, keys, name, object_number, whole
from paiban.preflight.tokens import JUNK, operators

MOST_SAVED = 512
ASCENT, DESCENT = 0.85, -0.15
"""The em square of a Han face about its baseline; close enough for Latin."""

INVISIBLE, CLIPPING, ONLY_CLIPPING = 3, 4, 7
"""Modes in which type is shown: not at all, from here on also as a clip, as a clip alone."""

_QUIET = frozenset({"MP", "DP", "i", "M", "j", "J", "d", "d0", "d1"})


class Reader:
    """Reads the content of one page."""

    __slots__ = (
        "_base", "_clip_even_odd", "_clip_next", "_clip_type", "_current", "_depth", "_done", "_hidden", "_lines",
        "_marks", "_matrix", "_resources", "_rings", "_run", "_saved", "_scope", "_shadings", "_state", "_tolerant",
        "examiner",
    )  # fmt: skip

    def __init__(self, run: Inspection, examiner: Examiner, state: State, resources: Pdf) -> None:
        self.examiner = examiner
        self._run = run
        self._state = state
        self._resources = resources
        self._base = state.ctm
        self._depth = 0
        self._done: set[int] = set()
        self._shadings: dict[int, Shading] = {}
        self._saved: list[State] = []
        self._marks: list[bool] = []
        self._hidden = 0
        self._rings: list[list[Point]] = []
        self._current: Point = (0.0, 0.0)
        self._clip_next = self._clip_even_odd = False
        self._clip_type: list[tuple[Sequence[Point], float]] = []
        self._matrix: Matrix = IDENTITY
        self._lines: Matrix = IDENTITY
        self._tolerant = 0
        self._scope: dict[tuple[str, str], Any] = {}

    def page(self, data: bytes) -> None:
        """Read the content of the page itself."""
        self.run(data, self._resources, self._state.saved())

    def run(self, data: bytes, resources: Pdf, state: State) -> None:
        """Read one content stream; whatever it does to the state ends with it."""
        if self._depth >= DEEPEST_FORM:
            raise Exhausted("nested forms")
        outer = (self._state, self._resources, self._saved, self._rings, self._matrix, self._lines, self._scope)
        hidden = (self._marks, self._hidden)
        self._state, self._resources, self._saved, self._rings, self._scope = state, resources, [], [], {}
        self._marks = []
        self._depth += 1
        try:
            self._read(data)
            if self._saved:
                self._fault(CONTENT["q without Q"])
        finally:
            self._depth -= 1
            self._marks, self._hidden = hidden
            self._state, self._resources, self._saved, self._rings, self._matrix, self._lines, self._scope = outer

    def _read(self, data: bytes) -> None:
        work = self._run.work
        for operator, operands in operators(data):
            work.spend("work", WEIGHTS.get(operator, 1))
            method = OPERATORS.get(operator)
            if method is not None:
                try:
                    method(self, *operands)
                except (TypeError, ValueError, IndexError, AttributeError):
                    self._fault(same(operator))
            elif operator == "BX":
                self._tolerant += 1
            elif operator == "EX":
                self._tolerant = max(0, self._tolerant - 1)
            elif operator not in _QUIET and not self._tolerant:
                self._fault(CONTENT["junk"] if operator == JUNK else same(operator))

    def _fault(self, what: Words) -> None:
        """Note that the content does not follow the rules of the language."""
        page = self.examiner.page
        self._run.findings.add("X110", page.where(), str(page.number), what=what)

    # ---- layers ---------------------------------------------------------------------------------------------------

    def begin_marked(self, _tag: str, properties: Any = None) -> None:
        """``BMC`` and ``BDC``: what follows may belong to a layer."""
        layer = get(get(self._resources, "/Properties"), properties) if isinstance(properties, str) else None
        hides = _tag == "/OC" and self._run.layers.hidden(layer)
        self._marks.append(hides)
        self._hidden += hides

    def end_marked(self) -> None:
        if self._marks:
            self._hidden -= self._marks.pop()

    # ---- state ----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        if len(self._saved) >= MOST_SAVED:
            raise Exhausted("saved states")
        self._saved.append(self._state.saved())

    def restore(self) -> None:
        if self._saved:
            self._state = self._saved.pop()
        else:
            self._fault(CONTENT["Q without q"])

    def concatenate(self, *matrix: float) -> None:
        a, b, c, d, e, f = map(_real, matrix)
        self._state.ctm = product((a, b, c, d, e, f), self._state.ctm)

    def set_line_width(self, width: float) -> None:
        self._state.line_width = abs(_real(width))

    def set_intent(self, intent: str) -> None:
        if intent not in INTENTS:
            self._run.findings.add("X182", self.examiner.page.where(), intent, intent=intent[1:])

    def set_extended_state(self, called: str) -> None:
        change: StateChange | None = self._named("/ExtGState", called, read_extended_state)
        if change is None:
            return
        for field, value in change.fields:
            setattr(self._state, field, value)
        if change.font is not None:
            self._state.font, self._state.size = self._run.font(change.font[0]), change.font[1]
        for code, subject, params in change.faults:
            self._run.findings.add(code, self.examiner.page.where(None, change.obj), subject, **params)

    def _named(self, kind: str, called: str, read: Callable[[Pdf], Any]) -> Any:
        """What a named resource was read as, once in each stream; None, and a fault, where there is none."""
        key = (kind, called)
        if key not in self._scope:
            found = get(get(self._resources, kind), called)
            self._scope[key] = None if found is None else read(found)
        value = self._scope[key]
        if value is None:
            self._fault(same(f"{kind[1:]} {called}"))
        return value

    # ---- paths ----------------------------------------------------------------------------------------------------

    def move(self, x: float, y: float) -> None:
        self._current = moved(self._state.ctm, _real(x), _real(y))
        self._rings.append([self._current])

    def line(self, x: float, y: float) -> None:
        ring = self._ring()  # which may begin where the last one was closed
        self._current = moved(self._state.ctm, _real(x), _real(y))
        ring.append(self._current)

    def curve_c(self, *xy: float) -> None:
        x1, y1, x2, y2, x3, y3 = map(_real, xy)
        ctm = self._state.ctm
        self._bend(moved(ctm, x1, y1), moved(ctm, x2, y2), moved(ctm, x3, y3))

    def curve_v(self, *xy: float) -> None:
        x2, y2, x3, y3 = map(_real, xy)
        ctm = self._state.ctm
        self._bend(self._current, moved(ctm, x2, y2), moved(ctm, x3, y3))

    def curve_y(self, *xy: float) -> None:
        x1, y1, x3, y3 = map(_real, xy)
        ctm = self._state.ctm
        self._bend(moved(ctm, x1, y1), moved(ctm, x3, y3), moved(ctm, x3, y3))

    def _bend(self, one: Point, two: Point, end: Point) -> None:
        self._ring().extend(curve(self._current, one, two, end))
        self._current = end

    def close(self) -> None:
        if self._rings:
            ring = self._rings[-1]
            self._current = ring[0]
            ring.append(ring[0])

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        x, y, width, height = _real(x), _real(y), _real(width), _real(height)
        self._rings.append(outline(self._state.ctm, [*corners((x, y, x + width, y + height)), (x, y)]))
        self._current = self._rings[-1][0]

    def _ring(self) -> list[Point]:
        """The open subpath; one begins at the current point where the last was closed."""
        if not self._rings or (len(self._rings[-1]) > 1 and self._rings[-1][0] == self._rings[-1][-1]):
            self._rings.append([self._current])
        return self._rings[-1]

    def clip(self, even_odd: bool) -> None:
        self._clip_next, self._clip_even_odd = True, even_odd

    def paint(self, fill: bool, stroke: bool, even_odd: bool = False, close: bool = False) -> None:
        """Paint the path, then let it clip if that was asked for, then forget it."""
        if close:
            self.close()
        rings, self._rings = [ring for ring in self._rings if len(ring) > 1], []
        clips, self._clip_next = self._clip_next, False
        if rings and (fill or stroke) and not self._hidden:
            self._patterns(fill, stroke, rings, even_odd)
            self.examiner.path(rings, self._state, fill, stroke, even_odd)
        if clips:
            self._state.clip = self._state.clip.in_rings(rings, self._clip_even_odd)

    # ---- colour ---------------------------------------------------------------------------------------------------

    def set_space(self, stroke: bool, called: str) -> None:
        space = self._space(called)
        self._set(stroke, Paint(space, initial(space)))

    def _space(self, called: str) -> Space:
        key = ("/ColorSpace", called)
        if key not in self._scope:
            self._scope[key] = self._run.spaces.resolve(called, self._resources)
        found: Space = self._scope[key]
        return found

    def set_device(self, stroke: bool, space: str, *colour: float) -> None:
        found = self._space(space)
        values = tuple(map(_real, colour))
        if len(values) != DEVICE[space].components:
            raise ValueError(space)
        self._set(stroke, Paint(found, values))

    def set_colour(self, stroke: bool, *colour: Any) -> None:
        space = (self._state.stroke if stroke else self._state.fill).space
        if colour and isinstance(colour[-1], str):
            pattern = self._named("/Pattern", colour[-1], lambda source: source)
            under = space if space.family == "Pattern" else PATTERN
            self._set(stroke, Paint(under, tuple(map(_real, colour[:-1])), pattern))
            return
        values = tuple(map(_real, colour))
        if len(values) != space.components and space.family != "unknown":
            raise ValueError("components")
        self._set(stroke, Paint(space, values))

    def _set(self, stroke: bool, paint: Paint) -> None:
        if stroke:
            self._state.stroke = paint
        else:
            self._state.fill = paint

    def _patterns(self, fill: bool, stroke: bool, rings: Sequence[Sequence[Point]], even_odd: bool = False) -> None:
        """Read the patterns that are about to paint: inside the rings that they fill, in the box of a stroke."""
        state, around = self._state, grown(bounds([p for ring in rings for p in ring]), self._state.pen / 2)
        if fill and state.fill.pattern is not None:
            self._pattern(state.fill, state.clip.in_rings(rings, even_odd))
        if stroke and state.stroke.pattern is not None:
            self._pattern(state.stroke, state.clip.in_box(around))

    def _is_new(self, source: Pdf) -> bool:
        """Whether a pattern or a font of drawings is met for the first time on this page; each is read once."""
        obj = object_number(source)
        if obj is None:
            return True
        known = obj in self._done
        self._done.add(obj)
        return not known

    def _pattern(self, paint: Paint, clip: Clip) -> None:
        """A tile's content, once, or a shading's colours, as far as ``clip`` shows them."""
        source = paint.pattern
        matrix = product(matrix_of(source), self._base)
        state = self._state.saved()
        state.clip = clip
        if whole(get(source, "/PatternType")) == 2:
            self._shade(self._shading_of(source), matrix, state)
        elif is_stream(source) and self._is_new(source):
            state.ctm = matrix
            if whole(get(source, "/PaintType"), 1) == 2 and paint.space.base is not None:
                state.fill = state.stroke = Paint(paint.space.base, paint.colour)
            content = content_of(self._run, self.examiner.page, source)
            self.run(content, get(source, "/Resources", self._resources), state)

    # ---- text -----------------------------------------------------------------------------------------------------

    def begin_text(self) -> None:
        self._matrix = self._lines = IDENTITY

    def end_text(self) -> None:
        """``ET``: what was shown to clip clips from here on."""
        if self._clip_type:
            quads, sizes = zip(*self._clip_type, strict=True)
            self._state.clip = self._state.clip.in_type(quads, min(sizes))
            self._clip_type = []

    def set_font(self, called: str, size: float) -> None:
        self._state.size = _real(size)
        self._state.font = self._named("/Font", called, self._run.font)

    def set_text(self, field: str, value: float) -> None:
        setattr(self._state, field, _real(value))

    def set_h_scale(self, percent: float) -> None:
        self._state.h_scale = _real(percent) / 100

    def set_render(self, mode: float) -> None:
        self._state.render = int(_real(mode))

    def set_text_matrix(self, *matrix: float) -> None:
        a, b, c, d, e, f = map(_real, matrix)
        self._matrix = self._lines = (a, b, c, d, e, f)

    def next_line(self, x: float, y: float) -> None:
        self._matrix = self._lines = product((1, 0, 0, 1, _real(x), _real(y)), self._lines)

    def next_line_leading(self, x: float, y: float) -> None:
        self._state.leading = -_real(y)
        self.next_line(x, y)

    def next_leading(self) -> None:
        self.next_line(0.0, -self._state.leading)

    def show(self, text: bytes) -> None:
        self.show_spaced([text])

    def show_next(self, text: bytes) -> None:
        self.next_leading()
        self.show(text)

    def show_spaced_next(self, word: float, char: float, text: bytes) -> None:
        self._state.word_space, self._state.char_space = _real(word), _real(char)
        self.show_next(text)

    def show_spaced(self, parts: Sequence[Any]) -> None:
        """``TJ``: strings and moves in thousandths; judged as one piece of type."""
        state, font = self._state, self._state.font
        if font is None:
            self._fault(CONTENT["no font"])
            return
        if not self._hidden:
            self.examiner.font(font)
        if font.kind == "/Type3" and not self._hidden:
            self._draw_glyphs(font)
        advance, strings = 0.0, 0
        em = state.size * (font.matrix[0] if font.kind == "/Type3" else 0.001)
        for part in parts:
            if isinstance(part, bytes):
                codes = len(part) // font.code_bytes
                strings += codes
                advance += font.advance(part) * em + codes * state.char_space
                if font.code_bytes == 1:
                    advance += part.count(b" ") * state.word_space
            else:
                advance -= _real(part) / 1000 * state.size
        if strings and state.render != INVISIBLE and font.kind != "/Type3" and not self._hidden:
            solid = all(font.all_solid(part) for part in parts if isinstance(part, bytes))
            self._judge_text(advance, solid)
        move = (0.0, -advance) if font.vertical else (advance * state.h_scale, 0.0)
        self._matrix = product((1, 0, 0, 1, *move), self._matrix)

    def _judge_text(self, advance: float, solid: bool) -> None:
        state, size = self._state, self._state.size
        if state.font is not None and state.font.vertical:
            box = (-0.5 * size, -abs(advance), 0.5 * size, 0.0)
        else:
            box = (0.0, DESCENT * size + state.rise, advance * state.h_scale, ASCENT * size + state.rise)
        matrix = product(self._matrix, state.ctm)
        quad = outline(matrix, corners(box))
        printed = abs(size) * sides(matrix)[1]
        if state.render >= CLIPPING:
            self._clip_type.append((quad, printed))
        if state.render != ONLY_CLIPPING:
            stroke = state.render in (1, 5)
            self._patterns(not stroke, stroke, [quad])
            self.examiner.text(quad, state, None if solid else printed, stroke)

    # ---- objects --------------------------------------------------------------------------------------------------

    def xobject(self, called: str) -> None:
        """``Do``: a picture goes to the examiner, a form is read in place; on a hidden layer neither prints."""
        found = self._named("/XObject", called, self._read_xobject)
        if self._hidden or not found or self._run.layers.hidden(get(found.source, "/OC")):
            return
        if isinstance(found, PictureFacts):
            self.examiner.picture(found, self._state)
        else:
            self.form(found, self._state.ctm)

    def _read_xobject(self, source: Pdf) -> PictureFacts | ContentPart | tuple[()]:
        """What ``Do`` draws. PostScript, which is noted where all streams are looked at, is drawn as nothing."""
        kind = name(get(source, "/Subtype"))
        if kind == "/Image":
            return picture_facts(source, self._resources, self._run.spaces)
        return read_part(self._run, self.examiner.page, source) if kind == "/Form" else ()

    def form(self, form: ContentPart, ctm: Matrix) -> None:
        """Read a form with the graphics state in force, its own matrix first."""
        judge_group(self._run, self.examiner.page, form.source, self._resources)
        state = self._state.saved()
        state.ctm = product(form.matrix, ctm)
        if form.box is not None:
            state.clip = state.clip.in_rings([outline(state.ctm, corners(form.box))])
        self.run(form.content, get(form.source, "/Resources", self._resources), state)

    def _draw_glyphs(self, font: Font) -> None:
        """Read the glyphs of a Type3 font as content, once for each font."""
        if font.obj is not None and font.obj in self._done:
            return
        self._done.add(font.obj or 0)
        a, b, c, d, e, f = font.matrix
        size = self._state.size
        for glyph in keys(font.procs):
            proc = get(font.procs, glyph)
            if is_stream(proc):
                state = self._state.saved()
                em = product((a, b, c, d, e, f), (size, 0, 0, size, 0, 0))
                state.ctm = product(product(em, self._matrix), state.ctm)
                self.run(content_of(self._run, self.examiner.page, proc), font.resources or self._resources, state)

    def inline_image(self, entries: dict[str, Any], data: bytes) -> None:
        if not self._hidden:
            self.examiner.picture(picture_facts(entries, self._resources, self._run.spaces, data), self._state)

    def shading(self, called: str) -> None:
        found = self._named("/Shading", called, self._read_shading)
        if found is not None and not self._hidden:
            self._shade(found, self._state.ctm, self._state)

    def _read_shading(self, source: Pdf) -> Shading:
        return read_shading(self._run, self.examiner.page, source, self._resources)

    def _shading_of(self, pattern: Pdf) -> Shading:
        """The shading of a pattern, read once on a page."""
        obj = object_number(pattern)
        if obj is None or obj not in self._shadings:
            self._shadings[obj or 0] = self._read_shading(get(pattern, "/Shading"))
        return self._shadings[obj or 0]

    def _shade(self, shading: Shading, matrix: Matrix, state: State) -> None:
        """``sh``, or a shading pattern: all of the clip, or the shading's box in it."""
        box = state.clip.box if shading.box is None else bounds(outline(matrix, corners(shading.box)))
        self.examiner.shade(shading.space, shading.colours, state, box, shading.obj)


WEIGHTS = {
    "f": 3, "F": 3, "f*": 3, "B": 4, "B*": 4, "b": 4, "b*": 4, "S": 3, "s": 3, "Tj": 5, "TJ": 5, "'": 5, '"': 5,
    "c": 2, "v": 2, "y": 2,
    "Do": 5, "sh": 5, "BI": 8, "gs": 2, "scn": 2, "SCN": 2, "sc": 2, "SC": 2, "cs": 2, "CS": 2,
}  # fmt: skip
"""How much work an operator is, against one that only sets a number."""


def _real(value: Any) -> float:
    """A number among operands; anything else is a fault of the content."""
    if type(value) is float:
        return value
    raise TypeError("number expected")


def _painting(fill: bool, stroke: bool, even_odd: bool = False, close: bool = False) -> Callable[[Reader], None]:
    return lambda reader: reader.paint(fill, stroke, even_odd, close)


def _device(stroke: bool, space: str) -> Callable[..., None]:
    return lambda reader, *colour: reader.set_device(stroke, space, *colour)


def _text_field(field: str) -> Callable[[Reader, float], None]:
    return lambda reader, value: reader.set_text(field, value)


OPERATORS: dict[str, Callable[..., None]] = {
    "q": Reader.save, "Q": Reader.restore, "cm": Reader.concatenate, "w": Reader.set_line_width,
    "ri": Reader.set_intent, "gs": Reader.set_extended_state,
    "m": Reader.move, "l": Reader.line, "c": Reader.curve_c, "v": Reader.curve_v, "y": Reader.curve_y,
    "h": Reader.close, "re": Reader.rectangle, "W": lambda r: r.clip(False), "W*": lambda r: r.clip(True),
    "n": _painting(False, False), "S": _painting(False, True), "s": _painting(False, True, close=True),
    "f": _painting(True, False), "F": _painting(True, False), "f*": _painting(True, False, even_odd=True),
    "B": _painting(True, True), "B*": _painting(True, True, even_odd=True),
    "b": _painting(True, True, close=True), "b*": _painting(True, True, even_odd=True, close=True),
    "CS": lambda r, n: r.set_space(True, n), "cs": lambda r, n: r.set_space(False, n),
    "SC": lambda r, *c: r.set_colour(True, *c), "sc": lambda r, *c: r.set_colour(False, *c),
    "SCN": lambda r, *c: r.set_colour(True, *c), "scn": lambda r, *c: r.set_colour(False, *c),
    "G": _device(True, "/DeviceGray"), "g": _device(False, "/DeviceGray"), "RG": _device(True, "/DeviceRGB"),
    "rg": _device(False, "/DeviceRGB"), "K": _device(True, "/DeviceCMYK"), "k": _device(False, "/DeviceCMYK"),
    "BT": Reader.begin_text, "ET": Reader.end_text, "Tf": Reader.set_font, "Tm": Reader.set_text_matrix,
    "Td": Reader.next_line, "TD": Reader.next_line_leading, "T*": Reader.next_leading, "Tj": Reader.show,
    "TJ": Reader.show_spaced, "'": Reader.show_next, '"': Reader.show_spaced_next,
    "Tc": _text_field("char_space"), "Tw": _text_field("word_space"), "TL": _text_field("leading"),
    "Ts": _text_field("rise"), "Tz": Reader.set_h_scale, "Tr": Reader.set_render,
    "BMC": Reader.begin_marked, "BDC": Reader.begin_marked, "EMC": Reader.end_marked,
    "Do": Reader.xobject, "BI": Reader.inline_image, "sh": Reader.shading,
}  # fmt: skip
"""Every operator that matters to print; points of marked content and the ends of lines are passed over."""
