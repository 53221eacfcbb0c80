"""A picture's crop by its dot and by keys, whole or cropped, and a box by a key."""

from __future__ import annotations

from paiban import read_issue

PICTURE = "chip"


def focus_of(seat) -> tuple[float, ...]:
    issue, _, _ = read_issue(seat.desk.issue)
    block = next(block for block in issue.pages[0].blocks if block.id == PICTURE)
    return tuple(float(part) for part in block.content.shown[0].focus)


def test_the_dot_of_a_picture_is_dragged_to_what_cropping_keeps(seat):
    before = seat.desk.text
    assert focus_of(seat) == (0.5, 0.5)
    seat.choose(PICTURE)
    box = seat.page.locator(".handle.focus").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    width = seat.rect(PICTURE)[2]
    seat.drag((x, y), (x - width / 4, y))
    assert seat.desk.text == before
    seat.page.mouse.up()
    after = seat.written(before)
    across, down = focus_of(seat)
    assert across < 0.4
    assert down == 0.5
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == before


def test_ctrl_and_arrows_move_it_by_a_twentieth(seat):
    before = seat.desk.text
    seat.choose(PICTURE)
    seat.page.keyboard.press("Control+ArrowRight")
    seat.written(before)
    assert focus_of(seat) == (0.55, 0.5)


def test_whole_or_cropped(seat):
    before = seat.desk.text
    seat.choose(PICTURE)
    seat.page.locator("#block button", has_text="整张").click()
    assert "fit: whole" in seat.written(before)


def test_a_box_by_key_and_off_again(seat):
    before = seat.desk.text
    seat.choose("street-shops")
    seat.page.keyboard.press("x")
    boxed = seat.written(before)
    assert boxed.replace("    box: yes\n", "", 1) == before
    seat.page.keyboard.press("x")
    assert seat.written(boxed) == before
