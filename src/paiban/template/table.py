"""The fields of the files under ``layout/``: templates, style sheets, print conditions."""

from __future__ import annotations

from fractions import Fraction

from paiban.diagnostic import CATALOGUE
from paiban.source.field import Field, Kind, make_record
from paiban.source.kinds import BOOLEAN, NAME, choice, length, listing, number, record_of, table_of
from paiban.template import kinds
from paiban.template.model import Costs, Limits
from paiban.template.rules import ALL_RULES, LINE_RULES, PAGE_RULES
from paiban.template.standard import STANDARDS
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

SEVERITY = choice({"error": "错误", "warning": "警告", "info": "提示", "off": "不查"})

RULES = make_record("rules", "拼版规则", "the rules of the page", tuple(
    Field(rule.key, rule.zh, SEVERITY, "多严", "How severe", default=CATALOGUE[rule.code].severity.value)
    for rule in ALL_RULES
))  # fmt: skip
"""How severe each rule is; left out, as severe as its code in the catalogue."""

_WEIGHT = number(0, 10_000, whole=False)
_ROWS = ("行", "rows")


def _cost(key: str, zh: str, doc_zh: str, doc_en: str, kind: Kind = _WEIGHT) -> Field:
    return Field(key, zh, kind, doc_zh, doc_en, default=Costs().of(key))


COSTS = make_record("costs", "拼版权重", "the costs", (
    _cost("reach", "凑行", "离自然高度每行的平方，乘栏数的平方根",
          "A row off the natural height, squared, times the root of the columns"),
    _cost("strain", "强凑", "超出凑版能及的每一行", "A row beyond what copy fitting can honestly reach"),
    _cost("legs", "腿长", "腿比最短还短、比最长还长的每一行", "A row that legs are too short or too long"),
    _cost("leg_least", "腿最短", "腿至少几行", "The rows that a leg should have at the least",
          number(1, 1000, whole=False, unit=_ROWS)),
    _cost("leg_most", "腿最长", "腿至多几行", "The rows that a leg should have at the most",
          number(1, 1000, whole=False, unit=_ROWS)),
    _cost("aspect", "形状", "比允许的扁或长每 e 倍", "A shape e times flatter or narrower than allowed"),
    _cost("aspect_least", "最窄", "宽与高之比的下限", "The least width over height",
          number(Fraction(1, 100), 100, whole=False)),
    _cost("aspect_most", "最扁", "宽与高之比的上限", "The greatest width over height",
          number(Fraction(1, 100), 100, whole=False)),
    _cost("column_rows", "一栏合行", "一栏连栏空的宽合几行高", "Rows as high as a column with its gutter is wide",
          number(1, 200, whole=False, unit=_ROWS)),
    _cost("place", "位置", "从版头到版脚的全程，乘分量的平方", "The way from head to foot, times weight squared"),
    _cost("place_across", "横向位置", "从左到右的路算几成", "How much of it the way from left to right counts"),
    _cost("lead_narrow", "头条偏窄", "头条比半版窄的每一栏", "A column that the lead is narrower than half the page"),
    _cost("foot", "广告离脚", "广告不在版脚", "An advert off the foot"),
    _cost("side", "简讯离边", "简讯栏不靠边", "A rail of briefs off the sides"),
    _cost("picture_low", "图片偏下", "单独的图片在版脚而不在版头", "A picture by itself at the foot, not the head"),
    _cost("stack", "同宽相叠", "正好叠在同宽的一块下面", "A block exactly under one of its own width"),
    _cost("dark", "图片相碰", "两张图片或广告相碰", "Two pictures or adverts that touch"),
    _cost("verticals", "竖题", "多出的每一个竖题，越多越贵", "Each vertical headline too many, rising"),
    _cost("verticals_free", "不计的竖题", "几个竖题不算多", "Vertical headlines that are not too many",
          number(0, 100)),
    _cost("moved", "挪动", "离开原来的位置全版之远", "Leaving last time's place, by the whole page"),
    _cost("moved_again", "重拼挪动", "重拼（--again）时的挪动", "The same where a page is made up again (--again)"),
    _cost("moved_form", "改形", "重拼时放弃原来的破栏或题式",
          "A story made up again that gives up its legs or the form of its headline"),
    _cost("filler", "补白", "用一则补白", "Using a filler"),
    _cost("near", "题距", "左右相邻的边要么齐，要么错开几行", "Edges side by side are level, or so many rows apart",
          number(0, 50, unit=_ROWS)),
    _cost("unfilled", "不满", "排好以后稿件还多还缺", "Copy that is over or short once it is set"),
    *(_cost(rule.key, rule.zh, "违反一处", "Each breach")
      for rule in PAGE_RULES),
    _cost("loose_lines", "松行", "松行里每处拉开得看得出来的每一字宽",
          "An em a place that loose lines open beyond what goes unseen"),
    *(_cost(rule.key, rule.zh, "违反一处", "Each breach")
      for rule in LINE_RULES if rule.key not in ("loose_lines", "tight_leading")),
))  # fmt: skip
"""What plans pay. Tight leading costs nothing: no plan can mend it."""

COSTS_RISE = (("leg_least", "leg_most"), ("aspect_least", "aspect_most"))
"""Costs of which the first is never above the second."""

STYLE = make_record("style", "样式文件", "the style sheet", (
    Field("name", "名称", NAME, "样式的名字", "Its name", required=True),
    Field("composition", "排版规则", record_of(COMPOSITION), "排版规则", "Rules of the text stage"),
    Field("roles", "字", table_of(record_of(ROLE)), "每种用处的字", "Type by role", required=True),
    Field("headline_sizes", "主题字号", table_of(listing(_SIZE, least=3, most=3), number(1, 5)),
          "每个分量的主题字号：最小、合适、最大", "By weight: least, wanted, most", required=True),
    Field("colours", "颜色", table_of(kinds.COLOUR), "颜色", "Colours", required=True),
    Field("lengths", "尺寸", table_of(_FINE), "线条粗细和距离", "Weights of lines and distances", required=True),
    Field("costs", "拼版权重", record_of(COSTS), "自动拼版的权重", "Weights of the make-up"),
    Field("rules", "拼版规则", record_of(RULES), "每条拼版规则有多严", "How severe each rule of the page is"),
))  # fmt: skip

MARK = choice({
    "crop": "裁切线", "fold": "折线", "register": "套准线", "colour_bar": "色标", "slug": "信息行",
})  # fmt: skip

PER_CENT = ("%", "%")
PPI = ("像素/英寸", "pixels an inch")
POINTS = ("磅", "pt")
MILLIMETRES = ("毫米", "mm")


def _limit(key: str, zh: str, kind: Kind, doc_zh: str, doc_en: str) -> Field:
    """A threshold of the press; newsprint's stands in for it."""
    return Field(key, zh, kind, doc_zh, doc_en, default=getattr(Limits(), key))


def _amount(least: Fraction | int, most: int, unit: tuple[str, str]) -> Kind:
    return number(least, most, whole=False, unit=unit)


LIMITS = make_record("limits", "限度", "the limits", (
    _limit("tac_percent", "总墨量", _amount(100, 400, PER_CENT), "一处四色墨量相加的上限",
           "Most ink in one place, all plates together"),
    _limit("dot_gain_percent", "网点增大", _amount(0, 60, PER_CENT), "50% 处的网点增大，印在特性图上",
           "Dot gain at a nominal 50 %, told on the chart page"),
    _limit("screen_lines_per_cm", "网线数", _amount(10, 200, ("线/厘米", "lines/cm")),
           "加网线数；图片分辨率要够它的 1.5 倍", "Screen ruling; pictures need 1.5 pixels a line"),
    _limit("picture_ppi", "图片分辨率", _amount(50, 2400, PPI), "图片降到这么高，从不升高",
           "Pictures are brought down to this, never up"),
    _limit("picture_ppi_warn", "图片分辨率警告", _amount(0, 2400, PPI), "印出来低于它就警告", "Below it: a warning"),
    _limit("picture_ppi_error", "图片分辨率错误", _amount(0, 2400, PPI), "印出来低于它就是错误", "Below it: an error"),
    _limit("lineart_ppi", "线条图分辨率", _amount(100, 4800, PPI), "一位图降到这么高，从不升高",
           "One-bit pictures are brought down to this, never up"),
    _limit("lineart_ppi_warn", "线条图分辨率警告", _amount(0, 4800, PPI), "印出来低于它就警告", "Below it: a warning"),
    _limit("lineart_ppi_error", "线条图分辨率错误", _amount(0, 4800, PPI), "印出来低于它就是错误",
           "Below it: an error"),
    _limit("picture_megapixels_max", "图片像素上限", _amount(1, 1000, ("百万像素", "megapixels")),
           "更大的图片不解码", "Larger pictures are refused before they are decoded"),
    _limit("picture_file_mb_max", "图片文件上限", _amount(1, 4000, ("MB", "MB")), "更大的图片文件不读",
           "Larger picture files are refused"),
    _limit("sharpen_percent", "锐化强度", _amount(0, 500, PER_CENT), "缩小以后锐化多强；0 不锐化",
           "Strength of the unsharp mask after resampling; 0: none"),
    _limit("sharpen_radius_px", "锐化半径", _amount(0, 20, ("像素", "pixels")), "锐化的半径", "Its radius"),
    _limit("sharpen_threshold", "锐化阈值", _amount(0, 255, ("级", "levels")), "相差不到这么多的不锐化",
           "The step that is left alone"),
    _limit("min_rule_pt_solid", "实地线下限", _amount(0, 10, POINTS), "单色实地的线最细多少",
           "Least weight of a line in one solid ink"),
    _limit("min_rule_pt_tint", "网目线下限", _amount(0, 10, POINTS), "加网、多色或反白的线最细多少",
           "Least weight of a tinted or reversed line, or one in more inks"),
    _limit("min_text_pt_one_ink", "单色字下限", _amount(0, 72, POINTS), "单色的字最小多少", "Least type in one ink"),
    _limit("min_text_pt_inks", "套色字下限", _amount(0, 72, POINTS), "多色套印的字最小多少",
           "Least type in several inks"),
    _limit("reversed_pt", "反白字下限", _amount(0, 72, POINTS), "反白的字最小多少", "Least type reversed out of ink"),
    _limit("overprint_black_pt", "黑字叠印", _amount(0, 200, POINTS), "比它小的黑字要叠印在颜色上",
           "Black type below this should print over colour"),
    _limit("overprint_line_pt", "黑线叠印", _amount(0, 20, POINTS), "比它细的黑线要叠印在颜色上",
           "Black lines below this should print over colour"),
    _limit("spot_plates", "专色版", number(0, 8, unit=("块", "plates")), "可以有几块专色版",
           "Spot plates that the press has"),
    _limit("bleed_mm", "出血", _amount(0, 20, MILLIMETRES), "有出血的版要出多少", "For the pages that bleed"),
    _limit("mark_offset_mm", "标记距离", _amount(0, 30, MILLIMETRES), "标记离裁切边多远",
           "Marks keep this far from the trim"),
    _limit("mark_length_mm", "标记长度", _amount(1, 30, MILLIMETRES), "标记多长", "Their length"),
    _limit("mark_weight_pt", "标记粗细", _amount(Fraction(1, 20), 3, POINTS), "标记的线多粗", "Their weight"),
))  # fmt: skip

LIMITS_RISE = (
    ("picture_ppi_error", "picture_ppi_warn"),
    ("picture_ppi_warn", "picture_ppi"),
    ("lineart_ppi_error", "lineart_ppi_warn"),
    ("lineart_ppi_warn", "lineart_ppi"),
    ("min_rule_pt_solid", "min_rule_pt_tint"),
    ("min_text_pt_one_ink", "min_text_pt_inks"),
)
"""Limits of which the first is never above the second."""

PRESS = make_record("press", "印刷条件文件", "the print condition", (
    Field("name", "名称", NAME, "名字", "Its name", required=True),
    Field("standard", "标准", choice({key: standard.name for key, standard in STANDARDS.items()}),
          "PDF/X 标准", "PDF/X standard", required=True),
    Field("condition", "印刷条件", NAME, "登记的印刷条件名", "Registered name of the condition", required=True),
    Field("condition_info", "说明", NAME, "印刷条件的说明", "The condition in words", default=""),
    Field("registry", "登记处", NAME, "登记处的网址", "Where the name is registered", default="http://www.color.org"),
    Field("icc", "ICC", NAME, "输出 ICC 文件", "Output profile", default=""),
    Field("limits", "限度", record_of(LIMITS), "各种限度；不写的用新闻纸的数",
          "Every threshold; newsprint's where left out"),
    Field("marks", "标记", listing(MARK, least=0), "印在成品外的标记", "Printer's marks outside the trim", default=()),
))  # fmt: skip
