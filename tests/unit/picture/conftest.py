"""Every test has a cache of its own, in which files' digests are only kept where a test is about them."""

from __future__ import annotations

import sys

import pytest

from paiban import cache


@pytest.fixture(autouse=True)
def picture_cache(tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("PAIBAN_CACHE", str(folder))
    monkeypatch.setattr(cache, "SETTLED", sys.maxsize)
    return folder
