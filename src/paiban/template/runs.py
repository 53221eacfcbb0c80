"""The styles of runs (字样) that copy may ask for by name, as they are where a paper's sheet says nothing else.

One table: decoding, the documentation and the tests read it. A short mark asks for the style of its key
(``paiban.markup``).
"""

from __future__ import annotations

from fractions import Fraction

from paiban.display import BLACK, PAPER, Colour
from paiban.template.model import RunStyle
from paiban.value import NamedTuple

SMALL_EM = Fraction(61, 100)
"""A super- or subscript against its text, in em: as large as the ² that faces have."""

RAISED_EM, LOWERED_EM = Fraction(455, 1000), Fraction(-150, 1000)
"""How far above the line a superscript stands, and a subscript, in em of its text: as ² does."""


class RunRow(NamedTuple):
    """A style by its two names."""

    key: str
    zh: str
    style: RunStyle
    doc_zh: str
    doc_en: str


RUNS = (
    RunRow("bold", "粗", RunStyle(face="hei-bold"), "粗黑的字", "Bold: Chinese changes to a heavy Hei"),
    RunRow("song", "宋", RunStyle(face="song"), "报宋", "The Song of the text"),
    RunRow("song-bold", "小标宋", RunStyle(face="song-bold"), "小标宋", "A bold Song"),
    RunRow("song-black", "大标宋", RunStyle(face="song-black"), "大标宋", "A black Song"),
    RunRow("hei", "黑", RunStyle(face="hei"), "黑体", "Hei"),
    RunRow("hei-medium", "等线", RunStyle(face="hei-medium"), "稍粗的黑体", "A medium Hei"),
    RunRow("hei-bold", "中黑", RunStyle(face="hei-bold"), "中黑", "A bold Hei"),
    RunRow("hei-black", "粗黑", RunStyle(face="hei-black"), "粗黑", "A black Hei"),
    RunRow("kai", "楷", RunStyle(face="kai"), "楷体", "Kai"),
    RunRow("fang", "仿宋", RunStyle(face="fang"), "仿宋", "Fangsong"),
    RunRow("person", "人名", RunStyle(face="kai"), "人名用楷体", "The name of a person, in Kai"),
    RunRow("heavier", "加粗", RunStyle(weight="bold"), "同一种字的粗体，没有的用中黑",
           "Its own family in bold; a bold Hei where there is none"),
    RunRow("heaviest", "特粗", RunStyle(weight="black"), "同一种字的特粗体，没有的用粗黑",
           "Its own family in black; a black Hei where there is none"),
    RunRow("larger", "大", RunStyle(size_em=Fraction(6, 5)), "大一号", "Larger"),
    RunRow("smaller", "小", RunStyle(size_em=Fraction(5, 6)), "小一号", "Smaller"),
    RunRow("sup", "上标", RunStyle(size_em=SMALL_EM, rise_em=RAISED_EM), "上标", "A superscript"),
    RunRow("sub", "下标", RunStyle(size_em=SMALL_EM, rise_em=LOWERED_EM), "下标", "A subscript"),
    RunRow("red", "红", RunStyle(colour=Colour(0, 100, 100, 0)), "红字", "Red"),
    RunRow("reverse", "反白", RunStyle(colour=PAPER, ground=BLACK), "黑底白字", "White out of black"),
    RunRow("shade", "底色", RunStyle(ground=Colour(0, 0, 0, 15)), "浅灰底", "On a light tint"),
    RunRow("underline", "下划线", RunStyle(beside="underline"), "下划线", "A line under it"),
    RunRow("dots", "着重号", RunStyle(beside="dots"), "着重号", "Emphasis dots"),
    RunRow("name", "专名号", RunStyle(beside="name"), "专名号", "The line of a proper name"),
    RunRow("title", "书名线", RunStyle(beside="title"), "书名号甲式，波浪线", "The wavy line of a title"),
    RunRow("frame", "示亡号", RunStyle(beside="frame"), "示亡号，名字外的黑框", "The frame round a name"),
)  # fmt: skip
"""In the order of the documentation."""

USUAL_RUNS = {name: row.style for row in RUNS for name in (row.key, row.zh)}
"""The table by every name."""
