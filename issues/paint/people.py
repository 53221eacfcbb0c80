"""People, small in the scene."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import Canvas, Colour, Point, curve, mixed

SKIN, HAIR, GREY, STRAW = (226, 184, 152), (44, 38, 38), (176, 172, 168), (214, 184, 122)


@dataclass(frozen=True)
class Dress:
    """What somebody wears: coat, trousers, a hat of straw (``cone``), a ``cap``, a ``bun`` or ``hair``; all of it goes
    dark by ``night``. ``load``: what is carried: a ``basket``, ``bag``, ``pole``, ``stick`` or ``umbrella``, or an arm
    held out to ``reach`` for something. ``apron`` is its colour; a ``long`` coat ends below the knee, the ``old`` are
    grey.
    """

    coat: Colour
    trousers: Colour = (62, 66, 84)
    head: str = "hair"
    night: float = 0
    load: str = ""
    apron: Colour | None = None
    facing: int = 1
    long: bool = False
    old: bool = False


def person(canvas: Canvas, foot: Point, height: float, dress: Dress, stride: float = 0.12) -> None:
    """Somebody standing or walking, ``height`` tall by parts of the picture's."""
    ratio = canvas.height / canvas.width
    dusk = (20, 20, 30)
    coat, trousers, skin, hair, straw = (
        mixed(colour, dusk, dress.night)
        for colour in (dress.coat, dress.trousers, SKIN, GREY if dress.old else HAIR, STRAW)
    )

    def spot(across: float, up: float) -> Point:
        return foot[0] + dress.facing * across * height * ratio, foot[1] - up * height

    for side in (-1, 1):
        leg = [spot(side * 0.03, 0.5), spot(side * (0.04 + stride * 0.5), 0.25), spot(side * stride, 0.02)]
        canvas.lay(
            lambda pen, leg=leg: pen.line(curve(leg, 4), height * 0.095), mixed(trousers, (0, 0, 0), 0.12 * (side < 0))
        )
        canvas.lay(
            lambda pen, leg=leg: pen.disc(
                (leg[2][0] + dress.facing * 0.02 * height * ratio, leg[2][1] + 0.0 * height), height * 0.045, flat=0.5
            ),
            mixed(HAIR, dusk, dress.night),
        )
    hem, flare = (0.24, 0.05) if dress.long else (0.42, 0)
    body = [
        spot(-0.115, 0.8),
        spot(0.09, 0.81),
        spot(0.125, 0.6),
        spot(0.12 + flare, hem),
        spot(-0.12 - flare, hem),
        spot(-0.13, 0.6),
    ]
    canvas.lay(lambda pen: pen.area(curve([*body, body[0]], 5)), coat)
    canvas.lay(
        lambda pen: pen.area([spot(-0.12, 0.78), spot(-0.03, 0.8), spot(-0.05, hem), spot(-0.12 - flare, hem)]),
        mixed(coat, (0, 0, 0), 0.3),
        0.7,
        height * 0.012,
    )
    if dress.apron is not None:
        canvas.lay(
            lambda pen: pen.area([spot(-0.02, 0.7), spot(0.1, 0.7), spot(0.13, 0.38), spot(-0.06, 0.38)]),
            mixed(dress.apron, dusk, dress.night),
        )
    _load(canvas, spot, height, dress, coat)
    canvas.lay(lambda pen: pen.line([spot(0.0, 0.8), spot(0.01, 0.87)], height * 0.06), skin)
    canvas.lay(lambda pen: pen.disc(spot(0.015, 0.91), height * 0.072, flat=1.1), skin)
    if dress.head == "cone":
        canvas.lay(
            lambda pen: pen.area([spot(-0.17, 0.925), spot(0.0, 1.03), spot(0.03, 1.03), spot(0.19, 0.925)]), straw
        )
        canvas.lay(
            lambda pen: pen.area([spot(-0.17, 0.925), spot(0.0, 1.03), spot(-0.02, 0.925)]),
            mixed(straw, (60, 40, 20), 0.35),
        )
        return
    canvas.lay(
        lambda pen: pen.area(
            curve(
                [
                    spot(-0.075, 0.88),
                    spot(-0.07, 0.97),
                    spot(0.01, 1.0),
                    spot(0.085, 0.95),
                    spot(0.03, 0.945),
                    spot(-0.03, 0.92),
                    spot(-0.075, 0.88),
                ],
                4,
            )
        ),
        coat if dress.head == "cap" else hair,
    )
    if dress.head == "bun":
        canvas.lay(lambda pen: pen.disc(spot(-0.08, 0.95), height * 0.035), hair)


def _load(canvas: Canvas, spot, height: float, dress: Dress, coat: Colour) -> None:  # type: ignore[no-untyped-def]
    """Arms, and what they hold."""
    dusk = (20, 20, 30)
    straw = mixed((176, 132, 78), dusk, dress.night)
    if dress.load == "pole":
        canvas.lay(
            lambda pen: pen.line(curve([spot(-0.5, 0.72), spot(0, 0.84), spot(0.5, 0.72)]), height * 0.032), straw
        )
        for side in (-0.48, 0.48):
            canvas.lay(
                lambda pen, s=side: [pen.line([spot(s, 0.74), spot(s + d, 0.4)], height * 0.018) for d in (-0.1, 0.1)],
                straw,
            )
            canvas.lay(
                lambda pen, s=side: pen.area(
                    [spot(s - 0.14, 0.42), spot(s + 0.14, 0.42), spot(s + 0.1, 0.22), spot(s - 0.1, 0.22)]
                ),
                straw,
            )
            canvas.lay(
                lambda pen, s=side: pen.disc(spot(s, 0.42), height * 0.13, flat=0.4),
                mixed((104, 148, 70), dusk, dress.night),
            )
        hand = spot(0.16, 0.76)
    elif dress.load == "basket":
        canvas.lay(lambda pen: pen.area([spot(0.12, 0.5), spot(0.36, 0.5), spot(0.32, 0.34), spot(0.16, 0.34)]), straw)
        canvas.lay(
            lambda pen: pen.disc(spot(0.24, 0.5), height * 0.11, flat=0.45), mixed((120, 160, 76), dusk, dress.night)
        )
        hand = spot(0.24, 0.58)
    elif dress.load == "reach":
        hand = spot(0.34, 0.66)
    elif dress.load == "stick":
        hand = spot(0.22, 0.5)
        canvas.lay(
            lambda pen: pen.line([spot(0.22, 0.54), spot(0.25, 0.0)], height * 0.03), mixed(straw, (0, 0, 0), 0.3)
        )
    elif dress.load == "umbrella":
        hand = spot(0.15, 0.68)
    else:
        if dress.load == "bag":
            canvas.lay(
                lambda pen: pen.area([spot(0.08, 0.46), spot(0.26, 0.46), spot(0.28, 0.24), spot(0.06, 0.24)]),
                mixed((150, 52, 46), dusk, dress.night),
            )
        hand = spot(0.15, 0.5)
    canvas.lay(
        lambda pen: pen.line(curve([spot(0.03, 0.76), spot(0.1, 0.62), hand], 4), height * 0.07),
        mixed(coat, (0, 0, 0), 0.15),
    )
    if dress.load == "umbrella":
        canvas.lay(lambda pen: pen.line([spot(0.145, 0.62), spot(0.1, 1.3)], height * 0.022), (60, 40, 40))
    canvas.lay(lambda pen: pen.disc(hand, height * 0.035), mixed(SKIN, dusk, dress.night))
