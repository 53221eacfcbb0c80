"""Page boxes: there, rectangles, nested; and what a page's frame is for everything else."""

from __future__ import annotations

from paiban.preflight.context import MM, Inspection, PageView
from paiban.preflight.findings import Where
from paiban.preflight.geometry import Bounds, holds
from paiban.preflight.limits import DEEPEST_TREE
from paiban.preflight.streams import Pdf, get, is_dict, items, number, numbers, object_number, whole

_A4: Bounds = (0.0, 0.0, 595.276, 841.89)
_SAME_SIZE_MM = 0.1
_OF_A_SPREAD = (1, 2, 0.5)
"""As many times as wide as the first page another may be: that may be the spread."""

_NESTING = (("TrimBox", "BleedBox"), ("TrimBox", "MediaBox"), ("BleedBox", "MediaBox"))


def pages_of(run: Inspection) -> list[Pdf]:
    """The page dictionaries in order, read here and not by libqpdf, which would mend what is to be judged."""
    pages: list[Pdf] = []
    seen: set[int] = set()
    waiting = [get(run.pdf.Root, "/Pages")]
    while waiting:
        node = waiting.pop()
        run.work.spend("objects")
        mark = object_number(node)
        if mark in seen:
            run.findings.add("X102")
        if not is_dict(node) or mark in seen:
            continue
        if mark is not None:
            seen.add(mark)
        kids = get(node, "/Kids")
        if kids is None:
            pages.append(node)
        else:
            waiting += reversed(items(kids))
    return pages


def inherited(page: Pdf, key: str) -> Pdf:
    """A page attribute that its parents may give (resources, MediaBox, CropBox, Rotate)."""
    holder = page
    for _ in range(DEEPEST_TREE):
        value = get(holder, key)
        if value is not None:
            return value
        holder = get(holder, "/Parent")
        if holder is None:
            break
    return None


def judge_boxes(run: Inspection, number_of: int, page: Pdf) -> PageView:
    """Judge a page's boxes; the view takes the next larger box for one that is missing or void."""
    where = Where(number_of, object_number(page))
    boxes = {}
    for key in ("MediaBox", "BleedBox", "TrimBox", "ArtBox", "CropBox"):
        given = inherited(page, "/" + key) if key in ("MediaBox", "CropBox") else get(page, "/" + key)
        box = _box(given)
        if box is not None:
            boxes[key] = box
        elif given is not None and key != "MediaBox":
            run.findings.add("X143", where, f"{number_of}{key}", box=key)
    media = boxes.get("MediaBox", _A4)
    if "MediaBox" not in boxes:
        run.findings.add("X140", where, str(number_of))
    _judge_trim(run, page, boxes, where)
    _judge_nesting(run, boxes, where)
    _judge_view(run, page, where)
    trim = boxes.get("TrimBox", boxes.get("ArtBox", boxes.get("CropBox", media)))
    unit = number(get(page, "/UserUnit"), 1.0) or 1.0
    framed = "TrimBox" in boxes or "ArtBox" in boxes
    return PageView(number_of, page, media, trim, boxes.get("BleedBox", trim), unit * run.scale, framed)


def _box(value: Pdf) -> Bounds | None:
    """A rectangle with its corners in order; None where it has no area."""
    found = numbers(value, 4)
    if found is None:
        return None
    x0, y0, x1, y1 = found
    box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return box if box[2] - box[0] >= 1 and box[3] - box[1] >= 1 else None


def _judge_trim(run: Inspection, page: Pdf, boxes: dict[str, Bounds], where: Where) -> None:
    subject = str(where.page)
    if get(page, "/TrimBox") is None:
        if "ArtBox" not in boxes:  # PDF/X takes either as the finished size
            run.findings.add("X141", where, subject)
    elif "ArtBox" in boxes:
        run.findings.add("X142", where, subject)
    trim, crop = boxes.get("TrimBox"), boxes.get("CropBox")
    if trim and crop and not holds(crop, trim):
        run.findings.add("X145", where, subject)


def _judge_nesting(run: Inspection, boxes: dict[str, Bounds], where: Where) -> None:
    for inner, outer in _NESTING:
        if inner in boxes and outer in boxes and not holds(boxes[outer], boxes[inner]):
            run.findings.add("X144", where, f"{where.page}", inner=inner, outer=outer)
            return


def _judge_view(run: Inspection, page: Pdf, where: Where) -> None:
    angle = whole(inherited(page, "/Rotate"))
    if angle % 360:
        run.findings.add("X146", where, str(where.page), angle=angle)
    unit = number(get(page, "/UserUnit"), 1.0)
    if unit != 1:
        run.findings.add("X147", where, str(where.page), unit=unit)


def judge_sizes(run: Inspection, views: list[PageView]) -> None:
    """Whether all pages have the trim of the first; a spread among pages is twice as wide."""
    sizes = [((v.trim[2] - v.trim[0]) * v.unit / MM, (v.trim[3] - v.trim[1]) * v.unit / MM) for v in views]
    for view, (width, height) in zip(views, sizes, strict=True):
        fits = any(abs(width - sizes[0][0] * times) <= _SAME_SIZE_MM for times in _OF_A_SPREAD)
        if not fits or abs(height - sizes[0][1]) > _SAME_SIZE_MM:
            has, first = f"{width:.1f} × {height:.1f}", f"{sizes[0][0]:.1f} × {sizes[0][1]:.1f}"
            run.findings.add("X148", Where(view.number), has, has=has, first=first)
