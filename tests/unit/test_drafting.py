"""The draft (草样): all that is wrong shown on the page and beside it, and not a character hidden."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from paiban.cli.main import main
from paiban.display import Box, Line, Rule
from paiban.engine import set_issue, written
from paiban.engine.drafting import drafted, written_or_drafted
from paiban.engine.house import House
from paiban.engine.setting import Result
from paiban.font import load_catalogue
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from paiban.output.table import OUTPUTS
from tests.unit.test_draft import FIRST, PAGE, SECOND, UNREADABLE

OVER = FIRST.replace("天地人和。", "天地人和。" * 60)
BROKEN = sorted((Path(__file__).parents[1] / "broken").glob("*.yaml"))


def draft_of(path: Path, lang: str = "zh") -> Result:
    return drafted(set_issue(path, draft=True), lang)


def draft(text: str, folder: Path, lang: str = "zh") -> Result:
    path = folder / "issue.yaml"
    path.write_text(text, "utf-8")
    return draft_of(path, lang)


def lines(result: Result) -> list[Line]:
    return [item for page in result.pages for item in page.items if isinstance(item, Line)]


def shown(result: Result) -> set[tuple[str, int, int]]:
    """Where in the file each character that is drawn was read, by the places that lines give."""
    found = set()
    for line in lines(result):
        for index in range(line.start, line.end):
            span = line.copy.at(index)
            found.add((span.file, span.line, span.column))
    return found


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_character_that_was_read_is_shown(path):
    result = draft_of(path)
    if any(d.code in UNREADABLE for d in result.diagnostics):
        return
    drawn = shown(result)
    for text in issue_texts(result.issue, KINDS.readings):
        for index, character in enumerate(text.value):
            span = text.at(index)
            assert character.isspace() or character in "|*#" or (span.file, span.line, span.column) in drawn, character


def test_copy_that_is_over_stands_beside_the_page_behind_a_red_line(tmp_path):
    result = draft(PAGE + OVER, tmp_path)
    (page,) = result.pages
    width = set_issue(tmp_path / "issue.yaml").pages[0].width
    assert page.width > width
    beside = [line for line in lines(result) if line.x > width]
    assert any("天地人和" in line.copy.value for line in beside)
    assert any(isinstance(item, Rule) and item.colour.m == 100 for item in page.items)
    assert any("超" in line.copy.value for line in lines(result))


def test_credits_that_find_no_room_stand_beside_the_page(tmp_path):
    credits = ", ".join(f"职{n}: 时政新闻部" for n in range(300))
    result = draft(PAGE.replace("stories:", f"credits: {{{credits}}}\nstories:") + FIRST, tmp_path)
    drawn = {line.copy.span for line in lines(result)}
    assert {text.span for text in issue_texts(result.issue, KINDS.readings)} <= drawn
    assert "报眉" in {line.copy.value for line in lines(result)}


def test_blocks_that_stand_on_one_another_are_both_drawn_and_hatched(tmp_path):
    result = draft(PAGE + FIRST + SECOND.replace("3-4", "2-4"), tmp_path)
    drawn = "".join(line.copy.value for line in lines(result))
    assert "春天来了" in drawn
    assert "秋天来了" in drawn
    slanted = [i for i in result.pages[0].items if isinstance(i, Rule) and i.x0 != i.x1 and i.y0 != i.y1]
    assert len(slanted) > 10


@pytest.mark.parametrize("named", ["picture: nowhere.jpg", "advert: nowhere.pdf", "picture: .", "picture: nowhere.xyz"])
def test_a_file_that_cannot_be_had_is_told_once(named, tmp_path):
    result = draft(PAGE + FIRST + f"  - {named}\n    place: {{columns: 1-2, rows: 20-30}}\n", tmp_path)
    assert len([d for d in result.diagnostics if d.severity == "error"]) == 1


def test_a_missing_picture_is_a_crossed_box_with_its_name(tmp_path):
    picture = "  - picture: nowhere.jpg\n    caption: 夜景\n    place: {columns: 1-2, rows: 20-30}\n"
    result = draft(PAGE + FIRST + picture, tmp_path)
    words = [line.copy.value for line in lines(result)]
    assert "nowhere.jpg" in words
    assert "夜景" in words
    assert any(
        isinstance(item, Box) and item.stroke is not None and item.stroke.m == 100 for item in result.pages[0].items
    )


def broken_picture(folder: Path) -> Path:
    """An issue with a picture whose file breaks off among its pixels."""
    Image.effect_noise((300, 200), 90).save(folder / "cut.jpg")
    whole = (folder / "cut.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    path = folder / "issue.yaml"
    path.write_text(PAGE + FIRST + "  - picture: cut.jpg\n    place: {columns: 3-4, rows: 1-20}\n", "utf-8")
    return path


def test_a_picture_that_turns_out_to_be_broken_as_it_is_painted_is_a_crossed_box_too(tmp_path):
    result, files = written_or_drafted(set_issue(broken_picture(tmp_path), draft=True), OUTPUTS["pdf"], "zh")
    assert files
    assert result.draft
    assert "P753" in [d.code for d in result.diagnostics]
    assert "cut.jpg" in [line.copy.value for line in lines(result)]


NO_PICTURES = {
    "page.jpg": b"<html><body>404</body></html>", "empty.png": b"", "words.jpg": b"words only", "shop.tif": b"8BPS\0\1",
    "cut.png": b"\x89PNG\r\n\x1a\n", "sheet.jpg": b"PK\x03\x04", "vector.jpg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "advert.pdf": b"", "page.pdf": b"<html>", "shop.pdf": b"8BPS\0\1",
}  # fmt: skip
"""What comes in the place of a picture or an advert."""


@pytest.mark.parametrize("name", NO_PICTURES)
@pytest.mark.parametrize("kind", ["picture", "advert"])
def test_what_is_no_picture_is_a_crossed_box_and_the_page_is_seen_all_the_same(kind, name, tmp_path):
    (tmp_path / name).write_bytes(NO_PICTURES[name])
    path = tmp_path / "issue.yaml"
    path.write_text(PAGE + FIRST + f"  - {kind}: {name}\n    place: {{columns: 3-4, rows: 1-20}}\n", "utf-8")
    result, files = written_or_drafted(set_issue(path, draft=True), OUTPUTS["pdf"], "zh")
    assert files
    assert name in [line.copy.value for line in lines(result)]


@pytest.mark.parametrize("words", [["--draft"], ["--draft", "--name", "{page}.pdf"], ["--draft", "--svg"]])
def test_its_draft_is_written_and_nothing_for_the_press(words, tmp_path):
    assert main([str(broken_picture(tmp_path)), "-q", *words]) == 1
    assert all("-draft" in path.stem for path in tmp_path.iterdir() if path.suffix in (".pdf", ".svg"))
    assert any("-draft" in path.stem for path in tmp_path.iterdir())


def test_a_picture_above_the_presses_own_limit_is_found_as_it_is_measured(tmp_path):
    press = tmp_path / "layout" / "press" / "small.yaml"
    press.parent.mkdir(parents=True)
    limits = "limits: {picture_megapixels_max: 1}"
    press.write_text(f"name: small\nstandard: x1a\ncondition: IFRA26\n{limits}\n", "utf-8")
    Image.new("L", (1300, 1000)).save(tmp_path / "a.png")
    path = tmp_path / "issue.yaml"
    picture = "  - picture: a.png\n    place: {columns: 3-4, rows: 1-20}\n"
    path.write_text(PAGE.replace("template", "press: small\ntemplate") + FIRST + picture, "utf-8")
    result = set_issue(path, house=House(layout=tmp_path / "layout"), draft=True)
    assert "P754" in [d.code for d in result.diagnostics]
    assert len([unset for makeup in result.makeups for unset in makeup.unset]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("named", ["picture: pipe.jpg", "advert: pipe.pdf", "advert: pipe.jpg", "table: pipe.csv"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(named, tmp_path):
    os.mkfifo(tmp_path / named.partition(": ")[2])
    result = draft(PAGE + FIRST + f"  - {named}\n    place: {{columns: 1-2, rows: 20-30}}\n", tmp_path)
    assert [d.code for d in result.diagnostics if d.severity == "error"] == ["P208"]


def test_a_link_that_leads_in_a_circle_is_told_as_what_it_is(tmp_path):
    (tmp_path / "a.jpg").symlink_to("a.jpg")
    result = draft(PAGE + FIRST + "  - picture: a.jpg\n    place: {columns: 1-2, rows: 20-30}\n", tmp_path)
    (found,) = [d for d in result.diagnostics if d.severity == "error"]
    assert found.message() == "读不了 a.jpg：链接绕成了圈"


@pytest.mark.parametrize(("lang", "stamp"), [("zh", "不能付印"), ("en", "DRAFT")])
def test_findings_are_numbered_on_the_page_and_told_beside_it(lang, stamp, tmp_path):
    result = draft(PAGE + OVER, tmp_path, lang)
    words = [line.copy.value for line in lines(result)]
    assert any(stamp in word for word in words)
    assert any(word.startswith("1　") for word in words)
    assert "1" in words


def test_copy_that_waits_is_called_so_beside_a_draft(tmp_path):
    waiting = "  - headline: 晚些再用的一条\n    filler: yes\n    body: |\n      待着。\n"
    words = [line.copy.value for line in lines(draft(PAGE + OVER + waiting, tmp_path))]
    assert "待用稿　晚些再用的一条" in "".join(words)


def test_a_page_without_errors_has_no_draft(tmp_path):
    result = draft(PAGE + FIRST, tmp_path)
    assert not result.draft
    assert result.pages == set_issue(tmp_path / "issue.yaml").pages


RARE = "\U0002ee5d"
"""A character that no face has."""


def test_a_character_that_no_face_has_is_a_geta_and_stays_in_the_text(tmp_path):
    for writing in ("horizontal", "vertical"):
        result = draft(
            PAGE.replace("stories", f"writing: {writing}\nstories") + FIRST.replace("地", "\U0002ee5d"), tmp_path
        )
        (run,) = [
            run for line in lines(result) if line.role == "body" for run in line.runs if "\U0002ee5d" in run.texts
        ]
        face = result.kit.catalogue.face(run.face)
        assert face.shape("〓")[0].gid == run.glyphs[run.texts.index("\U0002ee5d")]
        assert "P310" in [d.code for d in result.diagnostics]
        _, (file,) = written(result, OUTPUTS["svg"])
        assert "\U0002ee5d".encode() in file.data


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("templates/tabloid", "name: tabloid\ncolumns: many\n"),
        ("styles/daily", "name: daily\nroles: {body: {size: huge}}\n"),
        ("press/newsprint", "name: newsprint\nlimits: {tac_pecent: 150}\n"),
        ("press/newsprint", "{"),
    ],
)
def test_a_faulty_layout_file_of_the_papers_own_is_told_and_what_came_along_is_set_with(name, words, tmp_path):
    own = tmp_path / "layout" / f"{name}.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(words, "utf-8")
    path = tmp_path / "issue.yaml"
    path.write_text(PAGE + FIRST, "utf-8")
    result = drafted(set_issue(path, house=House(layout=tmp_path / "layout"), draft=True), "zh")
    assert result.draft
    assert str(own) in {d.span.file for d in result.diagnostics if d.span and d.severity == "error"}
    assert any("天地人和" in line.copy.value for line in lines(result))
    assert not set_issue(path, house=House(layout=tmp_path / "layout")).pages


def test_faulty_faces_of_the_papers_own_are_told_and_ours_are_set_with(tmp_path):
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "fonts.yaml").write_text("faces: {a: {file: a.otf}}\nroles: {song: {faces: a}, ours: {faces: a}}\n")
    path = tmp_path / "issue.yaml"
    path.write_text(PAGE + FIRST.replace("body", "headline_face: ours\n    body"), "utf-8")
    result = drafted(set_issue(path, house=House(fonts), draft=True), "zh")
    assert {"P301", "P304"} <= {d.code for d in result.diagnostics}
    (body,) = {run.face for line in lines(result) if line.role == "body" for run in line.runs}
    assert body == load_catalogue()[0].chain("song")[0]


@pytest.mark.parametrize("place", ["{columns: 9-9, rows: 1-10}", "{columns: 1-2, rows: 900-901}", "{columns: x}"])
def test_a_place_that_cannot_stand_is_told_once(place, tmp_path):
    told = [d.code for d in draft(PAGE + FIRST.replace("{columns: 1-2, rows: 1-10}", place), tmp_path).diagnostics]
    assert "P503" not in told
    assert [code for code in told if code.startswith(("P13", "P14", "P20"))]


JUMP = """date: 2024-03-01
pages:
  - page: 2
    section: 要闻
    stories:
      - headline: 春天来了
        body: |
          天地人和。
          上下左右。
        place: {columns: 1-2, rows: 1-20}
        jump: {page: 3, paragraph: 2, place: PLACE}
  - page: 3
    section: 要闻
    stories:
      - headline: 秋天来了
        body: 大小多少。
        place: {columns: 1-2, rows: 41-60}
"""


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("{columns: 1-99, rows: 1-20}", "P139"),
        ("{columns: 9-12, rows: 1-20}", "P201"),
        ("{columns: x, rows: 1-20}", "P149"),
        ("{columns: 1-2, rowz: 1-20}", "P130"),
        ("{columns: 1-2, rows: 41-50}", "P203"),
    ],
)
def test_a_jump_to_a_place_that_cannot_stand_is_told_once(place, code, tmp_path):
    found = draft(JUMP.replace("PLACE", place), tmp_path).diagnostics
    assert [d.code for d in found if d.severity == "error"] == [code]


def test_a_key_with_nothing_after_it_is_as_if_it_were_not_there(tmp_path):
    whole = PAGE + FIRST.replace("place: {columns: 1-2, rows: 1-10}", "place:")
    for result in (set_issue(tmp_path / "issue.yaml", whole), draft(whole, tmp_path)):
        assert [d.code for d in result.diagnostics if d.severity == "error"] == ["P503"]


def test_the_same_words_by_an_alias_are_no_fault(tmp_path):
    text = PAGE + FIRST.replace("headline: 春天来了", "headline: &words 春天来了\n    deck: *words")
    (tmp_path / "issue.yaml").write_text(text, "utf-8")
    assert set_issue(tmp_path / "issue.yaml").ok


def test_blocks_without_ids_are_called_by_their_headlines_in_every_message(tmp_path, capsys):
    (tmp_path / "issue.yaml").write_text(JUMP.replace("PLACE", "{columns: 1-2, rows: 1-20}"), "utf-8")
    main(["check", str(tmp_path / "issue.yaml"), "-v", "--lang", "zh"])
    told = capsys.readouterr()
    assert "春天来了（下转）" in told.err
    assert "story-" not in told.err


def test_a_draft_as_pdf_claims_nothing_of_the_press(tmp_path):
    result = draft(PAGE + OVER, tmp_path)
    _, (file,) = written(result, OUTPUTS["pdf"])
    path = tmp_path / "draft.pdf"
    path.write_bytes(file.data)
    with pikepdf.open(path) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert "/GTS_PDFXVersion" not in pdf.docinfo


@pytest.mark.parametrize("command", [["--draft"], ["proof"]])
def test_the_commands_write_it_under_a_name_of_its_own(command, tmp_path, capsys):
    path = tmp_path / "issue.yaml"
    path.write_text(PAGE + OVER, "utf-8")
    words = [str(path), *command] if command[0].startswith("-") else [*command, str(path)]
    assert main([*words, "-q"]) == 1
    (made,) = [file for file in tmp_path.iterdir() if file != path]
    assert made.stem.endswith("-draft")
