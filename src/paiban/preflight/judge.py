"""The checks on what is painted: colour spaces, ink, weights and sizes, resolution, bleed.

Each function looks at one painted thing and notes its faults; geometry is in points on the page. What holds for a page
of our own too is decided in :mod:`paiban.preflight.verdicts`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from paiban.preflight.colour import Space
from paiban.preflight.context import MM, Inspection, PageView, Spot
from paiban.preflight.findings import Where
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import Bounds, common
from paiban.preflight.images import PictureFacts
from paiban.preflight.ink import Ink, Inks
from paiban.preflight.reasons import CONTENT
from paiban.preflight.streams import Pdf, get, name, object_number
from paiban.preflight.verdicts import ink_fault, line_fault, resolution_fault, type_fault, white_fault

EDGE_PT = 0.1 * MM

_GUIDES = frozenset("c cp e k m n u up z cv cvu cvc hc pc tc tcx tp tpx xgc ec".split())  # noqa: SIM905
"""What names of one colour in different guides end with (Ghent Workgroup, R0021)."""

_DEVICE_INK = frozenset({"DeviceCMYK", "DeviceGray"})
_CIE = frozenset({"CalRGB", "CalGray", "Lab", "ICCBased"})


def judge_space(
    run: Inspection, page: PageView, space: Space, box: Bounds, obj: int | None = None, picture: bool = False
) -> None:
    """Whether the press may be given colours of this space, used in ``box`` and, for a picture, by object ``obj``."""
    root = space.root
    if root.family in _DEVICE_INK:
        return
    add, where = run.findings.add, page.where(box, obj)
    if root.family == "DeviceRGB":
        add("X211" if picture else "X210", where, str(where.obj) if picture else "")
    elif root.family in _CIE:
        _judge_cie(run, root, where)
    elif root.names:
        _judge_colorants(run, root, where)
    elif root.family == "unknown":
        add("X110", where, str(page.number), what=CONTENT["colour space"])
    elif root.family == "Pattern" and root.base is not None:
        judge_space(run, page, root.base, box, obj)


def _judge_cie(run: Inspection, space: Space, where: Where) -> None:
    """Colour by profile: not for X-1a; in X-4 RGB is converted unseen, CMYK only for the file's own condition."""
    subject = f"{space.family}{space.obj}"
    run.findings.add("X212", where, subject, space=space.family)
    if space.components == 3:
        run.findings.add("X213", where, subject, space=space.family)
    if space.components == 4 and space.profile != run.intent_profile:
        run.findings.add("X219", where, subject)


def _judge_colorants(run: Inspection, space: Space, where: Where) -> None:
    alternate = space.base.root.family if space.base else "unknown"
    for spot in space.spots:
        definition = (alternate, space.transform) if len(space.names) == 1 else None
        first = run.spots.setdefault(spot, Spot(where, definition))
        if first.definition is None:
            run.spots[spot] = first._replace(definition=definition)
        elif definition is not None and definition != first.definition:
            run.findings.add("X217", where, spot, spot=spot)
    if alternate not in _DEVICE_INK:
        names = ", ".join(colorant[1:] for colorant in space.names)
        run.findings.add("X216", where, names, names=names, space=alternate)


def judge_group(run: Inspection, page: PageView, holder: Pdf, resources: Pdf) -> None:
    """A transparency group, and the colour space that it blends in."""
    group = get(holder, "/Group")
    if name(get(group, "/S")) != "/Transparency":
        return
    where = page.where(None, object_number(holder))
    run.findings.add("X204", where, str(where.obj))
    space = get(group, "/CS")
    if space is not None and run.spaces.resolve(space, resources).components != 4:
        run.findings.add("X205", where, str(where.obj))


def judge_spots(run: Inspection) -> None:
    """Whether the file needs more spot plates than the shop runs."""
    most = int(run.limits.spot_plates)
    if len(run.spots) > most:
        for spot, (where, _) in sorted(run.spots.items()):
            run.findings.add("X214", where, spot, spot=spot, most=most)
    spelt: dict[str, str] = {}
    for spot, (where, _) in sorted(run.spots.items()):
        first = spelt.setdefault(plain_spot(spot), spot)
        if first != spot:
            run.findings.add("X218", where, spot, spot=spot, other=first)


def plain_spot(spot: str) -> str:
    """A spot colour's name without what differs between spellings of one: case, width, spaces, the guide's suffix."""
    words = unicodedata.normalize("NFKC", spot).casefold().split()
    while len(words) > 1 and words[-1] in _GUIDES:
        words.pop()
    return "".join(words)


def judge_ink(run: Inspection, page: PageView, ink: Ink, seen: Bounds) -> None:
    """Total area coverage of one colour, and the registration colour where it does not belong."""
    if not live(page, seen):
        return
    if ink.registration:
        if page.framed:
            run.findings.add("X215", page.where(seen))
    else:
        run.findings.note(ink_fault(ink, run.limits), page.where(seen))


def judge_font(run: Inspection, page: PageView, font: Font) -> None:
    """Whether a font that is chosen is all in the file."""
    where, add, subject = page.where(None, font.obj), run.findings.add, f"{font.title}{font.obj}"
    if font.kind == "/Type3":
        add("X233", where, subject, font=font.title)
        return
    if not font.embedded:
        add("X230", where, subject, font=font.title)
    elif not font.sound:
        add("X234", where, subject, font=font.title)
    else:
        if not font.subset:
            add("X231", where, subject, font=font.title)
        if font.open_type:
            add("X235", where, subject, font=font.title)
    if not font.unicode_known:
        add("X232", where, subject, font=font.title)


def judge_type(run: Inspection, page: PageView, ink: Ink, size: float, seen: Bounds, under: Inks | None) -> None:
    """Whether type of this colour and size (points) can be printed in register on what lies under it."""
    if live(page, seen) and not ink.registration:
        run.findings.note(type_fault(ink, size, run.limits, under), page.where(seen))


def judge_white(run: Inspection, page: PageView, ink: Ink, seen: Bounds, under: Inks | None) -> None:
    """Whether white that is no type and no line will be there."""
    if live(page, seen):
        run.findings.note(white_fault(ink, under), page.where(seen))


def judge_line(run: Inspection, page: PageView, ink: Ink, weight: float, seen: Bounds, under: Inks | None) -> None:
    """Whether a line of this weight (points) holds on the plate and in register."""
    if live(page, seen) and not ink.registration:
        run.findings.note(line_fault(ink, weight, run.limits, under), page.where(seen))


def judge_resolution(
    run: Inspection,
    page: PageView,
    facts: PictureFacts,
    size_mm: tuple[float, float],
    seen: Bounds,
    exact: Callable[[], bool],
) -> None:
    """Whether a picture has enough pixels an inch; a single pixel is a tint, and an ``exact`` one needs no more."""
    if facts.width * facts.height <= 1 or not live(page, seen):
        return
    fault = resolution_fault(facts.line_art, (facts.width, facts.height), size_mm, run.limits)
    if fault is not None and not exact():
        run.findings.note(fault, page.where(seen, facts.obj), str(facts.obj))


def judge_bleed(run: Inspection, page: PageView, seen: Bounds) -> None:
    """Whether a tint or picture that reaches the trim goes on far enough beyond it."""
    wanted = run.limits.bleed_mm * MM / page.unit
    if not wanted or not page.framed or not live(page, seen):
        return
    box, trim = common(seen, page.media), page.trim
    if box is None:
        return
    beyond = (trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3])
    short = [side for side in beyond if -EDGE_PT < side < wanted - EDGE_PT]
    if short:
        has = max(min(short), 0.0) * page.unit / MM
        run.findings.add("X150", page.where(box), has=has, wanted=run.limits.bleed_mm)


def judge_place(run: Inspection, page: PageView, ink: Ink | None, box: Bounds) -> None:
    """Whether type is cut by the trim, or lies where it will be cut away."""
    if not page.framed or (ink is not None and (ink.registration or ink.plates == 0)):
        return
    trim = page.trim
    inside = common(box, trim)
    if inside is None:
        if common(box, page.bleed) is not None:
            run.findings.add("X151", page.where(box), str(page.number))
        return
    if max(trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3]) > EDGE_PT and live(page, box):
        run.findings.add("X152", page.where(box), str(page.number))


def live(page: PageView, box: Bounds) -> bool:
    """Whether a box shows inside the trim, not only at its edge."""
    left, bottom, right, top = page.trim
    across = box[0] < right - EDGE_PT and box[2] > left + EDGE_PT
    return across and box[1] < top - EDGE_PT and box[3] > bottom + EDGE_PT
