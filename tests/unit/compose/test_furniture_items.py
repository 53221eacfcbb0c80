"""Furniture that a template says: words with fields and lines, on the pages and at the side that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic import Severity
from paiban.display import Line, Page, Rule
from paiban.engine import Result, set_issue
from paiban.engine.house import House
from paiban.resources import resource_folder
from paiban.template import Layout
from paiban.template.fields import FIELDS
from paiban.units import PER_PT, mm
from tests.support.issues import copy_of, em_box, issue_text, lines_of, page_of, set_blocks, story, tiny_fonts

TABLOID = (resource_folder("layout") / "templates" / "tabloid.yaml").read_text("utf-8")
FOLIO = "folio: {top: 22.5mm, height: 15mm, mirrored: yes}\n"
HEAD = ("folio-number", "folio-section", "folio-info", "folio-credit")
ROLE = "folio-credit"
"""The role of what the tests put there: the running head has none of it on a page without credits."""


def folder_with(folder: Path, furniture: str, folio: str = FOLIO) -> Path:
    (folder / "templates").mkdir(exist_ok=True)
    items = "".join(f"  - {line}\n" for line in furniture.split("\n") if line)
    text = TABLOID.replace("name: tabloid", "name: mine").replace(FOLIO, folio) + f"\nfurniture:\n{items}" * bool(items)
    (folder / "templates" / "mine.yaml").write_text(text, "utf-8")
    return folder


def set_with(folder: Path, furniture: str, folio: str = FOLIO, **keys) -> Result:
    """A page of a tabloid with this furniture, in the tiny face."""
    house = House(tiny_fonts(), folder_with(folder, furniture, folio))
    return set_issue(folder / "issue.yaml", issue_text(story(), template="mine", **keys), house)


def codes(result: Result) -> list[str]:
    """What is to be said of the furniture; nothing of the page, which is all but white."""
    return sorted(d.code for d in result.diagnostics if d.severity is not Severity.WARNING and d.code != "P610")


def words(result: Result, role: str = ROLE) -> str:
    return "".join(copy_of(line) for line in lines_of(result, "", role))


def told(folder: Path, furniture: str) -> list[tuple[str, int]]:
    layout = Layout(own=folder_with(folder, furniture))
    return [(d.code, d.span.column) for d in layout.template("mine")[1] if d.span is not None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("新闻热线", "新闻热线"),
        ("{paper}", "江河日报"),
        ("{报名}", "江河日报"),
        ("{date} {weekday}", "2022年3月31日 星期四"),
        ("农历{lunar}", "农历二月廿九"),
        ("第{page}版", "第2版"),
        ("{section}·{版名}", "要闻·要闻"),
        ("{issue_no}", "总第99期"),
    ],
)
def test_a_field_stands_for_what_the_issue_says(tmp_path, text, said):
    result = set_with(tmp_path, f"{{text: '{text}', top: 12mm, role: {ROLE}}}", paper="江河日报", issue_no="总第99期")
    assert words(result) == said
    assert codes(result) == []


def test_words_hang_from_the_head_or_stand_on_the_foot(tmp_path):
    result = set_with(tmp_path, f"{{text: 上, top: 12mm, role: {ROLE}}}\n{{text: 下, foot: 12mm, role: {ROLE}}}")
    head, foot = (em_box(line) for line in lines_of(result, "", ROLE))
    assert head.y0 == mm(12)
    assert foot.y1 == page_of(result).height - mm(12)


@pytest.mark.parametrize("page", [2, 3])
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize(("at", "outer"), [("outside", True), ("inside", False)])
def test_outside_and_inside_change_sides(tmp_path, page, writing, at, outer):
    """An odd page lies at the right and has its outside there, whichever way its lines run: a paper has one back."""
    result = set_with(tmp_path, f"{{text: 外, foot: 12mm, at: {at}, role: {ROLE}}}", page=page, writing=writing)
    (line,) = lines_of(result, "", ROLE)
    area = page_of(result).type_area
    right = (page == 3) == outer
    assert (em_box(line).x1 == area.x1, em_box(line).x0 == area.x0) == (right, not right)


def test_words_in_the_middle(tmp_path):
    result = set_with(tmp_path, f"{{text: 正中, foot: 12mm, role: {ROLE}}}")
    (line,) = lines_of(result, "", ROLE)
    area, box = page_of(result).type_area, em_box(line)
    assert abs((box.x0 - area.x0) - (area.x1 - box.x1)) <= 1


@pytest.mark.parametrize(
    ("pages", "on"), [("all", [1, 2, 3]), ("odd", [1, 3]), ("even", [2]), ("front", [1]), ("inner", [2, 3])]
)
def test_the_pages_that_have_it(tmp_path, pages, on):
    item = f"{{text: 有, foot: 12mm, pages: {pages}, role: {ROLE}}}"
    assert [page for page in (1, 2, 3) if words(set_with(tmp_path, item, page=page))] == on


def rules_at(result: Result, low: int, high: int) -> list[Rule]:
    return sorted((i for i in page_of(result).items if isinstance(i, Rule) and low <= i.y0 <= high), key=lambda r: r.y0)


def test_a_line_lies_over_the_type_area(tmp_path):
    result = set_with(tmp_path, "{line: thick, top: 12mm}")
    (rule,) = rules_at(result, 0, mm(15))
    area = page_of(result).type_area
    assert (rule.x0, rule.x1, rule.y0 - rule.weight // 2) == (area.x0, area.x1, mm(12))


def test_a_border_stands_on_its_foot(tmp_path):
    result = set_with(tmp_path, "{line: double, foot: 12mm}")
    height = page_of(result).height
    thick, fine = rules_at(result, height - mm(15), height)
    assert fine.y0 + fine.weight // 2 == height - mm(12)
    assert abs(fine.y0 - fine.weight // 2 - (thick.y0 + thick.weight // 2) - PER_PT) <= 1


def test_a_line_that_the_style_sheet_lacks_is_told_in_the_template(tmp_path):
    result = set_with(tmp_path, "{line: wavy, foot: 12mm}")
    (found,) = [d for d in result.diagnostics if d.code == "P225"]
    assert found.span is not None
    assert found.span.file.endswith("mine.yaml")


def test_words_that_are_too_wide_are_told(tmp_path):
    result = set_with(tmp_path, f"{{text: {'长' * 120}, foot: 12mm}}")
    assert codes(result) == ["P519"]


def test_a_field_without_a_value_leaves_the_piece_out_and_says_so(tmp_path):
    result = set_with(tmp_path, f"{{text: '第{{issue_no}}期', foot: 12mm, role: {ROLE}}}")
    assert words(result) == ""
    assert codes(result) == ["P521"]


# ---- without a running head ------------------------------------------------------------------------------------------


def test_a_template_without_a_running_head_has_none(tmp_path):
    result = set_with(tmp_path, f"{{text: '{{section}}　{{page}}', foot: 12mm, role: {ROLE}}}", folio="")
    assert codes(result) == []
    assert {line.role for line in page_of(result).items if isinstance(line, Line)}.isdisjoint(HEAD[:3])
    assert words(result) == "要闻2"


def test_what_the_editor_wrote_must_stand_somewhere(tmp_path):
    result = set_with(tmp_path, "{text: '{page}', foot: 12mm}", folio="", credits={"责任编辑": "编辑部"})
    assert codes(result) == ["P520", "P520"]


def test_the_editors_copy_is_proved_where_furniture_says_it(tmp_path):
    item = f"{{text: '{{section}}　{{credits}}', foot: 12mm, role: {ROLE}}}"
    result = set_with(tmp_path, item, folio="", credits={"责任编辑": "编辑部"})
    assert codes(result) == []
    section, label, *_ = lines_of(result, "", ROLE)
    assert (copy_of(section), copy_of(label)) == ("要闻", "责任编辑")
    assert em_box(label).x0 - em_box(section).x1 == section.runs[0].size


# ---- mirrored --------------------------------------------------------------------------------------------------------

MIRRORED, PLAIN = FOLIO, FOLIO.replace("mirrored: yes", "mirrored: no")


@pytest.mark.parametrize("section", ["要闻", "经济技术开发区综合新闻"])
def test_a_mirrored_running_head_is_the_plain_one_in_a_mirror(tmp_path, section):
    """Every line keeps its width and its height, and stands as far from the other edge."""
    keys = {"page": 3, "section": section, "credits": {"责任编辑": "编辑部"}, "paper": "江河日报"}
    plain, turned = (set_with(tmp_path, "", folio, **keys) for folio in (PLAIN, MIRRORED))
    area = page_of(plain).type_area
    for role in HEAD[1:2]:
        (one,), (other,) = lines_of(plain, "", role), lines_of(turned, "", role)
        assert abs(em_box(one).x0 - area.x0 - (area.x1 - em_box(other).x1)) <= one.runs[0].size
    rows = [[em_box(line) for line in lines_of(result, "", "folio-info")] for result in (plain, turned)]
    assert max(box.x1 for box in rows[0]) == area.x1
    assert min(box.x0 for box in rows[1]) == area.x0
    assert [(box.y0, box.y1) for box in rows[0]] == [(box.y0, box.y1) for box in rows[1]]


def test_a_left_hand_page_is_not_mirrored(tmp_path):
    plain, turned = (set_with(tmp_path, "", folio, page=2) for folio in (PLAIN, MIRRORED))
    assert page_of(plain).items == page_of(turned).items


def test_every_field_that_a_template_may_name_has_its_words(tmp_path):
    """A field declared in the table alone would be a ``KeyError``."""
    names = "　".join(f"{{{field.key}}}" for field in FIELDS)
    keys = {"paper": "江河日报", "issue_no": "总第99期", "credits": {"责任编辑": "编辑部"}}
    keys |= {"registration": "CN 00-0000", "price": "一元", "web": "www.example.com"}
    result = set_with(tmp_path, f"{{text: '{names}', foot: 12mm, role: {ROLE}}}", **keys)
    assert codes(result) == []


# ---- slips -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("{text: '{dat}', foot: 12mm}", [("P266", 12)]),
        ("{text: '{}', foot: 12mm}", [("P266", 12)]),
        ("{text: 甲, line: thick, foot: 12mm}", [("P268", 21)]),
        ("{text: 甲, top: 12mm, foot: 12mm}", [("P268", 32)]),
        ("{foot: 12mm}", [("P269", 6)]),
        ("{text: 甲}", [("P269", 6)]),
        ("{text: 甲, foot: 60mm}", [("P267", 21)]),
        ("{text: 甲, top: 60mm}", [("P267", 20)]),
        ("{text: 甲, foot: 12mm, role: folio-inf}", [("P144", 33)]),
        ("{text: 甲, foot: 12mm, at: left}", [("P144", 31)]),
        ("{text: 甲, foot: 12}", [("P142", 21)]),
        ("{txt: 甲, foot: 12mm}", [("P130", 6)]),
    ],
)
def test_slips_in_furniture(tmp_path, item, expected):
    assert told(tmp_path, item) == expected


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize(("number", "outside"), [(6, "left"), (7, "right")])
def test_the_number_stands_outside_whichever_way_the_lines_run(number, outside, writing):
    page = page_of(set_blocks(story(columns="1-3"), page=number, writing=writing))
    (line,) = lines_of_page(page, "folio-number")
    area = page.type_area
    assert (line.x - area.x0 < area.width // 2) == (outside == "left")


def lines_of_page(page: Page, role: str) -> list[Line]:
    return [item for item in page.items if isinstance(item, Line) and item.role == role]
