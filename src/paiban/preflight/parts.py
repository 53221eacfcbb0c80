"""What content calls up by name, read as values: form XObjects, tiles, shadings and their colours.

Nothing is drawn here: :mod:`paiban.preflight.reader`, which reads content, draws what it finds.
"""

from __future__ import annotations

from collections.abc import Iterator

from paiban.preflight.colour import Space
from paiban.preflight.context import Inspection, PageView
from paiban.preflight.geometry import IDENTITY, Bounds, Matrix
from paiban.preflight.streams import Broken, Pdf, get, is_dict, items, numbers, object_number, unpack, whole
from paiban.value import NamedTuple

_MOST_STITCHES = 64
_SAMPLE_BITS = 8
_MOST_SAMPLES = 4096


class ContentPart(NamedTuple):
    """A stream of content that other content draws: a form XObject, or the like of it in a pattern or an annotation."""

    source: Pdf
    content: bytes
    matrix: Matrix
    box: Bounds | None


class Shading(NamedTuple):
    """A shading: its colour space, colours that occur in it, and its box."""

    space: Space
    colours: tuple[tuple[float, ...], ...]
    box: Bounds | None
    obj: int | None


def read_part(run: Inspection, page: PageView, source: Pdf) -> ContentPart:
    """A stream of content with the matrix and the box that its dictionary gives it."""
    return ContentPart(source, content_of(run, page, source), matrix_of(source), box_of(source))


def content_of(run: Inspection, page: PageView, source: Pdf) -> bytes:
    """The content of a stream; a broken one is noted and read as empty."""
    obj = object_number(source)
    try:
        return unpack(source, run.work)[0]
    except Broken as fault:
        run.findings.add("X105", page.where(None, obj), f"stream{obj}", what=fault.reason)
        return b""


def matrix_of(source: Pdf) -> Matrix:
    """The ``Matrix`` of a form or pattern."""
    found = numbers(get(source, "/Matrix"), 6)
    return IDENTITY if found is None else (found[0], found[1], found[2], found[3], found[4], found[5])


def box_of(source: Pdf) -> Bounds | None:
    """The ``BBox`` of a form, pattern or shading."""
    found = numbers(get(source, "/BBox"), 4)
    return None if found is None else (found[0], found[1], found[2], found[3])


def read_shading(run: Inspection, page: PageView, source: Pdf, resources: Pdf) -> Shading:
    """A shading by the colours that its functions begin and end with."""
    space = run.spaces.resolve(get(source, "/ColorSpace"), resources)
    colours = tuple(_colours(run, page, get(source, "/Function"), space))
    return Shading(space, colours, box_of(source), object_number(source))


def _colours(run: Inspection, page: PageView, function: Pdf, space: Space) -> Iterator[tuple[float, ...]]:
    """Colours that occur in a shading, as far as its functions tell them without being run."""
    several = items(function)
    if len(several) > 1:  # one function a component: their ends are combined
        ends = [[c for c in _ends(run, page, part, 0) if len(c) == 1] for part in several]
        if all(ends) and len(several) == space.components:
            yield tuple(part[0][0] for part in ends)
            yield tuple(part[-1][0] for part in ends)
    elif several:
        yield from (colour for colour in _ends(run, page, several[0], 0) if len(colour) == space.components)


def _ends(run: Inspection, page: PageView, function: Pdf, depth: int) -> Iterator[tuple[float, ...]]:
    kind = whole(get(function, "/FunctionType"), -1)
    if kind == 2:
        yield numbers(get(function, "/C0")) or (0.0,)
        yield numbers(get(function, "/C1")) or (1.0,)
    elif kind == 3 and depth < 4:
        for part in items(get(function, "/Functions"))[:_MOST_STITCHES]:
            yield from _ends(run, page, part, depth + 1)
    elif kind == 0 and is_dict(function) and whole(get(function, "/BitsPerSample")) == _SAMPLE_BITS:
        outputs = len(items(get(function, "/Range"))) // 2
        data = content_of(run, page, function) if outputs else b""
        for at in range(0, min(len(data), _MOST_SAMPLES * outputs) - outputs + 1, outputs or 1):
            yield tuple(byte / 255 for byte in data[at : at + outputs])
