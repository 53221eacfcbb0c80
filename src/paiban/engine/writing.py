"""What a make-up says of an issue's blocks, in the words of the issue file."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.diagnostic import Diagnostic
from paiban.issue import Block, Issue, Jump, Place, Readings
from paiban.issue.pool import REST
from paiban.issue.write_back import write_back
from paiban.source.quote import Value
from paiban.value import NamedTuple

KeyValues = dict[str, Value | None]


def written_text(text: str, before: Issue, after: Issue, readings: Readings) -> str | Diagnostic:
    """The issue file with what a make-up found put in: bodies, pages, places, forms, jumps; or why not."""
    writing = Writing(before, after, readings, {b.id: (b, page.number) for page in after.pages for b in page.blocks})
    blocks = [before.pool.blocks] if before.pool else [page.blocks for page in before.pages]
    changes = [[writing.block_keys(block) for block in page if block.part != REST] for page in blocks]
    pairs = zip(before.pages, after.pages, strict=True)
    bodies: list[KeyValues] = [{"body": new.body} if old.body != new.body else {} for old, new in pairs]
    return write_back(text, readings, changes, bodies[: len(changes)])


class Writing(NamedTuple):
    """An issue before and after a make-up; ``made`` has every block with its page by the block's id."""

    before: Issue
    after: Issue
    readings: Readings
    made: Mapping[str, tuple[Block, int]]

    def block_keys(self, block: Block) -> KeyValues:
        """The keys that say where a make-up put a block."""
        if block.id not in self.made:
            return {}
        placed, page = self.made[block.id]
        keys: KeyValues = {}
        if self.before.pool and block.page is None:
            keys["page"] = page
        keys |= self.place_keys(block, placed)
        jump = self.jump_of(block)
        if jump is not None:
            keys |= self.jump_keys(block, jump)
        return keys

    def place_keys(self, before: Block, after: Block) -> KeyValues:
        """The keys that give a block the place and form that were found for it; none for what stays as it was.

        A block that had a place and was left out has none any more: another may stand there now.
        """
        if before.slot:
            return {}
        if after.place is None:
            return {} if before.place is None else {"place": None}
        keys: KeyValues = {} if same_place(before.place, after.place) else {"place": place_words(after.place)}
        return {**keys, **self.readings[after.kind].keys(before, after)}

    def jump_of(self, block: Block) -> Jump | None:
        """The jump that a block was made up with."""
        blocks = self.after.pool.blocks if self.after.pool else (block,)
        return next((b.jump for b in blocks if b.id == block.id), None)

    def jump_keys(self, before: Block, jump: Jump) -> KeyValues:
        """下转 with the place and form of the second part; none where the file says so already."""
        words: KeyValues = {"page": jump.page, "paragraph": jump.paragraph}
        parts = (b for b, _ in self.made.values() if b.part == REST and b.id.startswith(f"{before.id}."))
        rest, parting = next(parts, None), self.readings[before.kind].parting
        place = rest.place if rest is not None else None
        if rest is not None and place is not None and parting is not None:
            keys = self.readings[before.kind].keys(rest._replace(form=parting.form(None)), rest)
            words |= {"place": place_words(place), **keys}
        old = before.jump
        settled = old is not None and (place is None or same_place(old.place, place))
        return {} if settled else {"jump": words}


def same_place(one: Place | None, other: Place) -> bool:
    """Whether two places are the same, wherever they were written."""
    return one is not None and one.rect == other.rect


def place_words(place: Place) -> KeyValues:
    """A place as an editor writes it."""
    rect = place.rect
    columns, rows = (rect.first_column, rect.last_column), (rect.first_row, rect.last_row)
    return {"columns": span_words(*columns), "rows": span_words(*rows)}


def span_words(first: int, last: int) -> int | str:
    """A range as an editor writes it."""
    return first if first == last else f"{first}-{last}"
