"""Small faults put into the program one at a time, and whether the tests of the stage they stand in notice.

    python bench/mutants.py                     all hundred, and what became of each
    python bench/mutants.py --stage text        the twenty-five of one stage
    python bench/mutants.py --short             ten of them, as CI runs them: fails where one survives
    python bench/mutants.py --list              which they are

A mutant is one comparison, one constant or one sign turned into its neighbour. Which hundred are taken depends on
``SEED`` and on the function that each stands in, not on the tests and not on other functions, so that they stay the
same while the rest changes. A mutant that no input can tell from the program is listed in ``EQUIVALENT`` with its
reason and does not count.
"""

from __future__ import annotations

import argparse
import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from time import monotonic
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SEED = "paiban 1"
EACH = 25
"""Mutants of a stage."""

SHORT = (
    "galley/copyfit.py:break_cost:sign:4",
    "galley/copyfit.py:fit_lines:comparison:0",
    "galley/copyfit.py:Keep:constant:1",
    "galley/head.py:HeadMaker.largest_part:constant:1",
    "galley/head.py:HeadPart.extent:sign:0",
    "preflight/fonts.py:Font.codes:constant:2",
    "text/interlinear.py:_title_line:sign:0",
    "text/line.py:_cut:sign:0",
    "text/numerals.py:_whole:sign:2",
    "makeup/judge/breaches.py:holes:comparison:2",
)
"""Those that CI tries: of every stage, whatever else runs."""

STAGES = {
    "text": ("tests/unit/text", "tests/property/test_text.py"),
    "galley": ("tests/unit/galley",),
    "preflight": ("tests/unit/preflight",),
    "makeup": ("tests/unit/makeup", "tests/property/test_makeup.py"),
}
"""The tests that answer for each stage, a folder of ``src/paiban``."""

EQUIVALENT: dict[str, str] = {
    "galley/copyfit.py:level:comparison:0": "without white every leg takes what it holds either way",
    "preflight/parts.py:_ends:constant:11": "without outputs there are no data, and no step is taken",
}
"""Mutants that change nothing anybody could see: name and reason."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
}  # fmt: skip
SIGNS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


class Mutant(NamedTuple):
    """One change: the file, the function that it stands in, its kind, and which of that kind there it is, from 0."""

    file: str
    function: str
    kind: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.file}:{self.function}:{self.kind}:{self.number}"

    @property
    def rank(self) -> str:
        return sha256(f"{SEED} {self.name}".encode()).hexdigest()

    @property
    def stage(self) -> str:
        return self.file.partition("/")[0]


def sites(tree: ast.Module) -> Iterator[tuple[str, str, ast.AST]]:
    """Everything that can be turned: the function that it stands in, its kind, the node."""
    for owner, node in walked(tree, ""):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
            yield owner, "comparison", node
        elif type(getattr(node, "op", None)) in (*SIGNS, ast.USub):
            yield owner, "sign", node
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
            yield owner, "constant", node


def walked(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the function or class that it stands in; annotations, which do nothing, left out."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield owner, child
                named = isinstance(child, ast.FunctionDef | ast.ClassDef)
                yield from walked(child, f"{owner}.{child.name}".strip(".") if named else owner)


def mutants_of(stage: str) -> list[Mutant]:
    """Every mutant of a stage, those to be taken first."""
    found = []
    for path in sorted((ROOT / "src" / "paiban" / stage).rglob("*.py")):
        file = path.relative_to(ROOT / "src" / "paiban").as_posix()
        seen: dict[tuple[str, str], int] = {}
        for function, kind, _ in sites(ast.parse(path.read_text("utf-8"))):
            number = seen.get((function, kind), 0)
            seen[function, kind] = number + 1
            found.append(Mutant(file, function, kind, number))
    return sorted(found, key=lambda mutant: mutant.rank)


def mutated(mutant: Mutant) -> tuple[str, str]:
    """The source of the mutant's file, and the change in words."""
    tree = ast.parse((ROOT / "src" / "paiban" / mutant.file).read_text("utf-8"))
    same = [node for function, kind, node in sites(tree) if (function, kind) == (mutant.function, mutant.kind)]
    node = same[mutant.number]
    before = ast.unparse(node)
    turn(node)
    after = ast.unparse(node)
    return ast.unparse(tree), f"line {getattr(node, 'lineno', 0)}: {before} → {after}"


def turn(node: ast.AST) -> None:
    """Change a node into its neighbour, in place."""
    if isinstance(node, ast.Compare):
        node.ops[0] = COMPARISONS[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp | ast.AugAssign):
        node.op = SIGNS[type(node.op)]()
    elif isinstance(node, ast.UnaryOp):
        node.op = ast.UAdd()
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1


class Outcome(NamedTuple):
    mutant: Mutant
    change: str
    state: str
    seconds: float


def tried(mutant: Mutant, limit: float) -> Outcome:
    """Run the tests of the mutant's stage over it. A run that takes longer than ``limit`` seconds has noticed."""
    source, change = mutated(mutant)
    if mutant.name in EQUIVALENT:
        return Outcome(mutant, change, "equivalent", 0.0)
    with tempfile.TemporaryDirectory() as folder:
        copytree(ROOT / "src", Path(folder) / "src", ignore=lambda *_: {"__pycache__"})
        for beside in ("layout", "fonts"):
            (Path(folder) / beside).symlink_to(ROOT / beside)
        (Path(folder) / "src" / "paiban" / mutant.file).write_text(source, "utf-8")
        start = monotonic()
        state = "survived" if tests_pass(mutant.stage, Path(folder) / "src", limit) else "killed"
        return Outcome(mutant, change, state, monotonic() - start)


def tests_pass(stage: str, src: Path, limit: float) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-qq", "-n", "0", "-p", "no:cacheprovider", *STAGES[stage]]
    environment = {**os.environ, "PYTHONPATH": str(src), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, timeout=limit, capture_output=True, check=False)
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False


def chosen(stages: list[str], short: bool) -> list[Mutant]:
    """The mutants to try: of each stage those of the lowest ranks."""
    if not short:
        return [mutant for stage in stages for mutant in mutants_of(stage)[:EACH]]
    known = {mutant.name: mutant for stage in STAGES for mutant in mutants_of(stage)}
    return [known[name] for name in SHORT]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stage", choices=STAGES, action="append")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--only", default="", metavar="WORDS", help="mutants whose name holds these words")
    parser.add_argument("--limit", type=float, default=900, metavar="SECONDS", help="for the tests of one mutant")
    options = parser.parse_args()
    counted: dict[str, int] = {}
    for stage in () if options.list or options.short else options.stage or STAGES:
        if not tests_pass(stage, ROOT / "src", options.limit):
            print(f"the tests of {stage} fail without any mutant")
            return 2
    for mutant in chosen(options.stage or list(STAGES), options.short):
        if options.only not in mutant.name:
            continue
        if options.list:
            print(mutant.name, mutated(mutant)[1], sep="  ")
            continue
        outcome = tried(mutant, options.limit)
        counted[outcome.state] = counted.get(outcome.state, 0) + 1
        print(f"{outcome.state:10} {outcome.seconds:6.1f} s  {mutant.name}  {outcome.change}", flush=True)
    print(", ".join(f"{number} {state}" for state, number in sorted(counted.items())))
    return int(options.short and counted.get("survived", 0) > 0)


if __name__ == "__main__":
    sys.exit(main())
