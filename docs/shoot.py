"""The pictures of the desk: ``python docs/shoot.py`` sits down at it as a person would, and shoots what is seen."""

from __future__ import annotations

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image
from playwright.sync_api import sync_playwright
from tests.support.desk import Desk, Seat, chromium, real_issue

IMAGES = Path(__file__).parent / "images"
DRILL = "drill"
LARGE, SMALL = (1600, 1000), (1280, 793)
TOO_MUCH = "演练以后，各单位又把流程走了一遍。" * 3


SYSTEM = "<include>/etc/fonts/fonts.conf</include>"
FACES = f"<fontconfig><dir>{{fonts}}</dir>{SYSTEM}<cachedir>{{folder}}</cachedir></fontconfig>"
"""The words round the page are set in the faces that lie here, whatever the machine prefers."""


def shoot(seat: Seat, name: str) -> None:
    """What is on the screen, in as many colours as are seen."""
    picture = Image.open(BytesIO(seat.page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)


def sit(issue: Path, browser: Any, size: tuple[int, int], *words: str) -> Seat:
    """Somebody at a desk of their own, in a window of so many pixels."""
    seat = Seat(Desk(issue, *words), browser)
    seat.page.set_viewport_size({"width": size[0], "height": size[1]})
    seat.page.wait_for_timeout(1500)
    return seat


def leave(seat: Seat) -> None:
    """Get up, and end the desk."""
    seat.end()
    seat.desk.end()


def whole(issue: Path, browser: Any) -> None:
    """A page with a block chosen and a note."""
    seat = sit(issue, browser, LARGE, "--as", "值班编辑")
    seat.choose(DRILL)
    seat.page.keyboard.press("a")
    seat.page.locator("#note").fill("参加的单位再核一遍")
    seat.page.keyboard.press("Control+Enter")
    seat.page.locator("#notes .note").wait_for()
    seat.page.wait_for_timeout(8000)  # what has just happened is told, and goes by
    shoot(seat, "desk")
    leave(seat)


def places(issue: Path, browser: Any) -> None:
    """A story in hand, and where it would fit."""
    seat = sit(issue, browser, SMALL)
    x, y, width, height = seat.rect(DRILL)
    seat.drag((x + width / 2, y + height / 2), (x + width / 2 + 30, y + height / 2 + 25))
    seat.page.locator("#over .suits").first.wait_for()
    seat.page.wait_for_timeout(500)
    shoot(seat, "desk-places")
    seat.page.keyboard.press("Escape")
    seat.page.mouse.up()
    leave(seat)


def plans(issue: Path, browser: Any) -> None:
    """Make-ups to choose from, one held over the page."""
    seat = sit(issue, browser, SMALL)
    seat.page.keyboard.press("m")
    seat.page.locator("#plans button.plan").nth(2).wait_for(timeout=240_000)
    seat.page.locator("#plans button.plan").nth(2).hover()
    seat.page.wait_for_timeout(1500)
    shoot(seat, "desk-plans")
    leave(seat)


def story(issue: Path, browser: Any) -> None:
    """One story written to length, some lines over."""
    seat = sit(issue, browser, SMALL, "--story", DRILL)
    seat.page.locator("#words textarea").wait_for()
    seat.page.keyboard.press("Control+End")
    seat.page.keyboard.insert_text(TOO_MUCH)
    seat.page.locator("#words output.over").wait_for()
    seat.idle()
    shoot(seat, "desk-story")
    leave(seat)


def main() -> None:
    """Shoot them all."""
    with tempfile.TemporaryDirectory() as home, sync_playwright() as driver:
        known = Path(home) / "fonts.conf"
        known.write_text(FACES.format(fonts=IMAGES.parents[1] / "fonts", folder=home), "utf-8")
        faces = {**os.environ, "FONTCONFIG_FILE": str(known)}
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"], env=faces)
        for picture in (whole, places, plans, story):
            with tempfile.TemporaryDirectory() as folder:
                picture(real_issue(Path(folder)), browser)
        browser.close()


if __name__ == "__main__":
    main()
