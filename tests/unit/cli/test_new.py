"""``typeset new``, ``check``, ``schema`` and ``proof``."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from paiban import read_issue
from paiban.cli.main import COMMANDS
from paiban.cli.new import BEGINNINGS, SPELLINGS, issue_files
from paiban.diagnostic.keys import language_of_keys
from paiban.issue.parted import parted
from paiban.issue.spelling import spelt
from paiban.issue.table import make_table
from paiban.kinds import KINDS
from tests.support.issues import story, write_issue
from tests.unit.cli.conftest import BODY

ISSUES = Path(__file__).parents[3] / "issues"

TABLE = make_table(KINDS.readings)


# ---- new ------------------------------------------------------------------------------------------------------------


def test_a_new_issue_sets_at_once(typeset, tmp_path):
    folder = tmp_path / "0105"
    assert typeset("new", folder).code == 0
    run = typeset(folder / "issue.yaml")
    assert run.code == 0
    assert run.err == ""
    assert (folder / "0105.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_every_kind_sets_without_a_finding(typeset, tmp_path, kind):
    """Nothing above an info, on a fresh install; with Chinese keys they say the same, as is held below."""
    assert typeset("new", tmp_path / kind, "--kind", kind).code == 0
    run = typeset("check", tmp_path / kind / "issue.yaml")
    assert run.code == 0
    assert "warning[" not in run.err


@pytest.mark.parametrize("kind", SPELLINGS)
def test_the_keys_have_the_language_of_the_kinds_name(kind):
    (text,) = (data for path, data in issue_files(Path("new"), *SPELLINGS[kind]).items() if path.name == "issue.yaml")
    assert language_of_keys(text.decode()) == SPELLINGS[kind][1]


def test_both_languages_of_a_kind_say_the_same():
    for key in BEGINNINGS:
        chinese, english = (sampled(key, lang) for lang in ("zh", "en"))
        assert spelt(english, TABLE, "zh") == chinese
        assert spelt(chinese, TABLE, "en") == english


def sampled(key: str, lang: str) -> str:
    files = issue_files(Path("new"), key, lang)
    return files[Path("new") / "issue.yaml"].decode()


def test_a_picture_that_is_there_is_never_touched(typeset, tmp_path):
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "title.svg").write_text("mine", "utf-8")
    assert typeset("new", tmp_path, "--kind", "front").code == 1
    assert (tmp_path / "art" / "title.svg").read_text("utf-8") == "mine"


def test_every_page_of_the_sample_paper_is_of_a_kind():
    """What the samples have, a new issue can begin with."""
    begun = {(kind.issue, page) for kind in BEGINNINGS.values() for page in kind.pages}
    for issue in ("daily", "weekend"):
        text = (ISSUES / "yuanjiang" / issue / "issue.yaml").read_text("utf-8")
        assert {(issue, number) for page in parted(text, TABLE).pages for number in page.numbers} <= begun


def test_a_page_alone_has_only_its_own_pictures():
    names = {path.name for path in issue_files(Path("new"), "data", "zh")}
    assert names == {"issue.yaml", *(name for name in names if name.endswith(".pdf"))}


def test_an_index_of_pages_that_are_not_there_says_them_itself():
    assert "{版次: 8, 主题: 光影：渡口的一天}" in sampled("front", "zh")
    assert "{稿件: forest, 主题: 北岭林场种出一片海}" in sampled("front", "zh")


def test_a_new_issue_has_folders_for_pictures_and_adverts(typeset, tmp_path):
    typeset("new", tmp_path / "a" / "b")
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == ["ads", "issue.yaml", "pictures"]


@pytest.mark.parametrize(("lang", "key"), [("zh", "日期:"), ("en", "date:")])
def test_a_new_issue_speaks_the_language_that_is_asked_for(typeset, tmp_path, lang, key):
    assert typeset("new", tmp_path / "a", "--lang", lang).code == 0
    assert key in (tmp_path / "a" / "issue.yaml").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told_its_language(typeset, command):
    assert "--lang" in typeset(command, "--help").out


def test_an_issue_that_is_there_is_never_touched(typeset, tmp_path):
    (tmp_path / "issue.yaml").write_text("mine", "utf-8")
    run = typeset("new", tmp_path)
    assert run.code == 1
    assert (tmp_path / "issue.yaml").read_text("utf-8") == "mine"


@pytest.mark.parametrize("folder", ["file", "file/x"])
def test_a_folder_that_cannot_be_made_is_told(typeset, tmp_path, folder):
    (tmp_path / "file").write_bytes(b"")
    run = typeset("new", tmp_path / folder)
    assert run.code == 1
    assert "error[P720]" in run.err


def test_a_new_paper_has_a_first_issue_that_sets(typeset, tmp_path):
    assert typeset("new", tmp_path / "青河日报", "--paper").code == 0
    (issue,) = (tmp_path / "青河日报").glob("*/issue.yaml")
    run = typeset(issue)
    assert run.code == 0
    assert run.err == ""


def test_a_paper_begun_in_chinese_has_chinese_keys_throughout(typeset, tmp_path):
    assert typeset("new", tmp_path / "青河日报", "--paper", "--kind", "起步").code == 0
    assert "\n报名: 青河日报\n" in (tmp_path / "青河日报" / "paper.yaml").read_text("utf-8")
    assert typeset("new", tmp_path / "青河日报" / "front", "--kind", "头版").code == 0
    text = (tmp_path / "青河日报" / "front" / "issue.yaml").read_text("utf-8")
    assert "报头: 青河日报\n" in text
    run = typeset("check", tmp_path / "青河日报" / "front" / "issue.yaml")
    assert (run.code, "warning[" in run.err) == (0, False)


def test_the_first_issue_of_a_paper_stands_in_the_papers_own_template(typeset, tmp_path):
    assert typeset("new", tmp_path / "青河日报", "--paper").code == 0
    (path,) = (tmp_path / "青河日报").glob("2*/issue.yaml")
    issue, _, _ = read_issue(path)
    assert issue is not None
    assert [page.template for page in issue.pages] == ["house"]


def test_a_new_issue_in_a_papers_folder_extends_it(typeset, tmp_path):
    typeset("new", tmp_path / "paper", "--paper")
    assert typeset("new", tmp_path / "paper" / "2026-02-03").code == 0
    text = (tmp_path / "paper" / "2026-02-03" / "issue.yaml").read_text("utf-8")
    assert "\nextends: ../paper.yaml\ndate: 2026-02-03\n" in text
    assert typeset("check", tmp_path / "paper" / "2026-02-03" / "issue.yaml").code == 0


@pytest.mark.parametrize("kind", ["front", "vertical"])
def test_a_page_in_a_papers_folder_bears_its_name(typeset, tmp_path, kind):
    """Nameplate and whatever else names the paper say the new one's, its issues are counted, nothing is found."""
    paper = tmp_path / "云州晚报"
    typeset("new", paper, "--paper")
    assert typeset("new", paper / "one", "--kind", kind).code == 0
    text = (paper / "one" / "issue.yaml").read_text("utf-8")
    assert "沅江晚报" not in text
    assert ("nameplate: 云州晚报\n" in text) == (kind == "front")
    run = typeset("check", paper / "one" / "issue.yaml")
    assert run.code == 0
    assert "warning[" not in run.err


def test_a_folder_without_a_chinese_name_names_no_paper(typeset, tmp_path):
    typeset("new", tmp_path / "daily2", "--paper")
    assert "\npaper: ×××报\n" in (tmp_path / "daily2" / "paper.yaml").read_text("utf-8")


def test_a_page_alone_is_not_said_to_be_a_whole_issue():
    assert "一期八个版" in sampled("issue", "zh")
    assert "一期八个版" not in sampled("inside", "zh")


def test_a_paper_that_is_there_is_never_touched(typeset, tmp_path):
    (tmp_path / "paper.yaml").write_text("mine", "utf-8")
    assert typeset("new", tmp_path, "--paper").code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["paper.yaml"]


# ---- check ----------------------------------------------------------------------------------------------------------


def test_check_writes_nothing(typeset, good):
    assert typeset("check", good).code == 0
    assert [path.name for path in good.parent.iterdir()] == ["issue.yaml"]


def test_check_finds_what_setting_finds(typeset, over):
    assert typeset("check", over).code == 1
    found, written, _ = typeset(over).err.partition("no PDF was written")
    assert "error[P501]" in found
    assert written, "which a check has no need to say"
    assert found in typeset("check", over).err


def test_check_prints_the_copy_fit_report(typeset, good):
    assert "lead" in typeset("check", good).out


def test_check_lists_what_was_changed_in_the_copy(typeset, tmp_path):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-30", body=BODY.replace("大家都", "大家 3 人都", 1)))
    assert typeset("check", path).err.count("info[P401]") == 2


# ---- schema ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def schema(typeset) -> dict:
    run = typeset("schema")
    assert run.code == 0
    return json.loads(run.out)


def loaded(path: Path):
    """An issue as an editor's plug-in sees it: dates and numbers stay as YAML reads them, dates as text."""
    loader = type(
        "Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": dict(yaml.SafeLoader.yaml_implicit_resolvers)}
    )
    for first, resolvers in loader.yaml_implicit_resolvers.items():
        loader.yaml_implicit_resolvers[first] = [r for r in resolvers if r[0] != "tag:yaml.org,2002:timestamp"]
    return yaml.load(path.read_text("utf-8"), loader)


def test_the_schema_is_a_schema(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", sorted(ISSUES.glob("kaifaqu*/issue.yaml")), ids=lambda path: path.parent.name)
def test_the_schema_accepts_the_samples(schema, path):
    jsonschema.Draft202012Validator(schema).validate(loaded(path))


def test_the_schema_accepts_a_new_issue(typeset, schema, tmp_path):
    typeset("new", tmp_path)
    jsonschema.Draft202012Validator(schema).validate(loaded(tmp_path / "issue.yaml"))


def test_the_schema_refuses_an_unknown_key(schema, good):
    data = loaded(good)
    data["stories"][0]["headlin"] = "春天"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(data)


# ---- proof ----------------------------------------------------------------------------------------------------------


def png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def test_a_proof_is_a_picture_of_the_page(typeset, good):
    assert typeset("proof", good, "--dpi", "36").code == 0
    width, height = png_size(good.parent / f"{good.parent.name}.png")
    assert abs(height / width - 390 / 270) < 0.1


def test_a_proof_may_show_grid_baselines_and_frames(typeset, good, tmp_path):
    plain, laid_over = tmp_path / "a.png", tmp_path / "b.png"
    assert typeset("proof", good, "--dpi", "36", "-o", plain).code == 0
    overlays = [word for name in ("grid", "baselines", "frames") for word in ("--overlay", name)]
    assert typeset("proof", good, "--dpi", "36", "-o", laid_over, *overlays).code == 0
    assert plain.read_bytes() != laid_over.read_bytes()
    assert png_size(plain) == png_size(laid_over)


def test_a_proof_of_an_issue_with_errors_is_a_draft_and_called_so(typeset, over):
    assert typeset("proof", over).code == 1
    assert [path.name for path in over.parent.glob("*.png")] == [f"{over.parent.name}-draft.png"]


@pytest.mark.parametrize("dpi", ["0", "-100", "1", "100000"])
def test_a_resolution_out_of_range_is_wrong_usage(typeset, good, dpi):
    assert typeset("proof", good, f"--dpi={dpi}").code == 2


def test_a_page_that_is_not_there_is_told(typeset, good):
    run = typeset("proof", good, "--page", "9")
    assert run.code == 1
    assert "[P735]" in run.err


def test_a_proof_can_go_to_standard_output_never_to_a_file_named_dash(typeset, good, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    typeset("proof", good, "--dpi", "20", "--page", "9", "-o", "-")
    assert not (tmp_path / "-").exists()
