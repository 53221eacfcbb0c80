"""``typeset watch``: set again at every save of anything that the issue is set from."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from paiban.cli import main
from tests.support.issues import picture, story, write_issue
from tests.support.residents import Resident, resident, runtime_folder
from tests.unit.cli.conftest import BODY


@contextmanager
def watched(path: Path) -> Iterator[Resident]:
    """``typeset watch`` on an issue that was set once."""
    with runtime_folder() as environment, resident(["watch", str(path), "--lang", "en"], environment) as process:
        process.until(lambda: runs(process) == 1)
        yield process


def runs(process: Resident) -> int:
    return process.said().count("waiting for a save")


def test_a_save_sets_it_again_and_ctrl_c_ends(good):
    pdf = good.parent / f"{good.parent.name}.pdf"
    with watched(good) as process:
        first = pdf.read_bytes()
        good.write_text(good.read_text("utf-8").replace("今天", "昨天", 1), "utf-8")
        process.until(lambda: runs(process) == 2)
        assert pdf.read_bytes() != first
        time.sleep(0.5)  # its own PDF is no reason to set again
        assert runs(process) == 2
        assert process.ended() == 0


def test_an_editor_that_puts_a_new_file_in_the_place_of_the_old_one_is_seen(good):
    with watched(good) as process:
        beside = good.with_suffix(".new")
        beside.write_text(good.read_text("utf-8").replace("今天", "昨天", 1), "utf-8")
        beside.replace(good)
        process.until(lambda: runs(process) == 2)


def test_a_picture_that_comes_and_is_replaced_sets_it_again(tmp_path):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), picture("field.png", "3-4", "1-20"))
    with watched(path) as process:
        assert "P206" in process.said()
        Image.new("L", (900, 1200), 128).save(tmp_path / "field.png")
        process.until(lambda: runs(process) >= 2)
        seen = runs(process)
        Image.new("L", (900, 1200), 60).save(tmp_path / "field.png")
        process.until(lambda: runs(process) > seen)


def test_a_broken_issue_is_waited_for_until_it_is_mended(good):
    whole = good.read_text("utf-8")
    good.write_text("stories: [", "utf-8")
    with watched(good) as process:
        assert "error[P1" in process.said()
        good.write_text(whole, "utf-8")
        process.until(lambda: runs(process) >= 2)
        assert process.ended() == 0


def test_waiting_costs_nothing(good):
    with watched(good) as process:
        time.sleep(0.5)
        before = ticks(process.pid)
        time.sleep(3)
        assert ticks(process.pid) - before <= 0.02 * 3 * os.sysconf("SC_CLK_TCK")


def ticks(pid: int) -> int:
    """Processor time of a process, in ticks."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def test_standard_input_cannot_be_watched(typeset):
    assert typeset("watch", "-").code == 2


def test_help_offers_no_stream_where_files_are_watched(capsys):
    assert main(["watch", "--help", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "the issue file" in told
    assert "standard" not in told
