"""People, clearly drawn ones: simple figures of six and a half heads, in units of their own height.

A figure faces right; a frame with a negative width turns it. Feet stand at the origin. Nobody in particular is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .ink import BLUE, COAT, HAIR, INK, LEAF, RED, SKIN, SKY, SLATE, STEEL, WHITE, WOOD, YELLOW
from .path import Point, ellipse, limb, points, poly, smooth
from .sheet import Colour, Frame

GLOVE = BLUE[0]
SUIT_SHADE = STEEL[0]
SUIT_TAPE = BLUE[2]


@dataclass(frozen=True, slots=True)
class Looks:
    """What a person wears, and the hair: short, bob, tail, bun or cap."""

    coat: Colour
    legs: Colour
    hair: Colour = HAIR[2]
    style: str = "short"
    bag: Colour | None = None
    vest: Colour | None = None


PEOPLE: dict[str, Looks] = {
    "blue": Looks(BLUE[1], SLATE[2]),
    "tail": Looks(COAT[1], SLATE[1], style="tail", bag=YELLOW[0]),
    "grey": Looks(LEAF[1], WOOD[2], hair=HAIR[0]),
    "bob": Looks(COAT[0], SLATE[2], style="bob"),
    "bun": Looks(COAT[2], SLATE[1], hair=HAIR[0], style="bun"),
    "cap": Looks(LEAF[0], SLATE[2], style="cap", hair=SLATE[2]),
    "red": Looks(RED[0], SLATE[2], style="bob", bag=BLUE[1]),
    "pale": Looks(STEEL[2], WOOD[2]),
    "mother": Looks(BLUE[0], SLATE[2], style="tail", bag=COAT[1]),
    "child": Looks(YELLOW[1], BLUE[2], style="bob"),
    "helper": Looks(STEEL[1], SLATE[2], style="cap", hair=RED[1], vest=RED[1]),
    "helmet": Looks(BLUE[1], SLATE[2], style="cap", hair=YELLOW[1], vest=YELLOW[1]),
}

# outlines, in heights; the head's are about its own middle
TORSO = points("-.075,.8 -.02,.845 .04,.84 .085,.79 .095,.64 .1,.45 .01,.43 -.09,.45 -.09,.64")
SUIT = points("-.085,.79 -.03,.845 .04,.845 .09,.79 .105,.64 .11,.46 .01,.43 -.1,.46 -.105,.64")
SUIT_SIDE = points("-.085,.78 -.05,.8 -.055,.6 -.05,.455 -.094,.46 -.098,.62")
SEATED = points("-.09,.6 -.03,.65 .03,.645 .07,.6 .08,.42 .07,.29 -.1,.28 -.105,.45")
VEST = points("-.07,.79 -.02,.83 .04,.83 .08,.78 .088,.5 .01,.485 -.084,.5")
BAG = points("-.12,.56 -.02,.57 -.015,.45 -.125,.44")
SHOE = points("-.028,.03 -.03,0 .06,0 .062,.016 .02,.042")
COVER = points("-.034,.05 -.036,0 .064,0 .066,.022 .03,.06")
HAIRCUTS: dict[str, list[Point]] = {
    "short": points(
        "-.058,-.025 -.06,.03 -.03,.078 .03,.078 .058,.04 .03,.042 -.01,.036 -.022,.006 -.034,.006 -.038,-.03"
    ),
    "bob": points("-.07,-.075 -.072,.02 -.035,.082 .03,.08 .06,.035 .02,.04 -.01,.02 -.012,-.04 -.022,-.085"),
    "cap": points("-.062,.01 -.05,.066 0,.088 .045,.062 .054,.036 .1,.022 .05,.02 -.02,.016"),
}
HAIRCUTS |= {"tail": HAIRCUTS["short"], "bun": HAIRCUTS["short"]}
TAIL = points("-.05,.03 -.09,0 -.085,-.09 -.06,-.06")
NAPE = points("-.057,-.01 -.02,-.03 .03,-.03 .057,-.01")
MASK = points(".006,-.004 .056,0 .06,-.035 .038,-.064 .01,-.055")
CHIN_MASK = points("0,-.058 .046,-.046 .046,-.075 .005,-.085")
HOOD = points("-.065,-.09 -.075,0 -.05,.07 .005,.09 .05,.068 .066,.02 .06,-.06 .03,-.1")
FACE = points("-.004,.046 .05,.046 .064,0 .054,-.062 .004,-.062 -.02,-.01")
HOOD_MASK = points("-.016,-.006 .06,-.006 .062,-.04 .04,-.07 .002,-.062")
GOGGLES = points("-.012,.036 .06,.036 .066,.006 -.016,.004")
HEAD = (0.012, 0.925)

# shoulder, elbow, hand of the far arm and of the near one
ARMS: dict[str, tuple[list[Point], list[Point]]] = {
    "still": (points(".05,.79 .085,.64 .075,.5"), points("-.035,.79 -.055,.63 -.02,.485")),
    "phone": (points(".05,.79 .1,.66 .15,.66"), points("-.03,.79 -.035,.62 .14,.64")),
    "wrist": (points(".05,.79 .085,.64 .08,.5"), points("-.02,.79 .05,.66 .21,.72")),
    "walk": (points(".05,.79 .13,.66 .16,.54"), points("-.03,.79 -.1,.65 -.08,.52")),
    "lead": (points(".05,.79 .09,.65 .13,.53"), points("-.03,.79 -.05,.64 -.01,.5")),
    "hold": (points(".05,.79 .11,.66 .21,.66"), points("-.02,.79 .03,.64 .19,.63")),
    "gun": (points(".05,.79 .1,.66 .17,.62"), points("-.02,.79 .07,.7 .22,.8")),
    "swab": (points(".05,.79 .12,.7 .22,.66"), points("-.02,.79 .06,.66 .24,.72")),
    "wave": (points(".05,.79 .12,.68 .2,.72"), points("-.03,.79 -.06,.64 -.02,.5")),
    "point": (points(".05,.79 .08,.65 .06,.5"), points("-.02,.79 .08,.74 .25,.78")),
    "spade": (points(".05,.79 .13,.72 .19,.76"), points("-.02,.79 .04,.63 .235,.58")),
    "can": (points(".05,.79 .14,.68 .24,.62"), points("-.02,.79 .03,.64 .2,.58")),
}


def pen_of(frame: Frame) -> float:
    """The outline for a figure of this size: about a ninety-fifth of its height, within what the sheet likes."""
    return min(max(abs(frame.sy) / 95, 1.0), frame.sheet.pen * 1.15)


def standing(f: Frame, looks: Looks, pose: str = "still", back: bool = False) -> None:
    """A member of the public in a mask; from behind with *back*."""
    _dressed(f, looks, pose)
    head = f.part(*HEAD)
    _bare(head, looks)
    if back:
        _from_behind(head, looks)
    else:
        _hair(head, looks)
        head.shape(smooth(MASK), BLUE[0], INK, pen_of(f) * 0.8)
        head.stroke((0.006, -0.015), (-0.026, -0.002), colour=WHITE, pen=pen_of(f) * 0.9)
    _near_arm(f, looks.coat, pose, SKIN[1], (0.07, 0.066, 0.05))
    if pose == "phone":
        f.shape(poly(points(".148,.625 .172,.63 .19,.69 .166,.688")), SLATE[2], INK, pen_of(f) * 0.6)


def gardener(f: Frame, looks: Looks, tool: str) -> None:
    """Somebody planting, without a mask, with a spade or a watering can."""
    _dressed(f, looks, tool, walk=True)
    head = f.part(*HEAD)
    _bare(head, looks)
    _hair(head, looks)
    head.line(smooth(points(".028,-.03 .04,-.036 .05,-.028"), closed=False), INK, pen_of(f) * 0.8)
    TOOLS[tool](f, ARMS[tool][1][-1])
    x, y = ARMS[tool][0][-1]
    f.shape(ellipse(x, y, 0.024), SKIN[1], INK, pen_of(f) * 0.8)
    _near_arm(f, looks.coat, tool, SKIN[1], (0.07, 0.066, 0.05))


def suited(f: Frame, pose: str = "still", tool: str | None = None) -> None:
    """A worker in a white protective suit: hood, goggles, mask, gloves, taped seams."""
    pen = pen_of(f)
    for hip, foot in ((0.045, 0.055), (-0.035, -0.05)):
        f.shape(smooth([(foot + x, y) for x, y in COVER]), GLOVE, INK, pen)
        f.shape(limb([(hip, 0.48, 0.108), ((hip + foot) / 2, 0.26, 0.096), (foot, 0.06, 0.074)], 0), WHITE, INK, pen)
    widths = (0.086, 0.08, 0.058)
    far = ARMS[pose][0]
    f.shape(ellipse(*far[-1], 0.024), GLOVE, INK, pen * 0.8)
    f.shape(limb([(x, y, w) for (x, y), w in zip(far, widths, strict=True)], 0.2), SUIT_SHADE, INK, pen)
    f.shape(smooth(SUIT), WHITE, INK, pen)
    f.shape(smooth(SUIT_SIDE), SUIT_SHADE)
    f.stroke((0.062, 0.45), (0.062, 0.62), (0.055, 0.8), colour=SUIT_TAPE, pen=pen * 1.3)
    f.stroke((-0.09, 0.6), (0.102, 0.6), colour=SUIT_TAPE, pen=pen * 1.3)
    head = f.part(*HEAD)
    head.shape(smooth(HOOD), WHITE, INK, pen)
    head.shape(smooth(FACE), SKIN[1], INK, pen * 0.8)
    head.shape(smooth(HOOD_MASK), BLUE[0], INK, pen * 0.8)
    head.shape(smooth(GOGGLES), SKY[0], INK, pen)
    if tool is not None:
        TOOLS[tool](f, ARMS[pose][1][-1])
    _near_arm(f, WHITE, pose, GLOVE, widths)


def seated(f: Frame, looks: Looks) -> None:
    """A member of the public on a stool, mask lowered for the swab; the seat is at 0.28."""
    pen = pen_of(f)
    f.shape(poly(points("-.1,.245 .09,.245 .09,.275 -.1,.275")), BLUE[1], INK, pen)
    for x in (-0.085, 0.075):
        f.stroke((x, 0.245), (x, 0.0), pen=pen * 1.2)
    f.shape(smooth([(0.2 + x, y) for x, y in SHOE]), SLATE[2], INK, pen)
    thigh = [(-0.03, 0.32, 0.11), (0.16, 0.31, 0.09), (0.19, 0.2, 0.076), (0.2, 0.05, 0.06)]
    f.shape(limb(thigh, 0.1), looks.legs, INK, pen)
    f.shape(smooth(SEATED), looks.coat, INK, pen)
    head = f.part(HEAD[0], HEAD[1] - 0.19)
    _bare(head, looks)
    _hair(head, looks)
    head.shape(smooth(CHIN_MASK), BLUE[0], INK, pen * 0.7)
    head.shape(ellipse(0.044, -0.026, 0.009, 0.011), RED[1])
    f.shape(ellipse(0.14, 0.37, 0.021), SKIN[1], INK, pen * 0.8)
    f.shape(limb([(-0.02, 0.6, 0.07), (0.0, 0.44, 0.064), (0.13, 0.375, 0.05)], 0.2), looks.coat, INK, pen)


def _dressed(f: Frame, looks: Looks, pose: str, walk: bool = False) -> None:
    """Legs, far arm and coat."""
    pen = pen_of(f)
    spread = 0.06 if walk or pose == "walk" else 0.0
    for hip, foot in ((0.045, 0.05 + spread), (-0.035, -0.045 - spread)):
        f.shape(smooth([(foot + x, y) for x, y in SHOE]), SLATE[2], INK, pen)
        leg = [(hip, 0.48, 0.092), ((hip + foot) / 2, 0.26, 0.078), (foot, 0.05, 0.062)]
        f.shape(limb(leg, 0), looks.legs, INK, pen)
    far = ARMS[pose][0]
    f.shape(ellipse(*far[-1], 0.021), SKIN[1], INK, pen * 0.8)
    f.shape(limb([(x, y, w) for (x, y), w in zip(far, (0.07, 0.066, 0.05), strict=True)], 0.2), looks.coat, INK, pen)
    f.shape(smooth(TORSO), looks.coat, INK, pen)
    f.stroke((0.055, 0.5), (0.05, 0.7), pen=pen * 0.7)
    if looks.vest:
        f.shape(smooth(VEST), looks.vest, INK, pen)
        f.stroke((-0.078, 0.62), (0.086, 0.62), colour=WHITE, pen=pen * 1.6)
    if looks.bag:
        f.shape(smooth(BAG), looks.bag, INK, pen)
        f.stroke((-0.07, 0.56), (0.035, 0.81), pen=pen)


def _near_arm(f: Frame, sleeve: Colour, pose: str, hand: Colour, widths: tuple[float, float, float]) -> None:
    pen, arm = pen_of(f), ARMS[pose][1]
    f.shape(ellipse(*arm[-1], widths[2] * 0.47), hand, INK, pen * 0.8)
    f.shape(limb([(x, y, w) for (x, y), w in zip(arm, widths, strict=True)], 0.0), sleeve, INK, pen)


def _bare(head: Frame, looks: Looks) -> None:
    pen = pen_of(head)
    head.shape(limb([(-0.016, -0.11, 0.052), (-0.01, -0.03, 0.052)], 0), SKIN[1], INK, pen)
    if looks.style == "tail":
        head.shape(smooth(TAIL), looks.hair, INK, pen * 0.6)
    if looks.style == "bun":
        head.shape(ellipse(-0.06, 0.035, 0.03), looks.hair, INK, pen * 0.6)
    head.shape(ellipse(0, 0, 0.056, 0.07), SKIN[1], INK, pen)
    head.stroke((0.03, 0.014), (0.032, 0.022), pen=pen)


def _hair(head: Frame, looks: Looks) -> None:
    head.shape(smooth(HAIRCUTS[looks.style]), looks.hair, INK, pen_of(head) * 0.8)


def _from_behind(head: Frame, looks: Looks) -> None:
    pen = pen_of(head)
    head.shape(ellipse(0, 0.008, 0.058, 0.066), looks.hair, INK, pen)
    head.line(smooth(NAPE, closed=False), SKY[0], pen)


def _swab(f: Frame, hand: Point) -> None:
    f.stroke(hand, (hand[0] + 0.11, hand[1] + 0.012), pen=pen_of(f))


def _gun(f: Frame, hand: Point) -> None:
    barrel = points("-.012,-.05 .02,-.05 .026,.02 .07,.022 .07,.055 -.02,.055")
    f.shape(poly([(hand[0] + x, hand[1] + y) for x, y in barrel]), WHITE, INK, pen_of(f))


def _board(f: Frame, hand: Point) -> None:
    sheet = points("-.03,-.03 .07,-.01 .07,.13 -.03,.11")
    f.shape(poly([(hand[0] + x, hand[1] + y) for x, y in sheet]), YELLOW[0], INK, pen_of(f))


def _horn(f: Frame, hand: Point) -> None:
    cone = points("-.03,-.012 .03,-.02 .11,-.055 .11,.06 .03,.025 -.03,.016")
    f.shape(poly([(hand[0] + x - 0.01, hand[1] + y + 0.03) for x, y in cone]), WHITE, INK, pen_of(f))


def _spade(f: Frame, hand: Point) -> None:
    pen, (x, y) = pen_of(f), hand
    f.shape(limb([(x - 0.085, y + 0.3, 0.026), (x + 0.1, y - 0.36, 0.026)], 0), WOOD[1], INK, pen)
    blade = points("-.03,.0 .06,.025 .095,-.13 .07,-.19 -.015,-.14")
    f.shape(smooth([(x + 0.09 + u, y - 0.35 + v) for u, v in blade]), STEEL[1], INK, pen)


def _can(f: Frame, hand: Point) -> None:
    pen, (x, y) = pen_of(f), hand
    spout = [(x + 0.08, y - 0.17, 0.04), (x + 0.2, y - 0.07, 0.03), (x + 0.25, y - 0.05, 0.06)]
    f.shape(limb(spout, 0), BLUE[1], INK, pen)
    f.shape(smooth([(x + u, y + v) for u, v in points("-.06,-.05 .1,-.04 .11,-.2 -.07,-.2")]), BLUE[1], INK, pen)
    f.line(smooth([(x - 0.05, y - 0.06), (x, y + 0.02), (x + 0.08, y - 0.05)], closed=False), INK, pen * 1.4)
    for k in range(3):
        fall = [(x + 0.27 + k * 0.02, y - 0.07), (x + 0.32 + k * 0.03, y - 0.14), (x + 0.345 + k * 0.035, y - 0.26)]
        f.line(smooth(fall, closed=False), BLUE[1], pen)


TOOLS: dict[str, Callable[[Frame, Point], None]] = {
    "swab": _swab,
    "gun": _gun,
    "board": _board,
    "horn": _horn,
    "spade": _spade,
    "can": _can,
}
