"""首字下沉: a story whose first character is as high as several of its lines, which stand beside it."""

from __future__ import annotations

from unicodedata import combining

from paiban.font import FontCatalogue
from paiban.galley.galley import Galley, GalleyParagraph, Initial
from paiban.galley.type import TypeSetter
from paiban.issue import Block
from paiban.kinds.story.model import Story
from paiban.markup import has_marks, parse
from paiban.text import prepare

OPENERS = frozenset("“‘「『（《〈【〔")
"""Marks that are as large as the character that they open."""


def with_initial(galley: Galley, block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """The galley with the large initial that its story asks for; as it is where the copy begins with no Han.

    A row of white stands between it and what goes before it (编者按): as high as its row, it would touch that.
    """
    story: Story = block.content
    at = next((i for i, paragraph in enumerate(galley.paragraphs) if paragraph.kind == "body"), 0)
    first = galley.paragraphs[at]
    count = opening(first.prepared.copy.value)
    if first.kind != "body" or not count:
        return galley
    colour = setter.sheet.colours.get(block.colour)
    size = (story.initial - 1) * setter.body.leading + setter.body.size
    large = setter.style("initial", size=size, vertical=story.vertical, colour=colour)
    copy = first.prepared.copy
    initial = Initial(prepare(copy, large, catalogue, end=count), story.initial)
    rest = prepare(copy, first.prepared.style._replace(indent=0, lead_in="", bullet=""), catalogue, start=count)
    opened = GalleyParagraph("body", rest, initial=initial, blank=int(at > 0))
    return Galley(galley.block, (*galley.paragraphs[:at], opened, *galley.paragraphs[at + 1 :]), galley)


def opening(copy: str) -> int:
    """How many characters of a paragraph its large initial is: a Han with the mark that opens it; 0 for none."""
    han = int(copy[:1] in OPENERS)
    count = han + 1
    while count < len(copy) and (combining(copy[count]) or "\ufe00" <= copy[count] <= "\ufe0f"):
        count += 1
    marked = has_marks(copy) and min(parse(copy).dropped, default=count) < count
    is_han = "\u4e00" <= copy[han : han + 1] <= "\u9fff" or copy[han : han + 1] > "\U0001ffff"
    return count if is_han and not marked and len(copy) > count else 0
