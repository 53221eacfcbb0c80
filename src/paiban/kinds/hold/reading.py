"""Room held open in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern
from typing import Any

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
    no_titles,
    not_filled,
)
from paiban.issue.values import LINE, WORDS, nothing
from paiban.kinds.hold.model import Hold
from paiban.language import Words
from paiban.source import Field, FileReader, Values, make_record
from paiban.source.kinds import scalar_kind
from paiban.source.node import Scalar
from paiban.span import Text

MOST_LINES = 999

_LINES = pattern(r"([1-9][0-9]{0,2})\s*(?:行|lines?)?")


def _held(node: Scalar, reader: FileReader) -> Any:
    text: Text = LINE.decode(node, reader)
    found = _LINES.fullmatch(text.value.strip())
    if found is None:
        reader.report("P140", node.span, value=node.value.strip(), wanted=Words(HELD.zh, HELD.en))
        return None
    return text, int(found[1])


HELD = scalar_kind(
    f"1 到 {MOST_LINES} 行", f"1 to {MOST_LINES} lines", _held,
    {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST_LINES},
               {"type": "string", "pattern": "^ *[1-9][0-9]{0,2} *(行|lines?)? *$"}]},
)._replace(is_copy=True)  # fmt: skip

RECORD = make_record("hold", "留位", "room for a late story", (
    header.ID,
    Field("hold", "留位", HELD, "给晚到的稿件留多少行：一栏宽的行数，题也算在里面；稿件没到不能付印",
          "For a late story so many lines of one column, its head among them; nothing goes to press while it waits",
          "30 行", required=True, near=("reserve", "留空", "留版")),
    Field("slug", "稿名", WORDS, "等的是哪一篇", "Which story is waited for", "省运会闭幕", near=("for", "等")),
    header.APART,
    header.ELSEWHERE,
    header.FILLER,
    header.PLACE,
    header.SLOT,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, _around: Around) -> Hold:
    """The room that decoded fields ask for."""
    words, lines = values["hold"] or (nothing(values), 1)
    return Hold(words, lines, values["slug"])


def texts(hold: Hold) -> Iterator[Text | None]:
    """What stands in it until the story comes."""
    yield hold.words
    yield hold.slug


def rewritten(hold: Hold, change: Rewriting) -> Hold:
    """The same room in other words."""
    return hold._replace(words=change(hold.words), slug=None if hold.slug is None else change(hold.slug))


def title(hold: Hold) -> str:
    """What is waited for."""
    return hold.slug.value if hold.slug is not None else f"留位 {hold.lines} 行"


READING = Reading(
    record=RECORD,
    plural=Words("留位", "rooms for late stories"),
    sign="hold",
    endings=(),
    hosts=False,
    bears=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=no_titles,
    rewritten=rewritten,
    title=title,
    files=no_files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    crowns=False,
    filled=not_filled,
)
