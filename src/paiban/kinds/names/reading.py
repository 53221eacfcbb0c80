"""A list of names in the issue file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from paiban.issue import header
from paiban.issue.kind import Around, Parting, Reading, Rewriting, no_faces, no_files, not_filled
from paiban.issue.model import Block, LegsForm, Paragraph, Place
from paiban.issue.values import BODY, HEADING
from paiban.kinds.names.model import NameGroup, NameList
from paiban.language import Words
from paiban.markup import plain
from paiban.source.copy import part_of
from paiban.source.field import Field, FileReader, Values, make_record
from paiban.source.kinds import BOOLEAN, number
from paiban.span import Text

RECORD = make_record("names", "名单", "a list of names", (
    header.ID,
    Field("names", "名单", BODY, "名字，用空格或顿号隔开，可以写许多行；“## ”开头的是组题",
          "Names with spaces or 、 between them, on as many lines as you like; “## ” heads a group",
          "青石村 河口镇 南渡", required=True, near=("list", "name_list", "名字")),
    Field("headline", "主题", HEADING, "标题", "Its headline", "获奖单位名单",
          near=("title", "heading", "标题", "题目")),
    Field("weight", "分量", number(1, 5), "分量；标题的字号由它来",
          "How important: its headline's size follows from it", "1", default=1),
    Field("columns", "列数", number(1, 60), "排成几列；不写就看名字长短", "In how many columns; else by the names", "8",
          near=("cols", "列")),
    Field("spread", "两字匀三", BOOLEAN, "两个字的名字匀到三个字宽；没有更长的名字就不匀",
          "Names of two characters are spaced to three where others are longer",
          "no", default=True),
    Field("notes", "注", BODY, "名单下的注，每行一条", "Notes below it, one a line", "排名不分先后。",
          near=("note", "注释")),
    header.PLACE,
    header.SLOT,
    Field("legs", "破栏", number(1, 16), "分成几栏排", "In how many legs it is set", "2", near=("leg", "分栏")),
    header.WRITING,
    header.BOX,
    header.TINT,
    header.BORDER,
    header.WITH,
    header.WRAP,
    header.WIDTH,
    header.SIDE,
    header.PACKAGE,
    header.FILLER,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
    header.JUMP,
))  # fmt: skip

_PART = r"[、，,；;]+|[ \t]+|\u3000+"
"""What stands between two names."""

WIDE = "\u3000"


def content(values: Values, around: Around) -> NameList:
    """The list that decoded fields make."""
    groups: list[tuple[Text | None, list[Text]]] = []
    for paragraph in values["names"] or ():
        if paragraph.kind == "crosshead":
            groups.append((paragraph.text, []))
        else:
            if not groups:
                groups.append((None, []))
            groups[-1][1].extend(names_in(paragraph.text))
    return NameList(
        headline=values["headline"],
        groups=tuple(NameGroup(head, tuple(names)) for head, names in groups),
        notes=values["notes"] or (),
        columns=values["columns"],
        spread=values["spread"],
        writing=values["writing"] or around.writing,
    )


def names_in(copy: Text) -> Iterator[Text]:
    """The names of a line; two single characters with only full-width spaces between them are one."""
    cuts = [(0, 0), *(found.span() for found in re.finditer(_PART, copy.value)), (len(copy.value), len(copy.value))]
    pieces = [(a[1], b[0]) for a, b in pairwise(cuts) if a[1] < b[0]]
    index = 0
    while index < len(pieces):
        start, end = pieces[index]
        if index + 1 < len(pieces) and _is_one(copy.value, pieces[index], pieces[index + 1]):
            index, end = index + 1, pieces[index + 1][1]
        yield part_of(copy, start, end)
        index += 1


def _is_one(copy: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    single = first[1] - first[0] == second[1] - second[0] == 1
    return single and not copy[first[1] : second[0]].strip(WIDE)


def form(values: Values) -> LegsForm:
    """How the editor wants it set."""
    return LegsForm(values["legs"])


def texts(names: NameList) -> Iterator[Text | None]:
    """The copy in reading order."""
    yield from (names.kicker, names.headline)
    for group in names.groups:
        yield group.head
        yield from group.names
    yield from (note.text for note in names.notes)


def titles(names: NameList) -> Iterator[Text]:
    """Its headline and the heads of its groups."""
    yield from (text for text in (names.headline, *(group.head for group in names.groups)) if text is not None)


def rewritten(names: NameList, change: Rewriting) -> NameList:
    """The list with other copy."""
    return names._replace(
        headline=None if names.headline is None else change(names.headline),
        groups=tuple(
            NameGroup(None if group.head is None else change(group.head), tuple(change(name) for name in group.names))
            for group in names.groups
        ),
        notes=tuple(note.rewritten(change) for note in names.notes),
    )


def title(names: NameList) -> str:
    """Its headline."""
    return plain(names.headline.value) if names.headline else ""


def check(block: Block, place: Place | None, values: Values, reader: FileReader) -> None:
    """Every head has names below it, and there are some; no leg is narrower than a basic column."""
    names: NameList = block.content
    for group in names.groups:
        if group.head is not None and not group.names:
            reader.report("P288", group.head.span)
    if not any(group.head is not None or group.names for group in names.groups):
        reader.report("P288", values.at("names"))
    legs = block.form.legs
    if place is not None and legs is not None and not names.vertical and legs > place.rect.columns:
        columns = place.rect.columns
        reader.report("P215", values.at("legs"), legs=legs, columns=columns, most=columns)


def keys(before: Block, after: Block) -> dict[str, str]:
    """The legs that a list got in its place, where they are not those that it had."""
    now: LegsForm = after.form
    return {"legs": str(now.legs)} if (now.legs or 1) != (before.form.legs or 1) else {}


def parts_of(names: NameList) -> int:
    """From how many of its parts it may go on elsewhere: its groups, or the names of its only one."""
    return len(names.groups) if len(names.groups) > 1 else sum(len(group.names) for group in names.groups)


def split(names: NameList, count: int, onward: Text, back: Text) -> tuple[NameList, NameList]:
    """Its two parts: the first says below its names where the list goes on, the second where it began."""
    if len(names.groups) != 1:
        begun, left = names.groups[:count], names.groups[count:]
    else:
        (group,) = names.groups
        begun, left = (group._replace(names=group.names[:count]),), (group._replace(names=group.names[count:]),)
    first = names._replace(groups=begun, notes=(Paragraph("body", onward),))
    if names.headline is not None:
        return first, names._replace(groups=left, kicker=back)
    return first, names._replace(groups=left, notes=(Paragraph("body", back), *names.notes))


def rest_form(legs: int | None) -> LegsForm:
    """How the second part is set."""
    return LegsForm(legs)


READING = Reading(
    record=RECORD,
    plural=Words("名单", "lists of names"),
    sign="names",
    endings=(),
    hosts=False,
    bears=False,
    content=content,
    form=form,
    texts=texts,
    titles=titles,
    rewritten=rewritten,
    title=title,
    files=no_files,
    faces=no_faces,
    check=check,
    keys=keys,
    parting=Parting(parts_of, split, rest_form),
    crowns=False,
    filled=not_filled,
)
