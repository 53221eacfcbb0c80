"""Colour spaces: XYZ (D50, paper or the perfect white at Y = 1), L*a*b*, sRGB, and the hue of OKLab."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

D50 = np.array([0.9642, 1.0, 0.8249])

BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
"""XYZ to sharpened cone responses: three bands that do not overlap much, as ink models want them."""

SRGB_TO_XYZ_D50 = np.array(
    [[0.4360747, 0.3850649, 0.1430804], [0.2225045, 0.7168786, 0.0606169], [0.0139322, 0.0971045, 0.7141733]]
)

D65 = np.array([0.95047, 1.0, 1.08883])

OKLAB_CONES = np.array(
    [[0.8189330101, 0.3618667424, -0.1288597137], [0.0329845436, 0.9293118715, 0.0361456387],
     [0.0482003018, 0.2643662691, 0.6338517070]]
)  # fmt: skip
OKLAB_OPPONENTS = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def lab_to_xyz(lab: Array) -> Array:
    """L*a*b* to XYZ (CIE 15)."""
    fy = (lab[..., 0] + 16) / 116
    f = np.stack([fy + lab[..., 1] / 500, fy, fy - lab[..., 2] / 200], axis=-1)
    return np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) * D50


def xyz_to_lab(xyz: Array) -> Array:
    """XYZ to L*a*b*."""
    t = xyz / D50
    f = np.where(t > (6 / 29) ** 3, np.cbrt(t), t / (3 * (6 / 29) ** 2) + 4 / 29)
    lightness, red, yellow = 116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])
    return np.stack([lightness, red, yellow], axis=-1)


def lab_to_lch(lab: Array) -> Array:
    """L*a*b* to lightness, chroma and hue (radians, 0 … 2π)."""
    hue = np.arctan2(lab[..., 2], lab[..., 1]) % (2 * np.pi)
    return np.stack([lab[..., 0], np.hypot(lab[..., 1], lab[..., 2]), hue], axis=-1)


def lch_to_lab(lch: Array) -> Array:
    """Lightness, chroma, hue to L*a*b*."""
    lightness, chroma, hue = np.moveaxis(lch, -1, 0)
    return np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=-1)


def in_srgb(lab: Array) -> NDArray[np.bool_]:
    """Whether sRGB holds the colour."""
    linear = lab_to_xyz(lab) @ np.linalg.inv(SRGB_TO_XYZ_D50).T
    return np.all((linear >= -1e-4) & (linear <= 1 + 1e-4), axis=-1)


def oklab_hue(lab: Array) -> Array:
    """The OKLab hue angle (radians) of a L*a*b* colour.

    Blue of one L*a*b* hue turns violet as its chroma falls; of one OKLab hue it stays blue.
    """
    adapt = np.linalg.inv(BRADFORD) @ np.diag((BRADFORD @ D65) / (BRADFORD @ D50)) @ BRADFORD
    cones = np.cbrt(lab_to_xyz(lab) @ (OKLAB_CONES @ adapt).T)
    opponents = cones @ OKLAB_OPPONENTS.T
    return np.arctan2(opponents[..., 2], opponents[..., 1])
