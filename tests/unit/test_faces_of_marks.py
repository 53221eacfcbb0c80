"""Marks come from the role that lends them: that is no fallback, whichever faces are installed."""

from paiban.font import load_catalogue
from paiban.text.style import TextStyle
from paiban.text.typecase import TypeCase


def test_a_mark_that_is_lent_is_no_fallback_in_copy_either():
    catalogue, _ = load_catalogue()
    case = TypeCase(catalogue, TextStyle(face="kai", size=100_000), "kai")
    sorts = case.taken("核酸检测，“二次创业”。")
    assert {sort.face for sort in sorts if sort.text in "，“”。"} == {"noto-serif-sc-400"}
    assert case.fallbacks == {}
