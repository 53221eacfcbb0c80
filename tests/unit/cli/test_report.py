"""``paiban report``: what the makers need, and not a word of the copy."""

from __future__ import annotations

import json

from paiban import __version__
from paiban.cli import report


def written(good):
    return json.loads(good.with_name(f"{good.parent.name}-report.json").read_text("utf-8"))


def test_it_holds_what_the_makers_need_and_none_of_the_copy(typeset, over):
    run = typeset("report", over)
    assert run.code == 0
    facts = written(over)
    assert facts["paiban"] == __version__
    assert all(facts["libraries"].values())
    assert "P501" in [found["code"] for found in facts["findings"]]
    assert facts["fault"] is None
    assert facts["faces"]
    assert sum(facts["blocks"].values()) == 1
    words = over.with_name(f"{over.parent.name}-report.json").read_text("utf-8")
    for copy in ("今天", "春天", "要闻", str(over.parent)):
        assert copy not in words


def test_it_holds_the_issue_only_if_asked_to(typeset, good):
    assert typeset("report", good, "--with-copy").code == 0
    assert written(good)["copy"] == good.read_text("utf-8")


def test_a_fault_of_the_program_stands_in_it(typeset, good, monkeypatch):
    def fail(*_words: object) -> None:
        raise ZeroDivisionError("copy that must not be told")

    monkeypatch.setattr(report, "set_issue", fail)
    assert typeset("report", good).code == 0
    facts = written(good)
    assert facts["fault"]["kind"] == "ZeroDivisionError"
    assert facts["fault"]["place"].startswith("cli.report:")
    assert "must not be told" not in json.dumps(facts)


def test_an_issue_that_cannot_be_read_is_reported_too(typeset, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    assert typeset("report", path).code == 0
    facts = json.loads((tmp_path / "x-report.json").read_text("utf-8"))
    assert [found["code"] for found in facts["findings"]] == ["P154"]


def test_a_file_that_is_not_there_is_told_and_nothing_is_written(typeset, tmp_path):
    done = typeset("report", tmp_path / "x.yaml")
    assert done.code == 1
    assert "P110" in done.err
    assert [*tmp_path.iterdir()] == []
