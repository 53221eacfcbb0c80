"""Every fault that reading, make-up or composition can find, alone and in pairs, both ways of writing: a draft is made
that shows every character that was read, as text and as ink.

``PAIBAN_PAIRS=whole`` goes through all pairs; else a seeded few of them.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from paiban.display import Artwork, Box, Line, Page, Picture
from paiban.engine import set_issue
from paiban.engine.drafting import drafted
from paiban.engine.house import House
from paiban.engine.setting import Result, headless
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from paiban.span import Text
from tests.support.faults import MADE, Fault, faults, issue_of, put_files

FAULTS = faults()

SOME = 60
"""Pairs of a short run."""

PAIRS = list(combinations(FAULTS, 2))
if os.environ.get("PAIBAN_PAIRS") != "whole":
    PAIRS = random.Random("pairs").sample(PAIRS, SOME)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("faults")
    put_files(made)
    return made


def draft_of(text: str, folder: Path) -> Result:
    return drafted(set_issue(folder / "issue.yaml", text, House(layout=folder / "layout"), draft=True), "zh")


def inked(page: Page, result: Result) -> Iterator[tuple[Line, int, int]]:
    """Each glyph that is to be seen: its line, its run and its number. It has an outline, stands on the sheet, and
    nothing was painted over it."""
    solid = [
        (order, item.rect) for order, item in enumerate(page.items)
        if isinstance(item, Picture | Artwork) or (isinstance(item, Box) and item.fill is not None)
    ]  # fmt: skip
    for order, item in enumerate(page.items):
        if not isinstance(item, Line):
            continue
        for number, run in enumerate(item.runs):
            for index, (gid, x, y) in enumerate(zip(run.glyphs, run.xs, run.ys, strict=True)):
                over = any(later > order and rect.x0 < x < rect.x1 and rect.y0 < y < rect.y1 for later, rect in solid)
                on_sheet = 0 <= x <= page.width and 0 <= y <= page.height
                if on_sheet and not over and len(result.outline(run.face, gid)) > 0:
                    yield item, number, index


def characters(texts: Iterator[Text]) -> Counter[tuple[str, int, int, str]]:
    """Each character of copy that wants ink, by its place."""
    found: Counter[tuple[str, int, int, str]] = Counter()
    for text in texts:
        for index, character in enumerate(text.value):
            span = text.at(index)
            if not character.isspace() and character not in "|*#{}_~^\u200b":
                found[span.file, span.line, span.column, character] += 1
    return found


def drawn(result: Result) -> tuple[set[tuple[str, int, int]], Counter[str]]:
    """The places whose characters some line sets, and the characters that are to be seen, by how often."""
    text: set[tuple[str, int, int]] = set()
    ink: Counter[str] = Counter()
    for page in result.pages:
        for line, number, index in inked(page, result):
            ink.update(line.runs[number].texts[index])
            for place in range(line.start, line.end):
                span = line.copy.at(place)
                text.add((span.file, span.line, span.column))
    return text, ink


def check(result: Result) -> None:
    assert result.issue is not None
    assert result.pages
    text, ink = drawn(result)
    wanted = characters(issue_texts(result.issue, KINDS.readings, headless(result.pages)))
    assert [key for key in wanted if key[:3] not in text] == []
    counted: Counter[str] = Counter()
    for (*_, character), times in wanted.items():
        counted[character] += times
    assert {c: n for c, n in counted.items() if ink[c] < n} == {}


@pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_alone(fault: Fault, vertical: bool, folder: Path):
    result = draft_of(issue_of(fault, vertical=vertical), folder)
    check(result)


@pytest.mark.parametrize("fault", MADE, ids=lambda fault: fault.name)
def test_each_brings_its_code(fault: Fault, folder: Path):
    found = {d.code for d in draft_of(issue_of(fault), folder).diagnostics}
    assert fault.codes <= found


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " and ".join(fault.name for fault in pair))
def test_two_at_once(pair: tuple[Fault, Fault], folder: Path):
    for vertical in (False, True):
        check(draft_of(issue_of(*pair, vertical=vertical), folder))
