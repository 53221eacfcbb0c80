"""Blocks without an id are called by their headline where people read, by the id that was made up where programs do."""

from __future__ import annotations

import json

from tests.support.issues import story, write_issue
from tests.unit.cli.conftest import BODY


def test_a_story_without_an_id_is_called_by_its_headline(typeset, tmp_path):
    path = write_issue(tmp_path, story(id_=None, headline="春天来了", columns="1-2", rows="1-10", body=BODY))
    run = typeset("check", path, "--lang", "en")
    assert "“春天来了” is" in run.err
    assert run.out.splitlines()[1].split()[0] == "春天来了"
    assert "story-" not in run.err + run.out
    found = json.loads(typeset("check", path, "--format", "json").err)
    assert any("story-2-1" in entry["message"]["en"] for entry in found)


def test_a_long_headline_is_cut_and_a_given_id_stays(typeset, tmp_path):
    long = story(id_=None, headline="春天来了夏天来了秋天来了冬天来了", columns="1-6", rows="1-10", body=BODY)
    out = typeset("check", write_issue(tmp_path, long, story("b", "1-6", "11-30", body=BODY))).out
    assert [line.split()[0] for line in out.splitlines()[1:3]] == ["春天来了夏天来了秋天来…", "b"]
