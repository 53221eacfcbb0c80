"""The bytecode of our modules in one file: loaded from it, they are what Python would have loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paiban.cli.bytecode import Bytecode

KEPT = """
import sys
from pathlib import Path
import paiban.files
from paiban.cli.bytecode import Bytecode
bytecode = Bytecode(Path(sys.argv[1]))
sys.meta_path.insert(0, bytecode)
"""


@pytest.fixture
def source(tmp_path) -> Path:
    """A house of one package with one module, found as any other on the path, and a file for what is kept of it."""
    package = tmp_path / "house" / "paiban_house"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("from paiban_house.room import VALUE\n")
    room = package / "room.py"
    room.write_text("VALUE = 1\n")
    return room


def run(source: Path, *lines: str, write: bool = True) -> str:
    """What a process says that has kept bytecode at hand and keeps what it loads itself."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(source.parents[1])])}
    environment["PYTHONPYCACHEPREFIX"] = str(source.parents[2] / "bytecode")
    if write:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
    else:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    own = KEPT + "import paiban.cli.bytecode as kept\nkept._OURS = 'paiban_house'\n"
    program = own + "\n".join(("import paiban_house", *lines, "bytecode.remember()"))
    file = str(source.parents[2] / "kept")
    done = subprocess.run(
        [sys.executable, "-c", program, file], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


LOADER = "print(type(paiban_house.room.__loader__).__name__, paiban_house.VALUE)"


def test_what_a_run_loaded_the_next_need_not_look_for(source):
    assert run(source, LOADER) == "SourceFileLoader 1"
    assert run(source, LOADER) == "_Loader 1"


def test_a_module_is_as_python_makes_it(source):
    names = (
        "room = paiban_house.room; print(paiban_house.__path__, room.__file__, room.__package__, room.__spec__.origin)"
    )
    again = "import importlib; print(importlib.reload(room).VALUE)"
    made = f"['{source.parent}'] {source} paiban_house {source}\n1"
    assert [run(source, names, again) for _ in range(2)] == [made, made]


def test_a_source_that_was_changed_is_read(source):
    run(source)
    source.write_text("VALUE = 22\n")
    assert run(source, LOADER) == "SourceFileLoader 22"
    assert run(source, LOADER) == "_Loader 22"


def test_a_source_of_the_same_size_and_another_time_is_read(source):
    run(source)
    source.write_text("VALUE = 2\n")
    os.utime(source, ns=(0, 1_000_000_000))
    assert run(source, LOADER) == "SourceFileLoader 2"


def test_a_source_that_is_gone_is_not_loaded(source):
    run(source)
    source.unlink()
    (source.parent / "__init__.py").write_text("")
    assert run(source, "import importlib.util; print(importlib.util.find_spec('paiban_house.room'))") == "None"


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"not bytecode", None], ids=repr)
def test_a_file_that_is_none_is_passed_over(source, content):
    run(source)
    file = source.parents[2] / "kept"
    file.write_bytes(file.read_bytes()[:40] if content is None else content)
    assert run(source, LOADER) == "SourceFileLoader 1"
    assert run(source, LOADER) == "_Loader 1"


def test_what_is_known_is_not_written_again(source):
    run(source)
    file = source.parents[2] / "kept"
    before = file.stat().st_mtime_ns, file.stat().st_ino
    run(source)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_nothing_is_written_where_python_writes_no_bytecode(source):
    run(source, write=False)
    assert not (source.parents[2] / "kept").exists()


def test_other_modules_are_left_to_python(tmp_path):
    assert Bytecode(tmp_path / "none").find_spec("json") is None


def test_a_command_keeps_its_modules_beside_python_s(tmp_path):
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    program = "import sys; from paiban.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "schema"]
    first, second = (subprocess.run(command, env=environment, capture_output=True, check=True) for _ in range(2))
    assert [file.name.partition(".")[0] for file in tmp_path.rglob("run-*")] == ["run-schema"]
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr)
