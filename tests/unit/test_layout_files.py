"""Every key of every file that a paper may have of its own, taken out, misspelled and given a value of another kind.

Nothing is swallowed and nothing crashes: either the default stands in, and a page that uses all of it is set, or the
fault is told with file, line and column.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from paiban.diagnostic import Diagnostic, Severity
from paiban.engine import Result, set_issue
from paiban.engine.house import House
from paiban.font import load_catalogue
from paiban.resources import brought_folder, resource_folder
from paiban.template import Layout
from tests.support.issues import briefs, issue_text, picture, story
from tests.support.pictures import saved

FILES = [
    ("templates", "broadsheet"),
    ("templates", "slim"),
    ("templates", "supplement"),
    ("templates", "tabloid"),
    ("styles", "daily"),
    ("styles", "classic"),
    ("styles", "modular"),
    ("press", "newsprint"),
    ("press", "newsprint-x4"),
    ("ideas", "usual"),
]
WRONG = ("none of it", "-7", ["x"], {"x": "y"})
KeyPath = tuple[str | int, ...]


@cache
def content(kind: str, name: str) -> Any:
    return yaml.load((resource_folder("layout") / kind / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def key_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Every key of a file by the way down to it."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in entries:
        if isinstance(value, dict):
            yield (*path, key)
        yield from key_paths(part, (*path, key))


every_file = pytest.mark.parametrize(("kind", "name"), FILES, ids=lambda value: value)


def edited(kind: str, name: str, path: KeyPath, edit) -> str:
    """The file with one entry edited: ``edit`` takes the mapping that holds it and its key."""
    file = deepcopy(content(kind, name))
    holder = file
    for key in path[:-1]:
        holder = holder[key]
    edit(holder, path[-1])
    return yaml.safe_dump(file, allow_unicode=True, sort_keys=False, default_flow_style=None)


def load(folder: Path, kind: str, text: str) -> tuple[Any, list[Diagnostic]]:
    (folder / kind).mkdir(exist_ok=True)
    (folder / kind / "mine.yaml").write_text(text, "utf-8")
    layout = Layout(own=folder)
    ask = {"templates": layout.template, "styles": layout.style, "press": layout.press, "ideas": layout.ideas}[kind]
    value, found = ask("mine")
    return value, list(found)


def has_place(found: Diagnostic, folder: Path) -> bool:
    span = found.span
    return span is not None and Path(span.file).is_relative_to(folder) and span.line > 0 and span.column > 0


def everything(folder: Path, **keys: str) -> str:
    """A page that uses every entry that a page is composed with."""
    from PIL import Image  # noqa: PLC0415

    saved(Image.new("L", (400, 300), 128), folder / "a.png")
    lead = story(
        columns="1-2", rows="1-30", kicker="引题", deck="副题", byline="本报记者", box="thick", tint="grey",
        body="天地人和\n## 小题\n上下中大",
    )  # fmt: skip
    second = story("second", "3-4", "1-30", border="double")
    third = story("third", "1-2", "31-45")
    rail = briefs("天地。", columns="5", rows="1-20", label="简讯")
    shot = picture("a.png", "3-4", "31-45", caption="图说", credit="署名")
    return issue_text(lead, second, third, rail, shot, paper="报", credits={"编辑": "部"}, body="auto", **keys)


def set_with(folder: Path, kind: str) -> Result:
    key = {"templates": "template", "styles": "style", "press": "press"}.get(kind)
    named = {key: "mine"} if key else {}
    return set_issue(folder / "issue.yaml", everything(folder, **named), house=House(layout=folder))


def is_told(value: object, found: Sequence[Diagnostic], folder: Path) -> bool:
    """Whether a file without a value says why, at places of its own."""
    return (
        value is None and any(d.severity is Severity.ERROR for d in found) and all(has_place(d, folder) for d in found)
    )


@every_file
def test_a_key_that_is_missing(tmp_path: Path, kind: str, name: str) -> None:
    for path in key_paths(content(kind, name)):
        value, found = load(tmp_path, kind, edited(kind, name, path, lambda holder, key: holder.pop(key)))
        if value is None:
            assert is_told(value, found, tmp_path), path
        else:
            assert found == [], path
            assert set_with(tmp_path, kind).pages, path


@every_file
def test_a_key_that_is_misspelled(tmp_path: Path, kind: str, name: str) -> None:
    def misspell(holder: dict[str, Any], key: str) -> None:
        holder[f"{key[:2]}z{key[2:]}"] = holder.pop(key)

    for path in key_paths(content(kind, name)):
        _, found = load(tmp_path, kind, edited(kind, name, path, misspell))
        told = {d.code for d in found} & {"P130", "P131", "P263"}
        assert told or is_own_name(kind, path), path
        assert all(has_place(d, tmp_path) for d in found), path


def is_own_name(kind: str, path: KeyPath) -> bool:
    """Names that the file's writer makes up: slots, sizes of adverts, and short ones, which are near to too much."""
    return (kind == "templates" and path[0] in ("slots", "adverts") and len(path) == 2) or len(str(path[-1])) < 4


@pytest.mark.parametrize("wrong", WRONG, ids=str)
@every_file
def test_a_value_of_another_kind(tmp_path: Path, kind: str, name: str, wrong: Any) -> None:
    def replace(holder: dict[str, Any], key: str) -> None:
        holder[key] = wrong

    for path in key_paths(content(kind, name)):
        value, found = load(tmp_path, kind, edited(kind, name, path, replace))
        assert is_told(value, found, tmp_path) or may_be(path, wrong), path


def may_be(path: KeyPath, wrong: Any) -> bool:
    """Where a strange value is a right one: words where any words may stand, and a number below nought."""
    words = {"name", "condition", "condition_info", "registry", "icc", "face", "reversed", "zh", "en"}
    named = path[-1] in words or path[-2:-1] == ("headline_faces",)
    return (isinstance(wrong, str) and named) or (path[-1] == "tracking" and wrong == "-7")


ROLES_WITH_EVERY_KEY = {"song-medium": slice(0, 3), "kai": slice(0, 2), "song": slice(0, 1), "kai-latin": slice(0, 1)}


@cache
def fonts_file() -> str:
    """Four roles of the fonts file with the first of their faces, which between them have every key."""
    file = yaml.load((resource_folder("fonts") / "fonts.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    roles = {name: file["roles"][name] for name in ROLES_WITH_EVERY_KEY}
    for name, part in ROLES_WITH_EVERY_KEY.items():
        roles[name]["faces"] = roles[name]["faces"][part]
    asked = {face for role in roles.values() for face in role["faces"]}
    return json.dumps({"faces": {face: file["faces"][face] for face in file["faces"] if face in asked}, "roles": roles})


def fonts() -> Any:
    return json.loads(fonts_file())


def missing(holder: dict[str, Any], key: str) -> None:
    holder.pop(key)


def misspelled(holder: dict[str, Any], key: str) -> None:
    holder[f"{key[:2]}z{key[2:]}"] = holder.pop(key)


@pytest.mark.parametrize("edit", [missing, misspelled, *WRONG], ids=lambda edit: getattr(edit, "__name__", str(edit)))
def test_the_fonts_file(tmp_path: Path, edit: Any) -> None:
    """What its roles still say works, and what cannot be is told at its place."""
    for name in ("licences", *(path.name for path in resource_folder("fonts").glob("*.[ot]tf"))):
        (tmp_path / name).symlink_to(resource_folder("fonts") / name)
    for path in key_paths(fonts()):
        file = holder = fonts()
        for key in path[:-1]:
            holder = holder[key]
        if callable(edit):
            edit(holder, path[-1])
        else:
            holder[path[-1]] = edit
        (tmp_path / "fonts.yaml").write_text(yaml.safe_dump(file, allow_unicode=True, sort_keys=False), "utf-8")
        catalogue, found = load_catalogue(tmp_path / "fonts.yaml")
        assert all(has_place(d, tmp_path) for d in found), path
        assert found or edit is missing or is_free(path, edit), path
        for role in catalogue.roles:
            catalogue.resolve(role, "“", mark=True)


def is_elsewhere(face: str) -> bool:
    """Whether a face comes with a distribution that is not installed: it is passed over, whatever it says."""
    brings = fonts()["faces"][face].get("from")
    return brings is not None and brought_folder(brings) is None


def is_free(path: KeyPath, edit: Any) -> bool:
    """Roles go by any names, as what brings a face; characters may be drawn with others, be the only ones, or none."""
    named = edit is misspelled and path[0] == "roles" and len(path) == 2
    return (
        named
        or (path[-1] == "draw" and edit == {"x": "y"})
        or (path[-1] == "from" and isinstance(edit, str))
        or (path[-1] in ("only", "except") and edit in (["x"], "-7"))
        or (path[0] == "faces" and len(path) > 2 and is_elsewhere(path[1]))
        or (path[-1] == "called" and isinstance(edit, str | list))
    )


def test_the_files_that_came_along_are_all_tried() -> None:
    folder = resource_folder("layout")
    there = {
        (kind, path.stem)
        for kind in ("templates", "styles", "press", "ideas")
        for path in (folder / kind).glob("*.yaml")
    }
    assert there == set(FILES)


@pytest.mark.parametrize(("begin", "code"), [(b"PK\x03\x04rest", "P160"), (b"", "P161")], ids=["archive", "empty"])
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("layout/styles/daily.yaml", "样式文件"),
        ("layout/templates/tabloid.yaml", "版式文件"),
        ("layout/press/newsprint.yaml", "印刷条件文件"),
        ("fonts/fonts.yaml", "字体目录"),
    ],
)
def test_what_is_no_such_file_is_told_by_the_name_that_it_should_bear(name, what, begin, code, tmp_path):
    own = tmp_path / name
    own.parent.mkdir(parents=True)
    own.write_bytes(begin)
    house = House(**{name.partition("/")[0]: tmp_path / name.partition("/")[0]})
    found = [
        d for d in set_issue(tmp_path / "issue.yaml", issue_text(story()), house).diagnostics if d.severity == "error"
    ]
    assert [d.code for d in found] == [code]
    assert what in found[0].message("zh")
    assert "稿件" not in found[0].message("zh") + found[0].hint("zh")
