"""A picture's crop by its dot and by keys, whole or cropped, and a box by a key."""

from __future__ import annotations

from PIL import Image

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


def window_of(seat) -> list[float]:
    """The part of the picture that is shown while a hand pulls: left, top, width, height, of 1."""
    window = seat.page.locator(f'#blocks svg[data-block="{PICTURE}"] svg.crop')
    return [float(part) for part in window.get_attribute("viewBox").split()]


def test_the_picture_is_shown_as_it_will_be_cropped_while_its_dot_is_pulled(seat):
    """As the file has it then; with Esc it is as it was."""
    before = seat.desk.text
    drawn = seat.page.locator(f'#blocks svg[data-block="{PICTURE}"] image')
    name = drawn.get_attribute("href")
    seat.choose(PICTURE)
    box = seat.page.locator(".handle.focus").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    height = seat.rect(PICTURE)[3]
    seat.drag((x, y), (x, y - height / 3))
    left, top, across, down = window_of(seat)
    assert (left, top, across) == (0, 0, 1)
    assert 0.85 < down < 0.97
    assert drawn.get_attribute("href") != name
    seat.page.keyboard.press("Escape")
    assert drawn.get_attribute("href") == name
    seat.page.mouse.up()
    assert seat.desk.text == before
    seat.drag((x, y), (x, y + height / 3))
    top, down = window_of(seat)[1::2]
    assert abs(top + down - 1) < 1e-6
    seat.page.mouse.up()
    seat.written(before)
    assert seat.page.locator("svg.crop").count() == 0


def test_a_picture_that_gets_coarse_for_the_press_says_so_while_its_edge_is_pulled(seat):
    path = seat.desk.issue.parent / "pictures" / "chip.png"
    with Image.open(path) as picture:
        picture.convert("RGB").resize((560, 300)).save(path)
    seat.page.wait_for_selector("#findings >> text=ppi")
    seat.choose(PICTURE)
    x, y, width, height = seat.rect(PICTURE)
    assert seat.page.locator('.badge[data-of="hands"]').count() == 0
    seat.drag((x, y + height / 2), (x - width, y + height / 2))
    seat.page.locator('.badge[data-of="hands"]', has_text="ppi，低于 150").wait_for()
    seat.idle()
    window = window_of(seat)
    assert window[2] > 0.9 or window[3] < 0.9
    seat.page.keyboard.press("Escape")
    seat.page.mouse.up()
