"""Extended graphics states: what they set, and what print does not allow in them.

A dictionary is read once into a :class:`StateChange`, which the reader applies at every ``gs``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paiban.preflight.streams import Pdf, get, is_dict, items, keys, name, number, object_number, whole
from paiban.value import NamedTuple

INTENTS = frozenset({"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"})
_PLAIN_BLENDS = frozenset({"/Normal", "/Compatible"})
_ALLOWED_HALFTONES = frozenset({1, 5})


class StateChange(NamedTuple):
    """What an ExtGState changes: fields of the state, a font with its size; and its faults (code, subject, params)."""

    obj: int | None
    fields: tuple[tuple[str, object], ...]
    font: tuple[Pdf, float] | None
    faults: tuple[tuple[str, str, dict[str, Any]], ...]


def read_extended_state(source: Pdf) -> StateChange:
    """What a graphics state dictionary says."""
    fields = (*_overprint(source), *_transparency(source))
    width = number(get(source, "/LW"))
    if width is not None:
        fields = (*fields, ("line_width", abs(width)))
    font = items(get(source, "/Font"))
    chosen = (font[0], number(font[1], 0.0) or 0.0) if len(font) == 2 and is_dict(font[0]) else None
    return StateChange(object_number(source), fields, chosen, tuple(_faults(source)))


def _overprint(source: Pdf) -> Iterator[tuple[str, object]]:
    both, fill = get(source, "/OP"), get(source, "/op")
    if isinstance(both, bool):
        yield "overprint_stroke", both
        if fill is None:
            yield "overprint_fill", both
    if isinstance(fill, bool):
        yield "overprint_fill", fill
    mode = get(source, "/OPM")
    if mode is not None:
        yield "overprint_mode", whole(mode)


def _transparency(source: Pdf) -> Iterator[tuple[str, object]]:
    alphas = _alphas(source)
    if alphas:
        yield "see_through_alpha", min(alphas) < 1
    blends = _blends(source)
    if blends:
        yield "see_through_blend", not _PLAIN_BLENDS.issuperset(blends)
    mask = get(source, "/SMask")
    if mask is not None:
        yield "see_through_mask", is_dict(mask)


def _alphas(source: Pdf) -> list[float]:
    return [alpha for alpha in (number(get(source, key)) for key in ("/CA", "/ca")) if alpha is not None]


def _blends(source: Pdf) -> list[str]:
    return [name(blend) for blend in items(get(source, "/BM"))]


def _faults(source: Pdf) -> Iterator[tuple[str, str, dict[str, Any]]]:
    subject = str(object_number(source))
    alphas, blends = _alphas(source), _blends(source)
    if alphas and min(alphas) < 1:
        yield "X200", "", {"alpha": min(alphas)}
    if blends and not _PLAIN_BLENDS.issuperset(blends):
        yield "X201", blends[0], {"mode": blends[0][1:]}
    if is_dict(get(source, "/SMask")):
        yield "X202", "", {}
    second = get(source, "/TR2")
    if get(source, "/TR") is not None or (second is not None and name(second) != "/Default"):
        yield "X180", subject, {}
    halftone = get(source, "/HT")
    if get(source, "/HTP") is not None or (is_dict(halftone) and not _plain_screen(halftone)):
        yield "X181", subject, {}
    intent = name(get(source, "/RI"))
    if intent and intent not in INTENTS:
        yield "X182", intent, {"intent": intent[1:]}


def _plain_screen(halftone: Pdf) -> bool:
    """Whether a halftone is of type 1 or 5 and has no name; of a type 5 also each of its parts."""
    kind = whole(get(halftone, "/HalftoneType"), 1)
    if kind not in _ALLOWED_HALFTONES or get(halftone, "/HalftoneName") is not None:
        return False
    parts = [part for part in (get(halftone, key) for key in keys(halftone)) if is_dict(part)] if kind == 5 else []
    return all(whole(get(part, "/HalftoneType"), 1) == 1 and get(part, "/HalftoneName") is None for part in parts)
