"""Every fault that reading, make-up or composition can find, alone and in pairs, both ways of writing: a draft is made
that shows every character that was read, as text and as ink.

``PAIBAN_PAIRS=whole`` goes through all pairs, those of one fault after those of another, and notes in ``.pairs-passed``
beside this file whose are done, so that the same command goes on where it was stopped; else a seeded few of them.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from paiban.diagnostic import Severity, catalogue
from paiban.display import Artwork, Box, Line, Page, Picture
from paiban.engine import Engine, set_issue
from paiban.engine.drafting import drafted
from paiban.engine.house import House
from paiban.engine.proposing import propose_issue
from paiban.engine.setting import Result, head_on
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from paiban.makeup.propose.automatic import Request
from paiban.markup import parse
from paiban.span import Text
from tests.support.faults import (
    ELSEWHERE,
    MADE,
    MAKE_UP,
    OF_PAGES,
    Fault,
    faults,
    fonts_of,
    issue_of,
    made_up_issue,
    put_files,
)
from tests.support.issues import tiny_fonts

FAULTS = faults()

SOME = 60
"""Pairs of a short run."""

WHOLE = os.environ.get("PAIBAN_PAIRS") == "whole"
PASSED = Path(__file__).with_name(".pairs-passed")


def groups() -> dict[str, list[tuple[Fault, Fault]]]:
    """The pairs that this run goes through: some of all, or by their first fault all that were not gone through."""
    every = list(combinations(FAULTS, 2))
    if not WHOLE:
        return {
            " and ".join(fault.name for fault in pair): [pair] for pair in random.Random("pairs").sample(every, SOME)
        }
    done = set(PASSED.read_text("utf-8").splitlines()) if PASSED.exists() else set()
    names = [repr(fault.name) for fault in FAULTS]
    return {name: every_of for name, fault in zip(names, FAULTS, strict=True)
            if name not in done and (every_of := [pair for pair in every if pair[0] is fault])}  # fmt: skip


GROUPS = groups()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("faults")
    put_files(made)
    return made


@cache
def engine_of(fonts: Path | None, layout: Path, confine: bool) -> Engine:
    """One engine for all issues that are set with the same files: it reads these once."""
    return Engine.of(House(fonts, layout, confine=confine))


def draft_of(*together: Fault, folder: Path, vertical: bool = False) -> Result:
    """The draft of an issue with one fault, set by itself, or with two, set by an engine."""
    path = folder / "issue.yaml"
    house = fonts_of(together, folder), folder / "layout", any(fault.confine for fault in together)
    text = issue_of(*together, vertical=vertical)
    if len(together) == 1:
        return drafted(set_issue(path, text, House(*house[:2], confine=house[2]), draft=True), "zh")
    return drafted(engine_of(*house).set_issue(path, text, draft=True), "zh")


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
                if on_sheet and not over and has_outline(result, run.face, gid):
                    yield item, number, index


OUTLINED: dict[tuple[Path, int, int], bool] = {}
"""Whether a face draws anything for a glyph: its file, its number in it, the glyph."""


def has_outline(result: Result, key: str, gid: int) -> bool:
    """Whether a glyph is drawn at all."""
    face = result.kit.catalogue.face(key)
    name = face.path, face.index, gid
    if name not in OUTLINED:
        OUTLINED[name] = len(result.outline(key, gid)) > 0
    return OUTLINED[name]


def characters(texts: Iterator[Text]) -> Counter[tuple[str, int, int, str]]:
    """Each character of copy that wants ink, by its place: marks, and the names of styles among them, want none."""
    found: Counter[tuple[str, int, int, str]] = Counter()
    for text in texts:
        marks = {*parse(text.value).dropped}
        for index, character in enumerate(text.value):
            if not character.isspace() and character not in "|*#{}_~^\u200b" and index not in marks:
                found[*place_of(text, index), character] += 1
    return found


def place_of(text: Text, index: int) -> tuple[str, int, int]:
    """The file, line and column of a character of copy."""
    return text.file, text.lines[min(index, len(text.lines) - 1)], text.columns[min(index, len(text.columns) - 1)]


def drawn(result: Result) -> tuple[set[tuple[str, int, int]], Counter[str]]:
    """The places whose characters some line sets, and the characters that are to be seen, by how often."""
    text: set[tuple[str, int, int]] = set()
    ink: Counter[str] = Counter()
    for page in result.pages:
        lines = {}
        for line, number, index in inked(page, result):
            ink.update(line.runs[number].texts[index])
            lines[id(line)] = line
        text |= {place_of(line.copy, place) for line in lines.values() for place in range(line.start, line.end)}
    return text, ink


def check(result: Result) -> None:
    assert result.issue is not None
    assert result.pages
    text, ink = drawn(result)
    wanted = characters(issue_texts(result.issue, KINDS.readings, [*map(head_on, result.issue.pages, result.pages)]))
    assert [key for key in wanted if key[:3] not in text] == []
    counted: Counter[str] = Counter()
    for (*_, character), times in wanted.items():
        counted[character] += times
    assert {c: n for c, n in counted.items() if ink[c] < n} == {}


@pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_alone(fault: Fault, vertical: bool, folder: Path):
    check(draft_of(fault, folder=folder, vertical=vertical))


@pytest.mark.parametrize("fault", MADE, ids=lambda fault: fault.name)
def test_each_brings_its_code(fault: Fault, folder: Path):
    found = {d.code for d in draft_of(fault, folder=folder).diagnostics}
    assert fault.codes <= found


def test_no_error_is_forgotten():
    """Each has a draft here, or stands under what it is about instead."""
    errors = {name for name, code in catalogue().items() if code.severity is Severity.ERROR}
    apart = set().union(*ELSEWHERE.values())
    theirs = {name for name in errors if name.startswith("X")} - OF_PAGES
    assert errors - apart - theirs == {code for each in FAULTS for code in each.codes} & errors - apart


@pytest.mark.parametrize("name", GROUPS, ids=ascii)
def test_two_at_once(name: str, folder: Path):
    for pair in GROUPS[name]:
        for vertical in (False, True):
            check(draft_of(*pair, folder=folder, vertical=vertical))
    if WHOLE:
        with PASSED.open("a", encoding="utf-8") as passed:
            passed.write(f"{name}\n")


@pytest.mark.parametrize("code", sorted(MAKE_UP))
def test_what_cannot_be_made_up_is_drawn_all_the_same(code: str, folder: Path):
    path, text, house = folder / "issue.yaml", made_up_issue(code).encode(), House(tiny_fonts())
    proposed = propose_issue(path, Request(1, 5.0), text, house)
    assert code in {found.code for found in proposed.diagnostics}
    assert proposed.results == ()
    check(drafted(set_issue(path, text, house, draft=True), "zh"))
