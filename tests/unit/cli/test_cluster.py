"""``typeset batch --scheduler``: issues set by processes that share nothing with the one that asks."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from PIL import Image

from tests.support.cluster import COMMAND, PATIENCE, Cluster, hold, killed, let_go_on, own_fonts
from tests.support.issues import han, picture, story, write_issue

pytest.importorskip("distributed", reason="the extra paiban[cluster] is not installed")


@pytest.fixture
def cluster(tmp_path):
    """A scheduler; workers are the test's own."""
    made = Cluster(tmp_path)
    made.scheduler()
    yield made
    made.close()


def issues(folder, *names, **keys):
    """An issue in a folder of its own for each name."""
    for number, name in enumerate(names):
        (folder / name).mkdir(parents=True)
        write_issue(folder / name, story(columns="1-2", rows="1-20", body=han(200, number) + "。", **keys))
    return folder


def pdfs(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def here(*words, cluster):
    """The same batch on this machine."""
    command = [sys.executable, "-c", COMMAND, "batch", *map(str, words), "--lang", "en", "-j", "1"]
    return subprocess.run(
        command, env=cluster.environment, cwd=words[0].parent, capture_output=True, text=True, check=False
    )


def states(out):
    """The first words of the report's lines."""
    return [line.split("  ")[0].strip() for line in out.splitlines()[:-1]]


def test_bytes_and_findings_are_those_of_this_machine(cluster, tmp_path):
    papers = issues(tmp_path / "papers", "a", "c")
    Image.new("RGB", (1500, 1000), (200, 30, 30)).save(tmp_path / "red.png")
    (papers / "b").mkdir()
    write_issue(papers / "b", story(columns="1-2", rows="1-3", body=han(900) + "。"))
    (papers / "d").mkdir()
    (papers / "d" / "linked.png").symlink_to(tmp_path / "red.png")
    placed = picture("linked.png", "3-4", "1-20"), picture("../../red.png", "5-6", "1-20", "second")
    write_issue(papers / "d", story(columns="1-2", rows="1-20"), *placed)
    (papers / "e").mkdir()
    write_issue(papers / "e", story(columns="1-2", rows="1-20"), picture("missing.png", "3-4", "1-20"))
    cluster.worker()
    words = papers, "--format", "json", "--fonts", own_fonts(tmp_path), "-v"
    there = cluster.run(*words)
    made = pdfs(papers)
    for name in made:
        (papers / name).unlink()
    ours = here(*words, cluster=cluster)
    assert list(made) == ["a/a.pdf", "c/c.pdf", "d/d.pdf"]
    assert made == pdfs(papers)
    assert json.loads(there.stderr) == json.loads(ours.stderr)
    assert states(there.stdout)[:5] == states(ours.stdout) == ["ok", "BAD", "ok", "ok", "BAD"]
    assert "1 issues were set on this machine" in there.stdout
    assert there.returncode == ours.returncode == 1


def test_a_worker_that_is_killed_takes_no_issue_with_it(cluster, tmp_path):
    papers = issues(tmp_path / "papers", "a", "b", "c")
    first = cluster.worker()
    hold(first)
    client = cluster.client(papers)
    cluster.until_under_way()
    killed(first)
    cluster.worker()
    out, err = client.communicate(timeout=PATIENCE)
    assert states(out) == ["ok", "ok", "ok"], err
    assert list(pdfs(papers)) == ["a/a.pdf", "b/b.pdf", "c/c.pdf"]


def test_what_has_no_result_is_sent_to_a_scheduler_that_was_started_again(tmp_path):
    cluster = Cluster(tmp_path)
    papers = issues(tmp_path / "papers", "a", "b", "c")
    try:
        scheduler, worker = cluster.scheduler(), cluster.worker()
        hold(worker)
        client = cluster.client(papers)
        cluster.until_under_way()
        killed(scheduler)
        killed(worker)
        cluster.scheduler()
        cluster.worker()
        out, err = client.communicate(timeout=PATIENCE)
    finally:
        cluster.close()
    assert states(out) == ["ok", "ok", "ok"], err
    assert list(pdfs(papers)) == ["a/a.pdf", "b/b.pdf", "c/c.pdf"]


def test_after_a_crash_of_the_client_only_what_is_not_done_is_set(cluster, tmp_path):
    papers = issues(tmp_path / "papers", "a", "b")
    worker = cluster.worker()
    assert cluster.run(papers / "a").returncode == 0
    hold(worker)
    client = cluster.client(papers, "--resume")
    cluster.until_under_way()
    killed(client)
    let_go_on(worker)
    again = cluster.run(papers, "--resume")
    assert states(again.stdout) == ["as before", "ok"], again.stderr
    assert list(pdfs(papers)) == ["a/a.pdf", "b/b.pdf"]


def test_a_worker_with_another_program_sets_nothing(cluster, tmp_path):
    papers = issues(tmp_path / "papers", "a")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "sitecustomize.py").write_text("import paiban\npaiban.__version__ = '0.0.1'\n", "utf-8")
    cluster.worker(PYTHONPATH=str(tmp_path / "other"))
    run = cluster.run(papers)
    assert "P797" in run.stderr
    assert "0.0.1" in run.stderr
    assert run.returncode == 1
    assert pdfs(papers) == {}


def test_an_address_that_is_none_is_told(cluster, tmp_path):
    papers = issues(tmp_path / "papers", "a")
    command = [sys.executable, "-c", COMMAND, "batch", str(papers), "--scheduler", "nothing://here:1", "--lang", "en"]
    run = subprocess.run(command, env=cluster.environment, capture_output=True, text=True, check=False)
    assert "P796" in run.stderr
    assert run.stdout.splitlines()[-1] == "1 issues, 1 with errors"
    assert run.returncode == 1


def test_a_missing_library_says_what_to_install(cluster, tmp_path):
    papers = issues(tmp_path / "papers", "a")
    without = (
        "import importlib.util as u; f = u.find_spec; u.find_spec = lambda n: None if n == 'distributed' else f(n); "
    )
    command = [sys.executable, "-c", without + COMMAND, "batch", str(papers), "--scheduler", cluster.address]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "P795" in run.stderr
    assert "paiban[cluster]" in run.stderr
