"""A story in the issue file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from paiban.issue import header
from paiban.issue.kind import Around, NamedFile, Parting, Reading, Rewriting, level_alone, not_filled
from paiban.issue.model import Block, Paragraph, Place
from paiban.issue.pool import REST
from paiban.issue.values import A_BOX, A_PATH, BODY, HEADING, SIZE_RANGE, WORDS
from paiban.kinds.story.model import Art, Story, StoryForm
from paiban.language import Words
from paiban.markup import plain
from paiban.source import Field, FileReader, Values, make_record
from paiban.source.kinds import ALONG, BOOLEAN, NAME, choice, length, listing, number
from paiban.span import Span, Text
from paiban.units import PER_PT

if TYPE_CHECKING:
    from paiban.source.quote import Value

HEADLINE_FORM = choice({"auto": "自动", "above": "横题", "partial": "串文题", "vertical": "竖题"})

COPY_ALIGN = choice({"justify": "齐行", "start": "居首", "centre": "居中", "end": "居末"}, ALONG)

CROSSHEAD_AT = choice({"above": "段上", "side": "段旁"})

END_MARK = choice({"square": "方块", "dot": "圆点"})

PARAGRAPH = number(1, 999)

PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")

BYLINE_AT = choice({"end": "文末", "head": "题下"})

RECORD = make_record("story", "稿件", "a story", (
    header.ID,
    Field("weight", "分量", number(1, 5), "5 最重，是头条；字号和位置由它来",
          "How important: 5 is the lead; sizes and positions follow from it", "5",
          default=3, near=("importance", "priority", "级别", "权重")),
    Field("kicker", "引题", HEADING, "引题（肩题）；“|”或换行是指定的断行",
          "What stands above the headline; “|” or a line end breaks it",
          "郑志明督查开发区疫情防控工作时强调——",
          near=("eyebrow", "肩题", "眉题")),
    Field("headline", "主题", HEADING, "主题；“|”或换行是指定的断行",
          "The headline; “|” or a line end breaks it",
          "奋进千亿园区　建设未来之城", filled=True,
          near=("title", "heading", "标题", "主标题", "大标题", "题目")),
    Field("deck", "副题", HEADING, "副题；“|”或换行是指定的断行",
          "What stands below the headline; “|” or a line end breaks it",
          "开发区开启“二次创业”高质量发展新征程",
          near=("subtitle", "subhead", "副标题", "子题")),
    Field("label", "栏题", WORDS, "标题上面的栏题：栏目的名字，或链接、新闻背景",
          "The label above it: a column's name, or links", "青河茶座", near=("rubric", "栏目")),
    Field("byline", "作者", listing(WORDS, most=12, single=True), "作者、记者署名；几行的写成列表",
          "Who wrote it; of several lines a list", "本报记者 ×××",
          near=("author", "writer", "署名", "记者")),
    Field("byline_at", "署名位置", BYLINE_AT, "署名排在文末，还是排在题下", "At the copy's end, or in the head",
          "head", default="end"),
    Field("note", "编者按", BODY, "正文前面的编者按，每行一段",
          "An editor's note before the copy, a paragraph each line", "编者按：河道疏浚关系两岸千家万户。",
          near=("editor's note", "按语")),
    Field("body", "正文", BODY, "正文：每行一段，“## ”开头的是小标题；不写就只排标题（通栏题）",
          "The copy: a paragraph each line, “## ” a cross-head; without it the headline stands alone (通栏题)",
          filled=True, near=("text", "content", "paragraphs", "内容", "文字")),
    Field("optional", "可删", listing(PARAGRAPH, most=100, single=True),
          "版面紧时可以不排的段：正文的第几段（小标题也算一段），自动拼版先从这些段里删",
          "The paragraphs of its copy that may go where the page is full, by their numbers (cross-heads counted):"
          " make-up takes these first",
          "[5, 6]", near=("cuttable", "可不排")),
    Field("dropped", "删去", listing(PARAGRAPH, most=100, single=True),
          "这一次不排的段，都要写在可删里；由自动拼版写，也可以自己写",
          "Those of them that are not set this time; make-up writes it, an editor may", "[6]", near=("cut", "不排")),
    Field("portrait", "作者照", A_PATH, "作者的照片，排在正文开头，文字绕着它",
          "The author's portrait at the copy's begin",
          "pictures/author.jpg"),
    Field("logo", "题标", A_PATH, "题旁边的小图：栏目的标志", "A small picture beside the head", "art/column.png",
          near=("题图",)),
    header.PLACE,
    header.SLOT,
    Field("legs", "破栏", number(1, 16), "破成几栏：占五栏破四写 4；直排的稿件写分几段，不写按栏宽分",
          "Recut its columns into so many legs; of vertical lines so many bands, by the column's width if not given",
          "4", near=("leg", "分栏")),
    Field("widths", "栏宽", listing(number(1, 24), least=2, most=16), "各栏不一样宽：每一栏占几个基本栏",
          "Legs that are not alike: how many columns each takes", "[2, 1, 1]"),
    Field("column_rule", "栏线", A_BOX, "各栏之间的线；可以写线的名字", "A line between its legs; may name it", "yes",
          default=""),
    Field("headline_form", "题式", HEADLINE_FORM, "题的样子：串文题只占三分之二栏，余下的栏升到题旁",
          "Where the headline stands; partial: above two of three legs, the others rise beside it", "vertical",
          default="auto"),
    Field("headline_face", "题字体", NAME, "主题字体", "The headline's face, a role of fonts.yaml", "hei-black",
          default=""),
    Field("headline_size", "题字号", SIZE_RANGE, "主题字号，可写范围", "The headline's size, or least-most",
          "28pt-36pt"),
    header.WITH,
    header.WRAP,
    header.WIDTH,
    header.SIDE,
    header.DRESS,
    header.COLOUR,
    header.OVER,
    Field("align", "对齐", COPY_ALIGN, "正文怎么对齐，诗也是；不写就随样式",
          "How its copy is ranged, verse too; the style sheet's way if left out", "centre", default=""),
    Field("indent", "缩进", BOOLEAN, "段首缩进", "Its paragraphs have their indent", "no", default=True),
    Field("copy_size", "正文字号", length(least=6 * PER_PT, most=36 * PER_PT), "这一篇正文的字号",
          "The size of its copy", "10.5pt", near=("size", "字号")),
    Field("copy_rows", "隔行", number(1, 3), "正文隔几行网格排一行，字大的写 2",
          "Its lines stand on every so many rows", "2", default=1),
    Field("crosshead_at", "小标题位置", CROSSHEAD_AT, "小标题在段上面，还是在段旁边",
          "Its cross-heads stand above what they head, or beside it", "side", default="above"),
    Field("end_mark", "文末符号", END_MARK, "正文最后排一个符号", "What closes its copy", "square", default=""),
    Field("initial", "首字", number(2, 4), "首字下沉占几行", "Its first character is so many lines high", "3",
          near=("drop_cap", "首字下沉")),
    header.WRITING,
    header.BOX,
    header.TINT,
    header.BORDER,
    header.APART,
    header.ELSEWHERE,
    header.PACKAGE,
    header.BEFORE,
    header.FILLER,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
    header.JUMP,
))._replace(some=("headline", "body"), none="P136")  # fmt: skip


def content(values: Values, around: Around) -> Story:
    """The story that decoded fields make; one that says nothing of its direction runs as its page does.

    Paragraphs that may not go are set, whatever it says.
    """
    body, optional = values["body"] or (), values["optional"] or ()
    may_go = optional if stays(body, optional) else ()
    return Story(
        kicker=values["kicker"],
        headline=values["headline"],
        deck=values["deck"],
        bylines=values["byline"] or (),
        body=body,
        writing=values["writing"] or around.writing,
        label=values["label"],
        align=values["align"],
        indented=values["indent"],
        initial=values["initial"] or 0,
        note=values["note"] or (),
        byline_in_head=values["byline_at"] == "head" and values["headline"] is not None,
        headline_face=values["headline_face"],
        headline_size=values["headline_size"],
        headline_face_span=values.at("headline_face") if values["headline_face"] else None,
        end_mark=values["end_mark"],
        column_rule=values["column_rule"],
        copy_size=values["copy_size"],
        copy_rows=values["copy_rows"],
        side_heads=values["crosshead_at"] == "side",
        portrait=art(values["portrait"], around),
        logo=art(values["logo"], around),
        optional=tuple(sorted({number for number in may_go if number <= len(body)})),
        dropped=tuple(sorted({n for n in values["dropped"] or () if n in may_go and n <= len(body)})),
    )


def stays(body: Sequence[Paragraph], gone: Collection[int]) -> bool:
    """Whether copy is left where some paragraphs are gone, and no 小标题 of it without what it heads."""
    kinds = [p.kind for number, p in enumerate(body, 1) if number not in gone]
    heads = [kind == "crosshead" for kind in kinds]
    return not all(heads) and not any(one and other for one, other in zip(heads, [*heads[1:], True], strict=True))


def art(words: Text | None, around: Around) -> Art | None:
    """A picture that is part of a story."""
    return None if words is None else Art(words, around.file(words))


def form(values: Values) -> StoryForm:
    """How the editor wants it set."""
    widths = values["widths"] or ()
    return StoryForm(len(widths) or values["legs"], values["headline_form"], widths)


def texts(story: Story) -> Iterator[Text | None]:
    """The copy in reading order."""
    yield from (story.label, story.kicker, story.headline, story.deck)
    if story.byline_in_head:
        yield from story.bylines
    yield from (paragraph.text for paragraph in (*story.note, *story.copy))
    if not story.byline_in_head:
        yield from story.bylines


def titles(story: Story) -> Iterator[Text]:
    """Its headline with what stands above and below it, and its cross-heads."""
    yield from (text for text in (story.label, story.kicker, story.headline, story.deck) if text is not None)
    yield from (paragraph.text for paragraph in story.copy if paragraph.kind == "crosshead")


def rewritten(story: Story, change: Rewriting) -> Story:
    """The story with other copy."""
    label, kicker, headline, deck = (
        None if text is None else change(text) for text in (story.label, story.kicker, story.headline, story.deck)
    )
    return story._replace(
        label=label,
        kicker=kicker,
        headline=headline,
        deck=deck,
        bylines=tuple(map(change, story.bylines)),
        note=tuple(paragraph.rewritten(change) for paragraph in story.note),
        body=tuple(paragraph.rewritten(change) for paragraph in story.body),
    )


def title(story: Story) -> str:
    """Its headline."""
    return plain(story.headline.value) if story.headline else ""


def files(story: Story) -> tuple[NamedFile, ...]:
    """Its pictures."""
    return tuple(NamedFile(art.words, art.file) for art in (story.portrait, story.logo) if art is not None)


def faces(story: Story) -> tuple[tuple[str, Span], ...]:
    """The face that its headline asks for."""
    return ((story.headline_face, story.headline_face_span),) if story.headline_face_span else ()


def check(block: Block, place: Place | None, values: Values, reader: FileReader) -> None:
    """It has a headline or a body; no leg is narrower than a basic column."""
    story: Story = block.content
    if block.part != REST:
        check_parts(block, reader)
        check_optional(story, values, reader)
    if story.vertical:
        form = ["headline_form"] if block.part != REST and values["headline_form"] != "auto" else []
        level_alone(RECORD, values, reader, "widths", *form)
    elif place is not None and block.form.legs is not None:
        check_legs(block.form, place, values, reader)


def check_parts(block: Block, reader: FileReader) -> None:
    """What a story may lack is told, since it may have been forgotten; 引题, 副题 and 题标 go with a 主题.

    One that stands on a picture or goes with another is meant as it is: a title in its picture, a pull quote.
    """
    story: Story = block.content
    logo = None if story.logo is None else story.logo.words
    beside = {"kicker": story.kicker, "deck": story.deck, "logo": logo}
    alone = next(((key, words) for key, words in beside.items() if words is not None), None)
    if story.headline is None and story.body and alone is not None:
        reader.report("P158", alone[1].span, own_key=Words(RECORD.keys[alone[0]].zh, alone[0]))
    elif story.headline is not None and not story.body and not block.host:
        reader.report("P137", block.span)


def check_optional(story: Story, values: Values, reader: FileReader) -> None:
    """Paragraphs that may go are there, and some stay; none goes that may not."""
    optional, dropped = values["optional"] or (), values["dropped"] or ()
    missing = next((number for number in optional if number > len(story.body)), None)
    if missing is not None:
        reader.report("P167", values.at("optional"), number=missing, count=len(story.body))
    elif optional and not story.optional:
        reader.report("P168", values.at("optional"))
    else:
        kept = next((number for number in dropped if number not in story.optional), None)
        if kept is not None:
            reader.report("P169", values.at("dropped"), number=kept)


def check_legs(wanted: StoryForm, place: Place, values: Values, reader: FileReader) -> None:
    """破栏 recuts n columns into fewer legs; more of them would be narrower than a basic column, which no page has.

    Legs that are not alike share all of the columns.
    """
    columns, span = place.rect.columns, values.at("legs")
    if wanted.widths and sum(wanted.widths) != columns:
        reader.report("P162", values.at("widths"), sum=sum(wanted.widths), columns=columns)
    elif wanted.legs is not None and wanted.legs > columns:
        reader.report("P215", span, legs=wanted.legs, columns=columns, most=columns)


def keys(before: Block, after: Block) -> dict[str, Value]:
    """What the editor has to write so that a story in its place gets the legs and the headline that it has there.

    Paragraphs that it lost on the way with them, and the ground that it got as the page's second centre.
    """
    assert after.place is not None
    was, now = before.form, after.form
    plain = after.place.rect.columns - int(now.settled == "vertical")
    if after.content.vertical:
        plain = was.legs or 0  # its bands follow from its height: what was tried is said
    found: dict[str, Value] = {}
    if (now.legs or plain) != (was.legs or plain):
        found["legs"] = now.legs or plain
    if now.settled != was.settled:
        found["headline_form"] = now.settled
    if after.box is not None and after.box != before.box:
        found["tint" if after.box.tint else "box"] = True
    if after.content.dropped != before.content.dropped:
        found["dropped"] = list(after.content.dropped)
    return found


def paragraphs(story: Story) -> int:
    """How many paragraphs it has."""
    return len(story.body)


def split(story: Story, count: int, onward: Text, back: Text) -> tuple[Story, Story]:
    """Its two parts: the first ends by saying where it goes on, as a byline would; the rest repeats the headline."""
    first = story._replace(body=story.body[:count], bylines=(onward,), end_mark="",
                           dropped=tuple(n for n in story.dropped if n <= count))  # fmt: skip
    rest = story._replace(
        optional=(), dropped=tuple(n - count for n in story.dropped if n > count),
        kicker=back, deck=None, label=None, note=(), initial=0, body=story.body[count:], headline_size=None,
        portrait=None, logo=None,
    )  # fmt: skip
    if story.byline_in_head:
        first = first._replace(body=(*first.body, Paragraph("byline", onward)), bylines=story.bylines)
        rest = rest._replace(bylines=(), byline_in_head=False)
    return first, rest


def rest_form(legs: int | None) -> Any:
    """How the second part is set."""
    return StoryForm(legs, "above")


READING = Reading(
    record=RECORD,
    plural=Words("稿件", "stories"),
    sign="",
    endings=PICTURES,
    hosts=True,
    bears=False,
    content=content,
    form=form,
    texts=texts,
    titles=titles,
    rewritten=rewritten,
    title=title,
    files=files,
    faces=faces,
    check=check,
    keys=keys,
    parting=Parting(paragraphs, split, rest_form),
    crowns=False,
    filled=not_filled,
)
