"""The fields of a template, ``layout/templates/*.yaml``."""

from __future__ import annotations

from fractions import Fraction

from paiban.source.field import Field, make_record
from paiban.source.kinds import BOOLEAN, NAME, choice, length, listing, number, record_of, table_of
from paiban.template import kinds
from paiban.template.table_style import ROLES
from paiban.units import PER_MM

_PAGE = length(least=10 * PER_MM, most=2000 * PER_MM)
_ADVERT = length(least=5 * PER_MM, most=2000 * PER_MM)
_MARGIN = length(least=0, most=2000 * PER_MM)
_SIZE = length(least=kinds.TYPE_LENGTH[0], most=kinds.TYPE_LENGTH[1])

FOLIO = make_record("folio", "报眉", "the running head", (
    Field("top", "上沿", _MARGIN, "报眉上沿到裁切边的距离", "From the trim's top to the running head", required=True),
    Field("height", "高", _MARGIN, "报眉的高", "Its height", required=True),
    Field("mirrored", "对称", BOOLEAN, "右手版左右对调，版次在外",
          "Right-hand pages the other way round, the number outside", default=False),
))  # fmt: skip

AT = choice({"start": "居首", "centre": "居中", "end": "居末", "outside": "靠外", "inside": "靠里"})
ON_PAGES = choice({"all": "各版", "odd": "单版", "even": "双版", "front": "头版", "inner": "内版"})

FURNITURE = make_record("furniture", "版面附件", "a piece of furniture", (
    Field("text", "文字", kinds.FURNITURE_WORDS, "印上去的字；其中一项没有，就整条不印",
          "What it says; left out where one of its fields has nothing", "“{paper}　{lunar}”"),
    Field("line", "线", NAME, "横贯版心的线：样式里一种线或花边的名字",
          "A rule over the type area: a line or a border of the sheet", "double"),
    Field("role", "字", choice({field.key: field.zh for field in ROLES.fields}), "用哪种字", "The role of its type",
          default="folio-info"),
    Field("at", "位置", AT, "在版心左右的哪里", "Where across the type area", default="centre"),
    Field("top", "上", _MARGIN, "上沿到裁切边", "From the trim's top to its top", "12mm"),
    Field("foot", "下", _MARGIN, "下沿到下裁切边", "From the trim's foot to its foot", "12mm"),
    Field("pages", "哪些版", ON_PAGES, "印在哪些版上", "The pages that have it", default="all"),
))  # fmt: skip

BODY = make_record("body", "正文设置", "a body setting", (
    Field("name", "名称", NAME, "在稿件文件里用的名字", "Its name in issue files", required=True),
    Field("size", "字号", _SIZE, "正文字号", "Type size", required=True),
    Field("leading", "行距", _SIZE, "行距（行到行）", "From baseline to baseline", required=True),
    Field("measure", "栏宽", kinds.characters(4, 200), "基本栏的宽", "Measure of a basic column", "13", required=True),
    Field("gutter", "栏空", kinds.characters(0, 20), "栏空的宽", "Width of a gutter", "4mm", default=Fraction(1)),
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
    Field("folio", "报眉", record_of(FOLIO), "报眉的位置；不写就没有报眉", "The running head; none if left out"),
    Field("furniture", "版面附件", listing(record_of(FURNITURE)), "报眉以外每版都有的字和线",
          "Words and lines on every page beside the running head", default=()),
    Field("grid_top", "网格上沿", _MARGIN, "第一行上沿到裁切边", "From the trim's top to the first row", required=True),
    Field("foot", "下边空", _MARGIN, "版心下沿到裁切边", "White below the last row at the least", required=True),
    Field("headline_scale", "标题比例", kinds.SCALE, "标题字号乘以它", "Headline sizes are multiplied by it",
          default=1),
    Field("bodies", "正文设置", listing(record_of(BODY)), "正文设置，第一个是常用的", "The first is usual",
          required=True),
    Field("slots", "版位", table_of(record_of(SLOT)), "版位", "Named places", default=()),
    Field("adverts", "广告尺寸", table_of(listing(_ADVERT, least=2, most=2)), "卖的广告尺寸：宽和高",
          "Sizes that are sold to advertisers: width and height", default=()),
))  # fmt: skip
