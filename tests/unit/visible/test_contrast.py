"""No type in a colour that cannot be told from what is under it."""

from __future__ import annotations

import pikepdf
import pytest
from PIL import Image

from paiban.display import BLACK, PAPER, Artwork, Box, Colour, Picture
from paiban.output.visible.contrast import light, told_apart
from tests.support.inked import box, type_line
from tests.support.issues import set_blocks, story

FAINT = "P717"
GROUND = box(25, 45, 60, 70)


def codes(found):
    return [one.code for one in found]


def grey(percent: float) -> Colour:
    return Colour(0, 0, 0, percent)


@pytest.mark.parametrize(
    ("colour", "ground", "visible"),
    [
        (BLACK, PAPER, True), (PAPER, PAPER, False), (PAPER, BLACK, True), (BLACK, BLACK, False),
        # A tint of 65 % grows by 4 × 0.26 × 0.65 × 0.35 to 88.7 % and sends back 0.158 of the light, type on it 0.05:
        # 0.208 to 0.1. One of 80 % grows to 96.6 %: 0.132 to 0.1.
        (BLACK, grey(10), True), (BLACK, grey(65), True), (BLACK, grey(80), False),
        (PAPER, grey(10), False), (PAPER, grey(40), True),
        (PAPER, Colour(0, 95, 90, 0), True), (Colour(0, 95, 90, 0), BLACK, True),
        (Colour(0, 0, 100, 0), PAPER, False), (Colour(100, 0, 0, 0), PAPER, True),
        (BLACK, Colour(0, 0, 100, 0), True), (BLACK, Colour(0, 95, 90, 0), True),
        (Colour(0, 100, 100, 0), Colour(0, 100, 90, 0), False),
    ],
)  # fmt: skip
def test_colours_that_can_be_told_apart(colour, ground, visible):
    assert told_apart(colour, ground) is visible


def test_light_of_a_tint_is_reckoned_with_its_gain():
    covered = 0.5 + 0.26
    assert light(grey(50)) == pytest.approx(1 - covered + covered * 0.05)
    assert light(Colour(0, 100, 100, 0)) == pytest.approx(0.2 * 0.8)


@pytest.mark.parametrize(
    ("colour", "ground", "expected"), [(BLACK, grey(20), []), (BLACK, BLACK, [FAINT]), (PAPER, BLACK, [])]
)
def test_type_on_a_tint(seen, colour, ground, expected):
    tint = Box(GROUND, fill=ground, block="lead")
    assert codes(seen(tint, type_line("新闻", 30, 60, colour=colour))) == expected


def test_type_on_bare_paper(seen):
    assert seen(type_line("新闻", 30, 60)) == []
    assert codes(seen(type_line("新闻", 30, 60, colour=PAPER))) == [FAINT]


def test_the_uppermost_tint_counts(seen):
    line = type_line("新闻", 30, 60)
    dark, pale = Box(GROUND, fill=BLACK, block="lead"), Box(GROUND, fill=grey(10), block="lead")
    assert seen(dark, pale, line) == []
    assert codes(seen(pale, dark, line)) == [FAINT]


def test_type_half_off_its_ground_is_seen_on_neither(seen):
    """White type that stands half on a dark field ends on white paper. Its block is the page: it has no other place."""
    dark = Box(box(25, 45, 45, 70), fill=BLACK)
    (found,) = seen(dark, type_line("新闻", 30, 60, colour=PAPER, block=""))
    assert found.code in (FAINT, "P714")


def test_only_the_characters_that_are_lost_are_told(seen):
    dark = Box(box(39.9, 45, 60, 70), fill=BLACK)
    (found,) = seen(dark, type_line("新闻", 30, 60, block="lead"))
    assert (dict(found.params)["words"], found.span.column) == ("闻", 2)


@pytest.mark.parametrize(("level", "expected"), [(0, [FAINT]), (255, [])])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_type_on_a_picture_is_held_against_its_ink(seen, tmp_path, level, expected, mode):
    path = tmp_path / "p.png"
    Image.new(mode, (400, 300), level if mode == "L" else (level,) * 3).save(path)
    picture = Picture("lead", str(path), GROUND, (0, 0, 1, 1))
    assert codes(seen(picture, type_line("新闻", 30, 60))) == expected


def test_a_third_of_a_glyph_may_meet_its_own_lightness(seen, tmp_path):
    """Black type over a picture that is black on the left: of 闻, nothing; of 新, all."""
    image = Image.new("L", (400, 300), 255)
    image.paste(0, (0, 0, 170, 300))
    image.save(tmp_path / "p.png")
    (found,) = seen(Picture("lead", str(tmp_path / "p.png"), GROUND, (0, 0, 1, 1)), type_line("新闻", 30, 60))
    assert dict(found.params)["words"] == "新"


@pytest.mark.parametrize(
    ("turn", "black", "lost"),
    [(0, "10 10 43 50", "新"), (180, "67 10 43 50", "新"), (0, "0 0 10 70", ""), (0, "10 10 0 0", "")],
)
def test_type_on_an_advert_in_pdf_is_held_against_what_is_drawn_there(seen, tmp_path, turn, black, lost):
    """Black on the left of its trim, as it is seen; what is black beyond the trim is not placed."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(120, 70))
    pdf.pages[0].obj.TrimBox = pikepdf.Array([10, 10, 110, 60])
    pdf.pages[0].obj.Rotate = turn
    pdf.pages[0].Contents = pdf.make_stream(f"0 g {black} re f".encode())
    pdf.save(tmp_path / "a.pdf")
    found = seen(Artwork("lead", str(tmp_path / "a.pdf"), 1, GROUND), type_line("新闻", 30, 60))
    assert "".join(str(dict(one.params)["words"]) for one in found) == lost


def test_an_advert_that_cannot_be_drawn_is_told_elsewhere(seen, tmp_path):
    assert seen(Artwork("lead", str(tmp_path / "none.pdf"), 1, GROUND), type_line("新闻", 30, 60)) == []


def test_a_black_tint_is_found_on_a_page():
    result = set_blocks(story(columns="1-3", rows="1-20", tint="black", weight=1))
    (found,) = [d for d in result.diagnostics if d.code == FAINT]
    assert dict(found.params)["block"] == "lead"
    assert not result.ok


def test_the_usual_tint_is_not():
    result = set_blocks(story(columns="1-3", rows="1-20", tint="tint", weight=1))
    assert FAINT not in [d.code for d in result.diagnostics]
