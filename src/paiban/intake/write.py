"""Articles as an issue file, as an editor would type it: a key a line, copy under ``|``, no more than is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.intake.model import Article, Grid, Shot
from paiban.issue.table import ISSUE_FIELDS, LOOK_FIELDS, PAGE_NAME_FIELDS, POOL_FIELDS
from paiban.kinds.advert.reading import RECORD as ADVERT
from paiban.kinds.briefs.reading import RECORD as BRIEFS
from paiban.kinds.picture.reading import RECORD as PICTURE
from paiban.kinds.story.reading import RECORD as STORY
from paiban.kinds.table.reading import RECORD as TABLE
from paiban.source.quote import Value, block_words
from paiban.value import NamedTuple

STORIES = ("stories", "稿件")
IN_HEAD = ("head", "题下")
"""Where a byline stands that was in the head, in English and in Chinese."""

KEYS: Mapping[str, str] = {
    field.key: field.zh
    for fields in (
        ISSUE_FIELDS,
        PAGE_NAME_FIELDS,
        POOL_FIELDS,
        LOOK_FIELDS,
        *(r.fields for r in (STORY, BRIEFS, PICTURE, ADVERT, TABLE)),
    )
    for field in fields
}
"""The Chinese name of every key."""

Block = Mapping[str, Value]


class Named(NamedTuple):
    """A picture of an article and the file that it is in, from the issue's folder."""

    shot: Shot
    file: str


class Entry(NamedTuple):
    """An article as it is to be written: its pictures by file, its id where a picture belongs to it."""

    article: Article
    pictures: tuple[Named, ...]
    id: str = ""
    advert: str = ""


def blocks_of(entries: Sequence[Entry], chinese: bool) -> tuple[Block, ...]:
    """The blocks of articles in their order; ``chinese``: words that are chosen from a list are Chinese."""
    return tuple(block for entry in entries for block in _blocks(entry, chinese))


def issue_yaml(top: Block, blocks: Sequence[Block], chinese: bool) -> str:
    """The text of an issue file: the keys of ``top``, then the blocks, a blank line between them."""
    lines = [f"{_key(key, chinese)}:{block_words(value, 2)}" for key, value in top.items()]
    words = [_block_words(block, chinese) for block in blocks]
    return "\n".join([*lines, "", f"{STORIES[chinese]}:", "\n\n".join(words)]) + "\n"


def _block_words(block: Block, chinese: bool) -> str:
    return "  - " + "\n    ".join([f"{_key(key, chinese)}:{_value_words(value)}" for key, value in block.items()])


def _value_words(value: Value) -> str:
    """A value after its key; the items of a list stand on lines of their own."""
    if isinstance(value, list):
        return "".join([f"\n      -{block_words(item, 8)}" for item in value])
    return block_words(value, 6).rstrip("\n")


def _key(key: str, chinese: bool) -> str:
    return KEYS[key] if chinese else key


def _blocks(entry: Entry, chinese: bool) -> Iterator[Block]:
    """The blocks of an article: itself, then its tables and its pictures."""
    article = entry.article
    if entry.advert:
        yield {"advert": entry.advert}
    elif article.is_briefs:
        label: Block = {"label": article.headline} if article.headline else {}
        yield {**label, "briefs": [line.text for line in article.lines]}
    elif article.lines:
        yield _story(entry, chinese)
    for index, grid in enumerate(article.tables):
        yield _table(grid, entry, heads=not article.lines and not index)
    for named in entry.pictures:
        said = {"caption": named.shot.caption, "credit": named.shot.credit, "with": entry.id}
        yield {"picture": named.file, **{key: value for key, value in said.items() if value}}


def _table(grid: Grid, entry: Entry, *, heads: bool) -> Block:
    """A table, with the head of an article that has no other copy."""
    article = entry.article
    words = (article.kicker, article.headline, article.deck, article.byline)
    headline = "　".join(filter(None, words)) if heads else ""
    rows = "".join(f"|{'|'.join(row)}|\n" for row in grid.rows)
    said = {"headline": headline, "with": entry.id}
    headless: Block = {"heads": 0} if len(grid.rows) == 1 else {}
    return {"table": rows, **{key: value for key, value in said.items() if value}, **headless}


def _story(entry: Entry, chinese: bool) -> Block:
    article = entry.article
    head = {"kicker": article.kicker, "headline": article.headline, "deck": article.deck, "byline": article.byline}
    begin: dict[str, Value] = {"id": entry.id} if entry.id else {}
    boxed: Block = {"box": True} if article.boxed else {}
    body = "".join(f"{'## ' if line.kind == 'crosshead' else ''}{line.text}\n" for line in article.lines)
    section: Block = {"section": article.section} if article.section else {}
    parts = {key: value for key, value in head.items() if value}
    place: Block = {"byline_at": IN_HEAD[chinese]} if article.byline and article.byline_in_head else {}
    return {**begin, **section, "weight": article.weight, **parts, **place, **boxed, "body": body}
