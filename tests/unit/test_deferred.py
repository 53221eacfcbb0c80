"""Deferred modules are whole for whoever asks: the libraries work after us as they do without us."""

from __future__ import annotations

import subprocess
import sys

import pytest

USES = {
    "a file is loaded": ("paiban.source.events", "import yaml", "yaml.safe_load('a: [1, 2026-03-17]')['a'][0] == 1"),
    "a value is written": ("paiban.source.events", "import yaml", "yaml.safe_dump({'a': 1}) == 'a: 1\\n'"),
    "all names come by a star": ("paiban.source.events", "from yaml.scanner import *", "Scanner and ScannerError"),
    "a day is read": ("paiban.cli.lean", "import datetime", "datetime.datetime.strptime('2026', '%Y').year == 2026"),
    "a day is pickled": (
        "paiban.cli.lean", "import datetime, pickle",
        "pickle.loads(pickle.dumps(datetime.date(2026, 3, 17))).day == 17 and datetime.sys",
    ),
    "a function is looked into": (
        "paiban.font.harfbuzz", "import inspect", "str(inspect.signature(lambda a, b=1: 0)) == '(a, b=1)'",
    ),
    "a name comes by itself": ("paiban.font.harfbuzz", "from inspect import isclass", "isclass(int)"),
    "a value is pickled": ("paiban.output.pdf", "import pickle", "pickle.loads(pickle.dumps([1])) == [1]"),
    "a picture is made": ("paiban.output.pdf", "from PIL import Image", "Image.new('L', (2, 3)).size == (2, 3)"),
    "a font is measured": (
        "paiban.output.pdf", "from reportlab.pdfbase import pdfmetrics",
        "pdfmetrics.stringWidth('a', 'Helvetica', 1000) == 556",
    ),
    "a page is drawn": (
        "paiban.output.pdf", "from reportlab.pdfgen.canvas import Canvas", "b'Helvetica' in Canvas('a').getpdfdata()",
    ),
    "an expression is read": (
        "paiban.output.pdf", "from reportlab.lib.utils import rl_safe_eval", "rl_safe_eval('1 + 1') == 2",
    ),
    "a file is made for a while": (
        "paiban.output.pdf", "from reportlab.lib.utils import get_rl_tempfile", "get_rl_tempfile('a').endswith('a')",
    ),
}  # fmt: skip
"""What of ours is loaded first, what of a library then, and what has to hold."""


def run(*lines: str) -> None:
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", USES)
def test_a_library_is_whole_for_its_other_users(name):
    ours, theirs, holds = USES[name]
    run(f"import {ours}", theirs, f"assert {holds}")


@pytest.mark.parametrize("name", USES)
def test_who_loaded_a_library_before_us_keeps_it(name):
    ours, theirs, holds = USES[name]
    run(theirs, f"import {ours}", f"assert {holds}")


def test_an_error_of_the_parser_is_the_library_s_own():
    run(
        "import paiban.source.events, yaml",
        "try:",
        "    list(yaml.parse('a: \"b', Loader=yaml.CSafeLoader))",
        "except yaml.scanner.ScannerError as error:",
        "    assert isinstance(error, yaml.MarkedYAMLError)",
        "else:",
        "    raise AssertionError",
    )


def test_a_name_that_there_is_not_is_refused_as_ever():
    run(
        "import paiban.font.harfbuzz, inspect",
        "assert not hasattr(inspect, 'no_such_name') and not hasattr(inspect, '__path__')",
        "assert inspect.CO_NESTED == 16 and callable(inspect.getsource)",
    )


def test_the_flags_of_functions_are_python_s():
    run(
        "import inspect",
        "flags = {name: getattr(inspect, name) for name in dir(inspect) if name.startswith('CO_')}",
        "from paiban.font.harfbuzz import _FLAGS",
        "assert {**flags, **_FLAGS} == flags",
    )


def test_what_is_not_installed_is_left_alone():
    run("from paiban.deferred import defer", "defer('no_such_module_anywhere')", "import sys")
