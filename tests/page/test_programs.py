"""Independent programs look at what we wrote."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from paiban.cli import main
from paiban.display import Line
from tests.oracle.copy import copy_of, read_against
from tests.page.conftest import ISSUES, SAMPLES, result_of


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run(*words: str | Path) -> str:
    done = subprocess.run([program(str(words[0])), *map(str, words[1:])], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_every_block_of_copy_comes_back_from_poppler(sample_pdf):
    pieces = copy_of((ISSUES / sample_pdf.stem / "issue.yaml").read_text("utf-8"))
    assert read_against(run("pdftotext", "-raw", sample_pdf, "-"), pieces).missing == ()


def test_qpdf_finds_no_fault(sample_pdf):
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", sample_pdf)


def test_every_font_is_embedded_subset_and_mapped(sample_pdf):
    rows = run("pdffonts", sample_pdf).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"CID TrueType\s+Identity-H\s+yes yes yes", row), row


def test_the_boxes_are_the_templates(sample_pdf):
    page = result_of(sample_pdf.stem).pages[0]
    told = run("pdfinfo", "-box", sample_pdf)
    box = re.search(r"TrimBox:\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)", told)
    assert box is not None
    x0, y0, x1, y1 = map(float, box.groups())
    assert x1 - x0 == pytest.approx(page.width / 12700, abs=0.01)
    assert y1 - y0 == pytest.approx(page.height / 12700, abs=0.01)


@pytest.mark.parametrize("name", SAMPLES)
def test_two_runs_give_the_same_bytes(name, tmp_path):
    files = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    for path in files:
        assert main([str(ISSUES / name / "issue.yaml"), "-q", "-o", str(path)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_as_data_holds_every_body_line(name, capsys):
    assert main([str(ISSUES / name / "issue.yaml"), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    told = [
        "".join(line["text"].split())
        for page in data["pages"]
        for block in page["blocks"]
        for line in block["items"]
        if line["item"] == "line"
    ]
    page = result_of(name).pages[0]
    for item in page.items:
        if isinstance(item, Line) and item.role == "body":
            assert "".join(item.copy.value[item.start : item.end].split()) in told
