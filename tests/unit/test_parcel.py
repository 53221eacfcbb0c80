"""An issue sent to another machine: all that it is set with, and nothing that only this machine has."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.engine.parcel import as_at_home, parcel_of, unpacked
from tests.support.cluster import own_fonts
from tests.support.issues import han, picture, story, write_issue


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """A paper's folder, which the process is in."""
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    return tmp_path / "paper"


def red(path):
    Image.new("RGB", (1500, 1000), (200, 30, 30)).save(path)
    return path


def names(parcel):
    """The files of a parcel, by their names."""
    return sorted(Path(place).name for place, _ in parcel.files)


def contents(parcel):
    places = {digest: place for place, digest in parcel.files}
    return [Path(places[digest]).read_bytes() for digest in parcel.digests]


def there(parcel, folder):
    """The parcel set where it was unpacked, told as at home."""
    folder.mkdir()
    with unpacked(parcel, contents(parcel), folder) as (path, house):
        result = with_pdf(set_issue(path, house=house))
    return result.pdf, as_at_home(result.diagnostics, folder)


def test_it_holds_every_file_by_its_content(paper):
    red(paper / "a.png")
    write_issue(paper, story(), picture("a.png", "3-4", "1-20"))
    parcel = parcel_of(Path("issue.yaml"))
    assert names(parcel) == ["a.png", "issue.yaml"]
    assert dict(parcel.files)[str(paper / "a.png")] == sha256((paper / "a.png").read_bytes()).hexdigest()


def test_what_came_along_is_not_sent(paper):
    write_issue(paper, story(), style="daily")
    assert names(parcel_of(Path("issue.yaml"))) == ["issue.yaml"]


def test_faces_and_layout_of_its_own_go_with_it(paper, tmp_path):
    styles = tmp_path / "own" / "styles"
    styles.mkdir(parents=True)
    (styles / "own.yaml").write_text("name: own\nlengths: {head_foot: 7pt}\n", "utf-8")
    write_issue(paper, story(), style="own")
    parcel = parcel_of(Path("issue.yaml"), House(own_fonts(tmp_path), tmp_path / "own"))
    assert {"fonts.yaml", "issue.yaml", "own.yaml"} < set(names(parcel))


@pytest.mark.parametrize("typed", ["issue.yaml", "../paper/issue.yaml", "{paper}/issue.yaml"])
def test_unpacked_it_is_set_and_told_as_at_home(paper, tmp_path, typed):
    red(tmp_path / "a.png")
    (paper / "linked.png").symlink_to(tmp_path / "a.png")
    write_issue(
        paper,
        story(body=han(200) + "。"),
        picture("linked.png", "3-4", "1-20"),
        picture("../a.png", "5-6", "1-20", "b"),
    )
    path = Path(typed.format(paper=paper))
    house = House(own_fonts(tmp_path))
    home = with_pdf(set_issue(path, house=house))
    assert home.ok
    assert there(parcel_of(path, house), tmp_path / "there") == (home.pdf, home.diagnostics)


def test_a_link_out_of_a_confined_folder_stays_one(paper, tmp_path):
    red(tmp_path / "a.png")
    (paper / "linked.png").symlink_to(tmp_path / "a.png")
    write_issue(paper, story(), picture("linked.png", "3-4", "1-20"))
    parcel = parcel_of(Path("issue.yaml"))._replace(confine=True)
    assert "P239" in {found.code for found in there(parcel, tmp_path / "there")[1]}


def test_what_names_a_file_by_its_place_on_this_machine_is_set_here(paper, tmp_path):
    red(tmp_path / "a.png")
    write_issue(paper, story(), picture(str(tmp_path / "a.png"), "3-4", "1-20"))
    assert parcel_of(paper / "issue.yaml") is None


def test_what_cannot_be_read_is_told_here(paper):
    write_issue(paper, story(), picture("missing.png", "3-4", "1-20"))
    assert parcel_of(Path("issue.yaml")) is None


def test_a_content_that_is_another_is_not_set(paper, tmp_path):
    write_issue(paper, story())
    parcel = parcel_of(Path("issue.yaml"))
    with pytest.raises(OSError, match=r"issue\.yaml"), unpacked(parcel, [b"stories: []"], tmp_path / "there"):
        pass
    assert Path.cwd() == paper
