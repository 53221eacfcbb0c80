"""The classic style breaks as its rules say: ``tests/corpus/classic_breaks.txt`` was derived from them by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.template import Composition, Layout
from paiban.text import LineRange, TextStyle, break_lines, prepare, set_line

EM = 1200
CORPUS = Path(__file__).parents[2] / "corpus/classic_breaks.txt"


class Row(NamedTuple):
    rule: str
    em: Fraction
    lines: tuple[str, ...]


def rows() -> list[Row]:
    found = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rule, em, copy, *_ = (part.strip() for part in line.split("|"))
            found.append(Row(rule, Fraction(em), tuple(copy.split("¦"))))
    return found


def classic() -> Composition:
    sheet, found = Layout().style("classic")
    assert sheet is not None
    assert not found
    return sheet.composition


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.rule} {''.join(row.lines)[:12]} {float(row.em):g}")
def test_a_line_ends_where_the_rules_have_it(row):
    catalogue, _ = load_catalogue()
    style = TextStyle("song", EM, composition=classic())
    made = prepare(plain_text("".join(row.lines)), style, catalogue)
    lines = break_lines(made, int(row.em * EM))
    assert tuple(made.copy.value[slice(*made.copy_range(line.first, line.last))] for line in lines) == row.lines


def test_there_are_a_hundred_breaks():
    assert sum(len(row.lines) - 1 for row in rows()) >= 100


def test_a_digit_stands_on_half_an_em_a_fifth_from_its_han():
    """Squeezed or stretched, in the face's own narrow digits."""
    catalogue, _ = load_catalogue()
    made = prepare(plain_text("年2026年"), TextStyle("song", EM, composition=classic()), catalogue)
    run = set_line(made, LineRange(0, made.count), 100 * EM, x=0, y=0, role="", block="", leg=0).runs[0]
    fifth, half = EM // 5, EM // 2
    assert run.xs == (0, EM + fifth, *(EM + fifth + n * half for n in (1, 2, 3)), EM + 2 * fifth + 4 * half)
    assert made.squeezes is None
    plain = catalogue.face("noto-serif-sc-400").shape("2026")
    assert list(run.glyphs[1:5]) != [glyph.gid for glyph in plain]
