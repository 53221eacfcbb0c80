"""Our newsprint profile, asked through littleCMS: does it say what newsprint looks like, and does it print well?"""

from __future__ import annotations

from itertools import pairwise, product
from statistics import mean, quantiles

import pytest

from tests.support.colour import (
    ABSOLUTE,
    PERCEPTUAL,
    RELATIVE,
    SATURATION,
    delta_e,
    inks,
    lab_pixel,
    newsprint,
    printed,
)

TABLES = (PERCEPTUAL, RELATIVE, SATURATION)
GREYS = [(value, value, value) for value in range(256)]
BLACK_POINT_COMPENSATION = 0x2000
SOLID = 255

# ISO 12647-3, coldset offset on newsprint, black backing.
AIMS = {
    (0, 0, 0, 0): (82, 0, 3),
    (1, 0, 0, 0): (57, -23, -27),
    (0, 1, 0, 0): (54, 44, -1),
    (0, 0, 1, 0): (78, -3, 58),
    (0, 0, 0, 1): (36, 1, 4),
    (0, 1, 1, 0): (52, 41, 25),
    (1, 0, 1, 0): (53, -34, 17),
    (1, 1, 0, 0): (41, 7, -22),
    (1, 1, 1, 0): (40, 0, 1),
}


# Published test pairs of the formula (Sharma, Wu, Dalal 2005).
@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_colour_difference_of_the_tests_is_the_published_one(first, second, difference):
    assert delta_e(first, second) == pytest.approx(difference, abs=5e-5)


@pytest.mark.parametrize("solid", AIMS)
def test_each_solid_prints_its_aim(solid):
    [lab] = printed([[SOLID * ink for ink in solid]], ABSOLUTE)
    assert delta_e(lab, AIMS[solid]) < 1


def test_fifty_per_cent_of_each_ink_prints_with_26_per_cent_of_gain():
    def reflectance(lightness):
        return ((lightness + 16) / 116) ** 3

    # Yellow hardly changes lightness: it is judged in its own band by the model's own test.
    for ink in (0, 1, 3):
        half, full = [0] * 4, [0] * 4
        half[ink], full[ink] = 127, SOLID
        levels = [reflectance(lab[0]) for lab in printed([half, full])]
        covered = (1 - levels[0]) / (1 - levels[1])
        # The aim holds in the band that the ink absorbs; over the whole of L* cyan and magenta mix in a little less.
        assert covered == pytest.approx(0.76, abs=0.025)


def test_black_is_never_lightened_by_more_ink():
    [alone, on_colour] = printed([(0, 0, 0, SOLID), (SOLID, SOLID, SOLID, SOLID)])
    assert on_colour[0] < alone[0]


@pytest.mark.parametrize("intent", TABLES)
def test_white_is_bare_paper(intent):
    assert inks([(255, 255, 255)], intent) == [(0, 0, 0, 0)]


def test_colours_inside_the_gamut_come_back():
    steps = (0, 51, 102, 153, 204, 255)
    limit = (newsprint().limits.tac_percent - 5) * 2.55
    there = printed([cmyk for cmyk in product(steps, repeat=4) if sum(cmyk) <= limit])
    back = printed(inks([lab_pixel(lab) for lab in there], RELATIVE, "LAB"))
    differences = [delta_e(*pair) for pair in zip(there, back, strict=True)]
    assert mean(differences) < 1.5
    assert quantiles(differences, n=20)[-1] < 2.5


@pytest.mark.parametrize("intent", TABLES)
def test_greys_print_neutral(intent):
    """Paper is the white; littleCMS answers in whole numbers of a* and b*."""
    assert all(a * a + b * b <= 1 for _, a, b in printed(inks(GREYS, intent)))


@pytest.mark.parametrize("flags", [0, BLACK_POINT_COMPENSATION])
@pytest.mark.parametrize("source", ["RGB", "LAB"])
@pytest.mark.parametrize("intent", [*TABLES, ABSOLUTE])
def test_no_colour_asks_for_more_ink_than_the_limit(intent, source, flags):
    steps = [round(step * 255 / 32) for step in range(33)]
    most = max(sum(cmyk) for cmyk in inks(product(steps, repeat=3), intent, source, flags))
    assert most / 2.55 <= newsprint().limits.tac_percent


@pytest.mark.parametrize("ink", [0, 1, 3])
def test_each_ramp_of_ink_gets_darker_all_the_way(ink):
    ramp = [tuple(step if i == ink else 0 for i in range(4)) for step in range(256)]
    lightness = [lab[0] for lab in printed(ramp)]
    assert all(before >= after for before, after in pairwise(lightness))
    assert all(before > after for before, after in pairwise(lightness[::17]))


def test_the_yellow_ramp_gets_yellower_all_the_way():
    yellowness = [lab[2] for lab in printed([(0, 0, step, 0) for step in range(0, 256, 15)])]
    assert all(before < after for before, after in pairwise(yellowness))


@pytest.mark.parametrize("intent", TABLES)
def test_the_scale_of_greys_rises_without_a_step_back(intent):
    cmyk = inks(GREYS, intent)
    lightness = [lab[0] for lab in printed(cmyk)]
    # Four plates rounded to 8 bits may undo each other by one step of 8-bit lightness, never by more.
    assert all(before <= after + 0.4 for before, after in pairwise(lightness))
    assert all(before <= after for before, after in pairwise(lightness[::5]))
    assert all(before[3] >= after[3] for before, after in pairwise(cmyk))


def test_the_perceptual_intent_tells_all_greys_apart():
    """In steps of 8 of 255: nothing of the shadows is lost though newsprint's black is a dark grey."""
    lightness = [lab[0] for lab in printed(inks(GREYS[::8], PERCEPTUAL))]
    assert all(after - before >= 0.35 for before, after in pairwise(lightness))


def test_black_carries_the_dark_greys():
    for cmyk in inks(GREYS[32:129], PERCEPTUAL):
        assert cmyk[3] > 1.4 * (cmyk[0] + cmyk[1] + cmyk[2]) / 3 + 60
        assert cmyk[3] >= 0.5 * sum(cmyk)


def test_light_greys_carry_no_black():
    for cmyk in inks(GREYS[236:], PERCEPTUAL):
        assert cmyk[3] <= 0.03 * 255


@pytest.mark.parametrize(
    ("name", "colour", "ink", "against"),
    [
        ("red", (255, 0, 0), (1, 2), (0, 3)),
        ("green", (0, 255, 0), (0, 2), (1, 3)),
        ("blue", (0, 0, 255), (0, 1), (2, 3)),
        ("yellow", (255, 255, 0), (2,), (0, 1, 3)),
    ],
)
def test_pure_colours_stay_clean(name, colour, ink, against):
    [cmyk] = inks([colour], PERCEPTUAL)
    assert min(cmyk[i] for i in ink) > 0.5 * 255, name
    if name != "green":  # the green of a screen is beyond every newsprint green in lightness
        assert max(cmyk[i] for i in against) < 0.1 * 255, name


def test_the_black_ramp_comes_back_as_mostly_black():
    ramp = [(0, 0, 0, step) for step in range(102, 256, 17)]
    for there, back in zip(ramp, inks([lab_pixel(lab) for lab in printed(ramp)], RELATIVE, "LAB"), strict=True):
        assert back[3] >= 0.7 * there[3]
