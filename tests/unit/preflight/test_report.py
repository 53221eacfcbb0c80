"""What a report says: places, counts, both languages, JSON."""

import json
from pathlib import Path

import pytest

from paiban.preflight import preflight_pdf
from tests.unit.preflight.good_pdf import EDGE, MM, SIDE, good, press


def report_of(operators: str, **limits):
    draft = good()
    draft.draw(operators)
    return preflight_pdf(draft.finished(), press(**limits))


def test_place_is_in_millimetres_from_the_trims_top_left():
    found = report_of(f"1 0 0 rg {EDGE + 30 * MM} {EDGE + SIDE - 50 * MM} 9 {10 * MM} re f").findings[0]
    assert (found.where.page, found.where.at) == (1, (30.0, 40.0))


def test_place_inside_a_form_is_the_page_s():
    draft = good()
    draft.form.write(b"1 0 0 rg 0 0 9 9 re f")
    found = preflight_pdf(draft.finished(), press()).findings[0]
    assert found.where.at == (round(60 / MM, 2), round((SIDE - 209) / MM, 2))


def test_text_in_both_languages_ends_with_the_place_and_the_count():
    report = report_of(f"1 0 0 rg {EDGE} {EDGE + SIDE - 9} 9 9 re f 20 20 9 9 re f", bleed_mm=0)
    zh, en = report.text("zh"), report.text("en")
    assert zh.startswith("错误[X210]: 文字或图形用了 RGB（第 1 页，距成品左 0.0、上 0.0 mm，另有 1 处）\n")
    assert "(page 1, 0.0 mm right and 0.0 mm down in the trim, and 1 more)" in en


def test_json_has_numbers_and_both_languages():
    data = json.loads(report_of(f"1 0 0 rg {EDGE + 50} 200 9 9 re f").json())
    assert data["passed"] is False
    [finding] = data["findings"]
    assert finding["code"] == "X210"
    assert finding["page"] == 1
    assert set(finding["message"]) == set(finding["hint"]) == {"zh", "en"}
    assert finding["at"]["x_mm"] == pytest.approx(50 / MM, abs=0.01)


def test_warnings_pass_and_errors_do_not():
    warned, failed = report_of(f"0.2 w {EDGE} 99 m 200 99 l S"), report_of("1 0 0 rg 99 99 9 9 re f")
    assert (warned.passed, warned.exit_code) == (True, 0)
    assert (failed.passed, failed.exit_code) == (False, 1)
    assert warned.findings
    assert failed.findings


def test_errors_come_first():
    report = report_of(f"0.2 w {EDGE} 99 m 200 99 l S 1 0 0 rg 99 99 9 9 re f")
    assert [f.code for f in report.findings] == ["X210", "X263"]


def test_a_name_from_the_file_cannot_break_the_lines_of_the_report():
    draft = good()
    draft.info["/GTS_PDFXVersion"] = "X\n\x1b[31mred"
    text = preflight_pdf(draft.finished(), press()).text("en")
    assert "\x1b" not in text
    assert "X�" in text


def test_missing_file_is_a_finding(tmp_path: Path):
    report = preflight_pdf(tmp_path / "none.pdf", press())
    assert [f.code for f in report.findings] == ["X101"]


def test_file_and_bytes_are_judged_alike(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(good().finished()[:-300])
    from_file, from_bytes = preflight_pdf(path, press()), preflight_pdf(path.read_bytes(), press())
    assert [f.code for f in from_file.findings] == [f.code for f in from_bytes.findings]
    assert from_file.file == str(path)


def test_two_runs_say_the_same():
    data = good(x4=True).finished()[:-40]
    assert preflight_pdf(data, press()).json() == preflight_pdf(data, press()).json()
