"""Characters that no face has, given by a drawing: set like any other, told where the drawing is no use."""

from __future__ import annotations

import subprocess
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from paiban.diagnostic import has_errors
from paiban.display import Line
from paiban.engine.characters import with_characters
from paiban.engine.printing import finished
from paiban.font.drawn import ASCENT, UPEM
from paiban.font.trace import loops_of, straightened
from paiban.memo import Memo
from paiban.output.model import Options
from paiban.output.pdf import write_pdf
from paiban.output.svg import write_svg
from paiban.picture.ink_drawing import SIDE as INK
from paiban.span import plain_text
from tests.support.composed import catalogue
from tests.support.issues import briefs, codes, page_of, picture, set_real, story

RARE = "𮹝"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M10 10 h80 v80 h-80 z"/></svg>'
FIELDS = ("kicker", "headline", "deck", "byline", "body")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "square.svg").write_text(SQUARE)
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    return tmp_path


def page(folder, *blocks, drawing: str = "square.svg", character: str = RARE, **keys):
    return set_real(*blocks, folder=folder, glyphs={character: drawing}, **keys)


def drawn_in(result) -> str:
    lines = [item for item in page_of(result).items if isinstance(item, Line)]
    return "".join(text for line in lines for run in line.body if run.face == "drawn" for text in run.texts)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("field", FIELDS)
def test_it_is_set_in_every_field_of_a_story(folder, field, writing):
    result = page(folder, story(columns="1-3", rows="1-30", writing=writing, **{field: f"天{RARE}地{RARE}"}))
    assert not has_errors(result.diagnostics), codes(result)
    assert not {"P310", "P311"} & set(codes(result))
    assert drawn_in(result) == RARE * 2


def test_it_is_set_in_briefs_labels_captions_runs_and_the_section(folder):
    blocks = (
        briefs(f"天**{RARE}**地。", columns="1-3", rows="1-20", label=f"天{RARE}"),
        picture("p.png", "4-5", "1-30", caption=f"{RARE}地", credit=f"天{RARE}"),
    )
    result = page(folder, *blocks, section=RARE)
    assert "P310" not in codes(result)
    assert drawn_in(result).count(RARE) >= 5


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_it_stands_on_an_em_like_its_neighbours(folder, writing):
    result = page(folder, story(columns="1-3", rows="1-20", body=f"天{RARE}地人", writing=writing))
    (line,) = [item for item in page_of(result).items if isinstance(item, Line) and item.role == "body"]
    along = [place for run in line.body for place in (run.ys if writing == "vertical" else run.xs)]
    assert along[1] - along[0] == along[2] - along[1] == along[3] - along[2]


@pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not here")
def test_it_comes_out_of_the_pdf_as_what_it_is(folder):
    result = page(folder, story(columns="1-3", rows="1-20", headline=f"{RARE}面", body=f"天{RARE}地。"))
    pdf, _ = write_pdf(result.pages, *finished(result)[1:4])
    (folder / "page.pdf").write_bytes(pdf)
    said = subprocess.run(["pdftotext", folder / "page.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert f"{RARE}面" in said
    assert f"天{RARE}地。" in said


def test_it_is_drawn_in_the_svg(folder):
    result = page(folder, story(columns="1-3", rows="1-20", body=f"天{RARE}地。"))
    (file,) = write_svg(finished(result), Options()).files
    assert RARE.encode() in file.data


# ---- drawings --------------------------------------------------------------------------------------------------------


def face_of(path):
    made, found = with_characters(catalogue(), {RARE: (plain_text(path.name), path)}, Memo())
    return made.face("drawn") if made.drawn else None, made.drawn, [d.code for d in found]


def area(loops) -> float:
    return (
        sum(x0 * y1 - x1 * y0 for loop in loops for (x0, y0), (x1, y1) in zip(loop, [*loop[1:], loop[0]], strict=True))
        / 2
    )


def rings(face) -> list[list[tuple[int, int]]]:
    found: list[list[tuple[int, int]]] = []
    for kind, points in face.outline(face.shape(RARE)[0].gid):
        if kind == "M":
            found.append([])
        if points:
            found[-1].append((int(points[0]), int(points[1])))
    return found


def test_its_ink_fills_what_han_characters_fill(folder):
    face, has, found = face_of(folder / "square.svg")
    assert (has, found) == ({RARE}, [])
    glyph = face.shape(RARE)[0]
    side = (UPEM - INK) // 2
    wanted = (side, ASCENT - UPEM + side, UPEM - side, ASCENT - side)
    assert all(abs(a - b) <= 1 for a, b in zip(face.extents(glyph.gid), wanted, strict=True))
    assert glyph.advance == UPEM


@pytest.mark.parametrize(
    ("shapes", "share"),
    [
        ('<rect x="0" y="0" width="100" height="100"/>', 1),
        ('<polygon points="0,0 100,0 100,50 0,50"/><polygon points="0,50 0,100 100,100 100,50"/>', 1),
        ('<path d="M0 0H100V100H0Z M25 25V75H75V25Z"/>', 0.75),  # a hole runs the other way round
        ('<path d="M0 0H100V100H0Z M25 25H75V75H25Z"/>', 1),  # the same way round it is none
        ('<path fill-rule="evenodd" d="M0 0H100V100H0Z M25 25H75V75H25Z"/>', 0.75),
        ('<rect width="100" height="100"/><rect x="25" y="25" width="50" height="50" fill="white"/>', 0.75),
        ('<g transform="translate(5,5) scale(2)"><path d="m0 0l50 0l0 50l-50 0z"/></g>', 1),
        ('<g transform="matrix(1 0 0 -1 0 100)" style="fill:#000"><path d="M0,0 100,0 100,100 0,100z"/></g>', 1),
        ('<circle cx="50" cy="50" r="50"/>', 0.7854),
        ('<path d="M0 50A50 50 0 0 1 100 50A50 50 0 0 1 0 50Z"/>', 0.7854),
        ('<g transform="rotate(90)"><rect width="100" height="50"/></g>', 0.5),
        ('<path d="M50 0C77.6 0 100 22.4 100 50S77.6 100 50 100 0 77.6 0 50 22.4 0 50 0z"/>', 0.7854),
        ('<path d="M0 100Q50 0 100 100 Z"/><rect width="100" height="1"/><rect y="99" width="100" height="1"/>', None),
        ('<rect width="100" height="100"/><path d="M0 0H9" fill="none"/><metadata>words</metadata>', 1),
    ],
)
def test_shapes_cover_what_they_cover(tmp_path, shapes, share):
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{shapes}</svg>')
    face, _, found = face_of(path)
    assert found == []
    if share is not None:
        assert abs(area(rings(face))) / INK**2 == pytest.approx(share, abs=0.01)


def test_a_picture_is_traced_whatever_its_margins_and_its_alpha(tmp_path):
    drawing = Image.new("RGBA", (900, 700), (0, 0, 0, 0))
    ImageDraw.Draw(drawing).rectangle((100, 100, 599, 599), fill="black")
    ImageDraw.Draw(drawing).rectangle((200, 200, 299, 299), fill="white")
    drawing.save(tmp_path / "a.png")
    face, _, found = face_of(tmp_path / "a.png")
    assert found == []
    assert abs(area(rings(face))) / INK**2 == pytest.approx(1 - 0.04, abs=0.01)


def test_a_small_picture_is_told_and_used(tmp_path):
    small = Image.new("L", (100, 100), 255)
    ImageDraw.Draw(small).rectangle((10, 10, 89, 89), fill=0)
    small.save(tmp_path / "a.png")
    face, has, found = face_of(tmp_path / "a.png")
    assert (bool(face), has, found) == (True, {RARE}, ["P313"])


BROKEN = {
    "text.svg": '<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>',
    "stroke.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L9 9" fill="none" stroke="black"/></svg>',
    "entity.svg": '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    "empty.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "point.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M5 5Z"/></svg>',
    "cut.svg": "<svg",
    "path.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="L9"/></svg>',
    "far.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L1e999 9L9 9Z"/></svg>',
    "words.png": "no picture",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_use_is_told_at_its_words(tmp_path, name):
    (tmp_path / name).write_text(BROKEN[name])
    result = page(tmp_path, story(body=f"天{RARE}。"), drawing=name)
    assert "P312" in codes(result)
    assert all(d.span is not None and d.span.line > 1 for d in result.diagnostics if d.code == "P312")
    assert "P310" in codes(result)


def test_a_blank_picture_and_a_photograph_are_no_drawings(tmp_path):
    Image.new("L", (300, 300), 255).save(tmp_path / "blank.png")
    Image.effect_noise((600, 600), 100).save(tmp_path / "noise.png")
    assert face_of(tmp_path / "blank.png")[2] == ["P312"]
    assert face_of(tmp_path / "noise.png")[2] == ["P315"]


@pytest.mark.parametrize(
    ("character", "drawing", "code"),
    [("天地", "square.svg", "P314"), (RARE, "none.svg", "P206"), (RARE, "square.pdf", "P207"), (RARE, "", "P148")],
)
def test_a_wrong_line_is_told(folder, character, drawing, code):
    assert code in codes(page(folder, story(), drawing=drawing, character=character))


@given(st.lists(st.lists(st.sampled_from([0, 1]), min_size=9, max_size=9), min_size=1, max_size=9))
def test_loops_hold_just_the_ink(rows):
    """The area of the outlines, holes against them, is that of the pixels but for what straight lines cut off."""
    loops = loops_of([bytes(row) for row in rows])
    around = sum(len(loop) for loop in loops)
    assert abs(area(loops) - sum(map(sum, rows))) <= around
    assert all(straightened(loop) for loop in loops)
