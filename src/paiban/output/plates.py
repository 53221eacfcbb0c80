"""The four printing plates of a page, seen one by one, and how much ink lies where.

Two ways to the same ``Plates``. ``separate_pdf`` asks Ghostscript, an independent eye that knows overprint and splits
any PDF. ``separate_pages`` needs nothing beside paiban: it paints the display list once for each ink, with every colour
replaced by what that ink has of it, and leaves out what overprints; adverts in PDF stay blank there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.display import BLACK, PAPER, Artwork, Box, Colour, Item, Line, Page, Path, Picture, Rule
from paiban.files import scratch_folder
from paiban.language import Words
from paiban.output.model import DocumentInfo, File, Finished, Options, Written, page_part
from paiban.output.png import pdf_of, png_of, render_page
from paiban.template import Press
from paiban.template.standard import X1A
from paiban.value import NamedTuple

if TYPE_CHECKING:
    import re

    from paiban.font import FontCatalogue
    from paiban.output.pdf.picture import LoadPicture
    from paiban.picture import PreparedPicture

INKS = ("C", "M", "Y", "K")
BLACK_INK = 3
NO_INK = bytes(255 - level for level in range(256))
"""Turns ink (255 is solid) into grey (255 is white), and back."""

PLATE_NAMES = ("Cyan", "Magenta", "Yellow", "Black")
"""As Ghostscript's tiffsep names its files."""

GHOSTSCRIPT_SECONDS = 300
TOO_SLOW = Words(f"{GHOSTSCRIPT_SECONDS} 秒里没有做完", f"it did not end within {GHOSTSCRIPT_SECONDS} seconds")

HEAT = ((0, (255, 255, 255)), (100, (214, 228, 240)), (160, (160, 205, 170)), (200, (250, 225, 120)))
"""The heat map's colours by per cent of ink; between two of them they blend."""

HOT, TOO_MUCH = (245, 150, 50), (205, 0, 40)
"""At the limit, and over it."""


class Plates(NamedTuple):
    """One page's plates: for C, M, Y, K the rows of ink from the top, a byte a pixel, 0 none and 255 solid.

    ``spots`` are the plates of spot colours by name. Where there are any, ``shown`` is the page in C, M, Y and K, four
    bytes a pixel, with each spot by the process inks that stand for it: what a proof can show of it.
    """

    width_px: int
    height_px: int
    dpi: float
    inks: tuple[bytes, bytes, bytes, bytes]
    spots: tuple[tuple[str, bytes], ...] = ()
    shown: bytes = b""


def plate_png(plates: Plates, ink: bytes) -> bytes:
    """One plate as a grey PNG, black where it prints."""
    from PIL import Image  # noqa: PLC0415  only who looks at plates needs Pillow

    grey = ink.translate(NO_INK)
    return png_of(Image.frombytes("L", (plates.width_px, plates.height_px), grey), plates.dpi)


def heat_png(plates: Plates, limit_percent: float) -> bytes:
    """How much ink lies where, in colours; what passes the limit in red."""
    from PIL import Image, ImageMath  # noqa: PLC0415  as above

    from paiban.picture.ink import ink_sum  # noqa: PLC0415  as above

    total = ink_sum(_cmyk(plates))
    for _, spot in plates.spots:
        plate = Image.frombytes("L", (plates.width_px, plates.height_px), spot)
        total = ImageMath.lambda_eval(lambda v: v["total"] + v["spot"], total=total, spot=plate)
    quarters = ImageMath.lambda_eval(lambda v: v["convert"](v["total"] / 4, "L"), total=total)
    stops = [*HEAT, (limit_percent, HOT)]
    ramp = [_blend(stops, quarter * 400 / 255) for quarter in range(256)]
    heat = Image.merge("RGB", [quarters.point([colour[i] for colour in ramp]) for i in range(3)])
    return png_of(heat, plates.dpi)


def soft_proof_png(plates: Plates, press: Press) -> bytes:
    """The page as it will look on the press's paper, by the press's profile."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    from paiban.picture import profile_path  # noqa: PLC0415  as above

    profile, screen = str(profile_path(press)), ImageCms.createProfile("sRGB")
    intent = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    transform = ImageCms.buildTransform(profile, screen, "CMYK", "RGB", intent)
    shown = ImageCms.applyTransform(_in_process(plates), transform)
    return png_of(shown, plates.dpi)


def plate_pictures(plates: Plates, press: Press) -> Iterator[tuple[str, bytes]]:
    """All that staff look at, as named PNGs: ``C``, ``M``, ``Y``, ``K``, spots, the heat map ``ink``, the ``proof``."""
    for name, ink in (*zip(INKS, plates.inks, strict=True), *plates.spots):
        yield name, plate_png(plates, ink)
    yield "ink", heat_png(plates, press.limits.tac_percent)
    yield "proof", soft_proof_png(plates, press)


def write_plates(finished: Finished, options: Options) -> Written:
    """The four plates of each page, its ink as a map and its look on the press's paper, as PNGs."""
    plates, found = _separated(finished, options.dpi)
    files = [
        File(f"{page_part(finished, page)}-{name}", image)
        for page, plate in zip(finished.pages, plates, strict=False)
        for name, image in plate_pictures(plate, finished.press)
    ]
    return Written(tuple(files), found)


def _separated(finished: Finished, dpi: float) -> tuple[tuple[Plates, ...], tuple[Diagnostic, ...]]:
    """The plates of our own pages: by Ghostscript only if an advert needs it."""
    pages, catalogue, press = finished.pages, finished.catalogue, finished.press
    if any(isinstance(item, Artwork) for page in pages for item in page.items):
        pdf, found = pdf_of(finished)
        plates = separate_pdf(pdf, press, dpi) if pdf else ()
        if not isinstance(plates, Diagnostic):
            return plates, found
    return separate_pages(pages, catalogue, press, dpi)


def separate_pdf(pdf: bytes, press: Press, dpi: float) -> tuple[Plates, ...] | Diagnostic:
    """The plates of each page of any PDF, by Ghostscript with overprint on; a diagnostic where it cannot."""
    import shutil  # noqa: PLC0415  with the program that it looks for

    program = shutil.which("gs")
    if program is None:
        return diagnose("P768", None)
    with scratch_folder() as folder:
        source = folder / "in.pdf"
        source.write_bytes(pdf)
        problem = _run_ghostscript(program, source, press, dpi)
        if problem is not None:
            return problem
        return tuple(_ghostscript_pages(folder, dpi))


def separate_pages(
    pages: Sequence[Page], catalogue: FontCatalogue, press: Press, dpi: float
) -> tuple[tuple[Plates, ...], tuple[Diagnostic, ...]]:
    """The plates of our own pages without their marks, and what could not be shown on them."""
    from paiban.output.pdf import write_pdf  # noqa: PLC0415  renders through the PDF, as a proof does

    info = DocumentInfo("", "", datetime(2000, 1, 1))  # nobody keeps this file
    grey = press._replace(standard=X1A.key, marks=())
    sheets = []
    for ink in range(len(INKS)):
        plate = [page._replace(items=tuple(_on_plate(page.items, ink))) for page in pages]
        pdf, found = write_pdf(plate, catalogue, grey, info, load_picture=_one_ink(ink))
        if not pdf:
            return (), found
        grey_pdf = _in_grey(pdf)
        sheets.append([_rendered(grey_pdf, index, dpi) for index in range(len(pages))])
    plates = tuple(_joined(images, dpi) for images in zip(*sheets, strict=True))
    adverts = (item for page in pages for item in page.items if isinstance(item, Artwork))
    return plates, tuple(diagnose("P767", item.span, name=FilePath(item.path).name) for item in adverts)


def _on_plate(items: Iterable[Item], ink: int) -> Iterator[Item]:
    """The display list as one ink prints it, that ink as black."""
    for item in items:
        if isinstance(item, Line):
            runs = tuple(run._replace(colour=own) for run in item.runs if (own := _share(run.colour, ink)) is not None)
            yield item._replace(runs=runs, decorations=tuple(_on_plate(item.decorations, ink)))  # type: ignore[arg-type]
        elif isinstance(item, Box):
            fill = None if item.fill is None else _share(item.fill, ink)
            yield item._replace(fill=fill, stroke=None if item.stroke is None else _share(item.stroke, ink))
        elif isinstance(item, Rule):
            if (own := _share(item.colour, ink)) is not None:
                yield item._replace(colour=own)
        elif isinstance(item, Path):
            if (own := _share(item.fill, ink)) is not None or item.weight:
                yield item._replace(fill=own or PAPER)
        elif isinstance(item, Picture):
            yield item


def _share(colour: Colour, ink: int) -> Colour | None:
    """What one ink has of a colour, as black; None where the colour leaves that plate alone, overprinting."""
    if colour == BLACK and ink != BLACK_INK:
        return None
    return Colour(0, 0, 0, (colour.c, colour.m, colour.y, colour.k)[ink])


def _one_ink(ink: int) -> LoadPicture:
    """A picture stage that hands over one ink of each picture."""
    from paiban.picture import prepare_picture  # noqa: PLC0415  only pages with pictures need the stage

    def load(*arguments: Any) -> PreparedPicture | Diagnostic:
        made = prepare_picture(*arguments)
        if isinstance(made, Diagnostic):
            return made
        if made.channels == len(INKS):
            grey = made.data[ink :: len(INKS)].translate(NO_INK)
        elif ink == BLACK_INK:
            return made
        else:
            grey = b"\xff" * len(made.data)
        return made._replace(channels=1, flate=zlib.compress(grey, 1), notes=(), frame=None)

    return load


def _in_grey(pdf: bytes) -> bytes:
    """Our own PDF of one ink, with that ink as DeviceGray: renderers show black ink as a dark grey of their choice."""
    import re  # noqa: PLC0415  with pikepdf, which opens our own file again

    import pikepdf  # noqa: PLC0415  only who looks at plates needs it

    stream = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            content = re.sub(rb"(?m)^0 0 0 (\S+) ([kK])$", _as_grey, page.Contents.read_bytes())
            page.Contents = document.make_stream(content)
        document.save(stream)
    return stream.getvalue()


def _as_grey(match: re.Match[bytes]) -> bytes:
    """``0 0 0 k k`` as ``1 − k g``."""
    operator = b"g" if match[2] == b"k" else b"G"
    return b"%.4f %s" % (1 - float(match[1]), operator)


def _rendered(pdf: bytes, index: int, dpi: float) -> Any:
    return render_page(pdf, index, dpi).convert("L")


def _joined(images: Sequence[Any], dpi: float) -> Plates:
    cyan, magenta, yellow, black = (image.tobytes().translate(NO_INK) for image in images)
    width, height = images[0].size
    return Plates(width, height, dpi, (cyan, magenta, yellow, black))


def _run_ghostscript(program: str, source: FilePath, press: Press, dpi: float) -> Diagnostic | None:
    import subprocess  # noqa: PLC0415  with the program that it runs

    from paiban.picture import profile_path  # noqa: PLC0415  as above

    profile = profile_path(press)
    command = [
        *(program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{dpi}", "-dOverprint=/enable"),
        *(f"--permit-file-read={profile}", f"-sDefaultCMYKProfile={profile}", f"-sOutputICCProfile={profile}"),
        *(f"-sOutputFile={source.with_name('page%04d.tif')}", str(source)),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=GHOSTSCRIPT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return diagnose("P769", None, reason=TOO_SLOW)
    except OSError as problem:
        return diagnose("P769", None, reason=system_words(problem))
    if done.returncode:
        return diagnose("P769", None, reason=Words(f"退出码 {done.returncode}", f"exit code {done.returncode}"))
    return None


def _ghostscript_pages(folder: FilePath, dpi: float) -> Iterator[Plates]:
    """The pages that tiffsep wrote: a grey TIFF for each plate."""
    from PIL import Image  # noqa: PLC0415  as above

    number = 1
    while (folder / f"page{number:04}(Cyan).tif").exists():
        images = []
        for name in PLATE_NAMES:
            with Image.open(folder / f"page{number:04}({name}).tif") as plate:
                images.append(plate.convert("L"))
        yield _with_spots(_joined(images, dpi), folder, f"page{number:04}")
        number += 1


def _with_spots(plates: Plates, folder: FilePath, page: str) -> Plates:
    """The plates with those of the spot colours that the page uses, each a file that bears its name."""
    from PIL import Image  # noqa: PLC0415  as above

    names = {path.stem.removeprefix(f"{page}(").removesuffix(")"): path for path in folder.glob(f"{page}(*).tif")}
    spots = sorted(set(names) - set(PLATE_NAMES))
    if not spots:
        return plates
    inks = []
    for name in spots:
        with Image.open(names[name]) as plate:
            inks.append((_plain_name(name), plate.convert("L").tobytes().translate(NO_INK)))
    with Image.open(folder / f"{page}.tif") as shown:
        return plates._replace(spots=tuple(inks), shown=shown.convert("CMYK").tobytes())


def _plain_name(name: str) -> str:
    """A spot colour's name as part of a file's name."""
    return "".join(character if character.isalnum() else "-" for character in name)


def _in_process(plates: Plates) -> Any:
    """The page in the four process inks, spots by what stands for them."""
    from PIL import Image  # noqa: PLC0415  as above

    size = (plates.width_px, plates.height_px)
    return Image.frombytes("CMYK", size, plates.shown) if plates.shown else _cmyk(plates)


def _cmyk(plates: Plates) -> Any:
    """The plates as one Pillow image."""
    from PIL import Image  # noqa: PLC0415  as above

    size = (plates.width_px, plates.height_px)
    return Image.merge("CMYK", [Image.frombytes("L", size, ink) for ink in plates.inks])


def _blend(stops: Sequence[tuple[float, tuple[int, int, int]]], percent: float) -> tuple[int, int, int]:
    """The colour at ``percent`` along the stops; what lies beyond the last is too much."""
    for (low, before), (high, after) in pairwise(stops):
        if percent <= high:
            part = (percent - low) / (high - low)
            red, green, blue = (round(a + (b - a) * part) for a, b in zip(before, after, strict=True))
            return red, green, blue
    return TOO_MUCH
