"""What a page shows otherwise than its text says: lines it keeps, symbol faces, formulas, what Word leaves in it."""

from __future__ import annotations

import pytest

from tests.unit.intake.conftest import codes, write_png

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"


def body(result) -> list[str]:
    (article,) = result.articles
    return [line.text for line in article.lines]


def left_out(result) -> list[str]:
    return [str(dict(found.params)["before"]) for found in result.found if found.code == "P814"]


@pytest.mark.parametrize("opened", ["<pre>", '<div style="white-space: pre-wrap">'])
def test_lines_that_a_page_keeps_are_paragraphs(bring, opened):
    page = f"<body><h1>春来早</h1>{opened}　　{COPY}\n　　栽苗要浇透水。\n{'</pre>' if 'pre>' in opened else '</div>'}"
    assert body(bring("a.html", page)) == [COPY, "栽苗要浇透水。"]


def test_the_only_heading_outside_the_article_is_its_headline(bring):
    page = f"<body><div><h1>春来早</h1><i>发布</i></div><div class=rich_media_content><p>{COPY}</p></div></body>"
    result = bring("a.html", page)
    assert result.articles[0].headline == "春来早"
    assert left_out(result) == ["发布"]
    assert "P811" not in codes(result)


def test_a_picture_that_waits_to_be_shown_is_the_one_that_it_waits_for(bring, tmp_path):
    write_png(tmp_path / "tree.png")
    blank = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
    result = bring("a.html", f'<h1>春来早</h1><p>{COPY}</p><img src="{blank}" data-src="tree.png">')
    assert "图片: tree.png" in result.text


def test_what_word_adds_to_a_page_is_no_copy(bring):
    page = (
        f"<h1>春来早</h1><p>{COPY}<del cite='mailto:x'>不</del><span class=MsoCommentReference>[A1]</span></p>"
        "<div style='mso-element:comment-list'><p>核实人数</p></div><div style='mso-element:footer'>第1页</div>"
    )
    result = bring("a.html", page)
    assert body(result) == [COPY]
    assert left_out(result) == ["不", "[A1]", "核实人数", "第1页"]


def test_a_letter_in_a_symbol_face_is_its_sign(bring):
    page = f"<h1>春来早</h1><p><span style='font-family:Wingdings'>l&nbsp;</span>{COPY}</p>"
    result = bring("a.html", page)
    assert body(result) == [f"●{COPY}"]
    assert "P836" in codes(result)


def test_formulas_and_quotes_are_as_the_page_shows_them(bring):
    formula = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac><msup><mi>m</mi><mn>2</mn></msup></math>"
    result = bring("a.html", f"<h1>春来早</h1><p>他说<q>好</q>，共{formula}，还有别的。</p>")
    assert body(result) == ["他说“好”，共1/2m^{2}，还有别的。"]


def test_what_is_struck_through_is_kept_and_told(bring):
    result = bring("a.html", f"<h1>春来早</h1><p><s>也许</s>{COPY}</p>")
    assert body(result) == [f"也许{COPY}"]
    assert "P840" in codes(result)


def test_a_film_is_told(bring):
    result = bring("a.html", f"<h1>春来早</h1><p>{COPY}</p><video src=a.mp4></video><svg><path/></svg>")
    assert left_out(result) == ["a.mp4"]
