"""The content stream: places, colours, overprint."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.display import BLACK, PAPER, Box, Colour, GlyphRun, Path, Rect, Rule
from paiban.output.pdf import write_pdf
from paiban.output.pdf.font import cluster_texts
from paiban.units import mm, pt, to_pt
from tests.support.pdf_text import seen_characters
from tests.support.tiny_face import COMMON, tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, glyph_run, line_of, page_of

HEIGHT = mm(150)
EXACT = 0.001
RED = Colour(0, 100, 100, 0)


@pytest.fixture(scope="module")
def catalogue():
    return tiny_catalogue()


def pdf_of(catalogue, *items, **more) -> bytes:
    data, found = write_pdf([page_of(items, **more)], catalogue, PRESS, INFO)
    assert found == ()
    return data


def content_of(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.pages[0].Contents.read_bytes().decode("ascii")


def assert_places(pdf: bytes, run: GlyphRun) -> None:
    """PDFium finds every glyph within 0.001 pt of where the display list has it (0.0005 more for its own floats)."""
    seen = [s for s in seen_characters(pdf) if not "\udc00" <= s.text <= "\udfff"]
    wanted = [(to_pt(x), to_pt(HEIGHT - y)) for x, y in zip(run.xs, run.ys, strict=True)]
    assert len(seen) == len(wanted)
    for found, (x, y) in zip(seen, wanted, strict=True):
        assert found.x == pytest.approx(x, abs=EXACT + 0.0005)
        assert found.y == pytest.approx(y, abs=EXACT + 0.0005)


@pytest.mark.parametrize("tracking", [0, 1, 5, 7, 40, 1234, -3000])
def test_each_glyph_of_a_tracked_line_is_in_its_place(catalogue, tracking):
    run = glyph_run(catalogue, "开发区时政新闻" * 5, mm(10), mm(30), size=pt(7), tracking=tracking)
    assert_places(pdf_of(catalogue, line_of([run])), run)


def test_a_spread_remainder_does_not_add_up(catalogue):
    run = glyph_run(catalogue, "中" * 30, mm(10), mm(30), size=pt(8))
    drifting = tuple(x + 3 * index for index, x in enumerate(run.xs))
    run = GlyphRun("tiny", run.size, BLACK, run.glyphs, drifting, run.ys, run.texts)
    assert_places(pdf_of(catalogue, line_of([run])), run)


def test_vertical_glyphs_are_in_their_places(catalogue):
    run = glyph_run(catalogue, "竖排，“标题”中文", mm(50), mm(20), size=pt(9.5), tracking=333, vertical=True)
    assert_places(pdf_of(catalogue, line_of([run], vertical=True)), run)


def test_turned_glyphs_run_down_the_page(catalogue):
    flat = glyph_run(catalogue, "Latin", 0, 0)
    run = GlyphRun("tiny", flat.size, BLACK, flat.glyphs, (mm(50),) * 5, tuple(mm(20) + x for x in flat.xs),
                   flat.texts, quarter_turn=True)  # fmt: skip
    pdf = pdf_of(catalogue, line_of([run], vertical=True))
    assert_places(pdf, run)
    assert "0 -1 1 0 " in content_of(pdf)


def test_condensed_glyphs_are_narrow_and_in_their_places(catalogue):
    flat = glyph_run(catalogue, "2022", mm(10), mm(30))
    half = tuple(mm(10) + (x - mm(10)) // 2 for x in flat.xs)
    run = GlyphRun("tiny", flat.size, BLACK, flat.glyphs, half, flat.ys, flat.texts, condense=500)
    pdf = pdf_of(catalogue, line_of([run]))
    assert_places(pdf, run)
    assert "0.5 0 0 1 " in content_of(pdf)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 13)), min_size=1, max_size=12, unique=True),
    st.integers(0, 12_699),
    st.integers(pt(4), pt(60)),
    st.sampled_from([(False, 1000), (True, 1000), (False, 480), (True, 730)]),
)
def test_any_places_are_exact(cells, part, size, turned):
    catalogue = tiny_catalogue()
    characters = COMMON[: len(cells)]
    gids = tuple(catalogue.face("tiny").shape(c)[0].gid for c in characters)
    xs, ys = zip(*((mm(10 * x) + part * (x + 1), mm(10 * y) + part * (y + 3)) for x, y in cells), strict=True)
    run = GlyphRun("tiny", size, BLACK, gids, xs, ys, tuple(characters), *turned)
    seen = {s.text: (s.x, s.y) for s in seen_characters(pdf_of(catalogue, line_of([run])))}
    for character, x, y in zip(characters, xs, ys, strict=True):
        assert seen[character] == pytest.approx((to_pt(x), to_pt(HEIGHT - y)), abs=EXACT + 0.0005)


def test_an_empty_run_draws_nothing(catalogue):
    empty = GlyphRun("tiny", pt(9), BLACK, (), (), (), ())
    filled = glyph_run(catalogue, "中", mm(10), mm(10))
    assert content_of(pdf_of(catalogue, line_of([filled, empty]))).count("Tj") == 1


def test_body_type_is_one_plate_and_overprints(catalogue):
    content = content_of(pdf_of(catalogue, line_of([glyph_run(catalogue, "中", mm(10), mm(30))])))
    assert content.index("/Over gs") < content.index("0 0 0 1 k") < content.index("Tj")


def test_reversed_type_knocks_out(catalogue):
    items = (
        Box(Rect(0, 0, mm(50), mm(20)), fill=BLACK),
        line_of([glyph_run(catalogue, "中", mm(10), mm(10), colour=PAPER)]),
    )
    content = content_of(pdf_of(catalogue, *items))
    assert re.search(r"/Over gs.* re f.*/Knock gs\n0 0 0 0 k.*Tj", content, re.DOTALL)


@pytest.mark.parametrize("colour", [RED, Colour(0, 0, 0, 20), Colour(30, 0, 0, 100)])
def test_every_other_ink_knocks_out(catalogue, colour):
    items = (Rule(0, 0, mm(9), 0, pt(1)), line_of([glyph_run(catalogue, "中", mm(10), mm(10), colour=colour)]))
    content = content_of(pdf_of(catalogue, *items))
    assert content.index("/Over gs") < content.index("/Knock gs") < content.index("Tj")


def test_the_two_states_say_what_they_do(catalogue):
    with pikepdf.open(io.BytesIO(pdf_of(catalogue, Rule(0, 0, mm(9), 0, pt(1))))) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        assert (states.Over.OP, states.Over.op, states.Over.OPM) == (True, True, 1)
        assert (states.Knock.OP, states.Knock.op) == (False, False)


def test_only_what_changes_is_written(catalogue):
    lines = [line_of([glyph_run(catalogue, "中文", mm(10), mm(y))]) for y in (20, 25, 30)]
    content = content_of(pdf_of(catalogue, *lines))
    assert [content.count(op) for op in ("BT", " Tf", " k", " gs", " Td", " Tm")] == [1, 1, 1, 1, 2, 1]


def test_a_line_of_plain_characters_is_one_operator(catalogue):
    run = glyph_run(catalogue, "中文中", mm(10), mm(30))
    content = content_of(pdf_of(catalogue, line_of([run])))
    assert f"<{''.join(f'{gid:04X}' for gid in run.glyphs)}>Tj" in content


def test_only_press_colour_operators_are_used(catalogue):
    items = (
        Box(Rect(0, 0, mm(9), mm(9)), fill=RED, stroke=BLACK, weight=pt(1), radius=mm(1)),
        Path((("M", (0, 0)), ("L", (mm(5), 0)), ("C", (0, 0, mm(1), mm(1), 0, mm(5))), ("Z", ())), RED),
        line_of([glyph_run(catalogue, "中", mm(10), mm(30))]),
    )
    with pikepdf.open(io.BytesIO(pdf_of(catalogue, *items))) as pdf:
        used = {str(instruction.operator) for instruction in pikepdf.parse_content_stream(pdf.pages[0])}
    assert used & {"rg", "RG", "g", "G", "cs", "CS", "sc", "scn", "SC", "SCN", "sh"} == set()


def test_a_rule_is_a_stroke_between_its_points(catalogue):
    content = content_of(pdf_of(catalogue, Rule(pt(10), pt(20), pt(60), pt(20), pt(0.3))))
    y = round(to_pt(HEIGHT) - 20, 3)
    assert f"0.3 w\n10 {y} m 60 {y} l S" in content


def test_a_dash_ends_with_its_rule(catalogue):
    dashed = Rule(0, 0, pt(60), 0, pt(0.3), dash=(pt(2), pt(1)))
    content = content_of(pdf_of(catalogue, dashed))
    assert content.index("[2 1] 0 d") < content.index(" l S") < content.index("[] 0 d")


def test_a_stroke_lies_inside_its_box(catalogue):
    content = content_of(pdf_of(catalogue, Box(Rect(pt(10), pt(10), pt(30), pt(20)), stroke=BLACK, weight=pt(2))))
    assert re.search(r"2 w\n11 \S+ 18 8 re S", content)


def test_neighbouring_boxes_share_their_rounded_edge(catalogue):
    edge = 12_345
    boxes = (Box(Rect(0, 0, edge, pt(9)), fill=RED), Box(Rect(edge, 0, pt(9), pt(9)), fill=RED))
    (left, _, width), (start, _, _) = (
        [float(v) for v in found]
        for found in re.findall(r"(\S+) (\S+) (\S+) \S+ re f", content_of(pdf_of(catalogue, *boxes)))
    )
    assert left + width == pytest.approx(start, abs=1e-9)


def test_decorations_follow_the_type_of_their_line(catalogue):
    mark = Rule(mm(10), mm(31), mm(20), mm(31), pt(0.5))
    line = line_of([glyph_run(catalogue, "人名", mm(10), mm(30))], decorations=(mark,))
    content = content_of(pdf_of(catalogue, line))
    assert content.index("Tj") < content.index("ET") < content.index(" l S")


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("中文Aé—", max_size=4)))
def test_spreading_clusters_over_glyphs_keeps_their_text(clusters):
    texts = [part for cluster in clusters for part in (cluster, "", "")]
    assert "".join(cluster_texts(texts)) == "".join(texts)
    assert len(list(cluster_texts(texts))) == len(texts)
