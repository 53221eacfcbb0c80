"""What a schema cannot see: places on the grid, ids, files, names of the layout folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISREG

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.diagnostic.system import A_FOLDER, NOT_A_FILE
from paiban.files import is_within
from paiban.issue.build import BlockDraft, PageDraft
from paiban.issue.kind import NamedFile, Readings
from paiban.issue.model import Block, BoxStyle, Issue, Place, kept_still
from paiban.issue.naming import known_as
from paiban.issue.pool import REST
from paiban.issue.values import PICTURE_ENDINGS, TypedPlace
from paiban.language import Words
from paiban.source import FileReader, Values
from paiban.source.nearest import nearest, perhaps
from paiban.span import Span
from paiban.template import USUAL_RUNS, Body, Layout, PageTemplate, StyleSheet, headline_of, margin_limits, reversed_of
from paiban.template.naming import ENTRIES, RECORDS, both_names, no_entry
from paiban.units import to_mm
from paiban.value import NamedTuple

POSTSCRIPT_KINDS = (".eps", ".epsf", ".epsi", ".ai", ".ps")
"""Files of programs that draw: programs themselves, which no PDF/X may hold."""

DRAWING_ENDINGS = (".svg", *PICTURE_ENDINGS)
"""Files that a character may be drawn in."""

NO_BOX = BoxStyle()


class IssueCheck(NamedTuple):
    """What an issue is checked with.

    ``again``: it is to be made up anew, and what may move is not fixed. ``confine``: no file outside the issue's folder
    is looked at.
    """

    readings: Readings
    layout: Layout
    reader: FileReader
    again: bool
    confine: bool

    @property
    def folder(self) -> Path | None:
        """The folder that no file may be outside of, if there is one."""
        return Path(self.reader.source.name).parent if self.confine else None

    def issue(self, issue: Issue, pages: Sequence[PageDraft], values: Values) -> None:
        """Report everything in a decoded issue that cannot be set as it stands."""
        style, style_found = self.layout.style(issue.style, values.at("style"))
        _, press_found = self.layout.press(issue.press, values.at("press"))
        self.reader.found += (*style_found, *press_found)
        _check_page_numbers(pages, self.reader)
        _check_ids(pages, self.reader)
        for words, path in issue.glyphs.values():
            check_file(NamedFile(words, path), DRAWING_ENDINGS, self.folder, self.reader)
        _check_order([draft for page in pages for draft in page.blocks], self.reader)
        asked: set[str] = set()
        ids = {draft.block.id for page in pages for draft in page.blocks}
        for page in pages:
            self.page(page, asked)
            if style is not None:
                _check_tint(page, style, self.reader)
            blocks = (issue.pool or page.page).blocks
            hosts = [block for block in blocks if self.readings[block.kind].hosts]
            bearing = [block for block in blocks if self.readings[block.kind].bears]
            for draft in page.blocks:
                self.files(draft)
                _check_host(draft, bearing if draft.block.upon else hosts, self.reader)
                _check_apart(draft, ids, self.reader)
                if style is not None:
                    _check_entries(draft, style, self.reader)

    def page(self, draft: PageDraft, asked: set[str]) -> None:
        """The names that a page gives, and the places on it; ``asked``: templates whose faults were told before."""
        at = draft.values.at("template")
        template, found = self.layout.template(draft.page.template, at, draft.page.form)
        self.reader.found += found if draft.page.template not in asked or template is None else ()
        asked.add(draft.page.template)
        if template is not None and draft.values["margins"] is not None:
            _check_margins(draft, self.layout, self.reader)
        body = None if template is None else _most_rows(draft.page.body, template)
        if template is not None and body is None:
            known = ", ".join((*(b.name for b in template.bodies), "auto"))
            at = draft.values.at("body")
            self.reader.report("P213", at, template=template.name, name=draft.page.body, known=known)
        places: list[tuple[BlockDraft, Place]] = []
        ids = {block.block.id for block in draft.blocks}
        still = kept_still([block.block for block in draft.blocks])
        for block in draft.blocks:
            typed: TypedPlace | None = block.values["place"]
            place = typed.place if typed is not None else None
            if template is not None and body is not None:
                place = _checked_place(block, template, body, self.reader)
            self.readings[block.block.kind].check(block.block, place, block.values, self.reader)
            lost = block.block.host and block.block.host not in ids
            stays = not self.again or block.block.id in still or block.block.slot
            if place is not None and not lost and stays:
                places.append((block, place))
        self.overlaps(places)

    def overlaps(self, places: Sequence[tuple[BlockDraft, Place]]) -> None:
        """Blocks that stand on one another, but for what stands inside the block that it belongs to."""
        for index, (draft, place) in enumerate(places):
            for other, taken in places[:index]:
                apart = not place.rect.meets(taken.rect)
                if apart or _inside_host(draft, place, other, taken) or _inside_host(other, taken, draft, place):
                    continue
                shared = place.rect.shared(taken.rect)
                self.reader.report("P203", place.span, block=self.name(draft), other=self.name(other),
                                   line=self.reader.line(taken.span),
                                   columns=_range(shared.first_column, shared.last_column),
                                   rows=_range(shared.first_row, shared.last_row))  # fmt: skip

    def name(self, draft: BlockDraft) -> str:
        """What an editor knows the block by: the id that it was given, else what its kind says."""
        given = draft.values.items.get("id")
        return given or known_as(draft.block, self.readings) or draft.block.id

    def files(self, draft: BlockDraft) -> None:
        """The files that a block names."""
        reading = self.readings[draft.block.kind]
        for file in reading.files(draft.block.content):
            check_file(file, reading.endings, self.folder, self.reader)


def check_faces(
    issue: Issue, style: StyleSheet, roles: Collection[str], faces: Collection[str], readings: Readings
) -> tuple[Diagnostic, ...]:
    """What the issue and its style sheet ask of faces that nobody has; ``roles`` are offered, ``faces`` taken too."""
    known = frozenset((*roles, *faces))

    def lacking(code: str, span: Span | None, name: str, **params: str) -> Diagnostic:
        guess = perhaps(nearest(name, (*roles, *faces)))
        return diagnose(code, span, **params, name=name, perhaps=guess, known=", ".join(roles))

    found = [lacking("P238", style.faces_at.get(role), face, style=style.name, role=role)
             for role, face in _style_faces(style) if face not in known]  # fmt: skip
    found += [lacking("P228", span, name) for name, span in _faces(issue, readings) if name not in known]
    return tuple(found)


def asked_faces(issue: Issue, style: StyleSheet, readings: Readings) -> tuple[str, ...]:
    """The roles and faces that the issue and its style sheet ask for."""
    return (
        *(face for _, face in _style_faces(style)),
        *(name for name, _ in _faces(issue, readings)),
    )


def _style_faces(style: StyleSheet) -> Iterator[tuple[str, str]]:
    """The faces that a sheet asks for, each with what for: roles, headlines by weight, its own styles of runs."""
    yield from ((role.role, role.face) for role in style.roles.values())
    yield from ((reversed_of(role.role), role.reversed_face) for role in style.roles.values() if role.reversed_face)
    yield from ((headline_of(weight), face) for weight, face in style.headline_faces.items())
    for name, run in style.runs.items():
        if run.face and run != USUAL_RUNS.get(name):
            yield name, run.face


def _faces(issue: Issue, readings: Readings) -> Iterator[tuple[str, Span]]:
    for page in issue.pages:
        for block in page.blocks:
            if block.part != REST:
                yield from readings[block.kind].faces(block.content)


def _check_page_numbers(pages: Sequence[PageDraft], reader: FileReader) -> None:
    seen: dict[int, Span] = {}
    for draft in pages:
        span = draft.values.at("page")
        for number in draft.page.numbers:
            first = seen.setdefault(number, span)
            if first is not span and number:
                reader.report("P216", span, number=number, line=reader.line(first))


def _check_ids(pages: Sequence[PageDraft], reader: FileReader) -> None:
    seen: dict[str, Span] = {}
    for draft in (block for page in pages for block in page.blocks):
        span = draft.values.at("id")
        first = seen.setdefault(draft.block.id, span)
        if first is not span:
            reader.report("P204", span, id=draft.block.id, line=reader.line(first))


def _most_rows(name: str, template: PageTemplate) -> Body | None:
    """The body setting ``name``; where the engine is to choose, the one with most rows: a place may lie in any."""
    return max(template.bodies, key=lambda body: body.rows) if name == "auto" else template.body(name)


def _checked_place(draft: BlockDraft, template: PageTemplate, body: Body, reader: FileReader) -> Place | None:
    """The block's place, or its slot's; None where it has neither. What leaves the grid is reported."""
    values = draft.values
    if values.given("place") and values.given("slot"):
        reader.report("P214", values.at("slot"))
    typed: TypedPlace | None = values["place"]
    place = _slot_place(draft, template, body, reader) if typed is None else typed.place
    if typed is not None:
        _check_grid(typed, template, body, reader)
    return place


def _slot_place(draft: BlockDraft, template: PageTemplate, body: Body, reader: FileReader) -> Place | None:
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


def _check_grid(typed: TypedPlace, template: PageTemplate, body: Body, reader: FileReader) -> None:
    rect = typed.place.rect
    if rect.end_column > template.columns:
        reader.report("P201", typed.columns, last=rect.last_column, template=template.name, most=template.columns)
    if rect.end_row > body.rows:
        reader.report("P202", typed.rows, last=rect.last_row, template=template.name, body=body.name, most=body.rows)


def _inside_host(draft: BlockDraft, place: Place, other: BlockDraft, around: Place) -> bool:
    """A block may stand inside the place of the one that it belongs to, whole; the copy keeps clear of it."""
    own = bool(draft.block.host) and draft.block.host == other.block.id
    return own and around.rect.holds(place.rect)


def _range(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}-{last}"


def _check_host(draft: BlockDraft, hosts: Sequence[Block], reader: FileReader) -> None:
    """What a block belongs to must be there, and of a kind that takes others in; what it stands on, a picture."""
    host, own = draft.block.host, draft.block.id
    if not host or any(host == block.id != own for block in hosts):
        return
    code, key = ("P159", "over") if draft.block.upon else ("P205", "with")
    others = [block.id for block in hosts if block.id != own]
    known = ", ".join(others)
    remedy = Words(f"可以用的编号：{known}", f"ids that there are: {known}")
    if not others:
        remedy = Words("这一版没有这样的稿件或图片：去掉这个键", "the page has none: take the key out")
    reader.report(code, draft.values.at(key), id=host, perhaps=perhaps(nearest(host, others)), remedy=remedy)


def _check_apart(draft: BlockDraft, ids: Collection[str], reader: FileReader) -> None:
    """What a block must not touch, must not share its page with or is before is in the issue, or its name is a slip."""
    for key in ("apart", "elsewhere", "before"):
        for other in draft.values.items.get(key, ()):
            if other not in ids:
                reader.report("P229", draft.values.at(key), id=other)


def _check_order(drafts: Sequence[BlockDraft], reader: FileReader) -> None:
    """No block is before itself by way of others."""
    before = {draft.block.id: draft.block.before for draft in drafts if draft.block.before}
    for draft in drafts if before else ():
        seen: list[str] = []
        waiting = [*draft.block.before]
        while waiting and draft.block.id not in seen:
            seen.append(waiting.pop(0))
            waiting += [other for other in before.get(seen[-1], ()) if other not in (*seen, *waiting)]
        if draft.block.id in seen:
            back = next(id_ for id_ in (draft.block.id, *seen) if draft.block.id in before.get(id_, ()))
            reader.report("P251", draft.values.at("before"), id=draft.block.id, other=back)


def _check_margins(draft: PageDraft, layout: Layout, reader: FileReader) -> None:
    """A page's margins leave its columns, a row and its running head their room."""
    template, _ = layout.template(draft.page.template)
    values: Values = draft.values["margins"]
    if template is None:
        return
    for key, (least, most) in margin_limits(template, draft.page.form).items():
        value = values[key]
        if value is not None and not least <= value <= most:
            told = {name: f"{to_mm(length):.4g}mm" for name, length in (("least", least), ("most", most))}
            reader.report("P146", values.at(key), value=f"{to_mm(value):.4g}mm", **told)


def _check_tint(draft: PageDraft, style: StyleSheet, reader: FileReader) -> None:
    """What a page stands on is a colour of the style sheet."""
    if draft.page.tint and draft.page.tint not in style.colours:
        _report_entry(draft.page.tint, "colours", style, draft.values.at("tint"), reader)


def _check_entries(draft: BlockDraft, style: StyleSheet, reader: FileReader) -> None:
    """A box's line, tint and border, and the dress of a head, are entries of the style sheet, each of its own kind."""
    box, dress = draft.block.box or NO_BOX, draft.block.dress
    named = (("box", "lines", box.line), ("tint", "colours", box.tint), ("border", "borders", box.border),
             ("column_rule", "lines", draft.values.items.get("column_rule", "")),
             ("dress", "dresses", dress), ("colour", "colours", draft.block.colour))  # fmt: skip
    for key, part, name in named:
        if name and name not in _entries(style)[part]:
            _report_entry(name, part, style, draft.values.at(key), reader)


def _entries(style: StyleSheet) -> Mapping[str, Mapping[str, object]]:
    return {"lines": style.lines, "colours": style.colours, "borders": style.borders, "lengths": style.lengths,
            "roles": style.roles, "dresses": style.dresses}  # fmt: skip


def _report_entry(name: str, part: str, style: StyleSheet, span: Span, reader: FileReader) -> None:
    """A name that the style sheet does not have, or has for something else."""
    entries = _entries(style)
    other = next((kind for kind in entries if name in entries[kind]), "")
    if not other:
        reader.found.append(no_entry(part, name, entries[part], span))
        return
    known = both_names(entries[part], RECORDS[part])
    reader.report("P264", span, name=name, kind=ENTRIES[other], wanted=ENTRIES[part], known=known)


def check_file(file: NamedFile, endings: tuple[str, ...], folder: Path | None, reader: FileReader) -> None:
    """The file must be there, plain, and of a kind we place; a path may leave the folder but not stop being a file."""
    words, span = file.words.value, file.words.span
    if not words:
        return
    ending = PurePosixPath(words).suffix.lower()
    if ending in POSTSCRIPT_KINDS:
        reader.report("P722", span, path=words)
        return
    if ending not in endings:
        reader.report("P207", span, path=words, known=", ".join(endings))
        return
    if folder is not None and not is_within(file.path, folder):
        reader.report("P239", span, path=words)
        return
    try:
        mode = file.path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        reader.report("P206", span, path=words)
    except OSError as error:
        reader.report("P112", span, file=words, reason=system_words(error))
    else:
        if not S_ISREG(mode):
            reader.report("P208", span, path=words, what=A_FOLDER if S_ISDIR(mode) else NOT_A_FILE)
