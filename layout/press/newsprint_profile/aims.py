"""The numbers that the profile is made from; every other number in it follows.

Colours are L*a*b* for D50 and the 2° observer, measured on black backing. Paper, solids and the overprints of two and
three colours are the aim values of ISO 12647-3 for coldset offset on newsprint.

The shape of the dot gain and the Yule–Nielsen exponent were chosen by comparing the model, given the solids of Ifra's
characterisation of 2004, with its 928 measured patches: they differ by 0.9 ΔE00 in the mean and 3.0 at most.
"""

from __future__ import annotations

SOLIDS: dict[str, tuple[float, float, float]] = {
    "": (82.0, 0.0, 3.0),
    "C": (57.0, -23.0, -27.0),
    "M": (54.0, 44.0, -1.0),
    "Y": (78.0, -3.0, 58.0),
    "K": (36.0, 1.0, 4.0),
    "MY": (52.0, 41.0, 25.0),
    "CY": (53.0, -34.0, 17.0),
    "CM": (41.0, 7.0, -22.0),
    "CMY": (40.0, 0.0, 1.0),
    # The standard has no aims for black over other inks. These follow the characterisation that Ifra measured for it
    # in 2004 (IFRA26), taken from its white backing to black by the difference of the two blacks. Black takes badly
    # on wet yellow: the overprint is lighter than black itself.
    "CK": (33.0, -6.0, -5.0),
    "MK": (33.0, 12.0, 3.0),
    "YK": (39.0, 0.0, 14.0),
    "MYK": (35.0, 13.0, 9.0),
    "CYK": (36.0, -11.0, 5.0),
    "CMK": (31.0, 2.0, -6.0),
    "CMYK": (31.0, 0.0, 0.0),
}
"""Paper, the four inks and everything that they make one over the other."""

DOT_GAIN = 0.26
"""Tone value increase at 50 %."""

DOT_GAIN_SKEW = 0.25
"""How much more the light tones gain than the dark: the gain at t is 4 · 0.26 · t(1 − t) · (1 + ¼ (1 − 2t))."""

YULE_NIELSEN = 2.0
"""The exponent for light that spreads in the paper; it leaves about ten of the 26 points of gain to the paper."""

TAC = 2.20
"""Most ink in one place, of 4.00."""

TAC_MARGIN = 0.015
"""Kept free under the limit in the tables, for the rounding of four plates to 8 bits, in the tables and after them."""

GCR = 0.92
"""The share of the largest possible black that is used."""

BLACK_START = (0.04, 0.30)
"""Between these values of the largest possible black the share grows from nothing: black dots would show as grain in
light tones, where three light colours print smoother."""

PERCEPTUAL_CURVE = 1.4
"""Exponent of the lightness curve of the perceptual intent: 0 … 100 goes to darkest … paper along it, so that shadows
are pressed together more than lights and pictures keep their middle tones (about what black point compensation does,
with a little more drawing in the shadows)."""

KNEE = {"perceptual": 0.65, "saturation": 0.85}
"""The share of the printable chroma that is left as it is; beyond it the chroma of sRGB is pressed into the rest."""

CUSP_SHIFT = {"perceptual": 0.85, "saturation": 1.0}
"""How far the lightness of the most colourful colours moves to where newsprint is most colourful (yellow does not fade
to paper, blue not to black)."""

COLOURFUL_SHARE = {"perceptual": 0.5, "saturation": 1.0}
"""Where a colour's lightness leaves little room for chroma, this share of the way goes to the nearest colour that keeps
the chroma, the rest to one that keeps the lightness."""

YELLOW_TURN_DEGREES = {"perceptual": 6.0, "saturation": 9.0}
"""How far the most colourful yellow of sRGB, which is greenish beside printing yellow, is turned towards it: matched in
hue it would need cyan and lose a third of its chroma."""

LIGHTNESS_WEIGHT = 1.4
"""How much dearer a step of lightness is than one of chroma where the colorimetric intent clips."""
