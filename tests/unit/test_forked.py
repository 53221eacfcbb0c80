"""Work that another process does: what it makes comes back in order, and it ends when it is told to."""

from __future__ import annotations

import os
import threading
import time
from itertools import count

import pytest

from paiban.forked import Forked, processes

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of a process is a system's own")


def test_what_is_made_comes_in_its_order_and_then_nothing():
    process = Forked(lambda: (number * number for number in range(3)))
    assert [process.next() for _ in range(4)] == [0, 1, 4, None]
    process.end()


def test_what_both_have_is_not_sent():
    copy = [object()]
    process = Forked(lambda: [(copy, "made")], (copy,))
    found = process.next()
    process.end()
    assert found is not None
    assert found[0] is copy


def test_what_goes_wrong_gives_nothing():
    def make():
        yield "one"
        raise ValueError

    process = Forked(make)
    assert [process.next(), process.next()] == ["one", None]
    process.end()


def test_it_ends_whatever_it_is_at():
    process = Forked(lambda: (time.sleep(600) if number else os.getpid() for number in count()))
    child = process.next()
    assert child is not None
    process.end()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_no_copy_is_made_beside_threads():
    assert processes(3) == 3
    assert processes(0) == 1
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert processes(3) == 1
    finally:
        over.set()
        thread.join()
