"""Adverts at the size that was sold: at 100 per cent, or refused, unless they may be scaled, and then told."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from PIL import Image, ImageChops

from paiban.diagnostic import Severity
from paiban.display import Artwork, Box, Line, Picture, Rect
from paiban.engine import with_pdf
from paiban.kinds.advert.planning import advert_shape
from paiban.kinds.advert.standing import positioned
from paiban.output.png import render_page
from paiban.picture import probe_artwork
from paiban.template import Layout
from paiban.units import mm, to_mm
from tests.support.issues import place, set_blocks
from tests.support.pictures import saved

PT = 72 / 25.4
WHOLE = {"columns": "1-6", "rows": "1-71"}


def pdf_of(width: float, height: float, rotate: int = 0) -> bytes:
    """A page of so many millimetres with a black bar."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(width * PT, height * PT))
        page = pdf.pages[0]
        page.TrimBox = page.MediaBox
        page.Contents = pdf.make_stream(b"0 0 0 1 k 0 0 30 30 re f")
        page.Rotate = rotate
        pdf.save(out, force_version="1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def drawn(folder, width: float, height: float, rotate: int = 0, **keys):
    """An advert in four columns (149.2 mm) and thirty rows (135.9 mm) of a page, and what is said of its size."""
    (folder / "ad.pdf").write_bytes(pdf_of(width, height, rotate))
    keys = {"place": place("1-4", "1-30"), **keys}
    result = set_blocks({"advert": "ad.pdf", **keys}, folder=folder)
    sizes = {f"P7{n}" for n in (39, *range(45, 50))}
    [page] = result.pages
    [item] = [item for item in page.items if isinstance(item, Artwork)]
    return item, [d.code for d in result.diagnostics if d.code in sizes], page


def size_of(item) -> tuple[float, float]:
    return round(to_mm(item.rect.width), 2), round(to_mm(item.rect.height), 2)


def test_an_advert_is_drawn_at_its_own_size(tmp_path):
    item, codes, _ = drawn(tmp_path, 120, 80)
    assert (size_of(item), codes) == ((120, 80), ["P749"])


def test_the_size_of_a_turned_page_is_that_which_is_seen(tmp_path):
    assert size_of(drawn(tmp_path, 80, 120, rotate=90)[0]) == (120, 80)


def test_white_beside_it_is_told_from_three_millimetres_on(tmp_path):
    room = drawn(tmp_path, 120, 80, scale=True)[0].rect
    width, height = to_mm(room.width), to_mm(room.width) * 80 / 120
    assert drawn(tmp_path, width, height)[1] == ["P749"], "high enough only by half"
    assert drawn(tmp_path, width, 134)[1] == []


def test_one_that_is_larger_than_its_place_is_refused(tmp_path):
    item, codes, _ = drawn(tmp_path, 350, 120)
    assert codes == ["P746"]
    assert to_mm(item.rect.width) < 150, "and the page is drawn all the same"


def test_one_that_is_wider_than_its_columns_by_a_hair_stands_out_as_far_at_either_side(tmp_path):
    """By a quarter of the white between two columns, 3.2 mm here, at its own size."""
    room = drawn(tmp_path, 120, 80, scale=True)[0].rect
    item, codes, _ = drawn(tmp_path, 149.9, 134)
    assert (size_of(item), codes) == ((149.9, 134), [])
    assert room.x0 - item.rect.x0 == pytest.approx(item.rect.x1 - room.x1, abs=1)
    assert room.x0 > item.rect.x0
    assert drawn(tmp_path, 150.2, 134)[1] == ["P746"]


@pytest.mark.parametrize(("width", "height"), [(100, 200), (200, 100), (200, 200)])
def test_one_that_is_larger_than_its_place_is_told_the_rows_and_columns_it_lacks(tmp_path, width, height):
    """With those it stands, with one less it does not."""
    (tmp_path / "ad.pdf").write_bytes(pdf_of(width, height))

    def lacking(rows: int, columns: int) -> list[str]:
        block = {"advert": "ad.pdf", "place": place(f"1-{columns}", f"5-{rows + 4}")}
        found = set_blocks(block, folder=tmp_path).diagnostics
        return [dict(each.params)["larger"].zh for each in found if each.code == "P746"]

    (words,) = lacking(30, 4)
    more = dict(re.findall("加([高宽]) ([0-9]+)", words))
    rows, columns = 30 + int(more.get("高", 0)), 4 + int(more.get("宽", 0))
    assert lacking(rows, columns) == []
    less = [(rows - 1, columns)] * ("高" in more) + [(rows, columns - 1)] * ("宽" in more)
    assert less
    assert all(lacking(*size) for size in less)


def test_one_of_another_size_than_was_booked_is_refused(tmp_path):
    assert drawn(tmp_path, 120, 80, size=["120mm", "82mm"])[1] == ["P745", "P749"]
    assert drawn(tmp_path, 120, 80, size=["120mm", "80.4mm"])[1] == ["P749"]


@pytest.mark.parametrize(("booked", "percent"), [(["60mm", "40mm"], "50.0"), (["90mm", "60mm"], "75.0")])
def test_one_that_may_be_scaled_is_scaled_to_what_was_booked_and_told(tmp_path, booked, percent):
    (tmp_path / "ad.pdf").write_bytes(pdf_of(120, 80))
    block = {"advert": "ad.pdf", "size": booked, "scale": True, "place": place("1-4", "1-30")}
    result = set_blocks(block, folder=tmp_path)
    [told] = [d for d in result.diagnostics if d.code == "P747"]
    assert (told.severity, dict(told.params)["percent"]) == (Severity.WARNING, percent)
    [item] = [item for item in result.pages[0].items if isinstance(item, Artwork)]
    assert [f"{side:.0f}mm" for side in size_of(item)] == booked


def test_a_size_may_be_one_that_the_template_names(tmp_path):
    assert drawn(tmp_path, 73, 45, size="报角")[1] == ["P749"]
    assert "P745" in drawn(tmp_path, 73, 46, size="报角")[1]
    assert drawn(tmp_path, 73, 45, size="报眼")[1] == ["P739"]


def test_an_advert_of_a_whole_page_takes_the_running_head_s_room(tmp_path):
    item, codes, page = drawn(tmp_path, 225, 345, size="整版", place=WHOLE)
    assert (size_of(item), codes) == ((225, 345), [])
    assert to_mm(item.rect.x0) == pytest.approx(22.5, abs=0.01)
    assert to_mm(item.rect.y0) == pytest.approx(22.5, abs=0.01)
    assert not [line for line in page.items if isinstance(line, Line)]


def test_a_page_that_an_advert_takes_whole_says_that_its_head_is_left_out(tmp_path):
    (tmp_path / "ad.pdf").write_bytes(pdf_of(225, 345))
    result = set_blocks({"advert": "ad.pdf", "size": "整版", "place": place(**WHOLE)}, folder=tmp_path)
    assert "P738" in [d.code for d in result.diagnostics]


@pytest.mark.parametrize(
    ("align", "corner"),
    [("centre", (30, 20)), ("top-left", (0, 0)), ("bottom-right", (60, 40)), ("top", (30, 0)), ("right", (60, 20))],
)
def test_it_stands_where_its_name_says(align, corner):
    rect = positioned((mm(40), mm(60)), Rect(0, 0, mm(100), mm(100)), align)
    assert (to_mm(rect.x0), to_mm(rect.y0), rect.width, rect.height) == (*corner, mm(40), mm(60))


@pytest.mark.parametrize(
    ("columns", "rows", "reached"),
    [
        ("1-4", "1-30", "left head"),
        ("3-6", "42-71", "right foot"),
        ("2-5", "30-60", ""),
        ("1-6", "42-71", "foot"),
    ],
)
def test_one_of_which_nothing_is_said_stands_at_the_edge_of_the_type_area_that_its_place_reaches(
    columns, rows, reached, tmp_path
):
    """So that adverts of unlike height along the foot have one foot; in the middle where it reaches none, or both."""
    item, _, page = drawn(tmp_path, 110, 70, place=place(columns, rows))
    pairs = zip(("left", "head", "right", "foot"), item.rect, page.type_area, strict=True)
    assert " ".join(side for side, own, edge in pairs if abs(own - edge) < mm(0.01)) == reached


def test_a_keyline_goes_round_it(tmp_path):
    item, _, page = drawn(tmp_path, 120, 80, keyline=True)
    [line] = [box for box in page.items if isinstance(box, Box) and box.stroke is not None]
    inside = [edge + line.weight * side for edge, side in zip(line.rect, (1, 1, -1, -1), strict=True)]
    assert inside == [*item.rect], "outside it, for black on a dark advert is too much ink"
    assert page.items.index(line) < page.items.index(item)


def image_advert(folder, **keys):
    saved(Image.new("CMYK", (1200, 800), (0, 0, 0, 50)), folder / "ad.tif")
    result = set_blocks({"advert": "ad.tif", "place": place("1-4", "1-30"), **keys}, folder=folder)
    [item] = [item for item in result.pages[0].items if isinstance(item, Picture)]
    return item, [d.code for d in result.diagnostics if d.code.startswith("P74")]


def test_an_image_is_drawn_at_what_was_booked(tmp_path):
    item, codes = image_advert(tmp_path, size=["120mm", "80mm"])
    assert (size_of(item), codes, item.delivered) == ((120, 80), ["P749"], True)


def test_an_image_of_another_shape_than_was_booked_is_refused(tmp_path):
    assert image_advert(tmp_path, size=["120mm", "90mm"])[1] == ["P748"]


def test_an_image_without_a_booked_size_fills_its_place_in_its_own_shape(tmp_path):
    item, codes = image_advert(tmp_path)
    assert codes == ["P749"], "the white beside it is told"
    assert item.rect.width * 800 == pytest.approx(item.rect.height * 1200, rel=1e-4)


def test_a_page_without_a_trim_counts_as_trimmed_where_it_is_as_large_as_was_booked(tmp_path):
    with pikepdf.open(io.BytesIO(pdf_of(120, 80))) as pdf:
        del pdf.pages[0].obj["/TrimBox"]
        pdf.save(tmp_path / "ad.pdf", force_version="1.4")
    said = {}
    for size in (["120mm", "80mm"], None):
        keys = {} if size is None else {"size": size}
        result = set_blocks({"advert": "ad.pdf", "place": place("1-4", "1-30"), **keys}, folder=tmp_path)
        said[size is None] = [
            d.code for d in result.diagnostics if d.code in ("P721", "P741") and "X141" in d.message()
        ]
    assert said == {False: ["P741"], True: ["P721"]}


def bleeding(folder, trim: tuple[float, float], bleed: float, columns: str, rows: str, **keys):
    """An advert in solid magenta as far as its bleed box, with cyan beyond it, set with ``bleed`` and written."""
    width, height = (side + 20 for side in trim)
    edge = 10 - bleed
    ground = f"{edge * PT} {edge * PT} {(trim[0] + 2 * bleed) * PT} {(trim[1] + 2 * bleed) * PT} re f"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(width * PT, height * PT))
        page = pdf.pages[0]
        page.TrimBox = [10 * PT, 10 * PT, (width - 10) * PT, (height - 10) * PT]
        page.BleedBox = [edge * PT, edge * PT, (width - edge) * PT, (height - edge) * PT]
        page.Contents = pdf.make_stream(f"1 0 0 0 k 0 0 2000 2000 re f 0 1 0 0 k {ground}".encode())
        pdf.save(folder / "ad.pdf", force_version="1.4")
    block = {"advert": "ad.pdf", "bleed": True, "place": place(columns, rows), **keys}
    result = with_pdf(set_blocks(block, folder=folder))
    return result, [d.code for d in result.diagnostics if d.code in {"P746", "P749", "P758"}]


def magenta(pdf: bytes) -> tuple[float, float, float, float]:
    """The box of what is magenta on the sheet, in mm from the trim's left and top, by pixels of a twentieth of one."""
    image = render_page(pdf, 0, 508)
    _, green, blue = image.convert("RGB").split()
    box = ImageChops.subtract(blue, green).point([255 if value > 80 else 0 for value in range(256)]).getbbox()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        page = file.pages[0]
        left, top = float(page.TrimBox[0]) / PT, float(page.MediaBox[3] - page.TrimBox[3]) / PT
    return tuple(round(edge / 20 - beyond, 2) for edge, beyond in zip(box, (left, top, left, top), strict=True))


PAGES = {  # trim (mm), columns and rows, what is seen on the sheet from the page's trim of 270 × 390 mm
    "foot": ((270, 100), ("1-6", "51-71"), (-3, 290, 273, 393)),
    "corner": ((80, 60), ("5-6", "51-71"), (190, 330, 273, 393)),
    "whole page": ((270, 390), ("1-6", "1-71"), (-3, -3, 273, 393)),
    "no edge": ((60, 60), ("3-4", "21-40"), None),
}


@pytest.mark.parametrize("name", PAGES)
def test_an_advert_that_bleeds_runs_off_the_sheet_at_the_edges_that_it_touches(tmp_path, name):
    trim, (columns, rows), expected = PAGES[name]
    result, codes = bleeding(tmp_path, trim, 3, columns, rows)
    assert set(codes) <= {"P749"}
    seen = magenta(result.pdf)
    if expected is None:
        assert (seen[2] - seen[0], seen[3] - seen[1]) == pytest.approx(trim, abs=0.2), "it does not bleed inward"
    else:
        assert seen == pytest.approx(expected, abs=0.1)


def test_more_bleed_than_the_page_has_is_cut_and_less_is_told(tmp_path):
    result, codes = bleeding(tmp_path, (270, 390), 8, "1-6", "1-71")
    assert (codes, magenta(result.pdf)) == ([], pytest.approx((-3, -3, 273, 393), abs=0.1))
    result, codes = bleeding(tmp_path, (270, 390), 1, "1-6", "1-71")
    assert (codes, magenta(result.pdf)) == (["P758"], pytest.approx((-1, -1, 271, 391), abs=0.1))
    assert bleeding(tmp_path, (270, 390), 0, "1-6", "1-71")[1] == ["P758"]


def test_the_bleed_of_a_turned_page_is_that_which_is_seen(tmp_path):
    with pikepdf.open(io.BytesIO(pdf_of(120, 80))) as pdf:
        page = pdf.pages[0]
        page.MediaBox = [-30, -30, 400, 300]
        page.BleedBox = [-1 * PT, -2 * PT, (120 + 3) * PT, (80 + 4) * PT]
        for turn, expected in {0: (1, 4, 3, 2), 90: (2, 1, 4, 3), 180: (3, 2, 1, 4), 270: (4, 3, 2, 1)}.items():
            page.Rotate = turn
            pdf.save(tmp_path / "ad.pdf", force_version="1.4")
            assert tuple(map(to_mm, probe_artwork(tmp_path / "ad.pdf", 1).bleed)) == pytest.approx(expected, abs=0.01)


def test_the_bleed_of_an_image_is_part_of_it(tmp_path):
    saved(Image.new("CMYK", (2760, 1030), (0, 0, 0, 50)), tmp_path / "ad.tif")
    block = {"advert": "ad.tif", "bleed": True, "size": ["270mm", "100mm"], "place": place("1-6", "51-71")}
    result = set_blocks(block, folder=tmp_path)
    [item] = [item for item in result.pages[0].items if isinstance(item, Picture)]
    assert tuple(map(to_mm, item.rect)) == pytest.approx((-3, 290, 273, 393), abs=0.1)
    assert not [d for d in result.diagnostics if d.code in {"P746", "P748"}]


@pytest.mark.parametrize(
    ("pixels", "codes"),
    [((2760, 1030), []), ((2700, 1000), ["P758"]), ((2700, 1400), ["P748"])],
    ids=["with its bleed", "cut to the trim", "of another shape"],
)
def test_an_image_without_bleed_is_told_as_that_and_one_of_another_shape_as_that(tmp_path, pixels, codes):
    saved(Image.new("CMYK", pixels, (0, 0, 0, 50)), tmp_path / "ad.tif")
    block = {"advert": "ad.tif", "bleed": True, "size": ["270mm", "100mm"], "place": place("1-6", "51-71")}
    result = set_blocks(block, folder=tmp_path)
    assert [d.code for d in result.diagnostics if d.code in {"P746", "P748", "P758"}] == codes


@pytest.mark.parametrize(("name", "rows"), [("standard", 3), ("large", 2), ("open", 2), ("airy", 2)])
def test_the_white_that_make_up_may_leave_above_an_advert_is_no_more_in_a_larger_body(name, rows):
    """Fourteen millimetres in whole rows, so that it comes level with the one beside it."""
    template, _ = Layout().template("broadsheet")
    assert template is not None
    grid = next(template.grid(body) for body in template.bodies if body.name == name)
    shape = advert_shape((mm(100), mm(50)), grid, hard=True)
    assert shape.rows_max - shape.rows == rows
