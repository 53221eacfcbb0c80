"""Adverts: a page of somebody's PDF inside ours, with its own fonts and colours, as a form XObject.

Its objects are read by pikepdf and written anew with our numbers, in a fixed order, so that the same advert gives the
same bytes. What the press forbids in it is preflight's to find, before it comes here.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Artwork
from paiban.output.pdf.content import Content
from paiban.output.pdf.objects import Name, PdfFile, Real, Ref, Stream, deflated, number, point
from paiban.units import to_pt

_LEFT_OUT = frozenset({"/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/Parent"})
"""Entries that speak of the document an object came from: private data, and the structure of its pages."""

_REPACKED = frozenset({"/LZWDecode", "/LZW"})
"""Filters that PDF/X forbids in any file (ISO 15930-4, 6.3)."""

_Box = tuple[float, float, float, float]


class Artworks:
    """The adverts of one document; a page placed twice is in it once."""

    def __init__(self, file: PdfFile, keep_groups: bool) -> None:
        self.found: list[Diagnostic] = []
        self._file = file
        self._keep_groups = keep_groups
        self._placed: dict[tuple[str, int], tuple[str, Ref, _Box] | None] = {}

    def draw(self, content: Content, artwork: Artwork) -> None:
        """Place a page so that its trim fills the artwork's rectangle; else its reason is left in ``found``."""
        key = (artwork.path, artwork.page)
        if key not in self._placed:
            self._placed[key] = self._form(artwork)
        placed = self._placed[key]
        if placed is None:
            return
        name, ref, box = placed
        content.xobjects[name] = ref
        rect = artwork.rect
        across = to_pt(rect.width) / (box[2] - box[0])
        up = to_pt(rect.height) / (box[3] - box[1])
        left = content.sheet.x(rect.x0) - box[0] * across
        bottom = content.sheet.y(rect.y1) - box[1] * up
        matrix = " ".join([number(across, 6), "0 0", number(up, 6), number(left, 4), number(bottom, 4)])
        content.draw()
        content.knock_out()
        content.draw(f"q {matrix} cm /{name} Do Q")

    def _form(self, artwork: Artwork) -> tuple[str, Ref, _Box] | None:
        import pikepdf  # noqa: PLC0415  only pages with adverts pay for it

        try:
            with pikepdf.open(Path(artwork.path)) as source:
                if not 0 < artwork.page <= len(source.pages):
                    self._refuse("P702", artwork, page=artwork.page, count=len(source.pages))
                    return None
                return self._translate(source.pages[artwork.page - 1])
        except pikepdf.PasswordError:
            self._refuse("P703", artwork)
        except (OSError, pikepdf.PdfError, ValueError, TypeError, KeyError) as error:
            self._refuse("P701", artwork, problem=str(error).splitlines()[0] if str(error) else type(error).__name__)
        return None

    def _refuse(self, code: str, artwork: Artwork, **params: object) -> None:
        self.found.append(diagnose(code, artwork.span, path=artwork.path, **params))

    def _translate(self, page: Any) -> tuple[str, Ref, _Box]:
        """The page as a form: its trim is what shows, upright however the page was turned."""
        translator = Translator(self._file)
        x0, y0, x1, y1 = (float(v) for v in page.trimbox)
        trim = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if trim[0] == trim[2] or trim[1] == trim[3]:
            raise ValueError("the page has no size")
        turn = int(page.obj.get("/Rotate", 0)) % 360
        entries: dict[str, Any] = {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": [point(v) for v in trim],
            "Matrix": [point(v) for v in _upright(turn, trim)],
            "Resources": translator.value(page.resources),
        }
        if self._keep_groups and "/Group" in page.obj:
            entries["Group"] = translator.value(page.obj["/Group"])
        width, height = trim[2] - trim[0], trim[3] - trim[1]
        shown = (0.0, 0.0, width, height) if turn in (0, 180) else (0.0, 0.0, height, width)
        form = self._file.add(deflated(_content_of(page), entries))
        return f"Ad{len(self._placed) + 1}", form, shown


class Translator:
    """Objects of a pikepdf file as our own values; an indirect object becomes one of ours, once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._known: dict[tuple[int, int], Ref] = {}

    def value(self, thing: Any) -> Any:
        """The value of ``thing``, with references where the source has indirect objects."""
        number_of = getattr(thing, "objgen", (0, 0))
        if number_of == (0, 0):
            return self._direct(thing)
        known = self._known.get(number_of)
        if known is None:
            known = self._known[number_of] = self._file.reserve()
            self._file.fill(known, self._direct(thing))
        return known

    def _direct(self, thing: Any) -> Any:
        import pikepdf  # noqa: PLC0415  already loaded by whoever opened the file

        if isinstance(thing, pikepdf.Stream):
            return self._stream(thing)
        if isinstance(thing, pikepdf.Dictionary):
            return self._entries(thing)
        if isinstance(thing, pikepdf.Array):
            return [self.value(item) for item in thing]
        if isinstance(thing, pikepdf.Name):
            return _name(thing)
        if isinstance(thing, pikepdf.String):
            return bytes(thing)
        return Real(format(thing, "f")) if isinstance(thing, Decimal) else thing

    def _entries(self, thing: Any) -> dict[str, Any]:
        return {key[1:]: self.value(thing[key]) for key in sorted(thing.keys()) if key not in _LEFT_OUT}

    def _stream(self, thing: Any) -> Stream:
        entries = self._entries(thing)
        entries.pop("Length", None)
        if not _REPACKED & set(_filters(thing)):
            return Stream(entries, thing.read_raw_bytes())
        for key in ("Filter", "DecodeParms"):
            entries.pop(key, None)
        return deflated(thing.read_bytes(), entries)


def _name(thing: Any) -> Name:
    """A name by its bytes: many Chinese programs write them in GBK."""
    head, *rest = thing.unparse()[1:].split(b"#")
    plain = head + b"".join(bytes.fromhex(part[:2].decode("ascii")) + part[2:] for part in rest)
    return Name(plain.decode("utf-8", "surrogateescape"))


def _filters(stream: Any) -> list[str]:
    named = stream.get("/Filter")
    if named is None:
        return []
    return [str(named)] if not hasattr(named, "__iter__") or str(named).startswith("/") else [str(n) for n in named]


def _content_of(page: Any) -> bytes:
    """The page's content, which may be cut into several streams anywhere between two tokens."""
    page.contents_coalesce()
    contents = page.obj.get("/Contents")
    return b"" if contents is None else bytes(contents.read_bytes())


def _upright(turn: int, box: _Box) -> tuple[float, ...]:
    """The matrix that turns a page clockwise by its ``/Rotate`` and puts its lower left corner at the origin."""
    x0, y0, x1, y1 = box
    return {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }.get(turn, (1, 0, 0, 1, -x0, -y0))
