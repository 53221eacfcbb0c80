"""Two desks, each a process of its own, write into one file as fast as they can: every change of both is in it, and the
one journal leads back to the first byte."""

from __future__ import annotations

import subprocess
import sys

from paiban.desk.journal import EDIT, Journal

LINES, CHANGES = 40, 30

WRITER = """
import sys
from pathlib import Path
from paiban.desk.bringing import Step, bring_in
from paiban.desk.journal import EDIT, Journal
from paiban.language import Words

NAMED = Words("改字", "edit")
path, own = Path(sys.argv[1]), int(sys.argv[2])
journal = Journal(path, f"desk {own}")
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    base = path.read_text("utf-8")
    line = f"line {own * 20 + number % 10 * 2} "
    at = base.index("\\n", base.index(line))
    told, after = bring_in(path, journal, Step(base, base[:at] + f"<{own}.{number}>" + base[at:], EDIT, NAMED))
    assert told == {"done": True, "merged": told.get("merged")}, told
"""


def test_every_change_of_both_is_in_the_file_and_in_the_journal(tmp_path):
    path = tmp_path / "issue.yaml"
    first = "".join(f"line {number} 　\n" for number in range(LINES))
    path.write_bytes(first.encode())
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [
        subprocess.Popen([*command, str(own), str(CHANGES)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for own in (0, 1)
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        with writer as process:
            process.communicate(timeout=300)
        assert writer.returncode == 0
    after = path.read_bytes().decode("utf-8")
    assert [
        f"<{own}.{number}>" for own in (0, 1) for number in range(CHANGES) if f"<{own}.{number}>" not in after
    ] == []
    journal = Journal(path, "later")
    journal.read_on()
    assert journal.text == after
    assert journal.text_after(0) == first
    assert [entry.what for entry in journal.entries[1:]] == [EDIT] * 2 * CHANGES
    assert {entry.who for entry in journal.entries} == {"desk 0", "desk 1"}
