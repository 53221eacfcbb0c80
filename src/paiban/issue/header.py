"""The fields that blocks of any kind may have, and the part of a block that comes from them.

A kind's record lists those that it takes; what it does not list keeps its default.
"""

from __future__ import annotations

from typing import Any

from paiban.issue.kind import Around, Reading
from paiban.issue.model import Block, BoxStyle, Jump, Place
from paiban.issue.values import (
    A_BORDER,
    A_BOX,
    A_COLOUR,
    A_DRESS,
    A_JUMP,
    A_MENTION,
    A_PLACE,
    A_TINT,
    A_WIDTH,
    AN_ID,
    LINE,
    TypedPlace,
)
from paiban.issue.values import WRITING as A_WRITING
from paiban.source.field import Field, Values
from paiban.source.kinds import BOOLEAN, NAME, choice, listing, number

ID = Field("id", "编号", AN_ID, "本期里唯一的编号；不写就自动编", "Unique in the issue; made up if left out", "lead",
           near=("name", "编码", "标识"))  # fmt: skip
PLACE = Field("place", "位置", A_PLACE, "在网格上的位置；不写就自动拼版",
              "Where it stands on the grid; without it the engine decides",
              "{columns: 1-5, rows: 1-40}", near=("position", "pos"))  # fmt: skip
SLOT = Field("slot", "版位", NAME, "版式里的一个版位，代替位置", "A named place of the template, instead of a place",
             "lead", default="")  # fmt: skip
LOCKED = Field("locked", "锁定", BOOLEAN, "自动拼版时不动它，也不动配它的图",
               "Automatic make-up leaves it where it is, with its pictures", "yes", default=False)  # fmt: skip
BOX = Field("box", "加框", A_BOX, "加框；可以写线的名字", "A box around it; may name its line", "yes", default="")
TINT = Field("tint", "底纹", A_TINT, "底纹；可以写颜色名", "A tint under it; may name its colour", "yes",
             default="")  # fmt: skip
BORDER = Field("border", "花边", A_BORDER, "花边；可以写花边名", "An ornamental border; may name it", "double",
               default="")  # fmt: skip
DRESS = Field("dress", "题饰", A_DRESS, "标题怎么打扮：套红、反白条、衬底、勾边、阴影、上下线，或样式里自己的题饰",
              "How the head is dressed: by name, of the style sheet", "red", default="",
              near=("headline_style", "标题样式", "题花"))  # fmt: skip
COLOUR = Field("colour", "字色", A_COLOUR, "它的字的颜色：样式里颜色的名字，压在深色的图上用纸白",
               "The colour of its type, of the style sheet: paper over a dark picture", "paper", default="",
               near=("color", "颜色"))  # fmt: skip
OVER = Field("over", "压图", A_MENTION, "压在哪张图片上（编号）；位置要整个在图片里",
             "The picture (its id) that it stands on; its place lies wholly inside it", "bridge", default="",
             near=("upon", "on", "压", "叠"))  # fmt: skip
WITH = Field("with", "配", A_MENTION, "配哪篇稿件（编号），挨着它排",
             "The story (its id) that it belongs to and stays beside", "drill",
             default="", near=("story", "for"))  # fmt: skip
_WRAPS = {"legs": "让栏", "box": "绕方"}
WRAP = Field("wrap", "绕排", choice(_WRAPS), "在稿件里面时文字怎么绕它：让出整栏，还是绕着它走；竖排的稿件总是绕",
             "How copy runs round it inside its story: whole legs give way, or each line is as long as it leaves it",
             "box", default="", near=("runaround", "环绕", "串文", "绕图"))  # fmt: skip
WRAP_CONTOUR = WRAP._replace(kind=choice({**_WRAPS, "contour": "绕形"}),
                             doc_zh="在稿件里面时文字怎么绕它：让出整栏、绕方框、绕轮廓；竖排的稿件总是绕",
                             doc_en="How copy runs round it inside its story: whole legs give way, or each line is as"
                                    " long as it leaves it, or its contour does")  # fmt: skip
WIDTH = Field("width", "宽度", A_WIDTH, "比位置窄时多宽：长度，或占位置的百分之几",
              "How wide it is where it is narrower than its place: a length, or per cent of that", "60%")  # fmt: skip
SIDE = Field("side", "靠边", choice({"left": "靠左", "centre": "居中", "right": "靠右"}), "比位置窄时靠哪边",
             "Where in its place it stands if it is narrower", "right", default="left")  # fmt: skip
APART = Field("apart", "不挨着", listing(A_MENTION), "不能和它挨着排的稿件（编号）",
              "The blocks (their ids) that it must not touch", "[bank]",
              default=(), near=("not beside", "beside"))  # fmt: skip
ELSEWHERE = Field("elsewhere", "不同版", listing(A_MENTION), "不能和它在一个版上的稿件（编号）",
                  "The blocks (their ids) that it must not share its page with", "[bank]",
                  default=(), near=("not on page", "不同页"))  # fmt: skip
BEFORE = Field("before", "先于", listing(A_MENTION), "排在哪几篇（编号）前面：版次在前，同版在上面，同高在左边",
               "The stories (their ids) before which it stands: on an earlier page, or above them, or left of them",
               "[levee]", default=(), near=("ahead of", "前于", "在前"))  # fmt: skip
HAND = Field("hand", "左右", choice({"right": "右版", "left": "左版"}, {"右": "右版", "左": "左版"}),
             "订在右版（单数版）还是左版", "Whether it was sold for a right-hand page, an odd one, or a left-hand one",
             "right", default="", near=("左右版", "page_side"))  # fmt: skip
EDGE = Field("edge", "版边", choice({"outer": "外侧", "inner": "内侧"}), "订在版面的外侧还是内侧（订口）",
             "Whether it was sold for the outer edge of its page or for the inner one, at the fold", "outer",
             default="", near=("页边", "corner"))  # fmt: skip
PACKAGE = Field("package", "组稿", NAME, "同一组稿的名字；同名的排在一个版上，挨在一起",
                "What it belongs to with others: those of one name stand on one page, side by side", "防汛专题",
                default="", near=("group", "专题", "组"))  # fmt: skip
WRITING = Field("writing", "书写", A_WRITING, "横排或直排；不写就跟着版面", "Direction of its lines; else the page's",
                "vertical", default="")  # fmt: skip
FILLER = Field("filler", "补白", BOOLEAN, "待用、补白：没有位置就不上版，自动拼版可用可不用",
               "Waits: without a place it stands nowhere, and make-up may use it or leave it out", "yes",
               default=False, near=("待用", "waiting"))  # fmt: skip
OF_SECTION = Field("section", "版名", LINE, "属于哪个版名；只在 版面: 自动 时写",
                   "The section that it belongs to; with pages: auto only", "民生")  # fmt: skip
ON_PAGE = Field("page", "版次", number(1, 9999), "排在第几版；只在 版面: 自动 时写",
                "The page that it stands on; with pages: auto only", "2", near=("number", "版", "页码"))  # fmt: skip
JUMP = Field("jump", "下转", A_JUMP, "从某一段起转到另一版接着排",
             "Where it goes on, from one of its paragraphs, on another page", "{page: 3, paragraph: 5}",
             near=("continued", "转版"))  # fmt: skip


def build_block(values: Values, id_: str, reading: Reading, around: Around) -> Block:
    """A block of a kind from its decoded fields."""
    given = values.items.get
    return Block(
        id=id_,
        kind=reading.name,
        span=values.span,
        content=reading.content(values, around),
        form=reading.form(values),
        place=place_of(values),
        slot=given("slot", ""),
        weight=given("weight", 1),
        box=box_of(values),
        locked=given("locked", False),
        page=given("page"),
        section=given("section"),
        host=given("over", "") or given("with", ""),
        filler=given("filler", False),
        apart=given("apart", ()),
        package=given("package", ""),
        elsewhere=given("elsewhere", ()),
        hand=given("hand", ""),
        edge=given("edge", ""),
        before=given("before", ()),
        crowns=reading.crowns,
        jump=jump_of(given("jump")),
        dress=given("dress", ""),
        colour=given("colour", ""),
        upon=bool(given("over", "")),
        wrap=given("wrap", "").replace("legs", ""),
        width=given("width"),
        side=given("side", "left"),
        plain=box_of(values) is None and (values.given("box") or values.given("tint")),
        sited=values.given("place") or values.given("slot"),
    )


def place_of(values: Values) -> Place | None:
    """The place that the editor typed."""
    typed: TypedPlace | None = values.items.get("place")
    return typed.place if typed else None


def box_of(values: Values) -> BoxStyle | None:
    """The box of a block, if anything of one was asked for."""
    parts: tuple[Any, ...] = tuple(values.items.get(key, "") for key in ("box", "tint", "border"))
    return BoxStyle(*parts) if any(parts) else None


def jump_of(values: Values | None) -> Jump | None:
    """Where a block goes on; None where its page or paragraph is missing (and reported)."""
    if values is None or values["page"] is None or values["paragraph"] is None:
        return None
    sited = values.given("place")
    return Jump(values["page"], values["paragraph"], values.span, place_of(values), values["legs"], sited)
