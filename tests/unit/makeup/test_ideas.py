"""Ideas of pages: what they ask of stories by their roles, which plans show them, several plans side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from paiban.grid import GridRect
from paiban.kinds import KINDS
from paiban.language import Words
from paiban.makeup.propose.ideas import idea_of, named, narrowed, shows, unlike
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Shape
from paiban.makeup.search.mirror import mirrored, mirrored_plan
from paiban.template import Layout
from paiban.template.ideas import Idea, Part

STORY = KINDS.settings["story"].traits
COLUMNS, ROWS = 8, 40
USUAL = Layout().ideas()[0]


def shape(columns: int, rows: int = 10, head: str = "above") -> Shape:
    """A shape with its headline over all of it, over two thirds or beside its legs."""
    wide = columns * 2 // 3 if head == "partial" else columns
    form = "vertical" if head == "vertical" else "above"
    return Shape(columns, rows, rows, rows, form=form, headline_rows=3, headline_columns=(0, wide), headline_size=300)


def block(name: str, weight: int, *shapes: Shape, **keys) -> BlockChoices:
    return BlockChoices(name, STORY, weight, shapes or tuple(map(shape, range(1, COLUMNS + 1))), **keys)


def problem(*blocks: BlockChoices, **keys) -> Problem:
    return Problem(COLUMNS, ROWS, blocks, **keys)


def plan(*placed: tuple[str, int, int, int, int], score: float = 0.0, lost: int = 0, head: str = "above") -> Plan:
    """A plan of (block, column, row, columns, rows)."""
    return Plan(
        tuple(Placement(name, shape(width, rows, head), column, row, rows, traits=STORY)
              for name, column, row, width, rows in placed), score, {}, {}, lost=lost,
    )  # fmt: skip


def idea(name: str = "一", **keys) -> Idea:
    return Idea(Words(name, name), (), **{"stories": (1, 9), **keys})


THREE = problem(block("a", 3), block("lead", 5), block("b", 3))


def test_roles_go_by_weight_and_the_first_of_equals_is_the_second():
    asked = idea(lead=Part((100, 100)), second=Part((50, 63)), others=Part((1, 25)))
    near = narrowed(THREE, asked)
    widths = {b.id: [s.columns for s in b.shapes] for b in near.blocks}
    assert widths == {"lead": [8], "a": [4, 5], "b": [1, 2]}


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        (THREE, idea(stories=(4, 9))),
        (THREE, idea(lead=Part(head="vertical"))),
        (problem(block("lead", 5)), idea(rail=Part())),
        (problem(block("lead", 5)), idea(advert=Part())),
    ],
)
def test_a_page_that_an_idea_is_not_for_is_not_narrowed(page, asked):
    assert narrowed(page, asked) is None


def test_what_the_editor_placed_keeps_its_shape():
    placed = block("lead", 5, shape(4), fixed=GridRect(0, 0, 4, 10))
    near = narrowed(problem(placed, block("a", 3)), idea(lead=Part((100, 100))))
    assert near.blocks[0] == placed


@pytest.mark.parametrize("head", ["above", "partial", "vertical"])
def test_headlines_are_told_apart(head):
    page = problem(block("lead", 5, *(shape(6, head=form) for form in ("above", "partial", "vertical"))))
    [lead] = narrowed(page, idea(lead=Part(head=head))).blocks
    assert lead.shapes == (shape(6, head=head),)


@pytest.mark.parametrize(
    ("second", "seats"),
    [
        ((5, 0, 3, 20), {"beside"}),
        ((5, 2, 3, 20), set()),
        ((0, 20, 4, 10), {"under"}),
        ((0, 20, 4, 20), {"under", "foot"}),
        ((5, 10, 3, 30), {"foot"}),
    ],
)
def test_a_seat_is_beside_the_lead_under_it_or_at_the_foot(second, seats):
    page, made = problem(block("lead", 5), block("a", 3)), plan(("lead", 0, 0, 5, 20), ("a", *second))
    assert {seat for seat in ("beside", "under", "foot") if shows(page, made, idea(second=Part(seat=seat)))} == seats


def test_a_plan_is_called_by_the_first_idea_that_it_shows():
    page, made = problem(block("lead", 5)), plan(("lead", 0, 0, 6, 40))
    ideas = [idea("一", lead=Part((100, 100))), idea("二", lead=Part((50, 80))), idea("三")]
    assert idea_of(page, made, ideas) is ideas[1]
    assert named(page, made, ideas).idea.zh == "二"
    assert named(page, made, ideas[:1]).idea is None


WIDE, HALF, NARROW = (plan(("lead", 0, 0, n, 40), ("a", n, 0, 8 - n, 40), score=s) for n, s in ((6, 1), (4, 2), (2, 3)))
PAIR = problem(block("lead", 5), block("a", 3))


def test_ideas_that_were_not_shown_come_before_better_plans_of_one_that_was():
    broad, other = idea("宽", lead=Part((50, 100))), idea("窄", lead=Part((1, 49)))
    found = unlike(PAIR, [NARROW, HALF, WIDE], [broad, other], 3)
    assert [p.score for p in found] == [1, 3, 2]


def test_plans_that_are_alike_stand_once_and_those_that_must_be_cut_beside_none_that_is_whole():
    cut = NARROW.__class__(NARROW.placements, 0.0, {}, {}, lost=3)
    found = unlike(PAIR, [WIDE, WIDE, cut], [], 5)
    assert [(p.score, p.lost) for p in found] == [(1, 0)]


def test_a_plan_that_is_ten_points_worse_than_the_best_is_not_proposed():
    near, far = replace(HALF, score=11.0), replace(NARROW, score=11.1)
    assert [p.score for p in unlike(PAIR, [WIDE, near, far], [], 3)] == [1, 11.0]


PICTURES = {"L": "P", "2": "p"}
"""The letter of a story's picture in a drawing."""


def drawn_rect(lines: Sequence[str], letters: str) -> GridRect:
    """The rectangle that letters cover together in a drawing, in its columns and lines."""
    cells = {(x, y) for y, line in enumerate(lines) for x, letter in enumerate(line) if letter in letters}
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    rect = GridRect(left, top, max(x for x, _ in cells) + 1 - left, max(y for _, y in cells) + 1 - top)
    assert len(cells) == rect.cells, f"{letters} is no rectangle"
    return rect


def drawn_side(whole: GridRect, picture: GridRect) -> str:
    """Where a drawing has a picture in a story."""
    if picture.columns == whole.columns:
        return "above"
    at = picture.column - whole.column, whole.end_column - picture.end_column
    return "left" if not at[0] else "right" if not at[1] else "inside"


def drawn_page(known: Idea, vertical: bool) -> tuple[Problem, Plan]:
    """A drawing as a page of a hundred rows, in a mirror where it is read from its right, and its plan.

    What a drawing cannot show is as the idea asks for it: the form of a headline.
    """
    lines, rows = known.drawing, 100
    letters = sorted(set("".join(lines)) - set("Pp"), key="L23".find)
    stories = [letter for letter in "L23" if letter in letters] + [c for c in letters if c not in "L23ra"]
    asked = {"L": known.lead, "2": known.second, "3": known.third or known.others}
    blocks, placed = [], []
    for letter in (*stories, *(c for c in "ra" if c in letters)):
        picture = PICTURES.get(letter, "")
        own = drawn_rect(lines, letter + picture)
        first, end = (round(line * rows / len(lines)) for line in (own.row, own.end_row))
        head = asked[letter].head if letter in asked else "any"
        side = drawn_side(own, drawn_rect(lines, picture)) if picture and picture in "".join(lines) else ""
        formed = shape(own.columns, end - first, "above" if head == "any" else head)
        formed = replace(formed, picture=side, form="upright" if vertical else formed.form)
        kind = {"r": "briefs", "a": "advert"}.get(letter, "story")
        traits, weight = KINDS.settings[kind].traits, max(1, 9 - stories.index(letter)) if letter in stories else 1
        blocks.append(BlockChoices(letter, traits, weight, (formed,)))
        placed.append(Placement(letter, formed, own.column, first, end - first, traits=traits, weight=weight))
    page, made = Problem(COLUMNS, rows, tuple(blocks)), Plan(tuple(placed), 0.0, {}, {})
    return (mirrored(page), mirrored_plan(made, COLUMNS)) if vertical else (page, made)


@pytest.mark.parametrize("known", USUAL, ids=lambda known: known.name.en)
def test_the_page_that_an_idea_draws_is_called_by_it(known):
    """So it is drawn as it says, and no idea before it takes its name away."""
    page, made = drawn_page(known, vertical=False)
    assert idea_of(page, made, USUAL).name.en == known.name.en
    assert narrowed(page, known) == page


ANY_HEAD = [known for known in USUAL if known.lead.head == known.second.head == "any"]


@pytest.mark.parametrize("known", ANY_HEAD, ids=lambda known: known.name.en)
def test_a_vertical_page_shows_an_idea_in_a_mirror(known):
    page, made = drawn_page(known, vertical=True)
    assert page.vertical_page
    assert idea_of(page, made, USUAL).name.en == known.name.en


@pytest.mark.parametrize(
    ("drawn", "called"),
    [
        ("lead with its picture at the right", Words("左图头条", "lead with its picture at the left")),
        ("briefs at the left, pillar at the right", Words("右简讯左立柱", "briefs at the right, pillar at the left")),
        (
            "banner head over text, picture at the left",
            Words("通栏题左文右图", "banner head over text, picture at the right"),
        ),
    ],
)
def test_a_vertical_page_is_called_by_the_sides_that_it_has(drawn, called):
    page, made = drawn_page(next(known for known in USUAL if known.name.en == drawn), vertical=True)
    assert named(page, made, USUAL).idea == called


def test_forty_ideas_came_along_and_each_has_a_name_of_its_own():
    assert len({known.name.zh for known in USUAL}) == len({known.name.en for known in USUAL}) == len(USUAL) >= 40


def test_ideas_that_are_not_there_are_told(tmp_path):
    value, [found] = Layout(tmp_path).ideas()
    assert (value, found.code) == (None, "P272")
