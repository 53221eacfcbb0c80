"""What Word draws and a file has otherwise: fields, formulas, symbol faces, 艺术字, revisions, numbers of lists."""

from __future__ import annotations

import pytest

from tests.unit.intake import word
from tests.unit.intake.conftest import codes
from tests.unit.intake.word import MAIN, document, paragraph, run, table

HEAD = paragraph("青河镇春耕忙", style="1")
COPY = "县里的春耕从三月上旬开始，各村的农机手都下了田，水渠也早早清了淤。"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def lines(result) -> list[str]:
    """The copy of the only story."""
    return [line.strip() for line in result.text.partition("正文: |\n")[2].partition("\n\n")[0].splitlines()]


def told(result, code: str) -> list[str]:
    return [str(dict(found.params)["before"]) for found in result.found if found.code == code]


def field(instruction: str, result: str | None = None) -> str:
    """A field as Word writes it, with what it came to or without."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    came_to = "" if result is None else char("separate") + run(result)
    return f"{char('begin')}{run(instruction, tag='instrText')}{came_to}{char('end')}"


def formula(inner: str) -> str:
    return f'<m:oMath xmlns:m="{MATH}">{inner}</m:oMath>'


def term(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("instruction", "drawn"),
    [
        ("eq \\o\\ac(○,1)", "①"),
        ("EQ \\o\\ac(○,一)", "㊀"),
        ("EQ \\F(1,2)", "1/2"),
        ("EQ \\R(3,8)", "3√8"),
        ("EQ m\\s\\up 5(2)", "m^{2}"),
        ('eq \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(pō),泊)', "{泊|pō}"),
        ('SYMBOL 179 \\f "Symbol" \\s 12', "≥"),
        ("MACROBUTTON NoMacro 县城", "县城"),
    ],
)
def test_a_field_that_draws_its_instruction(bring, instruction, drawn):
    result = bring("a.docx", document(HEAD, paragraph(run("这里"), field(instruction), run("有字，还有别的。"))))
    assert lines(result) == [f"这里{drawn}有字，还有别的。"]
    assert told(result, "P838") == [instruction]


def test_a_field_shows_what_it_came_to_and_nothing_of_its_instruction(bring):
    inner = field(" MERGEFIELD 村 ", "青河")
    nested = field(f" HYPERLINK </w:instrText></w:r>{inner}<w:r><w:instrText>", "县政府网站").replace("&lt;", "<")
    result = bring("a.docx", document(HEAD, paragraph(run("见"), nested.replace("&gt;", ">"), run("，还有别的。"))))
    assert lines(result) == ["见县政府网站，还有别的。"]


def test_a_field_that_nobody_can_draw_is_told(bring):
    result = bring("a.docx", document(HEAD, paragraph(run("共"), field("NUMPAGES"), run("页，还有别的。"))))
    assert told(result, "P814") == ["NUMPAGES"]


def test_a_field_without_an_end_takes_no_further_paragraph_along(bring):
    begins = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    result = bring("a.docx", document(HEAD, paragraph(run("甲"), begins, run("乙")), paragraph(COPY)))
    assert lines(result) == ["甲", COPY]
    assert told(result, "P814") == ["乙"]


@pytest.mark.parametrize(
    ("inner", "written"),
    [
        (f"<m:sSup><m:e>{term('m')}</m:e><m:sup>{term('2')}</m:sup></m:sSup>", "m^{2}"),
        (f"<m:f><m:num>{term('1')}</m:num><m:den>{term('2')}</m:den></m:f>", "1/2"),
        (f"<m:f><m:num>{term('a+b')}</m:num><m:den>{term('2')}</m:den></m:f>", "(a+b)/2"),
        (f"<m:rad><m:deg/><m:e>{term('2')}</m:e></m:rad>", "√2"),
        (f"{term('f')}<m:d><m:e>{term('a')}</m:e></m:d>", "f(a)"),
        (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{term("1")}</m:sub><m:sup>{term("n")}</m:sup>'
         f"<m:e>{term('x')}</m:e></m:nary>", "∑_{1}^{n}x"),
        (term("a+b=c"), "a+b=c"),
    ],
)  # fmt: skip
def test_a_formula_is_a_line_of_copy(bring, inner, written):
    result = bring("a.docx", document(HEAD, paragraph(run("算得"), formula(inner), run("，还有别的。"))))
    assert lines(result) == [f"算得{written}，还有别的。"]


@pytest.mark.parametrize(
    ("face", "typed", "sign"),
    [("Wingdings", "l", "●"), ("Wingdings", "\uf0fe", "☑"), ("Wingdings 2", "R", "☑"), ("Symbol", "b", "β"),
     ("Symbol", "\uf0b3", "≥"), ("宋体", "l", "l"), ("宋体", "\uf0d8", "▶")],
)  # fmt: skip
def test_a_letter_in_a_symbol_face_is_its_sign(bring, face, typed, sign):
    faces = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}"/>'
    result = bring("a.docx", document(HEAD, paragraph(run("打"), run(typed, more=faces), run("的，还有别的。"))))
    assert lines(result) == [f"打{sign}的，还有别的。"]
    assert len(told(result, "P836")) == (typed != sign)


def test_a_sign_that_is_not_known_holds_its_place_and_is_told(bring):
    faces = '<w:rFonts w:ascii="MT Extra" w:hAnsi="MT Extra"/>'
    result = bring("a.docx", document(HEAD, paragraph(run("打"), run("L", more=faces), run("的，还有别的。"))))
    assert lines(result) == ["打〓的，还有别的。"]
    assert told(result, "P814") == ["MT Extra 004C"]


def test_word_art_is_copy(bring):
    art = '<w:r><w:pict><v:shape><v:textpath string="喜迎丰收年"/></v:shape></w:pict></w:r>'
    result = bring("a.docx", document(paragraph(art), paragraph(COPY)))
    assert "主题: 喜迎丰收年" in result.text
    assert lines(result) == [COPY]


def test_a_chart_is_told_with_its_words(bring):
    chart = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="图表 3"/><a:graphic><a:graphicData><c:chart '
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    part = '<c:chartSpace xmlns:c="x"><c:v>香樟</c:v><c:v>1200</c:v></c:chartSpace>'
    result = bring("a.docx", document(HEAD, paragraph(COPY), paragraph(chart), parts={"chart1": part}))
    assert "P813" in codes(result)
    assert told(result, "P814") == ["香樟 1200"]


def test_another_file_inside_is_told(bring):
    result = bring("a.docx", document(HEAD, paragraph(COPY), '<w:altChunk r:id="a"/>'))
    assert told(result, "P814") == ["altChunk"]


@pytest.mark.parametrize("mark", ['<w:del w:id="1"/>', "<w:vanish/>", "<w:moveFrom/>"])
def test_a_paragraph_whose_end_nobody_sees_goes_on(bring, mark):
    unended = f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{run('水渠清了淤，')}</w:p>"
    result = bring("a.docx", document(HEAD, unended, paragraph("农机手下了田。"), unended))
    assert lines(result) == ["水渠清了淤，农机手下了田。", "水渠清了淤，"]


def test_a_drop_cap_is_the_first_of_its_paragraph(bring):
    initial = f'<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>{run("春", size=40)}</w:p>'
    result = bring("a.docx", document(HEAD, initial, paragraph("耕开始了，农机手都下了田。")))
    assert lines(result) == ["春耕开始了，农机手都下了田。"]
    assert "P831" in codes(result)


def test_what_was_moved_stands_where_it_is_now(bring):
    gone = f"<w:p><w:moveFrom>{run('水渠清了淤。')}</w:moveFrom>{run(COPY)}</w:p>"
    here = f"<w:p><w:moveTo>{run('水渠清了淤。')}</w:moveTo></w:p>"
    result = bring("a.docx", document(HEAD, gone, here))
    assert lines(result) == [COPY, "水渠清了淤。"]
    assert "P814" not in codes(result)


def test_a_table_in_a_cell_is_a_table(bring):
    inner = table(("香樟", "1200"), ("银杏", "800"))
    cells = f"<w:tc>{paragraph('树种')}</w:tc><w:tc>{paragraph('棵数')}{inner}{paragraph('')}</w:tc>"
    result = bring("a.docx", document(HEAD, paragraph(COPY), f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert lines(result) == [COPY, "树种　棵数"]
    assert "|香樟|1200|\n      |银杏|800|" in result.text


def test_a_row_may_leave_out_its_first_cells(bring):
    row = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{paragraph("800")}</w:tc></w:tr>'
    first = f"<w:tr><w:tc>{paragraph('银杏')}</w:tc><w:tc>{paragraph('1200')}</w:tc></w:tr>"
    result = bring("a.docx", document(HEAD, paragraph(COPY), f"<w:tbl>{first}{row}</w:tbl>"))
    assert "|银杏|1200|\n      ||800|" in result.text


def test_capitals_and_emphasis_dots_are_as_on_paper(bring):
    words = (run("记住"), run("gdp", more="<w:caps/>"), run("和"), run("清淤", more='<w:em w:val="dot"/>'), run("。"))
    result = bring("a.docx", document(HEAD, paragraph(*words)))
    assert lines(result) == ["记住GDP和^^清淤^^。"]
    assert told(result, "P838") == ["gdp"]


def test_an_outline_level_makes_a_heading_of_a_short_paragraph_only(bring):
    def levelled(words: str) -> str:
        return f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run(words)}</w:p>'

    result = bring("a.docx", document(HEAD, paragraph(COPY), levelled("水渠清淤"), levelled(COPY * 2)))
    assert lines(result) == [COPY, "## 水渠清淤", COPY * 2]


# ---- numbers of lists ------------------------------------------------------------------------------------------------


def listed(words: str, number: str = "1", level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{run(words)}</w:p>"


def level(index: int, form: str, words: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/>'
        f"{more}</w:lvl>"
    )


@pytest.fixture
def numbering(monkeypatch):
    """Sets the lists of the Word files made in a test: the levels of their only kind; list 2 begins anew."""

    def of(*levels: str) -> None:
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        lists = [f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/>{more}</w:num>' for key, more in
                 (("1", ""), ("2", anew))]  # fmt: skip
        kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        monkeypatch.setattr(word, "NUMBERING", f'<w:numbering xmlns:w="{MAIN}">{kind}{"".join(lists)}</w:numbering>')

    return of


def test_a_list_may_begin_anew(bring, numbering):
    numbering(level(0, "decimal", "%1."))
    items = [listed("清淤。"), listed("翻地。"), listed("栽苗。", "2"), listed("浇水。", "2")]
    assert lines(bring("a.docx", document(HEAD, *items))) == ["1.清淤。", "2.翻地。", "1.栽苗。", "2.浇水。"]


def test_a_number_is_never_read_into_its_item(bring, numbering):
    numbering(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%2."))
    items = [listed("春耕。"), listed("3月12日清淤。", level=1), listed("翻地。", level=1)]
    assert lines(bring("a.docx", document(HEAD, *items))) == ["第一章　春耕。", "1. 3月12日清淤。", "2.翻地。"]


def test_levels_below_may_be_plain(bring, numbering):
    numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2、", "<w:isLgl/>"))
    items = [listed("春耕。"), listed("清淤。", level=1)]
    assert lines(bring("a.docx", document(HEAD, *items))) == ["一、春耕。", "1.1、清淤。"]


def test_a_sign_before_items_is_that_of_its_face(bring, numbering):
    numbering(level(0, "bullet", "n", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'))
    assert lines(bring("a.docx", document(HEAD, paragraph(COPY), listed("清淤。")))) == [COPY, "■清淤。"]
