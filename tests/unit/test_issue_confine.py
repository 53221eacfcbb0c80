"""A confined issue may only name files of its own folder."""

from __future__ import annotations

import pytest
from PIL import Image

from paiban.engine import read_issue, set_issue
from paiban.engine.house import House
from tests.support.issues import issue_text, layout, picture, place, story, tiny_fonts
from tests.unit.preflight.good_pdf import good


def test_a_file_outside_is_refused_at_its_place_whether_it_is_there_or_not(tmp_path):
    folder = tmp_path / "issue"
    folder.mkdir()
    (tmp_path / "a.png").write_bytes(b"")
    for name in ("../a.png", "../none.png"):
        text = issue_text(story(), picture(name, "3-4", "1-9"))
        issue, found, _ = read_issue(folder / "issue.yaml", text, layout(), house=House(confine=True))
        assert issue is None
        assert [d.code for d in found] == ["P239"]
        span = found[0].span
        assert span is not None
        assert text.split("\n")[span.line - 1][span.column - 1 :] == name


OUTSIDE = {
    "a picture": picture("../a.png", "3-4", "1-20", caption="天"),
    "an advert": {"id": "ad", "advert": "../a.pdf", "place": place("3-4", "1-20")},
    "an advert as an image": {
        "id": "ad",
        "advert": "../a.png",
        "size": ["50mm", "50mm"],
        "place": place("3-4", "1-20"),
    },
    "a table": {"id": "table", "table": "../a.csv", "place": place("3-4", "1-20")},
    "a nameplate": {"id": "plate", "nameplate": "天", "art": "../a.svg", "place": place("3-4", "1-20")},
    "an index": {"id": "i", "index": "导读", "items": ["lead"], "photo": "../a.png", "place": place("3-4", "1-20")},
    "an entry of an index": {
        "id": "i",
        "index": "导读",
        "items": [{"story": "lead", "photo": "../a.png"}],
        "place": place("3-4", "1-20"),
    },
    "a portrait": story("two", "3-4", "1-20", portrait="../a.png"),
    "a logo": story("two", "3-4", "1-20", logo="../a.svg"),
    "a drawn character": story("two", "3-4", "1-20", body="天𰻝"),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_not_even_a_draft_shows_what_lies_outside(tmp_path, name):
    """The draft is the same whether the file is there or not."""
    folder, house = tmp_path / "issue", House(tiny_fonts(), confine=True)
    folder.mkdir()
    text = issue_text(story(), OUTSIDE[name], **({"glyphs": {"𰻝": "../a.svg"}} if "drawn" in name else {}))
    without = set_issue(folder / "issue.yaml", text, house, draft=True)
    Image.new("L", (600, 600), 90).save(tmp_path / "a.png")
    (tmp_path / "a.pdf").write_bytes(good().finished())
    (tmp_path / "a.csv").write_text("天,地\n")
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h4v4H1z"/></svg>'
    (tmp_path / "a.svg").write_text(square)
    result = set_issue(folder / "issue.yaml", text, house, draft=True)
    assert "P239" in {found.code for found in result.diagnostics}
    assert result.diagnostics == without.diagnostics
    assert result.pages == without.pages
    assert set_issue(folder / "issue.yaml", text, House(tiny_fonts()), draft=True).pages != without.pages
