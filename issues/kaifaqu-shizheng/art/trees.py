"""Trees: crowns of one flat tone, a lighter side to the sun, a few strokes of the pen; in units of their height."""

from __future__ import annotations

from math import cos, sin

from .ink import INK, LEAF, WHITE, WOOD, Tones
from .path import cloud, limb, points, smooth
from .sheet import Colour, Frame

LEAVES = (  # of the sapling: where one grows, its angle in radians, its length
    (0.0, 0.5, 2.5, 0.2),
    (0.01, 0.56, 0.6, 0.2),
    (0.0, 0.66, 2.6, 0.22),
    (0.0, 0.7, 0.5, 0.22),
    (-0.01, 0.8, 2.3, 0.19),
    (-0.01, 0.82, 0.8, 0.19),
    (-0.01, 0.85, 1.6, 0.2),
)
LEAF_RIM = points("0,0 .4,.26 1,0 .4,-.26")
SPINDLE = points("0,1 .08,.84 .13,.56 .125,.3 .06,.16 -.06,.155 -.125,.29 -.135,.54 -.085,.82")
SPINDLE_LIGHT = points("-.005,.93 .03,.7 -.01,.3 -.07,.22 -.11,.36 -.11,.54 -.065,.8")
CURTAIN = points(
    ".02,.99 .2,.93 .34,.74 .41,.5 .39,.2 .35,.16 .315,.36 .27,.22 .23,.2 .2,.42 .13,.3 .09,.3 .05,.5 -.02,.36"
    " -.07,.35 -.1,.5 -.17,.27 -.215,.26 -.23,.44 -.3,.15 -.35,.14 -.36,.36 -.4,.3 -.42,.5 -.34,.76 -.18,.94"
)
CURTAIN_LIGHT = points("-.02,.95 .04,.76 -.06,.56 -.2,.52 -.3,.36 -.35,.5 -.29,.74 -.16,.89")
TWIGS = (-0.34, -0.22, -0.06, 0.1, 0.22, 0.34)


def pen_of(frame: Frame) -> float:
    """The outline for a tree of this size."""
    return min(max(abs(frame.sy) / 90, 0.8), frame.sheet.pen)


def sapling(f: Frame, phase: float = 0.0, tones: Tones = LEAF, line: Colour = INK) -> None:
    """A young tree of a few leaves, tied to its stake."""
    pen = pen_of(f)
    f.shape(limb([(0.1, 0, 0.03), (0.1, 0.52, 0.026)], 0), WOOD[0], line, pen)
    f.shape(limb([(0, 0, 0.04), (0.01, 0.45, 0.03), (-0.01, 0.86, 0.018)], 0), WOOD[2], line, pen)
    f.stroke((-0.01, 0.4), (0.11, 0.42), pen=pen * 1.5)
    for i, (x, y, turn, size) in enumerate(LEAVES):
        c, s = cos(turn + 0.06 * sin(phase + i)) * size, sin(turn + 0.06 * sin(phase + i)) * size
        f.shape(smooth([(x + u * c - v * s, y + u * s + v * c) for u, v in LEAF_RIM]), tones[i % 2], line, pen)


def round_tree(f: Frame, phase: float = 0.0, tones: Tones = LEAF, line: Colour = INK) -> None:
    """A broad tree: camphor, plane."""
    pen = pen_of(f)
    f.shape(limb([(0, 0, 0.075), (0.005, 0.2, 0.055), (0, 0.45, 0.04)], 0), WOOD[2], line, pen)
    f.shape(cloud(0, 0.64, 0.27, 0.3, 9, phase), tones[1], line, pen)
    f.shape(cloud(-0.065, 0.72, 0.15, 0.155, 7, phase + 1), tones[0])
    for x, y in ((0.12, 0.5), (0.0, 0.43), (0.17, 0.68)):
        arch = [(x - 0.045, y + 0.012), (x, y - 0.025), (x + 0.045, y + 0.012)]
        f.line(smooth(arch, closed=False), tones[2], pen * 1.2)


def poplar(f: Frame, phase: float = 0.0, tones: Tones = LEAF, line: Colour = INK) -> None:
    """A tall narrow tree: poplar, metasequoia."""
    pen = pen_of(f)
    f.shape(limb([(0, 0, 0.05), (0, 0.3, 0.035)], 0), WOOD[2], line, pen)
    f.shape(smooth(SPINDLE), tones[1], line, pen)
    f.shape(smooth(SPINDLE_LIGHT), tones[0])
    for x, y in ((0.03, 0.3), (0.07, 0.4), (0.045, 0.54)):
        f.stroke((x, y), (x + 0.012 + 0.006 * cos(phase), y + 0.13), colour=tones[2], pen=pen)


def willow(f: Frame, phase: float = 0.0, tones: Tones = LEAF, line: Colour = INK) -> None:
    """A willow at the waterside, its twigs hanging."""
    pen = pen_of(f)
    f.shape(limb([(0.03, 0, 0.085), (-0.02, 0.25, 0.06), (0.02, 0.55, 0.05)], 0), WOOD[2], line, pen)
    f.shape(smooth(CURTAIN), tones[1], line, pen)
    f.shape(smooth(CURTAIN_LIGHT), tones[0])
    for i, x in enumerate(TWIGS):
        sway = 0.02 * cos(phase + i)
        twig = [(x * 0.6, 0.84), (x * 0.95 + sway, 0.6), (x * 1.04 + sway, 0.38)]
        f.line(smooth(twig, closed=False), tones[2], pen)


def bush(f: Frame, phase: float = 0.0, tones: Tones = LEAF, line: Colour = INK) -> None:
    """A bush, wider than high."""
    pen = pen_of(f)
    f.shape(cloud(0, 0.42, 0.5, 0.4, 8, phase), tones[1], line, pen)
    f.shape(cloud(-0.12, 0.56, 0.26, 0.18, 5, phase), tones[0])


def reeds(f: Frame, n: int = 0, tones: Tones = LEAF) -> None:
    """A tuft of reeds, a unit high and wide."""
    for k in range(6):
        lean = ((k * 7 + n * 3) % 9 - 4) * 0.07
        x, h = (k - 2.5) * 0.13, 0.62 + ((k * 5 + n) % 4) * 0.13
        f.line(smooth([(x, 0), (x + lean * 0.3, h * 0.6), (x + lean, h)], closed=False), tones[2], f.sheet.pen)


def egret(f: Frame) -> None:
    """A white egret on the wing, a unit from tip to tip."""
    f.shape(smooth(points("-.5,.22 -.2,.1 0,0 .2,.12 .5,.3 .25,.0 .04,-.1 -.24,-.02")), WHITE, INK, f.sheet.pen * 0.6)
    f.stroke((0.04, -0.02), (0.16, 0.0), (0.24, -0.02), pen=f.sheet.pen * 0.8)


KINDS = {"sapling": sapling, "round": round_tree, "poplar": poplar, "willow": willow, "bush": bush}
