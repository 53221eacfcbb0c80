"""``paiban adverts``: the adverts of an issue, in words or as a sheet with their pictures."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paiban.cli.common import (
    STDIN,
    add_issue_options,
    add_output_options,
    beside,
    deliver_file,
    report_diagnostics,
    report_problem,
    set_from,
    written_words,
)
from paiban.cli.console import answer, complain, tell
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Artwork
from paiban.engine import Result, with_pdf
from paiban.engine.advert_sheet import SheetRow, Size, advert_rows
from paiban.issue.write_back import revision, write_revision
from paiban.source.file import clean
from paiban.units import to_mm

if TYPE_CHECKING:
    from paiban.engine.bookings import Checked

WORDS = {
    "zh": ("版", "广告", "文件", "订的尺寸 mm", "排成 mm", "ppi", "墨", "要看的"),
    "en": ("page", "advert", "file", "booked mm", "drawn mm", "ppi", "inks", "findings"),
}

THUMBNAIL = 240
"""The longer side of a picture on the sheet, in pixels."""

STYLE = "body{font-family:sans-serif}td,th{border:1px solid #ccc;padding:4px;vertical-align:top;text-align:left}"


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    add_output_options(parser)
    parser.add_argument(
        "--bookings", type=Path, metavar="FILE.csv", help=say("对订版单", "hold it against the booking list")
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help=say("把订版单的尺寸和版次写进稿件文件", "put the list's sizes and pages into the issue"),
    )
    parser.add_argument("--sheet", action="store_true", help=say("带小样图的清单", "as a page with pictures, HTML"))
    parser.add_argument("-o", "--output", metavar="FILE.html", help=say("清单写到哪里", "where to write the sheet"))


def run(options: Namespace) -> int:
    """Set the issue and list its adverts, errors or not."""
    if options.write and (options.issue == STDIN or not options.bookings):
        complain(say("--write: 要有订版单和稿件文件", "--write: needs --bookings and an issue file"))
        return 2
    result = with_pdf(set_from(options))
    checked = None
    if options.bookings:
        from paiban.engine.bookings import check_bookings  # noqa: PLC0415  only where there is a list

        checked = check_bookings(options.bookings, result)
        told = (*result.diagnostics, *checked.found)
        result = result._replace(diagnostics=told, sources=checked.sources)
    report_diagnostics(result, options)
    if result.kit is None:
        return 1
    if checked and options.write and checked.keys and write_keys(result, checked, options):
        return 1
    rows = [*advert_rows(result)]
    if options.sheet:
        path = Path(options.output) if options.output else beside(options.issue, ".adverts.html")
        data = sheet_of(rows, options.lang).encode()
        return deliver_file(path, data, options) or (0 if result.ok else 1)
    for row in rows:
        answer("　".join(filter(None, cells(row, options.lang))))
    return 0 if result.ok else 1


def write_keys(result: Result, checked: Checked, options: Namespace) -> int:
    """Put what the list says into the issue file; 1 where that cannot be."""
    from paiban.engine.bookings import written_bookings  # noqa: PLC0415  as above

    text = Path(options.issue).read_bytes()
    if clean(options.issue, text.decode("utf-8", "replace")).text != result.sources[options.issue]:
        return report_problem(diagnose("P726", None, file=options.issue), options)
    after = written_bookings(text.decode("utf-8"), result, checked.keys)
    problem = after if isinstance(after, Diagnostic) else write_revision(Path(options.issue), revision(text), after)
    if problem is not None:
        return report_problem(problem, options)
    if not options.quiet:
        tell(written_words(Path(options.issue), Path(options.issue).stat().st_size))
    return 0


def cells(row: SheetRow, lang: str) -> list[str]:
    """One advert in words."""
    booked = "" if row.booked is None else in_mm(row.booked)
    ppi = "" if row.ppi is None else f"{row.ppi:.0f}"
    found = "; ".join(f"{d.code} {d.message(lang)}" for d in row.findings)
    return [str(row.page), row.block, row.file, booked, in_mm(row.drawn), ppi, " ".join(row.inks), found]


def in_mm(size: Size) -> str:
    """Width and height."""
    return f"{to_mm(size[0]):.1f} × {to_mm(size[1]):.1f}"


def sheet_of(rows: Sequence[SheetRow], lang: str) -> str:
    """The sheet as one HTML file with everything in it."""
    head = "".join(f"<th>{escape(word)}</th>" for word in ("", *WORDS[lang]))
    body = "".join(f"<tr><td>{thumbnail(row)}</td>{_cells_in_html(row, lang)}</tr>" for row in rows)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><table><tr>{head}</tr>{body}</table>\n"


def _cells_in_html(row: SheetRow, lang: str) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in cells(row, lang))


def thumbnail(row: SheetRow) -> str:
    """A small picture of the file; nothing where it cannot be shown."""
    try:
        image = _drawn(row)
        image.thumbnail((THUMBNAIL, THUMBNAIL))
        stream = BytesIO()
        image.convert("RGB").save(stream, "PNG")
    except MemoryError:
        raise
    except Exception:  # what is wrong with the file stands among the findings
        return ""
    return f'<img alt="" src="data:image/png;base64,{b64encode(stream.getvalue()).decode()}">'


def _drawn(row: SheetRow) -> Any:
    """The file as a Pillow image."""
    from PIL import Image  # noqa: PLC0415  only the sheet shows pictures

    if not isinstance(row.item, Artwork):
        return Image.open(row.item.path)
    import pypdfium2  # noqa: PLC0415  as above

    document = pypdfium2.PdfDocument(row.item.path)
    page = document[row.item.page - 1]
    return page.render(scale=THUMBNAIL / max(page.get_size())).to_pil()
