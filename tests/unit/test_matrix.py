"""Every kind and every key has its row: what is wrong is told where it stands, make-up places what is right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.kinds import KINDS
from tests.support.copy_strategies import body_of
from tests.support.issues import FILE, han, issue_text, place, story, tiny_fonts
from tests.support.matrix import MATRIX, PAIRS, fields_of, files_in


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


KEPT_APART = frozenset({
    "place", "slot", "section", "page", "jump", "with", "wrap", "width", "side", "over", "apart", "locked", "filler",
    "bleed", "writing", "id", "contour", "columns", "legs", "widths", "headline_form", "credit_at", "caption_at", "fit",
})  # fmt: skip
"""What says where a block stands, or takes a form that make-up may choose: it has tests of its own there."""


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("kind", MATRIX)
def test_make_up_places_a_block_with_all_its_keys(kind, writing, folder, tmp_path):
    files_in(tmp_path)
    block = {"id": "own", **MATRIX[kind].block}
    for key, row in MATRIX[kind].rows.items():
        if key not in KEPT_APART and writing in row.ways and not row.host and not row.under:
            block |= {name: value for name, value in row.besides.items() if name not in ("body", "legs")}
            block |= {} if key == "body" else {key: row.right}
    stories = [story(f"s{n}", place=None, weight=4 - n, body=body_of(n, size)) for n, size in enumerate(SIZES, 1)]
    (tmp_path / FILE).write_text(issue_text(*stories, block, writing=writing), "utf-8")
    proposed = propose_issue(tmp_path / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, [d.code for d in proposed.diagnostics]
    placed = {each.block.id: each for each in proposed.results[0].makeups[0].blocks}
    assert set(placed) == {"own", *(f"s{n}" for n in range(1, len(SIZES) + 1))}
    fit = placed["own"].fit
    assert fit is None or not fit.over_lines


SIZES = (900, 600, 450)
"""Characters of the stories beside it."""
