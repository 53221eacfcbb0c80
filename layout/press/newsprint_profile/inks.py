"""How ink on newsprint looks: the Yule–Nielsen modified Neugebauer equations.

A halftone of four inks is a mosaic of 16 solids; each covers the area that independent dots would leave it (Demichel),
and their reflectances mix as powers 1/n because light spreads in the paper. The model works in three sharpened bands
instead of a spectrum, since the aim values are given as colours. It has no inner cells: they would need measured
patches between paper and solid, and where those are computed, cells change nothing.

Two kinds of coverage: *nominal*, what stands in the file (0 … 1), and *printed*, the dot's area on paper. Each ink's
curve from one to the other is solved so that its tints show the aimed dot gain in the band that the ink absorbs most.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress, product

import numpy as np

from newsprint_profile import aims
from newsprint_profile.colour import BRADFORD, D50, Array, lab_to_xyz, xyz_to_lab

INKS = "CMYK"
CURVE_POINTS = 257

Solids = Mapping[str, tuple[float, float, float]]
"""L*a*b* of each solid by the inks that lie in it, paper as ``""``."""


class PrintModel:
    """CMYK to colour for one set of aims. Arrays have CMYK, or a colour's three values, along the last axis."""

    def __init__(self, solids: Solids = aims.SOLIDS) -> None:
        self.n = aims.YULE_NIELSEN
        self.paper = lab_to_xyz(np.array(solids[""]))
        names = ["".join(compress(INKS, bits)) for bits in product((0, 1), repeat=4)]
        bands = lab_to_xyz(np.array([solids[name] for name in names])) @ BRADFORD.T
        self.powers: Array = bands.reshape(2, 2, 2, 2, 3) ** (1 / self.n)
        self.nominal: Array = np.linspace(0, 1, CURVE_POINTS)
        self.curves: list[Array] = [self._printed_curve(ink) for ink in range(4)]

    def _printed_curve(self, ink: int) -> Array:
        """Printed coverage at each of the nominal coverages, so that Murray–Davies sees the aimed gain."""
        paper = self.powers[0, 0, 0, 0]
        solid = self.powers[tuple(1 if i == ink else 0 for i in range(4))]
        band = int(np.argmin(solid / paper))
        light, dark = paper[band] ** self.n, solid[band] ** self.n
        t = self.nominal
        seen = t + 4 * aims.DOT_GAIN * t * (1 - t) * (1 + aims.DOT_GAIN_SKEW * (1 - 2 * t))
        power = (light + (dark - light) * seen) ** (1 / self.n)
        return (paper[band] - power) / (paper[band] - solid[band])

    def to_printed(self, nominal: Array) -> Array:
        """Nominal coverages to printed ones."""
        return np.stack([np.interp(nominal[..., i], self.nominal, self.curves[i]) for i in range(4)], axis=-1)

    def to_nominal(self, printed: Array) -> Array:
        """Printed coverages to nominal ones."""
        return np.stack([np.interp(printed[..., i], self.curves[i], self.nominal) for i in range(4)], axis=-1)

    def mixed_powers(self, printed: Array) -> Array:
        """The three band reflectances to the power 1/n: multilinear in the printed coverages."""
        mixed = self.powers
        for ink in range(4):
            cover = printed[..., ink].reshape(printed.shape[:-1] + (1,) * (4 - ink))
            first, second = (mixed[0], mixed[1]) if ink == 0 else np.moveaxis(mixed, printed.ndim - 1, 0)
            mixed = first * (1 - cover) + second * cover
        return mixed

    def relative_lab(self, printed: Array) -> Array:
        """L*a*b* relative to the paper: what an ICC profile speaks of (paper is 100, 0, 0)."""
        return xyz_to_lab(self._xyz(printed) / self.paper * D50)

    def absolute_lab(self, printed: Array) -> Array:
        """L*a*b* as measured."""
        return xyz_to_lab(self._xyz(printed))

    def _xyz(self, printed: Array) -> Array:
        return self.mixed_powers(printed) ** self.n @ np.linalg.inv(BRADFORD).T

    def powers_of(self, relative_lab: Array) -> Array:
        """The band powers that a colour (relative to the paper) asks for; the inverse of the last step above."""
        bands = (lab_to_xyz(relative_lab) / D50 * self.paper) @ BRADFORD.T
        return np.maximum(bands, 1e-6) ** (1 / self.n)
