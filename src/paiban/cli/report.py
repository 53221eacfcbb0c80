"""``paiban report``: what the makers need to know of a run that went wrong, as one file that anybody can read first.

It holds versions, faces, findings by code and place, what the issue is made of and how long each stage took; none of
its copy, no name of a file or a person, unless ``--with-copy`` puts the issue itself in.
"""

from __future__ import annotations

import json
import platform
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from paiban import __version__
from paiban.cli.common import (
    add_issue_options,
    add_output_options,
    beside,
    deliver_file,
    house_from,
    kept_files,
    report_problem,
)
from paiban.cli.common import issue_from as issue_from_options
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic
from paiban.diagnostic.fault import place_of
from paiban.engine import Result, set_issue, with_pdf
from paiban.issue import Issue

Value = TypeVar("Value")

LIBRARIES = ("fonttools", "pikepdf", "pillow", "pypdfium2", "pyyaml", "reportlab", "uharfbuzz")
SUFFIX = "-report.json"


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    add_output_options(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.json", help=say("写到哪里", "where to write"))
    parser.add_argument(
        "--with-copy", action="store_true", help=say("连稿件文件一起放进去", "put the issue file in as well")
    )


def run(options: Namespace) -> int:
    """Set the issue, whatever comes of it, and write down what happened."""
    path, content = issue_from_options(options)
    data = content if content is not None else bytes_of(path)
    times: dict[str, float] = {}
    result: Result | None = None
    fault = None
    try:
        set_ = result = timed(times, "reading and setting", lambda: set_issue(path, content, house_from(options)))
        result = timed(times, "pdf", lambda: with_pdf(set_))
    except Exception as error:  # what it was is just what the report is for
        fault = {"kind": type(error).__name__, "place": place_of(error)}
    if not data and result is not None and result.issue is None:  # no file, or nothing in it: there is nothing to send
        return report_problem(result.diagnostics[0], options)
    facts = {**facts_of_system(), "issue": facts_of_file(data), "seconds": times, "fault": fault}
    facts |= facts_of_result(result) if result is not None else {}
    facts |= {"copy": data.decode("utf-8", "replace")} if options.with_copy else {}
    target = options.output or beside(options.issue, SUFFIX)
    words = json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
    return deliver_file(target, words.encode("utf-8"), options, kept_files(result, options) if result else (path,))


def timed(times: dict[str, float], name: str, work: Callable[[], Value]) -> Value:
    """What ``work`` gives; how many seconds it took stands in ``times``, if it came to an end or not."""
    begun = perf_counter()
    try:
        return work()
    finally:
        times[name] = round(perf_counter() - begun, 3)


def bytes_of(path: Path) -> bytes:
    """The issue file, as far as it can be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return b""


def facts_of_system() -> dict[str, Any]:
    """Versions of everything that has a part in a page."""
    return {
        "paiban": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "libraries": {name: version_of(name) for name in LIBRARIES},
    }


def version_of(library: str) -> str:
    """The installed version of a library."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def facts_of_file(data: bytes) -> dict[str, Any]:
    """What a file is, without what it says."""
    return {"bytes": len(data), "lines": data.count(b"\n"), "sha256": sha256(data).hexdigest()}


def facts_of_result(result: Result) -> dict[str, Any]:
    """What was made of the issue, and what was found."""
    facts: dict[str, Any] = {"findings": [finding(found) for found in result.diagnostics]}
    if result.issue is not None:
        facts |= facts_of_issue(result.issue)
    if result.kit is not None:
        catalogue = result.kit.catalogue
        facts["faces"] = [size_of(key, path) for key, path in zip(catalogue.keys, catalogue.files, strict=True)]
    return {**facts, "pages set": len(result.pages), "pdf bytes": len(result.pdf)}


def facts_of_issue(issue: Issue) -> dict[str, Any]:
    """Settings by name, blocks by kind."""
    kinds = Counter(block.kind for page in issue.pages for block in page.blocks)
    templates = sorted({page.template for page in issue.pages})
    return {"style": issue.style, "press": issue.press, "templates": templates, "blocks": dict(sorted(kinds.items()))}


def size_of(key: str, path: Path) -> dict[str, Any]:
    """A face by its key, and how large its file is: which build of it was used."""
    try:
        return {"key": key, "bytes": path.stat().st_size}
    except OSError:
        return {"key": key, "bytes": None}


def finding(found: Diagnostic) -> dict[str, Any]:
    """A finding by its code and place; its words may hold copy."""
    place = None if found.span is None else [found.span.line, found.span.column]
    return {"code": found.code, "severity": str(found.severity), "place": place}
