"""Nothing stands under ``src`` that nothing under ``src`` uses: no name, no member, no option, no module."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest

import paiban
from tests.support.unused import (
    Module,
    modules,
    origin,
    unused_members,
    unused_modules,
    unused_names,
    unused_options,
)

HOUSE = modules()

ENTRANCES = {
    "paiban.cli.main.main": "the program itself, by pyproject.toml",
    "paiban.cli.*.configure": "loaded by the name of the command",
    "paiban.cli.*.run": "loaded by the name of the command",
    "paiban.cli.*": "loaded by the name of the command",
    "paiban.diagnostic.codes_*": "loaded by how a code begins",
    "paiban.desk.counting.main": "a process of its own, started by its name",
    "paiban.desk.plans.main": "a process of its own, started by its name",
    "paiban.forked.*.persistent_*": "asked by pickle",
    "paiban.display.*.*": "the page as programs get it",
    "paiban.output.scene.*.*": "the scene as programs get it",
    **{".".join(origin(HOUSE, (home, name))): "the public face" for name, home in paiban._HOMES.items()},
    **{f"{'.'.join(origin(HOUSE, (home, name)))}(*)": "the public face" for name, home in paiban._HOMES.items()},
}
"""What the program is entered by, where nothing in it says so by name."""

BY_PLACE = {
    "paiban.makeup.search.filling.Foot.natural_low": "sorted by, and unpacked",
    "paiban.makeup.search.filling.Foot.natural_high": "sorted by, and unpacked",
    "paiban.makeup.search.filling.Foot.levelled": "sorted by, and unpacked",
}
"""Fields of tuples that are read by their place."""

KNOWN = {**ENTRANCES, **BY_PLACE}


@pytest.mark.parametrize("question", [unused_names, unused_members, unused_options, unused_modules])
def test_everything_is_used(question: Callable[[dict[str, Module]], list[str]]) -> None:
    assert [name for name in question(HOUSE) if not any(fnmatch(name, known) for known in KNOWN)] == []


def test_every_exception_is_needed() -> None:
    """An exception for what is used, or is no more, goes."""
    told = [*unused_names(HOUSE), *unused_members(HOUSE), *unused_options(HOUSE)]
    assert [known for known in BY_PLACE if not any(fnmatch(name, known) for name in told)] == []


SMALL = {
    "house/__init__.py": "from house.a import used, kept as other\n",
    "house/a.py": "def used(x, y=1, *, z=2): return x\n"
                  "def kept(): return 1\n"
                  "def alone(n=1): return alone(n)\n"
                  "class Value:\n    field: int\n    def method(self): return self.field\n",
    "house/b.py": "from house import used, other\nfrom house.a import Value\nprint(used(Value(), z=3), other())\n",
}  # fmt: skip


def test_what_nothing_uses_is_found(tmp_path: Path) -> None:
    for name, text in SMALL.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    house = modules(tmp_path)
    assert unused_names(house) == ["house.a.alone"]
    assert unused_members(house) == ["house.a.Value.method"]
    assert unused_options(house) == ["house.a.used(y)"]
    assert unused_modules(house) == ["house.b"]
