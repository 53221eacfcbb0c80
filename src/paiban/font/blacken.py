"""A face made as black as another: each of its glyphs emboldened until it has the ink that it would have there.

A face with serifs grows sideways alone, as its own heavier weights do: emboldened evenly its horizontals come out three
times too thick and dense characters close up. One without grows both ways. How much ink a character of so much ink has
in the other face is read off the characters that both have, so a dense one grows less than an open one. Ink is a share
of the em.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paiban.font.face import NO_INK, Face, Outline
from paiban.font.fitting import AS_IT_IS, Fitting
from paiban.font.told import Box, Told

SAMPLE = (
    "一二三十人大小中国上下不在有是的我他这里日月山水木火土田目言门车马鸟鱼龙黄黑高新闻报社会经济发展建设市县镇"
    "村路桥街州海江湖河农工商学教育医院警察繁體龜鬱籲灣變鹽臺疆囊罐警霸"
    "𫖯𫍽𬀩𬸦𬘘𬭚𬬭𫟷𬍛𬟁𬙂𫓯𬘬𬣙𬬮"
)
"""Characters of all densities; faces that hold nothing but rare ones have the last."""

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIKLMNOPRSTUVZ"
"""What faces of letters are held against each other by, which have no Han."""

SPREAD = 24
"""How much wider than it was a glyph may come out, in thousandths of an em; what is over is squeezed back."""

STRONGEST = 0.11
"""No stem grows by more than this share of an em."""

_PANOSE_TEXT, _PANOSE_SANS = 2, range(11, 16)
"""How PANOSE says of a face for text that it has no serifs (OS/2, panose)."""

_STEPS = 7
"""So often is the interval of strengths halved: to a sixth of a hundredth of an em."""

_PROBES = 8
"""So many of them tell how much stems grow on average."""

_LEAST_PAIRS = 6
"""Fewer characters in both faces say nothing; then the glyphs stay as they are."""

Curve = tuple[float, float, float]


class BlackFace(Face):
    """A face whose glyphs are made as black as those of ``like``. Widths, marks and places stay its own."""

    __slots__ = ("_curve", "_evenly", "_like", "_most", "_outlines")

    def __init__(
        self, key: str, path: Path, like: Face, index: int = 0, fitting: Fitting = AS_IT_IS, before: Told | None = None
    ) -> None:
        super().__init__(key, path, index, fitting, before=before)
        self._like = like
        self._curve: Curve | None = None
        self._evenly = False
        self._most = 0.0
        self._outlines: dict[int, Outline] = {}

    @property
    def like(self) -> Face:
        """The face that it is made as black as."""
        return self._like

    @property
    def is_drawn(self) -> bool:
        """No glyph of it stands in its file."""
        return True

    def outline(self, gid: int) -> Outline:
        """What the face draws for a glyph, as black as it is to be."""
        known = self._outlines.get(gid)
        if known is None:
            known = self._outlines[gid] = self._blackened(gid)
        return known

    def measured(self, gid: int) -> Box:
        """The ink of a glyph, looked at."""
        return _box(self.outline(gid))

    def _blackened(self, gid: int) -> Outline:
        curve = self._curve or self._learn()
        return self._bolder(gid, self._strength((gid,), curve, self._most))

    def _learn(self) -> Curve:
        """How black its glyphs are to be, and how far a stem may grow for that: a fourth more than stems do on average.

        So what has hardly a stem that could grow, such as z, gets no blot for one.
        """
        both = self._shared(SAMPLE) or self._shared(LETTERS)
        panose = self.table("OS/2")[32:34]
        self._evenly = len(panose) == 2 and panose[0] == _PANOSE_TEXT and panose[1] in _PANOSE_SANS
        curve = self._curve = curve_of([(_ink_of(self, c), _ink_of(self.like, c)) for c in both])
        probe = [self.shape(c)[0].gid for c in both[:: max(1, len(both) // _PROBES)]]
        self._most = 1.25 * self._strength(probe, curve, STRONGEST)
        return curve

    def _strength(self, gids: Sequence[int], curve: Curve, most: float) -> float:
        """By how much of an em the stems of some glyphs have to grow for them to have the ink that they should have."""
        level, slope, bend = curve
        inks = [ink_of(self.plain_outline(gid)) / self.upem**2 for gid in gids]
        wanted = sum(level + slope * ink + bend * ink * ink for ink in inks)
        low, high = 0.0, most
        for _ in range(_STEPS):
            middle = (low + high) / 2
            now = sum(ink_of(self._bolder(gid, middle)) for gid in gids) / self.upem**2
            low, high = (middle, high) if now < wanted else (low, middle)
        return low

    def _shared(self, sample: str) -> list[str]:
        """The characters of a sample that both faces have."""
        return [c for c in sample if self.has(c) and self.like.has(c)]

    def _bolder(self, gid: int, strength: float) -> Outline:
        box = _box(self.plain_outline(gid))
        return self._squeezed(self.plain_outline(gid, strength, self._evenly), box)

    def _squeezed(self, outline: Outline, box: Box) -> Outline:
        """An outline no wider and no higher than its box was and ``SPREAD``, about the middle of it."""
        now, spread = _box(outline), self.upem * SPREAD // 1000
        axes = []
        for low, high in ((0, 2), (1, 3)):
            factor = min(1.0, (box[high] - box[low] + spread) / max(1, now[high] - now[low]))
            axes.append((factor, (box[low] + box[high] - factor * (now[low] + now[high])) / 2))
        return tuple(
            (step, tuple([axes[n % 2][0] * value + axes[n % 2][1] for n, value in enumerate(values)]))
            for step, values in outline
        )


def _ink_of(face: Face, character: str) -> float:
    """The ink of a character as the face has it."""
    (glyph,) = face.shape(character)[:1]
    return ink_of(face.plain_outline(glyph.gid)) / face.upem**2


def ink_of(outline: Outline) -> float:
    """The area inside an outline, in square font units, exactly (the integral of each curve)."""
    total, at, start = 0.0, (0.0, 0.0), (0.0, 0.0)
    for step, values in outline:
        if step == "Z":
            total += _cross(at, start) / 2
            continue
        points = [at, *points_of(values)]
        if step == "M":
            start = points[-1]
        else:
            total += _area(points)
        at = points[-1]
    return abs(total)


def points_of(values: Sequence[float]) -> list[tuple[float, float]]:
    """A step's numbers as points."""
    return list(zip(values[::2], values[1::2], strict=True))


def _area(points: Sequence[tuple[float, float]]) -> float:
    """The area between the origin and a line, a quadratic or a cubic curve."""
    if len(points) == 2:
        return _cross(*points) / 2
    if len(points) == 3:
        a, b, c = points
        return (2 * _cross(a, b) + 2 * _cross(b, c) + _cross(a, c)) / 6
    a, b, c, d = points
    ends = 6 * _cross(a, b) + 3 * _cross(a, c) + _cross(a, d)
    return (ends + 3 * _cross(b, c) + 3 * _cross(b, d) + 6 * _cross(c, d)) / 20


def _cross(one: tuple[float, float], other: tuple[float, float]) -> float:
    return one[0] * other[1] - one[1] * other[0]


def _box(outline: Outline) -> Box:
    """The box around an outline's points: its curves lie inside."""
    points = [point for _, values in outline for point in points_of(values)]
    if not points:
        return NO_INK
    xs, ys = zip(*points, strict=True)
    return round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))


def curve_of(pairs: Sequence[tuple[float, float]]) -> Curve:
    """The parabola nearest to some pairs (least squares); what leaves ink as it is where they are too few."""
    if len(pairs) < _LEAST_PAIRS:
        return 0.0, 1.0, 0.0
    sums = [sum(x**power for x, _ in pairs) for power in range(5)]
    rows = [[*sums[n : n + 3], sum(y * x**n for x, y in pairs)] for n in range(3)]
    for pivot in range(3):
        for other in range(3):
            if other != pivot:
                share = rows[other][pivot] / rows[pivot][pivot]
                rows[other] = [a - share * b for a, b in zip(rows[other], rows[pivot], strict=True)]
    level, slope, bend = (rows[n][3] / rows[n][n] for n in range(3))
    return level, slope, bend
