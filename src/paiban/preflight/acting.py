"""Things in a PDF that act, ask, or refer elsewhere; and what every stream must not be."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.preflight.context import Inspection, PageView
from paiban.preflight.findings import Where
from paiban.preflight.geometry import Bounds, bounds, common
from paiban.preflight.limits import DEEPEST_TREE, MOST_TREE_NODES
from paiban.preflight.streams import (
    PICTURE_FILTERS,
    PLAIN_FILTERS,
    Pdf,
    filters,
    get,
    is_array,
    is_dict,
    is_stream,
    items,
    keys,
    name,
    numbers,
    object_number,
)

_PRINTER_ANNOTATIONS = frozenset({"/PrinterMark", "/TrapNet"})
_KNOWN_FILTERS = PLAIN_FILTERS | PICTURE_FILTERS
_SKIPPED_TYPES = frozenset({"/XRef", "/ObjStm"})


def judge_catalogue(run: Inspection) -> None:
    """Scripts, actions, attachments, forms and layers of the document as a whole."""
    root = run.pdf.Root
    names = get(root, "/Names")
    if _is_filled(get(names, "/JavaScript")):
        run.findings.add("X160", Where(None, object_number(get(names, "/JavaScript"))))
    if _is_filled(get(names, "/EmbeddedFiles")) or items(get(root, "/AF")):
        run.findings.add("X162", Where(None, object_number(get(names, "/EmbeddedFiles"))))
    if is_dict(get(root, "/OpenAction")):
        judge_action(run, get(root, "/OpenAction"), Where(None, object_number(root)))
    judge_triggers(run, root, Where(None, object_number(root)))
    form = get(root, "/AcroForm")
    if items(get(form, "/Fields")) or get(form, "/XFA") is not None:
        run.findings.add("X163", Where(None, object_number(form)))
    if get(root, "/OCProperties") is not None:
        _judge_layers(run, get(root, "/OCProperties"))
    for entry in _outline(get(root, "/Outlines")):
        if get(entry, "/A") is not None:
            judge_action(run, get(entry, "/A"), Where(None, object_number(entry)))


def _judge_layers(run: Inspection, properties: Pdf) -> None:
    """Layers are not for X-1a; X-4 takes them if what is off stays off and nothing offers another choice."""
    where = Where(None, object_number(properties))
    run.findings.add("X165", where)
    if run.layers.hides:
        run.findings.add("X172", where)
    if items(get(properties, "/Configs")):
        run.findings.add("X173", where)


def _is_filled(tree: Pdf) -> bool:
    """Whether a name tree has entries."""
    return bool(items(get(tree, "/Names")) or items(get(tree, "/Kids")))


def _outline(top: Pdf) -> Iterator[Pdf]:
    """The entries of an outline, each once."""
    waiting: list[Pdf] = [get(top, "/First")]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_TREE_NODES:
        entry = waiting.pop()
        mark = object_number(entry)
        if entry is None or mark is None or mark in seen:
            continue
        seen.add(mark)
        yield entry
        waiting += [get(entry, "/Next"), get(entry, "/First")]


def judge_action(run: Inspection, action: Pdf, where: Where) -> None:
    """An action, and those that follow it; a script is its own fault."""
    for _ in range(DEEPEST_TREE):
        kind = name(get(action, "/S"))
        if kind in ("/JavaScript", "/Rendition") and get(action, "/JS") is not None:
            run.findings.add("X160", where)
        else:
            run.findings.add("X161", where, kind, action=kind[1:] or "?")
        following = items(get(action, "/Next"))
        if not following:
            return
        action = following[0]


def judge_triggers(run: Inspection, holder: Pdf, where: Where) -> None:
    """Additional actions of the document, a page or an annotation."""
    triggers = get(holder, "/AA")
    for key in keys(triggers):
        judge_action(run, get(triggers, key), where)


def judge_page_parts(run: Inspection, view: PageView) -> list[Pdf]:
    """A page's own actions and annotations; the annotations that may stay, whose looks must be judged as content."""
    where = Where(view.number, object_number(view.source))
    judge_triggers(run, view.source, where)
    if get(view.source, "/SeparationInfo") is not None:
        run.findings.add("X171", where, str(view.number))
    annotations = get(view.source, "/Annots")
    given = [a for a in items(annotations)[:MOST_TREE_NODES] if is_dict(a)] if is_array(annotations) else []
    return [annotation for annotation in given if not _judge_annotation(run, view, annotation)]


def _judge_annotation(run: Inspection, view: PageView, annotation: Pdf) -> bool:
    """Whether an annotation is one that must not be there."""
    kind = name(get(annotation, "/Subtype"))
    rect = annotation_box(annotation)
    where = view.where(rect, object_number(annotation))
    if kind == "/Popup":
        return False
    inside = rect is None or _overlap(rect, view.bleed)
    if inside and kind not in _PRINTER_ANNOTATIONS:
        run.findings.add("X164", where, kind, kind=kind[1:] or "?")
        return True
    if get(annotation, "/A") is not None:
        judge_action(run, get(annotation, "/A"), where)
    judge_triggers(run, annotation, where)
    return False


def annotation_box(annotation: Pdf) -> Bounds | None:
    """The rectangle of an annotation."""
    rect = numbers(get(annotation, "/Rect"), 4)
    return None if rect is None else bounds([(rect[0], rect[1]), (rect[2], rect[3])])


def _overlap(one: Bounds, other: Bounds) -> bool:
    shared = common(one, other)
    return shared is not None and (shared[2] > shared[0] or shared[3] > shared[1] or one[0] == one[2])


def judge_objects(run: Inspection) -> None:
    """Every stream of the file: its filters, and what it stands for."""
    for value in run.pdf.objects:
        run.work.spend("objects")
        if is_stream(value) and name(get(value, "/Type")) in _SKIPPED_TYPES:
            run.findings.add("X108", Where(None, object_number(value)))
        elif is_stream(value):
            _judge_stream(run, value)


def _judge_stream(run: Inspection, stream: Pdf) -> None:
    obj = object_number(stream)
    where, add = Where(None, obj), run.findings.add
    for kind in filters(stream):
        if kind == "/LZWDecode":
            add("X240", where)
        elif kind not in _KNOWN_FILTERS:
            add("X243", where, kind, filter=kind[1:])
    if get(stream, "/F") is not None:
        add("X170", where, str(obj))
    if name(get(stream, "/Subtype")) == "/PS" or name(get(stream, "/Subtype2")) == "/PS":
        add("X166", where, str(obj))
    if get(stream, "/OPI") is not None:
        add("X167", where, str(obj))
    if is_dict(get(stream, "/Ref")) and name(get(stream, "/Subtype")) == "/Form":
        add("X168", where, str(obj))
