"""The checks of ink, type, lines and pixels, each in one place.

They are read twice: of a page of our own from its display list (:mod:`paiban.preflight.page`), and of any PDF from what
its content paints (:mod:`paiban.preflight.judge`). Sizes and weights are in points as printed, ``limits`` are the
shop's numbers, ``under`` is the ink on which a thing stands (None where that is off the sheet). A verdict is a
:class:`Fault`, or None where all is well.
"""

from __future__ import annotations

from collections.abc import Mapping

from paiban.preflight.ink import Ink, Inks
from paiban.template import Limits
from paiban.value import NamedTuple

SOLID = 0.995
ON_INK = 0.1
"""Type or a line on less ink than this stands on paper."""

TAC_SLACK = 0.8
"""Per cent over the ink limit that are a rounding: each of two plates may be rounded up by one step of 255."""

PICTURE_TAC_SLACK = 5.0
"""Per cent by which the cells of a compressed picture may swing above the limit that it was separated for."""

SLACK_PT = 0.005
PPI_SLACK = 0.5

BLACKISH = 0.6
"""From here on the black of a colour of many inks makes it a black."""

RICH_BLACK = 0.85
"""The black, or the least of C, M and Y, from which type of any size is a black (Ghent Workgroup, R0015)."""

LINE_RATIO = 4
"""A filled rectangle this much longer than wide is a line."""

RUBY_PT = 4.0
"""Ruby stands beside text that can be read without it, at half its size: in one ink it may be as small as this."""


class Fault(NamedTuple):
    """What is wrong with a thing: a code of the catalogue, and the parameters of its words."""

    code: str
    params: Mapping[str, object] = {}


def ink_fault(ink: Ink, limits: Limits) -> Fault | None:
    """X260: a colour that is too much ink by itself."""
    return _too_much("X260", ink.percent, limits.tac_percent, TAC_SLACK)


def picture_ink_fault(percent: float, limits: Limits) -> Fault | None:
    """X261: a picture with too much ink somewhere."""
    return _too_much("X261", percent, limits.tac_percent, PICTURE_TAC_SLACK)


def overprint_fault(percent: float, area: float, limits: Limits) -> Fault | None:
    """X262: inks that add up to too much over ``area`` mm², since one of them overprints."""
    fault = _too_much("X262", percent, limits.tac_percent, TAC_SLACK)
    return fault and fault._replace(params={**fault.params, "area": f"{area:.1f}"})


def _too_much(code: str, percent: float, limit: float, slack: float) -> Fault | None:
    return Fault(code, {"tac": round(percent), "limit": float(limit)}) if percent > limit + slack else None


def type_fault(ink: Ink, size: float, limits: Limits, under: Inks | None, beside: bool = False) -> Fault | None:
    """X183, X184, X265 to X268: whether type prints in register; ``beside`` larger type it is ruby or a subscript."""
    if ink.plates == 0:
        return white_fault(ink, under) or _reversed_type(ink, size, limits, under)
    if ink.plates == 1:
        least = limits.min_text_pt_one_ink
        if size < (min(least, RUBY_PT) if beside else least) - SLACK_PT:
            return _too_small("X265", ink, size, least)
        if size < limits.overprint_black_pt and _knocks_out_black(ink, limits, under):
            return Fault("X184", {"size": size})
        return None
    small = size < limits.min_text_pt_inks - SLACK_PT
    if max(ink.inks[3], min(ink.inks[:3])) >= (BLACKISH if small else RICH_BLACK):
        return Fault("X268", {"size": size, "inks": ink.plates})
    return _too_small("X266", ink, size, limits.min_text_pt_inks) if small else None


def white_fault(ink: Ink, under: Inks | None) -> Fault | None:
    """X183: white that overprints what it should knock out, be it type, an area, a stencil or a line."""
    return Fault("X183") if ink.plates == 0 and ink.overprints and on_ink(under) else None


def _reversed_type(ink: Ink, size: float, limits: Limits, under: Inks | None) -> Fault | None:
    least = limits.reversed_pt
    return _too_small("X267", ink, size, least) if on_ink(under) and size < least - SLACK_PT else None


def _too_small(code: str, ink: Ink, size: float, least: float) -> Fault:
    return Fault(code, {"size": size, "limit": float(least), "inks": ink.plates})


def _knocks_out_black(ink: Ink, limits: Limits, under: Inks | None) -> bool:
    """Whether solid black leaves a hole in colour that it could as well print over."""
    if under is None or ink.overprints or ink.inks[3] < SOLID:
        return False
    colour = sum(under) - under[3]
    return colour >= ON_INK and 100 * colour + 100 <= limits.tac_percent


def line_fault(ink: Ink, weight: float, limits: Limits, under: Inks | None) -> Fault | None:
    """X183, X185, X263, X264: whether a line holds on the plate and in register."""
    if ink.plates == 0 and (not on_ink(under) or ink.overprints):
        return white_fault(ink, under)
    solid = ink.plates == 1 and max(ink.inks) >= SOLID
    least = limits.min_rule_pt_solid if solid else limits.min_rule_pt_tint
    if weight < least - SLACK_PT:
        return Fault("X263" if solid else "X264", {"weight": weight, "limit": float(least)})
    knocks_out = weight < limits.overprint_line_pt - SLACK_PT and _knocks_out_black(ink, limits, under)
    return Fault("X185", {"weight": weight}) if knocks_out else None


def line_weight(width: float, height: float) -> float | None:
    """The weight of a filled rectangle that is so thin that it is a line; None for one that is an area."""
    weight = min(width, height)
    return weight if max(width, height) >= LINE_RATIO * weight else None


def resolution_fault(
    line_art: bool, pixels: tuple[float, float], size_mm: tuple[float, float], limits: Limits
) -> Fault | None:
    """X245 to X248: whether ``pixels``, the part of a picture that shows, are enough for the size it is printed at."""
    ppi = min(count / max(length, 1e-6) for count, length in zip(pixels, size_mm, strict=True)) * 25.4
    least = limits.resolution(line_art)
    codes = ("X248", "X247") if line_art else ("X246", "X245")
    for code, bound in zip(codes, (least.error, least.warn), strict=True):
        if ppi < bound - PPI_SLACK:
            return Fault(code, _pixel_words(ppi, float(bound), pixels, size_mm))
    return None


def _pixel_words(
    ppi: float, bound: float, pixels: tuple[float, float], size_mm: tuple[float, float]
) -> dict[str, object]:
    words = {"ppi": round(ppi), "limit": bound, "pixels": f"{round(pixels[0])} × {round(pixels[1])}"}
    fit = (f"{int(length * ppi / bound)}" for length in size_mm)
    return {**words, "size": f"{size_mm[0]:.1f} × {size_mm[1]:.1f}", "fit": " × ".join(fit)}


def on_ink(under: Inks | None) -> bool:
    """Whether what stands there stands on ink, and not on paper."""
    return under is not None and sum(under) >= ON_INK
