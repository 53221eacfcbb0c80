"""Web pages and Markdown."""

from __future__ import annotations

from base64 import b64encode

import pytest

from tests.unit.intake.conftest import codes, png, write_png

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"
PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>春来早 - 某报</title><style>p {}</style></head><body>
<nav><a>首页</a></nav><div id="ozoom"><h1>春来早</h1><p align="center">本报记者　编辑部</p>
<p>　　三月的<b>园区</b>里，春风吹绿了水边的草木，
   大家都到空地上来种树。&nbsp;</p>
<h2>栽树</h2><ul><li>浇透水</li><li>扶正苗</li></ul><ol><li>挖坑</li><li>栽苗</li></ol>
<table><tr><th>树种</th><th>棵数</th></tr><tr><td>香樟</td><td>1200</td></tr></table>
<figure><img src="tree.png" alt="t"><figcaption>图为栽树现场　编辑部　摄</figcaption></figure>
<p>水<u>杉</u>（<ruby>杉<rt>shān</rt></ruby>）长得快<sub>2</sub>。<span style="display:none">看不见</span></p></div>
<script>alert(1)</script><div>相关阅读</div></body></html>"""


def test_a_page_becomes_a_story_and_what_stands_around_it_is_told(bring, tmp_path):
    write_png(tmp_path / "tree.png")
    result = bring("a.html", PAGE.encode("gb18030"))
    (article,) = result.articles
    assert (article.headline, article.byline) == ("春来早", "本报记者　编辑部")
    assert [(line.kind, line.text) for line in article.lines] == [
        ("body", "三月的**园区**里，春风吹绿了水边的草木，大家都到空地上来种树。"),
        ("crosshead", "栽树"), ("body", "●浇透水"), ("body", "●扶正苗"), ("body", "1.挖坑"), ("body", "2.栽苗"),
        ("body", "水杉（{杉|shān}）长得快_{2}。"),
    ]  # fmt: skip
    assert [table.rows for table in article.tables] == [(("树种", "棵数"), ("香樟", "1200"))]
    (shot,) = article.shots
    assert (shot.caption, shot.credit) == ("图为栽树现场", "编辑部　摄")
    assert "图片: tree.png" in result.text
    left = [dict(found.params)["before"] for found in result.found if found.code == "P814"]
    assert left == ["看不见", "首页", "相关阅读"]
    assert {"P825", "P831", "P837"} <= {*codes(result)}


def test_a_digital_paper_says_itself_which_line_is_which(bring):
    properties = (
        "<date>2022-03-31</date><author>编辑部</author><title>春来早</title>"
        "<subtitle>园区种树记</subtitle><introtitle>二次创业一年间</introtitle>"
    )
    page = f"<html><body><!--enpproperty {properties}/enpproperty--><div id=ozoom>{COPY}</div></body></html>"
    result = bring("a.html", page, date="")
    (article,) = result.articles
    assert (article.kicker, article.headline, article.deck, article.byline) == (
        "二次创业一年间",
        "春来早",
        "园区种树记",
        "编辑部",
    )
    assert result.text.startswith("日期: 2022-03-31\n")


def test_a_page_without_a_heading_is_called_by_its_title(bring):
    assert bring("a.html", f"<title>春来早</title><p>{COPY}</p>").articles[0].headline == "春来早"


def test_pictures_of_elsewhere_are_told_and_those_inside_the_page_saved(bring, tmp_path):
    inside = f"data:image/png;base64,{b64encode(png()).decode()}"
    sources = ["https://example.com/a.png", "../a.png", "none.png", "data:image/svg+xml,<svg/>", inside]
    result = bring(
        "web/a.html", f"<h1>春来早</h1><p>{COPY}</p>" + "".join(f"<img src='{source}'>" for source in sources)
    )
    assert [found.code for found in result.found].count("P813") == 4
    assert result.files == {"pictures/a-1.png": png()}


def test_markdown_is_the_page_that_it_stands_for(bring):
    text = "---\ntitle: 春来早\ndate: 2022-03-31\n---\n\n三月的**园区**里，\n春风吹绿了草木。\n"
    result = bring("a.md", f"{text}\n## 栽树\n\n- 浇透水\n\n{COPY}\n", date="")
    (article,) = result.articles
    assert article.headline == "春来早"
    assert [(line.kind, line.text, line.span.line) for line in article.lines] == [
        ("body", "三月的**园区**里，春风吹绿了草木。", 6), ("crosshead", "栽树", 9),
        ("body", "●浇透水", 11), ("body", COPY, 13),
    ]  # fmt: skip


def test_the_single_title_above_several_headings_names_the_page(bring):
    result = bring("a.md", f"# 民生\n\n## 春来早\n\n{COPY}\n\n## 河水清\n\n{COPY}\n", section="")
    assert "版名: 民生\n" in result.text
    assert ("P827", "民生") in [(found.code, dict(found.params).get("words")) for found in result.found]
    assert [article.headline for article in result.articles] == ["春来早", "河水清"]


def test_pages_that_are_nested_without_end_are_refused_or_read(bring):
    result = bring("a.html", "<div>" * 5000 + COPY)
    assert result.text or codes(result) == ["P805"]


def test_a_heading_without_copy_is_copy_and_above_a_picture_its_caption(bring, tmp_path):
    write_png(tmp_path / "tree.png")
    (article,) = bring("a.html", "<h1>春来早</h1>").articles
    assert [line.text for line in article.lines] == ["春来早"]
    (article,) = bring("a.html", "<h1>春来早</h1><img src='tree.png'>").articles
    assert [shot.caption for shot in article.shots] == ["春来早"]


SPANNED = """<h1>菜价</h1><p>三月的市场里，各种蔬菜都有。</p><table>
<tr><th rowspan="2">品名</th><th colspan="2">价</th></tr><tr><td>早</td><td>晚</td></tr>
<tr><td>白菜|青菜</td><td>1.2</td><td></td></tr></table>"""


def test_cells_that_take_several_places_say_so(bring):
    (article,) = bring("a.html", SPANNED).articles
    assert [table.rows for table in article.tables] == [
        (("品名", "价", "<"), ("^", "早", "晚"), ("白菜\\|青菜", "1.2", "")),
    ]


@pytest.mark.parametrize("cell", ["<p>" + "三月的园区里，春风吹绿了水边的草木。" * 4 + "</p>", "<", "^", "---"])
def test_a_table_that_cannot_be_one_stays_copy(bring, cell):
    page = f"<h1>菜价</h1><p>三月的市场里，各种蔬菜都有。</p><table><tr><td>{cell}</td><td>乙</td></tr></table>"
    result = bring("a.html", page.replace("><<", ">&lt;<"))
    (article,) = result.articles
    assert "P826" in codes(result)
    assert article.tables == ()
    assert any("乙" in line.text for line in article.lines)


def lines_of(result) -> list[str]:
    return [line.text for article in result.articles for line in article.lines]


def left_out(result) -> list[str]:
    return [str(dict(found.params)["before"]) for found in result.found if found.code == "P814"]


def test_an_item_with_a_list_of_its_own_keeps_its_number_before_it(bring):
    page = (
        f"<h1>春来早</h1><p>{COPY}</p><ol><li>修路<ul><li>铺沥青</li><li>划标线</li></ul></li><li><p>架桥</p></li></ol>"
    )
    assert lines_of(bring("a.html", page))[1:] == ["1.修路", "●铺沥青", "●划标线", "2.架桥"]


def test_two_line_ends_are_a_paragraphs_end(bring):
    page = f"<h1>春来早</h1><div>{COPY}<br><br>第二段也在这里，隔着两个换行。<br>还是第二段。</div>"
    assert lines_of(bring("a.html", page))[0] == COPY
    assert "".join(lines_of(bring("a.html", page))[1:]) == "第二段也在这里，隔着两个换行。还是第二段。"


def test_the_one_element_that_is_called_the_article_is_it(bring):
    page = f'<div id="header">网站导航</div><div class="article x"><h1>春来早</h1><p>{COPY}</p></div><div>分享到</div>'
    result = bring("a.html", page)
    assert [article.headline for article in result.articles] == ["春来早"]
    assert lines_of(result) == [COPY]
    assert left_out(result) == ["网站导航", "分享到"]


def test_what_a_page_says_of_itself_is_told_not_set(bring):
    info = "来源：青河日报　发布时间：2022-03-31　编辑：编辑部"
    result = bring("a.html", f"<h1>春来早</h1><div>{info}</div><p>{COPY}</p>")
    (article,) = result.articles
    assert (article.headline, article.deck, article.kicker) == ("春来早", "", "")
    assert lines_of(result) == [COPY]
    assert left_out(result) == [info]


def test_footnotes_of_markdown_are_told_and_their_signs_go(bring):
    result = bring("a.md", f"# 春来早\n\n{COPY}[^1]又一句。\n\n[^1]: 含引桥。\n")
    assert lines_of(result) == [f"{COPY}又一句。"]
    assert left_out(result) == ["含引桥。"]


def test_a_table_of_one_row_has_no_head(bring):
    result = bring("a.html", f"<h1>春来早</h1><p>{COPY}</p><table><tr><td>香樟</td><td>1200</td></tr></table>")
    assert "表头行: 0" in result.text


def test_short_lines_of_copy_below_a_head_are_no_deck(bring):
    page = (
        '<h1>青河县春耕</h1><p style="text-align:center"><strong>早动员</strong></p><p>——抓备耕</p>'
        "<p>记者 东路</p><p>①报名时间：3月15日</p><p>②地点：临江镇</p><ul><li>第一</li></ul>"
    )
    (article,) = bring("a.html", page).articles
    assert (article.headline, article.deck, article.byline) == ("青河县春耕", "早动员　——抓备耕", "记者　东路")
    assert [line.text for line in article.lines][:2] == ["①报名时间：3月15日", "②地点：临江镇"]
