"""``typeset`` as a process of its own: bytes on standard output, terminals of other encodings, readers that go away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.issues import story, write_issue
from tests.unit.cli.conftest import BODY

COMMAND = [sys.executable, "-c", "import sys; from paiban.cli import main; sys.exit(main())"]


def typeset(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, check=False, timeout=60, env={**os.environ, **environment}
    )


def test_the_pdf_can_go_to_standard_output(good):
    done = typeset(good, "-o", "-")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")
    assert b"lead" in done.stderr
    assert [path.name for path in good.parent.iterdir()] == ["issue.yaml"]


@pytest.mark.parametrize(("encoding", "words"), [("ascii", ()), ("ascii", ("--json",)), ("gbk", ("--lang", "zh"))])
def test_a_terminal_of_an_old_encoding_is_borne(tmp_path, encoding, words):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-60", body=BODY))
    done = typeset(path, *words, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr.decode(encoding)


def test_a_reader_that_goes_away_is_borne(good):
    command = [*COMMAND, str(good), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        process.wait(timeout=60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("words", [("-o", "-"), ("--json",)])
def test_a_full_disk_behind_standard_output_is_told(good, words):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, str(good), *words], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 1
    assert b"[P720]" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
