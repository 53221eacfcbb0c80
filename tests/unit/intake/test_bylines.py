"""Bylines as they arrive: below the headline, at the copy's end, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.unit.intake.word import document, paragraph, run

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"

FORMS = (
    "本报记者　×××", "本报记者×××", "本报全媒体记者　×××　通讯员　×××", "本报评论员", "编辑部", "本报记者\t本报通讯员",
    "（本报通讯组）", "【本报记者　×××】", "(通讯员　×××)", "本报讯（记者　编辑部）", "通讯员：×××", "作者：×××",
    "记者 | 通讯员",
    "本报记者·本报通讯员", "记者　×××、×××", "■本报记者", "□编辑部", "文/图　×××", "图/文　×××", "文｜×××",
    "文/×××　图/×××",
    "本报记者　×××　省城报道", "　　　　　　本报记者　×××",
)  # fmt: skip
COPIES = (
    "记者手记", "记者调查", "通讯员培训班", "编辑部的故事", "作者简介", "本报记者在现场看到", "文明创建",
    "图/×××", "×××", "本报讯",
    "本报记者、通讯员走进二十个村的田间地头", "本报记者　×××　×××　×××　×××　通讯员　×××　×××　×××　×××　×××",
)  # fmt: skip
"""Short lines with the same words that are no bylines."""


def typed(words: str) -> str:
    """A byline as the issue file has it, put right by the table of copy."""
    return words.strip("　").translate({9: "　", 32: None, ord("|"): "\\|", ord("("): "（", ord(")"): "）"})


@pytest.mark.parametrize("words", FORMS)
def test_a_byline_below_the_headline_stands_there(bring, words):
    data = document(paragraph(run("春来早", bold=True, size=22), centred=True), paragraph(words), paragraph(COPY))
    result = bring("a.docx", data)
    (article,) = result.articles
    assert (article.byline.replace(" ", ""), article.deck) == (typed(words), "")
    assert [line.text for line in article.lines] == [COPY]
    assert "    署名位置: 题下\n" in result.text
    assert words in [dict(each.params)["words"] for each in result.found if each.code == "P827"]


@pytest.mark.parametrize("words", FORMS)
def test_a_byline_at_the_copy_s_end_stands_there(bring, words):
    result = bring("a.txt", f"春来早\n\n　　{COPY}\n　　{COPY}\n{words}\n")
    (article,) = result.articles
    assert [line.text for line in article.lines] == [COPY, COPY]
    assert article.byline.replace(" ", "") == typed(words)
    assert "署名位置" not in result.text


@pytest.mark.parametrize("words", COPIES)
def test_what_is_not_surely_a_byline_stays_copy(bring, words):
    data = document(paragraph(run("春来早", bold=True, size=22), centred=True), *map(paragraph, (COPY, COPY, words)))
    (article,) = bring("a.docx", data).articles
    assert [line.text for line in article.lines] == [COPY, COPY, words]


def test_a_byline_between_paragraphs_is_copy(bring):
    (article,) = bring("a.txt", f"春来早\n\n　　{COPY}\n　　编辑部\n　　{COPY}\n").articles
    assert [line.text for line in article.lines] == [COPY, "编辑部", COPY]


def test_a_byline_between_two_stories_is_the_first_one_s_unless_white_parts_it_from_that(bring):
    first, second = bring("a.txt", f"春来早\n\n　　{COPY}\n　　{COPY}\n编辑部\n\n河水清\n\n　　{COPY}\n").articles
    assert (first.byline, second.headline, second.byline) == ("编辑部", "河水清", "")
    first, second = bring("a.txt", f"春来早\n\n　　{COPY}\n　　{COPY}\n\n编辑部\n河水清\n\n　　{COPY}\n").articles
    assert (first.byline, second.headline, second.byline) == ("", "河水清", "编辑部")


def test_of_two_bylines_the_second_stays_where_it_stands(bring):
    (article,) = bring("a.txt", f"春来早\n本报记者\n\n　　{COPY}\n　　{COPY}\n（编辑部）\n").articles
    assert (article.byline, [line.text for line in article.lines]) == ("本报记者", [COPY, COPY, "（编辑部）"])


def test_bylines_in_rows_are_one(bring):
    (article,) = bring("a.txt", f"春来早\n\n　　{COPY}\n　　{COPY}\n本报记者　×××\n通讯员　×××\n").articles
    assert article.byline == "本报记者　×××　通讯员　×××"


def test_a_byline_that_the_source_names_ends_the_copy_it_stands_under(bring):
    (article,) = bring("a.txt", f"标题：春来早\n正文：\n{COPY}\n作者：编辑部\n").articles
    assert (article.headline, article.byline, [line.text for line in article.lines]) == ("春来早", "编辑部", [COPY])
