"""How a headline is read before it is broken: pieces put together as words, and the part that each word plays."""

from __future__ import annotations

import pytest

from paiban.text.clauses import AFTER, AS_PART, AT_END, PARTS, SAME_AS, parts
from paiban.text.grouping import grouped
from paiban.text.phrases import (
    AGAINST,
    BAD_END,
    BAD_START,
    BONDS,
    CLAUSE,
    CLAUSE_END,
    ELSE,
    FORBIDDEN,
    TIGHT,
    WITHIN,
    bonds,
)
from paiban.text.words import Word, _entries, _list


def row(*kinds: str) -> list[Word]:
    return [Word("字", kind) for kind in kinds]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("老街巷一巷一策", ["老", "街巷", "一巷一策"]),
        ("不搞大拆大建", ["不", "搞", "大拆大建"]),
        ("转诊率下降", ["转诊率", "下降"]),
        ("棉花机采率", ["棉花", "机采率"]),
        ("全省首例手术", ["全省", "首例", "手术"]),
        ("天宫二号返航", ["天宫二号", "返航"]),
        ("地铁3号线", ["地铁3号", "线"]),
        ("下月3号开学", ["下月", "3", "号", "开学"]),
        ("一湖清水", ["一湖", "清水"]),
        ("樱花开了", ["樱花开", "了"]),
        ("产值过五亿元", ["产值", "过五", "亿元"]),
        ("职工运动会落幕", ["职工", "运动会", "落幕"]),
        ("照片会说话", ["照片", "会", "说话"]),
    ],
)
def test_what_a_reader_takes_for_one_word_is_one(text, words):
    """rule book, section 11: no word is parted"""
    assert [word.text for word in grouped(text)] == words


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("nvn", "spo"),
        ("nvnny", "sposq"),
        ("nyny", "sqsq"),
        ("tnvn", "xspo"),
        ("npnvn", "sxspo"),
        ("nvwnw", "sppoo"),
    ],
)
def test_every_word_has_the_part_that_makes_the_best_statement(kinds, expected):
    """Subject, predicate, object; a statement may begin where the last one has its object."""
    assert parts(row(*kinds))[: len(expected)] == expected


def test_where_statements_meet_is_cheaper_than_inside_one():
    """rule book, section 11: subject from predicate least, what describes from what it describes most"""
    assert CLAUSE_END < CLAUSE < WITHIN < AGAINST <= BONDS["n"]["n"]


def test_a_statement_that_takes_no_object_ends_with_its_verb():
    text = "食堂开张老人吃上热饭"
    assert bonds(text)[4] == CLAUSE_END < bonds(text)[2] + CLAUSE_END


def test_a_time_does_not_go_on_with_another_unless_it_counts():
    assert bonds("退耕二十年昔日荒山成林")[5] < AGAINST <= bonds("三月十七日开学")[2]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("专家研制出新药", 4),
        ("守护住绿水", 4),
        ("课后延长至六点", 4),
        ("人才留下来", 3),
        ("企业投建电站", 3),
        ("小将首夺金牌", 3),
    ],
)
def test_a_verb_keeps_what_finishes_it_however_long_it_is(text, place):
    """rule book, section 11: a verb from its complement"""
    assert bonds(text)[place] >= TIGHT


def test_a_place_describes_what_it_stands_before_and_ends_what_it_stands_behind():
    """督查|沿街商户, 校园周边|食品摊点; somebody from the set phrase that is told of him"""
    text = "督查沿街商户疫情防控工作"
    assert bonds(text)[6] < AGAINST <= bonds(text)[4]
    assert bonds("校园周边食品摊点")[4] < AGAINST


def test_a_verb_keeps_the_time_that_it_lasts():
    assert bonds("大桥通车七年")[4] == WITHIN > bonds("大桥通车今天")[4]


def test_what_counts_is_parted_from_a_long_name_before_that_is_cut():
    text = "我省新增五个国家级湿地公园"
    assert bonds(text)[6] < AGAINST <= bonds("我省新增五个公园")[6]


def test_a_place_keeps_the_number_that_it_describes():
    assert bonds("铁路贯通沿线七县")[6] == WITHIN


def test_a_verb_before_one_that_takes_nothing_belongs_to_the_subject():
    text = "秋粮收购开秤"
    assert bonds(text)[4] < bonds(text)[2] == WITHIN


def test_an_adverb_and_a_verb_in_one_word_end_a_statement():
    assert bonds("铁路全线贯通两岸受益")[6] == CLAUSE_END


def test_an_area_keeps_what_is_the_first_in_it():
    text = "我市建成全国首个实验网"
    assert bonds(text)[4] < AGAINST <= bonds(text)[6]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("校舍修缮工程完工", 4),
        ("残疾人托养中心", 5),
        ("保护性修缮", 3),
        ("西站综合枢纽", 4),
        ("大桥封闭设备", 4),
        ("国家级公园", 3),
    ],
)
def test_what_describes_is_not_parted_from_the_noun_that_ends_its_phrase(text, place):
    """rule book, section 11: what describes is dearest to part"""
    assert bonds(text)[place] >= AGAINST


def test_a_verb_before_a_verb_tells_what_is_done_where_nobody_is_named_who_does_it():
    assert [word.kind for word in grouped("大桥加固封闭两个月")][1:3] == ["g", "v"]
    assert [word.kind for word in grouped("农户加固封闭两个月")][1:3] == ["v", "v"]


def test_a_verb_that_takes_a_matter_is_parted_from_it():
    assert bonds("我市启动项目")[4] < AGAINST <= bonds("我市修缮项目")[4]


def test_a_set_phrase_is_what_its_second_half_is():
    assert [word.kind for word in grouped("交通枢纽数据分析")] == ["n", "g"]


def test_a_number_waits_for_the_thing_behind_what_is_told_of_it():
    text = "一封迟到八十年的家书"
    assert min(bonds(text)[place] for place in (2, 4, 7)) >= AGAINST > bonds(text)[8]


def test_a_number_keeps_a_single_character_and_parts_from_the_next_number():
    assert bonds("守住一条江")[4] == FORBIDDEN
    assert bonds("投资三百亿元四十二个项目")[6] == ELSE


def test_a_number_of_persons_is_not_parted_from_what_describes_them():
    assert bonds("三百名返乡大学生")[3] >= AGAINST > bonds("三百条扩建道路")[3]


def test_a_rank_is_parted_from_a_name_as_long_as_a_line():
    assert bonds("国家级绿色工厂名单")[3] < AGAINST <= bonds("国家级公园")[3]


def test_years_belong_to_what_lasts_so_long():
    text = "长江十年禁渔见效"
    assert bonds(text)[2] < AGAINST <= bonds(text)[4]


@pytest.mark.parametrize(("text", "place"), [("早市热起来", 3), ("总产稳定在百万吨", 4), ("企业“链”出新路", 5)])
def test_what_finishes_a_statement_begins_no_line(text, place):
    assert bonds(text)[place] >= BAD_START


def test_two_verbs_that_tell_of_one_end_are_one():
    assert bonds("隧道建成通航")[4] == TIGHT


def test_what_waits_for_a_number_ends_no_line():
    assert bonds("价格连续三周回升")[4] == BAD_END


def test_words_of_every_day_that_look_like_names_of_persons_are_in_the_list():
    assert [word.text for word in grouped("阳光玉米智慧养老")] == ["阳光", "玉米", "智慧养老"]


def test_every_class_of_the_list_of_words_has_its_parts():
    kinds = {entry[-3] for line in _list().decode().splitlines() for entry in line.split()}
    assert {SAME_AS.get(kind, kind) for kind in kinds} <= set(AS_PART)
    assert set(AFTER) - {""} == set(PARTS) == set(AT_END)


def test_every_line_of_the_list_is_found_by_its_first_character():
    for line in _list().decode().splitlines():
        word = line.split()[-1]
        assert [*_entries(word[:-3], 0)][-1] == (len(word) - 3, word[-3], int(word[-2:]))


@pytest.mark.parametrize("character", ["\t", "A", "\u3400", "\ue000", "\U0002ebf0", "\ud800"])
def test_a_character_that_begins_no_word_has_no_line(character):
    assert [*_entries(character, 0)] == []
