"""A digest is the same whoever adds it up."""

from __future__ import annotations

import hashlib

import pytest

from paiban.digest import LARGE, sha256


@pytest.mark.parametrize("size", [0, 1, LARGE - 1, LARGE, LARGE + 1])
def test_small_and_large_data_have_the_digest_of_the_standard_library(size):
    data = bytes(range(251)) * (size // 251 + 1)
    assert sha256(data[:size]).hexdigest() == hashlib.sha256(data[:size]).hexdigest()
