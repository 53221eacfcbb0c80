"""``typeset issue.yaml``: what it writes, prints and gives back."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from paiban import __version__
from paiban.resources import resource_folder
from tests.support.issues import briefs, han, issue_text, story, write_issue
from tests.unit.cli.conftest import BODY


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ---- what is written -------------------------------------------------------------------------------------------------


def test_a_pdf_is_written_beside_the_issue(typeset, good):
    assert typeset(good).code == 0
    assert (good.parent / f"{good.parent.name}.pdf").read_bytes().startswith(b"%PDF-")


def test_an_issue_with_a_name_of_its_own_gives_it_to_the_pdf(typeset, good):
    named = good.rename(good.with_name("0331.yaml"))
    assert typeset(named).code == 0
    assert files(named.parent) == ["0331.pdf", "0331.yaml"]


def test_the_output_file_can_be_named(typeset, good):
    target = good.parent / "page.pdf"
    assert typeset(good, "-o", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_the_issue_can_come_from_standard_input(typeset, good, tmp_path):
    target = tmp_path / "from-stdin.pdf"
    run = typeset("-", "-o", target, stdin=good.read_bytes())
    assert run.code == 0
    assert typeset(good, "-o", tmp_path / "from-file.pdf").code == 0
    assert target.read_bytes() == (tmp_path / "from-file.pdf").read_bytes()


@pytest.mark.parametrize("stdin", [b"", b"\xff\xfe\x00", b"\x00\x01", b"\xa8\xb5\xff", b"hello", b"- a\n- b\n"])
def test_nonsense_from_standard_input_is_told_not_thrown(typeset, stdin):
    run = typeset("-", stdin=stdin)
    assert run.code == 1
    assert "error[P1" in run.err


def test_two_runs_write_the_same_bytes(typeset, good, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        assert typeset(good, "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("epoch", ["0", "1648684800", "abc", "-1", "²", "9" * 30, "1.5"])
def test_any_source_date_epoch_is_borne(typeset, good, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert typeset(good).code == 0


def test_source_date_epoch_is_stamped_into_the_file(typeset, good, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1648684800")  # 2022-03-31 00:00:00 UTC
    assert typeset(good).code == 0
    assert b"D:20220331000000" in (good.parent / f"{good.parent.name}.pdf").read_bytes()


# ---- errors ---------------------------------------------------------------------------------------------------------


def test_a_draft_is_not_checked_for_the_press(typeset, over):
    run = typeset(over, "--draft", "--preflight")
    assert "error[P501]" in run.err
    assert "[X" not in run.err


def test_an_error_gives_exit_code_1_and_no_file(typeset, over):
    run = typeset(over)
    assert run.code == 1
    assert "error[P501]" in run.err
    assert files(over.parent) == ["issue.yaml"]


def test_an_old_pdf_stays_whole_where_the_new_one_fails(typeset, over):
    old = over.parent / f"{over.parent.name}.pdf"
    old.write_bytes(b"the old one")
    assert typeset(over).code == 1
    assert old.read_bytes() == b"the old one"


def test_a_broken_issue_gives_exit_code_1_and_its_place(typeset, tmp_path):
    path = tmp_path / "issue.yaml"
    path.write_text("date: 2022-03-31\npage: 2\nsection: 要闻\nstorys: []\n", "utf-8")
    run = typeset(path)
    assert run.code == 1
    assert f"{path}:4:1: error[" in run.err
    assert files(tmp_path) == ["issue.yaml"]


INPUTS = {
    "missing": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "binary": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8),
    "zeros": lambda path: path.write_bytes(bytes(64)),
    "gbk": lambda path: path.write_bytes("日期: 开发区召开大会".encode("gbk")),
    "utf-16": lambda path: path.write_bytes("date: 2022".encode("utf-16")),
    "a list": lambda path: path.write_bytes(b"- 1\n- 2\n"),
    "a word": lambda path: path.write_bytes(b"hello"),
    "pdf": lambda path: path.write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
    "tabs": lambda path: path.write_bytes(b"\tdate: 1\n"),
}


@pytest.mark.parametrize("command", ["set", "check", "galley", "proof"])
@pytest.mark.parametrize("kind", INPUTS)
def test_no_input_ends_in_a_traceback(typeset, tmp_path, command, kind):
    path = tmp_path / "x.yaml"
    INPUTS[kind](path)
    run = typeset(command, path)
    assert run.code == 1
    assert "error[P" in run.err


@pytest.mark.parametrize("output", [".", "/", "..", "file/x.pdf", "nowhere/x.pdf", "folder", "x" * 300])
def test_an_output_that_cannot_be_written_is_told(typeset, good, monkeypatch, output):
    folder = good.parent
    (folder / "file").write_bytes(b"")
    (folder / "folder").mkdir()
    before = files(folder)
    monkeypatch.chdir(folder)
    run = typeset(good, "-o", output)
    assert run.code == 1
    assert "error[P720]" in run.err
    assert files(folder) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_told(typeset, good, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    run = typeset(good, "-o", locked / "x.pdf")
    assert run.code == 1
    assert "error[P720]" in run.err


def test_a_link_stays_a_link(typeset, good, tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    assert typeset(good, "-o", tmp_path / "link.pdf").code == 0
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes().startswith(b"%PDF-")


# ---- usage ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--nope",),
        ("check",),
        ("x.yaml", "y.yaml"),
        ("x.yaml", "--lang", "fr"),
        ("x.yaml", "--format", "xml"),
        ("x.yaml", "--name", "{nope}"),
        ("galley", "x.yaml", "--measure", "13"),
        ("galley", "x.yaml", "--measure", "wide"),
        ("galley", "x.yaml", "--measure=-5em"),
        ("galley", "x.yaml", "--measure", "0em"),
        ("galley", "x.yaml", "--indent=-2em"),
        ("proof", "x.yaml", "--overlay", "nope"),
        ("proof", "x.yaml", "--dpi", "high"),
        ("new",),
        ("schema", "x"),
    ],
    ids=" ".join,
)
def test_wrong_usage_gives_exit_code_2(typeset, words):
    run = typeset(*words)
    assert run.code == 2
    assert "error[P780]" in run.err


def test_help_gives_exit_code_0(typeset):
    run = typeset("--help")
    assert run.code == 0
    assert "check" in run.out


def test_the_version_is_told(typeset):
    run = typeset("--version")
    assert (run.code, run.out) == (0, f"paiban {__version__}\n")


# ---- what is said ---------------------------------------------------------------------------------------------------


def test_the_report_has_a_line_a_block(typeset, tmp_path):
    path = write_issue(
        tmp_path,
        story("lead", "1-3", "1-24", legs=2, body=BODY),
        briefs(han(40) + "。", columns="4", rows="1-20"),
    )
    run = typeset(path, "--lang", "zh")
    head, lead, rail, *_, written = run.out.splitlines()
    assert head.startswith("版 2 要闻   270×390")
    assert head.endswith("6 栏 × 11 字 × 71 行")
    assert lead.split()[:3] == ["lead", "3", "栏破"]
    assert rail.split()[:3] == ["briefs", "1", "栏"]
    assert written.startswith("→ ")


def test_the_report_says_what_is_over_and_what_is_short(typeset, over, tmp_path):
    run = typeset(over, "--lang", "zh")
    assert "超" in run.out
    assert "删" in run.out
    short = write_issue(tmp_path, story(columns="1-2", rows="1-60", body=BODY))
    assert "缺" in typeset(short, "--lang", "zh").out


def test_every_lever_is_reported(typeset, tmp_path):
    """Two briefs of one line in a rail of six rows: two rows of white go between them."""
    path = write_issue(tmp_path, briefs(han(6) + "。", han(6) + "。", rows="1-4"))
    assert "段前加空 2 行" in typeset(path, "--lang", "zh").out
    assert "2 white lines added" in typeset(path, "--lang", "en").out


@pytest.mark.parametrize(("lang", "word"), [("zh", "错误[P501]"), ("en", "error[P501]")])
def test_messages_speak_the_language_asked_for(typeset, over, lang, word):
    assert word in typeset(over, "--lang", lang).err


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "错误"),
        ({"LANG": "en_GB.UTF-8"}, "error"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "错误"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "error"),
    ],
)
def test_messages_speak_the_users_language(typeset, over, monkeypatch, environment, word):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert word in typeset(over).err


def test_messages_name_file_line_and_column_with_a_caret(typeset, over):
    run = typeset(over)
    place, source, caret = run.err.splitlines()[:3]
    assert place.startswith(f"{over}:")
    assert "今天" in source or "大家" in source
    assert caret.strip("| ").startswith("^")


def test_messages_can_be_json(typeset, over):
    (found,) = json.loads(typeset(over, "--format", "json", "-q").err)
    assert found["code"] == "P501"
    assert found["severity"] == "error"
    assert set(found["message"]) == {"zh", "en"}


def test_quiet_says_nothing_where_all_is_well(typeset, tmp_path):
    short = write_issue(tmp_path, story(columns="1-2", rows="1-60", body=BODY))
    run = typeset(short, "-q")
    assert (run.code, run.out, run.err) == (0, "", "")


def test_quiet_still_tells_errors(typeset, over):
    assert "error[P501]" in typeset(over, "-q").err


def test_a_warning_does_not_stop_the_pdf(typeset, tmp_path):
    short = write_issue(tmp_path, story(columns="1-2", rows="1-60", body=BODY))
    run = typeset(short)
    assert run.code == 0
    assert "warning[P502]" in run.err


SPACED = BODY.replace("大家都", "大家 3 人都")
"""A typed space that becomes the engine's gap: an info."""


def test_infos_are_told_when_asked_for(typeset, tmp_path):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-30", body=SPACED))
    assert "P401" not in typeset(path).err
    assert "info[P401]" in typeset(path, "-v").err
    assert "info[P401]" in typeset("check", path).err


class Terminal:
    """A standard error that says it is a terminal."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def isatty(self) -> bool:
        return True

    def write(self, words: str) -> int:
        self.words.append(words)
        return len(words)

    def flush(self) -> None:
        pass


def test_messages_are_coloured_on_a_terminal_only(typeset, over, monkeypatch):
    assert "\x1b[" not in typeset(over).err
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    typeset(over)
    assert "\x1b[31m" in "".join(terminal.words)


def test_no_color_is_obeyed(typeset, over, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    typeset(over)
    assert "\x1b[" not in "".join(terminal.words)


# ---- data -----------------------------------------------------------------------------------------------------------


def test_json_gives_pages_copyfit_and_diagnostics_and_writes_nothing(typeset, good):
    run = typeset(good, "--json")
    data = json.loads(run.out)
    assert list(data) == ["pages", "blocks", "copyfit", "remedies", "diagnostics"]
    assert files(good.parent) == ["issue.yaml"]


def test_json_gives_every_line_with_its_place(typeset, good):
    (page,) = json.loads(typeset(good, "--json").out)["pages"]
    (lead,) = [block for block in page["blocks"] if block["id"] == "lead"]
    lines = [item for item in lead["items"] if item["item"] == "line" and item["role"] == "body"]
    assert "".join(line["text"] for line in lines) == BODY.replace("\n", "")
    for line in lines:
        keys = {"role", "text", "x", "y", "advance", "measure", "vertical", "line", "column"}
        assert keys <= set(line)
        assert line["advance"] <= line["measure"]
        source = good.read_text("utf-8").split("\n")[line["line"] - 1]
        assert source[line["column"] - 1 :].startswith(line["text"])


def test_json_gives_the_copyfit_of_every_block(typeset, good):
    (fit,) = json.loads(typeset(good, "--json").out)["copyfit"]
    assert fit["block"] == "lead"
    assert (fit["columns"], fit["legs"]) == (2, 2)
    assert fit["characters"] == len(BODY.replace("\n", ""))
    assert set(fit["over"]) == set(fit["short"]) == {"lines", "characters"}


def test_json_of_an_issue_with_errors_tells_them_and_gives_exit_code_1(typeset, over):
    run = typeset(over, "--json")
    assert run.code == 1
    errors = [found for found in json.loads(run.out)["diagnostics"] if found["severity"] == "error"]
    assert [found["code"] for found in errors] == ["P501"]


# ---- several pages --------------------------------------------------------------------------------------------------


@pytest.fixture
def two_pages(tmp_path) -> Path:
    first = issue_text(story(columns="1-2", rows="1-27", body=BODY), page=1).split("\n", 1)[1]
    second = issue_text(story("b", columns="1-2", rows="1-27", body=BODY), page=2, section="国际").split("\n", 1)[1]
    pages = [f"- {text}".rstrip().replace("\n", "\n  ") for text in (first, second)]
    path = tmp_path / "issue.yaml"
    path.write_text("date: 2022-03-31\npages:\n" + "\n".join(pages) + "\n", "utf-8")
    return path


def test_pages_make_one_file(typeset, two_pages, tmp_path):
    run = typeset(two_pages, "-o", tmp_path / "all.pdf")
    assert run.code == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["all.pdf"]
    assert run.out.count("版") + run.out.count("page ") >= 2


def test_a_name_with_the_page_in_it_makes_a_file_a_page(typeset, two_pages, tmp_path):
    assert typeset(two_pages, "--name", "{date}-{page}-{section}.pdf").code == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["2022-03-31-1-要闻.pdf", "2022-03-31-2-国际.pdf"]


@pytest.mark.parametrize("words", [("--name", "{section}.pdf"), ("--name", "{page}.pdf", "-o", "-")])
def test_two_pages_are_never_written_over_one_another(typeset, two_pages, words):
    two_pages.write_text(two_pages.read_text("utf-8").replace("section: 国际", "section: 要闻"), "utf-8")
    run = typeset(two_pages, *words)
    assert run.code == 2
    assert "{page}" in run.err
    assert run.out.startswith("%PDF") is False
    assert files(two_pages.parent) == ["issue.yaml"]


# ---- what checking reads ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["picture", "advert"])
def test_checking_finds_the_same_broken_picture_as_setting(typeset, tmp_path, kind):
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    torn = {kind: "torn.png", "place": {"columns": "3-4", "rows": "1-20"}}
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), torn)
    runs = [typeset(*words, path, "--lang", "en", "-q") for words in ((), ("check",))]
    assert [run.code for run in runs] == [1, 1]
    assert runs[0].err == runs[1].err
    assert "error[P753]" in runs[1].err
    assert files(tmp_path) == ["issue.yaml", "torn.png"]


# ---- a paper's own layout folder -------------------------------------------------------------------------------------


@pytest.fixture
def own_layout(tmp_path) -> Path:
    """A layout folder with a press of the paper's own, its profile beside the press file."""
    folder = tmp_path / "our layout"
    (folder / "press").mkdir(parents=True)
    came_along = resource_folder("layout") / "press"
    words = (came_along / "newsprint-x4.yaml").read_text("utf-8")
    words = words.replace("name: newsprint-x4", "name: ours").replace("icc: paiban-newsprint-26.icc", "icc: our.icc")
    (folder / "press" / "ours.yaml").write_text(words, "utf-8")
    (folder / "press" / "our.icc").write_bytes((came_along / "paiban-newsprint-26.icc").read_bytes())
    return folder


def test_a_press_of_the_papers_own_names_its_profile_from_its_own_folder(typeset, tmp_path, own_layout):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), press="ours")
    assert typeset(path, "--layout", own_layout, "-o", tmp_path / "ours.pdf").code == 0
    assert b"PDF/X-4" in (tmp_path / "ours.pdf").read_bytes()
    assert typeset("preflight", tmp_path / "ours.pdf", "--press", "ours", "--layout", own_layout).code == 0


def test_without_the_folder_the_press_is_unknown(typeset, tmp_path, own_layout):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), press="ours")
    run = typeset(path, "--lang", "en")
    assert run.code == 1
    assert "P211" in run.err


def test_a_layout_folder_that_is_not_there_is_wrong_usage(typeset, good):
    assert typeset(good, "--layout", good.parent / "nowhere").code == 2


# ---- other outputs ---------------------------------------------------------------------------------------------------


def test_svg_stands_beside_the_issue_instead_of_the_pdf(typeset, good):
    run = typeset(good, "--svg")
    assert run.code == 0
    assert files(good.parent) == ["issue.yaml", f"{good.parent.name}.svg"]
    assert (good.parent / f"{good.parent.name}.svg").read_text("utf-8").startswith("<svg ")
    assert "lead" in run.out


def test_svg_goes_where_it_is_asked_for(typeset, good, tmp_path):
    assert typeset(good, "--svg", "-o", tmp_path / "a.svg").code == 0
    assert typeset(good, "--svg", "--outlines", "-o", tmp_path / "b.svg").code == 0
    assert "<text" in (tmp_path / "a.svg").read_text("utf-8")
    assert "<use" in (tmp_path / "b.svg").read_text("utf-8")


def test_svg_to_standard_output_leaves_it_clean(typeset, good):
    run = typeset(good, "--svg", "-o", "-")
    assert run.out.startswith("<svg ")


def test_no_svg_of_an_issue_with_errors(typeset, over):
    assert typeset(over, "--svg").code == 1
    assert not [name for name in files(over.parent) if name.endswith(".svg")]


def test_json_may_go_into_a_file(typeset, good, tmp_path):
    assert typeset(good, "--json", "-o", tmp_path / "page.json").code == 0
    assert json.loads((tmp_path / "page.json").read_text("utf-8"))["pages"]


def test_json_of_an_issue_that_cannot_be_read_is_json_too(typeset, tmp_path):
    run = typeset(tmp_path / "none.yaml", "--json")
    data = json.loads(run.out)
    assert (run.code, data["pages"], [found["code"] for found in data["diagnostics"]]) == (1, [], ["P110"])


@pytest.mark.parametrize("words", [("--outlines",), ("--svg", "--preflight"), ("--json", "--outlines")])
def test_an_option_that_the_output_cannot_follow_is_a_usage_error(typeset, good, words):
    run = typeset(good, *words)
    assert run.code == 2
    assert run.err.startswith("--")


def test_a_run_that_writes_no_pdf_says_so_and_names_an_older_one(typeset, over):
    pdf = over.with_suffix(".pdf")
    said = typeset(over, "-o", pdf, "--lang", "zh").err
    assert said.rstrip().endswith("没有写 PDF；加 --draft，读得出的都排成草样")
    pdf.write_bytes(b"of yesterday")
    os.utime(pdf, (over.stat().st_mtime, datetime(2026, 11, 29, 23, 40).timestamp()))
    run = typeset(over, "-o", pdf, "--lang", "zh")
    assert run.err.rstrip().endswith(f"没有写 PDF，{pdf} 还是 11-29 23:40 的旧版；加 --draft，读得出的都排成草样")
    assert pdf.read_bytes() == b"of yesterday"


def test_no_pdf_is_not_told_to_programs(typeset, over):
    assert json.loads(typeset(over, "--format", "json").err)
    assert "PDF" not in typeset(over, "--quiet", "--lang", "zh").err.splitlines()[-1]
