"""What each intent makes of colours that newsprint cannot print. All colours are L*a*b* relative to the paper."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsprint_profile import aims
from newsprint_profile.colour import Array, in_srgb, lab_to_lch, lch_to_lab, oklab_hue
from newsprint_profile.gamut import Gamut
from newsprint_profile.inks import PrintModel
from newsprint_profile.separate import possible

PULLS = 40
PULL = 0.97
HUE_STEPS = 3
YELLOW_HUE = np.radians(103)
YELLOW_REACH = np.radians(40)

Press = Callable[[Array, Array], Array]
"""Lightness, chroma, hue before, and the hue wanted, to lightness, chroma and hue that can be printed."""


class Mapping:
    """The intents for one model of the print."""

    def __init__(self, model: PrintModel) -> None:
        self.model = model
        self.print = Gamut(lambda lab: possible(model, lab), 120)
        self.srgb = Gamut(in_srgb, 180)

    def colorimetric(self, lab: Array) -> Array:
        """What can be printed stays; the rest goes to the nearest printable colour of its hue."""
        out = ~possible(self.model, lab)
        mapped = lab.copy()
        mapped[out] = self._pulled_in(self._same_hue(lab[out], self._nearest))
        return mapped

    def perceptual(self, lab: Array) -> Array:
        """The lightness of paper and darkest ink take the places of white and black; chroma is pressed in."""
        return self._to_print(lab, "perceptual")

    def saturation(self, lab: Array) -> Array:
        """As perceptual, but the most colourful of sRGB becomes the most colourful of newsprint."""
        return self._to_print(lab, "saturation")

    def _to_print(self, lab: Array, intent: str) -> Array:
        turn = self._yellow_turn(lab, aims.YELLOW_TURN_DEGREES[intent])
        return self._pulled_in(self._same_hue(lab, lambda lch, hue: self._pressed(lch, hue, intent), turn))

    def _yellow_turn(self, lab: Array, degrees: float) -> Array:
        """By how much (radians) to turn colourful yellows: less so the farther from sRGB's yellow."""
        lch = lab_to_lch(lab)
        aside = np.clip(np.abs(lch[:, 2] - YELLOW_HUE) / YELLOW_REACH, 0, 1)
        colourful = np.clip(lch[:, 1] / self.srgb.cusp(lch[:, 2])[1], 0, 1) ** 2
        return -np.radians(degrees) * colourful * np.cos(aside * np.pi / 2) ** 2

    def _same_hue(self, lab: Array, press: Press, turn: float | Array = 0.0) -> Array:
        """Map lightness and chroma with ``press`` so that the hue, but for ``turn``, looks the same at lower chroma."""
        lch = lab_to_lch(lab)
        hue = (lch[:, 2] + turn) % (2 * np.pi)
        wanted = oklab_hue(lch_to_lab(np.column_stack([lch[:, :2], hue])))
        mapped = press(lch, hue)
        for _ in range(HUE_STEPS):
            miss = (wanted - oklab_hue(lch_to_lab(mapped)) + np.pi) % (2 * np.pi) - np.pi
            hue = np.where(np.minimum(lch[:, 1], mapped[:, 1]) > 0.5, hue + miss, hue) % (2 * np.pi)
            mapped = press(lch, hue)
        return lch_to_lab(mapped)

    def _nearest(self, lch: Array, hue: Array) -> Array:
        """The nearest point of the printable leaf of each row's hue: a broken line from darkest to paper."""
        leaf = self.print.leaf(hue)
        heights = np.broadcast_to(self.print.lightness * aims.LIGHTNESS_WEIGHT, leaf.shape)
        line = np.stack([heights, leaf], axis=-1)
        start, along = line[:, :-1], np.diff(line, axis=1)
        point = np.column_stack([lch[:, 0] * aims.LIGHTNESS_WEIGHT, lch[:, 1]])[:, None]
        part = np.sum((point - start) * along, axis=2) / np.maximum(np.sum(along**2, axis=2), 1e-9)
        foot = start + along * np.clip(part, 0, 1)[..., None]
        best = np.argmin(np.sum((foot - point) ** 2, axis=2), axis=1)
        chosen = foot[np.arange(len(lch)), best]
        return np.column_stack([chosen[:, 0] / aims.LIGHTNESS_WEIGHT, chosen[:, 1], hue])

    def _pressed(self, lch: Array, hue: Array, intent: str) -> Array:
        """Lightness along its curve and towards the cusp, chroma under a knee."""
        lightness = self._lightness(lch[:, 0])
        source_cusp, source_chroma = self.srgb.cusp(lch[:, 2])
        print_cusp, print_chroma = self.print.cusp(hue)
        colourful = np.clip(lch[:, 1] / source_chroma, 0, 1) ** 2
        shift = aims.CUSP_SHIFT[intent] * colourful * (print_cusp - self._lightness(source_cusp))
        lightness = np.clip(lightness + shift, self.print.darkest, 100)
        room = self.print.largest_chroma(lightness, hue)
        level = np.column_stack([lightness, self._knee(lch[:, 1], room, source_chroma, intent), hue])
        wished = np.column_stack([lightness, self._knee(lch[:, 1], print_chroma, source_chroma, intent), hue])
        outside = (wished[:, 1] > room)[:, None]
        bent = np.where(outside, self._nearest(wished, hue), wished)
        share = aims.COLOURFUL_SHARE[intent]
        return level * (1 - share) + bent * share

    def _knee(self, chroma: Array, room: Array, source: Array, intent: str) -> Array:
        """Chroma kept up to a share of the ``room``, and from there pressed so that ``source`` takes all of it."""
        kept = aims.KNEE[intent] * room
        over = np.maximum(chroma - kept, 0)
        slope = 1 / np.maximum(room - kept, 1e-6) - 1 / np.maximum(np.maximum(source, room) - kept, 1e-6)
        return np.minimum(np.minimum(chroma, kept) + over / (1 + over * slope), room)

    def _lightness(self, lightness: Array) -> Array:
        darkest = self.print.darkest
        return darkest + (100 - darkest) * np.clip(lightness / 100, 0, 1) ** aims.PERCEPTUAL_CURVE

    def _pulled_in(self, lab: Array) -> Array:
        """The colours moved towards the neutral axis until each can be printed: the leaves are coarse."""
        lch = lab_to_lch(lab)
        lch[:, 0] = np.clip(lch[:, 0], self.print.darkest, 100)
        for _ in range(PULLS):
            out = ~possible(self.model, lch_to_lab(lch))
            if not out.any():
                break
            lch[out, 1] *= PULL
        return lch_to_lab(lch)
