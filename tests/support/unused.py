"""Which names under ``src`` nothing under ``src`` uses. What only a test uses counts as unused.

Names of modules are followed through imports and re-exports to where they are defined; members of classes are told by
their name alone, since no type is known here. A recursive call is no use. An option (a parameter with a default) is
used where some call gives it a value.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SRC = Path(__file__).parents[2] / "src"

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = tuple[str, str]
"""A module and a name in it."""


class Module(NamedTuple):
    """One file, by its dotted name: its tree, what it imports under which name, and what it defines."""

    name: str
    tree: ast.Module
    imports: dict[str, list[Named]]
    defined: dict[str, ast.stmt]


class Call(NamedTuple):
    """How often a function is called somewhere: arguments by place, and by name; None where either is spread."""

    by_place: int
    by_name: frozenset[str] | None


def modules(src: Path = SRC) -> dict[str, Module]:
    """Every module under ``src``."""
    found = {}
    for path in sorted(src.rglob("*.py")):
        parts = path.relative_to(src).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree = ast.parse(path.read_text("utf-8"))
        imported: dict[str, list[Named]] = {}
        for local, named in imports(tree):
            imported.setdefault(local, []).append(named)
        found[name] = Module(name, tree, imported, dict(definitions(tree)))
    return found


def imports(tree: ast.Module) -> Iterator[tuple[str, Named]]:
    """Each imported name, wherever the import stands: the module that it comes from, and its name there, or ``""``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from ((alias.asname or alias.name, (node.module, alias.name)) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name, (alias.name, "")) for alias in node.names)


def definitions(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """What a module defines at its top."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = (n for target in targets for n in ast.walk(target) if isinstance(n, ast.Name))
            yield from ((n.id, node) for n in names if isinstance(n.ctx, ast.Store))


def origin(house: dict[str, Module], named: Named) -> Named:
    """Where a name is defined, re-exports followed."""
    module, name = named
    while module in house and name not in house[module].defined and name in house[module].imports:
        if (module, name) == house[module].imports[name][0]:  # a package that imports a module of its own
            break
        module, name = house[module].imports[name][0]
    return (
        (f"{module}.{name}", "")
        if f"{module}.{name}" in house and name not in house[module].defined
        else (module, name)
    )


def uses(house: dict[str, Module]) -> set[Named]:
    """Every name of a module that is read somewhere, outside its own definition."""
    found: set[Named] = set()
    for module in house.values():
        for node in module.tree.body:
            own = {name for name, at in module.defined.items() if at is node}
            found |= {(m, n) for m, n in read_in(house, module, node) if not (m == module.name and n in own)}
    return found


def read_in(house: dict[str, Module], module: Module, node: ast.stmt) -> Iterator[Named]:
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            local = [(module.name, part.id)] if part.id in module.defined else module.imports.get(part.id, [])
            yield from (origin(house, named) for named in local)
        elif isinstance(part, ast.Attribute):
            holders = (origin(house, named)[0] for named in module.imports.get(dotted(part.value), []))
            yield from (origin(house, (holder, part.attr)) for holder in holders if holder in house)


def dotted(node: ast.expr) -> str:
    """``a.b`` in writing; ``""`` of anything else."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def unused_names(house: dict[str, Module]) -> list[str]:
    """``module.name`` of each function, class and constant that nobody reads; dunder names are Python's."""
    used = uses(house)
    return [
        f"{module.name}.{name}"
        for module in house.values()
        for name in module.defined
        if not name.startswith("__") and (module.name, name) not in used
    ]


def unused_modules(house: dict[str, Module]) -> list[str]:
    """Modules that no other imports and that are no program by themselves."""
    wanted = set()
    for module in house.values():
        for home, name in (named for several in module.imports.values() for named in several):
            wanted |= {home, f"{home}.{name}"}
    programs = {m.name for m in house.values() if "__main__" in ast.dump(m.tree)}
    packages = {name.rpartition(".")[0] for name in house}
    return [name for name in house if name not in wanted | programs | packages and not name.endswith("__main__")]


def unused_members(house: dict[str, Module]) -> list[str]:
    """``module.Class.member`` of each method, field and constant of a class that no attribute access names."""
    read = {n.attr for m in house.values() for n in ast.walk(m.tree) if isinstance(n, ast.Attribute)}
    read |= {n.value for m in house.values() for n in ast.walk(m.tree) if is_asked_for(n)}
    return [
        f"{module.name}.{owner.name}.{name}"
        for module in house.values()
        for owner in ast.walk(module.tree)
        if isinstance(owner, ast.ClassDef)
        for name in members(owner)
        if not name.startswith("__") and name not in read
    ]


def is_asked_for(node: ast.AST) -> bool:
    """Whether a text may be a name that ``getattr`` asks for."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier()


def members(owner: ast.ClassDef) -> Iterator[str]:
    for node in owner.body:
        if isinstance(node, Function):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def unused_options(house: dict[str, Module]) -> list[str]:
    """``module.function(option)`` of each option that no call gives; functions that are handed on are not judged."""
    calls, handed = call_sites(house)
    return [
        f"{module.name}.{function.name}({option})"
        for module in house.values()
        for function, bound in functions(module.tree)
        if function.name not in handed and not function.name.startswith("__")
        for place, option in options(function, bound)
        if not any(gives(call, place, option) for call in calls.get(function.name, ()))
    ]


def functions(tree: ast.Module) -> Iterator[tuple[Function, bool]]:
    """Every function, and whether its first argument is bound."""
    for owner in ast.walk(tree):
        for node in ast.iter_child_nodes(owner):
            if isinstance(node, Function):
                static = any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in node.decorator_list)
                yield node, isinstance(owner, ast.ClassDef) and not static


def options(function: Function, bound: bool) -> Iterator[tuple[int | None, str]]:
    """Parameters with a default: place in a call (None where only a name will do) and name."""
    placed = [*function.args.posonlyargs, *function.args.args]
    for place in range(len(placed) - len(function.args.defaults), len(placed)):
        yield place - bound, placed[place].arg
    for parameter, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True):
        if default is not None:
            yield None, parameter.arg


def call_sites(house: dict[str, Module]) -> tuple[dict[str, list[Call]], set[str]]:
    """All calls by the last word of what is called, and the names that are handed on as values."""
    calls: dict[str, list[Call]] = {}
    handed: set[str] = set()
    for module in house.values():
        called = set()
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call):
                called.add(id(node.func))
                calls.setdefault(last_word(node.func), []).append(call_of(node))
        names = (n for n in ast.walk(module.tree) if isinstance(n, ast.Name | ast.Attribute) and id(n) not in called)
        handed |= {last_word(n) for n in names if isinstance(n.ctx, ast.Load)}
    return calls, handed


def last_word(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def call_of(node: ast.Call) -> Call:
    spread = any(isinstance(argument, ast.Starred) for argument in node.args)
    names = [keyword.arg for keyword in node.keywords]
    by_name = None if None in names else frozenset(name for name in names if name is not None)
    return Call(99 if spread else len(node.args), by_name)


def gives(call: Call, place: int | None, option: str) -> bool:
    by_place = place is not None and call.by_place > place
    return by_place or call.by_name is None or option in call.by_name
