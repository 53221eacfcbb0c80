"""Modules of libraries that a run only seems to need: loaded when something is asked of them.

Libraries import more of themselves and of the standard library than a run of ours ever calls, and loading that takes as
long as setting a page. ``defer`` puts such a module in its place before the library is imported: there it stands for
whoever imports it, knows the few names that the library reads while it loads, and becomes the whole module when asked
for another, for us and for every other user of the library alike.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """A module that is looked for, and executed, when it is asked for a name that it does not know."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # asked by all who import from a package, and of every module imported from by name
            if "_path" not in vars(self):
                vars(self)["_path"] = getattr(module_from_spec(self._found()), name, None)
            if self._path is not None:
                return self._path
        elif self._load():
            return getattr(self, name)
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def _load(self) -> bool:
        """Make the module whole; False where it is."""
        given = vars(self).pop("_given", None)
        if given is None:
            return False
        spec = self._found()
        vars(self).update({name: value for name, value in vars(module_from_spec(spec)).items() if value is not None})
        assert spec.loader is not None
        spec.loader.exec_module(self)
        vars(self).update(given)
        return True

    def _found(self) -> ModuleSpec:
        """Where the module is; ImportError where it is not installed."""
        del sys.modules[self.__name__]
        try:
            spec = find_spec(self.__name__)
        finally:
            sys.modules[self.__name__] = self
        if spec is None:
            raise ModuleNotFoundError(f"No module named {self.__name__!r}", name=self.__name__)
        return spec


def defer(name: str, *functions: str, **given: Any) -> None:
    """Have module ``name`` load when it is asked for what it does not know yet; nothing to do where it is loaded.

    ``functions`` are those that others import from it by name: calling one loads the module. What is ``given`` stays as
    it was given once the module is whole: constants, and classes that the library's compiled part raises.
    """
    if name in sys.modules:
        return
    parent, _, child = name.rpartition(".")
    package = import_module(parent) if parent else None
    module = _Deferred(name)
    vars(module).update({function: _called(module, function) for function in functions}, **given, _given=given)
    sys.modules[name] = module
    if package is not None:
        setattr(package, child, module)


def _called(module: Any, name: str) -> Callable[..., Any]:
    """A function that calls the module's own of that name."""

    def function(*given: Any, **named: Any) -> Any:
        module._load()
        return getattr(module, name)(*given, **named)

    return function
