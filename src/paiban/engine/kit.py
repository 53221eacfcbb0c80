"""What an issue is set with, by the names that it gives."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.engine.house import House
from paiban.files import States, is_within, state_of, states_of
from paiban.font import FontCatalogue, load_catalogue
from paiban.galley.type import TypeSetter
from paiban.issue import Issue, IssuePage, asked_faces, check_faces
from paiban.kinds import Kinds
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.rack import Rack
from paiban.memo import Memo
from paiban.picture.profile import profile_path
from paiban.resources import MORE_FACES, brought_folder, resource_folder
from paiban.template import Body, Layout, PageTemplate, Press, StyleSheet
from paiban.value import NamedTuple

Faces = tuple[FontCatalogue, tuple[Diagnostic, ...]]
"""The faces at hand, and what is wrong with some of them."""


class Kit(NamedTuple):
    """What an issue is set with: from the layout folder and the fonts folder, and the kinds of block it may hold.

    ``rack`` fills as pages are set.
    """

    layout: Layout
    style: StyleSheet
    press: Press
    catalogue: FontCatalogue
    kinds: Kinds
    rack: Rack


def load_kit(
    issue: Issue, layout: Layout, house: House, draft: bool = False, memo: Memo | None = None
) -> tuple[Kit | None, tuple[Diagnostic, ...]]:
    """The style sheet, the press and the faces that an issue names; None where one of them cannot be had.

    Reading the issue has told what is wrong with sheet and press. In a confined house faces and profiles lie in the
    issue's folder, in the house's own, or came along. A ``draft`` is set with what can be had of them; where a face is
    asked for that nobody has, the first role stands in. What ``memo`` remembers is the same kit.
    """
    memo = memo or Memo()
    house = house.of(issue)
    style, _ = layout.style(issue.style)
    press, _ = layout.press(issue.press)
    catalogue, found = faces_of(house, memo)
    if style is None or press is None or (has_errors(found) and not draft):
        return None, found
    found += check_faces(issue, style, catalogue.roles, catalogue.keys, house.kinds.readings)
    outside: tuple[Diagnostic, ...] = ()
    if house.confine:
        outside = confined(issue, layout, house.fonts, (*catalogue.files, profile_path(press)))
    if outside or (has_errors(found) and not draft):
        return None, (*found, *outside)
    if draft:
        asked = asked_faces(issue, style, house.kinds.readings)
        catalogue = memo.made("standing in", (catalogue,), lambda: catalogue.standing_in(asked), asked)
    if issue.glyphs:
        from paiban.engine.characters import with_characters  # noqa: PLC0415  (hardly any issue has drawn characters)

        catalogue, faults = with_characters(catalogue, issue.glyphs, memo)
        found += faults
    parts = layout, style, press, catalogue, house.kinds
    return memo.made("kit", parts, lambda: Kit(*parts, Rack(memo, press.limits))), found


def faces_of(house: House, memo: Memo) -> Faces:
    """The faces at hand: those that were, as long as no file of them has changed."""
    last: list[tuple[Faces, States]] = memo.made("faces", (), list, house.fonts)
    if not last or states_of(last[0][1]) != last[0][1]:
        last[:] = [faces_now(house)]
    return last[0][0]


def faces_files(house: House, memo: Memo) -> tuple[Path, ...]:
    """The files and folders that decide which faces are at hand."""
    faces_of(house, memo)
    last: list[tuple[Faces, States]] = memo.made("faces", (), list, house.fonts)
    return tuple(last[0][1])


def faces_now(house: House) -> tuple[Faces, States]:
    """The faces at hand, with the files that they hang on."""
    states: States = {}
    return load_catalogue(None, house.fonts, lambda path: states.setdefault(path, state_of(path))), states


def confined(issue: Issue, layout: Layout, fonts: Path | None, files: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """An error for each of ``files`` that lies in none of the folders which a confined run may use."""
    ours = [resource_folder("fonts"), *map(brought_folder, MORE_FACES)]
    allowed = [Path(issue.file).parent, *layout.folders, *filter(None, (*ours, fonts))]
    outside = [file for file in files if not any(is_within(file, folder) for folder in allowed)]
    return tuple(diagnose("P239", None, path=file) for file in outside)


def page_template(page: IssuePage, kit: Kit) -> PageTemplate:
    """The template of a page; reading the issue made sure of it."""
    template, _ = kit.layout.template(page.template, None, page.form)
    assert template is not None
    return template


def template_of(page: IssuePage, kit: Kit) -> tuple[PageTemplate, Body]:
    """The template of a page and the body setting that it asks for; reading the issue made sure of both."""
    template = page_template(page, kit)
    body = template.body(page.body)
    assert body is not None
    return template, body


def page_kit_of(issue: Issue, page: IssuePage, kit: Kit) -> PageKit:
    """What the blocks of one page are made up with."""
    template, body = template_of(page, kit)

    def made() -> PageKit:
        scale = template.headline_scale
        setter = TypeSetter(kit.style, body, (scale.numerator, scale.denominator), issue.names)
        return PageKit(
            template.grid(body), setter, kit.catalogue, kit.kinds.settings, kit.rack, template, kit.press.limits
        )

    parts = kit.style, kit.catalogue, kit.kinds.settings, template, body, kit.press
    return kit.rack.memo.made("page kit", parts, made, issue.names)
