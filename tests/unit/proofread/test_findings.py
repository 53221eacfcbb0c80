"""校对: what each rule finds, at which place, and what it lets pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from paiban.diagnostic import Diagnostic, Severity
from paiban.engine import read_issue
from paiban.issue import Issue
from paiban.kinds import KINDS
from paiban.lunar import lunar_words
from paiban.proofread import proofread
from paiban.proofread.rules import READERS
from paiban.template.page_rules import COPY_RULES
from tests.support.issues import FILE, briefs, issue_text, read_blocks, set_real, story

PARTS = pytest.mark.parametrize("part", ["body", "headline", "deck", "byline"])


def told(issue: Issue, **severities: str) -> list[Diagnostic]:
    return list(proofread(issue, KINDS.readings, severities))


def of_body(*paragraphs: str, **keys: object) -> list[Diagnostic]:
    """What is found in a story's paragraphs; the issue is of Thursday, 31 March 2022."""
    return told(read_blocks(story(body="\n".join(paragraphs), **keys)))


def codes(found: list[Diagnostic]) -> list[str]:
    return [each.code for each in found]


def words(found: list[Diagnostic], lang: str = "zh") -> list[str]:
    return [each.message(lang) for each in found]


def test_every_rule_of_a_style_sheet_has_its_reader():
    assert list(READERS) == [rule.key for rule in COPY_RULES]


# ---- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("copy", [
    "3月17日（星期四）开会。", "3月17日，星期四，开会。", "2022年3月17日 星期四", "星期四（3月17日）开会。",
    "周四（3月17日）开会。",
    "去年3月17日（星期三）", "2021年3月17日（星期三）", "2019年动工，3月17日（星期日）通车",
    "2019年动工，今年3月17日（星期四）通车", "17日（星期四）开会。", "28日（周一）", "4月开工，17日（周日）通车",
    "3月16日至17日（周五）", "2019年开工，17日（周一）通车", "32日（周一）",
    "3月17日（周四至周五）", "3月17日，周一至周五开放",
    "当年3月17日（星期一）", "12月30日（星期四）", "1月2日（星期日）", "3月17日，周日报道",
])  # fmt: skip
def test_a_weekday_that_is_the_dates_own_passes(copy):
    assert codes(of_body(copy)) == []


@pytest.mark.parametrize(("copy", "right"), [
    ("3月17日（星期五）开会。", "2022年3月17日是星期四"), ("2021年3月17日（周四）开会。", "2021年3月17日是星期三"),
    ("17日（星期六）开会。", "2022年3月17日是星期四"), ("4月开工，17日（周二）通车", "2022年3月17日是星期四"),
    ("星期一（4月1日）开会。", "2022年4月1日是星期五"), ("去年3月17日，礼拜天，开会。", "2021年3月17日是星期三"),
])  # fmt: skip
def test_a_weekday_that_is_another_days_is_told(copy, right):
    (found,) = of_body(copy)
    assert found.code == "P440"
    assert found.message("zh").endswith(right)
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("copy", ["2月30日", "2022年2月29日", "4月31日", "13月1日", "3月0日"])
def test_a_day_that_no_month_has_is_told(copy):
    assert codes(of_body(f"会议{copy}召开。")) == ["P449"]


@pytest.mark.parametrize("copy", ["2月29日", "2020年2月29日", "12月31日", "2022年3月17日"])
def test_a_day_that_there_may_be_passes(copy):
    assert codes(of_body(f"会议{copy}召开。")) == []


@pytest.mark.parametrize(
    ("day", "lunar"),
    [("3月17日", "二月十五"), ("3月22日", "二月二十"), ("3月31日", "二月二十九"), ("3月31日", "二月廿九")],
)
def test_a_lunar_day_is_held_against_its_date(day, lunar):
    assert codes(of_body(f"{day}（农历{lunar}）祭扫。")) == []
    assert codes(of_body(f"农历{lunar}（{day}）祭扫。")) == []
    (found,) = of_body(f"{day}（农历三月初三）祭扫。")
    assert found.code == "P441"


def test_the_right_lunar_day_is_said():
    (found,) = of_body("3月17日（农历三月初三）祭扫。")
    assert lunar_words(date(2022, 3, 17)) in found.message("zh")


# ---- folio and file --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "what"), [
    ("20220331-2版.yaml", []), ("20220330-2版.yaml", ["日期"]), ("2022-03-31-第3版.yaml", ["版次"]),
    ("要闻-A02.yaml", []),
    ("要闻-A03.yaml", ["版次"]), ("p2.yaml", []), ("page-3.yaml", ["版次"]), ("20220330-p1.yaml", ["日期", "版次"]),
    ("issue.yaml", []), ("b2b-story.yaml", []), ("shizheng-final-7.yaml", []), ("20229999.yaml", []),
])  # fmt: skip
def test_a_page_and_a_day_are_held_against_the_files_name(name, what):
    issue, found, _ = read_issue(Path(name), issue_text(story()))
    assert issue is not None, found
    kinds = [dict(each.params)["what"].zh for each in told(issue) if each.code == "P442"]
    assert kinds == what


# ---- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("copies", [
    ("金塘社区开了会。", "金糖社区的居民说好。"), ("城东科技公司投产。", "城冬科技公司签约。"),
    ("青河农商行放贷。", "青禾农商行说。"),
])  # fmt: skip
def test_a_name_that_is_written_two_ways_is_told_with_the_other(copies):
    (found,) = [each for each in set_real(story(body="\n".join(copies))).diagnostics if each.code == "P443"]
    text = issue_text(story(body="\n".join(copies))).split("\n")
    first, second = (1 + next(i for i, row in enumerate(text) if copy in row) for copy in copies)
    assert (found.span.line, dict(found.params)["line"]) == (second, first)


@pytest.mark.parametrize("copies", [
    ("东湖社区开了会。", "西湖社区也开了会。"), ("金塘社区开会。", "金山社区开会。"),
    ("三个乡镇参加。", "各乡镇都来了。"),
    ("解决了开发区的事。", "完结了开发区的事。"), ("第一小学和第二小学。", "第三小学。"),
    ("市医院说。", "是医院说的。"), ("城际铁路通车。", "省级铁路通车。"), ("送戏下乡。", "信息下乡。"),
    ("美丽乡村。", "大力乡村。"), ("加沙城希法医院。", "称希法医院。"), ("常态化线路。", "赏花线路。"),
    ("金塘社区。" * 4, "金糖社区。" * 4),
])  # fmt: skip
def test_names_that_may_well_be_two_pass(copies):
    assert codes(of_body(*copies)) == []


def test_a_listed_name_is_held_against_copy():
    issue = read_blocks(story(body="唐新河开了会。\n唐欣河也来了。"), names=["唐新河"])
    assert codes(told(issue)) == ["P443"]


# ---- pairs -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paragraphs", "marks"), [
    (["“好。”他说（笑）：《春天》。"], []), (["他说：“好。"], ["“"]), (["他说：好。”"], ["”"]),
    (["（笑"], ["（"]), (["春天》"], ["》"]),
    (["“好（笑”"], ["（"]), (["他说：“第一。", "“第二。”"], []), (["他说：“第一。", "第二。”"], ["“", "”"]),
    (["1）修桥；2）铺路。"], []), (["一）修桥"], []), (["a) 修桥"], []), (["’22年的‘好’"], []), (["it’s"], []),
    (["落款’22，盖章"], []), (["“他说“好”。”"], ["“"]), (["“他说‘好’。”"], []), (['他说："好。'], ['"']),
    (['55"电视'], []),
    (["(甲）"], []), (["“好”", "“好”"], []),
])  # fmt: skip
def test_a_mark_without_its_partner_is_told(paragraphs, marks):
    found = [each for each in of_body(*paragraphs) if each.code == "P444"]
    assert [dict(each.params)["text"] for each in found] == marks


@pytest.mark.parametrize(("copy", "rows"), [
    ("春天））暖", [(0, 2)]), ("（（（春天", [(0, 3)]), ("春）天）", [(0, 1), (2, 1)]), ("（春））天", [(0, 1)]),
])  # fmt: skip
def test_a_row_of_one_mark_is_told_once(copy, rows):
    spans = [each.span for each in of_body(copy) if each.code == "P444"]
    first = spans[0].column
    assert sorted((span.column - first, span.end_column - span.column) for span in spans) == rows


# ---- marks and numerals ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("copy", [
    "开会，，他说", "开会。，他说", "开会、，他说", "真好！，他说", "，他说好",
    "会上参加的有青河、北岭、城东、城西、城南、城北等地，",
    "青河、北岭、等。", "青河、北岭……等。", "青河等……", "来了三、四个人", "青河、以及北岭",
])  # fmt: skip
def test_marks_are_held_against_the_standard(copy):
    assert codes(of_body(copy)) == ["P445"]


@pytest.mark.parametrize("copy", [
    "“好！”，他说", "开会。他说", "青河、北岭等。", "青河、北岭等地", "一、二年级", "第三、四次",
    "来了三四个人", "三、四版", "床前明月光，", "等等……",
    "没有。。。", "甲、乙等级",
])  # fmt: skip
def test_marks_that_are_right_pass(copy):
    assert codes(of_body(copy)) == []


@pytest.mark.parametrize("copy", [
    "20几年前", "二零二二年", "2022年三月开会", "3月十七日开会", "三月17日开会", "百分之30的人", "增长15-30%",
    "9～16亿", "13—17万元", "约3、4个",
    "3千5百人", "8百人", "三分之1",
])  # fmt: skip
def test_numerals_are_held_against_the_standard(copy):
    assert codes(of_body(f"去{copy}")) == ["P446"]


@pytest.mark.parametrize("copy", [
    "二十几年前", "二〇二二年", "一九九五年和二〇〇八年零点", "0—0.1%", "30百亿亿次",
    "2022年3月", "15%～30%", "9亿～16亿", "3月一日游", "百分之三十", "5千米", "三分之一", "十分之一二",
    "5千克", "3500人", "2021-2022年",
    "0514-8800", "9:00-10:00", "写着22几个字", "3、4号楼", "正月15日",
])  # fmt: skip
def test_numerals_that_are_right_pass(copy):
    assert codes(of_body(f"去{copy}。")) == []


@pytest.mark.parametrize("copy", ["春天的的风", "他在在家", "开发区开发区", "青河县青河县城", "他和和她"])
def test_what_is_typed_twice_is_told(copy):
    assert codes(of_body(f"{copy}。")) == ["P447"]


@pytest.mark.parametrize("copy", [
    "常常", "天天", "的的确确", "出租的的士", "在在建工程", "是是非非", "和和美美", "不了了之", "去了了解",
    "看到到访的人", "首都都市圈", "研究研究",
    "实实在在的事", "达到目的的手段", "卿卿我我", "实事求是是精髓", "问题存在在哪里", "现在在家", "成就就在这里",
    "一把把椅子",
    "一个问题一个问题地解决", "几小时几小时地说", "特别行政区行政区域图", "进军西藏和西藏和平解放",
    "一个一个", "打的的费用", "村村通", "等等", "说说", "看看", "哈哈哈", "大大小小",
])  # fmt: skip
def test_what_may_stand_twice_passes(copy):
    assert codes(of_body(f"他{copy}。")) == []


@pytest.mark.parametrize(("keys", "count"), [
    ({"body": "## 修桥。\n好。"}, 1), ({"body": "## 修桥\n好。"}, 0), ({"headline": "修桥。"}, 1),
    ({"deck": "修桥，"}, 1),
    ({"kicker": "修桥——"}, 0), ({"headline": "修桥？"}, 0), ({"headline": "修桥……"}, 0), ({"headline": "修桥！"}, 0),
])  # fmt: skip
def test_a_title_with_a_full_stop_is_told(keys, count):
    assert codes(told(read_blocks(story(**keys)))) == ["P448"] * count


# ---- where, how severe, in which words -------------------------------------------------------------------------------


@PARTS
def test_every_part_of_a_story_is_read(part):
    keys = {part: "春天的的风"}
    assert "P447" in codes(told(read_blocks(story(**keys))))


def test_briefs_and_the_running_head_are_read():
    issue = read_blocks(briefs("春天的的风。", label="简（讯"), section="要（闻")
    assert sorted(codes(told(issue))) == ["P444", "P444", "P447"]


def test_a_finding_stands_at_its_line_and_column_whatever_markup_is_before_it():
    copy = "**春天**{的|de}风，春天的的风。"
    text = issue_text(story(body=f"好。\n{copy}")).split("\n")
    line = 1 + next(i for i, row in enumerate(text) if copy in row)
    result = set_real(story(body=f"好。\n{copy}"))
    (found,) = [each for each in result.diagnostics if each.code == "P447"]
    column = text[line - 1].index("的的") + 1
    assert (found.span.line, found.span.column, found.span.end_column) == (line, column, column + 2)


def test_each_finding_says_what_is_wrong_and_what_to_do_in_both_languages():
    found = of_body(
        "3月17日（星期五）的的风，，好。", "2月30日“好", "20几年前，金塘社区。", "金糖社区。", headline="修桥。"
    )
    assert {*codes(found)} == {"P440", "P443", "P444", "P445", "P446", "P447", "P448", "P449"}
    for each in found:
        for lang in ("zh", "en"):
            assert "{" not in each.message(lang) + each.hint(lang)
            assert each.message(lang)
            assert each.hint(lang)


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_the_style_says_how_severe_a_finding_is(severity):
    issue = read_blocks(story(body="春天的的风。"))
    assert [(each.code, each.severity.value) for each in told(issue, doubled=severity)] == [("P447", severity)]
    assert told(issue, doubled="off") == []


def test_a_jumping_story_is_read_once():
    text = issue_text(story(body="春天的的风。\n好。"))
    issue, found, _ = read_issue(FILE, text)
    assert issue is not None, found
    assert codes(told(issue)) == ["P447"]


# ---- how much is told ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "listed", "more"), [(20, 20, []), (21, 20, [1]), (300, 20, [280])])
def test_twenty_findings_of_a_rule_are_told_one_by_one_and_then_how_many_more(count, listed, more):
    found = of_body("甲（" * count)
    assert codes(found) == ["P444"] * listed + ["P450"] * len(more)
    assert [dict(each.params)["count"] for each in found[listed:]] == more
    assert all(each.severity is Severity.WARNING for each in found)
    assert [each.span.column for each in found] == sorted({each.span.column for each in found})


def test_a_year_is_remembered_for_the_length_of_a_paragraph():
    assert codes(of_body("2019年动工。" + "天地人和" * 100 + "3月17日（星期四）开会。")) == ["P440"]
    assert codes(of_body("2019年动工。" + "天地人和" * 150 + "3月17日（星期四）开会。")) == []
