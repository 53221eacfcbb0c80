"""What a make-up says of an issue's blocks, in the words of the issue file."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.diagnostic import Diagnostic
from paiban.engine.bodies import AUTO
from paiban.issue import Block, Issue, Place, Story
from paiban.issue.spread import REST
from paiban.issue.write_back import write_back
from paiban.source.quote import Value

Keys = dict[str, Value]


def written_text(text: str, before: Issue, after: Issue) -> str | Diagnostic:
    """The issue file with what a make-up found put in: bodies, pages, places, legs, forms, jumps; or why not."""
    made = {block.id: (block, page.number) for page in after.pages for block in page.blocks}
    blocks = [before.spread.blocks] if before.spread else [page.blocks for page in before.pages]
    changes = [[block_keys(block, made, before, after) for block in page if not is_rest(block)] for page in blocks]
    pairs = zip(before.pages, after.pages, strict=True)
    bodies: list[Keys] = [{"body": new.body} if old.body == AUTO else {} for old, new in pairs]
    return write_back(text, changes, bodies[: len(changes)])


def is_rest(block: Block) -> bool:
    """Whether a block is the second part of a story, which its story's own entry speaks of."""
    return isinstance(block, Story) and block.part == REST


def block_keys(block: Block, made: Mapping[str, tuple[Block, int]], before: Issue, after: Issue) -> Keys:
    """The keys that say where a make-up put a block."""
    if block.id not in made:
        return {}
    placed, page = made[block.id]
    keys: Keys = {}
    if before.spread and block.page is None:
        keys["page"] = page
    keys |= place_keys(block, placed)
    whole = whole_story(block, after)
    if whole is not None and whole.jump is not None:
        rest = next((b for b, _ in made.values() if is_rest(b) and b.id.startswith(f"{block.id}.")), None)
        keys |= jump_keys(block, whole, rest)
    return keys


def whole_story(block: Block, after: Issue) -> Story | None:
    """The story that a block was made up as, with the jump that it got."""
    blocks = after.spread.blocks if after.spread else (block,)
    return next((b for b in blocks if isinstance(b, Story) and b.id == block.id), None)


def place_keys(before: Block, after: Block) -> Keys:
    """The keys that give a block the place and form that were found for it; none for what stays as it was."""
    if after.place is None or before.slot:
        return {}
    keys: Keys = {} if same_place(before.place, after.place) else {"place": place_words(after.place)}
    if isinstance(after, Story) and isinstance(before, Story):
        was, form = (("above" if s.headline_form == "auto" else s.headline_form) for s in (before, after))
        plain = after.place.rect.columns - int(form == "vertical")
        if (after.legs or plain) != (before.legs or plain):
            keys["legs"] = after.legs or plain
        if form != was:
            keys["headline_form"] = form
    return keys


def same_place(one: Place | None, other: Place) -> bool:
    """Whether two places are the same, wherever they were written."""
    return one is not None and one.rect == other.rect


def place_words(place: Place) -> Keys:
    """A place as an editor writes it."""
    rect = place.rect
    columns, rows = (rect.first_column, rect.last_column), (rect.first_row, rect.last_row)
    return {"columns": span_words(*columns), "rows": span_words(*rows)}


def span_words(first: int, last: int) -> int | str:
    """A range as an editor writes it."""
    return first if first == last else f"{first}-{last}"


def jump_keys(before: Block, whole: Story, rest: Block | None) -> Keys:
    """下转 with the place of the second part; none where the file says so already."""
    assert whole.jump is not None
    words: Keys = {"page": whole.jump.page, "paragraph": whole.jump.paragraph}
    place = rest.place if rest is not None else None
    if place is not None and isinstance(rest, Story):
        words["place"] = place_words(place)
        plain = place.rect.columns
        if rest.legs is not None and rest.legs != plain:
            words["legs"] = rest.legs
    old = before.jump if isinstance(before, Story) else None
    settled = old is not None and (place is None or same_place(old.place, place))
    return {} if settled else {"jump": words}
