"""A list of names set in a place: its headline, its groups over legs, its notes."""

from __future__ import annotations

from paiban.galley.head import HeadCopy, HeadMaker
from paiban.galley.names import GroupNames, NameGalley
from paiban.issue import Block
from paiban.kinds.names.model import NameList
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.tabular import TableKit, place_rows
from paiban.markup import plain
from paiban.span import Text
from paiban.template import TableStyle
from paiban.text import Prepared, prepare

STYLE = TableStyle(edge="", head_rule="")
"""A list of names has no lines."""

PAIR, WIDENED = 2, 1000
"""A name of two characters has an em, in thousandths, between them: then it is as wide as one of three."""


def names_kit(block: Block, kit: PageKit) -> TableKit:
    """A list's copy prepared once."""
    own = kit.rack.copy(f"names {block.weight}", block, kit.setter, lambda: prepared_names(block, kit))
    return own._replace(legs=block.form.legs)


def prepared_names(block: Block, kit: PageKit) -> TableKit:
    """The same, prepared."""
    names: NameList = block.content
    spread = names.spread and not all(is_pair(name) for group in names.groups for name in group.names)
    groups = [
        GroupNames(
            None if group.head is None else ready(group.head, "names-head", names, kit),
            tuple(ready(name, "names", names, kit, spread=spread) for name in group.names),
        )
        for group in names.groups
    ]
    galley = NameGalley(groups, names.columns, kit.setter.length("names_gap"))
    notes = tuple(ready(note.text, "table-note", names, kit) for note in names.notes)
    heads = None
    if names.headline is not None:
        heads = HeadMaker(HeadCopy(names.kicker, names.headline, None, block.weight), kit.setter, kit.catalogue)
    return TableKit(galley, heads, None, notes, STYLE, names.vertical, None, usual=1, more="names")


def ready(copy: Text, role: str, names: NameList, kit: PageKit, *, spread: bool = False) -> Prepared:
    """Copy prepared in its role, a name of two characters as wide as one of three in a list that has longer ones."""
    style = kit.setter.style(role, vertical=names.vertical)._replace(indent=0)
    if spread and is_pair(copy):
        style = style._replace(tracking=style.tracking + WIDENED)
    return prepare(copy, style, kit.catalogue)


def is_pair(copy: Text) -> bool:
    """Whether a name is two Han and nothing else."""
    words = plain(copy.value)
    return len(words) == PAIR and all("\u3400" <= sign <= "\u9fff" or sign >= "\U00020000" for sign in words)


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a list of names."""
    return place_rows(block, names_kit(block, kit), site, kit, traits)


def data(placed: Placed) -> dict[str, object]:
    """Its headline, how many names and groups it has, and its columns in each leg."""
    names: NameList = placed.block.content
    return {
        "headline": plain(names.headline.value) if names.headline is not None else "",
        "names": sum(len(group.names) for group in names.groups),
        "groups": len(names.groups),
        "columns": len(placed.content.edges) - 1,
        "legs": len(placed.legs),
        "vertical": placed.vertical,
    }
