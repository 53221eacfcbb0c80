"""The rules on what is painted: colour spaces, ink, weights and sizes, resolution, bleed.

Each function looks at one painted thing and notes its faults; geometry is in points on the page.
"""

from __future__ import annotations

from paiban.preflight.colour import Inks, Space
from paiban.preflight.context import MM, Inspection, PageView
from paiban.preflight.findings import Where
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import Box, common
from paiban.preflight.images import PictureFacts
from paiban.preflight.state import Ink

SOLID = 0.995
ON_INK = 0.1
"""Type or a line on less ink than this stands on paper."""

TAC_SLACK = 0.5
PICTURE_TAC_SLACK = 5.0
"""Per cent by which the cells of a compressed picture may swing above the limit that it was separated for."""

SLACK_PT = 0.005
EDGE_PT = 0.1 * MM
BLACKISH = 0.6
"""From here on the black of a colour of many inks makes it a black."""

_DEVICE_INK = frozenset({"DeviceCMYK", "DeviceGray"})
_CIE = frozenset({"CalRGB", "CalGray", "Lab", "ICCBased"})


def judge_space(
    run: Inspection, page: PageView, space: Space, box: Box, obj: int | None = None, picture: bool = False
) -> None:
    """Whether the press may be given colours of this space, used in ``box`` and, for a picture, by object ``obj``."""
    root = space.root
    if root.family in _DEVICE_INK:
        return
    add, where = run.findings.add, page.where(box, obj)
    if root.family == "DeviceRGB":
        add("X211" if picture else "X210", where, str(where.obj) if picture else "")
    elif root.family in _CIE:
        add("X212", where, f"{root.family}{root.obj}", space=root.family)
        if root.components == 3:
            add("X213", where, f"{root.family}{root.obj}", space=root.family)
    elif root.names:
        _judge_colorants(run, root, where)
    elif root.family == "unknown":
        add("X110", where, str(page.number), what="colour space")
    elif root.family == "Pattern" and root.base is not None:
        judge_space(run, page, root.base, box, obj)


def _judge_colorants(run: Inspection, space: Space, where: Where) -> None:
    alternate = space.base.root.family if space.base else "unknown"
    for spot in space.spots:
        first = run.spots.setdefault(spot, (where, alternate))
        if first[1] != alternate:
            run.findings.add("X217", where, spot, spot=spot)
    if alternate not in _DEVICE_INK:
        names = ", ".join(colorant[1:] for colorant in space.names)
        run.findings.add("X216", where, names, names=names, space=alternate)


def judge_spots(run: Inspection) -> None:
    """Whether the file needs more spot plates than the shop runs."""
    most = run.limits.spot_plates
    if len(run.spots) > most:
        for spot, (where, _) in sorted(run.spots.items()):
            run.findings.add("X214", where, spot, spot=spot, most=most)


def judge_ink(run: Inspection, page: PageView, ink: Ink, seen: Box) -> None:
    """Total area coverage of one colour, and the registration colour where it does not belong."""
    if not live(page, seen):
        return
    if ink.registration:
        if page.framed:
            run.findings.add("X215", page.where(seen))
    elif ink.percent > run.limits.tac_percent + TAC_SLACK:
        run.findings.add("X260", page.where(seen), tac=round(ink.percent), limit=run.limits.tac_percent)


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


def judge_type(run: Inspection, page: PageView, ink: Ink, size: float, seen: Box, under: Inks | None) -> None:
    """Whether type of this colour and size (points) can be printed in register on what lies under it."""
    if not live(page, seen) or ink.registration:
        return
    on_ink = under is not None and sum(under) >= ON_INK
    add, where = run.findings.add, page.where(seen)
    if ink.count == 0:
        if on_ink and ink.overprints:
            add("X183", where)
        elif on_ink and size < run.limits.reversed_pt - SLACK_PT:
            add("X267", where, size=size, limit=run.limits.reversed_pt)
    elif ink.count == 1:
        if size < run.limits.min_text_pt_one_ink - SLACK_PT:
            add("X265", where, size=size, limit=run.limits.min_text_pt_one_ink)
        if under is not None and size < run.limits.overprint_black_pt and _knocks_out_black(run, ink, under):
            add("X184", where, size=size)
    elif size < run.limits.min_text_pt_inks - SLACK_PT:
        code = "X268" if ink.inks[3] >= BLACKISH or min(ink.inks[:3]) >= BLACKISH else "X266"
        add(code, where, size=size, inks=ink.count, limit=run.limits.min_text_pt_inks)


def _knocks_out_black(run: Inspection, ink: Ink, under: Inks) -> bool:
    """Whether black type leaves a hole in colour that it could as well print over."""
    colour = sum(under) - under[3]
    fits = 100 * colour + 100 <= run.limits.tac_percent
    return not ink.overprints and ink.inks[3] >= SOLID and colour >= ON_INK and fits


def judge_line(run: Inspection, page: PageView, ink: Ink, weight: float, seen: Box, under: Inks | None) -> None:
    """Whether a line of this weight (points) holds on the plate and in register."""
    if not live(page, seen) or ink.registration:
        return
    reversed_out = ink.count == 0
    if reversed_out and (under is None or sum(under) < ON_INK):
        return
    if reversed_out and ink.overprints:
        run.findings.add("X183", page.where(seen))
        return
    solid = ink.count == 1 and max(ink.inks) >= SOLID
    least = run.limits.min_rule_pt_solid if solid else run.limits.min_rule_pt_tint
    if weight < least - SLACK_PT:
        run.findings.add("X263" if solid else "X264", page.where(seen), weight=weight, limit=least)


def judge_resolution(run: Inspection, page: PageView, facts: PictureFacts, ppi: float | None, seen: Box) -> None:
    """Whether a picture has enough pixels an inch at the size that it is placed at."""
    if ppi is None or not live(page, seen):
        return
    least = run.limits.resolution(facts.line_art)
    codes = ("X248", "X247") if facts.line_art else ("X246", "X245")
    for code, bound in zip(codes, (least.error, least.warn), strict=True):
        if ppi < bound - 0.5:
            where, pixels = page.where(seen, facts.obj), f"{facts.width} × {facts.height}"
            run.findings.add(code, where, str(facts.obj), ppi=round(ppi), limit=bound, pixels=pixels)
            return


def judge_bleed(run: Inspection, page: PageView, seen: Box) -> None:
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


def judge_place(run: Inspection, page: PageView, ink: Ink | None, box: Box) -> None:
    """Whether type is cut by the trim, or lies where it will be cut away."""
    if not page.framed or (ink is not None and (ink.registration or ink.count == 0)):
        return
    trim = page.trim
    inside = common(box, trim)
    if inside is None:
        if common(box, page.bleed) is not None:
            run.findings.add("X151", page.where(box), str(page.number))
        return
    if max(trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3]) > EDGE_PT and live(page, box):
        run.findings.add("X152", page.where(box), str(page.number))


def live(page: PageView, box: Box) -> bool:
    """Whether a box shows inside the trim, not only at its edge."""
    left, bottom, right, top = page.trim
    across = box[0] < right - EDGE_PT and box[2] > left + EDGE_PT
    return across and box[1] < top - EDGE_PT and box[3] > bottom + EDGE_PT
