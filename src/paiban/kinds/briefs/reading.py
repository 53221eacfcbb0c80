"""Briefs in the issue file."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue import header
from paiban.issue.kind import (
    Around,
    Reading,
    Rewriting,
    no_check,
    no_faces,
    no_files,
    no_form,
    no_keys,
    no_title,
    not_filled,
)
from paiban.issue.values import BODY, WORDS
from paiban.kinds.briefs.model import Briefs
from paiban.language import Words
from paiban.source import Field, Values, make_record
from paiban.source.kinds import choice, number
from paiban.span import Text

MARK = choice({"diamond": "菱形", "square": "方框", "block": "方块", "dot": "圆点", "number": "数字", "circled": "圈码",
               "none": "无"})  # fmt: skip

RECORD = make_record("briefs", "简讯", "briefs", (
    header.ID,
    Field("briefs", "简讯", BODY, "简讯，每条一段；◆ 自动加，自己打了 ◆ ■ ① 的不再加",
          "Short items, one a paragraph; the engine adds the ◆ where none was typed",
          required=True, near=("brief", "items")),
    Field("label", "栏题", WORDS, "栏题", "The rail's label", "简讯", near=("title", "headline", "标题")),
    Field("mark", "条首", MARK, "每条前面排什么：◆、□、■、●、1.、①，或什么也不排",
          "What each item begins with", "circled", default="diamond", near=("bullet", "符号", "序号")),
    Field("weight", "分量", number(1, 5), "分量", "How important", "1", default=1),
    header.WRITING,
    header.PLACE,
    header.SLOT,
    header.BOX,
    header.TINT,
    header.BORDER,
    header.COLOUR,
    header.OVER,
    header.PACKAGE,
    header.FILLER,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> Briefs:
    """The rail that decoded fields make."""
    return Briefs(values["label"], values["briefs"] or (), values["mark"], values["writing"] or around.writing)


def texts(briefs: Briefs) -> Iterator[Text | None]:
    """The copy in reading order."""
    yield briefs.label
    yield from (item.text for item in briefs.items)


def titles(briefs: Briefs) -> Iterator[Text]:
    """Its label."""
    yield from () if briefs.label is None else (briefs.label,)


def rewritten(briefs: Briefs, change: Rewriting) -> Briefs:
    """The rail with other copy."""
    label = None if briefs.label is None else change(briefs.label)
    return briefs._replace(label=label, items=tuple(item.rewritten(change) for item in briefs.items))


READING = Reading(
    record=RECORD,
    plural=Words("简讯", "briefs"),
    sign="briefs",
    endings=(),
    hosts=False,
    bears=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=titles,
    rewritten=rewritten,
    title=no_title,
    files=no_files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    crowns=False,
    filled=not_filled,
)
