"""The layout folder: names to files to values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.display import BLACK
from paiban.grid import GridRect
from paiban.resources import resource_folder
from paiban.source import Reader, Record, Values, decode_record, parse, read_source
from paiban.span import Span
from paiban.template.model import Body, Composition, Costs, Limits, PageTemplate, Press, Slot, StyleSheet, TypeStyle
from paiban.template.table import COSTS_RISE, LIMITS_RISE, PRESS, STYLE, STYLE_NAMES, TEMPLATE
from paiban.units import Length, rounded

CM_PER_INCH = 2.54

PIXELS_A_LINE = 1.5
"""Pixels a line of the screen that a picture needs at the least, or the screen shows steps."""

Loaded = TypeVar("Loaded")
Found = tuple[Loaded | None, tuple[Diagnostic, ...]]


def load_template(name: str, folder: Path | None = None) -> Found[PageTemplate]:
    """The template ``name`` of ``folder`` (default: the layout folder that came along), or None and why not."""
    return Layout(folder).template(name)


def load_style(name: str, folder: Path | None = None) -> Found[StyleSheet]:
    """The style sheet ``name`` of ``folder``, or None and why not."""
    return Layout(folder).style(name)


def load_press(name: str, folder: Path | None = None) -> Found[Press]:
    """The print condition ``name`` of ``folder``, or None and why not."""
    return Layout(folder).press(name)


class Layout:
    """The layout folder, each of its files read at most once, when it is first asked for.

    ``own`` is a paper's folder of the same form: what it has goes before what came along.

    A name is asked for with the ``span`` of the place that names it, so that an unknown one is reported there; faults
    of the files themselves come back at every asking. ``sources`` holds the texts of the files read so far.
    """

    def __init__(self, folder: Path | None = None, own: Path | None = None) -> None:
        came_along = resource_folder("layout") if folder is None else folder
        self.folders = (came_along,) if own is None else (own, came_along)
        self.sources: dict[str, str] = {}
        self._read: dict[tuple[str, str], Any] = {}

    def template(self, name: str, span: Span | None = None) -> Found[PageTemplate]:
        """The template ``name``."""
        return self._load(_Shelf("templates", "P209", TEMPLATE), name, span, build_template)

    def style(self, name: str, span: Span | None = None) -> Found[StyleSheet]:
        """The style sheet ``name``."""
        return self._load(_Shelf("styles", "P210", STYLE), name, span, build_style)

    def press(self, name: str, span: Span | None = None) -> Found[Press]:
        """The print condition ``name``."""
        return self._load(_Shelf("press", "P211", PRESS), name, span, build_press)

    def names(self, kind: str) -> list[str]:
        """What is there under ``templates``, ``styles`` or ``press``, in order."""
        return sorted({path.stem for folder in self.folders for path in (folder / kind).glob("*.yaml")})

    def _load(
        self, shelf: _Shelf, name: str, span: Span | None, build: Callable[[Values, Reader], Loaded]
    ) -> Found[Loaded]:
        known = self._read.get((shelf.kind, name))
        if known is not None:
            return known  # type: ignore[no-any-return]
        names = self.names(shelf.kind)
        if name not in names:
            return None, (diagnose(shelf.unknown, span, name=name, known=", ".join(names)),)
        paths = [folder / shelf.kind / f"{name}.yaml" for folder in self.folders]
        result = self._decode(next(path for path in paths if path.is_file()), shelf.record, build)
        self._read[shelf.kind, name] = result
        return result

    def _decode(self, path: Path, record: Record, build: Callable[[Values, Reader], Loaded]) -> Found[Loaded]:
        source, found = read_source(path)
        if source is None:
            return None, found
        self.sources[source.name] = source.text
        node, syntax = parse(source)
        reader = Reader(source, (*found, *syntax))
        values = None if node is None else decode_record(node, record, reader)
        sound = values is not None and not has_errors(reader.found)
        value = build(values, reader) if values is not None and sound else None
        return None if has_errors(reader.found) else value, tuple(reader.found)


class _Shelf(NamedTuple):
    """A kind of file: its folder, the code for a name that is not there, and its fields."""

    kind: str
    unknown: str
    record: Record


def build_template(values: Values, reader: Reader) -> PageTemplate:
    """A template from its decoded file: what is left out follows from centring and from whole rows."""
    height, foot, grid_top = values["height"], values["foot"], values["grid_top"]
    columns = values["columns"]
    bodies = tuple(_body(body, height - foot - grid_top, reader) for body in values["bodies"])
    folio = values["folio"]
    widest = max(_type_width(body, columns) for body in bodies)
    if widest > values["width"]:
        reader.report("P230", values.at("width"))
    sound = not has_errors(reader.found)
    slots = [_slot(name, slot, body, columns, reader) for body in bodies for name, slot in values["slots"] if sound]
    left = values["left"] if values.given("left") else rounded(values["width"] - widest, 2)
    return PageTemplate(
        name=values["name"],
        width=values["width"],
        height=height,
        bleed=values["bleed"],
        left=left,
        grid_top=grid_top,
        folio_top=folio["top"],
        folio_height=folio["height"],
        columns=columns,
        bodies=bodies,
        slots=tuple(slots),
        headline_scale=Fraction(values["headline_scale"]),
    )


def build_style(values: Values, reader: Reader) -> StyleSheet:
    """A style sheet from its decoded file."""
    colours = dict(values["colours"])
    _check_names(values, reader)
    costs = Costs(**_numbers(values["costs"]))
    _check_rise(costs, values["costs"], COSTS_RISE, reader)
    return StyleSheet(
        name=values["name"],
        composition=_composition(values["composition"]),
        roles={name: _role(name, role, colours, reader) for name, role in values["roles"]},
        headline_sizes=dict(values["headline_sizes"]),
        colours=colours,
        lengths=dict(values["lengths"]),
        costs=costs,
        rules={} if values["rules"] is None else values["rules"].items,
    )


def _check_names(values: Values, reader: Reader) -> None:
    for key, names in STYLE_NAMES.items():
        given = dict(values[key])
        for name in names:
            if name not in given:
                reader.report("P236", values.at(key), name=f"{key}: {name}")
    for weight, sizes in values["headline_sizes"]:
        if list(sizes) != sorted(sizes):
            reader.report("P237", values.at("headline_sizes"), weight=weight)


def build_press(values: Values, reader: Reader) -> Press:
    """A print condition from its decoded file."""
    limits = Limits(**_numbers(values["limits"]))
    _check_rise(limits, values["limits"], LIMITS_RISE, reader)
    _check_screen(limits, values["limits"], reader)
    return Press(**{**values.items, "limits": limits}, folder=str(Path(reader.source.name).parent))


def _numbers(values: Values | None) -> dict[str, Any]:
    """Decoded numbers, counts as ``int`` and amounts as ``float``; none where a file has none."""
    items = {} if values is None else values.items
    return {name: number if isinstance(number, int) else float(number) for name, number in items.items()}


def _check_rise(
    numbers: Limits | Costs, values: Values | None, pairs: Sequence[tuple[str, str]], reader: Reader
) -> None:
    """Numbers of which one may not be above the other; the one that is to blame is the one that was written."""
    for low, high in pairs:
        least, most = numbers.of(low), numbers.of(high)
        if least > most and values is not None:
            at = values.at(low if values.given(low) else high)
            reader.report("P261", at, low=low, least=f"{least:g}", high=high, most=f"{most:g}")


def _check_screen(limits: Limits, values: Values | None, reader: Reader) -> None:
    """Pictures have pixels enough for the screen that they are printed with."""
    screen = limits.screen_lines_per_cm * CM_PER_INCH
    if values is not None and limits.picture_ppi < PIXELS_A_LINE * screen:
        at = values.at("picture_ppi" if values.given("picture_ppi") else "screen_lines_per_cm")
        wanted, lines = round(PIXELS_A_LINE * screen), f"{limits.screen_lines_per_cm:g}"
        reader.report("P262", at, ppi=f"{limits.picture_ppi:g}", lines=lines, wanted=wanted)


def _body(values: Values, room: Length, reader: Reader) -> Body:
    rows = max(room // values["leading"], 0)
    if rows < 1:
        reader.report("P231", values.at("leading"))
    return Body(values["name"], values["size"], values["leading"], values["measure"], values["gutter"], rows)


def _type_width(body: Body, columns: int) -> Length:
    return (columns * body.measure_em + (columns - 1) * body.gutter_em) * body.size


def _slot(name: str, values: Values, body: Body, columns: int, reader: Reader) -> Slot:
    first, last = values["columns"]
    if last > columns:
        reader.report("P232", values.at("columns"), last=last, most=columns)
    row, end_row = (_row(values[key], body.rows) for key in ("top", "foot"))
    if end_row <= row:
        reader.report("P233", values.at("foot"))
    whole = GridRect.counted(first, last, 1, body.rows)
    return Slot(name, whole._replace(row=row, rows=end_row - row), body.name)


def _row(share: Fraction, rows: int) -> int:
    exact = share * rows
    return rounded(exact.numerator, exact.denominator)


def _role(name: str, values: Values, colours: dict[str, Any], reader: Reader) -> TypeStyle:
    colour = values["colour"]
    if colour not in colours and values.given("colour"):
        reader.report("P234", values.at("colour"), name=colour, known=", ".join(colours))
    return TypeStyle(
        role=name,
        face=values["face"],
        size=values["size"],
        leading=values["leading"],
        size_em=Fraction(values["size_em"]),
        colour=colours.get(colour, BLACK),
        tracking=values["tracking"],
        align=values["align"],
        indent_em=Fraction(values["indent"]),
        punctuation=values["punctuation"],
    )


def _composition(values: Values | None) -> Composition:
    if values is None:
        return Composition()
    gaps = {"gap": "gap_em", "gap_most": "gap_most_em", "mark_stretch": "mark_stretch_em"}
    items = {key: value for key, value in values.items.items() if key not in gaps}
    items |= {name: values[key] for key, name in gaps.items() if values[key] is not None}
    return Composition(**items)
