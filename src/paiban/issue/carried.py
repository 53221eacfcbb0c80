"""What a page needs of its issue and of its paper, carried along where it goes into another issue.

All is compared as it is written: what both say alike needs nothing, what the other lacks is carried, and what it says
otherwise itself stays its own and is told where the page looks or reads otherwise for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.diagnostic import Diagnostic
from paiban.issue.edit import Address, KeyNames, Operation, Set, Unset, edited
from paiban.issue.table import ISSUE_FIELDS, LOOK_FIELDS
from paiban.source.outline import Outline, outline
from paiban.source.quote import Value
from paiban.value import NamedTuple

KNOWN = {spelling: field.key for field in (*ISSUE_FIELDS, *LOOK_FIELDS) for spelling in field[:2]}

IN_CHINESE = {field.key: field.zh for field in (*ISSUE_FIELDS, *LOOK_FIELDS)}
"""What those keys are called in Chinese, by their English names."""

OF_A_PLATE = ("registration", "price", "web", "weather", "issue_no", "first_issue")
"""What a nameplate says of its issue."""

OF_THE_DAY = frozenset({"weather", "issue_no"})
"""What another issue may well say otherwise."""

OF_ITS_PAGES = "page_total"
"""What an issue of other pages counts anew."""

ALWAYS = ("paper",)
"""What the running head of every page says."""

OF_THE_WHOLE = ("style", "press")
"""What an issue has once for all its pages."""


class Said(NamedTuple):
    """What the file of an issue says itself at its top, and what the file of its paper says, by English keys."""

    own: Mapping[str, Value]
    paper: Mapping[str, Value]

    @property
    def all(self) -> Mapping[str, Value]:
        """What holds for the issue."""
        return {**self.paper, **self.own}

    def items(self, key: str) -> list[Value]:
        """The items that both list together."""
        return [item for part in (self.paper, self.own) for item in _listed(part.get(key))]

    def drawings(self) -> Mapping[str, Value]:
        """The characters that both draw."""
        return {**_grouped(self.paper.get("glyphs")), **_grouped(self.own.get("glyphs"))}


class Difference(NamedTuple):
    """What was not carried: a key, what the page had by it, and what it has where it is now, ``""`` for nothing."""

    key: str
    here: str
    there: str


class Carried(NamedTuple):
    """The changes to the other file, and what it says otherwise than this one."""

    operations: tuple[Operation, ...]
    differences: tuple[Difference, ...]


def said_in(text: str, paper: str = "") -> Said:
    """What the text of an issue says, and that of its paper's file, if it has one."""
    return Said(_top(text), _top(paper))


def carried(page: str, at: Address, crowned: bool, here: Said, there: Said) -> Carried:
    """What a page of these words takes along; it is ``at`` a place in the other file, ``crowned`` by a nameplate."""
    own = _top(page)
    look: list[Operation] = [
        Set(at, field.key, here.paper[field.key])
        for field in LOOK_FIELDS
        if field.key in here.paper and field.key not in own and here.paper[field.key] != there.paper.get(field.key)
    ]
    keys = [key for key in (*ALWAYS, *(OF_A_PLATE if crowned else ())) if key in here.all]
    lacking: list[Operation] = [Set((), key, here.all[key]) for key in keys if key not in there.all]
    told = [key for key in keys if key in there.all and key not in OF_THE_DAY] + [*OF_THE_WHOLE]
    differences = tuple(_differences(told, here, there)) + tuple(_drawn_by_paper(page, here, there))
    return Carried((*lacking, *_names(page, here, there), *_drawings(page, here, there), *look), differences)


def begun(head: str, names: KeyNames, another_day: bool) -> tuple[str, tuple[Difference, ...]]:
    """What a new issue says of itself, begun as one with these lines: not how many pages that has, nor on
    ``another_day`` what is of its day.
    """
    own = _top(head)
    keys = [key for key in own if key == OF_ITS_PAGES or (another_day and key in OF_THE_DAY)]
    after = edited(head, names, [Unset((), key) for key in keys])
    if not keys or isinstance(after, Diagnostic):
        return head, ()
    return after, tuple(Difference(key, _words(own[key]), "") for key in keys)


def _differences(keys: Sequence[str], here: Said, there: Said) -> Iterator[Difference]:
    for key in keys:
        if here.all.get(key) != there.all.get(key):
            yield Difference(key, _words(here.all.get(key)), _words(there.all.get(key)))


def _names(page: str, here: Said, there: Said) -> Iterator[Operation]:
    """The names that its headlines never cut."""
    known = there.items("names")
    more = [name for name in here.items("names") if name not in known and isinstance(name, str) and name in page]
    if more:
        yield Set((), "names", [*_listed(there.own.get("names")), *more])


def _drawings(page: str, here: Said, there: Said) -> Iterator[Operation]:
    """The characters that it has drawn, by drawings of the issue's own folder."""
    own, known = _grouped(here.own.get("glyphs")), there.drawings()
    more = {character: file for character, file in own.items() if character in page and character not in known}
    if more:
        yield Set((), "glyphs", {**_grouped(there.own.get("glyphs")), **more})


def _drawn_by_paper(page: str, here: Said, there: Said) -> Iterator[Difference]:
    """Characters that the paper draws, and nobody there."""
    for character, file in _grouped(here.paper.get("glyphs")).items():
        if character in page and character not in there.drawings():
            yield Difference("glyphs", f"{character}: {_words(file)}", "")


def _top(text: str) -> Mapping[str, Value]:
    root = outline(text)
    if root is None or root.kind != "mapping":
        return {}
    return {KNOWN[key.value]: _value(value) for key, value in root.entries if key.value in KNOWN}


def _value(node: Outline) -> Value:
    if node.kind == "mapping":
        return {key.value: _value(value) for key, value in node.entries}
    return [_value(item) for item in node.items] if node.kind == "sequence" else node.value


def _listed(value: Value | None) -> list[Value]:
    if value is None:
        return []
    return [*value] if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _grouped(value: Value | None) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}


def _words(value: Value | None) -> str:
    return "" if value is None else f"{value}"
