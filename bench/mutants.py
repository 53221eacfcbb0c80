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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from time import monotonic
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SEED = "paiban 1"
EACH = 25
"""Mutants of a stage."""

SHORT = {
    "galley/copyfit.py:break_cost:sign:4": "tests/unit/galley/test_copyfit.py",
    "galley/copyfit.py:fit_lines:comparison:0": "tests/unit/galley/test_copyfit.py",
    "galley/copyfit.py:Keep:constant:1": "tests/unit/galley/test_copyfit.py",
    "galley/head.py:HeadMaker.largest_part:constant:1": "tests/unit/galley/test_head.py",
    "galley/head.py:HeadPart.extent:sign:0": "tests/unit/galley/test_head.py",
    "preflight/fonts.py:Font.codes:constant:2": "tests/unit/preflight",
    "text/interlinear.py:_title_line:sign:0": "tests/unit/text/test_rules_10_beside.py",
    "text/line.py:_cut:sign:0": "tests/unit/text/test_rules_13_runs.py",
    "text/numerals.py:_whole:sign:2": "tests/unit/text/test_rules_9_vertical.py",
    "makeup/judge/breaches.py:holes:comparison:2": "tests/unit/makeup/test_rules.py",
}
"""Those that CI tries, of every stage and whatever else is drawn, each with the tests that answer for its function."""

STAGES = {
    "text": ("tests/unit/text", "tests/property/test_text.py"),
    "galley": ("tests/unit/galley",),
    "preflight": ("tests/unit/preflight",),
    "makeup": ("tests/unit/makeup", "tests/property/test_makeup.py"),
}
"""The tests that answer for each stage, a folder of ``src/paiban``."""

EQUIVALENT: dict[str, str] = {
    "galley/copyfit.py:level:comparison:0": "without white every leg takes what it holds either way",
    "makeup/frame/fit.py:CopyArea:constant:1": "without a fold nothing stands further, whichever leg it begins at",
    "makeup/search/filling.py::constant:4": "which way a foot lies is asked for being the same, never for being less",
    "preflight/parts.py:_ends:constant:11": "without outputs there are no data, and no step is taken",
    "preflight/reader.py:Reader._is_new:constant:0": "a tile is a stream, and a stream always has a number (ISO 32000)",
    "text/vertical.py:VerticalCase.cast:constant:0": "what is marked as a year is a sign and four digits, never less",
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


def tried(mutant: Mutant, tests: Sequence[Path], limit: float) -> Outcome:
    """Run ``tests`` over the mutant. A run that takes longer than ``limit`` seconds has noticed."""
    source, change = mutated(mutant)
    if mutant.name in EQUIVALENT:
        return Outcome(mutant, change, "equivalent", 0.0)
    with tempfile.TemporaryDirectory() as folder:
        copytree(ROOT / "src", Path(folder) / "src", ignore=lambda *_: {"__pycache__"})
        for beside in ("layout", "fonts"):
            (Path(folder) / beside).symlink_to(ROOT / beside)
        (Path(folder) / "src" / "paiban" / mutant.file).write_text(source, "utf-8")
        start = monotonic()
        state = "survived" if tests_pass(tests, Path(folder) / "src", limit) else "killed"
        return Outcome(mutant, change, state, monotonic() - start)


def tests_pass(tests: Sequence[Path], src: Path, limit: float) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-qq", "-n", "0", "-p", "no:cacheprovider", *map(str, tests)]
    environment = {**os.environ, "PYTHONPATH": str(src), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, timeout=limit, capture_output=True, check=False)
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False


def tests_of(stage: str) -> list[Path]:
    """The files of tests that answer for a stage."""
    found = [path for name in STAGES[stage] for path in [ROOT / name, *(ROOT / name).rglob("*.py")]]
    return [path for path in found if path.match("test_*.py")]


def nearest_first(mutant: Mutant) -> list[Path]:
    """All tests of its stage, those first that name the mutant's module, then those that name the folder of it."""
    module = "paiban." + mutant.file.removesuffix(".py").replace("/", ".")
    names = f"{module} ", f"{module.rpartition('.')[0]} "
    texts = {path: path.read_text("utf-8") for path in tests_of(mutant.stage)}
    return sorted(texts, key=lambda path: [name not in texts[path] for name in names])


def short(limit: float) -> Iterator[Outcome]:
    """The mutants that CI tries, each by the one file of tests that answers for it."""
    known = {mutant.name: mutant for stage in STAGES for mutant in mutants_of(stage)}
    for name, tests in SHORT.items():
        yield tried(known[name], [ROOT / tests], limit)


def full(stages: Iterable[str], only: str, limit: float) -> Iterator[Outcome]:
    """The mutants of these stages, each by all tests of its stage."""
    for stage in stages:
        start = monotonic()
        if not tests_pass(tests_of(stage), ROOT / "src", limit):
            sys.exit(f"the tests of {stage} fail without any mutant")
        longest = min(limit, 60 + 3 * (monotonic() - start))
        for mutant in chosen(stage):
            if only in mutant.name:
                yield tried(mutant, nearest_first(mutant), longest)


def chosen(stage: str) -> list[Mutant]:
    """The mutants of a stage to try: those of the lowest ranks."""
    return mutants_of(stage)[:EACH]


def listed(stages: Iterable[str], only: str) -> None:
    """Print what the mutants of these stages change."""
    for mutant in (mutant for stage in stages for mutant in chosen(stage)):
        if only in mutant.name:
            print(mutant.name, mutated(mutant)[1], sep="  ")


def told(outcomes: Iterable[Outcome]) -> Counter[str]:
    """Print what became of each mutant as it is known, and how many there are of each outcome."""
    counted: Counter[str] = Counter()
    for mutant, change, state, seconds in outcomes:
        counted[state] += 1
        why = EQUIVALENT.get(mutant.name, f"{seconds:.1f} s")
        print(f"{state:10}  {mutant.name}  {change}  ({why})", flush=True)
    print(", ".join(f"{number} {state}" for state, number in sorted(counted.items())))
    return counted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stage", choices=STAGES, action="append")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--only", default="", metavar="WORDS", help="mutants whose name holds these words")
    parser.add_argument(
        "--limit",
        type=float,
        default=900,
        metavar="SECONDS",
        help="for the tests of one mutant, but thrice what they take without one",
    )
    options = parser.parse_args()
    stages = options.stage or list(STAGES)
    if options.list:
        listed(stages, options.only)
        return 0
    if options.short:
        return int(told(short(options.limit)).keys() != {"killed"})
    told(full(stages, options.only, options.limit))
    return 0


if __name__ == "__main__":
    sys.exit(main())
