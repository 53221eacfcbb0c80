"""The table of 来稿整理: what each row puts right, what it leaves alone, and what holds of every paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.hygiene import ROWS, mended, replacements, written
from paiban.hygiene.table import RADICALS, TABS
from paiban.span import plain_text
from paiban.template.page_rules import SLIP_RULES


def right(typed: str) -> str:
    return written(typed, replacements(typed))


@pytest.mark.parametrize("row", ROWS, ids=[row.key for row in ROWS])
def test_a_rows_example_is_put_right_by_that_row(row):
    assert right(row.typed) == row.right
    assert {found.key for found in replacements(row.typed)} == {row.key}


def test_a_sheet_names_every_row_that_is_not_put_right_as_a_file_is_read():
    assert [rule.key for rule in SLIP_RULES] == [row.key for row in ROWS if row.key != TABS]


@pytest.mark.parametrize("row", ROWS, ids=[row.key for row in ROWS])
def test_a_silent_row_finds_nothing(row):
    assert row.key not in {found.key for found in replacements(row.typed, frozenset({row.key}))}


@pytest.mark.parametrize(("typed", "wanted"), [
    # radicals and compatibility forms, also inside a word
    ("⼀⼈⽅", "一人方"), ("⻓江⻔", "长江门"), ("\ufa19社", "神社"), ("⽤⼾", "用户"),
    # full-width figures, with what joins them; a full-width mark beside them stays
    ("２０２２年３月", "2022年3月"), ("电话０５１４－８０００", "电话0514-8000"), ("共１２，３４５元", "共12,345元"),
    ("１２．５％", "12.5％"), ("歼－１０", "歼-10"), ("Ｗｉ－Ｆｉ", "Wi-Fi"), ("２，３", "2，3"),
    # the point of an item's marker is the Western one (GB/T 15834: 下脚点), also before a year and inside a paragraph
    ("１．项目", "1.项目"), ("１２．“春运”", "12.“春运”"), ("Ａ．对", "A.对"), ("１．２０２２年开工", "1. 2022年开工"),
    ("要求：１．调查；２．走访", "要求：1.调查；2.走访"), ("（１）项目", "（1）项目"), ("１、项目", "1、项目"),
    ("１．５亿元", "1.5亿元"), ("－３．好", "-3．好"), ("１２３．好", "123．好"),
    # ellipses and dashes; a range, a compound and a single dash are none
    ("等等。。。", "等等……"), ("等等⋯⋯", "等等……"), ("等等…", "等等……"), ("等等……", "等等……"), ("1...10", "1...10"),
    ("青河──北岭", "青河——北岭"), ("青河――北岭", "青河——北岭"), ("北京—上海", "北京—上海"), ("a--b", "a--b"),
    ("青河－－－北岭", "青河——北岭"), ("青河---北岭", "青河——北岭"), ("青河────北岭", "青河——北岭"), ("好———", "好——"),
    ("----------", "----------"), ("──────────", "──────────"), ("—————", "—————"),
    # quotes: pairs, over two paragraphs, apostrophes, years, feet and inches
    ('"最美"评选', "“最美”评选"), ('2022"最美"评选', "2022“最美”评选"), ('说:"要让居民', "说：“要让居民"),
    ('放心水!"联系', "放心水！”联系"), ("他说'好'", "他说‘好’"), ("it's", "it’s"), ("'22年", "’22年"), ("'90s", "’90s"),
    ("workers' rights", "workers’ rights"), ("5'11\"", "5′11″"), ('55"电视和65"电视', "55″电视和65″电视"),
    ('24"屏幕，"A"级', "24″屏幕，“A”级"),
    ('"双11"、"618"', "“双11”、“618”"), ("'95后'成家", "‘95后’成家"), ('他说“"好"字”', "他说“‘好’字”"),
    # what pages and files leave: codes, joined letters, title marks of two signs, spaces beside marks
    ("甲&nbsp;乙&#12288;丙", "甲\xa0乙\u3000丙"), ("AT&T;甲", "AT&T；甲"), ("&ldquo;甲&rdquo;", "“甲”"),
    ("ﬂoor", "floor"), ("a<<b>>c", "a<<b>>c"), ("«春»", "《春》"),
    ("甲 、乙。 丙", "甲、乙。丙"), ("（ 甲 ）", "（甲）"),
    ("等等………", "等等……"), ("…………", "…………"), ("第一.要安全;第二.要质量", "第一.要安全；第二.要质量"),
    # half-width marks among Han, with the spaces beside them
    ("你好, 世界", "你好，世界"), ("电话:0514", "电话：0514"), ("GDP,增长3%;明年", "GDP，增长3%；明年"),
    ("好吗?好!", "好吗？好！"), ("写作&lt;的标签&gt;等", "写作&lt;的标签&gt;等"),
    ("青河.", "青河。"), ("比分3:1", "比分3:1"), ("1,234元", "1,234元"), ("8:30开会", "8:30开会"),
    # full stops typed half-width, where other marks say so too; numbers, names and lists of one's own keep theirs
    ("乡里开了会.村民都高兴.账目贴在村口.", "乡里开了会。村民都高兴。账目贴在村口。"),
    ("共66万元.账目,公开", "共66万元。账目，公开"),
    ("货走得勤了．价稳了.", "货走得勤了。价稳了。"), ("延至21:30 .", "延至21:30。"),
    ("到21:30.末班车,停了", "到21:30。末班车，停了"),
    ("卡尔.马克思,德国人", "卡尔.马克思，德国人"), ("一.概述,甲", "一.概述，甲"), ("卡尔.马克思", "卡尔.马克思"),
    ("青河涨了.", "青河涨了。"), ("增长2.4公里,甲", "增长2.4公里，甲"),
    # a time's colon; a score, a ratio and a label keep theirs
    ("7：00至8：00", "7:00至8:00"), ("２１：００", "21:00"), ("9：26：30", "9:26:30"), ("比分3：2", "比分3：2"),
    ("2022：50亿", "2022：50亿"), ("共3：甲", "共3：甲"), ("25：00", "25：00"),
    # the gap after a dateline
    ("本报讯  每周二", "本报讯\u3000每周二"), ("本报讯 每周二", "本报讯\u3000每周二"),
    ("本报讯（记者站） 甲", "本报讯（记者站）\u3000甲"),
    ("新华社北京3月30日电  甲", "新华社北京3月30日电\u3000甲"), ("本报讯　甲", "本报讯　甲"),
    ("他说本报讯 甲", "他说本报讯 甲"),
    # brackets that hold Han or stand between Han; a list's marker is none
    ("(试行)", "（试行）"), ("第(1)项", "第（1）项"), ("(1)项目", "(1)项目"), ("f(x)", "f(x)"), ("（试行)", "（试行）"),
    # what a row leaves beside quotes, addresses, items inside a paragraph; the sign of a range typed as two hyphens
    ('他说"好"...', "他说“好”……"), ("网址:www.a.cn,邮箱:a@b.cn,甲", "网址：www.a.cn，邮箱：a@b.cn，甲"),
    ("一.总则 二.分则 (一)目标", "一.总则 二.分则 （一）目标"), ("1998--2024年", "1998—2024年"),
    ("1998--2024", "1998--2024"),
    # one half of a pair of quotes typed right
    ("“甲\"，\"乙”", "“甲”，“乙”"), ("“甲\"，乙", "“甲”，乙"), ("\"甲”，乙", "“甲”，乙"),
    ("“他说\"好\"就走”", "“他说‘好’就走”"),
    # signs between full-width letters; figures in the frame of a key
    ("ａ＠ｂ．ｃｎ", "a@b.cn"), ("Ｃ＋＋、Ａ＆Ｂ", "C++、A&B"), ("１＋１", "1+1"),
    ("1\u20e3报名2\u20e3缴费", "①报名②缴费"),
    # spaces before signs and Han units, not before letters
    ("3 月 17 日", "3月 17日"), ("25 ℃", "25℃"), ("100 km", "100 km"), ("70 512", "70 512"),
    ("甲  乙", "甲 乙"), ("甲　　乙", "甲　　乙"),
])  # fmt: skip
def test_what_is_put_right(typed, wanted):
    assert right(typed) == wanted


@pytest.mark.parametrize("passage", [
    "“Worry,” she said, “it’s late.”", "Wait... what? (Yes; no: maybe, A/B.)", "See http://a.example.com/x--y?q=(1),2",
    "Mr. A. B. (1990), p. 3; well-known, e.g. Wi-Fi", "desk@example.com:8080,x",
])  # fmt: skip
def test_an_english_passage_keeps_its_marks_and_spaces(passage):
    assert replacements(passage) == ()


@pytest.mark.parametrize(("typed", "wanted"), [
    ('"No," she said, "it\'s late."', "“No,” she said, “it’s late.”"),
    ('He said "(very) well": ok', "He said “(very) well”: ok"),
])  # fmt: skip
def test_english_quotes_get_their_sides_and_nothing_else(typed, wanted):
    assert right(typed) == wanted


@pytest.mark.parametrize("typed", ['"', "他''说", '甲"乙', "甲'乙"])
def test_a_quote_whose_side_cannot_be_told_stays(typed):
    assert right(typed) == typed


def test_radicals_are_told_apart_and_none_becomes_a_radical():
    assert all("\u2e80" <= radical <= "\u2fd5" for radical in RADICALS)
    assert not set(RADICALS) & set(RADICALS.values())
    assert all("\u3400" <= han <= "\u9fff" for han in RADICALS.values())


# ---- what holds of every paragraph -----------------------------------------------------------------------------------

SIGNS = st.sampled_from([
    *"天地人和3月年〇Ab19 　,.;:?!()（）“”‘’'\"、，。：…⋯─―-—－·～%％℃１２ＡｂＺ．／⼀⻓⻅", "\uf900", "\u0301",
    "︐", "｡", "...", "--", "  ", "。。。", "''", "**", "||", "{", "|", "}", "\u00a0", "\u2009", "《", "》", "http://a.b/",
    "é",
])  # fmt: skip
COPY = st.lists(SIGNS, max_size=24).map("".join)


@given(COPY)
def test_a_row_finds_nothing_where_none_of_its_signs_is(typed):
    assert all([*row.slips(typed)] == [*row.find(typed)] for row in ROWS)


@given(COPY)
def test_what_is_put_right_stays_right(typed):
    assert right(right(typed)) == right(typed)


@given(COPY)
def test_what_was_typed_comes_back_from_the_list(typed):
    copy = mended(plain_text(typed), replacements(typed))
    assert copy.value == right(typed)
    assert copy.typed == typed


@given(COPY)
def test_the_list_is_in_order_and_each_entry_changes_what_it_names(typed):
    found = replacements(typed)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= each.start < each.end <= len(typed) for each in found)
    assert all(typed[each.start : each.end] != each.words for each in found)
    assert {each.key for each in found} <= {row.key for row in ROWS}


@given(COPY)
def test_every_character_has_the_place_where_it_was_typed(typed):
    copy = mended(plain_text(typed, line=3, column=5), replacements(typed))
    kept = [place for place in range(len(copy.value)) if not any(m.start <= place < m.end for m in copy.mends)]
    assert all(typed[copy.columns[place] - 5] == copy.value[place] for place in kept)
    assert list(copy.columns) == sorted(copy.columns)
    assert len(copy.columns) == len(copy.value) + 1
    assert copy.columns[-1] == 5 + len(typed)


@given(COPY, st.data())
def test_an_index_of_what_was_typed_finds_its_place(typed, data):
    copy = mended(plain_text(typed), replacements(typed))
    index = data.draw(st.integers(0, max(len(typed) - 1, 0)))
    if typed and not any(each.start <= index < each.end for each in replacements(typed)):
        assert copy.value[copy.moved(index)] == typed[index]


@given(COPY)
def test_marks_of_markup_and_line_ends_are_never_touched(typed):
    for sign in "*^_~|{}\\":
        assert right(typed).count(sign) == typed.count(sign)


@pytest.mark.parametrize(("typed", "wanted"), [
    ("**甲**,乙", "**甲**，乙"), ("甲**乙**. 丙", "甲**乙**。丙"), ('他说"**好**"。', "他说“**好**”。"),
    ("[本报讯]{黑}(记者)昨日", "[本报讯]{黑}（记者）昨日"), ("{字|zì},甲", "{字|zì}，甲"),
    ("{字|nu\u0308\u030c}", "{字|nǚ}"), ("CO_{2},甲", "CO_{2}，甲"), ("２０^{２},甲", "20^{2}，甲"),
    ("甲\\*乙,丙", "甲\\*乙，丙"), ("**２０**22年", "**20**22年"), ("甲 **,**乙", "甲 **,**乙"),
])  # fmt: skip
def test_copy_is_read_without_its_marks(typed, wanted):
    """A slip beside a mark is one as without the mark; what a mark would have to go for stays."""
    assert right(typed) == wanted
