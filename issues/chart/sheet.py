"""An A4 page to draw on in millimetres, and the press's profile to ask for colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PIL import Image, ImageCms

from paiban.display import BLACK, Box, Colour, GlyphRun, Item, Line, Page, Rect, Rule
from paiban.font import FontCatalogue
from paiban.picture import profile_path
from paiban.span import plain_text
from paiban.template import Press
from paiban.units import mm, pt

WIDTH, HEIGHT = 210, 297
APART = 0.35
PERCEPTUAL, RELATIVE, SATURATION, ABSOLUTE = (ImageCms.Intent(number) for number in range(4))

Lab = tuple[float, float, float]


class Sheet:
    """Items gathered in painting order. Places are millimetres from the top left corner."""

    def __init__(self, catalogue: FontCatalogue) -> None:
        self.items: list[Item] = []
        self._catalogue = catalogue

    def patch(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        self.items.append(Box(_rect(x, y, width, height), fill=colour))

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """A hairline round a rectangle, a little outside it: black overprints, and on two solids would be too much."""
        outside = _rect(x - APART, y - APART, width + 2 * APART, height + 2 * APART)
        self.items.append(Box(outside, stroke=BLACK, weight=pt(0.25)))

    def rule(
        self, ends: Sequence[float], points: float = 0.25, colour: Colour = BLACK, dash: Sequence[float] = ()
    ) -> None:
        """A straight line between two places."""
        x0, y0, x1, y1 = map(mm, ends)
        self.items.append(Rule(x0, y0, x1, y1, pt(points), colour, tuple(map(mm, dash))))

    def words(self, x: float, y: float, text: str, points: float = 6.5, role: str = "hei", align: float = 0) -> None:
        """Words with their baseline at ``y``; ``align`` 0 begins at ``x``, ½ is centred on it, 1 ends there."""
        size = pt(points)
        glyphs, pen = [], 0
        for character in text:
            resolved = self._catalogue.resolve(role, character)
            if resolved is None:
                raise ValueError(f"no face has {character!r}")
            face = self._catalogue.face(resolved[0])
            for index, glyph in enumerate(face.shape(character)):
                glyphs.append((face.key, glyph.gid, pen + glyph.dx * size // face.upem, character if not index else ""))
                pen += glyph.advance * size // face.upem
        left, baseline = mm(x) - round(pen * align), mm(y)
        runs = tuple(_run(stretch, left, baseline, size) for stretch in _by_face(glyphs))
        copy = plain_text(text)
        self.items.append(Line("chart", "chart", 1, copy, 0, len(text), left, baseline, pen, pen, False, False, runs))

    def page(self) -> Page:
        """The finished page."""
        area = _rect(0, 0, WIDTH, HEIGHT)
        return Page(1, "", "", mm(WIDTH), mm(HEIGHT), 0, area, (), (), tuple(self.items))


Placed = tuple[str, int, int, str]
"""The face's key, the glyph, its place along the line, the copy that it stands for."""


def _by_face(glyphs: Iterable[Placed]) -> list[list[Placed]]:
    """Neighbouring glyphs of one face together."""
    stretches: list[list[Placed]] = []
    for glyph in glyphs:
        if stretches and stretches[-1][0][0] == glyph[0]:
            stretches[-1].append(glyph)
        else:
            stretches.append([glyph])
    return stretches


def _run(stretch: list[Placed], left: int, baseline: int, size: int) -> GlyphRun:
    keys, gids, places, texts = zip(*stretch, strict=True)
    xs = tuple(left + place for place in places)
    return GlyphRun(keys[0], size, BLACK, gids, xs, (baseline,) * len(gids), texts)


def _rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(mm(x), mm(y), mm(x + width), mm(y + height))


class Inks:
    """Colours through the press's profile, by littleCMS."""

    def __init__(self, press: Press) -> None:
        self._press = ImageCms.ImageCmsProfile(str(profile_path(press)))
        self._lab = ImageCms.createProfile("LAB")

    def of_rgb(self, colours: Sequence[tuple[int, int, int]], intent: int) -> list[Colour]:
        """The inks for screen colours."""
        return self._inks(bytes(part for colour in colours for part in colour), "RGB", intent)

    def of_lab(self, colours: Sequence[Lab]) -> list[Colour]:
        """The inks for colours relative to the paper; the nearest where they cannot be printed."""
        pixels = bytes(
            part for lab in colours for part in (round(lab[0] * 2.55), round(lab[1]) % 256, round(lab[2]) % 256)
        )
        return self._inks(pixels, "LAB", RELATIVE)

    def look(self, colours: Sequence[Colour], intent: int = ABSOLUTE) -> list[Lab]:
        """L*a*b* of inks, as measured (absolute) or relative to the paper."""
        pixels = bytes(round(part * 2.55) for ink in colours for part in (ink.c, ink.m, ink.y, ink.k))
        image = Image.frombytes("CMYK", (len(colours), 1), pixels)
        out = self._through(image, self._press, self._lab, "LAB", intent).tobytes()
        return [(out[i] / 2.55, _signed(out[i + 1]), _signed(out[i + 2])) for i in range(0, len(out), 3)]

    def _inks(self, pixels: bytes, mode: str, intent: int) -> list[Colour]:
        source = self._lab if mode == "LAB" else ImageCms.createProfile("sRGB")
        image = Image.frombytes(mode, (len(pixels) // 3, 1), pixels)
        out = self._through(image, source, self._press, "CMYK", intent).tobytes()
        return [Colour(*(round(part / 2.55, 1) for part in out[i : i + 4])) for i in range(0, len(out), 4)]

    @staticmethod
    def _through(image: Image.Image, source: object, target: object, mode: str, intent: int) -> Image.Image:
        transform = ImageCms.buildTransform(source, target, image.mode, mode, ImageCms.Intent(intent))
        return ImageCms.applyTransform(image, transform)


def _signed(byte: int) -> float:
    return float(byte - 256 if byte > 127 else byte)
