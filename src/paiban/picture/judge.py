"""Has a picture enough pixels for the size at which it is printed (print rule book: newsprint)?"""

from __future__ import annotations

from pathlib import Path

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.display import Page, Picture
from paiban.picture.model import CropBox, PictureInfo
from paiban.picture.probe import probe_picture
from paiban.span import Span
from paiban.template import Press
from paiban.units import PER_INCH, Length, to_mm


def effective_ppi(info: PictureInfo, width: Length, height: Length, crop: CropBox) -> float:
    """Pixels an inch at the printed size, in the poorer of the two directions."""
    across = info.width_px * (crop[2] - crop[0]) * PER_INCH / width
    down = info.height_px * (crop[3] - crop[1]) * PER_INCH / height
    return min(across, down)


def judge_picture(
    info: PictureInfo,
    name: str,
    size: tuple[Length, Length],
    crop: CropBox,
    press: Press,
    span: Span | None = None,
) -> tuple[Diagnostic, ...]:
    """What the press's limits say of the picture ``name`` printed at ``size``, showing ``crop`` of it."""
    line_art = info.mode == "bilevel"
    ppi = effective_ppi(info, *size, crop)
    code, severity = _verdict(line_art, ppi, press)
    if not code:
        return ()
    wanted = press.limits.resolution(line_art).wanted
    facts = {
        "name": name,
        "ppi": round(ppi),
        "wanted": round(wanted),
        "width": f"{to_mm(size[0]):.0f}",
        "height": f"{to_mm(size[1]):.0f}",
        "fit_width": f"{to_mm(size[0]) * ppi / wanted:.0f}",
    }
    return (diagnose(code, span, severity, **facts),)


def judge_page(page: Page, press: Press) -> tuple[Diagnostic, ...]:
    """The judgement of every picture of a page as it stands there. What cannot be read is for others to report."""
    found: list[Diagnostic] = []
    for item in page.items:
        if isinstance(item, Picture):
            path = Path(item.path)
            info = probe_picture(path, item.span, press.limits)
            if isinstance(info, PictureInfo):
                size = (item.rect.width, item.rect.height)
                found += judge_picture(info, path.name, size, item.crop, press, item.span)
    return tuple(found)


def _verdict(line_art: bool, ppi: float, press: Press) -> tuple[str, Severity | None]:
    """The code for a resolution, ``""`` where it will do."""
    least = press.limits.resolution(line_art)
    if ppi < least.error:
        return ("P760", Severity.ERROR) if line_art else ("P759", None)
    if ppi < least.warn:
        return ("P760", None) if line_art else ("P758", None)
    return "", None
