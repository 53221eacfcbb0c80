"""The paragraph-wide breaker finds the cheapest lines, in whatever order it comes to them."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import TextStyle, break_lines, prepare
from paiban.text.linerange import measures_of
from tests.support.costs import cost_of

EM = 1200
PAGE = json.loads((Path(__file__).parents[3] / "bench/page.json").read_text(encoding="utf-8"))
LEAD = PAGE["articles"][0]["paragraphs"][0]
RULES = Composition(punctuation="jiya", breaker="optimal", hyphenate=True, mark_stretch_em=Fraction(1, 2))


def made(copy):
    catalogue, _ = load_catalogue()
    return prepare(plain_text(copy), TextStyle("song", EM, indent=2 * EM, composition=RULES), catalogue)


def test_a_line_that_is_too_dear_after_one_way_may_do_after_a_cheaper_one():
    """Two ways to one break have not as much left to spend: lines from there are asked for by the cheaper one's."""
    copy = made(LEAD)
    found = [line.last for line in break_lines(copy, 17 * EM)]
    other = [16, 34, 51, 69, 87, 105, 122, 139, 156, 174, 193, 211, 226]
    room = measures_of(copy, 17 * EM)
    assert cost_of(copy, found, room) <= cost_of(copy, other, room) + 1e-9
