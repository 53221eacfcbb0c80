"""Hands that do anything at all: nothing breaks, nothing is lost, and undo leads back to the first byte."""

from __future__ import annotations

from random import Random

ACTIONS = 40
SEED = 17

KEYS = ("ArrowDown", "ArrowLeft", "Shift+ArrowUp", "Shift+ArrowRight", "l", "Delete", "[", "]", "g", "Escape",
        "Control+z", "Control+y")  # fmt: skip


def act(seat, chance: Random) -> None:
    """One thing that a hand may do: a key, a drag, a word typed."""
    blocks = seat.page.locator("#blocks svg[data-block]").evaluate_all(
        "all => all.map(each => each.dataset.block).filter(Boolean)"
    )
    x, y, width, height = seat.rect(chance.choice(blocks))
    point = x + width * chance.random(), y + height * chance.random()
    what = chance.random()
    if what < 0.3:
        seat.drag(point, (point[0] + chance.randint(-200, 200), point[1] + chance.randint(-200, 200)), steps=3)
        seat.page.mouse.up()
    elif what < 0.5:
        seat.page.mouse.dblclick(*point)
        seat.page.wait_for_timeout(150)
        if seat.page.locator("#words").count():
            seat.page.keyboard.insert_text(chance.choice(("甲", "# ", ": '", "𠮷", "\n", "**")))
            seat.page.keyboard.press(chance.choice(("Control+Enter", "Escape")))
    else:
        seat.page.mouse.click(*point)
        seat.page.keyboard.press(chance.choice(KEYS))


def test_anything_at_all_and_back_to_the_first_byte(seat):
    first, chance = seat.desk.issue.read_bytes(), Random(SEED)
    for _ in range(ACTIONS):
        act(seat, chance)
    seat.page.keyboard.press("Escape")
    seat.page.wait_for_timeout(1500)
    seat.settled()
    assert seat.desk.issue.read_bytes() != first
    while seat.page.locator("#do-undo").is_enabled():
        before = seat.desk.text
        seat.page.click("#do-undo")
        seat.written(before)
    assert seat.desk.issue.read_bytes() == first
