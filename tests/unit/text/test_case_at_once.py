"""Han taken from the case in one go are those that each would be cast as by itself."""

import pytest

from paiban.font import load_catalogue
from paiban.template import Composition
from paiban.text.charclass import CharClass, class_of, is_combining, is_ideograph, is_ignored, row_of, script_of
from paiban.text.style import TextStyle
from paiban.text.typecase import TypeCase
from paiban.text.vertical import VerticalCase

IDEOGRAPHS = [chr(code) for code in range(0x4E00, 0xA000)]
SOME = IDEOGRAPHS[::37]


@pytest.mark.parametrize("composition", [Composition(), Composition(half_digits=True)], ids=["daily", "half digits"])
@pytest.mark.parametrize("kind", [TypeCase, VerticalCase])
@pytest.mark.parametrize("role", ["song", "hei-black", "kai"])
def test_taken_at_once_is_as_cast_one_by_one(role, kind, composition):
    catalogue, _ = load_catalogue()
    style = TextStyle(face=role, size=100_003, composition=composition, vertical=kind is VerticalCase)
    together, alone = kind(catalogue, style, role), kind(catalogue, style, role)
    assert together.taken("".join(SOME)) == [sort for character in SOME for sort in alone.cast(character)]
    assert (together.fallbacks, together.lacking) == (alone.fallbacks, alone.lacking)


def test_every_ideograph_is_plain_han():
    assert all(map(is_ideograph, IDEOGRAPHS))
    assert {class_of(character) for character in IDEOGRAPHS} == {CharClass.HAN}
    assert not any(row_of(c) or script_of(c) or is_ignored(c) or is_combining(c) for c in IDEOGRAPHS)
