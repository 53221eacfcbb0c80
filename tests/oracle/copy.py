"""What stands in a file, and what stands on a page: both read without any of the code that is checked.

The file is plain YAML, walked by a list of keys of its own; the page is what a PDF reader copies out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

PAGE_KEYS = ("section", "版名")
"""What of a page is printed as it stands."""

STORY_KEYS = (
    "kicker", "引题", "headline", "主题", "deck", "副题", "body", "正文", "byline", "作者", "label", "栏题",
    "briefs", "简讯", "caption", "图说", "credit", "图源",
)  # fmt: skip
"""What of a block is."""

CREDITS, STORIES, PAGES = ("credits", "版务"), ("stories", "稿件"), ("pages", "版面")

RUBY = re.compile(r"\{([^{}|\n]+)\|([^{}|\n]+)\}")
SIGNS = re.compile(r"\*\*|\^\^|__|~~|\|\||^##\s*|(?<!\|)\|(?!\|)", re.MULTILINE)
"""The signs of markup, which are not printed: pairs around a stretch, a cross-head's ``##``, a headline's ``|``."""

WEEKDAYS = "一二三四五六日"


class Copy(NamedTuple):
    """A piece of copy without blanks and signs, and the readings that stand beside it."""

    words: str
    beside: tuple[str, ...]


def copy_of(text: str) -> list[Copy]:
    """Every piece of copy in an issue's text: a paragraph, a headline, a name."""
    issue = yaml.load(text, yaml.BaseLoader)
    pages = next((issue[key] for key in PAGES if isinstance(issue.get(key), list)), [issue])
    return [piece for page in pages for words in _page_words(page) for piece in _pieces(words)]


def _page_words(page: dict[str, Any]) -> Iterator[str]:
    for key, value in page.items():
        if key in PAGE_KEYS:
            yield value
        elif key in CREDITS:
            yield from (part for pair in value.items() for part in pair)
        elif key in STORIES:
            for block in value:
                yield from _block_words(block)


def _block_words(block: dict[str, Any]) -> Iterator[str]:
    for key, value in block.items():
        if key in STORY_KEYS:
            yield from (value if isinstance(value, list) else [value])


def _pieces(words: str) -> Iterator[Copy]:
    for line in words.split("\n"):
        plain = solid(SIGNS.sub("", RUBY.sub(r"\1", line)))
        if plain:
            yield Copy(plain, tuple(solid(reading) for _, reading in RUBY.findall(line)))


def solid(words: str) -> str:
    """Words without blanks: a break or a gap stands where some of them were."""
    return "".join(words.split())


class Reading(NamedTuple):
    """How a page compares with its copy: pieces that are not on it, and what is on it beyond them."""

    missing: tuple[str, ...]
    beyond: str


def read_against(page: str, pieces: list[Copy]) -> Reading:
    """Take every piece of copy out of what was read from a page, the longest first; each may be taken once.

    Readings beside a line come after it, in the middle of their paragraph: they go first and leave no trace.
    """
    left, missing = solid(page), []
    for reading in sorted((reading for piece in pieces for reading in piece.beside), key=len, reverse=True):
        missing += [] if reading in left else [reading]
        left = left.replace(reading, "", 1)
    for words in sorted((piece.words for piece in pieces), key=len, reverse=True):
        missing += [] if words in left else [words]
        left = left.replace(words, "\0", 1)
    return Reading(tuple(missing), left.replace("\0", ""))
