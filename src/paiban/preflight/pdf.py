"""Preflight of a PDF file, from opening it to the report.

``preflight_pdf`` opens the file (``_open``), judges it as a whole (identity, output intent, catalogue, every stream)
and then page by page (boxes, annotations, content), each step guarded so that one bad part does not hide the rest.
"""

from __future__ import annotations

import io
import logging
import re
from pathlib import Path
from typing import Any

import pikepdf

from paiban.preflight.acting import annotation_box, judge_catalogue, judge_objects, judge_page_parts
from paiban.preflight.boxes import inherited, judge_boxes, judge_sizes, pages_of
from paiban.preflight.context import Inspection, PageView
from paiban.preflight.drawing import box_of, draw_form, judge_group, read_form
from paiban.preflight.findings import Findings, Report, Where
from paiban.preflight.geometry import IDENTITY, bounds, corners, outline
from paiban.preflight.identity import judge_identity
from paiban.preflight.intent import judge_intents
from paiban.preflight.judge import judge_spots
from paiban.preflight.limits import MOST_FILE_BYTES, MOST_PAGES
from paiban.preflight.painter import Painter
from paiban.preflight.reader import Reader
from paiban.preflight.rules import Standard
from paiban.preflight.state import State
from paiban.preflight.streams import Broken, Pdf, get, is_stream, items, object_number, unpack
from paiban.template import Press

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it has to say becomes findings, not stray lines

_FILE_NAME = re.compile(r"^(?:stream )?(?:<[^>]*>|.*?\.pdf)(?: \(|, |: )", re.IGNORECASE)
_LOOKS = ("/N", "/R", "/D")


def preflight_pdf(file: Path | bytes, press: Press) -> Report:
    """Judge a PDF against a print condition. Never raises for what is in the file: the findings are for that."""
    findings = Findings(standard_of(press))
    pdf = _open(file, findings)
    if pdf is not None:
        with pdf:
            run = Inspection(pdf, press, findings)
            if pdf.is_encrypted:
                findings.add("X103")
            _judge_document(run)
            _judge_pages(run)
            _judge_repairs(run)
    name = str(file) if isinstance(file, Path) else "<bytes>"
    return Report(name, press.name, findings.sorted())


def standard_of(press: Press) -> Standard:
    """The standard that a press file names (``x1a``, ``x4``, or either in full)."""
    return Standard.X4 if "x4" in press.standard.lower().replace("-", "") else Standard.X1A


def _open(file: Path | bytes, findings: Findings) -> Any:
    """The open file, or None with the reason noted."""
    try:
        size = len(file) if isinstance(file, bytes) else file.stat().st_size
        if size > MOST_FILE_BYTES:
            findings.add("X104", what="file size")
            return None
        source = io.BytesIO(file) if isinstance(file, bytes) else file
        return pikepdf.open(source, suppress_warnings=True)
    except pikepdf.PasswordError:
        findings.add("X103")
    except OSError as error:
        findings.add("X101", why=error.strerror or type(error).__name__)
    except Exception as error:  # libqpdf's, of many kinds; the file cannot be opened whatever it is
        findings.add("X101", why=_reason(error))
    return None


def _reason(error: object) -> str:
    """What libqpdf says, without the name of the file that it puts first."""
    text = str(error)
    return _FILE_NAME.sub("", text) or text


def _judge_document(run: Inspection) -> None:
    for rule, what in (
        (judge_identity, "identification"),
        (judge_intents, "output intent"),
        (judge_catalogue, "catalogue"),
        (judge_objects, "objects"),
    ):
        run.guarded(lambda rule=rule: rule(run), what)  # type: ignore[misc]


def _judge_pages(run: Inspection) -> None:
    views: list[PageView] = []
    run.guarded(lambda: views.extend(_judge_page_tree(run)), "page tree")
    for view in views:
        where = Where(view.number, object_number(view.source))
        run.guarded(lambda view=view: _judge_content(run, view), f"page {view.number}", where)  # type: ignore[misc]
    if views:
        judge_sizes(run, views)
    judge_spots(run)


def _judge_page_tree(run: Inspection) -> list[PageView]:
    pages = pages_of(run)
    if not pages:
        run.findings.add("X111")
    if len(pages) > MOST_PAGES:
        run.findings.add("X104", what="pages")
    return [judge_boxes(run, number, page) for number, page in enumerate(pages[:MOST_PAGES], 1)]


def _judge_content(run: Inspection, view: PageView) -> None:
    painter = Painter(run, view)
    state = State(clip=view.media)
    reader = Reader(run, painter, state)
    reader.resources = inherited(view.source, "/Resources")
    judge_group(reader, view.source)
    reader.run(_page_content(run, view), reader.resources, state.saved())
    for annotation in judge_page_parts(run, view):
        _read_looks(reader, annotation)
    painter.finish()


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
            run.findings.add("X105", Where(view.number, obj), f"stream{obj}", what="content", why=fault)
    return b"\n".join(parts)


def _read_looks(reader: Reader, annotation: Pdf) -> None:
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
            draw_form(reader, read_form(reader, look), (x, 0, 0, y, rect[0] - own[0] * x, rect[1] - own[1] * y))


def _judge_repairs(run: Inspection) -> None:
    """What libqpdf had to put right to read the file; a missing MediaBox it fills in has a name of its own."""
    complaints = [str(complaint) for complaint in run.pdf.get_warnings()]
    damage = [complaint for complaint in complaints if "MediaBox is undefined" not in complaint]
    if len(damage) < len(complaints):
        run.findings.add("X140")
    if damage:
        run.findings.add("X102", why=_reason(damage[0]))
