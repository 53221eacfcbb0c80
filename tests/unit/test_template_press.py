"""A paper's own print condition: every limit declared, each slip told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic import Diagnostic
from paiban.picture import profile_path
from paiban.resources import resource_folder
from paiban.template import Layout, Limits, Press
from paiban.template.table_press import LIMITS, LIMITS_RISE

HEAD = "name: mine\nstandard: x1a\ncondition: IFRA26\n"
FIELDS = LIMITS.fields
IDS = [field.key for field in FIELDS]


def load(tmp_path: Path, text: str) -> tuple[Press | None, tuple[Diagnostic, ...]]:
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "mine.yaml").write_text(text, "utf-8")
    return Layout(tmp_path).press("mine")


def with_limit(tmp_path: Path, line: str) -> tuple[Press | None, list[tuple[str, int, int]]]:
    press, found = load(tmp_path, f"{HEAD}limits:\n  {line}\n")
    return press, [(d.code, d.span.line, d.span.column) for d in found if d.span is not None]


def bounds(field) -> tuple[float, float]:
    return field.kind.schema["minimum"], field.kind.schema["maximum"]


def test_the_table_and_the_value_name_the_same_limits() -> None:
    assert tuple(IDS) == Limits._fields


def test_a_file_without_limits_has_all_of_newsprints(tmp_path: Path) -> None:
    press, found = load(tmp_path, HEAD)
    assert found == ()
    assert press is not None
    assert press.limits == Limits()


def test_a_limit_that_is_missing_is_newsprints(tmp_path: Path) -> None:
    press, _ = with_limit(tmp_path, "tac_percent: 240")
    assert press is not None
    assert press.limits == Limits(tac_percent=240)


def test_newsprints_numbers_keep_to_their_own_bounds() -> None:
    outside = [f.key for f in FIELDS if not bounds(f)[0] <= f.default <= bounds(f)[1]]
    assert outside == []


@pytest.mark.parametrize("field", FIELDS, ids=IDS)
def test_a_limit_is_written_by_either_name(tmp_path: Path, field) -> None:
    press, found = with_limit(tmp_path, f"{field.zh}: {field.default:g}")
    assert found == []
    assert press is not None
    assert press.limits == Limits()


@pytest.mark.parametrize("field", FIELDS, ids=IDS)
def test_a_slip_of_the_pen_is_told(tmp_path: Path, field) -> None:
    slip = field.key[:1] + field.key[2:]
    press, found = with_limit(tmp_path, f"{slip}: {field.default:g}")
    assert press is None
    assert found == [("P130", 5, 3)]


@pytest.mark.parametrize("wrong", ["none at all", "[1]", "{a: 1}", "3mm"])
@pytest.mark.parametrize("field", FIELDS, ids=IDS)
def test_a_value_of_another_kind_is_told(tmp_path: Path, field, wrong: str) -> None:
    press, found = with_limit(tmp_path, f"{field.key}: {wrong}")
    assert press is None
    assert {code for code, _, _ in found} <= {"P134", "P140"}
    assert [line for _, line, _ in found] == [5]


@pytest.mark.parametrize("end", [0, 1], ids=["least", "most"])
@pytest.mark.parametrize("field", FIELDS, ids=IDS)
def test_a_limit_keeps_to_its_bounds(tmp_path: Path, field, end: int) -> None:
    beyond = bounds(field)[end] + (-1, 1)[end]
    press, found = with_limit(tmp_path, f"{field.key}: {beyond:g}")
    assert press is None
    assert found == [("P139", 5, len(field.key) + 5)]


@pytest.mark.parametrize(("low", "high"), LIMITS_RISE)
def test_limits_that_rise_in_pairs(tmp_path: Path, low: str, high: str) -> None:
    """One that is written may fall out with one that is not."""
    press, found = with_limit(tmp_path, f"{low}: {getattr(Limits(), high) + 1:g}")
    assert press is None
    assert ("P261", 5, len(low) + 5) in found


@pytest.mark.parametrize(("ppi", "told"), [(152, ["P262"]), (153, [])])
def test_a_picture_has_one_and_a_half_pixels_a_line_of_the_screen(tmp_path: Path, ppi: int, told: list[str]) -> None:
    """40 lines/cm are 101.6 lines an inch, and one and a half times that 152.4."""
    press, found = with_limit(tmp_path, f"picture_ppi: {ppi}")
    assert press is not None
    assert [code for code, _, _ in found] == told


# ---- the profile -----------------------------------------------------------------------------------------------------


def test_a_profile_that_came_along_is_found_from_any_folder(tmp_path: Path) -> None:
    """A shop's file begins as a copy of ours, which names ours."""
    press, found = load(tmp_path, f"{HEAD}icc: paiban-newsprint-26.icc\n")
    assert found == ()
    assert press is not None
    assert profile_path(press).is_file()


def test_a_profile_beside_the_file_goes_before_the_one_that_came_along(tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    own = tmp_path / "press" / "paiban-newsprint-26.icc"
    own.write_bytes(b"own")
    (tmp_path / "press" / "mine.yaml").write_text(f"{HEAD}icc: {own.name}\n", "utf-8")
    press, _ = Layout(tmp_path).press("mine")
    assert press is not None
    assert profile_path(press) == own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}icc: none.icc\n", ("P764", 4, 6)),
        (HEAD.replace("x1a", "x4"), ("P704", 2, 11)),
    ],
)
def test_a_profile_that_is_not_there_is_told(tmp_path: Path, text: str, told: tuple[str, int, int]) -> None:
    press, found = load(tmp_path, text)
    assert press is None
    assert [(d.code, d.span.line, d.span.column) for d in found if d.span is not None] == [told]


@pytest.mark.parametrize("name", ["newsprint", "newsprint-x4"])
def test_what_came_along_says_newsprints_numbers_in_full(name: str) -> None:
    """It is there to be copied: every limit stands in it, as the defaults have it."""
    text = (resource_folder("layout") / "press" / f"{name}.yaml").read_text("utf-8")
    press, _ = Layout().press(name)
    assert press is not None
    assert press.limits == Limits()
    assert [field.key for field in FIELDS if f"\n  {field.key}:" not in text] == []
