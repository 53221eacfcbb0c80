"""Pages as other programs draw them, for comparing one picture with another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.support.programs import run_program

DPI = 288
"""Fine enough that the quarters of a pixel on which rasterisers put glyphs weigh less than a quarter of a point."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def pdf_drawn(pdf: bytes, folder: Path) -> Image.Image:
    """The only page of a PDF, drawn by poppler."""
    source, stem = folder / "page.pdf", folder / "pdf"
    source.write_bytes(pdf)
    run_program("pdftocairo", "-png", "-singlefile", "-r", str(DPI), source, stem)
    return _levelled(stem.with_suffix(".png"))


def svg_drawn(svg: bytes, folder: Path) -> Image.Image:
    """An SVG, drawn by librsvg, which knows no faces inside a file."""
    source, target = folder / "page.svg", folder / "svg.png"
    source.write_bytes(svg)
    run_program("rsvg-convert", "-d", str(DPI), "-p", str(DPI), source, "-o", target)
    return _levelled(target)


def svg_in_browser(svg: bytes, folder: Path) -> Image.Image:
    """An SVG as a browser shows it, the page at the upper left of its window."""
    browser = next(filter(shutil.which, BROWSERS), None)
    if browser is None:
        pytest.skip("no browser is installed")
    source, target = folder / "page.svg", folder / "browser.png"
    source.write_bytes(svg)
    run_program(
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1600,2200",
        f"--user-data-dir={folder / 'profile'}", f"--force-device-scale-factor={DPI / 96}",
        f"--screenshot={target}", source.as_uri(),
    )  # fmt: skip
    return _levelled(target)


def difference(one: Image.Image, other: Image.Image, blur: int = 2) -> float:
    """The mean difference of two pictures, 0 … 255, over squares of ``blur`` pixels of what both show."""
    edges = (0, 0, min(one.width, other.width) // blur * blur, min(one.height, other.height) // blur * blur)
    pair = [image.crop(edges).reduce(blur) for image in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*pair)).mean[0]


def _levelled(path: Path) -> Image.Image:
    """Grey on white, the darkest as black: each program has its own idea of how black the black ink is."""
    with Image.open(path) as image:
        sheet = Image.new("RGBA", image.size, "white")
        sheet.alpha_composite(image.convert("RGBA"))
    grey = sheet.convert("L")
    darkest, _ = grey.getextrema()
    return grey.point([max(0, level - darkest) * 255 // (255 - darkest) for level in range(256)])
