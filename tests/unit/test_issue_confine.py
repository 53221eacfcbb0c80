"""A confined issue may only name files of its own folder."""

from __future__ import annotations

from paiban.engine import read_issue
from paiban.engine.house import House
from tests.support.issues import issue_text, layout, picture, story


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
