"""The fields of a print condition, ``layout/press/*.yaml``."""

from __future__ import annotations

from fractions import Fraction

from paiban.language import Words
from paiban.source.field import Field, Kind, make_record
from paiban.source.kinds import NAME, choice, listing, number, record_of
from paiban.template.model import Limits
from paiban.template.standard import STANDARDS

MARK = choice({
    "crop": "裁切线", "fold": "折线", "register": "套准线", "colour_bar": "色标", "slug": "信息行",
})  # fmt: skip

PER_CENT = Words("%", "%")
PPI = Words("像素/英寸", "pixels an inch")
POINTS = Words("磅", "pt")
MILLIMETRES = Words("毫米", "mm")


def _limit(key: str, zh: str, kind: Kind, doc_zh: str, doc_en: str) -> Field:
    """A threshold of the press; newsprint's stands in for it."""
    return Field(key, zh, kind, doc_zh, doc_en, default=getattr(Limits(), key))


def _amount(least: Fraction | int, most: int, unit: Words) -> Kind:
    return number(least, most, whole=False, unit=unit)


LIMITS = make_record("limits", "限度", "the limits", (
    _limit("tac_percent", "总墨量", _amount(100, 400, PER_CENT), "一处四色墨量相加的上限",
           "Most ink in one place, all plates together"),
    _limit("dot_gain_percent", "网点增大", _amount(0, 60, PER_CENT), "50% 处的网点增大，印在特性图上",
           "Dot gain at a nominal 50 %, told on the chart page"),
    _limit("screen_lines_per_cm", "网线数", _amount(10, 200, Words("线/厘米", "lines/cm")),
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
    _limit("picture_megapixels_max", "图片像素上限", _amount(1, 1000, Words("百万像素", "megapixels")),
           "更大的图片不解码", "Larger pictures are refused before they are decoded"),
    _limit("picture_file_mb_max", "图片文件上限", _amount(1, 4000, Words("MB", "MB")), "更大的图片文件不读",
           "Larger picture files are refused"),
    _limit("sharpen_percent", "锐化强度", _amount(0, 500, PER_CENT), "缩小以后锐化多强；0 不锐化",
           "Strength of the unsharp mask after resampling; 0: none"),
    _limit("sharpen_radius_px", "锐化半径", _amount(0, 20, Words("像素", "pixels")), "锐化的半径", "Its radius"),
    _limit("sharpen_threshold", "锐化阈值", _amount(0, 255, Words("级", "levels")), "相差不到这么多的不锐化",
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
    _limit("min_module_mm", "二维码格下限", _amount(0, 5, MILLIMETRES), "二维码一格最小多大",
           "Least size of a QR code's module"),
    _limit("spot_plates", "专色版", number(0, 8, unit=Words("块", "plates")), "可以有几块专色版",
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
