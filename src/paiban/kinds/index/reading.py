"""An index in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue import header
from paiban.issue.kind import (
    Around,
    Edition,
    NamedFile,
    Reading,
    Rewriting,
    no_check,
    no_faces,
    no_form,
    no_keys,
)
from paiban.issue.values import A_MENTION, A_PATH, LINE, PICTURE_ENDINGS, nothing
from paiban.kinds.index.model import Index, IndexEntry
from paiban.language import Words
from paiban.source import Field, FileReader, Kind, Values, make_record
from paiban.source.kinds import NAME, listing, number, record_of
from paiban.source.nearest import nearest, perhaps
from paiban.source.node import Mapping, Node
from paiban.span import Text, plain_text

ENTRY_RECORD = make_record("entry", "一条导读", "an entry of an index", (
    Field("story", "稿件", A_MENTION, "哪篇稿件（编号）；版次自动填", "The story (its id), whose page is filled in",
          "flood", default="", near=("id", "编号")),
    Field("headline", "主题", LINE, "短一些的题；不写就用稿件的主题", "A shorter headline; else the story's",
          "新堤完工", near=("title", "标题", "短题")),
    Field("page", "版次", number(1, 9999), "不在这个文件里的版，写版次和主题，代替编号",
          "Of a page that is not in this file: its number, with a headline and instead of an id", "12"),
    Field("photo", "配图", A_PATH, "这一条旁边的小图", "A small picture beside the entry", "pictures/flood.jpg",
          near=("image", "picture", "图片")),
))  # fmt: skip


def _entry(node: Node, reader: FileReader) -> Any:
    """An entry by its fields, or one that is nothing but an id."""
    if isinstance(node, Mapping):
        return RECORD_OF_ENTRY.decode(node, reader)
    name = NAME.decode(node, reader)
    return IndexEntry(name, node.span) if name else None


def _of_fields(values: Values, reader: FileReader) -> Any:
    """An entry of a story by its id, or by its headline and page where it stands in no file of ours."""
    story, headline, page = values["story"], values["headline"], values["page"]
    if values.given("story") == values.given("page") or (values.given("page") and not values.given("headline")):
        reader.report("P538", values.span)
        return None
    if not story and not (headline and page):
        return None
    return IndexEntry(story, values.at("story"), headline, None, page or 0, values["photo"])


RECORD_OF_ENTRY = record_of(ENTRY_RECORD, _of_fields)
AN_ENTRY = Kind("一个编号，或编号和短题", "an id, or an id and a shorter headline", _entry,
                {"anyOf": [NAME.schema, RECORD_OF_ENTRY.schema]}, RECORD_OF_ENTRY.records, is_id=True)  # fmt: skip

RECORD = make_record("index", "导读", "an index", (
    header.ID,
    Field("index", "导读", LINE, "整块的题", "Its label", "今日导读", required=True, near=("contents", "目录")),
    Field("items", "条目", listing(AN_ENTRY, most=60), "导读的稿件，写编号就行，版次自动填",
          "The stories by their ids; the pages are filled in", "[flood, {story: school, headline: 新校舍启用}]",
          required=True, near=("entries", "stories")),
    Field("photo", "配图", A_PATH, "排在条目上面的图", "A picture over the entries", "pictures/flood.jpg",
          near=("image",)),
    Field("legs", "破栏", number(1, 16), "排成几栏；不写就随占的栏",
          "In how many legs; else as many as its columns", "2"),
    Field("weight", "分量", number(1, 5), "分量", "How important", "1", default=1),
    header.WRITING,
    header.PLACE,
    header.SLOT,
    header.BOX,
    header.TINT,
    header.BORDER,
    header.FILLER,
    header.LOCKED,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> Index:
    """The index that decoded fields make."""
    photo: Text | None = values["photo"]
    file = None if photo is None else around.file(photo)
    entries = (
        entry if entry.photo is None else entry._replace(file=around.file(entry.photo))
        for entry in values["items"] or ()
    )
    writing = values["writing"] or around.writing
    return Index(values["index"] or nothing(values), photo, file, tuple(entries), values["legs"], writing)


def filled(index: Index, edition: Edition) -> tuple[Index, tuple[Diagnostic, ...]]:
    """The index with the page and the words of each entry; an id that no story has is told."""
    found: list[Diagnostic] = []
    entries = []
    for entry in index.entries:
        if not entry.story:
            entries.append(entry._replace(says=entry.headline))
            continue
        mention = edition.mentions.get(entry.story)
        if mention is None:
            found.append(unknown_story(entry, edition))
        elif entry.headline is None and not mention.title:
            found.append(diagnose("P536", entry.span, id=entry.story))
        elif mention.page:
            entries.append(entry._replace(says=entry.headline or plain_text(mention.title), page=mention.page))
    return index._replace(entries=tuple(entries)), tuple(found)


def unknown_story(entry: IndexEntry, edition: Edition) -> Diagnostic:
    """What to say of an entry whose id no block of the issue has; those that head copy are offered."""
    heads = [b for page in edition.issue.pages for b in page.blocks if not isinstance(b.content, Index)]
    mentions = edition.mentions  # without the later parts of what jumps
    ids = [block.id for block in heads if block.id in mentions and mentions[block.id].title]
    known = ", ".join(ids)
    remedy = Words(f"可以用的编号：{known}", f"ids that there are: {known}")
    if not ids:
        remedy = Words("给那篇稿件写上这个编号", "give the story that is meant this id")
    return diagnose("P535", entry.span, id=entry.story, perhaps=perhaps(nearest(entry.story, ids)), remedy=remedy)


def texts(index: Index) -> Iterator[Text | None]:
    """Its label and the headlines of its own; those of stories stand with the stories."""
    yield index.label
    yield from (entry.headline for entry in index.entries)


def titles(index: Index) -> Iterator[Text]:
    """All of it heads copy, here or elsewhere."""
    yield from (text for text in texts(index) if text is not None)


def rewritten(index: Index, change: Rewriting) -> Index:
    """The index with other words of its own."""
    entries = (e._replace(headline=None if e.headline is None else change(e.headline)) for e in index.entries)
    return index._replace(label=change(index.label), entries=tuple(entries))


def title(index: Index) -> str:
    """Its label."""
    return index.label.value


def files(index: Index) -> tuple[NamedFile, ...]:
    """Its picture, and those of its entries."""
    named = ((index.picture, index.file), *((entry.photo, entry.file) for entry in index.entries))
    return tuple(NamedFile(words, file) for words, file in named if words is not None and file is not None)


READING = Reading(
    record=RECORD,
    plural=Words("导读", "indexes"),
    sign="index",
    endings=PICTURE_ENDINGS,
    hosts=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=titles,
    rewritten=rewritten,
    title=title,
    files=files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    bears=False,
    crowns=False,
    filled=filled,
)
