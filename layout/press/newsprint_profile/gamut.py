"""How far colours reach: the largest chroma at each lightness and hue."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from newsprint_profile.colour import Array, lch_to_lab

HUES = 120
LIGHTNESSES = 81
HALVINGS = 14


class Gamut:
    """The largest chroma on a grid of lightness (rows, ``darkest`` … 100) and hue (columns, the first repeated)."""

    def __init__(self, inside: Callable[[Array], NDArray[np.bool_]], reach: float) -> None:
        self.darkest = _darkest(inside)
        self.lightness: Array = np.linspace(self.darkest, 100, LIGHTNESSES)
        self.hues: Array = np.linspace(0, 2 * np.pi, HUES + 1)
        lightness, hue = np.meshgrid(self.lightness, self.hues[:-1], indexing="ij")
        low, high = np.zeros(lightness.shape), np.full(lightness.shape, reach)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            lab = lch_to_lab(np.stack([lightness, middle, hue], axis=-1))
            held = inside(lab.reshape(-1, 3)).reshape(middle.shape)
            low, high = np.where(held, middle, low), np.where(held, high, middle)
        low[0] = low[-1] = 0
        self.chroma: Array = np.column_stack([low, low[:, 0]])

    def leaf(self, hue: Array) -> Array:
        """The largest chroma at each of ``lightness``, for each hue: hues × lightnesses."""
        place = hue / (2 * np.pi) * HUES
        index = np.clip(place.astype(int), 0, HUES - 1)
        part = (place - index)[:, None]
        return self.chroma[:, index].T * (1 - part) + self.chroma[:, index + 1].T * part

    def largest_chroma(self, lightness: Array, hue: Array) -> Array:
        """The largest chroma at each lightness and hue."""
        place = (lightness - self.darkest) / (100 - self.darkest) * (LIGHTNESSES - 1)
        place = np.clip(place, 0, LIGHTNESSES - 1)
        index = np.clip(place.astype(int), 0, LIGHTNESSES - 2)
        leaf = self.leaf(hue)
        rows = np.arange(len(hue))
        part = place - index
        return leaf[rows, index] * (1 - part) + leaf[rows, index + 1] * part

    def cusp(self, hue: Array) -> tuple[Array, Array]:
        """The lightness and chroma of the most colourful point of each hue."""
        leaf = self.leaf(hue)
        best = np.argmax(leaf, axis=1)
        return self.lightness[best], leaf[np.arange(len(hue)), best]


def _darkest(inside: Callable[[Array], NDArray[np.bool_]]) -> float:
    """The darkest neutral that is inside."""
    low, high = 0.0, 100.0
    grey = np.zeros((1, 3))
    if inside(grey)[0]:
        return 0.0
    for _ in range(30):
        grey[0, 0] = (low + high) / 2
        low, high = (low, grey[0, 0]) if inside(grey)[0] else (grey[0, 0], high)
    return high
