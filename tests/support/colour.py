"""Colour for tests: ΔE00, and colours through littleCMS in plain numbers."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PIL import Image, ImageCms

from paiban.picture import profile_path
from paiban.template import Layout, Press

Lab = tuple[float, float, float]

PERCEPTUAL, RELATIVE, SATURATION, ABSOLUTE = (ImageCms.Intent(number) for number in range(4))


@functools.cache
def newsprint() -> Press:
    press, found = Layout().press("newsprint")
    assert press is not None, found
    return press


@functools.cache
def press_profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(str(profile_path(newsprint())))


@functools.cache
def transform(source: str, target: str, intent: int, flags: int = 0) -> ImageCms.ImageCmsTransform:
    """A littleCMS transform between pixel modes; CMYK is the press's."""
    profiles = [
        press_profile() if mode == "CMYK" else ImageCms.createProfile("sRGB" if mode == "RGB" else "LAB")
        for mode in (source, target)
    ]
    return ImageCms.buildTransform(*profiles, source, target, intent, ImageCms.Flags(flags))


def converted(pixels: bytes, source: str, target: str, intent: int, flags: int = 0) -> bytes:
    """8-bit pixels of one mode as 8-bit pixels of another."""
    image = Image.frombytes(source, (len(pixels) // len(Image.new(source, (1, 1)).getbands()), 1), pixels)
    return ImageCms.applyTransform(image, transform(source, target, intent, flags)).tobytes()


def inks(colours: Iterable[Sequence[int]], intent: int, source: str = "RGB", flags: int = 0) -> list[tuple[int, ...]]:
    """Colours of 8 bits a channel as C, M, Y, K of 0 … 255."""
    out = converted(bytes(part for colour in colours for part in colour), source, "CMYK", intent, flags)
    return list(zip(out[0::4], out[1::4], out[2::4], out[3::4], strict=True))


def printed(cmyk: Iterable[Sequence[int]], intent: int = RELATIVE) -> list[Lab]:
    """What C, M, Y, K of 0 … 255 look like on the press."""
    out = converted(bytes(part for colour in cmyk for part in colour), "CMYK", "LAB", intent)
    return [(out[i] / 2.55, signed(out[i + 1]), signed(out[i + 2])) for i in range(0, len(out), 3)]


def lab_pixel(lab: Lab) -> tuple[int, int, int]:
    """A L*a*b* colour as Pillow stores it."""
    return round(lab[0] * 2.55), round(lab[1]) % 256, round(lab[2]) % 256


def signed(byte: int) -> float:
    return float(byte - 256 if byte > 127 else byte)


def delta_e(first: Lab, second: Lab) -> float:
    """CIEDE2000 (CIE 142)."""
    lightness1, lightness2 = first[0], second[0]
    mean = (hypot(*first[1:]) + hypot(*second[1:])) / 2
    stretch = 1 + (1 - sqrt(mean**7 / (mean**7 + 25**7))) / 2
    chroma1, hue1 = _polar(first[1] * stretch, first[2])
    chroma2, hue2 = _polar(second[1] * stretch, second[2])
    turn, middle = _hues(chroma1 * chroma2, hue1, hue2)
    d_lightness, d_chroma = lightness2 - lightness1, chroma2 - chroma1
    d_hue = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn / 2))
    lightness, chroma = (lightness1 + lightness2) / 2, (chroma1 + chroma2) / 2
    weight_l = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    weight_c = 1 + 0.045 * chroma
    weight_h = 1 + 0.015 * chroma * _hue_weight(middle)
    rotation = -sin(radians(60 * exp(-(((middle - 275) / 25) ** 2)))) * 2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    parts = (d_lightness / weight_l, d_chroma / weight_c, d_hue / weight_h)
    return sqrt(sum(part * part for part in parts) + rotation * parts[1] * parts[2])


def _polar(a: float, b: float) -> tuple[float, float]:
    return hypot(a, b), degrees(atan2(b, a)) % 360


def _hues(product: float, hue1: float, hue2: float) -> tuple[float, float]:
    """The turn from one hue to the other and the hue half way, in degrees."""
    if product == 0:
        return 0.0, hue1 + hue2
    turn = (hue2 - hue1 + 180) % 360 - 180
    if hue2 - hue1 == 180:
        turn = 180.0
    return turn, (hue1 + turn / 2) % 360


def _hue_weight(hue: float) -> float:
    return (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
