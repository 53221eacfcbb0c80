"""Decoded files of the layout folder made into values, and what the table of fields alone cannot see reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from paiban.diagnostic import has_errors
from paiban.display import BLACK, Colour
from paiban.grid import GridRect
from paiban.language import Words
from paiban.resources import resource_folder
from paiban.source import FileReader, Record, Values
from paiban.span import Span
from paiban.template.dresses import USUAL_DRESSES, Dress
from paiban.template.model import (
    Body,
    Border,
    Composition,
    Costs,
    Folio,
    FurnitureItem,
    Limits,
    PageTemplate,
    Press,
    RunStyle,
    Slot,
    StyleSheet,
    TableStyle,
    TypeStyle,
    headline_of,
    reversed_of,
)
from paiban.template.naming import RECORDS, both_names, no_entry
from paiban.template.page_rules import OFF, SEAM_RULES
from paiban.template.runs import USUAL_RUNS
from paiban.template.standard import STANDARDS
from paiban.template.table_costs import COSTS, COSTS_RISE
from paiban.template.table_page import FURNITURE
from paiban.template.table_press import LIMITS, LIMITS_RISE
from paiban.template.table_style import BORDERS, COLOURS, DRESS_STYLES, LINES, NEEDED, RUN_STYLES, TABLE_STYLES
from paiban.template.tabular import USUAL_TABLES
from paiban.units import Length, rounded, scaled, to_pt

CM_PER_INCH = 2.54

TABLE_PARTS = {
    "edge": "lines", "side": "lines", "head_rule": "lines", "row_rule": "lines", "column_rule": "lines",
    "head_tint": "colours", "group_tint": "colours", "stripe": "colours", "first": "roles",
}  # fmt: skip
"""What the names in a style of tables are names of."""

NONE = ("none", "无")
"""What takes a line or a tint out of a style."""

MODULAR = "modular"
"""How pages are made up of modules (模块式)."""

LEAST_COLUMN_EM = 4
"""A basic column of fewer characters cannot be justified."""

DRESS_COLOURS = ("colour", "secondary", "ground", "outline", "shadow")
DRESS_LINES = ("above", "below")
"""What a dress names of the sheet's colours, and of its lines."""

PIXELS_A_LINE = 1.5
"""Pixels a line of the screen that a picture needs at the least, or the screen shows steps."""


def build_template(values: Values, reader: FileReader) -> PageTemplate:
    """A template from its decoded file: what is left out follows from centring and from whole rows."""
    height, foot, grid_top = values["height"], values["foot"], values["grid_top"]
    columns = values["columns"]
    bodies = tuple(_body(body, height - foot - grid_top, reader) for body in values["bodies"])
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
        folio=_folio(values["folio"]),
        columns=columns,
        bodies=bodies,
        slots=tuple(slots),
        headline_scale=Fraction(values["headline_scale"]),
        adverts=dict(values["adverts"]),
        furniture=tuple(_furniture(item, values, reader) for item in values["furniture"]),
        foot=foot,
    )


def _folio(values: Values | None) -> Folio | None:
    return (
        None if values is None else Folio(values["top"], values["height"], "outside" if values["mirrored"] else "left")
    )


def _furniture(values: Values, template: Values, reader: FileReader) -> FurnitureItem:
    """A piece of furniture: it says something or is a line, hangs from the head or stands on the foot, off the copy."""
    for first, second in (("text", "line"), ("top", "foot")):
        if values[first] is not None and values[second] is not None:
            reader.report("P268", values.at(second), **_named(first, second))
        elif values[first] is None and values[second] is None:
            reader.report("P269", values.span, **_named(first, second))
    from_foot = values["top"] is None
    y: Length = (values["foot"] if from_foot else values["top"]) or 0
    if y > (template["foot"] if from_foot else template["grid_top"]):
        reader.report("P267", values.at("foot" if from_foot else "top"))
    return FurnitureItem(
        values["text"] or (), _line_named(values["line"] or ""), values["role"], values["at"], y, from_foot,
        values["pages"], values.span,
    )  # fmt: skip


def _line_named(name: str) -> str:
    """The English name of a line or a border of the sheets."""
    known = LINES.keys.get(name) or BORDERS.keys.get(name)
    return known.key if known is not None else name


def _named(first: str, second: str) -> dict[str, Words]:
    return {"own_first": spellings(FURNITURE, first), "own_second": spellings(FURNITURE, second)}


def build_style(values: Values, reader: FileReader) -> StyleSheet:
    """A style sheet from its decoded file, complete or with what it lacks reported."""
    _check_complete(values, reader)
    colours = _own_and_known(values["colours"])
    lines = _own_and_known(values["lines"])
    roles = _own_and_known(values["roles"])
    runs = _runs(values["runs"], colours, reader)
    costs = Costs(**_numbers(values["costs"]))
    _check_rise(costs, values["costs"], COSTS, COSTS_RISE, reader)
    return StyleSheet(
        name=values["name"],
        composition=_composition(values["composition"]),
        roles={name: _role(name, role, colours, runs, reader) for name, role in roles.items()},
        runs=runs,
        tables=_tables(values["tables"], {"lines": lines, "colours": colours, "roles": roles}, reader),
        headline_sizes=_headline_sizes(values["headline_sizes"], reader),
        headline_faces={int(weight): face for weight, face in _own_and_known(values["headline_faces"]).items()},
        colours=colours,
        lines=lines,
        borders={name: _border(border) for name, border in _own_and_known(values["borders"]).items()},
        lengths=_own_and_known(values["lengths"]),
        dresses=_dresses(values, colours, reader),
        costs=costs,
        rules=_rules(values),
        makeup=values["makeup"],
        second_centre=values["second_centre"],
        labels=values["labels"],
        copy=values["copy"],
        slips={} if values["slips"] is None else values["slips"].items,
        proofreading={} if values["proofreading"] is None else values["proofreading"].items,
        faces_at=_faces_at(roles, values["headline_faces"]),
    )


def _rules(values: Values) -> Mapping[str, str]:
    """How severe each rule is: in 模块式 lines through the page are meant."""
    rules = {} if values["rules"] is None else values["rules"].items
    return {**rules, **dict.fromkeys(SEAM_RULES, OFF)} if values["makeup"] == MODULAR else rules


def _check_complete(values: Values, reader: FileReader) -> None:
    """Whether a sheet has every entry that a page is composed with."""
    for key, record in NEEDED:
        part: Values | None = values[key]
        for field in record.fields:
            if part is None or part[field.key] is None:
                reader.report("P236", values.at(key), name=f"{key}: {field.key}")


def _own_and_known(values: Values | None) -> dict[str, Any]:
    """The entries of a part by their English key, or by the name that their writer gave them."""
    return {} if values is None else {name: value for name, value in values.items.items() if value is not None}


def _faces_at(roles: Mapping[str, Values], ladder: Values | None) -> dict[str, Span]:
    """Where the faces of each role are written, and those of headlines by their weight."""
    by_weight = {} if ladder is None else {headline_of(int(weight)): ladder.at(weight) for weight in ladder.spans}
    on_dark = {reversed_of(name): role.at("reversed") for name, role in roles.items() if role["reversed"]}
    return {name: role.at("face") for name, role in roles.items()} | on_dark | by_weight


def _headline_sizes(values: Values | None, reader: FileReader) -> dict[int, tuple[Length, Length, Length]]:
    sizes = {int(weight): size for weight, size in _own_and_known(values).items()}
    for weight, size in sizes.items():
        if values is not None and list(size) != sorted(size):
            reader.report("P237", values.at(str(weight)), weight=weight)
    return sizes


def _border(values: Values) -> Border:
    return Border(values["thick"], values["gap"], values["fine"])


def build_press(values: Values, reader: FileReader) -> Press:
    """A print condition from its decoded file."""
    limits = Limits(**_numbers(values["limits"]))
    _check_rise(limits, values["limits"], LIMITS, LIMITS_RISE, reader)
    _check_screen(limits, values["limits"], reader)
    return Press(**{**values.items, "limits": limits}, folder=str(_profile_folder(values, reader)))


def _profile_folder(values: Values, reader: FileReader) -> Path:
    """The folder from which ``icc`` starts: the press file's own, or that of the profiles that came along."""
    own = Path(reader.source.name).parent
    found = next((f for f in (own, resource_folder("layout") / "press") if (f / values["icc"]).is_file()), None)
    if found is None and values["icc"]:
        reader.report("P764", values.at("icc"), path=values["icc"], press=values["name"])
    if not values["icc"] and STANDARDS[values["standard"]].needs_profile:
        reader.report("P704", values.at("standard"), press=values["name"])
    return found or own


def _numbers(values: Values | None) -> dict[str, Any]:
    """Decoded numbers, counts as ``int`` and amounts as ``float``; none where a file has none."""
    items = {} if values is None else values.items
    return {name: number if isinstance(number, int) else float(number) for name, number in items.items()}


def _check_rise(
    numbers: Limits | Costs, values: Values | None, record: Record, pairs: Sequence[tuple[str, str]], reader: FileReader
) -> None:
    """Numbers of which one may not be above the other; the one that is to blame is the one that was written."""
    for low, high in pairs:
        least, most = numbers.of(low), numbers.of(high)
        if least > most and values is not None:
            at = values.at(low if values.given(low) else high)
            own = {"own_low": spellings(record, low), "own_high": spellings(record, high)}
            reader.report("P261", at, **own, least=f"{least:g}", most=f"{most:g}")


def spellings(record: Record, key: str) -> Words:
    """A key in Chinese and English."""
    return Words(record.keys[key].zh, key)


def _check_screen(limits: Limits, values: Values | None, reader: FileReader) -> None:
    """Pictures have pixels enough for the screen that they are printed with."""
    screen = limits.screen_lines_per_cm * CM_PER_INCH
    if values is not None and limits.picture_ppi < PIXELS_A_LINE * screen:
        at = values.at("picture_ppi" if values.given("picture_ppi") else "screen_lines_per_cm")
        wanted, lines = round(PIXELS_A_LINE * screen), f"{limits.screen_lines_per_cm:g}"
        reader.report("P262", at, ppi=f"{limits.picture_ppi:g}", lines=lines, wanted=wanted)


def _body(values: Values, room: Length, reader: FileReader) -> Body:
    rows = max(room // values["leading"], 0)
    if rows < 1:
        reader.report("P231", values.at("leading"))
    size: Length = values["size"]
    column, gutter = _in_length(values["measure"], size), _in_length(values["gutter"], size)
    if column < LEAST_COLUMN_EM * size:
        least = f"{to_pt(LEAST_COLUMN_EM * size):g}pt"
        reader.report("P146", values.at("measure"), value=f"{to_pt(column):g}pt", least=least, most="2000mm")
    return Body(values["name"], size, values["leading"], column, gutter, rows)


def _in_length(value: Fraction | Length, size: Length) -> Length:
    """A measure as a Length: characters of the body's size, or a length already."""
    return scaled(size, value) if isinstance(value, Fraction) else value


def _type_width(body: Body, columns: int) -> Length:
    return columns * body.column + (columns - 1) * body.gutter


def _slot(name: str, values: Values, body: Body, columns: int, reader: FileReader) -> Slot:
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


def _runs(values: Values | None, colours: Mapping[str, Colour], reader: FileReader) -> dict[str, RunStyle]:
    """Styles of runs by every name that copy may call them: the colours, our own table, what the sheet says of it."""
    found = {name: RunStyle(colour=colour) for name, colour in colours.items()}
    found |= {field.zh: RunStyle(colour=colours[field.key]) for field in COLOURS.fields if field.key in colours}
    found |= USUAL_RUNS
    for name, run in _own_and_known(values).items():
        known = RUN_STYLES.keys.get(name)
        style = _run(run, found[name] if known is not None else RunStyle(), colours, reader)
        found |= {name: style} if known is None else {known.key: style, known.zh: style}
    return found


def _run(values: Values, usual: RunStyle, colours: Mapping[str, Colour], reader: FileReader) -> RunStyle:
    """A style of runs; what it does not say is as usual."""
    said = {key: value for key, value in values.items.items() if values.given(key) and value is not None}
    for key in ("colour", "ground"):
        if key in said:
            said[key] = colours.get(_colour_named(key, values, colours, reader))
    for key, name in (("size_em", "size_em"), ("rise", "rise_em")):
        if key in said:
            said[name] = Fraction(said.pop(key))
    return usual._replace(**said)


def _tables(values: Values | None, known: Mapping[str, Mapping[str, Any]], reader: FileReader) -> dict[str, TableStyle]:
    """Styles of tables by every name: our own, and what the sheet says of them."""
    found = dict(USUAL_TABLES)
    for name, said in _own_and_known(values).items():
        row = TABLE_STYLES.keys.get(name)
        style = _table(said, found[name] if row is not None else TableStyle(), known, reader)
        found |= {name: style} if row is None else {row.key: style, row.zh: style}
    return found


def _table(values: Values, usual: TableStyle, known: Mapping[str, Mapping[str, Any]], reader: FileReader) -> TableStyle:
    """A style of tables; what it does not say is as usual. Its lines, colours and roles are the sheet's."""
    said = {key: "" if value in NONE else value for key, value in values.items.items() if values.given(key)}
    for key, part in TABLE_PARTS.items():
        row = RECORDS[part].keys.get(said.get(key, ""))
        if row is not None:
            said[key] = row.key
        elif said.get(key) and said[key] not in known[part]:
            reader.found.append(no_entry(part, said[key], known[part], values.at(key)))
    return usual._replace(**said)


def _colour_named(key: str, values: Values, colours: Mapping[str, Colour], reader: FileReader) -> str:
    """The English name of a colour of the sheet; reported where it has none of that name."""
    known = COLOURS.keys.get(values[key])
    colour: str = known.key if known is not None else values[key]
    if colour not in colours and values.given(key):
        reader.report("P234", values.at(key), name=colour, known=both_names(colours, COLOURS))
    return colour


def _dresses(values: Values, colours: Mapping[str, Colour], reader: FileReader) -> dict[str, Dress]:
    """Headline dresses by key: our own table, and what the sheet says of it."""
    found = dict(USUAL_DRESSES)
    lines = _own_and_known(values["lines"])
    for name, dress in _own_and_known(values["dresses"]).items():
        known = DRESS_STYLES.keys.get(name)
        key = name if known is None else known.key
        found[key] = _dress(dress, found.get(key, Dress()), colours, lines, reader)
    return found


def _dress(
    values: Values, usual: Dress, colours: Mapping[str, Colour], lines: Mapping[str, Length], reader: FileReader
) -> Dress:
    """A dress; what it does not say is as usual."""
    said = {key: value for key, value in values.items.items() if values.given(key) and value is not None}
    for key in DRESS_COLOURS:
        if said.get(key):
            said[key] = _colour_named(key, values, colours, reader)
    for key in DRESS_LINES:
        if said.get(key):
            said[key] = LINES.keys[said[key]].key if said[key] in LINES.keys else said[key]
            if said[key] not in lines:
                reader.report("P265", values.at(key), name=said[key], known=both_names(lines, LINES))
    for key in ("outline_em", "shadow_em"):
        if key in said:
            said[key] = Fraction(said[key])
    return usual._replace(**said)


def _role(
    name: str, values: Values, colours: Mapping[str, Colour], runs: Mapping[str, RunStyle], reader: FileReader
) -> TypeStyle:
    colour = _colour_named("colour", values, colours, reader)
    for key in ("lead_in", "bullet", "person"):
        if values[key] and values[key] not in runs:
            reader.report("P235", values.at(key), name=values[key], known=", ".join(runs))
    if values["face"] is None:
        reader.report("P236", values.span, name=f"roles: {name}: face")
    return TypeStyle(
        role=name,
        face=values["face"],
        size=values["size"],
        leading=values["leading"],
        size_em=Fraction(values["size_em"]),
        leading_em=Fraction(values["leading_em"]),
        colour=colours.get(colour, BLACK),
        tracking=values["tracking"],
        align=values["align"],
        indent_em=Fraction(values["indent"]),
        hang_em=Fraction(values["hang"]),
        punctuation=values["punctuation"],
        lead_in=values["lead_in"],
        bullet=values["bullet"],
        person=values["person"],
        reversed_face=values["reversed"],
    )


def _composition(values: Values | None) -> Composition:
    if values is None:
        return Composition()
    in_em = {
        "gap": "gap_em", "gap_least": "gap_least_em", "gap_most": "gap_most_em", "mark_stretch": "mark_stretch_em",
    }  # fmt: skip
    return Composition(**{in_em.get(key, key): value for key, value in values.items.items()})
