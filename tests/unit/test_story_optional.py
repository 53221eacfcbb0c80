"""Paragraphs that may go: set as all others until somebody lets them go, told at every run once they are gone."""

from __future__ import annotations

import pytest

from paiban.kinds import KINDS
from paiban.makeup.frame.place import page_galleys
from paiban.makeup.propose.sparing import enough, spared_pages
from tests.support.issues import codes, copy_of, han, lines_of, maker_of, read_blocks, set_blocks, story
from tests.support.open_pages import open_story, page_stories, propose_blocks, read_back

FIRST, SECOND, THIRD = han(80) + "。", han(40, 7) + "。", han(30, 11) + "。"
BODY = f"{FIRST}\n{SECOND}\n{THIRD}"


def set_story(**keys):
    return set_blocks(story(**{"columns": "1-2", "rows": "2-20", "body": BODY, **keys}))


def copy_set(result) -> str:
    return "".join(copy_of(line) for line in lines_of(result))


def test_what_may_go_is_set_as_long_as_nobody_lets_it_go():
    result = set_story(optional=[2, 3])
    assert copy_set(result) == FIRST + SECOND + THIRD
    assert "P553" not in codes(result)


@pytest.mark.parametrize(("dropped", "left"), [([3], FIRST + SECOND), (2, FIRST + THIRD), ([3, 2], FIRST)])
def test_what_was_let_go_is_not_set_and_told_with_its_characters(dropped, left):
    result = set_story(optional=[2, 3], dropped=dropped)
    assert copy_set(result) == left
    [told] = [found for found in result.diagnostics if found.code == "P553"]
    assert dict(told.params)["characters"] == len(BODY.replace("\n", "")) - len(left)
    assert result.ok


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"dropped": [3]}, "P169"),
        ({"optional": [2], "dropped": [2, 3]}, "P169"),
        ({"optional": [2, 4]}, "P167"),
        ({"optional": [1, 2, 3], "dropped": [2]}, "P168"),
        ({"body": f"{FIRST}\n## 小标题\n{THIRD}", "optional": [3]}, "P168"),
        ({"body": f"{FIRST}\n## 小标题\n{SECOND}\n## 又一个\n{THIRD}", "optional": [3]}, "P168"),
    ],
)
def test_what_cannot_go_is_told_where_it_is_asked_for(keys, code):
    [found] = [found for found in set_story(**keys).diagnostics if found.severity.value == "error"]
    assert found.code == code


def test_a_cross_head_goes_with_what_it_heads():
    result = set_story(body=f"{FIRST}\n## 小标题\n{THIRD}", optional=[2, 3], dropped=[2, 3])
    assert result.ok
    assert copy_set(result) == FIRST


# ---- in automatic make-up ----------------------------------------------------------------------------


def with_optional(name: str, weight: int, optional: list[int], **keys) -> dict:
    """A story of four paragraphs of three lines."""
    return {**open_story(name, weight, 40), "body": "\n".join([han(31)] * 4), "optional": optional, **keys}


def steps(*stories: dict) -> list[dict[str, tuple[int, ...]]]:
    """What is gone of each story, step by step."""
    issue = read_blocks(*stories)
    kit, page = maker_of(issue), issue.pages[0]
    found = spared_pages(page, page_galleys(page, kit), KINDS.plannings(), kit)
    return [{b.id: b.content.dropped for b in spared.page.blocks if b.content.dropped} for spared in found]


def test_the_weakest_loses_first_and_each_from_its_end():
    found = steps(with_optional("lead", 5, [4]), with_optional("b", 2, [2, 4]), with_optional("c", 2, [3]))
    assert found == [
        {"c": (3,)},
        {"c": (3,), "b": (4,)},
        {"c": (3,), "b": (2, 4)},
        {"c": (3,), "b": (2, 4), "lead": (4,)},
    ]


def test_what_has_its_place_or_is_locked_keeps_its_copy():
    placed = with_optional("a", 1, [4], place={"columns": "1-2", "rows": "1-30"})
    assert steps(placed, with_optional("b", 3, [4], locked=True)) == []


def test_no_more_goes_than_must():
    issue = read_blocks(with_optional("a", 2, [2, 3, 4]))
    kit, page = maker_of(issue), issue.pages[0]
    pages = list(spared_pages(page, page_galleys(page, kit), KINDS.plannings(), kit))
    assert [spared.lines for spared in pages] == [3, 6, 9]
    assert [[spared.lines for spared in enough(pages, [need])] for need in (1, 3, 4, 9, 99)] == [
        [3],
        [3],
        [6],
        [9],
        [9],
    ]
    assert [spared.lines for spared in enough(pages, [1, 2, 7, 50])] == [3, 9]


def test_a_page_that_holds_too_much_is_printed_without_them_and_the_file_says_so(tmp_path):
    """Without its optional paragraphs it is a page that is full."""
    stories = page_stories()
    for block in stories[-2:]:
        count = len(block["body"].split("\n"))
        block["body"] += "\n" + "\n".join([han(11 * 12 - 5, 40)] * 3)
        block["optional"] = [count + 1, count + 2, count + 3]
    proposed = propose_blocks(tmp_path, *stories)
    [plan] = proposed.plans[0]
    assert plan.lost == 0
    [result] = proposed.results
    assert result.ok
    gone = {b.id: b.content.dropped for b in result.issue.pages[0].blocks if b.content.dropped}
    assert "s6" in gone
    written = {
        b["id"]: tuple(map(int, b["dropped"])) for b in read_back(proposed.written(0))["stories"] if "dropped" in b
    }
    assert written == gone
