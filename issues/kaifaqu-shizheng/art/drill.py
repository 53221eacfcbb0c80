"""The drill: a hall with four sampling lanes, a measured queue, and the three areas lettered over them."""

from __future__ import annotations

from functools import partial

from .ink import BLUE, FLOOR, INK, RED, SKY, STEEL, WHITE, YELLOW
from .path import ellipse, poly, rect
from .people import PEOPLE, seated, standing, suited
from .sheet import Sheet
from .space import FLAT, UPRIGHT, Camera, Place, Stage
from .trees import KINDS

SIZE = (1800, 1260)
CAMERA = Camera(eye=(0.5, -10.5, 5.7), target=(0, 5.2, 1.75), focal=1575, centre=(900, 640))
LEFT, RIGHT, FRONT, BACK, HEIGHT = -10.5, 10.5, -9.0, 9.6, 9.0  # the hall, metres
TALL = 1.68

LANES = (-6.45, -2.15, 2.15, 6.45)
BOOTH = (6.4, 8.6, 2.55)  # its front, its back, its height
SAMPLED = ("bun", "red", "bob", "blue")
NEXT = ((2, "tail", 4.6), (3, "pale", 4.7))  # lane, who waits at it, how far away
QUEUES = (  # y, x of the thermometer, and the stands: x, who, pose
    (-0.35, 1.55, ((-7.4, "grey", "phone"), (-5.4, "bun", "still"), (-3.4, "blue", "phone"), (0.35, "red", "wrist"))),
    (2.5, 0.55, ((-6.25, "bob", "still"), (-4.3, "cap", "phone"), (-2.45, "tail", "still"), (-0.65, "grey", "wrist"))),
)
WINDOWS = (-8.3, -4.15, 0.0, 4.15, 8.3)


def draw() -> Sheet:
    """Return the picture."""
    sheet = Sheet(*SIZE)
    stage = Stage(sheet, CAMERA)
    _hall(stage)
    _floor(stage)
    for number, x in enumerate(LANES):
        _booth(stage, x, number)
    stage.later((0, 6.15, 0), partial(_fascia, stage))
    _queues(stage)
    _helpers(stage)
    stage.flush()
    _hanging(stage, "等候区", (-3.15, 1.6, 4.5))
    _hanging(stage, "测温区", (0.95, 1.6, 4.5))
    _banner(stage, "核酸检测应急演练")
    return sheet


def _hall(stage: Stage) -> None:
    corners = [(LEFT, FRONT), (LEFT, BACK), (RIGHT, BACK), (RIGHT, FRONT)]
    stage.face([(x, y, 0) for x, y in corners], FLOOR[0])
    for (ax, ay), (bx, by), tone in zip(corners, corners[1:], (SKY[1], SKY[0], SKY[1]), strict=False):
        stage.face([(ax, ay, 0), (bx, by, 0), (bx, by, HEIGHT), (ax, ay, HEIGHT)], tone)
        stage.face([(ax, ay, 0), (bx, by, 0), (bx, by, 0.2), (ax, ay, 0.2)], STEEL[1])
    for x in WINDOWS:
        _window(stage, x)
    for x in (LEFT, RIGHT):
        stage.line([(x, BACK, 0), (x, BACK, HEIGHT)], pen=1.6)
    stage.line([(LEFT, BACK, 0), (RIGHT, BACK, 0)], pen=1.6)


def _window(stage: Stage, x: float) -> None:
    z0, z1, w = 4.85, 6.5, 1.3
    pane = stage.on((x, BACK, z0), *UPRIGHT, rect(-w, 0, 2 * w, z1 - z0))
    stage.sheet.shape(pane, WHITE)

    def garden() -> None:
        for i, dx in enumerate((-0.9, 0.15, 1.1)):
            KINDS["round" if i != 1 else "poplar"](stage.frame((x + dx, BACK, z0 - 0.9), 2.0 - 0.2 * i), x + i)

    stage.sheet.within(pane, garden)
    stage.sheet.line(pane, pen=1.8)
    for dx in (-w / 3, w / 3):
        stage.line([(x + dx, BACK, z0), (x + dx, BACK, z1)], WHITE, 3.4)
        stage.line([(x + dx, BACK, z0), (x + dx, BACK, z1)], pen=1.0)
    stage.box((x - w - 0.1, BACK - 0.15, z0 - 0.1), (2 * w + 0.2, 0.15, 0.1), (WHITE, STEEL[0], STEEL[1]), pen=1.1)


def _floor(stage: Stage) -> None:
    for joint in range(-8, 10, 2):
        stage.line([(LEFT, joint, 0), (RIGHT, joint, 0)], FLOOR[1], 1.4)
    for tile in range(-10, 11, 2):
        stage.line(stage.camera.clip([(tile, FRONT, 0), (tile, BACK, 0), (tile, BACK, 0)])[:2], FLOOR[1], 1.4)
    for y, _, stands in QUEUES:
        for edge in (y - 0.62, y + 0.62):
            stage.ground((-10.4, edge - 0.05, 0), (11.4, 0.1), YELLOW[1])
        for x, _, _ in stands:
            _dot(stage, x, y)
    _dot(stage, -1.35, QUEUES[0][0])
    for lane, _, depth in NEXT:
        _dot(stage, LANES[lane] - 0.75, depth)
    stage.letter("请保持一米间距", (-1.5, -2.2, 0), 0.7, BLUE[2], *FLAT, tracking=0.3)
    for x in (3.0, 4.9):
        _arrow(stage, x, 3.2)


def _dot(stage: Stage, x: float, y: float) -> None:
    stage.disc((x, y, 0), 0.42, BLUE[0], BLUE[2], 1.6)


def _arrow(stage: Stage, x: float, y: float) -> None:
    shape = ((-0.1, -0.8), (0.1, -0.8), (0.1, 0.1), (0.34, 0.1), (0, 0.7), (-0.34, 0.1), (-0.1, 0.1))
    stage.sheet.shape(stage.on((x, y, 0), *FLAT, poly(shape)), BLUE[1])


def _booth(stage: Stage, x: float, number: int) -> None:
    y0, y1, top = BOOTH
    back = [(x - 2, y1, 0), (x + 2, y1, 0), (x + 2, y1, top), (x - 2, y1, top)]
    stage.later((x, y1 + 2, 0), partial(stage.face, back, SKY[1], INK, 1.3))
    for side in (-2.0, 1.94):
        wall = partial(stage.box, (x + side, y0, 0), (0.06, y1 - y0, top), (SKY[2], SKY[2], SKY[2]), pen=1.3)
        stage.later((x, y1, 0), wall, 1.0)
    clerk = stage.frame((x + 1.22, 7.85, 0), TALL).part(0, 0, flip=True)
    stage.later((x, 7.7, 0), partial(suited, clerk, "hold", "board"))
    stage.later((x, 7.1, 0), partial(_desk, stage, (x + 0.85, 7.0, 0)))
    stage.later((x, 7.05, 0), partial(seated, stage.frame((x - 0.9, 7.0, 0), TALL), PEOPLE[SAMPLED[number]]))
    sampler = stage.frame((x + 0.06, 6.95, 0), TALL).part(0, 0, flip=True)
    stage.later((x, 6.95, 0), partial(suited, sampler, "swab", "swab"))
    for lane, who, y in NEXT:
        if lane == number:
            place = (x - 0.75, y, 0)
            stage.later(place, partial(standing, stage.frame(place, TALL), PEOPLE[who], "still", back=True))


def _desk(stage: Stage, at: Place) -> None:
    x, y, _ = at
    stage.box(at, (1.0, 0.55, 0.74), (WHITE, SKY[0], SKY[2]), pen=1.3)
    stage.box((x + 0.6, y + 0.1, 0.74), (0.28, 0.2, 0.16), YELLOW, pen=1.0)
    stage.box((x + 0.1, y + 0.12, 0.74), (0.3, 0.16, 0.12), BLUE, pen=1.0)


def _fascia(stage: Stage) -> None:
    y, _, z = BOOTH
    for x in (LANES[0] - 2, *(lane + 2.15 for lane in LANES[:3]), LANES[3] + 2):
        stage.box((x - 0.06, y - 0.1, 0), (0.12, 0.1, z), (WHITE, WHITE, SKY[2]), pen=1.3)
    size = (LANES[3] - LANES[0] + 4.2, 0.12, 0.72)
    stage.box((LANES[0] - 2.1, y - 0.12, z), size, (WHITE, BLUE[2], BLUE[2]), pen=1.6)
    y -= 0.13
    stage.letter("采集区", (0, y, z + 0.36), 0.54, WHITE, tracking=0.4)
    for number, x in enumerate(LANES, 1):
        at = (x if number in {1, 4} else x * 1.08, y, z + 0.36)
        stage.sheet.shape(stage.on(at, *UPRIGHT, ellipse(0, 0, 0.27)), WHITE)
        stage.letter(str(number), at, 0.42, BLUE[2])


def _queues(stage: Stage) -> None:
    for y, thermometer, stands in QUEUES:
        for x, who, pose in stands:
            height = TALL * (0.94 if who in {"tail", "bob", "bun", "red"} else 1)
            stage.later((x, y, 0), partial(standing, stage.frame((x, y, 0), height), PEOPLE[who], pose))
        nurse = stage.frame((thermometer, y + 0.05, 0), TALL).part(0, 0, flip=True)
        stage.later((thermometer, y + 0.05, 0), partial(suited, nurse, "gun", "gun"))
    y = QUEUES[0][0]
    mother, child = stage.frame((-1.55, y, 0), TALL * 0.95), stage.frame((-1.12, y - 0.08, 0), 1.12)
    stage.later((-1.5, y, 0), partial(standing, mother, PEOPLE["mother"], "lead"))
    stage.later((-1.2, y, 0), partial(standing, child, PEOPLE["child"], "still"), 0.2)


def _helpers(stage: Stage) -> None:
    stage.later((3.2, 1.3, 0), partial(_code_stand, stage, (3.1, 1.3, 0)))
    guide = stage.frame((5.0, 0.9, 0), TALL).part(0, 0, flip=True)
    stage.later((5.0, 0.9, 0), partial(standing, guide, PEOPLE["helper"], "point"))
    stage.later((8.3, 2.6, 0), partial(_bins, stage))
    for x, y in ((2.6, -0.95), (4.7, -0.95), (6.8, -0.95)):
        stage.later((x, y, 0), partial(_post, stage, (x, y, 0), x < 6))


def _post(stage: Stage, at: Place, belt: bool) -> None:
    x, y, _ = at
    stage.disc(at, 0.2, STEEL[2], INK, 1.6)
    stage.line([at, (x, y, 0.95)], pen=4.5)
    stage.line([at, (x, y, 0.95)], WHITE, 1.4)
    if belt:
        stage.wall((x, y, 0.78), (2.1, 0.12), BLUE[1], INK, 1.2)


def _code_stand(stage: Stage, at: Place) -> None:
    x, y, _ = at
    stage.disc(at, 0.26, STEEL[2], INK, 1.5)
    stage.line([at, (x, y, 1.0)], pen=3.4)
    stage.wall((x - 0.42, y, 0.8), (0.84, 1.15), WHITE, INK, 1.8)
    stage.letter("扫码", (x, y, 1.76), 0.26, BLUE[2])
    cell = 0.062
    left, low = x - 5.5 * cell, 0.9
    for i in range(11):
        for k in range(11):
            if (i * i + 3 * k + i * k) % 5 < 2 and not ((i < 4 or i > 6) and (k < 4 or k > 6) and (i < 7 or k > 4)):
                stage.wall((left + i * cell, y, low + k * cell), (cell, cell), INK)
    for i, k in ((0, 0), (0, 7), (7, 7)):
        for inset, colour in ((0, INK), (0.6, WHITE), (1.3, INK)):
            size = (4 - 2 * inset) * cell
            stage.wall((left + (i + inset) * cell, y, low + (k + inset) * cell), (size, size), colour)


def _bins(stage: Stage) -> None:
    for x in (6.45, 7.8):
        stage.line([(x, 3.4, 0), (x, 3.4, 1.3)], pen=2.6)
    stage.box((6.3, 3.38, 1.2), (1.65, 0.05, 0.86), (WHITE, WHITE, STEEL[1]), pen=1.6)
    stage.letter("医疗废弃物", (7.125, 3.37, 1.84), 0.26, INK, tracking=0.04)
    stage.letter("处置区", (7.125, 3.37, 1.44), 0.26, INK, tracking=0.04)
    for x in (6.2, 7.2):
        stage.box((x, 2.6, 0), (0.74, 0.66, 0.88), YELLOW, pen=1.5)
        stage.box((x - 0.05, 2.55, 0.88), (0.84, 0.76, 0.1), YELLOW, pen=1.5)


def _hanging(stage: Stage, text: str, middle: Place) -> None:
    x, y, z = middle
    for dx in (-0.95, 0.95):
        stage.line([(x + dx, y, z + 0.4), (x + dx, y, HEIGHT)], pen=1.4)
    stage.box((x - 1.2, y, z - 0.4), (2.4, 0.1, 0.8), (WHITE, WHITE, STEEL[1]), pen=2)
    stage.wall((x - 1.12, y - 0.01, z - 0.32), (2.24, 0.64), BLUE[2])
    stage.letter(text, (x, y - 0.02, z), 0.5, WHITE, tracking=0.16)


def _banner(stage: Stage, text: str) -> None:
    y, z, half = 1.5, 6.44, 2.5
    stage.wall((-half, y, z), (2 * half, 0.6), RED[1], INK, 1.6)
    for x in (-half, half):
        stage.line([(x, y, z + 0.6), (x, y, HEIGHT)], pen=1.4)
    stage.letter(text, (0, y, z + 0.3), 0.43, WHITE, tracking=0.2)
