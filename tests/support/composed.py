"""Composition for tests: copy set in the tiny face, where an em is 1200 and every fraction of it a whole number."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import pairwise

from hypothesis import strategies as st

from paiban.display import Line
from paiban.font import FontCatalogue
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import LineRange, Prepared, TextStyle, break_lines, prepare, set_line
from paiban.text.breaks import LEVELS
from paiban.text.spacing import STYLES
from tests.support.tiny_face import tiny_catalogue

EM = 1200
HALF, QUARTER, EIGHTH, GAP = EM // 2, EM // 4, EM // 8, EM // 6
DIGIT = EM // 2


PLAIN = Composition(
    mark_stretch_em=Fraction(0),
    punctuation="kaiming",
    breaker="greedy",
    hyphenate=False,
    even_stretch=False,
    gap_most_em=Fraction(1, 3),
)
"""Rules that do as little as may be, so that a test says what it adds: marks that give nothing, line by line."""


@cache
def catalogue() -> FontCatalogue:
    return tiny_catalogue()


def style(
    *, align: str = "justify", indent: int = 0, vertical: bool = False, size: int = EM, **rules: object
) -> TextStyle:
    """A style of the tiny face; ``rules`` are fields of ``Composition``, upon those of ``PLAIN``."""
    composition = PLAIN._replace(**rules)
    return TextStyle("song", size, align=align, indent=indent, vertical=vertical, composition=composition)


def prepared(copy: str, *, markup: bool = False, prefix: str = "", **how: object) -> Prepared:
    return prepare(plain_text(copy, "copy.yaml"), style(**how), catalogue(), markup=markup, prefix=prefix)


def lines_of(copy: str, em: float, **how: object) -> list[str]:
    """The lines that ``copy`` breaks into at a measure of ``em``."""
    made = prepared(copy, **how)
    return [copy[slice(*made.copy_range(line.first, line.last))] for line in break_lines(made, round(em * EM))]


def set_lines(made: Prepared, measure: int, lines: tuple[LineRange, ...] | None = None) -> list[Line]:
    """Every line of a paragraph, set one under the other (to the left, if vertical) in ``measure``."""
    broken = break_lines(made, measure) if lines is None else lines
    step = 2 * made.style.size
    found = []
    for index, line in enumerate(broken):
        x, y = (-index * step, 0) if made.style.vertical else (0, index * step)
        found.append(set_line(made, line, measure, x=x, y=y, role="body", block="b", leg=0))
    return found


def one_line(copy: str, em: float | None = None, **how: object) -> Line:
    """``copy`` set on one line: at its natural width, or justified to ``em``."""
    made = prepared(copy, **({"align": "start"} if em is None else {"align": "spread"}) | how)
    return set_lines(made, 100 * EM if em is None else round(em * EM), (LineRange(0, made.count),))[0]


def places(line: Line) -> list[tuple[str, int]]:
    """Each glyph's copy and where its origin stands along the line."""
    found = []
    for run in line.body:
        along = run.ys if line.vertical else run.xs
        found += zip(run.texts, along, strict=True)
    begin = line.y if line.vertical else line.x
    return [(text, at - begin) for text, at in found]


def steps(copy: str, em: float | None = None, **how: object) -> list[int]:
    """The distances from origin to origin in a line of Han and marks whose glyphs are not moved."""
    return [after - before for (_, before), (_, after) in pairwise(places(one_line(copy, em, **how)))]


def width_of(cluster: str, **how: object) -> int:
    """What ``cluster`` takes between two Han characters in a line at its natural width."""
    line = one_line(f"中{cluster}文", **how)
    found = places(line)
    return found[-1][1] - found[0][1] - EM


def ink(line: Line, faces: FontCatalogue | None = None) -> list[tuple[str, int, int]]:
    """Each glyph's copy with where its ink begins and ends along the line; glyphs without ink are left out."""
    found = []
    for run in line.body:
        face = (faces or catalogue()).face(run.face)
        for glyph, text, x, y in zip(run.glyphs, run.texts, run.xs, run.ys, strict=True):
            x0, y0, x1, y1 = (value * run.size // face.upem for value in face.extents(glyph))
            if x0 == x1:
                continue
            if not line.vertical:
                found.append((text, x + x0 - line.x, x + x1 - line.x))
            elif run.quarter_turn:
                found.append((text, y + x0 - line.y, y + x1 - line.y))
            else:
                found.append((text, y - y1 - line.y, y - y0 - line.y))
    return found


def drawn(line: Line) -> str:
    """What the glyphs of a line stand for, without the engine's own prefix and suffix."""
    text = "".join(part for run in line.body for part in run.texts)
    return text[len(line.prefix) : len(text) - len(line.suffix)]


def is_true(line: Line) -> bool:
    """Whether a line draws its range of the copy, but for what it drops or sets beside it, and its notes exactly."""
    away = {*line.dropped, *(index for note in line.notes for index in range(*note))}
    copy = "".join(line.copy.value[index] for index in range(line.start, line.end) if index not in away)
    set_beside = line.runs[len(line.body) :]
    notes = [("".join(run.texts), line.copy.value[slice(*n)]) for run, n in zip(set_beside, line.notes, strict=True)]
    framed = "".join(part for run in line.body for part in run.texts) == f"{line.prefix}{copy}{line.suffix}"
    return framed and all("".join(one.split()) == "".join(two.split()) for one, two in notes)


# ---- copy and styles for properties ---------------------------------------------------------------------------------

HAN = st.text("开发区高质量展张利王三月日上午会议的了和人年米元〇一二十", min_size=1, max_size=8)
MARKS = st.sampled_from([*"，。、；：？！“”‘’《》（）·—…～/％", "——", "……", "？！", "！！！", "。”", "”（", "，“"])
LATIN = st.sampled_from(["A", "GDP", "IPM", "word", "BIZN HK LIMITED", "it’s", "e-mail", "COVID-19", "AVAV", "x"])
NUMBERS = st.sampled_from(["3", "15", "2022", "1.4", "45000", "8,000", "3+4+7", "50%", "￥100", "36.5℃", "2021·"])
SPACES = st.sampled_from([" ", "  ", "\u3000", "\u00a0", "\u200b", "\ufeff"])
PIECE = st.one_of(HAN, HAN, HAN, MARKS, MARKS, LATIN, NUMBERS, SPACES)
COPY = st.lists(PIECE, min_size=1, max_size=24).map("".join)
MEASURES = st.integers(4 * EM, 22 * EM)
RULES = st.fixed_dictionaries(
    {
        "punctuation": st.sampled_from(sorted(STYLES)),
        "prohibition": st.sampled_from(sorted(LEVELS)),
        "breaker": st.sampled_from(["greedy", "optimal"]),
        "hanging": st.booleans(),
        "vertical": st.booleans(),
        "keep_number_unit": st.booleans(),
        "even_stretch": st.booleans(),
        "mark_stretch_em": st.sampled_from([Fraction(0), Fraction(1, 4), Fraction(1, 2)]),
        "vertical_numerals": st.sampled_from(["digits", "han"]),
        "shared_digits": st.integers(1, 3),
        "upright_digits": st.integers(1, 8),
    }
)
