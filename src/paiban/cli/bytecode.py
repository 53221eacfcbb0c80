"""The bytecode of our own modules that a command loads, in one file beside those in which Python keeps each module's.

A run loads close to three hundred modules, and to look for each in its folder, to open its file and to read it takes a
twentieth of its time. What is kept is what Python made of the sources; it is taken as Python takes its own: as long as
a source has the size and the time that it had, and from a folder in which Python would have written. Where that cannot
be, modules are loaded as ever.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType, ModuleType

from paiban.files import put_file

_OURS = __name__.partition(".")[0]
_PACKAGE = "__init__.py"

_State = tuple[int, int]
"""Size and time of a source."""

_Module = tuple[str, _State, bytes]
"""A module's source, as it was, and the code that Python made of it."""


class Bytecode:
    """What was kept in ``file``: a finder of modules, asked before Python looks into folders."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _read(file)
        self._before = frozenset(sys.modules)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How a module is loaded whose code is kept."""
        source, state, code = self._kept.get(name, ("", (), b""))
        if not source or _state_of(source) != state:
            return None
        is_package = source.endswith(_PACKAGE)
        spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [source[: -len(_PACKAGE) - 1]]
        return spec

    def remember(self) -> None:
        """Keep what this process had to look for too."""
        names = [name for name in sys.modules if name.startswith(f"{_OURS}.") and name not in self._before]
        specs = {name: sys.modules[name].__spec__ for name in names}
        loaders = {name: spec.loader for name, spec in specs.items() if spec is not None}
        new = {name: loader for name, loader in loaders.items() if type(loader) is SourceFileLoader}
        if not new or sys.dont_write_bytecode:
            return
        with suppress(OSError, ImportError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if os.access(self._file.parent, os.W_OK):
                still = {name: kept for name, kept in self._kept.items() if _state_of(kept[0]) == kept[1]}
                made = {name: _module(name, loader) for name, loader in new.items()}
                put_file(self._file, MAGIC_NUMBER + marshal.dumps(still | made), durable=False)


class _Loader(SourceFileLoader):
    """Loads a module by its code, once; asked for that again, it reads the source as any other."""

    def __init__(self, name: str, source: str, code: bytes) -> None:
        super().__init__(name, source)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        code, self._code = self._code, b""
        return marshal.loads(code) if code else super().get_code(fullname)


def keep(command: str) -> None:
    """Have our modules loaded from what was kept for a command, and keep at the end of the process what was not."""
    package = sys.modules[_OURS].__file__
    if package is None or sys.implementation.cache_tag is None:
        return
    bytecode = Bytecode(Path(cache_from_source(str(Path(package).with_name(f"run-{command}.py")))))
    sys.meta_path.insert(0, bytecode)
    atexit.register(bytecode.remember)


def _read(file: Path) -> dict[str, _Module]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = file.read_bytes()
        if data.startswith(MAGIC_NUMBER):
            return dict(marshal.loads(memoryview(data)[len(MAGIC_NUMBER) :]))
    return {}


def _state_of(source: str) -> _State | None:
    try:
        found = os.stat(source)  # noqa: PTH116  (three hundred times a run)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _module(name: str, loader: SourceFileLoader) -> _Module:
    state = _state_of(loader.path)
    code = loader.get_code(name)
    if state is None or code is None:
        raise ImportError(name)
    return loader.path, state, marshal.dumps(code)
