"""Word files: what styles say, and what a reader of a sloppy one would understand without them."""

from __future__ import annotations

from paiban.engine.reading import read_issue
from tests.unit.intake.conftest import codes, png
from tests.unit.intake.word import MAIN, document, paragraph, picture, run, table, text_box

SLOPPY = document(
    paragraph(""),
    paragraph(run("开发区开展", bold=True, size=22), run("  植树节志愿活动", bold=True, size=22), centred=True),
    paragraph(run("\t\t——三百名志愿者栽下两千棵树苗", size=16), centred=True),
    paragraph(""),
    paragraph("本报记者　编辑部", centred=True),
    paragraph(""),
    paragraph("　　\t3月12日上午，", "开发区开展", run("植树节", bold=True), "志愿活动。",
              f"<w:del>{run('不', tag='delText')}</w:del>", f"<w:ins>{run('三百名')}</w:ins>", "志愿者参加。"),
    paragraph("        活动在园区北侧的空地上举行，\t大家两人一组，挖坑、栽苗、培土、浇水。",
              run("\n　　当天共栽下两千棵树苗。")),
    paragraph(""),
    paragraph(run("为什么选在这里", bold=True)),
    paragraph("这里原来是一片荒地。", text_box(paragraph(run("相关链接", bold=True, size=14), centred=True),
                                    paragraph("每年的3月12日是植树节。树木成活要过三关。"))),
    paragraph("浇透水。", number="1"),
    paragraph("扶正苗。", number="1"),
    paragraph(picture("tree"), centred=True),
    paragraph(run("图为志愿者在栽树。　编辑部　摄", size=9), centred=True),
    table(("树种", "棵数"), ("香樟", "1200"), ("银杏", "800")),
    paragraph(""),
    paragraph(""),
    paragraph(run("园区道路今起封闭施工", bold=True, size=22), centred=True),
    paragraph("　　因铺设管道，园区中路封闭施工，过往车辆请绕行。"),
    paragraph(""),
    media={"tree.png": png()},
    parts={
        "footer1": f'<w:ftr xmlns:w="{MAIN}">{paragraph("- 1 -")}</w:ftr>',
        "comments": f'<w:comments xmlns:w="{MAIN}"><w:comment>{paragraph("核实人数")}</w:comment></w:comments>',
    },
)  # fmt: skip
"""Direct formatting, empty paragraphs, tabs and spaces for places, a revision, a text box, a list, a table."""

EDITED = """\
日期: 2022-03-31
版次: 2
版名: 综合

稿件:
  - 编号: story-1
    分量: 5
    主题: 开发区开展　植树节志愿活动
    副题: ——三百名志愿者栽下两千棵树苗
    作者: 本报记者　编辑部
    署名位置: 题下
    正文: |
      3月12日上午，开发区开展**植树节**志愿活动。三百名志愿者参加。
      活动在园区北侧的空地上举行，大家两人一组，挖坑、栽苗、培土、浇水。
      当天共栽下两千棵树苗。
      ## 为什么选在这里
      这里原来是一片荒地。
      （一）浇透水。
      （二）扶正苗。

  - 表: |
      |树种|棵数|
      |香樟|1200|
      |银杏|800|
    配: story-1

  - 图片: pictures/notice-1.png
    图说: 图为志愿者在栽树。
    图源: 编辑部　摄
    配: story-1

  - 分量: 1
    主题: 园区道路今起封闭施工
    正文: |
      因铺设管道，园区中路封闭施工，过往车辆请绕行。

  - 分量: 1
    主题: 相关链接
    加框: yes
    正文: |
      每年的3月12日是植树节。树木成活要过三关。
"""


PASTED = document(
    paragraph(run("金塘大桥", bold=True, size=22), run("昨日通车", bold=True, size=22), centred=True),
    paragraph("本报讯　昨日,", run("金塘大桥", bold=True), run("通车", bold=True), ". 大桥长", "３.２公里,双向六车道"),
    paragraph("，投资12.6亿元。通车首日,车流不断，江东、江西往来只要"),
    paragraph("5分钟。热线138****0000，微信file__name。"),
    paragraph("　　以前要绕行18公里，走40分钟"),
    paragraph("　　大桥还有非机动车道。"),
    "<w:tbl>" + "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(run(words, bold=bold))}</w:tc>' for words in row)}</w:tr>"
        for bold, row in ((True, ("年份", "车流量")), (False, ("2022", "120")), (False, ("2023", "135")))
    ) + "</w:tbl>",
)  # fmt: skip
"""Lines of a PDF pasted as paragraphs, bold that changes inside a sentence, a table whose head is bold, what looks like
marks of ours and is none."""


def test_lines_pasted_as_paragraphs_are_joined_and_copy_beside_bold_is_put_right(bring):
    result = bring("notice.docx", PASTED)
    assert (
        result.text.partition("    正文: |\n")[2]
        == """\
      本报讯　昨日，**金塘大桥通车**。大桥长3.2公里，双向六车道，投资12.6亿元。通车首日，车流不断，江东、江西往来只要\
5分钟。热线138****0000，微信file__name。
      以前要绕行18公里，走40分钟
      大桥还有非机动车道。

  - 表: |
      |年份|车流量|
      |2022|120|
      |2023|135|
    配: story-1
"""
    )
    assert [dict(found.params)["count"] for found in result.found if found.code == "P821"] == [3]
    assert [dict(found.params)["words"] for found in result.found if found.code == "P831"] == ["年份 车流量"]


def test_a_sloppy_file_becomes_the_issue_that_an_editor_would_write(bring, tmp_path):
    result = bring("notice.docx", SLOPPY)
    assert result.text == EDITED
    assert result.files == {"pictures/notice-1.png": png()}
    assert "P835" in codes(result)
    told = [dict(found.params)["before"] for found in result.found if found.code == "P814"]
    assert told == ["不", "核实人数", "- 1 -"]
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/notice-1.png").write_bytes(png())
    issue, found, _ = read_issue(tmp_path / "issue.yaml", result.text)
    assert issue is not None
    assert [told.code for told in found if told.severity != "info"] == []
