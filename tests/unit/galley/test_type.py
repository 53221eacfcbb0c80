"""From roles to sizes."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from paiban.galley.type import TypeSetter
from paiban.template import Body
from paiban.units import PER_PT, rounded
from tests.support.issues import tiny_kit

BODY = Body("standard", 9 * PER_PT, 13 * PER_PT, 13, 1, 90)
FULL = TypeSetter(tiny_kit().style, BODY, (1, 1))
SMALL = TypeSetter(tiny_kit().style, BODY, (3, 4))


def test_body_type_takes_the_bodys_size_on_every_template():
    assert FULL.size("body") == SMALL.size("body") == 9 * PER_PT


def test_body_type_takes_the_bodys_leading():
    assert SMALL.leading("body") == 13 * PER_PT


def test_copy_in_the_colour_of_paper_has_the_roles_face_for_that():
    """Where the role has one, and nobody asked for a face."""
    colours = FULL.sheet.colours
    roles = {**FULL.sheet.roles, "body": FULL.sheet.roles["body"]._replace(face="song", reversed_face="hei-medium")}
    setter = FULL._replace(sheet=FULL.sheet._replace(roles=roles))
    assert setter.style("body", colour=colours["paper"]).face == "hei-medium"
    assert setter.style("body", colour=colours["accent"]).face == setter.style("body").face == "song"
    assert setter.style("body", colour=colours["paper"], face="kai").face == "kai"


def test_a_sign_before_copy_in_the_colour_of_paper_stays_as_its_copy():
    """Its own colour is chosen for paper, and might be that of the ground."""
    assert FULL.style("brief").bullet == "accent"
    assert FULL.style("brief", colour=FULL.sheet.colours["paper"]).bullet == ""


def test_a_role_with_a_size_of_its_own_is_scaled_by_the_template():
    assert SMALL.size("deck") == FULL.size("deck") * 3 // 4


def test_captions_and_credits_follow_the_body_on_every_template():
    """Half a point under 小五 beside it, a credit two points; a tenth of their size open on either side."""
    for setter in (FULL, SMALL):
        assert setter.size("caption") == 9 * PER_PT - PER_PT // 2
        assert setter.size("credit") == 7 * PER_PT
        assert setter.leading("caption") == rounded(setter.size("caption") * 6, 5)


def test_no_template_makes_type_smaller_than_newsprint_prints():
    """Six points is the least of ``layout/press/newsprint.yaml``; a running head of eight is scaled to no less."""
    assert FULL.size("folio-info") == 8 * PER_PT
    assert FULL._replace(scale=(1, 2)).size("folio-info") == 6 * PER_PT


def test_a_role_with_a_leading_of_its_own_is_scaled_by_the_template():
    assert SMALL.leading("folio-info") == FULL.leading("folio-info") * 3 // 4


def test_an_indent_is_counted_in_the_roles_own_em():
    assert FULL.style("body").indent == 18 * PER_PT


def test_a_size_can_be_given():
    assert FULL.style("headline", size=33 * PER_PT).size == 33 * PER_PT


def test_a_face_can_be_given():
    assert FULL.style("headline", face="hei-black").face == "hei-black"
    assert FULL.style("headline").face == tiny_kit().style.roles["headline"].face


def test_headline_sizes_are_scaled_by_the_template():
    least, target, most = FULL.headline_sizes(4)
    assert SMALL.headline_sizes(4) == (least * 3 // 4, target * 3 // 4, most * 3 // 4)
    assert least <= target <= most


def test_sizes_fall_in_clear_steps_from_weight_to_weight():
    targets = [FULL.headline_sizes(weight)[1] for weight in (5, 4, 3, 2, 1)]
    assert all(Fraction(a, b) > Fraction(5, 4) for a, b in pairwise(targets))


def test_another_indent_leaves_every_other_role_alone():
    other = FULL.indented(0)
    assert other.style("body").indent == 0
    assert other.style("brief") == FULL.style("brief")
    assert FULL.style("body").indent == 18 * PER_PT


def test_no_indent_asked_for_leaves_the_styles_own():
    assert FULL.indented(None) is FULL


@pytest.mark.parametrize("align", ["justify", "start", "centre", "end", "spread"])
def test_only_justified_type_is_broken_as_a_whole_and_parts_words(align):
    """Other lines need not be even: they are filled one after another, their words whole."""
    sheet = FULL.sheet
    asked = sheet.composition._replace(breaker="optimal", hyphenate=True)
    roles = {**sheet.roles, "body": sheet.roles["body"]._replace(align=align)}
    made = FULL._replace(sheet=sheet._replace(composition=asked, roles=roles)).style("body").composition
    assert (made.breaker, made.hyphenate) == (("optimal", True) if align == "justify" else ("greedy", False))
