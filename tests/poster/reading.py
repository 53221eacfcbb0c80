"""A poster in the issue file."""

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


class Poster(NamedTuple):
    """What a poster shows and says."""

    words: Text
    file: Path
    copy: tuple[Paragraph, ...]


RECORD = make_record("poster", "海报", "a poster", (
    header.ID,
    Field("poster", "海报", A_PATH, "海报的图片", "Its image", "spring.png", required=True),
    Field("copy", "文字", BODY, "图下的文字，分两栏", "The copy below it, in two legs", required=True),
    header.PLACE,
    header.LOCKED,
))  # fmt: skip


def content(values: Values, around: Around) -> Poster:
    words: Text = values["poster"] or nothing(values)
    return Poster(words, around.folder / words.value, values["copy"] or ())


def texts(poster: Poster) -> Iterator[Text | None]:
    yield from (paragraph.text for paragraph in poster.copy)


def rewritten(poster: Poster, change: Rewriting) -> Poster:
    return poster._replace(copy=tuple(paragraph.rewritten(change) for paragraph in poster.copy))


def title(poster: Poster) -> str:
    return poster.words.value


def files(poster: Poster) -> tuple[NamedFile, ...]:
    return (NamedFile(poster.words, poster.file),)


READING = Reading(
    record=RECORD,
    plural=Words("海报", "posters"),
    sign="poster",
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
