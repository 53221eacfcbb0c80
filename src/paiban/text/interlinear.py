"""Marks beside the text (rule book, section 10), 着重号, 专名号, 书名号甲式, 示亡号, 下划线, ruby; what is under it.

Everything is placed by the line's own axes, ``along`` and ``across`` (dots below a horizontal line and to the right of
a vertical one, lines below and to the left), and turned into page axes at the end. The leading of a single line is
never enlarged for them: ``needed_gap`` says how much white between lines they ask for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from paiban.display import Box, Colour, GlyphRun, Path, Rect, Rule
from paiban.text.charclass import CharClass
from paiban.text.prepared import Annotation, Prepared, run_of
from paiban.units import Length, rounded, scaled
from paiban.value import NamedTuple

DOT_DIAMETER = Fraction(1, 5)
"""着重号, in em of the text."""

DOT_DISTANCE = Fraction(1, 25)
"""From the characters' em box to the dot, or from the line to the dot where a name carries both (先线后点)."""

LINE_DISTANCE = Fraction(1, 12)
"""From the em box to the middle of a 专名号 or 书名号 line."""

LINE_WEIGHT = Fraction(1, 20)

LINE_CUT = Fraction(1, 8)
"""What a line falls short of its name at either end, so that two neighbours show a break."""

WAVE_LENGTH, WAVE_HEIGHT = Fraction(1, 4), Fraction(1, 14)
"""书名号甲式: one wave's length, and how far it swings to either side."""

GROUND = "ground"
"""The kind of an annotation that is under its text (反白, 底色)."""

GROUND_PAD = Fraction(1, 8)
"""A ground reaches so far beyond its run on either side, in em, where there is white or room was made for it."""

GROUND_EDGE = Fraction(1, 20)
"""And beyond the em boxes across the line."""

FRAME_DISTANCE = Fraction(1, 30)
"""示亡号: the frame's distance from the em boxes; its sides stand in the neighbours' own white."""

RUBY_SIZE = Fraction(1, 2)
"""Ruby against the text's size."""

RUBY_DISTANCE = Fraction(1, 20)

ZHUYIN_SIZE = Fraction(3, 10)
"""A 注音 symbol against its character, 3 : 10 (clreq: positioning of zhuyin)."""

ZHUYIN_BLOCK = Fraction(1, 2)
"""The room beside a character for its 注音."""

GAP_ONE_SIDE, GAP_BOTH_SIDES = Fraction(1, 2), Fraction(5, 8)
"""White between lines that marks on one side and on both sides ask for (clreq: handling of interlinear punctuation)."""

GAP_UNDERLINE = Fraction(1, 5)
"""An underline stands in the white that any lines have."""

TONES = "ˊˇˋ˙"

_ARC = Fraction(5523, 10000)
"""Control points of a quarter circle drawn as a cubic curve."""

Point = tuple[Length, Length]


class Track(NamedTuple):
    """Where the clusters of a set line stand: ``begins[i]`` and ``ends[i]`` along it for cluster ``first + i``."""

    first: int
    begins: tuple[Length, ...]
    ends: tuple[Length, ...]
    across: Length


def is_zhuyin(text: str) -> bool:
    """Whether a ruby text is 注音 rather than 拼音 or meaning."""
    return any("\u3105" <= character <= "\u312f" or "\u31a0" <= character <= "\u31bf" for character in text)


def needed_gap(prepared: Prepared) -> Length:
    """The white between lines that a paragraph's marks ask for; 0 if it has none."""
    kinds = {annotation.kind for annotation in prepared.annotations} - {GROUND}
    if not kinds:
        return 0
    if kinds == {"underline"}:
        return scaled(prepared.style.size, GAP_UNDERLINE)
    both = bool(kinds & {"dots", "ruby"}) and bool(kinds & {"name", "title", "ruby"}) and len(kinds) > 1
    return scaled(prepared.style.size, GAP_BOTH_SIDES if both else GAP_ONE_SIDE)


def beside(prepared: Prepared, track: Track) -> tuple[tuple[Rule | Path, ...], list[Note]]:
    """What stands beside a set line: dots and lines, and the runs of its ruby with their ranges of the copy."""
    last = track.first + len(track.begins)
    drawn: list[Rule | Path] = []
    bases: list[Base] = []
    for annotation in prepared.annotated(track.first, last):
        low, high = max(annotation.first, track.first), min(annotation.last, last)
        if annotation.ruby is not None:
            bases += [Base(annotation, annotation.ruby, low, high)] if annotation.ruby.count else []
        elif annotation.kind != GROUND:
            drawn += _MAKERS[annotation.kind](prepared, annotation, track, low, high)
    return tuple(drawn), _ruby(prepared, track, bases)


def _at(prepared: Prepared, along: Length, across: Length) -> Point:
    """A place of the line as x and y."""
    return (across, along) if prepared.style.vertical else (along, across)


def grounds(prepared: Prepared, track: Track, block: str) -> tuple[Box, ...]:
    """What a set line stands on: a box a run that has a ground, painted before the line."""
    last = track.first + len(track.begins)
    parts = [
        (annotation, max(annotation.first, track.first), min(annotation.last, last))
        for annotation in prepared.annotated(track.first, last)
        if annotation.kind == GROUND
    ]
    return tuple([_ground(prepared, a, track, low, high, block) for a, low, high in parts])


def _ground(prepared: Prepared, annotation: Annotation, track: Track, low: int, high: int, block: str) -> Box:
    """From edge to edge of the em boxes across, and a little more; along from its first character to its last."""
    size = annotation.size
    edge = scaled(size, GROUND_EDGE)
    begin, end = track.begins[low - track.first], track.ends[high - 1 - track.first]
    style = prepared.style
    has_white = low > track.first or style.align in {"centre", "end"} or (low == 0 and style.indent > 0)
    if low == annotation.first and has_white:
        begin -= scaled(size, GROUND_PAD)
    if prepared.style.vertical:
        half = rounded(size, 2) + edge
        return Box(
            Rect(track.across - half, begin, track.across + half, end), fill=annotation.colour, block=block, ground=True
        )
    top, foot = track.across - rounded(size * 88, 100) - edge, track.across + rounded(size * 12, 100) + edge
    return Box(Rect(begin, top, end, foot), fill=annotation.colour, block=block, ground=True)


def _under(prepared: Prepared, track: Track, size: Length, distance: Length) -> Length:
    """Across: ``distance`` off the em box of a size on the side of lines: below, or to the left if vertical."""
    if prepared.style.vertical:
        return track.across - rounded(size, 2) - distance
    return track.across + rounded(size * 12, 100) + distance


def _dots(prepared: Prepared, annotation: Annotation, track: Track, low: int, high: int) -> list[Rule | Path]:
    """One dot a Han character, centred on it however the line is stretched; none on marks and spaces."""
    size = annotation.size
    radius = rounded(scaled(size, DOT_DIAMETER), 2)
    distance = scaled(size, DOT_DISTANCE) + radius
    lined = [a for a in prepared.annotated(low, high) if a.kind in {"name", "title", "underline"}]
    found: list[Rule | Path] = []
    for cluster in range(low, high):
        if prepared.classes[cluster] != CharClass.HAN:
            continue
        further = any(a.first <= cluster < a.last for a in lined)
        off = distance + (scaled(size, LINE_DISTANCE + LINE_WEIGHT) if further and not prepared.style.vertical else 0)
        right = track.across + rounded(size, 2) + off
        across = right if prepared.style.vertical else _under(prepared, track, size, off)
        begin, end = track.begins[cluster - track.first], track.ends[cluster - track.first]
        found.append(_disc(*_at(prepared, rounded(begin + end, 2), across), radius, annotation.colour))
    return found


def _disc(x: Length, y: Length, r: Length, fill: Colour) -> Path:
    k = scaled(r, _ARC)
    return Path(
        (
            ("M", (x + r, y)),
            ("C", (x + r, y + k, x + k, y + r, x, y + r)),
            ("C", (x - k, y + r, x - r, y + k, x - r, y)),
            ("C", (x - r, y - k, x - k, y - r, x, y - r)),
            ("C", (x + k, y - r, x + r, y - k, x + r, y)),
            ("Z", ()),
        ),
        fill,
    )


def _extent(annotation: Annotation, track: Track, low: int, high: int) -> tuple[Length, Length]:
    """The length of a line beside ``low`` … ``high``, cut short where its name begins and ends (not where it wraps).

    An underline is not: two of them are one.
    """
    cut = scaled(annotation.size, LINE_CUT) if annotation.kind != "underline" else 0
    begin = track.begins[low - track.first] + (cut if low == annotation.first else 0)
    end = track.ends[high - 1 - track.first] - (cut if high == annotation.last else 0)
    return begin, end


def _name_line(prepared: Prepared, annotation: Annotation, track: Track, low: int, high: int) -> list[Rule | Path]:
    begin, end = _extent(annotation, track, low, high)
    across = _under(prepared, track, annotation.size, scaled(annotation.size, LINE_DISTANCE))
    weight = scaled(annotation.size, LINE_WEIGHT)
    return [Rule(*_at(prepared, begin, across), *_at(prepared, end, across), weight, annotation.colour)]


def _title_line(prepared: Prepared, annotation: Annotation, track: Track, low: int, high: int) -> list[Rule | Path]:
    """A wave from end to end as a closed outline: there along its upper edge, back along its lower."""
    begin, end = _extent(annotation, track, low, high)
    size = annotation.size
    across = _under(prepared, track, size, scaled(size, LINE_DISTANCE + WAVE_HEIGHT))
    halves = max(2, 2 * rounded(end - begin, scaled(size, WAVE_LENGTH)))
    swing, weight = scaled(size, WAVE_HEIGHT), scaled(size, LINE_WEIGHT)
    knots = [begin + rounded((end - begin) * i, halves) for i in range(halves + 1)]
    steps: list[tuple[str, tuple[Length, ...]]] = []
    upper, lower = across - weight // 2, across + weight - weight // 2
    steps.append(("M", _at(prepared, knots[0], upper)))
    for index, (before, after) in enumerate(pairwise(knots)):
        steps.append(_bow(prepared, before, after, upper, swing if index % 2 else -swing))
    steps.append(("L", _at(prepared, knots[-1], lower)))
    for index, (before, after) in reversed(list(enumerate(pairwise(knots)))):
        steps.append(_bow(prepared, after, before, lower, swing if index % 2 else -swing))
    return [Path((*steps, ("Z", ())), annotation.colour)]


def _bow(
    prepared: Prepared, begin: Length, end: Length, across: Length, swing: Length
) -> tuple[str, tuple[Length, ...]]:
    third = rounded(end - begin, 3)
    peak = across + rounded(4 * swing, 3)
    points = (_at(prepared, begin + third, peak), _at(prepared, end - third, peak), _at(prepared, end, across))
    return "C", tuple(value for point in points for value in point)


def _frame(prepared: Prepared, annotation: Annotation, track: Track, low: int, high: int) -> list[Rule | Path]:
    """示亡号: a frame round a name; open where the name goes on in the next line."""
    size = annotation.size
    off, weight = scaled(size, FRAME_DISTANCE), scaled(size, LINE_WEIGHT)
    begin, end = track.begins[low - track.first], track.ends[high - 1 - track.first]
    half = rounded(size, 2) + off
    middle = track.across if prepared.style.vertical else track.across - rounded(size * 38, 100)
    sides = [((begin, middle - half), (end, middle - half)), ((begin, middle + half), (end, middle + half))]
    if low == annotation.first:
        sides.append(((begin, middle - half), (begin, middle + half)))
    if high == annotation.last:
        sides.append(((end, middle - half), (end, middle + half)))
    return [Rule(*_at(prepared, *a), *_at(prepared, *b), weight, annotation.colour) for a, b in sides]


# ---- ruby -----------------------------------------------------------------------------------------------------------


class Syllable(NamedTuple):
    """Glyphs ``first`` … ``last`` of a ruby text that belong together, and their width."""

    first: int
    last: int
    width: Length


def syllables(ruby: Prepared, characters: int) -> list[Syllable]:
    """A ruby text cut at its spaces, one syllable a character of its base; in one piece if they do not match."""
    copy = ruby.copy.value
    cuts = [0, *(at for at in range(1, ruby.count) if copy[ruby.starts[at] - 1].isspace()), ruby.count]
    if len(cuts) - 1 != characters:
        cuts = [0, ruby.count]
    return [Syllable(ruby.firsts[a], ruby.lasts[b - 1], ruby.natural(a, b)) for a, b in pairwise(cuts) if b > a]


def ruby_room(
    bases: Sequence[tuple[Annotation, Prepared]], widths: Sequence[Length], vertical: bool
) -> dict[int, Length]:
    """What must be put after a cluster so that ruby has its room: cluster → Length.

    ``bases`` are the annotations that have ruby, with it; ``widths`` the clusters' own, marks at their least. 拼音 may
    hang over what has none but keeps a quarter of its em from its neighbour, whatever stands between: the syllables of
    one base hang out of it first (``Hang``), then part its characters; 注音 stands beside its character.
    """
    room: dict[int, Length] = {}
    before: tuple[int, Length] | None = None
    for (_, first, last, size, *_), ruby in bases:
        parts = syllables(ruby, last - first)
        if is_zhuyin(ruby.copy.value[ruby.start : ruby.end]):
            if not vertical:
                beside = range(first, last) if len(parts) == last - first else (last - 1,)
                room.update({cluster: scaled(size, ZHUYIN_BLOCK) for cluster in beside})
            before = None
            continue
        spans = _spans(first, last, parts)
        overs = [part.width - sum(widths[begin:end]) for (begin, end), part in zip(spans, parts, strict=True)]
        apart = rounded(ruby.style.size, 4)
        lacks = [max(0, rounded(one + other, 2) + apart) for one, other in pairwise(overs)]
        out = hang(sum(lacks), overs, ruby.style.size)
        if before is not None:
            lacking = before[1] + rounded(overs[0], 2) + out.left + apart - sum(widths[before[0] : first])
            if lacking > 0:
                room[first - 1] = room.get(first - 1, 0) + lacking
        left = sum(lacks) - out.left - out.right
        for (begin, _), lack in zip(spans[1:], lacks, strict=True):
            if left > 0 and lack:
                room[begin - 1] = room.get(begin - 1, 0) + rounded(left * lack, sum(lacks))
        before = (last, rounded(overs[-1], 2) + out.right)
    return room


class Hang(NamedTuple):
    """How far the syllables of a base move out of their places before it and behind it, to have room beside each
    other."""

    left: Length
    right: Length


def hang(lacking: Length, overs: Sequence[Length], em: Length) -> Hang:
    """What syllables lack together, shared out as far as half an ``em`` of theirs beyond either side of their base.

    ``overs`` says how much wider each is than what it stands over (clreq: ruby may hang over neighbouring characters).
    """
    free = [max(0, rounded(em, 2) - rounded(over, 2)) for over in (overs[0], overs[-1])]
    if len(overs) == 1 or lacking <= 0 or not any(free):
        return Hang(0, 0)
    taken = min(lacking, sum(free))
    left = rounded(taken * free[0], sum(free))
    return Hang(left, taken - left)


def _spans(first: int, last: int, parts: Sequence[Syllable]) -> list[tuple[int, int]]:
    """The clusters of a base that each part of its ruby stands over."""
    return [(first, last)] if len(parts) == 1 else [(i, i + 1) for i in range(first, last)]


class Base(NamedTuple):
    """Clusters ``low`` … ``high`` of a line with their ruby; a base never wraps."""

    annotation: Annotation
    ruby: Prepared
    low: int
    high: int

    @property
    def is_sound(self) -> bool:
        """Whether the ruby is 注音."""
        return is_zhuyin(self.ruby.copy.value[self.ruby.start : self.ruby.end])

    @property
    def parts(self) -> list[tuple[Syllable, int, int]]:
        """Each part of the ruby with the clusters that it stands over."""
        parts = syllables(self.ruby, self.high - self.low)
        return [(part, *span) for part, span in zip(parts, _spans(self.low, self.high, parts), strict=True)]


Note = tuple[GlyphRun, tuple[int, int]]
"""A run set beside a line, and the range of the copy that it sets."""


def _ruby(prepared: Prepared, track: Track, bases: Sequence[Base]) -> list[Note]:
    """The ruby of a line: 注音 beside each character, 拼音 over its base and clear of its neighbours."""
    apart = rounded(scaled(prepared.style.size, RUBY_SIZE), 4)
    preferred = [place for base in bases if not base.is_sound for place in _wished(prepared, base, track, apart)]
    starts = iter(placed_apart(preferred, track.begins[0], track.ends[-1], apart))
    notes: list[Note] = []
    for base in bases:
        points: list[Point] = []
        for part, first, last in base.parts:
            if base.is_sound:
                points += _zhuyin(prepared, base, track, part, *_over(prepared, base, track, first, last))
            else:
                points += _pinyin(prepared, base, track, part, next(starts))
        notes += _runs(base, points)
    return notes


def _wished(prepared: Prepared, base: Base, track: Track, apart: Length) -> list[tuple[Length, Length]]:
    """Where the syllables of a base wish to start, each in the middle of its own, and how wide they are; the first so
    far out that all hang out alike."""
    over = [(_over(prepared, base, track, first, last), part.width) for part, first, last in base.parts]
    starts = [rounded(begin + end - width, 2) for (begin, end), width in over]
    widths = [width for _, width in over]
    lacks = [max(0, one + width + apart - other) for (one, other), width in zip(pairwise(starts), widths, strict=False)]
    overs = [width - (end - begin) for (begin, end), width in over]
    starts[0] -= hang(sum(lacks), overs, base.ruby.style.size).left
    return list(zip(starts, widths, strict=True))


def _over(prepared: Prepared, base: Base, track: Track, first: int, last: int) -> tuple[Length, Length]:
    """Where clusters ``first`` … ``last`` begin and end along the line, white put after a Han character aside."""
    begin, end = track.begins[first - track.first], track.ends[last - 1 - track.first]
    if prepared.classes[last - 1] == CharClass.HAN:
        end = track.begins[last - 1 - track.first] + base.annotation.size
    return begin, end


def placed_apart(preferred: Sequence[tuple[Length, Length]], low: Length, high: Length, apart: Length) -> list[Length]:
    """Starts as near as can be to where things of a width wish to start: ``apart`` from each other, ``low`` … ``high``.

    Where there is no room for that they touch.

    >>> placed_apart([(-2, 6), (4, 4)], 0, 20, 1), placed_apart([(0, 6), (5, 6)], 0, 12, 1)
    ([0, 7], [0, 6])
    """
    starts: list[Length] = []
    edge = low
    for start, width in preferred:
        starts.append(max(edge, start))
        edge = starts[-1] + width + apart
    edge = high
    for index in range(len(preferred) - 1, -1, -1):
        starts[index] = min(starts[index], edge - preferred[index][1])
        edge = starts[index] - apart
    if apart and starts and starts[0] < low:
        return placed_apart(preferred, low, high, 0)
    return starts


def _runs(base: Base, points: Sequence[Point]) -> list[Note]:
    """The glyphs of a ruby text at their points, cut where the face changes; their ranges tile the text."""
    ruby, annotation = base.ruby, base.annotation
    glyphs = [glyph for part, _, _ in base.parts for glyph in range(part.first, part.last)]
    looks = [bisect_right(ruby.looks, glyph, key=lambda look: look.glyph) - 1 for glyph in glyphs]
    cuts = [0, *(i for i in range(1, len(glyphs)) if looks[i] != looks[i - 1]), len(glyphs)]
    begins = [ruby.starts[bisect_right(ruby.firsts, glyphs[cut]) - 1] for cut in cuts[1:-1]]
    ranges = pairwise((annotation.start, *begins, annotation.end))
    notes: list[Note] = []
    for (low, high), copy in zip(pairwise(cuts), ranges, strict=True):
        xs, ys = tuple([x for x, _ in points[low:high]]), tuple([y for _, y in points[low:high]])
        ids = tuple([ruby.glyphs[glyph] for glyph in glyphs[low:high]])
        texts = tuple([ruby.texts[glyph] for glyph in glyphs[low:high]])
        notes.append((run_of(ruby, ruby.looks[looks[low]], ids, xs, ys, texts), copy))
    return notes


def _pinyin(prepared: Prepared, base: Base, track: Track, part: Syllable, start: Length) -> list[Point]:
    """From ``start`` on, above its base or to its right."""
    ruby = base.ruby
    size, small = base.annotation.size, ruby.style.size
    distance = scaled(size, RUBY_DISTANCE)
    if prepared.style.vertical:
        across = track.across + rounded(size, 2) + distance + rounded(small, 2)
    else:
        across = track.across - rounded(size * 88, 100) - distance - rounded(small * 12, 100)
    points, pen = [], start
    for glyph in range(part.first, part.last):
        rise = ruby.rises[glyph] if ruby.rises else 0
        points.append(_at(prepared, pen + ruby.shifts[glyph], across + rise))
        pen += ruby.advances[glyph]
    return points


def _zhuyin(prepared: Prepared, base: Base, track: Track, part: Syllable, begin: Length, end: Length) -> list[Point]:
    """To the right of its character, symbol under symbol, the tone to the right of the last (˙ above the first)."""
    ruby = base.ruby
    size, small = base.annotation.size, ruby.style.size
    if prepared.style.vertical:
        left, top = track.across + rounded(size, 2), rounded(begin + end - size, 2)
    else:
        left, top = begin + size, track.across - rounded(size * 88, 100)
    texts = ruby.texts[part.first : part.last]
    height = small * sum(text not in TONES for text in texts)
    y = top + rounded(size - height, 2) + rounded(small * 88, 100)
    points: list[Point] = []
    for text in texts:
        if text == "˙":
            points.append((left, y - rounded(3 * small, 4)))
        elif text in TONES:
            points.append((left + small - rounded(small, 5), y - rounded(4 * small, 3)))
        else:
            points.append((left, y))
            y += small
    return points


_Maker = Callable[[Prepared, Annotation, Track, int, int], Sequence[Rule | Path]]

_MAKERS: dict[str, _Maker] = {
    "dots": _dots, "name": _name_line, "underline": _name_line, "title": _title_line, "frame": _frame,
}  # fmt: skip
