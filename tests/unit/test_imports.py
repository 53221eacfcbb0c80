"""What a plain ``typeset issue.yaml`` loads. Imports cost more than setting the page: nothing comes in unnoticed."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ISSUES = Path(__file__).parents[2] / "issues"
SAMPLES = ("kaifaqu-shizheng", "kaifaqu-shizheng-tabloid")

CHILD = """
import json, sys
before = set(sys.modules)
from paiban.cli import main
code = main(sys.argv[1:])
assert code == 0, code
executed = {name for name, module in sys.modules.items() if "_given" not in vars(module)}  # see paiban.deferred
print(json.dumps(sorted(executed - before)), file=sys.stderr)
"""

THIRD_PARTY = {
    "PIL": "the package alone, which ReportLab names; its image library must stay out (see HEAVY)",
    "reportlab": "the object layer of the PDF",
    "yaml": "reads the issue, the layout folder and fonts.yaml",
}

STANDARD = {
    "our own": (
        "__future__ argparse array atexit bisect codecs collections contextlib copy datetime enum errno fcntl "
        "fractions functools gc hashlib heapq importlib io itertools json math operator os pathlib re signal struct "
        "sys types typing unicodedata urllib weakref zlib"
    ),
    "brought by those": (
        "abc annotationlib bz2 compression copyreg decimal encodings fnmatch genericpath gettext glob ipaddress "
        "keyword locale lzma ntpath numbers posixpath reprlib shutil string warnings"
    ),
    "brought by ReportLab": "ast base64 binascii platform",
}
"""Modules of the standard library by who asks for them; those with a leading underscore come with them."""

HEAVY = {
    "PIL.ImageCms": "only for pictures that are not in the cache",
    "PIL._imaging": "25 ms, and only for pictures that are not in the cache",
    "_hashlib": "OpenSSL, 3 ms and 200 pages of memory for what Python adds up itself",
    "dataclasses": "a class costs a millisecond to define: what a plain run loads holds its values in NamedTuples",
    "inspect": "uharfbuzz reads the flags of functions from it, which it is given",
    "fontTools": "50 ms and more: uharfbuzz does what a run needs",
    "numpy": "for makers of profiles, never for a run",
    "pickle": "for ReportLab's caches, which nothing here uses",
    "random": "for ReportLab's temporary files, which nothing here makes",
    "reportlab.pdfbase._fontdata": "the standard fonts, which no page of ours has",
    "reportlab.lib.rl_safe_eval": "nothing here evaluates expressions",
    "tempfile": "for ReportLab's temporary files, which nothing here makes",
    "yaml.constructor": "libyaml reads the file",
    "yaml.loader": "libyaml reads the file",
    "yaml.reader": "libyaml reads the file",
    "uharfbuzz": "10 MiB, and only where a face is asked what it did not tell the run before",
    "pikepdf": "100 ms, and only for adverts as PDF that are not yet prepared, and for preflight",
    "pypdfium2": "only for proofs",
    "ruamel": "80 ms, and only to write places back",
    "scipy": "for makers of profiles, never for a run",
    "paiban.makeup.propose.automatic": "only where blocks have no places",
    "paiban.makeup.search": "only where blocks have no places",
    "paiban.kinds.picture.planning": "only where blocks have no places",
    "paiban.kinds.story.planning": "only where blocks have no places",
    "paiban.kinds.story.shapes": "only where blocks have no places",
    "paiban.makeup.propose.kind": "only where blocks have no places",
    "paiban.output.plates": "only for separations",
    "paiban.output.png": "only for proofs",
    "paiban.picture.decode": "only for pictures that are not in the cache",
    "paiban.picture.ink": "only for pictures that are not in the cache",
    "paiban.preflight.pdf": "only for preflight",
    "xml": "nothing here reads XML",
    "multiprocessing": "a run is one process",
    "asyncio": "a run is one process",
    "concurrent": "a run is one process",
    "subprocess": "a run is one process",
    "socket": "a run needs no network",
    "email": "importlib.metadata brings it: the version stands in the package",
    "statistics": "nothing here needs it",
}


@cache
def loaded(sample: str, *words: str) -> tuple[str, ...]:
    """The modules that a run of a sample adds, what it keeps in its cache being there already."""
    command = [sys.executable, "-c", CHILD, str(ISSUES / sample / "issue.yaml"), "-q", *words]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, check=False, timeout=120, text=True)
        assert done.returncode == 0, done.stderr
    return tuple(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(params=SAMPLES)
def modules(request, tmp_path_factory) -> tuple[str, ...]:
    return loaded(request.param, "-o", str(tmp_path_factory.getbasetemp() / "page.pdf"))


def top_names(modules: tuple[str, ...]) -> set[str]:
    return {name.partition(".")[0] for name in modules} - {"paiban"}


def is_standard(name: str) -> bool:
    return name in sys.stdlib_module_names


def test_no_third_party_package_comes_in_unnoticed(modules):
    found = {name for name in top_names(modules) if not is_standard(name) and "cython" not in name}
    unknown = found - set(THIRD_PARTY)
    assert not unknown, (
        f"a plain run now loads {sorted(unknown)}: import it inside the function that needs it, "
        "or add it to THIRD_PARTY with the reason"
    )


def test_the_list_of_third_party_packages_is_honest(modules):
    idle = set(THIRD_PARTY) - top_names(modules)
    assert not idle, f"a plain run no longer loads {sorted(idle)}: take it out of THIRD_PARTY"


def test_no_part_of_the_standard_library_comes_in_unnoticed(modules):
    known = {name for names in STANDARD.values() for name in names.split()}
    found = {name for name in top_names(modules) if is_standard(name) and not name.startswith("_")}
    unknown = found - known
    assert not unknown, (
        f"a plain run now loads {sorted(unknown)} of the standard library: find out who asks for it "
        "(python -X importtime), then import it where it is needed or add it to STANDARD"
    )


@pytest.mark.parametrize("name", HEAVY)
def test_what_is_heavy_stays_out(modules, name):
    found = [module for module in modules if module == name or module.startswith(f"{name}.")]
    assert not found, f"a plain run now loads {found}: {HEAVY[name]}"


def test_asking_for_the_version_loads_no_engine():
    child = (
        "import sys\n"
        "from paiban.cli import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('yaml', 'uharfbuzz', 'reportlab', 'paiban.engine') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_run_that_writes_no_pdf_loads_no_pdf():
    names = loaded(SAMPLES[0], "--json")
    assert [name for name in names if name.startswith(("reportlab", "PIL", "paiban.output.pdf"))] == []
