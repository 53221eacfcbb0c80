"""Stretches of a body in a paragraph style (段落样式): from a line ``::: 诗`` to a line ``:::``.

A line of such a stretch is a paragraph as any other; its style says which. In a poem blank lines part its stanzas and
the white before a line is kept; a list has its signs and numbers from the engine where the editor typed none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paiban.issue.model import Paragraph
from paiban.language import Words
from paiban.source.copy import part_of
from paiban.source.field import FileReader
from paiban.source.nearest import nearest
from paiban.span import Text
from paiban.value import NamedTuple

FENCE = re.compile(r"[ \t\u3000]*(?::::+|：：：+)[ \t\u3000]*(?P<words>[^\n]*?)[ \t\u3000]*")
"""A line that opens or ends a stretch."""


class ParagraphStyle(NamedTuple):
    """A style by its two names."""

    key: str
    zh: str
    doc_zh: str
    doc_en: str


STYLES = (
    ParagraphStyle("poem", "诗", "每行一句，空行分节，行首的空格保留；整首居中", "A line each, stanzas parted by blank "
                   "lines, white before a line kept; the poem in the middle of its leg"),
    ParagraphStyle("quotation", "引文", "成段的引文，比正文缩进", "A block quotation, indented"),
    ParagraphStyle("list", "列表", "每行一项，没有符号的自动加，行首的“- ”“* ”换成符号；转行齐文字",
                   "A list: an item a line, with a sign where none or “- ” or “* ” was typed, turned lines hung"),
    ParagraphStyle("numbered", "编号列表", "每行一项，没有号码的自动编号；转行齐文字", "The same with numbers"),
    ParagraphStyle("qa", "问答", "“问”开头的是问，其余是答", "Questions begin with 问 or Q; the rest are answers"),
    ParagraphStyle("dialogue", "对话", "冒号以前是说话的人", "Who speaks stands before a colon"),
    ParagraphStyle("letter", "信", "第一行是称呼，顶格", "A letter: its first line, the salutation, is not indented"),
    ParagraphStyle("flush", "顶格", "不缩进的段落", "Paragraphs without an indent"),
    ParagraphStyle("signature", "落款", "署名、单位、日期，每行一项，靠末排在一起", "Name, office, date: a line each, "
                   "ranged right and kept together"),
)  # fmt: skip
"""In the order of the documentation."""

ALIGNED = {"居首": "start", "start": "start", "居中": "centre", "centre": "centre", "居末": "end", "end": "end"}
"""What may follow a style's name, beside a number of rows."""

NAMES = {name: style.key for style in STYLES for name in (style.zh, style.key)}

_ROWS = re.compile("[1-9]行?")
"""How many rows are left blank before a stretch: for a stamp, a photo that is pasted in."""

_QUESTION = re.compile(r"(?:问|[Qq]|记者)\d*[：:、.．]?")

LABEL = re.compile(
    r"(?:[（(](?:\d{1,3}|[一二三四五六七八九十]{1,4})[)）]|(?:\d{1,3}|[一二三四五六七八九十]{1,4})[、．.](?!\d)"
    r"|[①-⑳⑴-⒇]|[•·●■◆▲□○◇※])[ \t\u3000]*"
)
"""The sign or the number that an item begins with."""

BULLET = "●"

_MARKUP = re.compile(r"[-*+][ \t\u3000]+(?=\S)")
"""What stands for the sign of an item in plain text."""

MOST_INDENT = 6
"""No line of a poem is set in by more em: a leg of a few characters has to hold it."""


class Stretch:
    """The reader of a body with stretches: in which style it is, and how far it has come in it."""

    def __init__(self, reader: FileReader) -> None:
        self.reader = reader
        self.style = ""
        self.align = ""
        self.count = self.white = 0

    def fence(self, line: Text, words: str) -> None:
        """A line that opens a stretch or ends one; words that name no style are told."""
        name, *asked = words.replace("\u3000", " ").split() or [""]
        rows = next((word for word in asked if _ROWS.fullmatch(word)), "")
        align = next((word for word in asked if word is not rows), "")
        was, self.style, self.align, self.count, self.white = self.style, "", "", 0, 0
        if not words:
            if not was:
                self.reader.report("P287", line.span)
            return
        if name not in NAMES or (align and align not in ALIGNED):
            known = Words("、".join(style.zh for style in STYLES), ", ".join(style.key for style in STYLES))
            wrong, among = (name, [*NAMES]) if name not in NAMES else (align, [*ALIGNED])
            guess = next((name for name in among if name in wrong), "") or nearest(wrong, among) or among[0]
            self.reader.report("P286", line.span, name=wrong, guess=guess, known=known)
            self.style = "body"
            return
        self.style, self.align = NAMES[name], ALIGNED.get(align, "")
        self.white = int(rows.rstrip("行")) if rows else 0

    def paragraphs(self, line: Text) -> Iterator[Paragraph]:
        """A line of a stretch as its paragraph; a blank one parts the stanzas of a poem and is nothing elsewhere."""
        words = line.value.strip(" \t\u3000")
        if not words:
            if self.count:
                self.white = int(self.style == "poem")
            return
        start = line.value.index(words)
        marked = _MARKUP.match(words) if self.style in ("list", "numbered") else None
        if marked:
            start, words = start + marked.end(), words[marked.end() :]
        indent = white_em(line.value[:start]) if self.style == "poem" else 0
        text = part_of(line, start, start + len(words))
        self.count += 1
        yield Paragraph(
            self.kind(words), text, align=self.align, indent=indent, white=self.white, prefix=self.prefix(words),
            label=label_of(words) if self.style in ("list", "numbered") else 0, first=self.count == 1,
        )  # fmt: skip
        self.white = 0

    def kind(self, words: str) -> str:
        """The role of a paragraph in a stretch."""
        if self.style == "qa":
            return "question" if _QUESTION.match(words) else "answer"
        if self.style == "letter":
            return "salutation" if self.count == 1 else "body"
        return {"list": "item", "numbered": "item", "flush": "salutation"}.get(self.style, self.style)

    def prefix(self, words: str) -> str:
        """The sign or the number that the engine sets before an item that has none."""
        if self.style not in ("list", "numbered") or LABEL.match(words):
            return ""
        return BULLET if self.style == "list" else f"{self.count}．"


def label_of(words: str) -> int:
    """How many characters of an item are its sign or its number."""
    found = LABEL.match(words)
    return found.end() if found else 0


def white_em(white: str) -> int:
    """How far white before a line sets it in, in whole em: a full-width space is one, two others are."""
    return min(sum(2 if sign == "\u3000" else 1 for sign in white) // 2, MOST_INDENT)


def whole_lines(copy: Text) -> Iterator[Text]:
    """Every line of copy with the white before it, blank ones too."""
    start = 0
    for part in copy.value.split("\n"):
        yield part_of(copy, start, start + len(part))
        start += len(part) + 1
