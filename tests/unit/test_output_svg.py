"""The SVG, part by part; ``tests/page/test_svg.py`` compares whole pages with their PDF."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from PIL import Image

from paiban.display import BLACK, Artwork, Box, Colour, Frame, GlyphRun, Path, Picture, Rect, Rule
from paiban.output.model import Finished, Options
from paiban.output.pdf import write_pdf
from paiban.output.svg import write_svg
from paiban.output.svg.face import FIRST_CODE, web_face
from paiban.output.svg.screen import Screen
from paiban.units import PER_PT, mm
from tests.support.cff_face import BY_CID, build_cff_face, cff_catalogue
from tests.support.colour import newsprint
from tests.support.pictures import qr, quarters, saved
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, glyph_run, line_of, page_of

SVG = "{http://www.w3.org/2000/svg}"
PT = PER_PT


def written(*items, press=None, **options):
    page = page_of(items)._replace(frames=(Frame("lead", "story", Rect(0, 0, mm(50), mm(50))),))
    return write_svg(Finished((page,), tiny_catalogue(), press or newsprint(), INFO), Options(**options))


def svg_of(*items, **options) -> ElementTree.Element:
    (file,) = written(*items, **options).files
    assert file.part == ""
    return ElementTree.fromstring(file.data)


def only(root: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = [element for group in root.findall(f"{SVG}g") for element in group.iter(SVG + name)]
    return found


def line(text="新闻", **more):
    return line_of([glyph_run(tiny_catalogue(), text, 20 * PT, 30 * PT, **more)], block="lead")


def test_the_page_is_its_trim_in_points():
    root = svg_of()
    width, height = 100 / 25.4 * 72, 150 / 25.4 * 72
    assert [float(part) for part in root.get("viewBox").split()] == pytest.approx([0, 0, width, height], abs=0.001)
    assert root.get("width") == f"{root.get('viewBox').split()[2]}pt"
    assert root.find(f"{SVG}title").text == "试报"


def test_several_pages_are_files_of_their_own():
    pages = tuple(page_of((), number=number) for number in (2, 5))
    files = write_svg(Finished(pages, tiny_catalogue(), newsprint(), INFO), Options()).files
    assert [file.part for file in files] == ["-2", "-5"]


def test_items_stand_in_their_block_with_its_copy_in_words():
    root = svg_of(Rule(0, 0, PT, PT, PT), line())
    furniture, lead = root.findall(f"{SVG}g")
    assert (furniture.get("data-kind"), furniture.get("data-block")) == ("furniture", None)
    assert (lead.get("data-kind"), lead.get("data-block")) == ("story", "lead")
    assert lead.find(f"{SVG}desc").text == "新闻"


def test_words_are_escaped_and_what_xml_cannot_hold_is_left_out():
    root = svg_of(line_of([glyph_run(tiny_catalogue(), "新", 0, 0)], "<新>&\x07\ufffe", block='a"b'))
    (group,) = root.findall(f"{SVG}g")
    assert group.get("data-block") == 'a"b'
    assert group.find(f"{SVG}desc").text == "<新>&"


# ---- type -----------------------------------------------------------------------------------------------------------


def test_each_glyph_stands_at_its_place():
    text = only(svg_of(line(size=8 * PT, tracking=PT)), "text")
    assert (text.get("x"), text.get("y"), text.get("font-size")) == ("20 29", "30", "8")
    assert text.get("fill") == "#000000"


def test_glyphs_that_rise_have_places_of_their_own():
    run = glyph_run(tiny_catalogue(), "新闻", 20 * PT, 30 * PT)._replace(ys=(30 * PT, 29 * PT))
    assert only(svg_of(line_of([run])), "text").get("y") == "30 29"


@pytest.mark.parametrize(
    ("look", "matrix", "places"),
    [
        # Along the line is down: 20 pt below its first glyph, the second stands 20 pt along.
        ({"quarter_turn": True}, "translate(20 30)rotate(90)scale(1 1)", ("0 20", "0")),
        # At half its width, what stands 10 pt further is 20 of its own units away.
        ({"condense": 500}, "translate(20 30)scale(0.5 1)", ("0 20", "0")),
    ],
)
def test_turned_and_condensed_type_has_axes_of_its_own(look, matrix, places):
    step = (
        ((20 * PT, 20 * PT), (30 * PT, 50 * PT)) if "quarter_turn" in look else ((20 * PT, 30 * PT), (30 * PT, 30 * PT))
    )
    run = glyph_run(tiny_catalogue(), "新闻", 0, 0)._replace(xs=step[0], ys=step[1], **look)
    text = only(svg_of(line_of([run])), "text")
    assert text.get("transform") == matrix
    assert (text.get("x"), text.get("y")) == places


def test_the_faces_in_the_file_draw_what_the_line_says():
    root = svg_of(line("新闻A"))
    style = root.find(f"{SVG}style").text
    font = TTFont(BytesIO(b64decode(style.partition("base64,")[2].partition(")")[0])))
    names = [font.getBestCmap()[ord(character)] for character in only(root, "text").text]
    assert [drawn(font, name) for name in names] == [drawn_by_tiny(text) for text in "新闻A"]


@pytest.mark.parametrize("kind", ["TrueType", "CFF"])
def test_a_cut_face_is_a_whole_font_file(kind, tmp_path):
    catalogue = tiny_catalogue() if kind == "TrueType" else cff_catalogue(build_cff_face(tmp_path / "f.otf", BY_CID))
    used = catalogue.face(catalogue.keys[0])
    gids = [glyph.gid for glyph in used.shape("文") + used.shape("A")]
    made = web_face(used, gids)
    font = TTFont(BytesIO(made.data), checkChecksums=2)
    assert {"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"} <= set(font.keys())
    assert set(font.getBestCmap()) == set(range(FIRST_CODE + 1, FIRST_CODE + font["maxp"].numGlyphs))
    assert set(made.characters) == set(gids)


def drawn(font: TTFont, name: str) -> list:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value


def drawn_by_tiny(text: str) -> list:
    face = tiny_catalogue().face("tiny")
    font = TTFont(face.path)
    return drawn(font, font.getGlyphName(face.shape(text)[0].gid))


def test_outlines_are_defined_once_and_used_at_their_places():
    root = svg_of(line("新新"), outlines=True)
    (path,) = root.find(f"{SVG}defs")
    # The square of a Han character in the tiny face, y down.
    assert path.get("d") == "M50 70L50 -830L950 -830L950 70L50 70Z"
    uses = list(root.iter(f"{SVG}use"))
    assert [use.get("href") for use in uses] == [f"#{path.get('id')}"] * 2
    assert [use.get("transform") for use in uses] == ["translate(20 30)scale(0.01)", "translate(30 30)scale(0.01)"]
    assert root.find(f"{SVG}style") is None


def test_a_blank_glyph_is_an_empty_outline():
    root = svg_of(line("　"), outlines=True)
    assert [path.get("d") for path in root.find(f"{SVG}defs")] == [""]


# ---- lines, boxes, ornaments ----------------------------------------------------------------------------------------


def test_a_rule_has_its_weight_colour_and_dashes():
    rule = only(svg_of(Rule(PT, 2 * PT, 30 * PT, 2 * PT, PT // 2, BLACK, (3 * PT, PT))), "line")
    assert [rule.get(name) for name in ("x1", "y1", "x2", "y2", "stroke-width", "stroke-dasharray")] == [
        "1", "2", "30", "2", "0.5", "3 1",
    ]  # fmt: skip


def test_a_stroke_lies_inside_its_box():
    edge = only(svg_of(Box(Rect(0, 0, 20 * PT, 10 * PT), stroke=BLACK, weight=2 * PT, radius=3 * PT)), "rect")
    assert [edge.get(name) for name in ("x", "y", "width", "height", "rx", "stroke-width", "fill")] == [
        "1", "1", "18", "8", "2", "2", "none",
    ]  # fmt: skip


def test_a_box_is_filled_before_it_is_stroked():
    root = svg_of(Box(Rect(0, 0, 20 * PT, 10 * PT), fill=Colour(0, 0, 0, 10), stroke=BLACK, weight=PT))
    fill, stroke = root.find(f"{SVG}g").findall(f"{SVG}rect")
    assert (fill.get("fill") != "none", stroke.get("fill")) == (True, "none")


def test_an_ornament_keeps_its_curves():
    steps = (("M", (0, 0)), ("C", (PT, 0, 2 * PT, PT, 2 * PT, 2 * PT)), ("Z", ()))
    assert only(svg_of(Path(steps, BLACK)), "path").get("d") == "M0 0C1 0 2 1 2 2Z"


# ---- ink on a screen ------------------------------------------------------------------------------------------------


def test_paper_is_white_and_solid_black_is_black():
    screen = Screen(newsprint())
    assert (screen.colour(Colour(0, 0, 0, 0)), screen.colour(BLACK)) == ("#ffffff", "#000000")


def test_inks_have_their_hues():
    screen = Screen(newsprint())

    def levels(*ink):
        value = screen.colour(Colour(*ink))
        return [int(value[at : at + 2], 16) for at in (1, 3, 5)]

    red, green, blue = levels(0, 100, 100, 0)
    assert red > 180 > 120 > max(green, blue)
    red, green, blue = levels(100, 0, 0, 0)
    assert blue > 180 > 120 > red
    greys = [levels(0, 0, 0, percent)[0] for percent in range(0, 101, 10)]
    assert greys == sorted(greys, reverse=True)


def picture_of(path, crop=(0.0, 0.0, 1.0, 1.0)) -> Picture:
    return Picture("lead", str(path), Rect(PT, 2 * PT, 73 * PT, 38 * PT), crop)


def test_a_picture_is_in_the_file_at_its_place(tmp_path):
    path = saved(quarters("RGB", (400, 200), ["red", "white", "black", "blue"]), tmp_path / "p.png")
    image = only(svg_of(picture_of(path)), "image")
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["1", "2", "72", "36"]
    shown = Image.open(BytesIO(b64decode(image.get("href").partition("base64,")[2])))
    width, height = shown.size
    upper, lower = [
        [shown.getpixel((x, y)) for x in (width // 4, width * 3 // 4)] for y in (height // 4, height * 3 // 4)
    ]
    assert upper[0][0] > 150 > upper[0][1]
    assert min(upper[1]) > 240
    assert max(lower[0]) < 60
    assert lower[1][2] > lower[1][0] + 50


def test_grey_and_line_art_stay_so(tmp_path):
    grey = saved(quarters("L", (400, 200), [0, 255, 128, 64]), tmp_path / "g.png")
    art = saved(quarters("1", (1600, 800), [0, 1, 1, 0]), tmp_path / "a.png")
    for path in (grey, art):
        shown = Image.open(BytesIO(b64decode(only(svg_of(picture_of(path)), "image").get("href").partition(",")[2])))
        pixels = shown.convert("RGB")
        assert max(pixels.getpixel((5, 5))) < 40
        assert min(pixels.getpixel((shown.width - 5, 5))) > 235


def test_a_code_is_one_shape_of_squares(tmp_path):
    root = svg_of(picture_of(saved(qr(), tmp_path / "a.png")))
    assert root.find(f".//{SVG}image") is None
    assert only(root, "path").get("d").count("Z") > 20


def test_a_picture_that_cannot_be_had_gives_no_file(tmp_path):
    result = written(picture_of(tmp_path / "none.png"))
    assert (result.files, [found.code for found in result.found]) == ((), ["P750"])


def test_an_advert_in_pdf_is_drawn_in_its_place(tmp_path):
    half = Box(Rect(0, 0, mm(50), mm(150)), fill=BLACK)
    pdf, _ = write_pdf([page_of([half])], tiny_catalogue(), newsprint()._replace(marks=()), INFO)
    (tmp_path / "ad.pdf").write_bytes(pdf)
    image = only(svg_of(Artwork("ad", str(tmp_path / "ad.pdf"), 1, Rect(0, 0, 100 * PT, 150 * PT))), "image")
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["0", "0", "100", "150"]
    shown = Image.open(BytesIO(b64decode(image.get("href").partition(",")[2])))
    assert max(shown.getpixel((shown.width // 4, shown.height // 2))) < 60
    assert shown.getpixel((shown.width * 3 // 4, shown.height // 2)) == (255, 255, 255)


def test_an_empty_run_draws_nothing():
    root = svg_of(line_of([*line().runs, GlyphRun("tiny", PT, BLACK, (), (), (), ())], "新闻"))
    assert len(list(root.iter(f"{SVG}text"))) == 1
