"""Our own page from its display list: the same rules and codes, each fault once."""

import pytest
from PIL import Image

from paiban.diagnostic import Severity
from paiban.display import BLACK, PAPER, Box, Colour, GlyphRun, Line, Page, Path, Picture, Rect, Rule
from paiban.preflight import preflight_page
from paiban.span import Span, plain_text
from paiban.units import PER_INCH, mm, pt
from tests.support.pictures import saved
from tests.unit.preflight.good_pdf import press

RED = Colour(0, 100, 100, 0)
TYPE_AREA = Rect(mm(10), mm(10), mm(90), mm(140))


def page(*items, bleed=0):
    return Page(2, "要闻", "报", mm(100), mm(150), bleed, TYPE_AREA, (), (), items)


def line(size, colour=BLACK, x=20, y=20, text="报"):
    x, y, advance = mm(x), mm(y), mm(30)
    run = GlyphRun("song", size, colour, (1,), (x,), (y,), (text,))
    copy = plain_text(text, "issue.yaml", 7, 3)
    return Line("body", "a", 1, copy, 0, 1, x, y, advance, advance, False, False, (run,))


def ruby(size, colour=BLACK):
    """A line of ten points with something of ``size`` beside it."""
    text = line(pt(10))
    return text._replace(runs=(*text.runs, text.runs[0]._replace(size=size, colour=colour)), notes=((0, 1),))


def rule(weight, colour=BLACK):
    return Rule(mm(20), mm(30), mm(60), mm(30), weight, colour)


def codes(*items, bleed=0, **limits):
    return [d.code for d in preflight_page(page(*items, bleed=bleed), press(**limits))]


BAND = Rect(mm(10), mm(10), mm(90), mm(40))
OUTSIDE = Rect(mm(-1), mm(10), mm(20), mm(20))


@pytest.mark.parametrize(
    ("expected", "items"),
    [
        ("X153", [Box(OUTSIDE, RED)]),
        ("X153", [line(pt(10), x=80)]),
        ("X260", [Box(BAND, Colour(60, 60, 60, 41))]),
        ("X260", [Path((("M", (mm(20), mm(20))), ("L", (mm(30), mm(20))), ("Z", ())), Colour(100, 100, 21, 0))]),
        ("X262", [Box(BAND, Colour(30, 100, 0, 0)), line(pt(10))]),
        ("X262", [Box(BAND, Colour(30, 100, 0, 0)), rule(pt(1))]),
        ("X263", [rule(pt(0.2))]),
        ("X264", [rule(pt(0.9), Colour(0, 0, 0, 50))]),
        ("X264", [rule(pt(0.9), RED)]),
        ("X264", [Box(BAND, BLACK), Box(BAND, None, PAPER, pt(0.5))]),
        ("X265", [line(pt(5.9))]),
        ("X265", [ruby(pt(3.9))]),
        ("X266", [ruby(pt(4.5), RED)]),
        ("X266", [line(pt(9.9), RED)]),
        ("X266", [line(pt(9.9), RED, text="◇")]),
        ("X267", [Box(BAND, BLACK), line(pt(9.9), PAPER)]),
        ("X268", [line(pt(9.9), Colour(40, 30, 30, 90))]),
    ],
)
def test_fault(expected, items):
    assert codes(*items) == [expected]


@pytest.mark.parametrize(
    "items",
    [
        [Box(Rect(0, 0, mm(100), mm(150)), Colour(10, 0, 0, 0))],
        [line(pt(10), x=70)],
        [Box(BAND, Colour(60, 60, 60, 40))],
        [Box(BAND, Colour(20, 100, 0, 0)), line(pt(10))],
        [Box(BAND, Colour(100, 100, 0, 0)), Box(BAND, PAPER), line(pt(10))],
        [Box(BAND, Colour(100, 100, 0, 0)), line(pt(10), y=60)],
        [rule(pt(0.25))],
        [rule(pt(1), Colour(0, 0, 0, 50))],
        [line(pt(6))],
        [ruby(pt(4))],
        [line(pt(10), RED)],
        [line(pt(9), RED, text="◆")],
        [Box(BAND, BLACK), line(pt(10), PAPER)],
        [Box(BAND, None, PAPER, pt(0.5))],
        [],
    ],
)
def test_boundary(items):
    assert codes(*items) == []


@pytest.mark.parametrize(
    ("by", "code"),
    [((0, 0), []), ((1, 0), []), ((0, 1), []), ((1, 1), ["X262"])],
    ids=["corner", "side", "foot", "over"],
)
def test_a_ground_lies_under_what_it_overlaps_on_both_axes(by, code):
    """What only touches its edge stands beside it, be it along one side or at a corner."""
    x, y = BAND.x1 - by[0], BAND.y1 - by[1]
    black = Box(Rect(x, y, x + mm(5), y + mm(5)), BLACK)
    assert codes(Box(BAND, Colour(30, 100, 0, 0)), black) == code


def test_bleed_may_be_used():
    assert codes(Box(OUTSIDE, RED), bleed=mm(3)) == []


INCH = Rect(mm(10), mm(10), mm(10) + PER_INCH, mm(10) + PER_INCH)
WHOLE = (0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("mode", "ppi", "code", "severity"),
    [
        ("RGB", 200, None, None),
        ("RGB", 150, None, None),
        ("RGB", 149, "X245", Severity.WARNING),
        ("RGB", 100, "X245", Severity.WARNING),
        ("RGB", 99, "X246", Severity.ERROR),
        ("L", 99, "X246", Severity.ERROR),
        ("1", 400, None, None),
        ("1", 399, "X247", Severity.WARNING),
        ("1", 200, "X247", Severity.WARNING),
        ("1", 199, "X248", Severity.ERROR),
    ],
)
def test_resolution_of_a_picture_of_one_inch(mode, ppi, code, severity, tmp_path):
    path = saved(Image.new(mode, (ppi, ppi)), tmp_path / "a.png")
    found = preflight_page(page(Picture("p", str(path), INCH, WHOLE)), press())
    assert [(one.code, one.severity) for one in found] == ([(code, severity)] if code else [])


def test_resolution_counts_the_pixels_shown_in_the_poorer_direction(tmp_path):
    path = saved(Image.new("RGB", (600, 240)), tmp_path / "a.png")
    [found] = preflight_page(page(Picture("p", str(path), INCH, (0.25, 0, 0.75, 0.5))), press())
    assert dict(found.params)["ppi"] == 120


def test_a_poor_picture_is_named_and_told_how_large_it_may_be(tmp_path):
    """120 pixels are enough for 150 ppi on 0.8 inch, 20 mm; a picture that cannot be read is for others to report."""
    path = saved(Image.new("RGB", (120, 120)), tmp_path / "a.png")
    span = Span("issue.yaml", 4, 5, 4, 9)
    pictures = [Picture("p", str(path), INCH, WHOLE, span), Picture("q", str(tmp_path / "none.png"), INCH, WHOLE)]
    [found] = preflight_page(page(*pictures), press())
    assert found.span == span
    assert found.message("zh").startswith(
        "图片印成 25.4 × 25.4 mm 只有 120 ppi（120 × 120 像素），低于 150（a.png，第 2 页"
    )
    assert dict(found.params)["fit"] == "20 × 20"


def test_a_picture_that_is_cropped_is_told_both_sides_that_keep_its_crop(tmp_path):
    """Narrower alone it would be cropped more, and as poor as before."""
    path = saved(Image.new("RGB", (120, 240)), tmp_path / "a.png")
    high = Rect(INCH.x0, INCH.y0, INCH.x1, INCH.y0 + 2 * PER_INCH)
    [found] = preflight_page(page(Picture("p", str(path), high, WHOLE)), press())
    assert dict(found.params)["fit"] == "20 × 40"


def test_each_poor_picture_is_told_by_itself(tmp_path):
    paths = [saved(Image.new("RGB", (120, 120)), tmp_path / name) for name in ("a.png", "b.png")]
    assert codes(*(Picture("p", str(path), INCH, WHOLE) for path in paths)) == ["X245", "X245"]


def test_each_fault_once_with_its_place_in_the_issue_and_a_count():
    [found] = preflight_page(page(line(pt(5)), line(pt(5.5)), line(pt(5))), press())
    assert found.span == Span("issue.yaml", 7, 3, 7, 4)
    assert found.severity is Severity.WARNING
    assert found.message("zh") == "5 点的字小于 6 点（第 2 页，距成品左 20.0、上 18.4 mm，另有 2 处）"
    assert found.message("en").startswith("type of 5 pt is smaller than 6 pt (page 2, 20.0 mm right and 18.4 mm down")
