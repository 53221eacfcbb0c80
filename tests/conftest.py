"""What every test shares: an environment of its own, and a switch that rewrites goldens."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.support.produced import (  # noqa: F401  hooks, which pytest finds here
    pytest_sessionfinish,
    pytest_sessionstart,
    pytest_terminal_summary,
    pytest_testnodedown,
)

settings.register_profile("paiban", deadline=None, derandomize=True, database=None)
settings.register_profile("wide", deadline=None, derandomize=False, database=None, max_examples=500)
"""Other examples at every run, and more of them: `pytest --hypothesis-profile wide tests/property`."""

settings.load_profile("paiban")


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the files under tests/golden/ from what is set now")


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory):
    """No test writes the user's cache, asks his resident engine, or depends on his language or clock.

    The workers of one run share a cache, so that each sample's pictures are prepared once.
    """
    patch = pytest.MonkeyPatch()
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    patch.setenv("PAIBAN_CACHE", str(shared / "paiban-cache"))
    patch.setenv("LANG", "C.UTF-8")
    patch.setenv("PAIBAN_SERVE", "off")
    for name in ("LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH", "NO_COLOR"):
        patch.delenv(name, raising=False)
    yield
    patch.undo()


def pytest_collection_modifyitems(items):
    """A test's name says nothing of where something lies in memory: the workers of a run must agree on it."""
    odd = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if odd:
        raise pytest.UsageError(f"give these parameters ids: {odd}")
