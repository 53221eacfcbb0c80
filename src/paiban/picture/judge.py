"""Has a picture enough pixels for the size at which it is printed (print rule book: newsprint)?"""

from __future__ import annotations

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.picture.model import CropBox, PictureInfo
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
    kind = "lineart" if info.mode == "bilevel" else "picture"
    ppi = effective_ppi(info, *size, crop)
    found = []
    code, severity = _verdict(kind, ppi, press)
    if code:
        wanted = press.limits[f"{kind}_ppi"]
        facts = {
            "name": name,
            "ppi": round(ppi),
            "wanted": round(wanted),
            "width": f"{to_mm(size[0]):.0f}",
            "height": f"{to_mm(size[1]):.0f}",
            "fit_width": f"{to_mm(size[0]) * ppi / wanted:.0f}",
        }
        found.append(diagnose(code, span, severity, **facts))
    lost = 100 * (1 - (crop[2] - crop[0]) * (crop[3] - crop[1]))
    if round(lost, 6) > press.limits["picture_crop_warn_percent"]:
        found.append(diagnose("P761", span, name=name, lost=round(lost)))
    return tuple(found)


def _verdict(kind: str, ppi: float, press: Press) -> tuple[str, Severity | None]:
    """The code for a resolution, ``""`` where it will do."""
    if ppi < press.limits[f"{kind}_ppi_error"]:
        return ("P759", None) if kind == "picture" else ("P760", Severity.ERROR)
    if ppi < press.limits[f"{kind}_ppi_warn"]:
        return ("P758", None) if kind == "picture" else ("P760", None)
    return "", None
