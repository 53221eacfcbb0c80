"""来稿整理 in an issue: what is told, what is put right as it is set, and that nothing is lost on the way."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from paiban.diagnostic import Severity
from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.hygiene import replacements, written
from paiban.issue import issue_texts
from paiban.output.verify import drawn_text, verify_copy, verify_mends
from paiban.span import Mend, plain_text
from tests.support.issues import FILE, briefs, issue_text, lines_of, picture, set_real, story
from tests.support.pdf_text import seen_characters
from tests.support.pictures import saved

BODY = '２０２２年,青河县举办"最美庭院"评选...\n参加的有30 %的农户(含城郊),比去年多'

DIRECTIONS = pytest.mark.parametrize("writing", ["horizontal", "vertical"])


@pytest.fixture
def mending(tmp_path: Path) -> House:
    """A paper whose style sheet has its copy put right."""
    (tmp_path / "own" / "styles").mkdir(parents=True)
    (tmp_path / "own" / "styles" / "daily.yaml").write_text("name: daily\ncopy: mend\n", "utf-8")
    return House(layout=tmp_path / "own")


def kinds(found, code):
    return {dict(d.params)["kind"].en: dict(d.params)["times"] for d in found if d.code == code}


KINDS = {
    "full-width digits and letters": 1, "ellipses": 1, "straight quotes": 2, "half-width marks": 2,
    "half-width brackets": 2, "spaces before units": 1,
}  # fmt: skip


def test_by_itself_copy_is_set_as_it_was_typed_and_each_kind_of_slip_is_one_warning():
    result = set_real(story(body=BODY))
    assert kinds(result.diagnostics, "P430") == KINDS
    assert {d.severity for d in result.diagnostics if d.code == "P430"} == {Severity.WARNING}
    assert result.issue is not None
    assert all(not text.mends for text in issue_texts(result.issue, result.kit.kinds.readings))


@pytest.mark.parametrize("copy", ["report", "mend"])
def test_a_sheet_silences_a_kind_of_slip_or_makes_it_an_error(tmp_path, copy):
    """What is off is neither told nor put right, whatever is done about the others."""
    (tmp_path / "styles").mkdir()
    sheet = f"name: daily\ncopy: {copy}\nslips: {{quotes: off, marks: error}}\n"
    (tmp_path / "styles" / "daily.yaml").write_text(sheet, "utf-8")
    result = set_issue(FILE, issue_text(story(body=BODY)), House(layout=tmp_path))
    code = "P431" if copy == "mend" else "P430"
    assert kinds(result.diagnostics, code) == {key: times for key, times in KINDS.items() if key != "straight quotes"}
    severities = {dict(d.params)["kind"].en: d.severity.value for d in result.diagnostics if d.code == code}
    assert severities["half-width marks"] == ("info" if copy == "mend" else "error")
    assert not {"P710", "P712", "P719"} & {d.code for d in result.diagnostics}
    if copy == "mend":
        assert '"最美庭院"' in "".join(text.value for text in issue_texts(result.issue, result.kit.kinds.readings))


def test_a_kind_of_slip_is_told_at_its_first_place_with_all_of_them():
    result = set_real(story(body="天地\n" * 3 + "天,地\n人,和,上"))
    (told,) = [d for d in result.diagnostics if d.code == "P430"]
    text = issue_text(story(body="天地\n" * 3 + "天,地\n人,和,上")).split("\n")
    line = 1 + next(i for i, row in enumerate(text) if "天,地" in row)
    column = text[line - 1].index(",") + 1
    assert (told.span.line, told.span.column, told.span.end_column) == (line, column, column + 1)
    assert dict(told.params)["places"] == f"{line}:{column}, {line + 1}:{column}, {line + 1}:{column + 2}"


def test_what_should_go_is_shown_with_the_character_after_it():
    result = set_real(story(body="增长了30 %的农户参加。"))
    (told,) = [d for d in result.diagnostics if d.code == "P430"]
    assert (dict(told.params)["text"], dict(told.params)["words"]) == (" %", "%")


@DIRECTIONS
def test_copy_put_right_is_what_the_page_and_the_pdf_say(mending, tmp_path, writing):
    text = issue_text(story(body=BODY, writing=writing, rows="1-30"))
    path = tmp_path / FILE
    path.write_text(text, "utf-8")
    result = with_pdf(set_issue(path, house=mending))
    assert result.ok, [d for d in result.diagnostics if d.severity is Severity.ERROR]
    assert kinds(result.diagnostics, "P431") == KINDS
    assert {d.severity for d in result.diagnostics if d.code == "P431"} == {Severity.INFO}
    wanted = Counter("".join(written(row, replacements(row)) for row in BODY.split("\n")))
    drawn = Counter(seen.text for seen in seen_characters(result.pdf))
    assert wanted <= drawn
    assert not {",", '"', ".", "(", ")", "０", " "} & set(drawn)
    assert path.read_text("utf-8") == text


@DIRECTIONS
def test_the_lines_of_copy_put_right_know_what_was_typed(mending, writing):
    result = set_issue(FILE, issue_text(story(body=BODY, writing=writing, rows="1-30")), mending)
    body = list(dict.fromkeys(line.copy for line in lines_of(result)))
    assert [copy.typed for copy in body] == BODY.split("\n")


def test_every_piece_of_copy_is_put_right_and_no_path(mending, tmp_path):
    picture_file = saved(Image.new("L", (600, 400), 200), tmp_path / "a,(1).png")
    blocks = (
        story(id_="a", headline="第1届...", kicker="引题:天", deck="副题(天)", byline="本报记者 天,地", rows="1-12"),
        picture(picture_file.name, "3-4", "1-12", caption="图,说", credit="天,地"),
        briefs("简,讯", label="简:讯", columns="5", rows="1-20"),
    )
    result = set_issue(picture_file.parent / FILE, issue_text(*blocks, section="要,闻"), mending)
    assert result.issue is not None
    texts = [text.value for text in issue_texts(result.issue, result.kit.kinds.readings)]
    assert [row for row in texts if "," in row or ":" in row or "(" in row or "..." in row] == []
    assert "P206" not in [d.code for d in result.diagnostics]


def test_the_editors_break_stays_where_it_was(mending):
    result = set_issue(FILE, issue_text(story(headline="第二届...|青河(城郊)|庭院评选")), mending)
    heads = [line for line in result.pages[0].items if getattr(line, "role", "") == "headline"]
    assert [drawn_text(line) for line in heads] == [
        "第二届……",
        "青河（城郊）",
        "庭院评选",
    ]


def test_a_name_that_no_headline_may_part_is_put_right_with_it(mending):
    result = set_issue(FILE, issue_text(story(headline="青河(北岭)开发区"), names=["青河(北岭)"]), mending)
    assert result.issue is not None
    assert result.issue.names == ("青河（北岭）",)


# ---- the proof -------------------------------------------------------------------------------------------------------

READ = plain_text("天,地", "issue.yaml", 3, 5)


def proved(value: str, *mends: Mend) -> list[str]:
    return [d.code for d in verify_mends([READ], [READ._replace(value=value, mends=mends)])]


def test_the_proof_knows_what_was_typed_for_what():
    assert proved("天，地", Mend(1, 2, ",", "marks")) == []
    assert proved("天,地") == []


@pytest.mark.parametrize(("value", "mends"), [
    ("天，地", ()),  # changed and not listed
    ("天。地", (Mend(1, 2, ",", "marks"),)),  # listed, and not what the table says
    ("天地", (Mend(1, 1, "、", "marks"),)),  # listed as what was not typed
    ("人，地", (Mend(1, 2, ",", "marks"),)),  # something else changed as well
])  # fmt: skip
def test_the_proof_finds_what_the_table_does_not_say(value, mends):
    assert proved(value, *mends) == ["P719"]


def test_lines_are_held_against_copy_put_right(mending):
    result = set_issue(FILE, issue_text(story(body=BODY)), mending)
    assert result.issue is not None
    texts = list(issue_texts(result.issue, result.kit.kinds.readings))
    assert verify_copy(result.pages, texts) == ()
    lost = verify_copy([result.pages[0]._replace(items=result.pages[0].items[:-1])], texts)
    assert [d.code for d in lost] == ["P710"]
