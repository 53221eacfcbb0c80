"""Where three hundred headlines break at the spans in which they would stand, held against a reader's own marks.

``tests/corpus/headlines.txt`` was marked before the breaker was written (its head says how).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from paiban.text import break_headline
from paiban.text.words import segment
from tests.support.composed import EM, prepared

FILE = Path(__file__).parents[2] / "corpus/headlines.txt"

AGAINST = {
    "市民热线受理接诉即办": "受理 reads as the subject's verb, 接诉即办 as its object",
    "开发区一季度签约项目四十六个": "签约 stands before 项目 as an adjective would",
    "他们把论文写在大地上": "after 把 the break before the verb is the only even one",
    "两座水厂同日并网供水": "并网供水 is wider than five em less its marks",
    "博物馆奇妙夜带孩子“穿越”千年": "a third line would cost more than a verb parted from its object",
    "残疾人就业帮扶车间开工": "the name of the workshop is longer than the measure",
}
"""Broken against the sense all the same, each with why: at most two in a hundred."""


class Marked(NamedTuple):
    """A headline, its measure in em and most lines, and where a reader lets a line begin."""

    em: int
    lines: int
    text: str
    breaks: frozenset[int]


def marked() -> list[Marked]:
    found = []
    for row in FILE.read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        text = re.sub("[/~]", "", row[5:])
        places, seen = set(), 0
        for character in row[5:]:
            if character in "/~":
                places.add(seen)
            else:
                seen += 1
        places |= {i + side for i, c in enumerate(text) if c == "\u3000" for side in (0, 1)}
        found.append(Marked(int(row[:2]), int(row[3]), text, frozenset(places)))
    return found


def breaks_of(headline: Marked) -> set[int]:
    made = prepared(headline.text, align="start")
    lines = break_headline(made, headline.em * EM, max_lines=headline.lines)
    assert lines, headline.text
    return {made.starts[line.first] for line in lines[1:]}


def test_the_corpus_is_three_hundred_headlines_of_all_lengths():
    lengths = [len(headline.text) for headline in marked()]
    assert len(lengths) == 300
    assert min(lengths) < 8
    assert max(lengths) >= 18


def test_at_most_two_in_a_hundred_are_broken_against_the_sense():
    """headlines break where a reader would (rule book, section 11)"""
    against = {h.text for h in marked() if not breaks_of(h) <= h.breaks}
    assert against == set(AGAINST)
    assert len(AGAINST) <= 2 * len(marked()) / 100


@pytest.mark.parametrize("text", ["第一次", "补短板", "一票难求"])
def test_set_phrases_are_words(text):
    assert len(segment(text)) <= 2
