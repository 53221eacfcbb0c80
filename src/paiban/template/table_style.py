"""The fields of a style sheet, ``layout/styles/*.yaml``.

What a paper's own sheet leaves out it has from ``daily``, which came along, down to the parts of a role; what a key of
the composition, a cost or a rule leaves out there has the default that stands here.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from paiban.language import Words
from paiban.source.field import Field, Kind, Record, make_record
from paiban.source.kinds import ALONG, BOOLEAN, NAME, choice, length, listing, number, record_of
from paiban.template import kinds
from paiban.template.dresses import DRESSES, OUTLINE_EM, SHADOW_EM
from paiban.template.model import Composition, TableStyle
from paiban.template.runs import RUNS
from paiban.template.table_costs import COSTS, PROOFREADING, RULES, SLIPS
from paiban.template.tabular import TABLES

_SIZE = length(least=kinds.TYPE_LENGTH[0], most=kinds.TYPE_LENGTH[1])
_FINE = length(least=0, most=kinds.FINE_LENGTH[1])
_EM = Words("字", "em")
_THOUSANDTHS = Words("千分之一字", "1/1000 em")

PUNCTUATION = {"jiya": "挤压", "quanjiao": "全角", "kaiming": "开明", "hangmobanjiao": "行末半角", "banjiao": "半角"}
"""The punctuation styles of running text; ``text.spacing.STYLES`` says what each does."""

HEADLINE_PUNCTUATION = {"biaoti": "标题"}


def _chosen(key: str, zh: str, kind: Kind, doc_zh: str, doc_en: str, default: Any) -> Field:
    return Field(key, zh, kind, doc_zh, doc_en, default=default)


_USUAL = Composition()

COMPOSITION = make_record("composition", "排版规则", "the composition rules", (
    _chosen("punctuation", "标点", choice(PUNCTUATION), "标点风格", "Punctuation style", _USUAL.punctuation),
    _chosen("prohibition", "禁则", choice({"none": "无", "basic": "基本", "gb": "国标", "strict": "严格"}),
            "行首行末禁则", "Level of prohibition", _USUAL.prohibition),
    _chosen("ellipsis_at_start", "省略号居行首", BOOLEAN, "省略号可否居行首", "May …… begin a line",
            _USUAL.ellipsis_at_start),
    _chosen("hanging", "标点悬挂", BOOLEAN, "行末标点悬挂", "Hanging punctuation", _USUAL.hanging),
    _chosen("gap", "中西间隙", number(0, 1, whole=False, unit=_EM), "汉字与西文、数字的间隙",
            "Gap between Han and Latin", _USUAL.gap_em),
    _chosen("gap_least", "中西间隙下限", number(0, 1, whole=False, unit=_EM), "一行挤紧时间隙最少多宽",
            "The least that a line squeezes the gap to", _USUAL.gap_least_em),
    _chosen("gap_most", "中西间隙上限", number(0, 1, whole=False, unit=_EM), "一行拉开时间隙最多多宽",
            "The most that a line stretches the gap to", _USUAL.gap_most_em),
    _chosen("breaker", "断行", choice({"greedy": "逐行", "optimal": "整段"}), "断行方法", "Line breaker",
            _USUAL.breaker),
    _chosen("hyphenate", "连字符", BOOLEAN, "英文词可否断开", "May English words be parted",
            _USUAL.hyphenate),
    _chosen("keep_number_unit", "数字带单位", BOOLEAN, "数字和单位不断开", "Never part a number and its unit",
            _USUAL.keep_number_unit),
    _chosen("vertical_numerals", "竖排数字", choice({"digits": "数字", "han": "汉字"}), "竖排里的数字",
            "Numbers in vertical lines", _USUAL.vertical_numerals),
    _chosen("shared_digits", "并格数字", number(1, 3), "竖排里几位以内的数字并排在一格里；1 就都不并",
            "In vertical lines up to so many figures share a cell; 1: none do", _USUAL.shared_digits),
    _chosen("upright_digits", "直立数字", number(1, 8), "竖排里几位以内的数字一位一格立着排，再长的横卧；年份总是立着",
            "In vertical lines up to so many figures stand one to a cell, longer ones lie; years always stand",
            _USUAL.upright_digits),
    _chosen("half_digits", "半字数字", BOOLEAN, "横排里每个数字占半个字",
            "A digit stands on half an em in horizontal lines", _USUAL.half_digits),
    _chosen("mark_stretch", "标点可拉", number(0, Fraction(1, 2), whole=False, unit=_EM),
            "半字标点在拉字距之前先拉开多宽", "What a stretched line first gives to each mark on half an em",
            _USUAL.mark_stretch_em),
    _chosen("even_stretch", "标点同拉", BOOLEAN, "拉开一行时，点号之前也同样拉开",
            "A stretched line opens before stops and pauses too", _USUAL.even_stretch),
    _chosen("tracking_limit", "字距限度", number(0, 50, unit=_THOUSANDTHS), "凑版时字距最多调多少",
            "Copy fitting, either way", _USUAL.tracking_limit),
))  # fmt: skip

ROLE = make_record("role", "字的用处", "a role of type", (
    Field("face", "字体", NAME, "字体（fonts.yaml 里的名字）", "A role of fonts.yaml"),
    Field("size", "字号", _SIZE, "字号；都不写就随正文", "Size; the body's if nobody gives one", default=0),
    Field("size_em", "倍数", kinds.SCALE, "正文字号的倍数", "Times the body's size", default=1),
    Field("leading", "行距", _SIZE, "行距；都不写就随正文", "Leading; the body's if nobody gives one", default=0),
    Field("leading_em", "行距倍数", number(0, 10, whole=False, unit=_EM), "行距是自己字号的几倍；写了行距就用行距",
          "Leading in times of the role's own size, where none is given outright", default=0),
    Field("colour", "颜色", NAME, "颜色名", "A colour of this sheet", default="black"),
    Field("tracking", "字距", number(-200, 2000, unit=_THOUSANDTHS), "字距", "Between characters", default=0),
    Field("align", "对齐",
          choice({"justify": "齐行", "start": "居首", "centre": "居中", "end": "居末", "spread": "均排"}, ALONG),
          "对齐", "Alignment", default="justify"),
    Field("punctuation", "标点", choice({**PUNCTUATION, **HEADLINE_PUNCTUATION}), "标点；都不写就随全报",
          "Marks; the sheet's if nobody gives any", default=""),
    Field("indent", "缩进", number(0, 20, whole=False, unit=_EM), "首行缩进", "First-line indent", default=0),
    Field("hang", "悬挂", number(0, 20, whole=False, unit=_EM), "第二行起的缩进", "Indent of all lines but the first",
          default=0),
    Field("lead_in", "引头", NAME, "段首的电头（本报讯、新华社……电）用什么字样；图说是冒号或全角空格之前的几个字",
          "The run style of a dateline; of a caption: its words up to a colon or a full-width space", default=""),
    Field("bullet", "段首符号", NAME, "段首的 ■ ◆ ● ▲ ▼ ★ 用什么字样；空心的和圈码随正文",
          "The run style of a ■ ◆ ● ▲ ▼ ★ that begins a paragraph; hollow signs and ① are as the text", default=""),
    Field("person", "人名", NAME, "记者、作者的名字用什么字样：署名里的，括号里的，段末的（记者某某　某某摄）",
          "The run style of the names in bylines and in credits: in brackets and at a paragraph's end", default=""),
    Field("reversed", "反白字体", NAME, "字色是纸白时用的字体；不写就不换",
          "The face of copy in the colour of paper; the same one if nobody gives any", default=""),
))  # fmt: skip


def _role(key: str, zh: str, doc_zh: str, doc_en: str) -> Field:
    return Field(key, zh, record_of(ROLE), doc_zh, doc_en)


ROLES = make_record("roles", "字", "the roles of type", (
    _role("body", "正文", "稿件的正文", "A story's copy"),
    _role("initial", "首字", "下沉的首字", "Large initials"),
    _role("note", "编者按", "正文前面的编者按", "An editor's note before the copy"),
    _role("crosshead", "小标题", "正文里的小标题", "Cross-heads in the copy"),
    _role("byline", "作者", "署名", "Bylines"),
    _role("poem", "诗", "诗", "Poems"),
    _role("quotation", "引文", "成段的引文", "Block quotations"),
    _role("item", "列表项", "列表的一项", "Items of lists"),
    _role("question", "问", "问答的问", "Questions"),
    _role("answer", "答", "问答的答", "Answers"),
    _role("dialogue", "对话", "对话", "Dialogues"),
    _role("salutation", "称呼", "信的称呼，和不缩进的段落", "A letter's first line, and paragraphs without an indent"),
    _role("signature", "落款", "落款：署名、单位、日期", "Signatures: name, office, date"),
    _role("brief", "简讯", "简讯的正文", "A brief's copy"),
    _role("brief-label", "简讯栏题", "简讯栏头上的反白字", "The reversed label of a rail of briefs"),
    _role("table", "表格", "表里的字", "Type in tables"),
    _role("table-first", "表首列", "表的第一列，表样里写了才用", "A table's first column, where its style says so"),
    _role("table-head", "表头", "表头", "Heads of tables"),
    _role("table-group", "表组题", "表里的组题", "Heads of groups in tables"),
    _role("names", "名单", "名单里的名字", "Names of a list"),
    _role("names-head", "名单组题", "名单里的组题", "Heads of groups of names"),
    _role("table-note", "表注", "表的单位和注", "The unit and the notes of tables"),
    _role("headline", "主题", "主题；字号由分量来", "Headlines; their size follows from their weight"),
    _role("pull-quote", "提要", "提要：放在一篇里面、没有正文的题；字号是最大多大",
          "Pull quotes: headlines without copy inside another story; their size the most that it is"),
    _role("kicker", "引题", "引题", "Kickers"),
    _role("deck", "副题", "副题", "Decks"),
    _role("caption", "图说", "图说", "Captions"),
    _role("credit", "图片署名", "图片的署名", "Credits of pictures"),
    _role("nameplate", "报名", "报头的报名；字号是最大多大", "A nameplate’s title, its size the most that it is"),
    _role("nameplate-info", "报头信息", "报头里的日期、刊号、期号等", "The date, the numbers and their like there"),
    _role("classified", "分类广告", "分类广告的正文", "A classified’s copy"),
    _role("classified-title", "分类广告题", "一条分类广告的题", "A classified’s title"),
    _role("classified-sign", "分类广告落款", "一条分类广告的落款", "What ends a classified"),
    _role("classified-head", "类别", "类别的名字", "The head of a category"),
    _role("classified-label", "分类广告栏题", "整块分类广告的题", "The label of all classifieds"),
    _role("classified-note", "分类广告说明", "栏题旁边的说明", "What is said beside that label"),
    _role("index-entry", "导读条目", "导读里的题", "The headlines of an index"),
    _role("index-page", "导读版次", "导读里的版次", "The pages of an index"),
    _role("folio-number", "版次", "报眉里的版次", "The page number in the running head"),
    _role("folio-section", "版名", "报眉里的版名", "The section's name there"),
    _role("folio-info", "报眉信息", "报眉里的报名和日期", "The paper's name and the date there"),
    _role("folio-credit", "版务", "报眉里的版务", "The credits there"),
))  # fmt: skip

RUN = make_record("run", "一种字样", "a style of runs", (
    Field("face", "字体", NAME, "字体（fonts.yaml 里的名字）；不写就随原来的字",
          "A role of fonts.yaml; else the text's", default=""),
    Field("weight", "粗细", choice({"medium": "稍粗", "bold": "加粗", "black": "特粗"}), "同一种字的另一种粗细",
          "Another weight of the text's own family", default=""),
    Field("size_em", "倍数", number(Fraction(1, 2), 3, whole=False), "原来字号的倍数", "Times the text's size",
          default=1),
    Field("rise", "升高", number(-1, 1, whole=False, unit=_EM), "比行升高多少，负的是降低",
          "How far above the line it stands, below it if negative", default=0),
    Field("colour", "颜色", NAME, "颜色名", "A colour of this sheet", default=""),
    Field("ground", "底色", NAME, "字底下的颜色", "The colour that it stands on", default=""),
    Field("beside", "字旁", choice({"dots": "着重号", "name": "专名号", "title": "书名线", "frame": "示亡号",
                                  "underline": "下划线"}),
          "字旁的点和线", "Dots and lines beside it", default=""),
), "{face: kai, colour: accent}")  # fmt: skip

RUN_STYLES = make_record("runs", "字样", "the styles of runs", tuple(
    Field(row.key, row.zh, record_of(RUN), row.doc_zh, row.doc_en, f"[文字]{{{row.zh}}}") for row in RUNS
), own=record_of(RUN))  # fmt: skip
"""Styles of the writer's own can be named in copy, as those of the table are; so can every colour of the sheet."""


_TABLE = TableStyle()


def _of_table(key: str, zh: str, doc_zh: str, doc_en: str) -> Field:
    return Field(key, zh, NAME, f"{doc_zh}；没有写“无”", f"{doc_en}; none for none", default=getattr(_TABLE, key))


TABLE_STYLE = make_record("table_style", "一种表样", "a style of tables", (
    _of_table("edge", "上下线", "表的上边和下边的线", "The line at its head and foot"),
    _of_table("side", "边线", "表左右两边的线", "The line at its sides"),
    _of_table("head_rule", "表头线", "表头下面的线", "The line below its head"),
    _of_table("row_rule", "行线", "行与行之间的线", "The line between rows"),
    _of_table("column_rule", "列线", "列与列之间的线", "The line between columns"),
    _of_table("head_tint", "表头底", "表头的底色", "The tint of its head"),
    _of_table("group_tint", "组题底", "组题的底色", "The tint of the heads of groups"),
    _of_table("stripe", "隔行底", "隔一行的底色", "The tint of every other row"),
    _of_table("first", "首列字", "第一列的字的用处", "The role of its first column's type"),
    Field("words", "文字对齐", choice({"start": "居首", "centre": "居中", "end": "居末"}, ALONG), "文字的列怎么对齐",
          "How columns of words are aligned", default=_TABLE.words),
), "{edge: line, row_rule: hairline}")  # fmt: skip

TABLE_STYLES = make_record("tables", "表样", "the styles of tables", tuple(
    Field(row.key, row.zh, record_of(TABLE_STYLE), row.doc_zh, row.doc_en) for row in TABLES
), own=record_of(TABLE_STYLE))  # fmt: skip
"""Styles of the writer's own can be named by tables, as those here are."""

WEIGHTS = (5, 4, 3, 2, 1)

HEADLINE_SIZES = make_record("headline_sizes", "主题字号", "the headline sizes", tuple(
    Field(f"{weight}", f"{weight}", listing(_SIZE, least=3, most=3), f"分量 {weight}：最小、合适、最大",
          f"Weight {weight}: least, wanted, most")
    for weight in WEIGHTS
))  # fmt: skip

HEADLINE_FACES = make_record("headline_faces", "主题字体", "the headline faces", tuple(
    Field(f"{weight}", f"{weight}", NAME, f"分量 {weight}（fonts.yaml 里的名字）；不写就用 headline 的字体",
          f"Weight {weight}: a role of fonts.yaml; else the face of the role headline")
    for weight in WEIGHTS
))  # fmt: skip


def _colour(key: str, zh: str, doc_zh: str, doc_en: str) -> Field:
    return Field(key, zh, kinds.COLOUR, doc_zh, doc_en)


_COLOURS = make_record("colours", "颜色", "the colours", (
    _colour("black", "黑", "字、线条、边框", "Type, rules and frames"),
    _colour("paper", "纸白", "反白的字", "Reversed type"),
    _colour("accent", "强调色", "版次和栏题的底", "Under page numbers and labels"),
    _colour("tint", "浅底", "底纹: 是", "tint: yes"),
    _colour("grey", "灰", "深一些的底纹", "A darker tint"),
    _colour("category", "类别底", "分类广告里类别的底", "Under the categories of classifieds"),
), own=kinds.COLOUR)  # fmt: skip
"""Colours of the writer's own can be named by roles and tints."""


def _line(key: str, zh: str, doc_zh: str, doc_en: str) -> Field:
    return Field(key, zh, _FINE, doc_zh, doc_en)


_LINES = make_record("lines", "线", "the lines", (
    _line("hairline", "细线", "细的加框", "A lighter box"),
    _line("line", "正线", "加框: 是", "box: yes"),
    _line("thick", "粗线", "粗的加框", "A heavier box"),
    _line("column_rule", "栏线", "一篇稿件各栏之间的线；0 只留空白", "Between the legs of a story; 0: white alone"),
    _line("story_rule", "稿间线", "稿件之间的线", "Between stories"),
    _line("mourning", "黑框", "讣告的框", "Frames of obituaries"),
    _line("picture_frame", "图框", "图片的边框", "Frames of pictures"),
), own=_FINE)  # fmt: skip
"""Weights of lines; those of the writer's own can be named by boxes."""

BORDER = make_record("border", "花边", "a border", (
    Field("thick", "粗线", _FINE, "外面的粗线", "The thick line outside", required=True),
    Field("gap", "间隔", _FINE, "两线之间", "Between the two", required=True),
    Field("fine", "细线", _FINE, "里面的细线", "The fine line inside", required=True),
), "{thick: 1.5pt, gap: 1pt, fine: 0.3pt}")  # fmt: skip

_BORDERS = make_record("borders", "花边", "the borders", (
    Field("double", "文武线", record_of(BORDER), "文武线；也是花边: 是", "文武线, and border: yes"),
), own=record_of(BORDER))  # fmt: skip

_LENGTHS = make_record("lengths", "尺寸", "the distances", (
    _line("box_inset", "框内空", "边框到字；为了每行是整字，可以少三分之一，或者多一点",
          "From a box to its type; for lines of whole ems a third less, or somewhat more"),
    _line("head_foot", "题文距", "标题和正文之间至少多少", "Least white between a headline block and its text"),
    _line("secondary_least", "引副题下限", "引题和副题最小多大", "A kicker or deck is never smaller"),
    _line("label_height", "栏题高", "简讯栏题的高", "Height of the label of a rail of briefs"),
    _line("caption_gap", "图说距", "图片到图说", "From a picture to its caption"),
    _line("band_gap", "分类题距", "分类广告的题到第一条", "From the label of classifieds to the first of them"),
    _line("group_gap", "组图距", "组图两张之间", "Between two pictures of a group"),
    _line("wrap_gap", "绕排空", "文字离它绕的图多远", "Between copy and what it runs round"),
    _line("table_gap", "表列距", "表里两列之间的空", "White between two columns of a table"),
    _line("names_gap", "名单列距", "名单里两列之间至少多少", "Least white between two columns of names"),
    _line("folio_gap", "报眉线距", "报眉到它的文武线", "From the running head to its 文武线"),
))  # fmt: skip

DRESS = make_record("dress", "一种题饰", "a headline dress", (
    Field("colour", "颜色", NAME, "主题的颜色名", "The headline's colour", default=""),
    Field("secondary", "引副题颜色", NAME, "引题、副题的颜色名", "The colour of kicker and deck", default=""),
    Field("ground", "底色", NAME, "标题底下的颜色", "The colour of the bar that the head stands on", default=""),
    Field("outline", "勾边", NAME, "主题的字勾边的颜色", "The colour of a contour round its letters",
          default=""),
    Field("outline_em", "勾边宽", number(Fraction(1, 100), Fraction(1, 5), whole=False, unit=_EM), "边有多宽",
          "How wide the contour is", default=OUTLINE_EM),
    Field("shadow", "阴影", NAME, "主题的字右下阴影的颜色", "The colour of a shadow below and beside them",
          default=""),
    Field("shadow_em", "阴影远", number(Fraction(1, 100), Fraction(1, 5), whole=False, unit=_EM), "阴影落多远",
          "How far the shadow falls", default=SHADOW_EM),
    Field("above", "上线", NAME, "标题上面的线", "The line above the head", default=""),
    Field("below", "下线", NAME, "标题下面的线", "The line below it", default=""),
), "{colour: accent}")  # fmt: skip

DRESS_STYLES = make_record("dresses", "题饰", "the headline dresses", tuple(
    Field(row.key, row.zh, record_of(DRESS), row.doc_zh, row.doc_en) for row in DRESSES
), own=record_of(DRESS))  # fmt: skip
"""Dresses of the writer's own can be named by stories, as those of the table are."""

_SIBLINGS = (_COLOURS, _LINES, _BORDERS, _LENGTHS)


def _among_siblings(record: Record) -> Record:
    """A part that knows what belongs into the others: a colour is no line, and a distance no border."""
    others = [other for other in _SIBLINGS if other is not record]
    away = {word: other.name for other in others for word in other.keys if word not in record.keys}
    return record._replace(elsewhere=away)


COLOURS, LINES, BORDERS, LENGTHS = map(_among_siblings, _SIBLINGS)

STYLE = make_record("style", "样式文件", "the style sheet", (
    Field("name", "名称", NAME, "样式的名字", "Its name", required=True),
    Field("composition", "排版规则", record_of(COMPOSITION), "排版规则", "Rules of the text stage"),
    Field("roles", "字", record_of(ROLES), "每种用处的字", "Type by role"),
    Field("runs", "字样", record_of(RUN_STYLES), "稿件里可以用名字要的字样", "Styles that copy may ask for by name"),
    Field("tables", "表样", record_of(TABLE_STYLES), "表可以用名字要的表样", "Styles that tables may ask for by name"),
    Field("headline_sizes", "主题字号", record_of(HEADLINE_SIZES), "每个分量的主题字号：最小、合适、最大",
          "By weight: least, wanted, most"),
    Field("headline_faces", "主题字体", record_of(HEADLINE_FACES), "每个分量的主题字体",
          "By weight: the headline's face; none of these in a sheet that gives the role headline a face"),
    Field("colours", "颜色", record_of(COLOURS), "颜色", "Colours"),
    Field("lines", "线", record_of(LINES), "线的粗细", "Weights of lines"),
    Field("borders", "花边", record_of(BORDERS), "花边", "Borders of two lines"),
    Field("lengths", "尺寸", record_of(LENGTHS), "距离", "Distances"),
    Field("dresses", "题饰", record_of(DRESS_STYLES), "稿件可以用名字要的题饰", "Headline dresses, by name"),
    Field("costs", "拼版权重", record_of(COSTS), "自动拼版的权重", "Weights of the make-up"),
    Field("rules", "拼版规则", record_of(RULES), "每条拼版规则有多严", "How severe each rule of the page is"),
    Field("makeup", "拼版方式", choice({"interlocking": "穿插式", "modular": "模块式"}),
          "穿插式：稿件互相咬住，横贯全版的断版、直贯全版的通缝算毛病；模块式：版分成整块，断版、通缝不查，自动拼版也不算",
          "Interlocking: stories hold on to one another, and a line through the whole page, across (断版) or down "
          "(通缝), is a fault; modular: a page of modules, where such lines are meant: none is told or costs a plan",
          default="interlocking"),
    Field("second_centre", "第二中心", choice({"tint": "铺底", "line": "加框", "none": "不设"}),
          "一版没有图的时候，自动拼版把一篇中等的稿件铺底还是加框，作第二视觉中心；不设就都不",
          "What automatic make-up puts a story of middle weight on where a page has no picture, as its second centre",
          default="tint"),
    Field("labels", "栏题条", choice({"tab": "字长", "full": "通栏"}),
          "栏题的色条：和字一样长，后面接一条线，还是通栏；全报一个样",
          "The bar of labels: as long as its words, with a rule going on, or over the whole block; alike everywhere",
          default="tab"),
    Field("copy", "来稿", choice({"report": "只报", "mend": "改正"}),
          "来稿里的半角标点、直引号、全角数字等：只报，还是排的时候改正；稿件文件都不动",
          "What pasting leaves in copy: told, or put right as it is set; the file stays as it is", default="report"),
    Field("slips", "来稿整理", record_of(SLIPS), "来稿整理每一种有多严；不查的不报、不改",
          "How severe each kind of slip is; what is off is neither told nor put right"),
    Field("proofreading", "校对", record_of(PROOFREADING), "校对查出来的有多严",
          "How severe each finding of the proofreader is"),
))  # fmt: skip

NEEDED = (("roles", ROLES), ("headline_sizes", HEADLINE_SIZES), ("colours", COLOURS), ("lines", LINES),
          ("borders", BORDERS), ("lengths", LENGTHS))  # fmt: skip
"""Parts of a sheet of which every known entry must be there once ``daily`` is laid under it."""
