"""What content calls up by name: form XObjects, pictures, shadings, tiling patterns and Type3 glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from paiban.preflight.colour import Space
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import IDENTITY, Box, Matrix, bounds, common, corners, outline, product
from paiban.preflight.images import PictureFacts, picture_facts
from paiban.preflight.state import Paint
from paiban.preflight.streams import (
    Broken,
    Pdf,
    get,
    is_dict,
    is_stream,
    items,
    keys,
    name,
    numbers,
    object_number,
    unpack,
    whole,
)

if TYPE_CHECKING:
    from paiban.preflight.reader import Reader

_MOST_STITCHES = 64
_SAMPLE_BITS = 8
_MOST_SAMPLES = 4096


class Form(NamedTuple):
    """A form XObject, unpacked."""

    source: Pdf
    content: bytes
    matrix: Matrix
    box: Box | None


class Shading(NamedTuple):
    """A shading: its colour space, colours that occur in it, and its box."""

    space: Space
    colours: tuple[tuple[float, ...], ...]
    box: Box | None
    obj: int | None


def read_xobject(reader: Reader, source: Pdf) -> PictureFacts | Form | tuple[()]:
    """What ``Do`` draws. PostScript, which is noted where all streams are looked at, is drawn as nothing."""
    kind = name(get(source, "/Subtype"))
    if kind == "/Image":
        return picture_facts(source, reader.resources, reader.run_of.spaces)
    return read_form(reader, source) if kind == "/Form" else ()


def read_form(reader: Reader, source: Pdf) -> Form:
    """A form XObject, or the like of it in a pattern or an annotation."""
    return Form(source, content(reader, source), matrix_of(source), box_of(source))


def draw_xobject(reader: Reader, found: PictureFacts | Form | tuple[()]) -> None:
    """``Do``: a picture goes to the painter, a form is read in place."""
    if isinstance(found, PictureFacts):
        reader.painter.picture(found, reader.state)
    elif isinstance(found, Form):
        draw_form(reader, found, reader.state.ctm)


def draw_form(reader: Reader, form: Form, ctm: Matrix) -> None:
    """Read a form with the graphics state in force, its own matrix first."""
    judge_group(reader, form.source)
    state = reader.state.saved()
    state.ctm = product(form.matrix, ctm)
    if form.box is not None:
        clip = common(state.clip, bounds(outline(state.ctm, corners(form.box))))
        state.clip = clip or (state.clip[0], state.clip[1], state.clip[0], state.clip[1])
    reader.run(form.content, get(form.source, "/Resources", reader.resources), state)


def judge_group(reader: Reader, holder: Pdf) -> None:
    """A transparency group, and the colour space that it blends in."""
    group = get(holder, "/Group")
    if name(get(group, "/S")) != "/Transparency":
        return
    where = reader.painter.page.where(None, object_number(holder))
    reader.run_of.findings.add("X204", where, str(where.obj))
    space = get(group, "/CS")
    if space is not None and reader.run_of.spaces.resolve(space, reader.resources).components != 4:
        reader.run_of.findings.add("X205", where, str(where.obj))


def content(reader: Reader, source: Pdf) -> bytes:
    """The content of a stream; a broken one is noted and read as empty."""
    obj = object_number(source)
    try:
        return unpack(source, reader.run_of.work)[0]
    except Broken as fault:
        where = reader.painter.page.where(None, obj)
        reader.run_of.findings.add("X105", where, f"stream{obj}", what="content", why=fault)
        return b""


def matrix_of(source: Pdf) -> Matrix:
    """The ``Matrix`` of a form or pattern."""
    found = numbers(get(source, "/Matrix"), 6)
    return IDENTITY if found is None else (found[0], found[1], found[2], found[3], found[4], found[5])


def box_of(source: Pdf) -> Box | None:
    """The ``BBox`` of a form, pattern or shading."""
    found = numbers(get(source, "/BBox"), 4)
    return None if found is None else (found[0], found[1], found[2], found[3])


def use_pattern(reader: Reader, paint: Paint) -> None:
    """Judge a pattern that is about to paint, once for each: a tile's content, or a shading's colours."""
    source = paint.pattern
    obj = object_number(source)
    if obj is not None and obj in reader.done:
        return
    if obj is not None:
        reader.done.add(obj)
    if whole(get(source, "/PatternType")) == 2:
        draw_shading(reader, read_shading(reader, get(source, "/Shading")), product(matrix_of(source), reader.base))
    elif is_stream(source):
        state = reader.state.saved()
        state.ctm = product(matrix_of(source), reader.base)
        if whole(get(source, "/PaintType"), 1) == 2 and paint.space.base is not None:
            state.fill = state.stroke = Paint(paint.space.base, paint.colour)
        reader.run(content(reader, source), get(source, "/Resources", reader.resources), state)


def use_type3(reader: Reader, font: Font, matrix: Matrix) -> None:
    """Read the glyphs of a Type3 font as content, once for each font."""
    if font.obj is not None and font.obj in reader.done:
        return
    if font.obj is not None:
        reader.done.add(font.obj)
    a, b, c, d, e, f = font.matrix
    size = reader.state.size
    for glyph in keys(font.procs):
        proc = get(font.procs, glyph)
        if is_stream(proc):
            state = reader.state.saved()
            em = product((a, b, c, d, e, f), (size, 0, 0, size, 0, 0))
            state.ctm = product(product(em, matrix), state.ctm)
            reader.run(content(reader, proc), font.resources or reader.resources, state)


def read_shading(reader: Reader, source: Pdf) -> Shading:
    """A shading by the colours that its functions begin and end with."""
    space = reader.run_of.spaces.resolve(get(source, "/ColorSpace"), reader.resources)
    colours = tuple(_colours(reader, get(source, "/Function"), space))
    return Shading(space, colours, box_of(source), object_number(source))


def draw_shading(reader: Reader, shading: Shading, matrix: Matrix) -> None:
    """``sh``, or a shading pattern: all of the clip, or the shading's box in it."""
    box = reader.state.clip if shading.box is None else bounds(outline(matrix, corners(shading.box)))
    reader.painter.shade(shading.space, shading.colours, reader.state, box, shading.obj)


def _colours(reader: Reader, function: Pdf, space: Space) -> Iterator[tuple[float, ...]]:
    """Colours that occur in a shading, as far as its functions tell them without being run."""
    several = items(function)
    if len(several) > 1:  # one function a component: their ends are combined
        ends = [[c for c in _ends(reader, part, 0) if len(c) == 1] for part in several]
        if all(ends) and len(several) == space.components:
            yield tuple(part[0][0] for part in ends)
            yield tuple(part[-1][0] for part in ends)
    elif several:
        yield from (colour for colour in _ends(reader, several[0], 0) if len(colour) == space.components)


def _ends(reader: Reader, function: Pdf, depth: int) -> Iterator[tuple[float, ...]]:
    kind = whole(get(function, "/FunctionType"), -1)
    if kind == 2:
        yield numbers(get(function, "/C0")) or (0.0,)
        yield numbers(get(function, "/C1")) or (1.0,)
    elif kind == 3 and depth < 4:
        for part in items(get(function, "/Functions"))[:_MOST_STITCHES]:
            yield from _ends(reader, part, depth + 1)
    elif kind == 0 and is_dict(function) and whole(get(function, "/BitsPerSample")) == _SAMPLE_BITS:
        outputs = len(items(get(function, "/Range"))) // 2
        data = content(reader, function) if outputs else b""
        for at in range(0, min(len(data), _MOST_SAMPLES * outputs) - outputs + 1, outputs or 1):
            yield tuple(byte / 255 for byte in data[at : at + outputs])
