"""Where the ``layout``, ``fonts`` and ``issues`` folders are.

The wheel carries them inside the package; a checkout has them at its top, which is where people edit them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

MORE_FACES = ("paiban-faces", "paiban-fang")
"""The distributions of the faces that few pages need."""


def resource_folder(name: str) -> Path:
    """The folder ``layout``, ``fonts`` or ``issues`` that came with this paiban."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parents[1] / name


@cache
def brought_folder(distribution: str) -> Path | None:
    """The folder of files that another distribution brings, None where that is not installed.

    A checkout has them beside its fonts.
    """
    module = distribution.replace("-", "_")
    here = resource_folder("fonts") / distribution / module
    if here.is_dir():
        return here
    from importlib.machinery import PathFinder  # noqa: PLC0415  (a checkout needs none)

    found = PathFinder.find_spec(module)
    places = found.submodule_search_locations if found is not None else None
    return Path(next(iter(places))) if places else None
