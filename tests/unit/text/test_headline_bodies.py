"""Names of places and offices stay whole in a headline (composition rule book, section 11)."""

from __future__ import annotations

import pytest

from paiban.text.headline import FORBIDDEN, prices


@pytest.mark.parametrize(
    ("text", "inside"),
    [("扬州市科技局调研综合体", 5), ("扬州市科技局调研综合体", 2), ("开发区管委会开会", 2)],
)
def test_the_name_of_an_office_is_not_cut_before_its_last_character(text, inside):
    assert prices(text, ())[inside] >= FORBIDDEN
