"""``paiban move``: issues to other days, pages with their files into other issues; all of it or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from paiban.issue.parted import joined, parted
from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.source.outline import data_of, outline

TABLE = make_table(KINDS.readings)

DAILY = """\
# 一期。
date: 2026-11-27
paper: 江河日报
pages:
  # 头版
  - page: 1
    section: 要闻
    template: tabloid
    stories:
      - headline: 春天来了   # 一句话
        body: 草木绿了。
        place: {columns: 1-2, rows: 1-9}
  # 图版
  - page: 2
    section: 摄影
    template: tabloid
    stories:
      - picture: pictures/a.png
        place: {columns: 1-2, rows: 1-20}
      - picture: pictures/both.png
        place: {columns: 3-4, rows: 1-20}
  - page: 3
    section: 副刊
    template: tabloid
    stories:
      - picture: pictures/both.png
        place: {columns: 3-4, rows: 1-20}
"""

PHOTO = DAILY[DAILY.index("  # 图版") : DAILY.index("  - page: 3")]


OTHER = """\
date: 2026-11-28
page: 1
section: 要闻
template: tabloid
stories:
  - headline: 甲
    body: 乙
    place: {columns: 1, rows: 1-9}
"""


@pytest.fixture
def daily(tmp_path) -> Path:
    folder = tmp_path / "2026-11-27"
    (folder / "pictures").mkdir(parents=True)
    for name, shade in (("a", 90), ("both", 160)):
        Image.new("L", (400, 400), shade).save(folder / "pictures" / f"{name}.png")
    (folder / "issue.yaml").write_text(DAILY, "utf-8")
    return folder / "issue.yaml"


def test_an_issue_goes_to_another_day_with_its_folder(typeset, daily, tmp_path):
    assert typeset("move", daily, "--date", "2026-12-01").code == 0
    assert (tmp_path / "2026-12-01" / "issue.yaml").read_text("utf-8") == DAILY.replace("2026-11-27", "2026-12-01")
    assert (tmp_path / "2026-12-01" / "pictures" / "a.png").is_file()
    assert not daily.exists()


def test_a_folder_that_is_not_named_after_the_day_stays(typeset, daily, tmp_path):
    daily.parent.rename(tmp_path / "monday")
    assert typeset("move", tmp_path / "monday" / "issue.yaml", "--date", "2026-12-01").code == 0
    assert "date: 2026-12-01\n" in (tmp_path / "monday" / "issue.yaml").read_text("utf-8")


def test_a_day_that_has_an_issue_is_never_touched(typeset, daily, tmp_path):
    (tmp_path / "2026-12-01").mkdir()
    assert "error[P733]" in typeset("move", daily, "--date", "2026-12-01").err
    assert daily.read_text("utf-8") == DAILY


def test_a_page_goes_into_another_issue_with_its_files(typeset, daily, tmp_path):
    other = tmp_path / "2026-11-28" / "issue.yaml"
    other.parent.mkdir()
    other.write_text(OTHER, "utf-8")
    run = typeset("move", daily, "--page", "2", "--to", other)
    assert (run.code, run.err) == (0, "")
    assert other.read_text("utf-8") == (
        "date: 2026-11-28\npaper: 江河日报\n"
        "pages:\n  - page: 1\n    section: 要闻\n    template: tabloid\n    stories:\n"
        "      - headline: 甲\n        body: 乙\n        place: {columns: 1, rows: 1-9}\n" + PHOTO
    )
    assert daily.read_text("utf-8") == DAILY.replace(PHOTO, "")
    assert sorted(path.name for path in (other.parent / "pictures").iterdir()) == ["a.png", "both.png"]
    assert [path.name for path in (daily.parent / "pictures").iterdir()] == ["both.png"]  # page 3 needs it


def test_a_page_may_stay_and_have_another_number_there(typeset, daily, tmp_path):
    other = tmp_path / "2026-11-28" / "issue.yaml"
    assert typeset("move", daily, "--page", "2", "--to", other, "--number", "7", "--keep").code == 0
    assert daily.read_text("utf-8") == DAILY
    text = other.read_text("utf-8")
    assert text.startswith("# 一期。\ndate: 2026-11-28\npaper: 江河日报\n# 图版\npage: 7\nsection: 摄影\n")
    assert typeset("check", other, "-q").code == 0


@pytest.mark.parametrize("number", ["4-5", "4", "5"])
def test_a_spread_goes_by_the_number_that_its_file_says_or_by_either(typeset, daily, tmp_path, number):
    spread = "  - page: 4-5\n    section: 跨版\n    template: tabloid\n"
    spread += "    stories:\n      - headline: 丙\n        body: 丁\n        place: {columns: 1, rows: 1-9}\n"
    daily.write_text(DAILY + spread, "utf-8")
    assert typeset("move", daily, "--page", number, "--to", tmp_path / "other.yaml").code == 0
    assert daily.read_text("utf-8") == DAILY
    assert "page: 4-5" in (tmp_path / "other.yaml").read_text("utf-8")


def test_a_page_whose_story_goes_on_elsewhere_stays(typeset, daily, tmp_path):
    text = DAILY.replace(
        "        body: 草木绿了。\n", "        body: [草木, 绿了]\n        jump: {page: 3, paragraph: 2}\n"
    )
    daily.write_text(text, "utf-8")
    run = typeset("move", daily, "--page", "1", "--to", tmp_path / "new" / "issue.yaml")
    assert run.code == 1
    assert "error[" in run.err
    assert daily.read_text("utf-8") == text
    assert not (tmp_path / "new" / "issue.yaml").exists()


TOLD = """\
date: 2026-11-27
pages:
  - page: 1
    section: 要闻
    template: tabloid
    stories:
      - id: lead
        headline: 甲
        body: [乙, 丙]
        jump: {page: 2, paragraph: 2}
        place: {columns: 1, rows: 1-9}
      - {index: 导读, items: [lead, {story: photo, headline: 光影}], place: {columns: 2, rows: 1-9}}
  - {page: 2, section: 民生, template: tabloid, stories: [{headline: 丁, body: 戊, place: {columns: 1, rows: 1-9}}]}
  - page: 3
    section: 光影
    template: tabloid
    stories: [{id: photo, headline: 己, body: 庚, place: {columns: 1, rows: 1-9}}]
"""


@pytest.mark.parametrize(
    ("page", "lines"),
    {"1": (["10:22", "12:43"]), "2": ["10:22"], "3": ["12:43"]}.items(),
    ids=["what goes points back", "a jump that stays", "an index that stays"],
)
def test_what_points_to_the_other_issue_then_moves_nothing(typeset, daily, tmp_path, page, lines):
    """Nothing that is named leaves what names it, whichever goes; each place is told."""
    daily.write_text(TOLD, "utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(
        OTHER.replace("- headline: 甲", "- id: photo\n    headline: 甲").replace("page: 1", "page: 9"), "utf-8"
    )
    before = other.read_text("utf-8")
    run = typeset("move", daily, "--page", page, "--to", other)
    assert run.code == 1
    told = [line.partition(": error[P734]")[0] for line in run.err.splitlines() if "error[" in line]
    assert [place.rpartition("issue.yaml:")[2] for place in told] == lines
    assert (daily.read_text("utf-8"), other.read_text("utf-8")) == (TOLD, before)


def test_a_page_that_is_named_where_it_stays_can_be_copied(typeset, daily, tmp_path):
    daily.write_text(TOLD, "utf-8")
    assert typeset("move", daily, "--page", "3", "--to", tmp_path / "new.yaml", "--keep").code == 0
    assert typeset("move", daily, "--page", "1", "--to", tmp_path / "one.yaml", "--keep").code == 1


def test_a_page_that_is_not_there_is_told_with_those_that_are(typeset, daily, tmp_path):
    run = typeset("move", daily, "--page", "99", "--to", tmp_path / "new.yaml")
    assert run.code == 1
    assert "error[P735]" in run.err
    assert "1, 2, 3" in run.err


def test_another_file_of_that_name_is_never_touched(typeset, daily, tmp_path):
    (tmp_path / "new" / "pictures").mkdir(parents=True)
    (tmp_path / "new" / "pictures" / "a.png").write_bytes(b"mine")
    assert "error[P733]" in typeset("move", daily, "--page", "2", "--to", tmp_path / "new" / "issue.yaml").err
    assert daily.read_text("utf-8") == DAILY
    assert (tmp_path / "new" / "pictures" / "a.png").read_bytes() == b"mine"


def test_a_number_that_is_there_already_moves_nothing(typeset, daily, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(daily.parent, other)
    (other / "pictures" / "a.png").unlink()
    text = DAILY.replace("pictures/a.png", "pictures/both.png")
    (other / "issue.yaml").write_text(text, "utf-8")
    run = typeset("move", daily, "--page", "2", "--to", other / "issue.yaml")
    assert run.code == 1
    assert "--number" in run.err
    assert (other / "issue.yaml").read_text("utf-8") == text
    assert not (other / "pictures" / "a.png").exists()


NAMED = """\
date: 2026-11-27
paper: 江河日报
pages:
  - page: 1
    section: 要闻
    template: tabloid
    stories:
      - {id: lead, headline: 甲, body: 乙, place: {columns: 1, rows: 1-9}}  # lead
      - {id: bridge, picture: pictures/a.png, with: lead, place: {columns: 2, rows: 1-20}}
      - 编号: 标题
        主题: lead
        压图: bridge
        位置: {columns: 2, rows: 1-4}
      - {id: lead-2, headline: lead, body: lead, place: {columns: 3, rows: 1-9}}
      - {index: 导读, items: [lead, {story: lead-2, headline: lead}], place: {columns: 4, rows: 1-9}}
  - {page: 2, section: 民生, template: tabloid, stories: [{headline: 丙, body: 丁}]}
"""


def test_ids_that_are_taken_there_are_given_anew_with_all_that_names_them(typeset, daily, tmp_path):
    daily.write_text(NAMED, "utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(
        OTHER.replace("- headline: 甲", "- id: lead\n    headline: 甲").replace("page: 1", "page: 3"), "utf-8"
    )
    run = typeset("move", daily, "--page", "1", "--to", other)
    assert run.code == 0
    assert "lead-3" in run.err
    there = next(page for page in parted(other.read_text("utf-8"), TABLE).pages if page.numbers == (1,))
    lines = [line.strip() for line in NAMED.splitlines()[7:15]]
    lines[0] = lines[0].replace("id: lead,", "id: lead-3,")
    lines[1] = lines[1].replace("with: lead,", "with: lead-3,")
    lines[7] = lines[7].replace("[lead,", "[lead-3,")
    assert [line.strip() for line in there.words.splitlines()[4:12]] == lines


@pytest.mark.parametrize(
    "words", [("--page", "9", "--to", "x.yaml"), ("--page", "1"), ("--to", "x.yaml", "--date", "2026-12-01"), ()]
)
def test_what_cannot_be_meant_is_told(typeset, daily, words):
    run = typeset("move", daily, *words)
    assert run.code in (1, 2)
    assert run.err
    assert daily.read_text("utf-8") == DAILY


def test_the_only_page_of_an_issue_is_moved_by_its_day(typeset, daily, tmp_path):
    typeset("move", daily, "--page", "3", "--to", tmp_path / "one" / "issue.yaml", "--keep")
    run = typeset("move", tmp_path / "one" / "issue.yaml", "--page", "3", "--to", tmp_path / "two" / "issue.yaml")
    assert run.code == 1
    assert "--date" in run.err


# ---- what the page needs of its issue --------------------------------------------------------------------------------

STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 1H9V9H1Z"/></svg>'


@pytest.fixture
def house(tmp_path) -> Path:
    """A paper with an issue of two pages, of which the second needs what the paper and the issue say."""
    (tmp_path / "paper.yaml").write_text(
        "paper: 江河日报\ntemplate: tabloid\ntint: yes\ncredits: {责任编辑: 编辑部}\n", "utf-8"
    )
    folder = tmp_path / "2026-11-27"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "star.svg").write_text(STAR, "utf-8")
    (folder / "issue.yaml").write_text(
        "extends: ../paper.yaml\ndate: 2026-11-27\nnames: [青石口, 白沙洲]\nglyphs: {𰻝: pictures/star.svg}\n"
        "pages:\n  - page: 1\n    section: 要闻\n    stories:\n      - headline: 甲\n        body: 乙\n"
        "        place: {columns: 1, rows: 1-9}\n"
        "  - page: 2\n    section: 民生\n    tint: no\n    stories:\n      - headline: 青石口修路\n"
        "        body: 路是𰻝的。\n        place: {columns: 1-2, rows: 1-9}\n",
        "utf-8",
    )
    return folder / "issue.yaml"


def moved(typeset, house: Path, other: Path, text: str):
    other.parent.mkdir(exist_ok=True)
    other.write_text(text, "utf-8")
    run = typeset("move", house, "--page", "2", "--to", other)
    assert run.code == 0, run.err
    root = outline(other.read_text("utf-8"))
    return run, data_of(root)


def test_a_page_takes_along_what_its_issue_and_its_paper_say_for_it(typeset, house, tmp_path):
    """Names and drawings that stand in it, its paper's look; not the name that another page needs."""
    other = tmp_path / "apart" / "issue.yaml"
    run, data = moved(typeset, house, other, OTHER.replace("date:", "names: [沅江]\ndate:"))
    assert run.err == ""
    assert data["names"] == [["沅江", "青石口"]]
    assert data["glyphs"] == [{"𰻝": ["pictures/star.svg"]}]
    assert (other.parent / "pictures" / "star.svg").read_text("utf-8") == STAR
    assert data["paper"] == ["江河日报"]
    (pages,) = data["pages"]
    assert pages[1]["template"] == ["tabloid"]
    assert pages[1]["credits"] == [{"责任编辑": ["编辑部"]}]
    assert pages[1]["tint"] == ["no"]


def test_a_page_takes_nothing_along_that_its_paper_says_there_too(typeset, house, tmp_path):
    other = tmp_path / "2026-11-28" / "issue.yaml"
    run, data = moved(typeset, house, other, "extends: ../paper.yaml\n" + OTHER.replace("template: tabloid\n", ""))
    assert run.err == ""
    (pages,) = data["pages"]
    assert "template" not in pages[1]
    assert "paper" not in data


def test_what_the_other_issue_says_otherwise_is_told(typeset, house, tmp_path):
    run, data = moved(typeset, house, tmp_path / "a" / "issue.yaml", "paper: 青河日报\nstyle: classic\n" + OTHER)
    assert data["paper"] == ["青河日报"]
    assert [line.partition(":")[0].split()[-1] for line in run.err.splitlines()] == ["paper", "style"]


@pytest.mark.parametrize(("folder", "left"), [("2026-12-01", ["weather", "page_total"]), ("apart", ["page_total"])])
def test_a_new_issue_is_told_what_is_of_the_other_day_and_goes_without(typeset, house, tmp_path, folder, left):
    text = house.read_text("utf-8")
    house.write_text(text.replace("names:", "weather: 晴\nprice: 零售1.00元\npage_total: 8\nnames:"), "utf-8")
    other = tmp_path / folder / "issue.yaml"
    run = typeset("move", house, "--page", "2", "--to", other)
    assert run.code == 0
    assert [line.partition(":")[0].split()[-1] for line in run.err.splitlines()] == left
    there = data_of(outline(other.read_text("utf-8")))
    assert not {*left} & {*there}
    assert there["price"] == ["零售1.00元"]


def test_what_is_not_carried_is_told_in_the_language_that_is_asked_for(typeset, house, tmp_path):
    house.write_text(house.read_text("utf-8").replace("names:", "page_total: 8\nnames:"), "utf-8")
    run = typeset("move", house, "--page", "2", "--to", tmp_path / "a" / "issue.yaml", "--lang", "zh")
    assert run.err.strip().endswith("版数: 原来是 8，那一期是 —，没有带过去")


def test_a_new_issue_elsewhere_finds_its_paper(typeset, house, tmp_path):
    other = tmp_path / "archive" / "spring" / "issue.yaml"
    assert typeset("move", house, "--page", "2", "--to", other).code == 0
    assert data_of(outline(other.read_text("utf-8")))["extends"] == ["../../paper.yaml"]
    assert typeset("check", other, "-q").code == 0


@pytest.mark.parametrize(
    "sample", sorted((Path(__file__).parents[3] / "issues").glob("**/issue.yaml")), ids=lambda path: path.parent.name
)
def test_an_issue_by_its_pages_is_the_issue_again(sample):
    """To the byte; of a file of one page what it says of the issue goes before what it says of the page."""
    text = sample.read_text("utf-8")
    again = joined(parted(text, TABLE))
    assert data_of(outline(again)) == data_of(outline(text))
    assert again == text or len(parted(text, TABLE).pages) == 1
