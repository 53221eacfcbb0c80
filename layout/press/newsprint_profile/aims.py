"""The numbers that the profile is made from; every other number in it follows.

Colours are L*a*b* for D50 and the 2° observer, measured on black backing. Paper, solids and the overprints of two and
three colours are the aim values of ISO 12647-3 for coldset offset on newsprint.
"""

from __future__ import annotations

PAPER = (82.0, 0.0, 3.0)

SOLIDS: dict[str, tuple[float, float, float]] = {
    "": PAPER,
    "C": (57.0, -23.0, -27.0),
    "M": (54.0, 44.0, -1.0),
    "Y": (78.0, -3.0, 58.0),
    "K": (36.0, 1.0, 4.0),
    "MY": (52.0, 41.0, 25.0),
    "CY": (53.0, -34.0, 17.0),
    "CM": (41.0, 7.0, -22.0),
    "CMY": (40.0, 0.0, 1.0),
}

UNDER_BLACK = 0.12
"""How much of a colour shows through solid black, as a power of its reflectance relative to paper.

No aim values exist for black over the other inks. Newspaper black is printed last and hides nearly all; the power makes
all four solids L* 33, against 36 of black alone.
"""

DOT_GAIN = 0.26
"""Tone value increase at 50 %."""

DOT_GAIN_SKEW = 0.2
"""How much more the light tones gain than the dark: the gain at t is 4 · 0.26 · t(1 − t) · (1 + 0.2 (1 − 2t))."""

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

DEEPEST = (0.48, 0.37, 0.30, 1.0)
"""The darkest grey, in nominal C, M, Y, K: solid black on grey-balanced colour. Newspaper black is brownish beside a
grey that is exactly the paper's; to cancel that would take 90 % of cyan under it and gain nothing but set-off."""

DEEPEST_FROM = 66.0
"""Below this lightness the axis of greys bends towards the colour of the darkest, with the square of the distance."""

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
