"""Colour to ink: the model inverted, with heavy grey component replacement under the ink limit.

For a colour and an amount of black the other three inks follow (three equations, three unknowns, by Newton's method).
More black needs less of them; the *fullest black* is reached where the first of them runs out. From it the black
generation takes its share, unless the other inks would then pass solid or the sum the limit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsprint_profile import aims
from newsprint_profile.colour import Array
from newsprint_profile.inks import PrintModel

NEWTON_STEPS = 7
HALVINGS = 16
SLACK = 1e-3
"""Coverage by which an ink may miss 0 … 1 and still count as printable."""


Condition = Callable[[PrintModel, Array, Array], NDArray[np.bool_]]
"""Whether C, M, Y (printed) beside a black are as wanted."""


class Separation(NamedTuple):
    """Printed coverages of C, M, Y, K, and whether they print the colour asked for."""

    printed: Array
    possible: NDArray[np.bool_]


def separate(model: PrintModel, relative_lab: Array) -> Separation:
    """Ink for each row of L*a*b* relative to the paper; rows out of gamut get the nearest that Newton left."""
    powers = model.powers_of(relative_lab)
    fullest = _largest(model, powers, np.zeros(len(powers)), np.ones(len(powers)), _colours_left)
    possible = _printable(model, powers, fullest)
    least = _smallest(model, powers, fullest)
    black = np.maximum(_generated(model, fullest), least)
    inks = np.column_stack([_colours(model, powers, black), black])
    return Separation(np.clip(inks, 0, 1), possible)


def possible(model: PrintModel, relative_lab: Array) -> NDArray[np.bool_]:
    """Whether each row of L*a*b* can be printed under the ink limit."""
    powers = model.powers_of(relative_lab)
    fullest = _largest(model, powers, np.zeros(len(powers)), np.ones(len(powers)), _colours_left)
    return _printable(model, powers, fullest)


def _generated(model: PrintModel, fullest: Array) -> Array:
    """Printed black from the fullest printed black."""
    full = np.interp(fullest, model.curves[3], model.nominal)
    start, end = aims.BLACK_START
    t = np.clip((full - start) / (end - start), 0, 1)
    share = aims.GCR * t * t * (3 - 2 * t)
    return np.interp(full * share, model.nominal, model.curves[3])


def _colours(model: PrintModel, powers: Array, black: Array) -> Array:
    """Printed C, M, Y that make the band powers together with ``black``; not held to 0 … 1."""
    solids = np.moveaxis(model.powers, 4, 0)[..., None]
    cube = solids[:, :, :, :, 0] * (1 - black) + solids[:, :, :, :, 1] * black
    goal = powers.T
    cmy = np.full((3, len(powers)), 0.4)
    for _ in range(NEWTON_STEPS):
        value, slopes = _trilinear(cube, cmy)
        step = _solved(slopes, goal - value)
        cmy = np.clip(cmy + np.clip(step, -0.7, 0.7), -0.8, 1.6)
    return cmy.T


def _trilinear(cube: Array, cmy: Array) -> tuple[Array, tuple[Array, Array, Array]]:
    """The three bands (first axis) at ``cmy`` inside each colour's cube of eight solids, and their slopes by ink."""
    c, m, y = cmy
    rise_y = cube[:, :, :, 1] - cube[:, :, :, 0]
    along_y = cube[:, :, :, 0] + rise_y * y
    rise_m = along_y[:, :, 1] - along_y[:, :, 0]
    along_my = along_y[:, :, 0] + rise_m * m
    rise_c = along_my[:, 1] - along_my[:, 0]
    slope_m = rise_m[:, 0] * (1 - c) + rise_m[:, 1] * c
    rise_ym = rise_y[:, :, 0] * (1 - m) + rise_y[:, :, 1] * m
    slope_y = rise_ym[:, 0] * (1 - c) + rise_ym[:, 1] * c
    return along_my[:, 0] + rise_c * c, (rise_c, slope_m, slope_y)


def _solved(slopes: tuple[Array, Array, Array], miss: Array) -> Array:
    """Three equations, three unknowns, by Cramer's rule: the bands of ``miss`` as a sum of the slopes."""
    first, second, third = slopes
    across = np.cross(second, third, axis=0)
    whole = np.sum(first * across, axis=0)
    whole = np.where(np.abs(whole) < 1e-12, 1e-12, whole)
    parts = (across, np.cross(third, first, axis=0), np.cross(first, second, axis=0))
    return np.stack([np.sum(miss * part, axis=0) for part in parts]) / whole


def _colours_left(_model: PrintModel, cmy: Array, _black: Array) -> NDArray[np.bool_]:
    """Whether none of C, M, Y has run out."""
    return np.min(cmy, axis=1) >= 0


def _within_limits(model: PrintModel, cmy: Array, black: Array) -> NDArray[np.bool_]:
    """Whether no ink is asked for more than solid, nor all together for more than the limit."""
    nominal = model.to_nominal(np.clip(np.column_stack([cmy, black]), 0, 1))
    return (np.max(cmy, axis=1) <= 1 + SLACK) & (np.sum(nominal, axis=1) <= aims.TAC - aims.TAC_MARGIN)


def _largest(model: PrintModel, powers: Array, low: Array, high: Array, holds: Condition) -> Array:
    """The largest black in ``low`` … ``high`` at which the condition still holds, by halving."""
    low, high = low.copy(), high.copy()
    top = holds(model, _colours(model, powers, high), high)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        held = holds(model, _colours(model, powers, middle), middle)
        low, high = np.where(held, middle, low), np.where(held, high, middle)
    return np.where(top, 1.0, low)


def _smallest(model: PrintModel, powers: Array, fullest: Array) -> Array:
    """The smallest black up to the fullest that keeps the other inks within their limits."""
    low, high = np.zeros_like(fullest), fullest.copy()
    bottom = _within_limits(model, _colours(model, powers, low), low)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        held = _within_limits(model, _colours(model, powers, middle), middle)
        low, high = np.where(held, low, middle), np.where(held, middle, high)
    return np.where(bottom, 0.0, high)


def _printable(model: PrintModel, powers: Array, fullest: Array) -> NDArray[np.bool_]:
    """Whether the fullest black prints the colour: inks within 0 … 1, sum within the limit, Newton arrived."""
    cmy = _colours(model, powers, fullest)
    inks = np.column_stack([cmy, fullest])
    arrived = np.max(np.abs(model.mixed_powers(inks) - powers), axis=1) < 1e-3
    return arrived & (np.min(cmy, axis=1) >= -SLACK) & _within_limits(model, cmy, fullest)
