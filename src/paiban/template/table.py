"""The fields of the files under ``layout/``: templates, style sheets, print conditions."""

from __future__ import annotations

from fractions import Fraction

from paiban.source.field import Field, make_record
from paiban.source.kinds import BOOLEAN, NAME, choice, length, listing, number, record_of, table_of
from paiban.template import kinds
from paiban.units import PER_MM

_PAGE = length(least=10 * PER_MM, most=2000 * PER_MM)
_MARGIN = length(least=0, most=2000 * PER_MM)
_SIZE = length(least=kinds.TYPE_LENGTH[0], most=kinds.TYPE_LENGTH[1])
_FINE = length(least=0, most=kinds.FINE_LENGTH[1])

FOLIO = make_record("folio", "报眉", "the running head", (
    Field("top", "上沿", _MARGIN, "报眉上沿到裁切边的距离", "From the trim's top to the running head", required=True),
    Field("height", "高", _MARGIN, "报眉的高", "Its height", required=True),
))  # fmt: skip

BODY = make_record("body", "正文设置", "a body setting", (
    Field("name", "名称", NAME, "在稿件文件里用的名字", "Its name in issue files", required=True),
    Field("size", "字号", _SIZE, "正文字号", "Type size", required=True),
    Field("leading", "行距", _SIZE, "行距（行到行）", "From baseline to baseline", required=True),
    Field("measure", "栏宽", number(4, 200), "基本栏每行字数", "Characters of a basic column", required=True),
    Field("gutter", "栏空", number(0, 10), "栏空的字数", "Characters of a gutter", default=1),
))  # fmt: skip

SLOT = make_record("slot", "版位", "a slot", (
    Field("columns", "栏", kinds.SPAN, "占第几栏到第几栏", "Its columns", required=True),
    Field("top", "上", kinds.PERCENT, "从版心高的百分之几开始", "Where it begins, of the grid's height", required=True),
    Field("foot", "下", kinds.PERCENT, "到百分之几为止", "Where it ends", required=True),
))  # fmt: skip

TEMPLATE = make_record("template", "版式文件", "the template", (
    Field("name", "名称", NAME, "版式的名字", "Its name", required=True),
    Field("width", "宽", _PAGE, "成品宽", "Width of the trim", required=True),
    Field("height", "高", _PAGE, "成品高", "Height of the trim", required=True),
    Field("bleed", "出血", _MARGIN, "出血", "Bleed", default=0),
    Field("left", "左边空", _MARGIN, "左边空；不写就左右居中", "Left margin; centred if left out"),
    Field("columns", "栏数", number(1, 24), "基本栏数", "Basic columns", required=True),
    Field("folio", "报眉", record_of(FOLIO), "报眉的位置", "The running head", required=True),
    Field("grid_top", "网格上沿", _MARGIN, "第一行上沿到裁切边", "From the trim's top to the first row", required=True),
    Field("foot", "下边空", _MARGIN, "版心下沿到裁切边", "White below the last row at the least", required=True),
    Field("headline_scale", "标题比例", kinds.SCALE, "标题字号乘以它", "Headline sizes are multiplied by it",
          default=1),
    Field("bodies", "正文设置", listing(record_of(BODY)), "正文设置，第一个是常用的", "The first is usual",
          required=True),
    Field("slots", "版位", table_of(record_of(SLOT)), "版位", "Named places", default=()),
))  # fmt: skip

STYLE_NAMES: dict[str, tuple[str | int, ...]] = {
    "roles": (
        "body", "crosshead", "byline", "brief", "brief-label", "headline", "kicker", "deck", "caption", "credit",
        "folio-number", "folio-section", "folio-info", "folio-credit",
    ),
    "headline_sizes": (1, 2, 3, 4, 5),
    "colours": ("black", "accent"),
    "lengths": (
        "hairline", "column_rule", "picture_frame", "box_inset", "head_foot", "secondary_least", "label_height",
        "caption_gap",
        "folio_gap",
    ),
}  # fmt: skip
"""What every style sheet must have, since a page cannot be composed without it."""

PUNCTUATION = {"quanjiao": "全角", "kaiming": "开明", "hangmobanjiao": "行末半角", "banjiao": "半角"}

COMPOSITION = make_record("composition", "排版规则", "the composition rules", (
    Field("punctuation", "标点", choice(PUNCTUATION), "标点风格", "Punctuation style", default="kaiming"),
    Field("prohibition", "禁则", choice({"none": "无", "basic": "基本", "gb": "国标", "strict": "严格"}),
          "行首行末禁则", "Level of prohibition", default="gb"),
    Field("ellipsis_at_start", "省略号居行首", BOOLEAN, "省略号可否居行首", "May …… begin a line", default=False),
    Field("hanging", "标点悬挂", BOOLEAN, "行末标点悬挂", "Hanging punctuation", default=False),
    Field("gap", "中西间隙", number(0, 1, whole=False), "汉字与西文、数字的间隙（字）",
          "Gap between Han and Latin, em"),
    Field("gap_most", "中西间隙上限", number(0, 1, whole=False), "一行拉开时间隙最多几字（字）",
          "The most that a line stretches the gap to, em"),
    Field("breaker", "断行", choice({"greedy": "逐行", "optimal": "整段"}), "断行方法", "Line breaker",
          default="greedy"),
    Field("hyphenate", "连字符", BOOLEAN, "西文断词", "Hyphenate Latin words", default=False),
    Field("keep_number_unit", "数字带单位", BOOLEAN, "数字和单位尽量不断开", "Keep number and unit", default=False),
    Field("vertical_numerals", "竖排数字", choice({"digits": "数字", "han": "汉字"}), "竖排里的数字",
          "Numbers in vertical lines", default="digits"),
    Field("mark_stretch", "标点可拉", number(0, Fraction(1, 2), whole=False), "半字标点在拉字距之前先拉开几字",
          "What a stretched line first gives to each mark on half an em, em"),
    Field("even_stretch", "标点同拉", BOOLEAN, "拉开一行时，点号之前也同样拉开",
          "A stretched line opens before stops and pauses too", default=False),
    Field("tracking_limit", "字距限度", number(0, 50), "调整字距的限度（千分之一字）", "Copy fitting, 1/1000 em",
          default=30),
))  # fmt: skip

ROLE = make_record("role", "字的用处", "a role of type", (
    Field("face", "字体", NAME, "字体（fonts.yaml 里的名字）", "A role of fonts.yaml", required=True),
    Field("size", "字号", _SIZE, "字号；不写就随正文", "Size; the body's if left out", default=0),
    Field("size_em", "倍数", kinds.SCALE, "正文字号的倍数", "Times the body's size", default=1),
    Field("leading", "行距", _SIZE, "行距；不写就随正文", "Leading; the body's if left out", default=0),
    Field("colour", "颜色", NAME, "颜色名", "A colour of this sheet", default="black"),
    Field("tracking", "字距", number(-200, 2000), "字距（千分之一字）", "Between characters, 1/1000 em", default=0),
    Field("align", "对齐",
          choice({"justify": "齐行", "start": "居首", "centre": "居中", "end": "居末", "spread": "均排"}),
          "对齐", "Alignment", default="justify"),
    Field("punctuation", "标点", choice({**PUNCTUATION, "biaoti": "标题"}), "标点；不写就随全报",
          "Marks; the sheet's if left out", default=""),
    Field("indent", "缩进", number(0, 20, whole=False), "首行缩进（字）", "First-line indent, em", default=0),
))  # fmt: skip

RULE = choice({
    "butting_headlines": "碰题", "open_gutters": "通缝", "broken_page": "断版", "lead_place": "头条",
    "uneven_feet": "齐底", "scattered": "咬合", "shouting": "题文一致", "widows": "孤行",
    "lone_characters": "孤字", "white_space": "满版", "loose_lines": "松行", "overfull_lines": "超行",
    "line_ends": "禁则", "parted_words": "断词", "tight_leading": "行距", "headline_breaks": "转行",
})  # fmt: skip
SEVERITY = choice({"error": "错误", "warning": "警告", "info": "提示", "off": "不查"})

STYLE = make_record("style", "样式文件", "the style sheet", (
    Field("name", "名称", NAME, "样式的名字", "Its name", required=True),
    Field("composition", "排版规则", record_of(COMPOSITION), "排版规则", "Rules of the text stage"),
    Field("roles", "字", table_of(record_of(ROLE)), "每种用处的字", "Type by role", required=True),
    Field("headline_sizes", "主题字号", table_of(listing(_SIZE, least=3, most=3), number(1, 5)),
          "每个分量的主题字号：最小、合适、最大", "By weight: least, wanted, most", required=True),
    Field("colours", "颜色", table_of(kinds.COLOUR), "颜色", "Colours", required=True),
    Field("lengths", "尺寸", table_of(_FINE), "线条粗细和距离", "Weights of lines and distances", required=True),
    Field("costs", "拼版权重", table_of(kinds.FREE_NUMBER), "自动拼版的权重", "Weights of the make-up", default=()),
    Field("rules", "拼版规则", table_of(SEVERITY, RULE), "每条拼版规则有多严", "How severe each rule of the page is",
          default=()),
))  # fmt: skip

MARK = choice({
    "crop": "裁切线", "fold": "折线", "register": "套准线", "colour_bar": "色标", "slug": "信息行",
})  # fmt: skip

PRESS = make_record("press", "印刷条件文件", "the print condition", (
    Field("name", "名称", NAME, "名字", "Its name", required=True),
    Field("standard", "标准", choice({"x1a": "PDF/X-1a", "x4": "PDF/X-4"}), "PDF/X 标准", "PDF/X standard",
          required=True),
    Field("condition", "印刷条件", NAME, "登记的印刷条件名", "Registered name of the condition", required=True),
    Field("condition_info", "说明", NAME, "印刷条件的说明", "The condition in words", default=""),
    Field("registry", "登记处", NAME, "登记处的网址", "Where the name is registered", default="http://www.color.org"),
    Field("icc", "ICC", NAME, "输出 ICC 文件", "Output profile", default=""),
    Field("limits", "限度", table_of(kinds.FREE_NUMBER), "各种限度", "Every threshold", default=()),
    Field("marks", "标记", listing(MARK, least=0), "印在成品外的标记", "Printer's marks outside the trim", default=()),
))  # fmt: skip
