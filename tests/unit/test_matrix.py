"""Every kind and every key has its row: what is wrong is told where it stands, make-up places what is right."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.kinds import KINDS
from paiban.makeup.frame.model import Placed
from tests.support.copy_strategies import body_of
from tests.support.issues import FILE, han, issue_text, place, story, tiny_fonts
from tests.support.matrix import LEVEL, MATRIX, PAIRS, fields_of, files_in, issue_of
from tests.support.open_pages import propose_text

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return files_in(tmp_path_factory.mktemp("matrix"))


def test_every_kind_has_its_rows():
    assert set(MATRIX) == {kind.reading.record.name for kind in KINDS.all}


@pytest.mark.parametrize("kind", MATRIX)
def test_every_key_of_a_kind_has_a_row(kind):
    assert set(MATRIX[kind].rows) == set(fields_of(kind))


def broken(kind: str, key: str) -> str:
    """A page with a block whose key is wrong, and what it stands in."""
    row = MATRIX[kind].rows[key]
    inside = row.host and key != "place"
    block: dict[str, Any] = {"place": place("2", "4-9") if inside else place("1-2", "2-12")}
    block |= {"with": "host"} if row.host else {}
    block |= {**MATRIX[kind].block, **row.besides, key: row.wrong}
    host = [{"id": "host", "body": han(90), "place": place("1-2", "2-12")}] if row.host else []
    return issue_text(*host, {name: value for name, value in block.items() if value is not None})


@pytest.mark.parametrize(("kind", "key"), PAIRS, ids=[f"{kind}-{key}" for kind, key in PAIRS])
def test_what_is_wrong_is_told_where_it_stands(kind, key, folder):
    row, text = MATRIX[kind].rows[key], broken(kind, key)
    found = [d for d in set_issue(folder / FILE, text, House(tiny_fonts())).diagnostics if d.code == row.code]
    lines = text.splitlines()
    first = max(n for n, line in enumerate(lines) if re.match(f"(- |  ){key}:", line))
    last = next((n for n in range(first + 1, len(lines)) if re.match("(- |  )[a-z]", lines[n])), len(lines))
    assert any(d.span is not None and first < d.span.line <= last for d in found), [d.span for d in found]


LEVELS = [(kind, key) for kind, key in PAIRS if MATRIX[kind].rows[key].ways == LEVEL]


@pytest.mark.parametrize(("kind", "key"), LEVELS, ids=[f"{kind}-{key}" for kind, key in LEVELS])
def test_what_says_nothing_of_vertical_lines_is_told(kind, key, folder):
    row = MATRIX[kind].rows[key]
    block = {**MATRIX[kind].block, **row.besides, key: row.right, "writing": "vertical", "place": place("1-2", "2-30")}
    found = set_issue(folder / FILE, issue_text(block), House(tiny_fonts())).diagnostics
    assert [d.span is not None for d in found if d.code == "P170"] == [True]


ELSEWHERE = {
    "place": "tests/property/test_makeup.py",
    "page": "tests/unit/makeup/test_assign.py",
    "section": "tests/unit/makeup/test_assign.py",
    "jump": "tests/unit/makeup/test_automatic_issue.py",
    "elsewhere": "tests/unit/makeup/test_keeping.py",
    "hand": "tests/unit/makeup/test_keeping.py",
    "before": "tests/unit/makeup/test_keeping.py",
}
"""What says where a block stands, or on which of several pages, and where that is tested."""

CHOSEN = frozenset(
    {"id", "apart", "writing", "legs", "columns", "headline_form", "credit_at", "caption_at", "fit", "bleed", "contour"}
)
"""What takes a form that make-up would else choose."""

INSIDE = frozenset({"with", "wrap", "width", "side"})
"""What says how a block stands in another."""


def stories(*sizes: int) -> list[dict[str, Any]]:
    """Stories without a place, of so many characters."""
    return [story(f"s{n}", place=None, weight=4 - n, body=body_of(n, size)) for n, size in enumerate(sizes, 1)]


def with_keys(kind: str, keys: Collection[str], writing: str) -> dict[str, Any]:
    """A block without a place, with those of some keys that it may have on a page of a direction."""
    block = {"id": "own", **MATRIX[kind].block}
    for key, row in MATRIX[kind].rows.items():
        if key in keys and writing in row.ways and not row.under:
            block |= {name: value for name, value in row.besides.items() if name not in ("body", "legs", "headline")}
            block |= {} if key == "body" else {key: row.right}
    return {name: value for name, value in block.items() if name != "place"}


def made_up(folder: Path, *blocks: dict[str, Any], writing: str) -> dict[str, Placed]:
    """The first plan that make-up proposes of a page with such blocks, by their ids."""
    files_in(folder)
    (folder / FILE).write_text(issue_text(*blocks, writing=writing), "utf-8")
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, [d.code for d in proposed.diagnostics]
    placed = {each.block.id: each for each in proposed.results[0].makeups[0].blocks}
    assert set(placed) == {block["id"] for block in blocks}
    return placed


WAYS = ["horizontal", "vertical"]

ALONE = frozenset({"over", "slot", "widths", "filler", "locked"})
"""What has a test of its own below."""


def test_every_key_has_a_test_of_make_up():
    """Those that no set names stand with all others in a block of the first test."""
    keys = {key for _, key in PAIRS}
    assert keys >= CHOSEN | INSIDE | ALONE | set(ELSEWHERE)
    for key, file in ELSEWHERE.items():
        assert re.search(rf"\b{key}\b", (ROOT / file).read_text("utf-8"))


@pytest.mark.parametrize("writing", WAYS)
@pytest.mark.parametrize("kind", MATRIX)
def test_make_up_places_a_block_with_all_its_keys(kind, writing, tmp_path):
    keys = set(MATRIX[kind].rows) - set(ELSEWHERE) - CHOSEN - INSIDE - ALONE
    fit = made_up(tmp_path, *stories(900, 600, 450), with_keys(kind, keys, writing), writing=writing)["own"].fit
    assert fit is None or not fit.over_lines


@pytest.mark.parametrize("writing", WAYS)
@pytest.mark.parametrize("kind", MATRIX)
def test_make_up_places_a_block_in_a_form_that_is_chosen_for_it(kind, writing, tmp_path):
    block = with_keys(kind, CHOSEN, writing) | {"id": "own"}
    block |= {"apart": ["s1"]} if "apart" in block else {}
    placed = made_up(tmp_path, *stories(900, 600, 450), block, writing=writing)["own"]
    assert placed.fit is None or not placed.fit.over_lines


@pytest.mark.parametrize("writing", WAYS)
@pytest.mark.parametrize("kind", [kind for kind in MATRIX if "with" in MATRIX[kind].rows])
def test_make_up_places_a_block_in_the_story_that_it_belongs_to(kind, writing, tmp_path):
    block = with_keys(kind, INSIDE, writing) | {"with": "s1"}
    placed = made_up(tmp_path, *stories(1500, 600), block, writing=writing)
    assert placed["s1"].place.holds(placed["own"].place)


@pytest.mark.parametrize("writing", WAYS)
@pytest.mark.parametrize("kind", [kind for kind in MATRIX if "over" in MATRIX[kind].rows])
def test_make_up_places_a_block_over_a_picture(kind, writing, tmp_path):
    block = {"id": "own", **MATRIX[kind].block, **MATRIX[kind].rows["over"].besides, "over": "under"}
    block = {name: value for name, value in block.items() if value is not None}
    under = {"id": "under", "picture": "p.png", "columns": 4}
    placed = made_up(tmp_path, *stories(900, 600), under, block, writing=writing)
    assert placed["under"].place.holds(placed["own"].place)


def test_make_up_places_every_kind_on_the_page_that_it_names(tmp_path):
    """What jumps has its rest on the page where it goes on."""
    proposed = propose_text(files_in(tmp_path), issue_of("horizontal", placed=False))
    placed = {(each.block.id, makeup.page.number) for makeup in proposed.results[0].makeups for each in makeup.blocks}
    several = [(kind, key) for kind, key in PAIRS if MATRIX[kind].rows[key].several]
    given = {
        (kind, key): {**MATRIX[kind].rows[key].besides, key: MATRIX[kind].rows[key].right} for kind, key in several
    }
    expected = {(f"{kind}-{key}", keys["page"]) for (kind, key), keys in given.items()}
    assert placed == expected | {(f"{kind}-jump.2", 3) for kind, key in several if key == "jump"}


@pytest.mark.parametrize("kind", MATRIX)
def test_make_up_goes_round_a_block_in_a_slot(kind, tmp_path):
    """A slot at the left of a page that is read from the right: the harder case."""
    block = with_keys(kind, (), "vertical") | {"slot": "lead"}
    placed = made_up(tmp_path, *stories(1300, 600), block, writing="vertical")
    own = placed["own"].place
    assert (own.first_column, own.last_column, own.rows) == (1, 4, 30)


@pytest.mark.parametrize("kind", [kind for kind in MATRIX if "filler" in MATRIX[kind].rows])
def test_make_up_uses_a_filler_where_a_page_lacks_copy(kind, tmp_path):
    block = with_keys(kind, {"filler"}, "horizontal")
    block |= {"names": " ".join(han(3, start) for start in range(60))} if kind == "names" else {}
    made_up(tmp_path, *stories(1200, 850, 550), block, writing="horizontal")


def test_make_up_keeps_the_legs_of_a_story_that_are_not_alike(tmp_path):
    placed = made_up(tmp_path, *stories(900, 600), with_keys("story", {"widths"}, "horizontal"), writing="horizontal")
    assert placed["own"].block.form.widths == tuple(MATRIX["story"].rows["widths"].right)


@pytest.mark.parametrize("kind", MATRIX)
def test_make_up_leaves_a_block_where_it_is_locked(kind, tmp_path):
    at = place("1-2", "50-71") if kind != "nameplate" else place("1-2", "1-8")
    block = {**with_keys(kind, (), "horizontal"), "place": at, "locked": True}
    placed = made_up(tmp_path, *stories(900, 600, 450), block, writing="horizontal")["own"].place
    rows = f"{placed.row + 1}-{placed.end_row}"
    assert (f"{placed.column + 1}-{placed.end_column}", rows) == (at["columns"], at["rows"])
