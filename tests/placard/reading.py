"""A placard in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from paiban.issue import Paragraph, header
from paiban.issue.kind import (
    Around,
    NamedFile,
    Reading,
    Rewriting,
    no_check,
    no_faces,
    no_form,
    no_keys,
    no_titles,
    not_filled,
)
from paiban.issue.values import A_PATH, BODY, nothing
from paiban.language import Words
from paiban.source import Field, Values, make_record
from paiban.span import Text


class Placard(NamedTuple):
    """What a placard shows and says."""

    words: Text
    file: Path
    copy: tuple[Paragraph, ...]


RECORD = make_record("placard", "招贴", "a placard", (
    header.ID,
    Field("placard", "招贴", A_PATH, "招贴的图片", "Its image", "spring.png", required=True),
    Field("copy", "文字", BODY, "图下的文字，分两栏", "The copy below it, in two legs", required=True),
    header.PLACE,
    header.LOCKED,
))  # fmt: skip


def content(values: Values, around: Around) -> Placard:
    words: Text = values["placard"] or nothing(values)
    return Placard(words, around.folder / words.value, values["copy"] or ())


def texts(placard: Placard) -> Iterator[Text | None]:
    yield from (paragraph.text for paragraph in placard.copy)


def rewritten(placard: Placard, change: Rewriting) -> Placard:
    return placard._replace(copy=tuple(paragraph.rewritten(change) for paragraph in placard.copy))


def title(placard: Placard) -> str:
    return placard.words.value


def files(placard: Placard) -> tuple[NamedFile, ...]:
    return (NamedFile(placard.words, placard.file),)


READING = Reading(
    record=RECORD,
    plural=Words("招贴", "placards"),
    sign="placard",
    endings=(".png",),
    hosts=False,
    bears=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=no_titles,
    rewritten=rewritten,
    title=title,
    files=files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    crowns=False,
    filled=not_filled,
)
