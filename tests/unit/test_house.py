"""The house rules about itself: what CI runs, and the versions that it runs with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CI = (ROOT / ".ci" / "run").read_text("utf-8")
BOUND = re.compile(r"([A-Za-z0-9-]+)>=([0-9.]+)")


def commands(page: str) -> list[str]:
    """The shell commands of a page, one by one, remarks aside."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = (line.partition("#")[0] for block in blocks for line in block.splitlines())
    return [command.strip() for line in lines for command in line.split("&&") if command.strip()]


OURS = {"paiban-faces", "paiban-fang"}
"""What this repository itself gives out beside paiban."""


def bounds() -> dict[str, str]:
    """Every distribution that ``pyproject.toml`` asks for when installing, with its lowest version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(word for extra in project["optional-dependencies"].values() for word in extra)]
    return dict(match.groups() for word in asked if (match := BOUND.match(word)))


def constrained() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return {name.lower(): version for name, _, version in (line.partition("==") for line in lines[1:])}


def number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("command", [*commands("CONTRIBUTING.md"), *commands("README.md")[-2:]])
def test_what_the_pages_say_is_what_ci_runs(command: str) -> None:
    assert command in CI


def test_the_readmes_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


@pytest.mark.parametrize("name", sorted(bounds().keys() - OURS))
def test_a_tested_version_stands_for_every_dependency(name: str) -> None:
    assert number(constrained()[name.lower()]) >= number(bounds()[name])


def test_constraints_are_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines[1:])


def test_every_dependency_has_a_lowest_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert [word for word in project["dependencies"] if not BOUND.fullmatch(word)] == []
