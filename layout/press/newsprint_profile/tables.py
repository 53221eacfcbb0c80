"""The profile's tables: device to colour, colour to device for each intent, the gamut; and the whole profile."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsprint_profile import icc
from newsprint_profile.colour import Array
from newsprint_profile.inks import PrintModel
from newsprint_profile.mapping import Mapping
from newsprint_profile.separate import possible, separate

DEVICE_GRID = 11
COLOUR_GRID = 33
SATURATION_GRID = 17
"""Charts and logos, the saturation intent's business, have no gradations to break."""

DEVICE_STEP, COLOUR_STEP = 256, 16
"""Steps of 16 bits: 0.4 % of ink (rounded to no more than that anyway), 0.025 of L*, 0.06 of a* and b*."""

CURVE = 258
"""Points of a 16-bit curve. L* 100 is 0xFF00 of 0xFFFF, 256/257 of the scale: with 257 steps it is a point itself."""

LIGHTNESS_TOP = 256 / 257
NEAR = 64.0
NEAR_SHARE = 0.75
"""a* and b* within ± 64, where newsprint's colours are, get three quarters of the grid."""

NAME = "Coldset newsprint 26% 220% (paiban)"
RIGHTS = (
    "Computed from published aim values by a program of the paiban project, whose authors give up all their rights in "
    "this file worldwide (CC0 1.0): anyone may use, embed, change and pass it on for any purpose, without warranty."
)


def build() -> bytes:
    """The profile."""
    model = PrintModel()
    mapping = Mapping(model)
    forward = icc.lut16(device_to_colour(model))
    return icc.profile(
        [
            (b"desc", icc.description(NAME)),
            (b"cprt", icc.text(RIGHTS)),
            (b"wtpt", icc.xyz(model.paper)),
            (b"tech", icc.signature(b"offs")),
            (b"A2B0", forward),
            (b"A2B1", forward),
            (b"A2B2", forward),
            (b"B2A0", icc.lut16(colour_to_device(model, mapping.perceptual))),
            (b"B2A1", icc.lut16(colour_to_device(model, mapping.colorimetric))),
            (b"B2A2", icc.lut16(colour_to_device(model, mapping.saturation, SATURATION_GRID))),
            (b"gamt", icc.lut8(gamut_flag(model))),
        ]
    )


def device_to_colour(model: PrintModel) -> icc.Lut:
    """CMYK to L*a*b*: dot gain in the curves, the mosaic of solids in the grid."""
    steps = np.linspace(0, 1, DEVICE_GRID)
    printed = np.stack(np.meshgrid(steps, steps, steps, steps, indexing="ij"), axis=-1)
    lab = model.relative_lab(printed.reshape(-1, 4)).reshape((*printed.shape[:-1], 3))
    nominal = np.linspace(0, 1, CURVE)
    inputs = model.to_printed(np.repeat(nominal[:, None], 4, axis=1)).T
    return icc.Lut(inputs, _encoded(lab), np.tile(np.linspace(0, 1, 2), (3, 1)), COLOUR_STEP)


def colour_to_device(model: PrintModel, intent: Callable[[Array], Array], size: int = COLOUR_GRID) -> icc.Lut:
    """L*a*b* to CMYK: the grid holds printed coverages, the curves take the dot gain out.

    The curves are convex, so what is interpolated between points under the ink limit stays under it.
    """
    found = separate(model, intent(_colour_nodes(size)))
    grid = found.printed.reshape((size, size, size, 4))
    printed = np.linspace(0, 1, CURVE)
    outputs = model.to_nominal(np.repeat(printed[:, None], 4, axis=1)).T
    return icc.Lut(_colour_curves(CURVE), grid, outputs, DEVICE_STEP)


def gamut_flag(model: PrintModel) -> icc.Lut:
    """0 for colours that can be printed, 1 for the others."""
    outside = ~possible(model, _colour_nodes(COLOUR_GRID))
    grid = outside.astype(float).reshape((COLOUR_GRID, COLOUR_GRID, COLOUR_GRID, 1))
    return icc.Lut(_colour_curves(256), grid, np.linspace(0, 1, 256)[None])


def _encoded(lab: Array) -> Array:
    """L*a*b* on the scale of a version 2 ``lut16Type``: L* 100 is 0xFF00, a* and b* 0 are 0x8000."""
    lightness = lab[..., :1] / 100 * 0xFF00
    return np.concatenate([lightness, (lab[..., 1:] + 128) * 256], axis=-1) / 0xFFFF


def _colour_nodes(size: int) -> Array:
    """The L*a*b* colours at the grid points of the inverse tables, one a row."""
    lightness = np.linspace(0, 100, size)
    place = np.linspace(-1, 1, size)
    far = NEAR + (np.abs(place) - NEAR_SHARE) / (1 - NEAR_SHARE) * (128 - NEAR)
    chroma = np.sign(place) * np.where(np.abs(place) <= NEAR_SHARE, np.abs(place) / NEAR_SHARE * NEAR, far)
    return np.stack(np.meshgrid(lightness, chroma, chroma, indexing="ij"), axis=-1).reshape(-1, 3)


def _colour_curves(points: int) -> Array:
    """The curves from encoded L*, a*, b* to the grid: the inverse of the spacing of the nodes."""
    encoded = np.linspace(0, 1, points)
    value = encoded * 0xFFFF / 256 - 128 if points > 256 else encoded * 255 - 128
    size = np.abs(value)
    place = np.where(
        size <= NEAR, size / NEAR * NEAR_SHARE, NEAR_SHARE + (size - NEAR) / (128 - NEAR) * (1 - NEAR_SHARE)
    )
    chroma = (np.sign(value) * place + 1) / 2
    top = LIGHTNESS_TOP if points > 256 else 1.0
    return np.stack([np.minimum(encoded / top, 1), chroma, chroma])
