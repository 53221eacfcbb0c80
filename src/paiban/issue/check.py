"""What a schema cannot see: places on the grid, ids, files, names of the layout folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import is_within
from paiban.issue.build import BlockDraft, PageDraft
from paiban.issue.kinds import TypedPlace
from paiban.issue.model import Advert, Briefs, Issue, Picture, Place, Story
from paiban.source import Reader, Values
from paiban.span import Span, Text
from paiban.template import Body, Layout, PageTemplate, StyleSheet

PICTURE_KINDS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
ADVERT_KINDS = (".pdf", *PICTURE_KINDS)
POSTSCRIPT_KINDS = (".eps", ".epsf", ".epsi", ".ai", ".ps")
"""Files of programs that draw: programs themselves, which no PDF/X may hold."""


class Ground(NamedTuple):
    """Where an issue's files are looked for: its folder, and whether nothing outside of it may be used."""

    folder: Path
    confined: bool


ENTRIES = {
    "lines": ("一种线", "a line"),
    "colours": ("一种颜色", "a colour"),
    "borders": ("一种花边", "a border"),
    "lengths": ("一个尺寸", "a distance"),
    "roles": ("字的一种用处", "a role of type"),
}
"""What an entry of each part of a style sheet is."""


def check_issue(
    issue: Issue, pages: Sequence[PageDraft], values: Values, reader: Reader, layout: Layout, *, again: bool = False,
    confine: bool = False,
) -> None:  # fmt: skip
    """Report everything in a decoded issue that cannot be set as it stands.

    ``again``: what may move is not fixed. ``confine``: no file outside the issue's folder is looked at.
    """
    ground = Ground(Path(issue.file).parent, confine)
    style, style_found = layout.style(issue.style, values.at("style"))
    _, press_found = layout.press(issue.press, values.at("press"))
    reader.found += (*style_found, *press_found)
    _check_page_numbers(pages, reader)
    _check_ids(pages, reader)
    for page in pages:
        _check_page(page, reader, layout, again)
        stories = [block.id for block in (issue.spread or page.page).blocks if isinstance(block, Story)]
        for draft in page.blocks:
            _check_parts(draft, stories, ground, reader)
            if style is not None:
                _check_box(draft, style, reader)


def check_faces(issue: Issue, style: StyleSheet, known: Collection[str]) -> tuple[Diagnostic, ...]:
    """What the issue and its style sheet ask of faces that nobody has: ``known`` are the roles and faces at hand."""
    listed = ", ".join(known)
    found = [
        diagnose("P238", None, style=style.name, role=role.role, name=role.face, known=listed)
        for role in style.roles.values()
        if role.face not in known
    ]
    found += [
        diagnose("P228", block.headline_face_span, name=block.headline_face, known=listed)
        for page in issue.pages
        for block in page.blocks
        if isinstance(block, Story) and block.headline_face and block.headline_face not in known
    ]
    return tuple(found)


def _check_page_numbers(pages: Sequence[PageDraft], reader: Reader) -> None:
    seen: dict[int, Span] = {}
    for draft in pages:
        span = draft.values.at("page")
        first = seen.setdefault(draft.page.number, span)
        if first is not span and draft.page.number:
            reader.report("P216", span, number=draft.page.number, line=first.line)


def _check_ids(pages: Sequence[PageDraft], reader: Reader) -> None:
    seen: dict[str, Span] = {}
    for draft in (block for page in pages for block in page.blocks):
        span = draft.values.at("id")
        first = seen.setdefault(draft.block.id, span)
        if first is not span:
            reader.report("P204", span, id=draft.block.id, line=first.line)


def _check_page(draft: PageDraft, reader: Reader, layout: Layout, again: bool) -> None:
    template, found = layout.template(draft.page.template, draft.values.at("template"))
    reader.found += found
    body = None if template is None else _most_rows(draft.page.body, template)
    if template is not None and body is None:
        reader.report("P213", draft.values.at("body"), template=template.name, name=draft.page.body,
                      known=", ".join((*(b.name for b in template.bodies), "auto")))  # fmt: skip
    places: list[tuple[BlockDraft, Place]] = []
    for block in draft.blocks:
        place = block.block.place
        if template is not None and body is not None:
            place = _checked_place(block, template, body, reader)
        if place is not None and not (again and not block.block.locked and not block.block.slot):
            places.append((block, place))
    _check_overlaps(places, reader)


def _most_rows(name: str, template: PageTemplate) -> Body | None:
    """The body setting ``name``; where the engine is to choose, the one with most rows: a place may lie in any."""
    return max(template.bodies, key=lambda body: body.rows) if name == "auto" else template.body(name)


def _checked_place(draft: BlockDraft, template: PageTemplate, body: Body, reader: Reader) -> Place | None:
    """The block's place, or its slot's; None where it has neither. What leaves the grid is reported."""
    block, values = draft.block, draft.values
    if values.given("place") and values.given("slot"):
        reader.report("P214", values.at("slot"))
    typed: TypedPlace | None = values["place"]
    place = _slot_place(draft, template, body, reader) if typed is None else typed.place
    if typed is not None:
        _check_grid(typed, template, body, reader)
    if isinstance(block, Story) and place is not None and block.legs is not None and block.writing == "horizontal":
        _check_legs(block.legs, place, values.at("legs"), reader)
    return place


def _slot_place(draft: BlockDraft, template: PageTemplate, body: Body, reader: Reader) -> Place | None:
    """The place of the block's slot, or None where it names none or one that the template lacks."""
    if not draft.block.slot:
        return None
    span = draft.values.at("slot")
    slot = template.slot(draft.block.slot, body.name)
    if slot is None:
        known = ", ".join(dict.fromkeys(s.name for s in template.slots))
        reader.report("P212", span, template=template.name, name=draft.block.slot, known=known)
        return None
    return Place(slot.rect, span)


def _check_grid(typed: TypedPlace, template: PageTemplate, body: Body, reader: Reader) -> None:
    rect = typed.place.rect
    if rect.end_column > template.columns:
        reader.report("P201", typed.columns, last=rect.last_column, template=template.name, most=template.columns)
    if rect.end_row > body.rows:
        reader.report("P202", typed.rows, last=rect.last_row, template=template.name, body=body.name, most=body.rows)


def _check_legs(legs: int, place: Place, span: Span, reader: Reader) -> None:
    """破栏 recuts n columns into fewer legs; more of them would be narrower than a basic column, which no page has."""
    columns = place.rect.columns
    if legs > columns:
        reader.report("P215", span, legs=legs, columns=columns, most=columns)


def _check_overlaps(places: Sequence[tuple[BlockDraft, Place]], reader: Reader) -> None:
    for index, (draft, place) in enumerate(places):
        for other, taken in places[:index]:
            apart = not place.rect.meets(taken.rect)
            if apart or _inside_own_story(draft, place, other, taken) or _inside_own_story(other, taken, draft, place):
                continue
            shared = place.rect.shared(taken.rect)
            reader.report("P203", place.span, block=_name(draft), other=_name(other), line=taken.span.line,
                          columns=_range(shared.first_column, shared.last_column),
                          rows=_range(shared.first_row, shared.last_row))  # fmt: skip


def _inside_own_story(draft: BlockDraft, place: Place, other: BlockDraft, around: Place) -> bool:
    """A picture may stand inside the place of the story that it belongs to, whole; the text keeps clear of it."""
    picture, story = draft.block, other.block
    own = isinstance(picture, Picture) and isinstance(story, Story) and picture.with_ == story.id
    return own and around.rect.holds(place.rect)


def _name(draft: BlockDraft) -> str:
    """What an editor knows the block by: the id that it was given, else its headline or its file."""
    block = draft.block
    given = draft.values.items.get("id")
    if isinstance(block, Story) and block.headline and not given:
        return block.headline.value
    if isinstance(block, Picture | Advert) and not given:
        return block.path.value
    return block.id


def _range(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}-{last}"


def _check_parts(draft: BlockDraft, stories: Sequence[str], ground: Ground, reader: Reader) -> None:
    block = draft.block
    if isinstance(block, Story):
        _check_headline(block, reader)
    elif isinstance(block, Picture):
        _check_file(block.path, ground, PICTURE_KINDS, reader)
        if block.with_ and block.with_ not in stories:
            reader.report("P205", draft.values.at("with"), id=block.with_, known=", ".join(stories))
    elif isinstance(block, Advert):
        _check_file(block.path, ground, ADVERT_KINDS, reader)


def _check_box(draft: BlockDraft, style: StyleSheet, reader: Reader) -> None:
    """A box's line, tint and border are entries of the style sheet, each of its own kind."""
    box = draft.block.box if isinstance(draft.block, Story | Briefs) else None
    if box is None:
        return
    named = (("box", "lines", box.line), ("tint", "colours", box.tint), ("border", "borders", box.border))
    for key, part, name in named:
        if name and name not in _entries(style)[part]:
            _report_entry(name, part, style, draft.values.at(key), reader)


def _entries(style: StyleSheet) -> Mapping[str, Mapping[str, object]]:
    return {"lines": style.lines, "colours": style.colours, "borders": style.borders, "lengths": style.lengths,
            "roles": style.roles}  # fmt: skip


def _report_entry(name: str, part: str, style: StyleSheet, span: Span, reader: Reader) -> None:
    """A name that the style sheet does not have, or has for something else."""
    entries = _entries(style)
    known = ", ".join(entries[part])
    other = next((kind for kind in ENTRIES if name in entries[kind]), "")
    if not other:
        reader.report("P225", span, name=name, known=known)
        return
    (is_zh, is_en), (wanted_zh, wanted_en) = ENTRIES[other], ENTRIES[part]
    reader.report("P264", span, name=name, is_zh=is_zh, is_en=is_en, wanted_zh=wanted_zh, wanted_en=wanted_en,
                  known=known)  # fmt: skip


def _check_headline(story: Story, reader: Reader) -> None:
    """No line that the editor asked for may be empty."""
    if story.headline is None or not story.headline_breaks:
        return
    ends = (*story.headline_breaks, len(story.headline.value))
    start = 0
    for end in ends:
        if not story.headline.value[start:end].strip():
            reader.report("P222", story.headline.at(min(end, len(story.headline.value) - 1)))
        start = end + 1


def _check_file(path: Text, ground: Ground, kinds: tuple[str, ...], reader: Reader) -> None:
    """The file must be there, plain, and of a kind we place; a path may leave the folder but not stop being a file."""
    if not path.value:
        return
    kind = PurePosixPath(path.value).suffix.lower()
    if kind in POSTSCRIPT_KINDS:
        reader.report("P722", path.span, path=path.value)
        return
    if kind not in kinds:
        reader.report("P207", path.span, path=path.value, known=", ".join(kinds))
        return
    if ground.confined and not is_within(ground.folder / path.value, ground.folder):
        reader.report("P239", path.span, path=path.value)
        return
    try:
        target = ground.folder / path.value
        there, plain = target.exists(), target.is_file()
    except (OSError, ValueError):
        there, plain = False, False
    if not there:
        reader.report("P206", path.span, path=path.value)
    elif not plain:
        reader.report("P208", path.span, path=path.value)
