"""``typeset watch``: set again at every save of anything that the issue is set from."""

from __future__ import annotations

import os

import pytest
from PIL import Image

from paiban.cli import watch
from tests.support.issues import picture, story, write_issue
from tests.unit.cli.conftest import BODY


@pytest.fixture
def watched(typeset, monkeypatch):
    """``typeset watch`` on an issue; between two looks at the files one step after another is taken, then Ctrl-C."""

    def run(path, *steps, words=()):
        waiting = iter(steps)

        def sleep(_seconds):
            step = next(waiting, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr(watch.time, "sleep", sleep)
        return typeset("watch", path, "--lang", "en", *words)

    return run


def later(path, seconds=5):
    """Put a file's time of writing off, as a save would."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + seconds * 10**9))


def drawn(path):
    """A picture of one grey, large enough to print."""
    Image.new("L", (900, 1200), 128).save(path)
    return path


def runs(run):
    return run.err.count("waiting for a save")


def test_an_issue_is_set_at_once(watched, good):
    run = watched(good)
    assert (run.code, runs(run)) == (0, 1)
    assert (good.parent / f"{good.parent.name}.pdf").exists()


def test_nothing_is_set_again_while_nothing_is_saved(watched, good):
    assert runs(watched(good, lambda: None, lambda: None)) == 1


def test_a_save_sets_it_again(watched, good):
    assert runs(watched(good, lambda: later(good))) == 2


def test_a_saved_picture_sets_it_again(watched, tmp_path):
    drawing = drawn(tmp_path / "field.png")
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), picture("field.png", "3-4", "1-20"))
    assert runs(watched(path, lambda: later(drawing))) == 2


def test_a_missing_picture_that_comes_sets_it_again(watched, tmp_path):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), picture("field.png", "3-4", "1-20"))
    run = watched(path, lambda: drawn(tmp_path / "field.png"))
    assert (run.code, runs(run)) == (0, 2)
    assert "P206" in run.err


def test_a_broken_issue_is_waited_for_until_it_is_mended(watched, good):
    whole = good.read_text("utf-8")
    good.write_text("stories: [", "utf-8")
    run = watched(good, lambda: good.write_text(whole, "utf-8"))
    assert (run.code, runs(run)) == (0, 2)
    assert "error[P1" in run.err


def test_standard_input_cannot_be_watched(typeset):
    assert typeset("watch", "-").code == 2
