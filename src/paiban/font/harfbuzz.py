"""HarfBuzz, loaded without ``inspect``, of which its Python part reads the flags of functions and nothing else."""

from __future__ import annotations

from paiban.deferred import defer

_FLAGS = {
    "CO_OPTIMIZED": 1,
    "CO_NEWLOCALS": 2,
    "CO_VARARGS": 4,
    "CO_VARKEYWORDS": 8,
    "CO_NESTED": 16,
    "CO_GENERATOR": 32,
    "CO_COROUTINE": 128,
    "CO_ITERABLE_COROUTINE": 256,
    "CO_ASYNC_GENERATOR": 512,
}
"""Bits of ``code.co_flags``, the same in every version of Python that we run on."""

defer("inspect", **_FLAGS)

import uharfbuzz as hb  # noqa: E402  what it imports was deferred first

__all__ = ["hb"]
