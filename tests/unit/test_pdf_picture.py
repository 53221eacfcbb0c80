"""Pictures in the PDF: where they stand, what they are, what is said when they fail."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest

from paiban.diagnostic import diagnose
from paiban.display import BLACK, Box, Picture, Rect
from paiban.output.pdf import write_pdf
from paiban.output.png import render_page
from paiban.picture import PreparedPicture
from paiban.span import Span
from paiban.units import mm
from tests.support.colour import newsprint
from tests.support.pictures import qr, saved
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, page_of

RECT = Rect(mm(10), mm(20), mm(60), mm(45))
WHOLE = (0.0, 0.0, 1.0, 1.0)
SPAN = Span("issue.yaml", 9, 16, 9, 30)

CORNERS = bytes([0, 255, 255, 0] + [0] * 4 + [0] * 4 + [255, 0, 0, 0])
"""Two by two pixels of CMYK: red in the upper left, cyan in the lower right."""


def ready(data: bytes = CORNERS, channels: int = 4, size=(2, 2), bits: int = 8, notes=()):
    return PreparedPicture(*size, channels, zlib.compress(data), 200.0, bits, notes)


class Stage:
    """Stands in for the picture stage and remembers what it was asked."""

    def __init__(self, answer) -> None:
        self.answer = answer
        self.asked: list[tuple] = []

    def __call__(self, *asked):
        self.asked.append(asked)
        return self.answer


def placed(stage, *items):
    items = items or (Picture("p", "drill.png", RECT, WHOLE, SPAN),)
    return write_pdf([page_of(items)], tiny_catalogue(), PRESS, INFO, load_picture=stage)


def images(data: bytes) -> list[dict[str, str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = dict(pdf.pages[0].Resources.XObject).values()
        return [{key: str(image[key]) for key in image.keys()} for image in found]  # noqa: SIM118


def test_a_picture_fills_its_rectangle_with_its_top_upward():
    image = render_page(placed(Stage(ready()))[0], 0, 144)
    unit = 144 / 25.4
    assert image.getpixel((round(12 * unit), round(22 * unit)))[2] < 100, "red, upper left"
    assert image.getpixel((round(58 * unit), round(43 * unit)))[0] < 100, "cyan, lower right"
    box = image.convert("L").point(lambda v: 255 * (v < 240)).getbbox()
    assert [v / unit for v in box] == pytest.approx([10, 20, 60, 45], abs=0.3)


@pytest.mark.parametrize(
    ("answer", "space", "bits"),
    [(ready(), "/DeviceCMYK", "8"), (ready(b"\0\x80\xff\0", 1), "/DeviceGray", "8"),
     (ready(b"\x80\x40", 1, bits=1), "/DeviceGray", "1")],
    ids=["CMYK", "grey", "line art"],
)  # fmt: skip
def test_its_ink_stands_in_a_device_space(answer, space, bits):
    (image,) = images(placed(Stage(answer))[0])
    assert (image["/ColorSpace"], image["/BitsPerComponent"], image["/Width"]) == (space, bits, "2")


def test_the_stage_is_asked_for_the_part_at_its_size():
    stage = Stage(ready())
    placed(stage, Picture("p", "drill.png", RECT, (0.1, 0.0, 0.9, 1.0), SPAN))
    assert stage.asked == [(Path("drill.png"), mm(50), mm(25), (0.1, 0.0, 0.9, 1.0), PRESS, SPAN, False)]


def test_the_same_part_at_the_same_size_is_in_the_file_once():
    stage = Stage(ready())
    twice = (Picture("a", "x.png", RECT, WHOLE), Picture("b", "x.png", Rect(0, 0, mm(50), mm(25)), WHOLE))
    data, _ = placed(stage, *twice)
    assert (len(images(data)), len(stage.asked)) == (1, 1)


def test_a_picture_knocks_out_after_black_type():
    data, _ = placed(Stage(ready()), Box(RECT, fill=BLACK), Picture("p", "x.png", RECT, WHOLE))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert content.index(b"/Over gs") < content.index(b"/Knock gs") < content.index(b" Do")


def test_a_picture_that_fails_stops_the_file_with_its_reason():
    fault = diagnose("P753", SPAN, name="drill.png")
    assert placed(Stage(fault)) == (b"", (fault,))


def test_every_failing_picture_is_reported():
    fault = diagnose("P753", SPAN, name="x.png")
    pictures = [Picture("p", f"{n}.png", RECT, WHOLE) for n in range(3)]
    assert placed(Stage(fault), *pictures) == (b"", (fault,) * 3)


def test_what_was_noticed_about_a_picture_is_passed_on():
    note = diagnose("P766", SPAN, name="x.tif")
    data, found = placed(Stage(ready(notes=(note,))))
    assert data
    assert found == (note,)


def test_a_code_is_drawn_as_squares_each_where_its_module_was(tmp_path):
    """25 modules and a margin of 4 on 33 mm: a module is a millimetre; at 254 dpi ten pixels"""
    image = qr()
    square = Rect(mm(10), mm(20), mm(43), mm(53))
    data, found = write_pdf(
        [page_of([Picture("p", str(saved(image, tmp_path / "a.png")), square, WHOLE)])],
        tiny_catalogue(),
        newsprint(),
        INFO,
    )
    assert found == ()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
    page = render_page(data, 0, 254).convert("L")
    middles = [[page.getpixel((100 + 10 * x + 5, 200 + 10 * y + 5)) < 128 for x in range(33)] for y in range(33)]
    assert middles == [[image.getpixel((x, y)) == 0 for x in range(33)] for y in range(33)]
