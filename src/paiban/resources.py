"""Where the ``layout``, ``fonts`` and ``issues`` folders are.

The wheel carries them inside the package; a checkout has them at its top, which is where people edit them.
"""

from __future__ import annotations

from pathlib import Path


def resource_folder(name: str) -> Path:
    """The folder ``layout``, ``fonts`` or ``issues`` that came with this paiban."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parents[1] / name
