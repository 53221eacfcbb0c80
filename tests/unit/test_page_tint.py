"""A page on a tint: under everything, as far as the bleed, and the press has nothing against it."""

from __future__ import annotations

from paiban.diagnostic import has_errors
from paiban.display import Box
from tests.support.issues import han, set_blocks, story


def tinted(tint: str):
    return set_blocks(story(columns="1-3", rows="1-9", body=f"{han(70)}。\n{han(70, 5)}。"), tint=tint)


def test_the_tint_is_painted_first_and_reaches_the_bleed():
    result = tinted("yes")
    (page,) = result.pages
    ground = page.items[0]
    assert isinstance(ground, Box)
    assert ground.fill is not None
    assert (ground.rect.x0, ground.rect.y0) == (-page.bleed, -page.bleed)
    assert (ground.rect.x1, ground.rect.y1) == (page.width + page.bleed, page.height + page.bleed)
    assert not [found for found in result.diagnostics if found.code[0] == "X" or has_errors((found,))]


def test_a_page_without_one_stands_on_the_paper():
    assert not any(isinstance(item, Box) and item.rect.x0 < 0 for item in tinted("no").pages[0].items)


def test_a_colour_that_the_sheet_lacks_is_told():
    (found,) = [found for found in tinted("月白").diagnostics if found.code == "P225"]
    assert dict(found.params)["name"] == "月白"
