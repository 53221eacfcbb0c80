"""Values: named tuples as ``typing.NamedTuple`` declares them, at a tenth of what that costs to define.

``typing`` compiles the annotation of every field and ``collections`` a constructor for every class: a millisecond each,
and a run loads some hundred and fifty of them before it reads the first character. Nothing here asks an annotation at
run time, and one constructor does for all classes of as many fields, under other names. Type checkers take these for
the standard library's, and they are no different to use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter  # what the standard library's named tuples read their fields with
    from functools import cache
    from types import FunctionType

    _new = tuple.__new__
    _NAMES = {"_new": _new, "__builtins__": {}}
    """All that a constructor knows."""

    _CODES = (
        None,
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, z: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, z)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, z, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, z, m)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, z, m, n: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, z, m, n)),
    )  # fmt: skip
    """Constructors of values with as many fields, compiled when the package is; few values have more."""

    class _Value(tuple):
        """What all values can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, fields):
            value = tuple.__new__(cls, fields)
            if len(value) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(value)}")
            return value

        def _replace(self, **changes):
            value = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return value

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({fields})"

    class _Declaring(type):
        """Makes a tuple of what a class body declares."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            getters = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            own = {"__slots__": (), "__new__": _constructor(name, fields, tuple(defaults.values()))}
            made = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Value,), {**body, **own, **made, **getters})

    def _constructor(name, fields, defaults):
        code = _code(len(fields)).replace(co_varnames=("_cls", *fields))
        constructor = FunctionType(code, _NAMES, "__new__", defaults)
        constructor.__qualname__ = f"{name}.__new__"
        return constructor

    @cache
    def _code(count):
        """The code of a constructor that takes as many fields."""
        if 0 < count < len(_CODES):
            return _CODES[count].__code__
        fields = "".join(f"f{place}, " for place in range(count))
        return eval(f"lambda _cls, {fields}: _new(_cls, ({fields}))").__code__

    class NamedTuple(metaclass=_Declaring):
        """What a class of values is declared as."""


__all__ = ["NamedTuple"]
