"""What the desk shows: the issue file as it is on the disk, set; and before that is done, as it was set last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paiban.compose.composer import Composer
from paiban.compose.page import owned
from paiban.desk.faces import face_name
from paiban.desk.scene import Data, DrawnPage, Pictures, drawn_items, drawn_page, fit_data
from paiban.diagnostic import Diagnostic
from paiban.diagnostic.fault import fault_of
from paiban.diagnostic.render import as_data
from paiban.engine import Result
from paiban.engine.drafting import block_of
from paiban.engine.kit import Kit, page_kit_of, template_of
from paiban.engine.resident import Engine
from paiban.font import Face
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.issue.model import Place
from paiban.issue.naming import named, titles
from paiban.issue.write_back import revision
from paiban.makeup.frame.kind import PageKit, SetBlock
from paiban.makeup.frame.model import Makeup
from paiban.makeup.frame.place import page_galleys, page_places, place_block, site_of
from paiban.units import pt
from paiban.value import NamedTuple


class Shown(NamedTuple):
    """One state of the file as it is shown.

    ``text`` is None where the file is no text. ``pages`` are those that ``result`` came to, or the last ones that there
    were where it came to none; then they are ``stale``, and ``made`` is the result that they are of.
    """

    revision: str
    text: str | None
    result: Result
    made: Result
    pages: tuple[DrawnPage, ...]
    stale: bool = False

    @property
    def draft(self) -> bool:
        """Whether something forbids the press."""
        return not self.result.ok

    def findings(self) -> list[Data]:
        """All that was found, each with the page and the block that it is about.

        That a new issue has no copy yet is no finding: its page says so itself.
        """
        result, issue = self.result, self.result.issue
        if issue is None or result.kit is None:
            return [as_data(found) for found in result.diagnostics]
        told = named(
            (found for found in result.diagnostics if not _awaits_copy(found)), titles(issue, result.kit.kinds.readings)
        )
        return [as_data(found) | self._whose(found) for found in told]

    def _whose(self, found: Diagnostic) -> Data:
        assert self.result.issue is not None
        for page in self.result.issue.pages:
            block = block_of(found, self.result.issue, page.blocks)
            if block:
                return {"page": "-".join(map(str, page.numbers)), "block": block}
        return {}

    def face(self, name: str) -> Face | None:
        """The face that is fetched by a name: any of the catalogue, since a block may be tried in any form."""
        catalogue = self.made.kit.catalogue if self.made.kit is not None else None
        faces = () if catalogue is None else map(catalogue.face, catalogue.keys)
        return next((face for face in faces if face_name(face) == name), None)

    def block(self, id_: str) -> tuple[int, Block] | None:
        """A block by its id, with which page it stands on, from 0."""
        return block_in(self.made, id_)


def _awaits_copy(found: Diagnostic) -> bool:
    """Whether it is that an issue has no blocks at all."""
    return found.code == "P135" and ("key", "stories") in found.params


def block_in(result: Result, id_: str) -> tuple[int, Block] | None:
    """A block by its id, with which page it stands on, from 0."""
    for number, makeup in enumerate(result.makeups):
        for block in makeup.page.blocks:
            if block.id == id_:
                return number, block
    return None


def shown_of(path: Path, data: bytes, engine: Engine, before: Shown | None, advice: bool = True) -> Shown:
    """The issue at ``path`` with the content ``data``, set. Where nothing can be drawn the last pages stay.

    Without ``advice`` it is there as soon as it is set: findings name no change of words that was tried.
    """
    result, pages = _drawn(path, data, engine, advice)
    try:
        text: str | None = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if not pages and before is not None and before.pages:
        return before._replace(revision=revision(data), text=text, result=result, stale=True)
    return Shown(revision(data), text, result, result, pages)


def _drawn(path: Path, data: bytes, engine: Engine, advice: bool) -> tuple[Result, tuple[DrawnPage, ...]]:
    """An issue set and drawn; where the program itself fails, that it did."""
    try:
        result = engine.set_issue(path, data, draft=True, advice=advice)
        return result, tuple(drawn_page(result, number) for number in range(len(result.pages)))
    except Exception as error:
        return Result(None, None, (), (), (fault_of(error, path),)), ()


class Move(NamedTuple):
    """A block in another place, in ``legs`` where that is said."""

    id: str
    place: GridRect
    legs: int | None = None


def tried(shown: Shown, moves: Sequence[Move], pictures: Pictures) -> Data:
    """How blocks would fit in other places: each really set there, and drawn; which would stand on which.

    Pictures that they show there go into ``pictures``.
    """
    found = shown.block(moves[0].id) if moves else None
    if found is None:
        return {"fits": [], "overlaps": []}
    result = shown.made
    makeup = result.makeups[found[0]]
    page = moved_page(makeup.page, moves)
    answers = [tried_block(result, makeup, page, move.id, pictures) for move in moves]
    return {"fits": [answer for answer in answers if answer], "overlaps": overlaps(result, page, moves)}


def moved_page(page: IssuePage, moves: Sequence[Move]) -> IssuePage:
    """A page with blocks in other places."""
    by_id = {move.id: move for move in moves}
    return page._replace(blocks=tuple(moved(block, by_id.get(block.id)) for block in page.blocks))


def moved(block: Block, move: Move | None) -> Block:
    """A block in its new place; legs that it was recut into and that are more than its columns are given up."""
    if move is None:
        return block
    form = block.form
    if form is not None and hasattr(form, "legs"):
        legs = move.legs or form.legs
        form = form._replace(legs=None if legs is None or legs > move.place.columns else legs)
    return block._replace(place=Place(move.place, block.span), slot="", form=form, sited=True)


def tried_block(result: Result, makeup: Makeup, page: IssuePage, id_: str, pictures: Pictures) -> Data:
    """One block set in its place of ``page``: its fit, and what it draws."""
    issue, kit = result.issue, result.kit
    block = next((block for block in page.blocks if block.id == id_), None)
    if issue is None or kit is None or block is None or block.place is None:
        return {}
    rect = block.place.rect
    if rect.end_column > makeup.grid.columns or rect.end_row > makeup.grid.rows:
        return {"id": id_, "place": list(rect[:4]), "set": False}
    page_kit = page_kit_of(issue, page, kit)
    stands, _ = set_there(block, rect, page, kit, page_kit)
    if stands is None:
        return {"id": id_, "place": list(rect[:4]), "set": False}
    composer = Composer(page_kit.grid, page_kit.setter, kit.catalogue, [], pt(kit.press.limits.min_text_pt_one_ink))
    items = [owned(item, id_) for item in kit.kinds.drawings[block.kind](stands, composer)]
    fit = None if stands.fit is None else fit_data(stands.fit)
    composed = result.pages[result.makeups.index(makeup)]
    drawn = drawn_items(items, stands, composed, kit, pictures)
    return {"id": id_, "place": list(rect[:4]), "set": True, "fit": fit, "drawn": drawn}


def set_there(block: Block, rect: GridRect, page: IssuePage, kit: Kit, page_kit: PageKit) -> SetBlock:
    """A block of a page really set in its place there."""
    places = page_places(page, template_of(page, kit)[0], page_kit)
    galleys = page_galleys(page._replace(blocks=(block,)), page_kit)
    return place_block(block, site_of(block, places[block.id] or rect, page, places, galleys, page_kit), page_kit)


def overlaps(result: Result, page: IssuePage, moves: Sequence[Move]) -> list[list[str]]:
    """Pairs of blocks that would stand on one another, a guest in its host not among them."""
    assert result.issue is not None
    assert result.kit is not None
    template, _ = template_of(page, result.kit)
    places = page_places(page, template, page_kit_of(result.issue, page, result.kit))
    hosts = {block.id: block.host for block in page.blocks}
    moving = {move.id for move in moves}
    return [
        [one, other]
        for one in moving
        for other, rect in places.items()
        if other != one and rect is not None and (own := places[one]) is not None and own.meets(rect)
        and other not in (hosts[one],) and hosts[other] != one and (other not in moving or one < other)
    ]  # fmt: skip


def page_message(shown: Shown, known: set[str]) -> Data:
    """Everything that the browser is to show, without the blocks that it has (``known``, which grows)."""
    fresh: dict[str, Any] = {}
    for page in shown.pages:
        fresh |= {name: data for name, data in page.blocks.items() if name not in known}
    known |= fresh.keys()
    return {
        "revision": shown.revision,
        "draft": shown.draft,
        "stale": shown.stale,
        "pages": [page.facts for page in shown.pages],
        "blocks": fresh,
        "findings": shown.findings(),
    }
