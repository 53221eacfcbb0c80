"""Modules of libraries that a run only seems to need: loaded when something is asked of them.

Libraries import more of themselves and of the standard library than a run of ours ever calls, and loading that takes as
long as setting a page. ``defer`` puts such a module in its place before the library is imported: there it stands for
whoever imports it, knows the few names that the library reads while it loads, and becomes the whole module when asked
for another, for us and for every other user of the library alike.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """A module that is executed once, when it is asked for a name that it does not know."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__" or not self._load():  # only packages have that, and theirs is there from the first
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return getattr(self, name)

    def _load(self) -> bool:
        """Make the module whole; False where it is."""
        given, spec = vars(self).pop("_given", None), self.__spec__
        if given is None or spec is None or spec.loader is None:
            return False
        spec.loader.exec_module(self)
        vars(self).update(given)
        return True


def defer(name: str, *functions: str, **given: Any) -> None:
    """Have module ``name`` load when it is asked for what it does not know yet; nothing to do where it is loaded.

    ``functions`` are those that others import from it by name: calling one loads the module. What is ``given`` stays as
    it was given once the module is whole: constants, and classes that the library's compiled part raises.
    """
    spec = find_spec(name) if name not in sys.modules else None
    if spec is None or spec.loader is None:
        return
    module = module_from_spec(spec)
    module.__class__ = _Deferred
    vars(module).update({function: _called(module, function) for function in functions}, **given, _given=given)
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


def _called(module: Any, name: str) -> Callable[..., Any]:
    """A function that calls the module's own of that name."""

    def function(*given: Any, **named: Any) -> Any:
        module._load()
        return getattr(module, name)(*given, **named)

    return function
