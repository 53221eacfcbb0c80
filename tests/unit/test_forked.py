"""Work that another process does: what it makes comes back in order, and it ends when it is told to."""

from __future__ import annotations

import os
import threading
import time

import pytest

from paiban.forked import Forked, processes, side_by_side

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of a process is a system's own")


def test_what_is_made_comes_in_its_order_and_then_nothing():
    process = Forked(lambda send: [send(number * number) for number in range(3)])
    assert [process.next() for _ in range(4)] == [0, 1, 4, None]
    process.end()


def test_what_both_have_is_not_sent():
    copy = [object()]
    process = Forked(lambda send: send((copy, "made")), (copy,))
    found = process.next()
    process.end()
    assert found is not None
    assert found[0] is copy


def test_what_goes_wrong_gives_nothing():
    def work(send):
        send("one")
        raise ValueError

    process = Forked(work)
    assert [process.next(), process.next()] == ["one", None]
    process.end()


def test_it_ends_whatever_it_is_at():
    process = Forked(lambda send: (send(os.getpid()), time.sleep(600)))
    child = process.next()
    assert child is not None
    process.end()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_works_go_on_side_by_side_and_what_they_make_comes_as_it_does(tmp_path):
    """The first waits for what the second does; the third begins where one of them has ended, and goes wrong."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    works = [
        lambda send: send(fifo.read_text("utf-8")),
        lambda send: (send("two"), fifo.write_text("one", "utf-8"), send("again")),
        lambda send: (send("x" * 200_000), int("")),
    ]
    found = list(side_by_side(works, 2))
    assert sorted(found) == [(0, "one"), (1, "again"), (1, "two"), (2, "x" * 200_000)]
    assert found[0] == (1, "two")


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
