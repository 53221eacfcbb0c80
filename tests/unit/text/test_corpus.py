"""Five hundred sentences with every construction of the grammar of numbers, at eight measures in both directions.

``corpus.txt`` says what belongs together, and where a reader would cut it. That no number is parted elsewhere, has a
gap inside or is opened, and that nothing prints over anything, is checked from the places of the glyphs alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import pytest

from paiban.display import Line
from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.text import LineRange, Prepared, TextStyle, break_lines, prepare, set_line
from tests.support.composed import ink

EM = 1200
HALF = EM // 2
MEASURES = [11 * EM, 12 * EM, 13 * EM, 16 * EM + EM // 2, 53 * EM // 3, 20 * EM, 27 * EM, 41 * EM]
ROWS = (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines()
AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])


class Sentence(NamedTuple):
    """A sentence without its marks: what belongs together as ranges, and the indices where it may be cut."""

    section: str
    copy: str
    together: tuple[tuple[int, int], ...]
    cuts: frozenset[int]


def read(section: str, row: str) -> Sentence:
    copy, opened, together, cuts = "", 0, [], set()
    for character in row:
        if character == "⟦":
            opened = len(copy)
        elif character == "⟧":
            together.append((opened, len(copy)))
        elif character == "¦":
            cuts.add(len(copy))
        else:
            copy += character
    return Sentence(section, copy, tuple(together), frozenset(cuts))


def sections() -> Iterator[tuple[str, str]]:
    section = ""
    for row in ROWS:
        if row.startswith("## "):
            section = row.removeprefix("## ")
        elif section:
            yield section, row


CORPUS = [read(section, row) for section, row in sections()]


@cache
def catalogue():
    return load_catalogue()[0]


def prepared(sentence: Sentence, vertical: bool, align: str = "justify") -> Prepared:
    style = TextStyle("song", EM, align=align, vertical=vertical)
    return prepare(plain_text(sentence.copy), style, catalogue(), markup=False)


def lines_of(made: Prepared, measure: int) -> list[Line]:
    return [set_line(made, line, measure, x=0, y=0, role="", block="", leg=0) for line in break_lines(made, measure)]


def places(line: Line) -> dict[int, int]:
    """Where the glyph of each character of the copy stands along the line, by the character's index."""
    found: dict[int, int] = {}
    index = line.start
    for run in line.body:
        for text, at in zip(run.texts, run.ys if line.vertical else run.xs, strict=True):
            while text and line.copy.value[index] != text[0]:
                index += 1
            if text:
                found[index] = at
                index += len(text)
    return found


def test_there_are_five_hundred():
    assert len(CORPUS) == 500
    assert len({sentence.copy for sentence in CORPUS}) == 500
    assert len({sentence.section for sentence in CORPUS}) == 21


@AXES
@pytest.mark.parametrize("measure", MEASURES)
def test_what_belongs_together_is_cut_only_where_a_reader_would(measure, vertical):
    parted = []
    for sentence in CORPUS:
        for line in lines_of(prepared(sentence, vertical), measure)[:-1]:
            inside = any(first < line.end < last for first, last in sentence.together)
            if inside and line.end not in sentence.cuts:
                parted.append((sentence.copy, sentence.copy[line.end - 3 : line.end + 3]))
    assert parted == []


@AXES
@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_prints_over_anything(measure, vertical):
    over = []
    for sentence in CORPUS:
        for line in lines_of(prepared(sentence, vertical), measure):
            for (one, _, end), (other, after, _) in pairwise(ink(line, catalogue())):
                shares_a_cell = line.vertical and after < end and re.fullmatch("[0-9A-Z.+]+", one + other)
                if after < end - EM // 15 and not shares_a_cell:  # kV is kerned by as much
                    over.append((sentence.copy, one, other))
            assert line.advance <= measure or not line.justified
    assert over == []


@AXES
@pytest.mark.parametrize("measure", MEASURES)
def test_what_belongs_together_is_never_opened(measure, vertical):
    """From glyph to glyph inside it stands exactly what stands there in a line at its natural width.

    The letters of a word may be a twentieth of an em further off, in a line that nothing else fills (section 5).
    """
    opened = []
    for sentence in CORPUS:
        if sentence.section == "marker":  # a list's sign and its item are only kept together
            continue
        loose = prepared(sentence, vertical, "start")
        natural = places(set_line(loose, LineRange(0, loose.count), 0, x=0, y=0, role="", block="", leg=0))
        for line in lines_of(prepared(sentence, vertical), measure):
            stands = places(line)
            for first, last in sentence.together:
                word = re.fullmatch("[A-Za-z]+", sentence.copy[first:last])
                for one, two in pairwise(i for i in range(first, last) if i in stands):
                    if not 0 <= stands[two] - stands[one] - natural[two] + natural[one] <= (EM // 20 if word else 0):
                        opened.append((sentence.copy, sentence.copy[one : two + 1]))
    assert opened == []


@AXES
@pytest.mark.parametrize("measure", MEASURES)
def test_no_place_is_wider_than_half_an_em(measure, vertical):
    """From a Han to the next an em and a half at most, from a stop or a pause on half an em to a Han an em."""
    wide = []
    for sentence in CORPUS:
        for line in lines_of(prepared(sentence, vertical), measure):
            stands = sorted(places(line).items(), key=itemgetter(1))
            for (one, at), (other, after) in pairwise(stands):
                before, then = line.copy.value[one], line.copy.value[other]
                body = EM if re.match("[一-鿿]", before) else HALF if before in "，。、；” ）》" else None
                upright = line.vertical and before in "：；？！"
                if body and re.match("[一-鿿]", then) and not upright and after - at > body + HALF + 1:
                    wide.append((sentence.copy, before + then, after - at))
    assert wide == []


def test_there_is_no_gap_inside_what_belongs_together():
    """It is no wider than its characters, each by itself: ∶ · and - on half an em, a space on a quarter."""
    wide = []
    for sentence in CORPUS:
        for first, last in sentence.together if sentence.section != "dash" else ():
            part = sentence.copy[first:last]
            made = prepare(plain_text(part), TextStyle("song", EM, align="start"), catalogue(), markup=False)
            if made.width > sum(map(body, part)) + EM // 40:
                wide.append((part, made.width - sum(map(body, part))))
    assert wide == []


def body(character: str) -> int:
    """What a character takes by itself, by the face."""
    if character in "∶·-":
        return EM // 2
    if character == " ":
        return EM // 4
    if character in "（），。、：":
        return EM
    face = catalogue().face((catalogue().resolve("song", character) or ("",))[0])
    return -(-sum(glyph.advance for glyph in face.shape(character)) * EM // face.upem)
