"""A kind of block is one folder and one word of registration: a kind of the tests' own goes down the whole line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

from paiban.cli.copyfit import result_facts
from paiban.display import Line, Picture
from paiban.engine import Result, read_issue, set_issue, with_pdf, written
from paiban.engine.house import House
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.issue.document import document
from paiban.issue.kind import Parting, Reading
from paiban.issue.schema import json_schema
from paiban.kinds import KINDS, BlockKind, registered
from paiban.makeup.frame.kind import BlockSetting
from paiban.makeup.propose.kind import Planning
from paiban.output.json import page_data
from paiban.output.table import OUTPUTS
from tests.placard import PLACARD
from tests.support.issues import FILE, han, issue_text, layout, story, tiny_fonts

SOURCES = Path(__file__).parents[2] / "src" / "paiban"
WITH_PLACARDS = registered(*KINDS.all, PLACARD)
HOUSE = House(tiny_fonts(), kinds=WITH_PLACARDS)

COPY = [han(160) + "。", han(120, 7) + "。"]
BLOCK = {"id": "spring", "placard": "spring.png", "copy": COPY}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("placard")
    Image.new("L", (1200, 800), 128).save(made / "spring.png")
    return made


COUNTS = (1200, 700, 500, 400, 300)
"""Characters of stories that, with the placard, fill a page."""


def text(**keys: Any) -> str:
    """A page with a placard among stories, none of which has a place."""
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in COUNTS]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    return issue_text(*stories, {**BLOCK, **keys})


@pytest.fixture(scope="module")
def proposed(folder) -> Proposed:
    (folder / FILE).write_text(text(), "utf-8")
    return propose_issue(folder / FILE, Request(), house=HOUSE)


@pytest.fixture(scope="module")
def result(proposed) -> Result:
    assert proposed.results, proposed.diagnostics
    return with_pdf(proposed.results[0])


def test_the_schema_and_the_documentation_tell_of_it():
    schema = json_schema(WITH_PLACARDS.readings)
    assert set(schema["$defs"]["placard"]["properties"]) >= {"placard", "招贴", "copy", "文字", "place"}
    assert "## 招贴 · A placard (`stories`)" in document(WITH_PLACARDS.readings)
    plurals = [reading.plural.zh for reading in WITH_PLACARDS.readings.values()]
    assert "、".join(plurals) in document(WITH_PLACARDS.readings)


def test_the_schema_knows_what_may_stand_in_it():
    validator = jsonschema.Draft202012Validator(json_schema(WITH_PLACARDS.readings))
    data = {"date": "2022-03-31", "page": 2, "section": "要闻", "stories": [{"placard": "a.png", "copy": "甲"}]}
    assert validator.is_valid(data)
    assert not validator.is_valid({**data, "stories": [{"placard": "a.png"}]})


def test_what_is_wrong_with_it_is_told_where_it_stands(folder):
    _, found, _ = read_issue(folder / FILE, issue_text({"placard": "none.png", "kopy": "甲"}), layout(), house=HOUSE)
    assert sorted(d.code for d in found) == ["P130", "P206"]


def test_a_house_without_it_does_not_know_it(folder):
    _, found, _ = read_issue(folder / FILE, text(), layout())
    assert {"P131", "P136"} <= {d.code for d in found}


def test_automatic_make_up_finds_it_an_honest_place(proposed, result):
    (page,) = result.makeups
    (placard,) = [placed for placed in page.blocks if placed.block.kind == "placard"]
    assert len({line.leg for line in placard.lines}) == 2
    assert placard.fit is not None
    assert placard.fit.exact
    (plan,) = proposed.plans[0]
    assert not plan.faults
    assert not any(placement.strain for placement in plan.placements)
    assert result.ok, [d.code for d in result.diagnostics]


def test_its_image_is_cropped_to_what_the_copy_leaves(result):
    (shown,) = [item for item in result.pages[0].items if isinstance(item, Picture)]
    left, top, right, bottom = shown.crop
    assert 0.85 < (right - left) * (bottom - top) <= 1
    assert abs(shown.rect.width / shown.rect.height - 1.5 * (right - left) / (bottom - top)) < 0.02


def test_its_copy_is_drawn_whole(result):
    drawn = [item for item in result.pages[0].items if isinstance(item, Line) and item.block == "spring"]
    assert "".join(line.copy.value[line.start : line.end] for line in drawn) == "".join(COPY)


def test_its_height_depends_on_its_measure(folder):
    def rows(columns: str) -> int:
        made = text(place={"columns": columns, "rows": "1-70"})
        (page,) = set_issue(folder / FILE, made, HOUSE).makeups
        (placard,) = [placed for placed in page.blocks if placed.block.kind == "placard"]
        return len(placard.legs[0].rows)

    assert rows("1-2") > rows("1-3") > rows("1-6")


def test_the_plan_is_written_back_into_the_file(proposed):
    after = proposed.written(0)
    assert isinstance(after, str)
    assert after.count("place:") == len(COUNTS) + 1


def test_every_output_has_it(result):
    assert result.pdf.startswith(b"%PDF-")
    _, files = written(result, OUTPUTS["svg"])
    assert [b"<svg" in file.data for file in files] == [True]
    (page,) = result.pages
    assert ("spring", "placard") in {(block["id"], block["kind"]) for block in page_data(page)["blocks"]}


def test_its_own_data_stand_in_the_json(result):
    (told,) = [block for block in result_facts(result)["blocks"] if block["kind"] == "placard"]
    assert told["file"] == "spring.png"
    assert json.dumps(told)


def test_nothing_of_the_product_names_it():
    named = [path for path in SOURCES.rglob("*.py") if "placard" in path.read_text("utf-8").lower()]
    assert named == []


@pytest.mark.parametrize("part", [BlockKind, Reading, Parting, BlockSetting, Planning], ids=lambda part: part.__name__)
def test_no_part_of_a_kind_may_be_forgotten(part):
    """mypy refuses a kind without one of its parts, since none has a default."""
    assert part._field_defaults == {}


def test_one_kind_needs_no_sign():
    assert [kind.reading.name for kind in KINDS.all if not kind.reading.sign] == ["story"]


@pytest.mark.parametrize("kind", WITH_PLACARDS.all, ids=lambda kind: kind.reading.name)
def test_a_kinds_sign_is_one_of_its_keys(kind):
    assert kind.reading.sign in {"", *(field.key for field in kind.reading.record.fields)}


HOUSE_ROOMS = ("issue", "galley", "makeup", "compose", "output", "preflight", "engine", "cli")
ASKED = re.compile(r"(block|frame|placed|b)\.kind (==|!=|in|not in) |isinstance\([\w.]*content")


@pytest.mark.parametrize("room", HOUSE_ROOMS)
def test_the_house_asks_no_block_of_what_kind_it_is(room):
    """What a stage has to know of a kind stands in the kind's value for it; a kind's name only finds that value."""
    asked = [
        f"{path.relative_to(SOURCES)}:{number}"
        for path in (SOURCES / room).rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if ASKED.search(line)
    ]
    assert asked == []
