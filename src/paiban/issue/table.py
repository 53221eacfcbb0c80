"""The one table of the issue file: it decodes, it writes the JSON Schema, it generates ``docs/issue-file.md``."""

from __future__ import annotations

from typing import Any

from paiban.issue import kinds
from paiban.source.field import Field, Kind, Reader, decode_record, make_record
from paiban.source.kinds import BOOLEAN, DATE, NAME, choice, length, listing, number, record_of, table_of
from paiban.source.node import Mapping, Node, Scalar
from paiban.units import PER_MM

HEADLINE_FORM = choice({"auto": "自动", "above": "横题", "partial": "串文题", "vertical": "竖题"})
WRITING = choice({"horizontal": "横排", "vertical": "直排"})
_ADVERT_SIZE = listing(length(least=5 * PER_MM, most=2000 * PER_MM), least=2, most=2)

ON_PAGE = Field("page", "版次", number(1, 999), "排在第几版；只在 版面: 自动 时写",
                "The page that it stands on; with pages: auto only", "2", near=("number", "版", "页码"))  # fmt: skip
OF_SECTION = Field("section", "版名", kinds.LINE, "属于哪个版名；只在 版面: 自动 时写",
                   "The section that it belongs to; with pages: auto only", "民生", near=("栏目",))  # fmt: skip
ID = Field("id", "编号", kinds.ID, "本期里唯一的编号；不写就自动编", "Unique in the issue; made up if left out", "lead",
           near=("name", "编码", "标识"))  # fmt: skip
PLACE = Field("place", "位置", kinds.PLACE, "在网格上的位置；不写就由引擎决定",
              "Where it stands on the grid; without it the engine decides",
              "{columns: 1-5, rows: 1-40}", near=("position", "pos"))  # fmt: skip
SLOT = Field("slot", "版位", NAME, "版式里的一个版位，代替位置", "A named place of the template, instead of a place",
             "lead", default="")  # fmt: skip
WEIGHT = Field("weight", "分量", number(1, 5), "5 最重，是头条；字号和位置由它来",
               "How important: 5 is the lead; sizes and positions follow from it", "5",
               default=3, near=("importance", "priority", "级别", "权重"))  # fmt: skip
LOCKED = Field("locked", "锁定", BOOLEAN, "自动拼版时不动它", "Automatic make-up leaves it where it is", "yes",
               default=False)  # fmt: skip
BOX = Field("box", "加框", kinds.BOX, "加框；可以写线的名字", "A box around it; may name its line", "yes", default="")
TINT = Field("tint", "底纹", kinds.TINT, "底纹；可以写颜色名", "A tint under it; may name its colour", "yes",
             default="")  # fmt: skip
BORDER = Field("border", "花边", kinds.BORDER, "花边；可以写花边名", "An ornamental border; may name it", "double",
               default="")  # fmt: skip

STORY = make_record("story", "稿件", "a story", (
    ID,
    WEIGHT,
    Field("kicker", "引题", kinds.LINE, "引题（肩题）", "The line above the headline",
          "郑志明督查开发区疫情防控工作时强调——",
          near=("eyebrow", "肩题", "眉题")),
    Field("headline", "主题", kinds.HEADLINE, "主题；“|”或换行是指定的断行",
          "The headline; “|” or a line end breaks it",
          "奋进千亿园区　建设未来之城", required=True, missing="P136",
          near=("title", "heading", "标题", "主标题", "大标题", "题目")),
    Field("deck", "副题", kinds.LINE, "副题", "The line below the headline", "开发区开启“二次创业”高质量发展新征程",
          near=("subtitle", "subhead", "副标题", "子题")),
    Field("byline", "作者", kinds.LINE, "作者、记者署名", "Who wrote it", "本报记者 ×××",
          near=("author", "writer", "署名", "记者")),
    Field("body", "正文", kinds.BODY, "正文：每行一段，“## ”开头的是小标题",
          "The copy: a paragraph each line, “## ” a cross-head",
          required=True, missing="P137", near=("text", "content", "paragraphs", "内容", "文字")),
    PLACE,
    SLOT,
    Field("legs", "破栏", number(1, 16), "破成几栏：占五栏破四写 4", "Recut its columns into so many legs", "4",
          near=("leg", "分栏")),
    Field("headline_form", "题式", HEADLINE_FORM, "题的样子：串文题只占三分之二栏，余下的栏升到题旁",
          "Where the headline stands; partial: above two of three legs, the others rise beside it", "vertical",
          default="auto"),
    Field("headline_face", "题字体", NAME, "主题字体", "The headline's face, a role of fonts.yaml", "hei-black",
          default=""),
    Field("headline_size", "题字号", kinds.SIZE_RANGE, "主题字号，可写范围", "The headline's size, or least-most",
          "28pt-36pt"),
    Field("writing", "书写", WRITING, "横排或直排；不写就跟着版面", "Direction of its lines; else the page's",
          "vertical", default=""),
    BOX,
    TINT,
    BORDER,
    LOCKED,
    OF_SECTION,
    ON_PAGE,
    Field("jump", "下转", kinds.JUMP, "从某一段起转到另一版接着排",
          "Where it goes on, from one of its paragraphs, on another page", "{page: 3, paragraph: 5}",
          near=("continued", "转版")),
))  # fmt: skip

BRIEFS = make_record("briefs", "简讯", "briefs", (
    ID,
    Field("briefs", "简讯", kinds.BODY, "简讯，每条一段；◆ 由引擎加",
          "Short items, one a paragraph; the engine adds the ◆",
          required=True, near=("brief", "items")),
    Field("label", "栏题", kinds.LINE, "栏题", "The rail's label", "简讯", near=("title", "headline", "标题")),
    Field("weight", "分量", number(1, 5), "分量", "How important", "1", default=1),
    PLACE,
    SLOT,
    BOX,
    TINT,
    BORDER,
    LOCKED,
    OF_SECTION,
    ON_PAGE,
))  # fmt: skip

PICTURE = make_record("picture", "图片", "a picture", (
    ID,
    Field("picture", "图片", kinds.PATH, "图片文件，从稿件文件所在的文件夹算起",
          "Its file, from the issue file's folder",
          "pictures/drill.jpg", required=True, near=("image", "photo", "照片", "图")),
    Field("caption", "图说", kinds.LINE, "图片说明", "What it shows", "演练现场", near=("cutline", "说明", "图片说明")),
    Field("credit", "图源", kinds.LINE, "作者或来源", "Who made it", "×××　摄", near=("photographer", "摄影", "作者")),
    Field("with", "配", NAME, "配哪篇稿件（编号），挨着它排", "The story (its id) that it belongs to and stays beside",
          "drill",
          default="", near=("story", "for")),
    Field("focus", "焦点", kinds.FOCUS, "裁切时保住的点：[左起, 上起]，0 到 1", "The point that cropping keeps, 0 … 1",
          "[0.5, 0.4]"),
    Field("columns", "栏", number(1, kinds.MAX_COLUMNS), "占几栏", "How many columns wide", "2",
          near=("width", "栏数")),
    PLACE,
    SLOT,
    Field("frame", "边线", BOOLEAN, "加细边线", "A fine line around it", "yes", default=False),
    Field("bleed", "出血", BOOLEAN, "图到裁切边", "Runs off the page", "yes", default=False),
    LOCKED,
    ON_PAGE,
))  # fmt: skip

ADVERT = make_record("advert", "广告", "an advert", (
    ID,
    Field("advert", "广告", kinds.PATH, "广告文件（PDF 或图片）", "Its file, a PDF or an image", "ads/trees.pdf",
          required=True,
          near=("ad", "ads", "advertisement")),
    Field("pdf_page", "页", number(1, 9999), "PDF 的第几页；不写就是第一页",
          "Which page of the PDF; else the first", "1"),
    Field("size", "尺寸", _ADVERT_SIZE, "宽和高", "Width and height", "[350mm, 120mm]"),
    Field("filler", "补白", BOOLEAN, "可用可不用的补白", "May be used or left out", "yes", default=False),
    PLACE,
    SLOT,
    LOCKED,
    ON_PAGE,
))  # fmt: skip

BLOCKS = (BRIEFS, PICTURE, ADVERT)
"""What an item of ``stories`` is if it has that record's second key; else it is a story."""


def _block(node: Node, reader: Reader) -> Any:
    """A decoded item of ``stories`` with the record that it is of, chosen by the key that names its kind."""
    named: dict[str, Scalar] = {}
    if isinstance(node, Mapping):
        for entry in node.entries:
            named |= {r.name: entry.key for r in BLOCKS for f in r.fields[1:2] if entry.key.value in (f.key, f.zh)}
    if len(named) > 1:
        (first, _), (second, key) = tuple(named.items())[:2]
        reader.report("P220", key.span, first=first, second=second)
        return None
    record = next((r for r in BLOCKS if r.name in named), STORY)
    values = decode_record(node, record, reader)
    return None if values is None else (record.name, values)


BLOCK = Kind("一项稿件", "a story, briefs, a picture or an advert", _block,
             {"anyOf": [{"$ref": f"#/$defs/{r.name}"} for r in (STORY, *BLOCKS)]}, (STORY, *BLOCKS))  # fmt: skip

STORIES = Field(
    "stories", "稿件", listing(BLOCK, most=200), "稿件、简讯、图片、广告", "Stories, briefs, pictures and adverts",
    required=True,
    near=("articles", "items", "文章", "blocks"),
)  # fmt: skip

LOOK_FIELDS = (
    Field("template", "版式", NAME, "版式（layout/templates 里的名字）", "A template under layout/templates",
          "broadsheet",
          default="broadsheet", near=("layout",)),
    Field("body", "正文设置", NAME, "版式里的一种正文设置；“自动”由引擎选", "A body setting of the template, or auto",
          "large", default=""),
    Field("credits", "版务", table_of(kinds.LINE, kinds.LINE), "责任编辑、版式、校对等", "Who made the page",
          "{责任编辑: ×××, 校对: ×××}", default=(),
          near=("credit", "staff")),
    Field("writing", "书写", WRITING, "整版横排或直排", "Direction of the whole page", "horizontal",
          default="horizontal"),
    STORIES,
)  # fmt: skip
"""What a page looks like and what stands on it."""

PAGE_FIELDS = (
    Field("page", "版次", number(1, 999), "第几版", "The page's number", "2", required=True,
          near=("number", "版", "页码")),
    Field("section", "版名", kinds.LINE, "版名", "The section's name", "开发区时政", required=True,
          near=("title", "栏目")),
    *LOOK_FIELDS,
)  # fmt: skip

ISSUE_FIELDS = (
    Field("paper", "报名", kinds.LINE, "报名", "The newspaper's name", "×××报", near=("newspaper", "报纸")),
    Field("date", "日期", DATE, "出版日期", "Day of issue", "2022-03-31", required=True, near=("day", "时间")),
    Field("style", "样式", NAME, "样式（layout/styles 里的名字）", "A style sheet under layout/styles", "daily",
          default="daily"),
    Field("press", "印刷", NAME, "印刷条件（layout/press 里的名字）", "A print condition under layout/press",
          "newsprint",
          default="newsprint"),
    Field("names", "人名", kinds.NAMES, "标题里不拆开的人名、职务", "Names and titles that a headline never cuts",
          "[郑志明, 党工委]",
          default=(), near=("name", "people")),
)  # fmt: skip

PAGE = make_record("page", "版", "a page", PAGE_FIELDS)

PAGES = Field(
    "pages", "版面", listing(record_of(PAGE), most=200), "各个版", "The pages; a single page may stand without it",
    required=True,
)  # fmt: skip

ISSUE = make_record("issue", "稿件文件", "the issue", (*ISSUE_FIELDS, PAGES))
AUTO_PAGES = Field(
    "pages", "版面", choice({"auto": "自动"}), "稿件由引擎分到各版", "The engine spreads the stories over the pages",
    "auto", required=True,
)  # fmt: skip

SPREAD_FIELDS = (
    AUTO_PAGES,
    Field("page_count", "版数", number(1, 200), "一共几个版", "How many pages", "4", near=("count",)),
    Field("page_numbers", "各版版次", listing(number(1, 999), most=200), "各版的版次；不写就从 1 数起",
          "The pages' numbers; from 1 on if left out", "[2, 3, 5]", default=(), near=("numbers",)),
    Field("sections", "各版版名", table_of(kinds.LINE, number(1, 999)), "哪一版叫什么；不写就随最重的稿件",
          "What each page is called; its heaviest story's section if left out", "{1: 要闻, 2: 民生}", default=()),
    Field("section", "版名", kinds.LINE, "没有别的版名时用的版名", "What a page is called that nothing else names",
          "综合"),
    Field("jumps", "转版", BOOLEAN, "太长的稿件可以转到另一版", "May long stories go on on another page", "yes",
          default=False),
    *LOOK_FIELDS,
)  # fmt: skip

SPREAD = make_record("spread", "稿件文件", "the issue", (*ISSUE_FIELDS, *SPREAD_FIELDS))
"""An issue whose stories the engine spreads over its pages."""

SINGLE = make_record("single", "稿件文件", "the issue", (*ISSUE_FIELDS, *PAGE_FIELDS))
"""An issue of one page, whose keys stand at the top."""
