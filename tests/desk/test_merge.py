"""Two changes of one text, and the journal that can go back to any state."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paiban.desk.journal import EDIT, REDO, UNDO, UNNAMED, Journal
from paiban.desk.merge import Clash, hunk_between, merged

LINES = st.lists(st.sampled_from(["甲\n", "乙\n", "丙\n", "𠮷\r\n", "\n"]), max_size=8).map("".join)


@given(LINES, LINES)
def test_a_hunk_leads_from_one_text_to_the_other_and_back(before, after):
    hunk = hunk_between(before, after)
    assert hunk.on(before) == after
    assert hunk.back(after) == before


@given(LINES, LINES)
def test_a_change_of_one_side_alone_is_the_merge(base, mine):
    assert merged(base, mine, base) == mine
    assert merged(base, base, mine) == mine
    assert merged(base, mine, mine) == mine


@given(LINES, LINES, LINES)
def test_a_merge_does_not_ask_who_was_first(base, mine, theirs):
    one, other = merged(base, mine, theirs), merged(base, theirs, mine)
    assert isinstance(one, Clash) == isinstance(other, Clash)
    assert isinstance(one, Clash) or one == other


def test_changes_of_different_lines_are_both_made():
    assert merged("甲\n乙\n丙\n丁\n", "甲一\n乙\n丙\n丁\n", "甲\n乙\n丙\n丁二\n") == "甲一\n乙\n丙\n丁二\n"


def test_changes_of_one_line_clash_and_mine_may_win():
    base, mine, theirs = "甲\n乙\n丙\n", "甲\n我\n丙\n", "甲\n他\n丙丙\n"
    assert merged(base, mine, theirs) == Clash(2, "我\n", "他\n丙丙\n")
    assert merged("甲\n乙\n丙\n", mine, "甲\n他\n丙\n", keep_mine=True) == mine


@given(st.lists(LINES, min_size=1, max_size=6))
def test_every_state_can_be_had_again(tmp_path_factory, states):
    issue = tmp_path_factory.mktemp("journal") / "issue.yaml"
    journal = Journal(issue, "甲")
    journal.seen(states[0])
    for state in states[1:]:
        journal.changed(EDIT, UNNAMED, state)
    again = Journal(issue, "乙")
    again.read_on()
    assert [again.text_after(number) for number in range(len(states))] == states
    assert again.stacks() == (list(range(1, len(states))), [])


def test_taken_back_and_made_again(tmp_path):
    journal = Journal(tmp_path / "issue.yaml", "甲")
    journal.seen("一")
    journal.changed(EDIT, UNNAMED, "二")
    journal.changed(EDIT, UNNAMED, "三")
    journal.changed(UNDO, UNNAMED, "二", 2)
    assert journal.stacks() == ([1], [2])
    journal.changed(REDO, UNNAMED, "三", 2)
    assert journal.stacks() == ([1, 2], [])
    journal.changed(UNDO, UNNAMED, "二", 2)
    journal.changed(EDIT, UNNAMED, "四")
    assert journal.stacks() == ([1, 6], [])


def test_a_journal_cut_short_begins_anew(tmp_path):
    """A line half written by a killed run is no line; what follows is known by the whole text seen again."""
    journal = Journal(tmp_path / "issue.yaml", "甲")
    journal.seen("一\n")
    journal.changed(EDIT, UNNAMED, "一\n二\n")
    data = journal.path.read_bytes()
    journal.path.write_bytes(data[:-30] + b"\n")
    again = Journal(tmp_path / "issue.yaml", "甲")
    again.seen("一\n二\n")
    assert again.text == "一\n二\n"
    assert again.text_after(0) == "一\n"
