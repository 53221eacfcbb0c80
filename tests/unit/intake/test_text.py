"""Plain text: encodings, lines that some program broke, columns, heads, labels, briefs."""

from __future__ import annotations

from random import Random

import pytest

from paiban.intake.encoding import decoded
from paiban.intake.wrapping import joined
from paiban.markup import plain
from tests.unit.intake.columns import broken, side_by_side, strayed
from tests.unit.intake.conftest import codes

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"
TRADITIONAL = "三月的園區裡，春風吹綠了水邊的草木，大家都到空地上來種樹，還說明年再來。"
STORY = "园区道路今起封闭施工\n\n　　因铺设管道，园区中路封闭施工，过往车辆请绕行。\n　　工期约两个月。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_of_simplified_copy_is_read(encoding):
    found = decoded(STORY.encode(encoding), "a.txt")
    assert (found.text, found.fault) == (STORY, None)


def test_traditional_copy_is_read():
    found = decoded(TRADITIONAL.encode("big5"), "a.txt")
    assert (found.text, found.encoding) == (TRADITIONAL, "Big5")


def test_characters_that_only_gb_18030_has_are_read():
    words = STORY + "𠮷㐀"
    assert decoded(words.encode("gb18030"), "a.txt").text == words


def test_what_is_no_text_is_told():
    fault = decoded(bytes(range(128, 256)) * 4, "a.txt").fault
    assert fault is not None
    assert fault.code == "P806"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5"])
def test_a_damaged_byte_costs_its_place_and_no_more(encoding):
    copy = f"{TRADITIONAL * 8}\1{TRADITIONAL}"
    found = decoded(copy.encode(encoding).replace(b"\1", b"\xff"), "a.txt")
    assert (found.text, found.damaged) == (copy.replace("\1", "〓"), 1)
    assert [told.code for told in found.told("a.txt")][-1] == "P839"


def test_what_is_cut_off_inside_a_character_is_read():
    assert decoded(STORY.encode()[:-2], "a.txt").text == f"{STORY[:-2]}〓"


def test_a_zero_byte_leaves_a_text_one():
    words = f"{STORY}\0"
    assert [decoded(words.encode(encoding), "a.txt").text for encoding in ("utf-8", "gb18030")] == [words, words]


def test_a_head_and_its_copy(bring):
    result = bring("a.txt", STORY)
    (article,) = result.articles
    assert (article.headline, [line.text for line in article.lines]) == (
        "园区道路今起封闭施工", ["因铺设管道，园区中路封闭施工，过往车辆请绕行。", "工期约两个月。"],
    )  # fmt: skip


def test_the_parts_of_a_head_are_told_apart(bring):
    head = "区里召开推进会时强调——\n把每一件小事办实\n——二次创业一年间\n本报记者　编辑部\n\n"
    (article,) = bring("a.txt", f"{head}　　{COPY}\n").articles
    assert (article.kicker, article.headline) == ("区里召开推进会时强调——", "把每一件小事办实")
    assert (article.deck, article.byline) == ("——二次创业一年间", "本报记者　编辑部")


def test_labels_are_taken_at_their_word(bring):
    text = f"日期：2022年3月31日\n版次：4\n标题：春来早\n副题：园区种树记\n作者：编辑部\n正文：\n{COPY}\n"
    result = bring("a.txt", text, date="", page="", section="")
    assert result.text.startswith("日期: 2022-03-31\n版次: 4\n")
    (article,) = result.articles
    assert (article.headline, article.deck, article.byline) == ("春来早", "园区种树记", "编辑部")
    assert [line.text for line in article.lines] == [COPY]


def test_a_short_line_between_paragraphs_is_a_cross_head_and_a_head_set_apart_begins_a_story(bring):
    text = f"春来早\n\n　　{COPY}\n栽树\n　　{COPY}\n\n河水清\n\n　　{COPY}\n"
    first, second = bring("a.txt", text).articles
    assert [(line.kind, line.text) for line in first.lines] == [("body", COPY), ("crosshead", "栽树"), ("body", COPY)]
    assert second.headline == "河水清"


def test_where_empty_lines_part_all_paragraphs_they_part_no_stories(bring):
    text = f"春来早\n\n{COPY}\n\n{COPY}\n\n栽树\n\n{COPY}\n\n{COPY}\n"
    (article,) = bring("a.txt", text).articles
    assert [line.kind for line in article.lines] == ["body", "body", "crosshead", "body", "body"]


@pytest.mark.parametrize("first", [
    "本报讯  河口乡的断头路昨天打通", "本报白鹤镇电　县图书馆新馆昨天开馆", "新华社北京3月30日电　新馆开馆",
    "乡里开了会.村民都高兴.", "末班车延至21:30 .", "香樟栽在路边，", '村长说:"好".',
])  # fmt: skip
def test_a_line_of_running_copy_is_no_part_of_a_head_and_no_cross_head(bring, first):
    for text in (f"春来早\n\n{first}\n\n{COPY}\n", f"春来早\n\n　　{COPY}\n　　{first}\n　　{COPY}\n"):
        (article,) = bring("a.txt", text).articles
        assert (article.kicker, article.headline, article.deck, article.byline) == ("", "春来早", "", "")
        assert {line.kind for line in article.lines} == {"body"}


@pytest.mark.parametrize("words", ["“过去要绕9公里，现在不用”，村民说", '"过去要绕9公里"村民说'])
def test_what_somebody_says_is_no_cross_head(bring, words):
    (article,) = bring("a.txt", f"春来早\n\n　　{COPY}\n　　{words}\n　　{COPY}\n").articles
    assert [line.kind for line in article.lines] == ["body"] * 3


def test_where_the_head_is_labelled_a_line_without_a_label_is_copy(bring):
    (article,) = bring("a.txt", f"标题：春来早\n副题：种树记\n\n　　园区的人都来种树\n　　{COPY}\n").articles
    assert (article.headline, article.deck) == ("春来早", "种树记")
    assert [line.text for line in article.lines] == ["园区的人都来种树", COPY]


@pytest.mark.parametrize(("broken_line", "rest"), [
    ("　　为方便上班的人看病，县人民医院从下周一起开设早晚门诊和夜间门诊", "一共四个科室。"),
    ("　　本报讯　县医院开设", "早晚门诊。"), ("　　第二段，检查当天出结果，", "停车场晚间免费。"),
])  # fmt: skip
def test_a_paragraph_broken_in_two_is_joined_though_no_measure_shows(bring, broken_line, rest):
    (article,) = bring("a.txt", f"春来早\n\n{broken_line}\n{rest}\n　　{COPY}\n").articles
    assert [line.text for line in article.lines] == [broken_line.strip() + rest, COPY]


def test_lines_of_a_poem_that_end_at_commas_stay_lines(bring):
    lines = ["风从河上来，", "草在路边绿", "种下一棵树，", "等它长大。"]
    (article,) = bring("a.txt", "春天的园区\n\n" + "\n".join(lines) + "\n").articles
    assert [line.text for line in article.lines] == lines


def test_the_gap_of_a_dateline_stays(bring):
    (article,) = bring("a.txt", f"春来早\n\n本报讯  {COPY}\n").articles
    assert article.lines[0].text == f"本报讯\u3000{COPY}"


def test_items_with_a_diamond_are_briefs_with_their_label(bring):
    (article,) = bring("a.txt", f"一周简讯\n◆{COPY}\n◆ {COPY}\n").articles
    assert article.is_briefs
    assert (article.headline, [line.text for line in article.lines]) == ("一周简讯", [COPY, COPY])


def test_briefs_after_a_story_are_a_block_of_their_own(bring):
    result = bring("a.txt", f"春来早\n　　{COPY}\n◆{COPY}\n")
    assert [article.is_briefs for article in result.articles] == [False, True]


def test_broken_lines_are_joined_without_an_indent_too(bring):
    lines = broken(COPY * 3, 32, "")
    (article,) = bring("a.txt", "春来早\n\n" + "\n".join(lines) + "\n\n" + "\n".join(broken(COPY * 2, 32, ""))).articles
    assert [line.text for line in article.lines] == [COPY * 3, COPY * 2]


def test_a_column_that_ends_inside_a_sentence_goes_on_after_empty_lines(bring):
    lines = broken(COPY * 4, 32)
    text = "春来早\n\n" + "\n".join(lines[:4]) + "\n\n\f" + "\n".join(lines[4:])
    (article,) = bring("a.txt", text).articles
    assert [line.text for line in article.lines] == [COPY * 4]


def test_items_that_begin_with_numbers_stay_paragraphs(bring):
    items = [f"（{number}）{COPY}" for number in "一二三"]
    lines = [line for item in items for line in broken(item, 40, "")]
    (article,) = bring("a.txt", "春来早\n\n" + "\n".join(lines)).articles
    assert [line.text for line in article.lines] == items


def test_a_table_is_no_columns(bring):
    rows = [
        "树种          棵数      地点",
        "香樟          1200      园区中路",
        "银杏          800       河边",
        "桂花          60        广场",
    ]
    (article,) = bring("a.txt", f"春来早\n\n　　{COPY}\n\n" + "\n".join(rows)).articles
    assert [line.text for line in article.lines][1:] == [
        "树种　棵数　地点",
        "香樟　1200　园区中路",
        "银杏　800　河边",
        "桂花　60　广场",
    ]


@pytest.mark.parametrize("gutter", [3, 5, 9])
def test_columns_are_read_one_after_another(bring, gutter):
    lines = broken(COPY * 4, 28) + broken(COPY * 3, 28)
    text = "春来早\n\n" + "\n".join(side_by_side(lines, 3, 28, gutter)) + "\n"
    result = bring("a.txt", text)
    (article,) = result.articles
    assert [line.text for line in article.lines] == [COPY * 4, COPY * 3]
    assert "P822" in codes(result)


def test_words_of_letters_keep_their_space_and_figures_close_up():
    assert joined(["由BIZN", "HK", "投资450", "00元的", "long-", "term"]) == "由BIZN HK投资45000元的long-term"


def test_a_line_of_signs_parts_two_stories_and_is_told(bring):
    result = bring("a.txt", f"春来早\n{COPY}\n{COPY}\n--------\n河水清\n{COPY}\n")
    assert [article.headline for article in result.articles] == ["春来早", "河水清"]
    assert "--------" in [dict(found.params).get("before") for found in result.found]


def test_what_would_read_as_a_mark_is_made_plain(bring):
    result = bring("a.txt", f"春来早\n\n　　{COPY}\n　　文件名是a**b**c。\n")
    assert "文件名是a\\*\\*b\\*\\*c。" in result.text
    assert "P832" in codes(result)


def test_an_agency_s_end_mark_goes_and_is_told(bring):
    result = bring("a.txt", f"春来早\n\n　　{COPY}（完）\n")
    assert result.articles[0].lines[0].text == COPY
    assert "（完）" in [dict(found.params).get("before") for found in result.found]


def test_invisible_characters_go_and_are_told(bring):
    result = bring("a.txt", f"春来早\n\n　　三月\u200b的{COPY}\n")
    assert result.articles[0].lines[0].text == f"三月的{COPY}"
    assert "P830" in codes(result)


def test_a_name_of_two_characters_keeps_its_em(bring):
    (article,) = bring(
        "a.txt", f"春来早\n\n　　参加的有甲　乙、丙丁戊。{COPY}\n　　甲乙 丙丁 戊己庚\n　　{COPY}\n"
    ).articles
    assert article.lines[0].text.startswith("参加的有甲　乙、丙丁戊。")
    assert article.lines[1].text == "甲乙　丙丁　戊己庚"


def test_a_story_without_a_head_is_called_by_its_file_or_its_beginning(bring):
    assert bring("3月12日 植树节志愿活动.txt", COPY).articles[0].headline == "植树节志愿活动"
    result = bring("a.txt", COPY)
    assert result.articles[0].headline == "三月的园区里"
    assert "P811" in codes(result)


def test_a_file_without_a_word_is_told(bring):
    result = bring("a.txt", "\n \n")
    assert (result.text, codes(result)) == ("", ["P807"])


def test_a_day_that_nobody_knows_is_asked_for(bring):
    result = bring("a.txt", STORY, date="")
    assert (result.text, "P809" in codes(result)) == ("", True)


@pytest.mark.parametrize("name", ["2022-03-31.txt", "20220331园区.txt", "2022年3月31日.txt"])
def test_the_day_stands_in_the_name(bring, name):
    assert bring(name, STORY, date="").text.startswith("日期: 2022-03-31\n")


def test_keys_may_be_english(bring):
    text = bring("a.txt", STORY, chinese=False).text
    assert text.startswith("date: 2022-03-31\npage: 2\nsection: 综合\n\nstories:\n  - weight: 2\n    headline: ")


def test_a_bar_in_a_headline_is_a_sign(bring):
    result = bring("a.txt", f"春来早|河水清\n\n　　{COPY}\n")
    assert result.articles[0].headline == "春来早\\|河水清"
    assert "P832" in codes(result)


@pytest.mark.parametrize(
    ("typed", "headline"),
    [
        ("完工37个 1.2万户住进新家", "完工37个　1.2万户住进新家"),
        ("达标率98.6% 供暖首周平稳", "达标率98.6%　供暖首周平稳"),
        ("3月达标率98.6% 供暖首周平稳", "3月达标率98.6%　供暖首周平稳"),
        ("开通 12 条公交线路", "开通12条公交线路"),
        ("春来早  A股收红", "春来早　A股收红"),
    ],
)
def test_white_beside_a_figure_parts_a_headline_whose_figures_have_none(bring, typed, headline):
    assert bring("a.txt", f"{typed}\n\n　　{COPY}\n").articles[0].headline == headline


@pytest.mark.parametrize("dateline", ["本报讯", "本報訊", "新華社臺北3月30日電"])
def test_white_after_a_dateline_is_full_width_in_either_script(bring, dateline):
    article = bring("a.txt", f"春来早\n\n　　{dateline} {COPY}\n").articles[0]
    assert article.lines[0].text.startswith(f"{dateline}　{COPY[:5]}")


def test_every_guess_and_every_change_is_told(bring):
    lines = broken(COPY * 3, 32)
    lines[0] = lines[0].replace("春风", "春 风")
    result = bring("a.txt", "春来早\n\n" + "\n".join(lines) + "（完）\n", page="", section="")
    params = [(found.code, dict(found.params)) for found in result.found]
    assert ("P821", {"count": len(lines)}) in params
    assert ("P823", {"context": "的园区里，春 风吹绿了水边", "before": " ", "after": ""}) in params
    assert [str(values["words"]) for code, values in params if code == "P827"] == ["春来早"]
    assert [values["value"] for code, values in params if code == "P829"] == ["1", "综合"]
    assert [values["before"] for code, values in params if code == "P833"] == ["（完）"]


@pytest.mark.parametrize("measure", [28, 40])
def test_columns_with_a_single_space_between_them_are_read_and_to_be_checked(bring, measure):
    lines = broken(COPY * 9, measure) + broken(COPY * 8, measure)
    rows = side_by_side(lines, 3, measure, 1)
    result = bring("a.txt", "春来早\n\n" + "\n".join(rows) + "\n")
    assert [line.text for line in result.articles[0].lines] == [COPY * 9, COPY * 8]
    assert "P819" in codes(result)


def test_stray_spaces_are_no_gutters(bring):
    random = Random(7)
    lines = [strayed(line, random) for line in broken(COPY * 8, 60)]
    result = bring("a.txt", "春来早\n\n" + "\n".join(lines) + "\n")
    assert [line.text for line in result.articles[0].lines] == [COPY * 8]
    assert "P819" not in codes(result)


def test_a_poem_keeps_its_lines_below_its_head(bring):
    lines = ["风从河上来", "草在路边绿", "种下一棵树", "等它长大", "等鸟来"]
    (article,) = bring(
        "a.txt", "春天的园区\n\n编辑部\n\n" + "\n".join(lines[:3]) + "\n\n" + "\n".join(lines[3:])
    ).articles
    assert (article.headline, article.byline) == ("春天的园区", "编辑部")
    assert [line.text for line in article.lines] == lines


def test_a_backslash_that_an_invisible_sign_kept_apart_stays_copy(bring):
    (article,) = bring("a.txt", f"春来早\n\n　　{COPY}\\\u200b[甲]。\n").articles
    assert plain(article.lines[0].text) == f"{COPY}\\[甲]。"
