"""Extended graphics states: overprint, and what print does not allow in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.preflight.state import State
from paiban.preflight.streams import Pdf, get, is_dict, items, keys, name, number, object_number, whole

if TYPE_CHECKING:
    from paiban.preflight.reader import Reader

_PLAIN_BLENDS = frozenset({"/Normal", "/Compatible"})
_ALLOWED_HALFTONES = frozenset({1, 5})
INTENTS = frozenset({"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"})


def apply_extended_state(reader: Reader, source: Pdf) -> None:
    """Take over what an ExtGState sets, and note what must not be in it."""
    _overprint(reader.state, source)
    _transparency(reader, source)
    _curves_and_screens(reader, source)
    if (width := number(get(source, "/LW"))) is not None:
        reader.state.line_width = abs(width)
    font = items(get(source, "/Font"))
    if len(font) == 2 and is_dict(font[0]):
        reader.state.font, reader.state.size = reader.run_of.font(font[0]), number(font[1], 0.0) or 0.0
        reader.painter.font(reader.state.font)


def _overprint(state: State, source: Pdf) -> None:
    both, fill = get(source, "/OP"), get(source, "/op")
    if isinstance(both, bool):
        state.overprint_stroke = both
        if fill is None:
            state.overprint_fill = both
    if isinstance(fill, bool):
        state.overprint_fill = fill
    state.overprint_mode = whole(get(source, "/OPM"), state.overprint_mode)


def _transparency(reader: Reader, source: Pdf) -> None:
    where = reader.painter.page.where(None, object_number(source))
    add, state = reader.run_of.findings.add, reader.state
    alphas = [alpha for alpha in (number(get(source, key)) for key in ("/CA", "/ca")) if alpha is not None]
    if alphas:
        state.see_through_alpha = min(alphas) < 1
        if state.see_through_alpha:
            add("X200", where, "", alpha=min(alphas))
    blends = [name(blend) for blend in items(get(source, "/BM"))]
    if blends:
        state.see_through_blend = not _PLAIN_BLENDS.issuperset(blends)
        if state.see_through_blend:
            add("X201", where, blends[0], mode=blends[0][1:])
    mask = get(source, "/SMask")
    if mask is not None:
        state.see_through_mask = is_dict(mask)
        if state.see_through_mask:
            add("X202", where, "")


def _curves_and_screens(reader: Reader, source: Pdf) -> None:
    where = reader.painter.page.where(None, object_number(source))
    add = reader.run_of.findings.add
    second = get(source, "/TR2")
    if get(source, "/TR") is not None or (second is not None and name(second) != "/Default"):
        add("X180", where, str(where.obj))
    halftone = get(source, "/HT")
    if get(source, "/HTP") is not None or (is_dict(halftone) and not _plain_screen(halftone)):
        add("X181", where, str(where.obj))
    intent = name(get(source, "/RI"))
    if intent and intent not in INTENTS:
        add("X182", where, intent, intent=intent[1:])


def _plain_screen(halftone: Pdf) -> bool:
    """Whether a halftone is of type 1 or 5 and has no name; of a type 5 also each of its parts."""
    kind = whole(get(halftone, "/HalftoneType"), 1)
    if kind not in _ALLOWED_HALFTONES or get(halftone, "/HalftoneName") is not None:
        return False
    parts = [get(halftone, key) for key in keys(halftone)] if kind == 5 else []
    return all(whole(get(part, "/HalftoneType"), 1) == 1 and get(part, "/HalftoneName") is None
               for part in parts if is_dict(part))  # fmt: skip
