"""How a headline is read before it is broken: pieces put together as words, and what it costs to part them."""

from __future__ import annotations

import pytest

from paiban.text import cohesion
from paiban.text.cohesion import CELLS, TEMPLATES, WEIGHTS, costs
from paiban.text.grouping import grouped
from paiban.text.phrases import AGAINST, DEAREST, FORBIDDEN, bonds
from paiban.text.words import _entries, _list, segment


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
    assert [word.text for word in grouped(segment(text))] == words


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("专家研制出新药", 4),
        ("守护住绿水", 4),
        ("课后延长至六点", 4),
        ("人才留下来", 3),
    ],
)
def test_a_verb_keeps_what_finishes_it_however_long_it_is(text, place):
    """rule book, section 11: a verb from its complement"""
    assert bonds(text)[place] >= DEAREST


@pytest.mark.parametrize(
    ("text", "between", "within"),
    [
        ("棉花种植补贴标准上调", 4, 2),
        ("养殖尾水处理设施建成投用", 8, 2),
        ("秋粮收购开秤", 4, 2),
        ("督查沿街商户疫情防控工作", 6, 4),
        ("退耕二十年昔日荒山成林", 5, 7),
    ],
)
def test_what_papers_have_side_by_side_is_dearer_to_part(text, between, within):
    assert bonds(text)[between] < AGAINST
    assert bonds(text)[between] < bonds(text)[within]


def test_the_same_words_hold_as_tightly_wherever_a_table_is_read():
    """What is learnt is looked up by a hash that is the same on every machine."""
    assert cohesion.key_of(cohesion.word_key("补贴"), cohesion.word_key("标准"), cohesion.PAIR) == 201825480441237
    cells, weights, alike, words = cohesion._tables()
    assert [len(cells), len(weights), len(alike)] == [CELLS, WEIGHTS, 2 * cohesion.SORTS]
    assert len(words) % cohesion.WORD == 0


def test_words_that_stand_beside_the_same_words_are_of_one_sort():
    sorts = [cohesion._told(word, "n").group for word in ("广东", "山东", "提升", "提高", "龘龘")]
    assert sorts[0] == sorts[1] != sorts[2] == sorts[3]
    assert sorts[4] >= cohesion.SORTS


def test_a_word_that_nobody_knows_costs_something_to_part():
    assert len(costs(segment("龘龘𪚥𪚥"))) == 3
    assert costs(segment("字")) == []


def test_all_that_is_seen_is_weighed():
    assert {name for template in TEMPLATES for name in template} == set(range(len(cohesion.SEEN)))


def test_a_number_keeps_a_single_character_and_parts_from_the_next_number():
    assert bonds("守住一条江")[4] == FORBIDDEN
    assert bonds("投资三百亿元四十二个项目")[6] < AGAINST


def test_letters_and_figures_behind_a_word_are_not_taken_for_its_class_and_grade():
    assert [word.text for word in segment("房价直奔13500元m2")] == ["房价", "直奔", "13500", "元", "m2"]


def test_every_line_of_the_list_is_found_by_its_first_character():
    for line in _list().decode().splitlines():
        word = line.split()[-1]
        assert [*_entries(word[:-3], 0)][-1] == (len(word) - 3, word[-3], int(word[-2:]))


@pytest.mark.parametrize("character", ["\t", "A", "\u3400", "\ue000", "\U0002ebf0", "\ud800"])
def test_a_character_that_begins_no_word_has_no_line(character):
    assert [*_entries(character, 0)] == []
