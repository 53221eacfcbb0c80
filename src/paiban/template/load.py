"""The layout folder: names to files to values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.language import Words
from paiban.resources import resource_folder
from paiban.source import FileReader, Record, Values, decode_record, make_source, parse, read_source
from paiban.span import Span
from paiban.template.build import build_press, build_style, build_template
from paiban.template.form import USUAL_FORM, PageForm, formed
from paiban.template.model import PageTemplate, Press, StyleSheet
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import PRESS
from paiban.template.table_style import STYLE
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.template.ideas import Idea

USUAL_IDEAS = "usual"
"""The ideas of pages, of which there is one file."""

USUAL_STYLE = "daily"
"""The style sheet that came along and lies under every other."""

USUAL = {"templates": "broadsheet", "styles": USUAL_STYLE, "press": "newsprint", "ideas": USUAL_IDEAS}
"""What a draft is set with where the file that is asked for is not there or is faulty."""

Loaded = TypeVar("Loaded")
Found = tuple[Loaded | None, tuple[Diagnostic, ...]]


class Layout:
    """The layout folder, each of its files read at most once, when it is first asked for.

    ``own`` is a paper's folder of the same form: what it has goes before what came along. For a ``draft`` there is
    something to set with whatever is asked for: where a file is not there, or is faulty, what came along stands in.

    A name is asked for with the ``span`` of the place that names it, so that an unknown one is reported there; faults
    of the files themselves come back at every asking. ``sources`` holds the texts of the files that a run asked for.
    """

    def __init__(self, folder: Path | None = None, own: Path | None = None, draft: bool = False) -> None:
        came_along = resource_folder("layout") if folder is None else folder
        self.draft = draft
        self._own, self._came_along = own, came_along
        self._inherited: Path | None = None
        self.sources: dict[str, str] = {}
        self._read: dict[tuple[str, str], tuple[Any, dict[str, str]]] = {}
        self._texts: dict[str, str] = {}
        self._forms: dict[tuple[str, PageForm], PageTemplate] = {}

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where files are looked for, the first that has one first."""
        return tuple(folder for folder in (self._own, self._inherited, self._came_along) if folder is not None)

    def inherit(self, folder: Path | None) -> None:
        """Look into the folder of the paper whose issue is being read, too, before what came along."""
        if folder != self._inherited:
            self._inherited = folder
            for known in (self._read, self._texts, self._forms):
                known.clear()

    def begin(self) -> bool:
        """Begin another run; whether what was read still holds: no file has changed, none goes before it now."""
        texts = {path: source.text for path in self._texts if (source := read_source(Path(path))[0]) is not None}
        self.sources = {}
        return texts == self._texts and all(str(self._file(*asked)) in texts for asked in self._read)

    def template(self, name: str, span: Span | None = None, form: PageForm = USUAL_FORM) -> Found[PageTemplate]:
        """The template ``name`` as a page of this ``form`` has it."""
        template, found = self._load(_Shelf("templates", "P209", TEMPLATE), name, span, build_template)
        if template is None or form == USUAL_FORM:
            return template, found
        known = self._forms.get((name, form))
        if known is None:
            known = self._forms[name, form] = formed(template, form)
        return known, found

    def style(self, name: str, span: Span | None = None) -> Found[StyleSheet]:
        """The style sheet ``name``."""
        return self._load(_Shelf("styles", "P210", STYLE), name, span, self._style_of)

    def press(self, name: str, span: Span | None = None) -> Found[Press]:
        """The print condition ``name``."""
        return self._load(_Shelf("press", "P211", PRESS), name, span, build_press)

    def ideas(self, name: str = USUAL_IDEAS, span: Span | None = None) -> Found[tuple[Idea, ...]]:
        """The ideas of pages ``name``."""
        from paiban.template.ideas import IDEAS, build_ideas  # noqa: PLC0415  automatic make-up alone has any

        return self._load(_Shelf("ideas", "P272", IDEAS), name, span, build_ideas)

    def names(self, kind: str) -> list[str]:
        """What is there under ``templates``, ``styles``, ``press`` or ``ideas``, in order."""
        return sorted({path.stem for folder in self.folders for path in (folder / kind).glob("*.yaml")})

    def _style_of(self, values: Values, reader: FileReader) -> StyleSheet:
        """A style sheet with the usual one laid under it."""
        path = resource_folder("layout") / "styles" / f"{USUAL_STYLE}.yaml"
        if Path(reader.source.name) == path:
            return build_style(values, reader)
        below, usual_reader = self._values_of(path, STYLE)
        reader.found += usual_reader.found
        return build_style(values if below is None else values.laid_over(_under(values, below)), reader)

    def _load(
        self, shelf: _Shelf, name: str, span: Span | None, build: Callable[[Values, FileReader], Loaded]
    ) -> Found[Loaded]:
        known = self._read.get((shelf.kind, name))
        if known is not None:
            result, texts = known
            self.sources |= texts
            return result  # type: ignore[no-any-return]
        names = self.names(shelf.kind)
        if name not in names:
            unknown = diagnose(shelf.unknown, span, name=name, known=", ".join(names))
            return self._instead(shelf, name, build), (unknown,)
        path = self._file(shelf.kind, name)
        assert path is not None  # it is among the names
        before, self.sources = self.sources, {}
        value, found = self._decode(path, shelf.record, build)
        result = self._instead(shelf, name, build) if value is None else value, found
        self._read[shelf.kind, name] = result, self.sources
        self._texts |= self.sources
        self.sources = before | self.sources
        return result

    def _file(self, kind: str, name: str) -> Path | None:
        """The file of a name: a paper's own goes before what came along."""
        paths = (folder / kind / f"{name}.yaml" for folder in self.folders)
        return next((path for path in paths if path.is_file()), None)

    def _instead(self, shelf: _Shelf, name: str, build: Callable[[Values, FileReader], Loaded]) -> Loaded | None:
        """What a draft is set with in the place of a file: the one of its name that came along, else the usual one."""
        if not self.draft:
            return None
        usual = Layout(self._came_along)
        known = name if name in usual.names(shelf.kind) else USUAL[shelf.kind]
        loaded = usual._load(shelf, known, None, build)[0]
        self.sources |= usual.sources
        return loaded

    def _decode(self, path: Path, record: Record, build: Callable[[Values, FileReader], Loaded]) -> Found[Loaded]:
        values, reader = self._values_of(path, record)
        sound = values is not None and not has_errors(reader.found)
        value = build(values, reader) if values is not None and sound else None
        return None if has_errors(reader.found) else value, tuple(reader.found)

    def _values_of(self, path: Path, record: Record) -> tuple[Values | None, FileReader]:
        """What a file says, as far as it can be decoded, and its reader with the faults found so far."""
        source, found = read_source(path, what=Words(record.zh, record.en))
        if source is None:
            return None, FileReader(make_source(str(path), ""), found)
        self.sources[source.name] = source.text
        node, syntax = parse(source)
        reader = FileReader(source, (*found, *syntax))
        return (None if node is None else decode_record(node, record, reader)), reader


class _Shelf(NamedTuple):
    """A kind of file: its folder, the code for a name that is not there, and its fields."""

    kind: str
    unknown: str
    record: Record


def _under(values: Values, below: Values) -> Values:
    """What is laid under a sheet: one that gives headlines a face of its own has it for every weight."""
    roles = values["roles"]
    headline = roles["headline"] if roles is not None else None
    own = headline is not None and headline.given("face")
    return Values(below.span, {**below.items, "headline_faces": None}, below.spans) if own else below
