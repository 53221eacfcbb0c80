"""Preflight of a PDF file, from opening it to the report.

``preflight_pdf`` opens the file (``_open``), judges it as a whole (identity, output intent, catalogue, every stream)
and then page by page (boxes, annotations, content), each step guarded so that one bad part does not hide the rest.
"""

from __future__ import annotations

import io
import logging
from pathlib import Path
from typing import Any

import pikepdf

from paiban.preflight.acting import annotation_box, judge_catalogue, judge_objects, judge_page_parts
from paiban.preflight.boxes import inherited, judge_boxes, judge_sizes, pages_of
from paiban.preflight.clip import Clip
from paiban.preflight.context import Inspection, PageView
from paiban.preflight.examiner import Examiner
from paiban.preflight.findings import Findings, Report, Where
from paiban.preflight.geometry import IDENTITY, bounds, corners, outline
from paiban.preflight.identity import judge_identity
from paiban.preflight.intent import judge_intents
from paiban.preflight.judge import judge_group, judge_spots
from paiban.preflight.layers import Layers
from paiban.preflight.limits import MOST_FILE_BYTES, MOST_PAGES
from paiban.preflight.parts import box_of, read_part
from paiban.preflight.reader import Reader
from paiban.preflight.reasons import BOUNDS, REREAD, UNREADABLE
from paiban.preflight.state import State
from paiban.preflight.streams import Broken, Pdf, get, is_stream, items, object_number, unpack
from paiban.template import Press
from paiban.template.standard import STANDARDS

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it has to say becomes findings, not stray lines

_LOOKS = ("/N", "/R", "/D")


def preflight_pdf(file: Path | bytes, press: Press) -> Report:
    """Judge a PDF against a print condition. Never raises for what is in the file: the findings are for that."""
    return _report(file, press, 1.0)


def preflight_advert(data: bytes, press: Press, page: int, scale: float) -> Report:
    """Judge page ``page`` (from 1) as it will be printed ``scale`` times its size; the other pages do not matter."""
    return _report(_page_alone(data, page, STANDARDS[press.standard].transparency), press, scale)


def preflight_ink(data: bytes, press: Press, page: int) -> Any:
    """All inks of page ``page`` (from 1) together, as a picture of its trim, a step two per cent; None without it."""
    findings = Findings(STANDARDS[press.standard])
    pdf = _open(data, findings)
    if pdf is None:
        return None
    with pdf:
        run = Inspection(pdf, press, findings, Layers(pdf.Root), 1.0)
        views = [view for view in _judge_page_tree(run) if view.number == page]
        return _examined(run, views[0]).ink() if views else None


def _report(file: Path | bytes, press: Press, scale: float) -> Report:
    findings = Findings(STANDARDS[press.standard])
    pdf = _open(file, findings)
    spots: tuple[str, ...] = ()
    inks: tuple[str, ...] = ()
    least_ppi = None
    if pdf is not None:
        with pdf:
            run = Inspection(pdf, press, findings, Layers(pdf.Root), scale)
            if pdf.is_encrypted:
                findings.add("X103")
            _judge_document(run)
            _judge_pages(run)
            _judge_repairs(run)
            spots, least_ppi = tuple(sorted(run.spots)), run.least_ppi
            inks = tuple(name for name in "CMYK" if name in run.inks)
    name = str(file) if isinstance(file, Path) else "<bytes>"
    return Report(name, press.name, findings.sorted(), spots, inks, least_ppi)


def _page_alone(data: bytes, page: int, keep_group: bool) -> bytes:
    """The file without its other pages, whose faults are no reason.

    Without ``keep_group`` the page loses its transparency group as it does on the way in; what is transparent in it
    stays and is found. A file that is damaged or locked stays as it is: that is a reason itself.
    """
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if page > len(pdf.pages) or pdf.is_encrypted or pdf.get_warnings():
                return data
            grouped = not keep_group and "/Group" in pdf.pages[page - 1].obj
            if len(pdf.pages) == 1 and not grouped:
                return data
            del pdf.pages[page:]
            del pdf.pages[: page - 1]
            if grouped:
                del pdf.pages[0].obj["/Group"]
            alone = io.BytesIO()
            pdf.save(alone)
            return alone.getvalue()
    except MemoryError:
        raise
    except Exception:  # libqpdf's, of many kinds; preflight says what is the matter
        return data


def _open(file: Path | bytes, findings: Findings) -> Any:
    """The open file, or None with the reason noted."""
    try:
        size = len(file) if isinstance(file, bytes) else file.stat().st_size
        if size > MOST_FILE_BYTES:
            findings.add("X104", what=BOUNDS["file size"])
            return None
        source = io.BytesIO(file) if isinstance(file, bytes) else file
        return pikepdf.open(source, suppress_warnings=True, inherit_page_attributes=False)  # as written, unmended
    except pikepdf.PasswordError:
        findings.add("X103")
    except FileNotFoundError:
        findings.add("X101", why=UNREADABLE["missing"], remedy=REREAD["missing"])
    except PermissionError:
        findings.add("X101", why=UNREADABLE["forbidden"], remedy=REREAD["forbidden"])
    except OSError:
        findings.add("X101", why=UNREADABLE["unreadable"], remedy=REREAD["unreadable"])
    except MemoryError:
        raise
    except Exception:  # libqpdf's, of many kinds; the file cannot be opened whatever it is
        findings.add("X101", why=UNREADABLE["no PDF"], remedy=REREAD["no PDF"])
    return None


def _judge_document(run: Inspection) -> None:
    for judge, what in (
        (judge_identity, "identification"),
        (judge_intents, "output intent"),
        (judge_catalogue, "catalogue"),
        (judge_objects, "objects"),
    ):
        run.guarded(lambda judge=judge: judge(run), what)  # type: ignore[misc]


def _judge_pages(run: Inspection) -> None:
    views: list[PageView] = []
    run.guarded(lambda: views.extend(_judge_page_tree(run)), "page tree")
    for view in views:
        where = Where(view.number, object_number(view.source))
        run.guarded(lambda view=view: _judge_content(run, view), "content", where)  # type: ignore[misc]
    if views:
        judge_sizes(run, views)
    judge_spots(run)


def _judge_page_tree(run: Inspection) -> list[PageView]:
    pages = pages_of(run)
    if not pages:
        run.findings.add("X111")
    if len(pages) > MOST_PAGES:
        run.findings.add("X104", what=BOUNDS["pages"])
    return [judge_boxes(run, number, page) for number, page in enumerate(pages[:MOST_PAGES], 1)]


def _judge_content(run: Inspection, view: PageView) -> None:
    _examined(run, view)


def _examined(run: Inspection, view: PageView) -> Examiner:
    """A page's content read to its end, every rule judged on the way."""
    examiner = Examiner(run, view)
    state = State(clip=Clip(view.media))
    resources = inherited(view.source, "/Resources")
    reader = Reader(run, examiner, state, resources)
    judge_group(run, view, view.source, resources)
    reader.page(_page_content(run, view))
    for annotation in judge_page_parts(run, view):
        _read_looks(run, reader, annotation)
    examiner.finish()
    return examiner


def _page_content(run: Inspection, view: PageView) -> bytes:
    """All content streams of a page as one; the broken ones are noted and left out."""
    parts = []
    for stream in items(get(view.source, "/Contents")):
        obj = object_number(stream)
        try:
            if not is_stream(stream):
                raise Broken("no stream")
            parts.append(unpack(stream, run.work)[0])
        except Broken as fault:
            run.findings.add("X105", Where(view.number, obj), f"stream{obj}", what=fault.reason)
    return b"\n".join(parts)


def _read_looks(run: Inspection, reader: Reader, annotation: Pdf) -> None:
    """The appearances of an annotation that may stay: they print, so they are content."""
    looks = get(annotation, "/AP")
    rect = annotation_box(annotation)
    for kind in _LOOKS:
        look = get(looks, kind)
        box = box_of(look)
        if rect is None or box is None or not is_stream(look):
            continue
        own = bounds(outline(IDENTITY, corners(box)))
        if own[2] > own[0] and own[3] > own[1]:
            x, y = (rect[2] - rect[0]) / (own[2] - own[0]), (rect[3] - rect[1]) / (own[3] - own[1])
            reader.form(
                read_part(run, reader.examiner.page, look), (x, 0, 0, y, rect[0] - own[0] * x, rect[1] - own[1] * y)
            )


def _judge_repairs(run: Inspection) -> None:
    """What libqpdf had to put right to read the file."""
    damage = run.pdf.get_warnings()
    if damage:
        run.findings.add("X102")
