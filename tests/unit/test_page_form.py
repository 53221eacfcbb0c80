"""What one page has otherwise than its template: margins, running head, furniture."""

from __future__ import annotations

import pytest

from paiban.display import Line
from paiban.issue.table import MARGINS
from paiban.template import Layout, PageForm, margin_limits
from paiban.units import mm, to_mm
from tests.support.issues import codes, han, set_blocks, story

TABLOID = Layout().template("tabloid")[0]
TYPE = mm(270) - 2 * TABLOID.left
"""The tabloid's six columns, centred on its 270 mm."""


def formed(**keys):
    result = set_blocks(story(columns="1-2", rows="1-9", body=han(11 * 12) + "。"), template="tabloid", **keys)
    assert not [code for code in codes(result) if code != "P522"], codes(result)
    return result


def page_of(**keys):
    return formed(**keys).pages[0]


def roles(page) -> set[str]:
    return {item.role for item in page.items if isinstance(item, Line)}


@pytest.mark.parametrize(("number", "left"), [(2, mm(20)), (3, mm(250) - TYPE)], ids=["left-hand", "right-hand"])
def test_the_outside_margin_lies_left_of_a_left_hand_page_and_right_of_a_right_hand_one(number, left):
    page = page_of(page=number, margins={"outside": "20mm"})
    assert abs(page.type_area.x0 - left) <= 1
    assert abs(page.type_area.width - TYPE) <= 1


def test_a_spread_has_both_its_outside_margins():
    page = page_of(page="2-3", margins={"outside": "12mm"})
    assert page.columns[0][0] == mm(12)
    assert abs(page.columns[-1][1] - mm(540 - 12)) <= 1


def test_top_and_foot_say_how_many_rows_there_are():
    page = page_of(margins={"top": "60mm", "foot": "50mm"})
    leading = TABLOID.bodies[0].leading
    assert page.type_area.y0 - page_of().type_area.y0 == mm(60) - TABLOID.grid_top
    assert len(page.baselines) == (mm(390) - mm(60) - mm(50)) // leading


def test_slots_keep_their_shares_of_the_rows():
    form = PageForm(margins=TABLOID_MARGINS)
    short = Layout().template("tabloid", None, form)[0]
    usual = {slot.name: slot.rect for slot in TABLOID.slots if slot.body == "standard"}
    rows, fewer = TABLOID.bodies[0].rows, short.bodies[0].rows
    for slot in (slot for slot in short.slots if slot.body == "standard"):
        assert abs(slot.rect.row - usual[slot.name].row * fewer / rows) <= 0.5
        assert slot.rect.end_row <= fewer


TABLOID_MARGINS = PageForm().margins._replace(foot=mm(120))


@pytest.mark.parametrize(("key", "value"), [("outside", "80mm"), ("top", "20mm"), ("foot", "349mm")])
def test_a_margin_that_leaves_no_room_is_told_and_where(key, value):
    """The columns are 225 mm of 270, the running head ends at 37.5 mm, one line of 13 pt fits above 345 mm."""
    result = set_blocks(story(columns="1-2", rows="1-9"), template="tabloid", margins={key: value})
    (found,) = [found for found in result.diagnostics if found.code == "P146"]
    least, most = margin_limits(TABLOID, PageForm())[key]
    told = dict(found.params)
    assert (told["value"], told["least"], told["most"]) == (value, f"{to_mm(least):.4g}mm", f"{to_mm(most):.4g}mm")


def test_a_margin_has_three_sides():
    assert [field.key for field in MARGINS.fields] == list(PageForm().margins._fields)


def number_at(page) -> float:
    (line,) = [item for item in page.items if isinstance(item, Line) and item.role == "folio-number"]
    return line.x


def test_the_number_stands_at_the_side_that_the_page_asks_for():
    middle = mm(135)
    assert number_at(page_of(page=2)) < middle
    assert number_at(page_of(page=2, folio="right")) > middle
    assert number_at(page_of(page=3, folio="left")) < middle


def test_a_page_without_a_running_head_has_its_rows_for_copy():
    """Section and credits stood there; who takes the head away has them nowhere, and that is no fault."""
    plain, bare = page_of(), page_of(folio="none", credits={"责任编辑": "编辑部"})
    assert "folio-number" not in roles(bare)
    leading = TABLOID.bodies[0].leading
    assert len(bare.baselines) - len(plain.baselines) == (TABLOID.grid_top - TABLOID.folio.top) // leading


def test_a_page_may_go_without_its_furniture(tmp_path):
    text = (Layout().folders[0] / "templates" / "tabloid.yaml").read_text("utf-8")
    folder = tmp_path / "layout" / "templates"
    folder.mkdir(parents=True)
    mine = text.replace("name: tabloid", "name: mine") + "furniture:\n  - {text: '{paper}', foot: 8mm, role: caption}\n"
    (folder / "mine.yaml").write_text(mine, "utf-8")
    layout = Layout(own=tmp_path / "layout")
    assert len(layout.template("mine")[0].furniture) == 1
    assert layout.template("mine", None, PageForm(furniture=False))[0].furniture == ()
