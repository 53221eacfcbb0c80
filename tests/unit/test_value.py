"""Values are the standard library's named tuples, made otherwise: the two are held side by side."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple as Standard

import pytest

from paiban.value import NamedTuple


class Ours(NamedTuple):
    """A value."""

    name: str
    size: int = 1
    parts: tuple[int, ...] = ()

    @property
    def area(self) -> int:
        return self.size * self.size

    @classmethod
    def named(cls, name: str) -> Ours:
        return cls(name, 7)


class Theirs(Standard):
    """A value."""

    name: str
    size: int = 1
    parts: tuple[int, ...] = ()

    @property
    def area(self) -> int:
        return self.size * self.size

    @classmethod
    def named(cls, name: str) -> Theirs:
        return cls(name, 7)


class Empty(NamedTuple):
    """No field at all."""


LIKE = {
    "by place": lambda kind: tuple(kind("a", 2)),
    "by name": lambda kind: tuple(kind(parts=(3,), name="a")),
    "fields": lambda kind: kind._fields,
    "defaults": lambda kind: kind._field_defaults,
    "replaced": lambda kind: tuple(kind("a")._replace(size=4)),
    "as a dictionary": lambda kind: kind("a")._asdict(),
    "made": lambda kind: tuple(kind._make(["a", 2, ()])),
    "members": lambda kind: (kind("a", 3).area, kind.named("b").size, kind("a", 3).name, kind.__doc__),
    "shown": lambda kind: repr(kind("a")).removeprefix(kind.__name__),
    "copied": lambda kind: copy.deepcopy(kind("a")) == pickle.loads(pickle.dumps(kind("a"))) == kind("a"),
    "kept apart": lambda kind: hash(kind("a")) == hash(("a", 1, ())) and kind("a") == ("a", 1, ()),
    "matched": lambda kind: kind.__match_args__,
    "slots": lambda kind: hasattr(kind("a"), "__dict__"),
    "module": lambda kind: kind.__module__,
}

WRONG = {
    "a field missing": lambda kind: kind(),
    "one too many": lambda kind: kind("a", 1, (), 4),
    "an unknown name": lambda kind: kind("a", colour=1),
    "replaced by an unknown name": lambda kind: kind("a")._replace(colour=1),
    "made of too few": lambda kind: kind._make(["a"]),
    "changed": lambda kind: setattr(kind("a"), "size", 3),
}


@pytest.mark.parametrize("name", LIKE)
def test_a_value_is_like_a_named_tuple(name):
    assert LIKE[name](Ours) == LIKE[name](Theirs)


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_a_value_refuses_what_a_named_tuple_refuses(kind, name):
    with pytest.raises((TypeError, ValueError, AttributeError)):
        WRONG[name](kind)


def test_a_value_without_fields_is_the_empty_tuple():
    assert Empty() == ()
    assert repr(Empty()) == "Empty()"
