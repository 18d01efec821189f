"""Which file is which record: ids from names, misspelt and stray files, what is broken."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings, in_order
from sunlit.source.content import (
    Files,
    read_area,
    read_catalogue,
    read_framework,
    read_unit,
)

PROFILE = "---\nname: 双龙村\n---\n\n一村一策。\n"
PROJECT = "---\ntitle: 村道加宽\n---\n"
BASE = "content/communities/xindu/shuanglong"


def unit_of(**texts: str) -> Files:
    return Files(BASE, {name: text.encode() for name, text in texts.items()})


def told(files: Files) -> list[tuple[str, str, str]]:
    """Each mistake's code, file and hint."""
    found = Findings()
    read_unit("xindu", "shuanglong", None, files, found)
    return [
        (one.code, one.span.path.removeprefix(f"{BASE}/"), one.hint.en) for one in in_order(found)
    ]


def test_a_folder_without_files_is_a_unit_without_content() -> None:
    found = Findings()
    unit = read_unit("xindu", "shuanglong", None, Files(BASE, {}), found)
    assert unit.profile is None
    assert list(found) == []


def test_records_are_named_by_their_files_and_updates_come_newest_first() -> None:
    update = "---\ntitle: 路灯\ndate: {}\n---\n"
    files = unit_of(
        **{
            "index.md": PROFILE,
            "projects/village-road.md": PROJECT,
            "projects/drains.md": PROJECT,
            "scores/seven-colours/2026-q3.yaml": "scores: []\n",
            "updates/2026-11-07-lamps.md": update.format("2026-11-07"),
            "updates/2026-11-09-road.md": update.format("2026-11-09"),
        }
    )
    found = Findings()
    unit = read_unit("xindu", "shuanglong", None, files, found)
    assert list(found) == []
    assert unit.profile is not None
    assert unit.profile.body.strip() == "一村一策。"
    assert unit.profile.body_line == 4
    assert [one.id for one in unit.projects] == ["drains", "village-road"]
    assert [one.id for one in unit.updates] == ["2026-11-09-road", "2026-11-07-lamps"]
    assert [one.id for one in unit.scores] == ["seven-colours/2026-q3"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("servcies.yaml", "services.yaml"),
        ("service.yaml", "services.yaml"),
        ("Index.md", "index.md"),
        ("organization.yaml", "organisation.yaml"),
        ("disclosure.yaml", "disclosures.yaml"),
        ("facilities.yml", "facilities.yaml"),
        ("photos/photo.yaml", "photos/photos.yaml"),
        ("photo/photos.yaml", "photos/photos.yaml"),
    ],
)
def test_a_misspelt_file_name_is_suggested_the_right_one(name: str, meant: str) -> None:
    assert told(unit_of(**{name: "a: 1\n"})) == [("unknown-file", name, f"Write {meant}.")]


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "project/village-road.md", "projects/a/b.md", "projects/a.markdown",
     "scores/2026-q3.yaml", "scores/a/b/2026-q3.yaml", "updates.zip", "~$index.docx"],
)  # fmt: skip
def test_a_file_that_is_no_record_is_told_and_never_skipped_in_silence(name: str) -> None:
    assert [code for code, path, _ in told(unit_of(**{name: "x"})) if path == name] == [
        "unknown-file"
    ]


@pytest.mark.parametrize("id", ["Village-Road", "village_road", "村道", "a--b", "a b"])
def test_a_file_whose_name_cannot_be_an_address_is_told(id: str) -> None:
    assert told(unit_of(**{f"projects/{id}.md": PROJECT}))[0][:2] == (
        "bad-file-id", f"projects/{id}.md",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["2026-q5", "latest", "2026-Q3", "third-quarter"])
def test_a_score_sheet_is_named_by_its_period(name: str) -> None:
    assert [code for code, _, _ in told(unit_of(**{f"scores/a/{name}.yaml": "scores: []\n"}))] == [
        "score-period"
    ]


def test_a_record_that_cannot_be_read_is_remembered_as_broken() -> None:
    found = Findings()
    files = unit_of(**{"projects/village-road.md": "---\ntitel: a\n---\n"})
    unit = read_unit("xindu", "shuanglong", None, files, found)
    assert unit.projects == ()
    assert unit.broken == {"projects/village-road"}


def test_mistakes_of_all_files_come_in_one_run() -> None:
    files = unit_of(
        **{
            "index.md": PROFILE.replace("name", "nmae"),
            "projects/a.md": PROJECT.replace("title", "titel"),
            "services.yaml": "series: x\n",
            "servces.yaml": "a: 1\n",
        }
    )
    assert {path for _, path, _ in told(files)} == set(files.texts)


def test_an_area_without_its_file_is_told_how_to_get_one() -> None:
    found = Findings()
    assert read_area("xindu", (), Files("content/communities/xindu", {}), found) is None
    (one,) = found
    assert one.code == "area-without-file"
    assert "new area xindu" in one.hint.en


def test_an_area_file_that_cannot_be_read_does_not_hide_the_mistakes_of_the_others() -> None:
    found = Findings()
    texts = {"area.md": b"---\nnmae: a\n---\n", "register.csv": b"x\n", "registers.csv": b""}
    assert read_area("xindu", (), Files("base", texts), found) is None
    assert {one.span.path for one in found} == {f"base/{name}" for name in texts}


def test_a_framework_is_named_by_its_file() -> None:
    found = Findings()
    text = b"name: \xe4\xb8\x83\xe8\x89\xb2\nareas: [xindu]\n"
    located = read_framework("content/frameworks/seven-colours.yaml", text, found)
    assert [one.message.en for one in found] == []
    assert located is not None
    assert located.id == "seven-colours"
    assert located.path == "content/frameworks/seven-colours.yaml"


def test_a_catalogue_that_is_not_utf_8_is_told() -> None:
    found = Findings()
    text = "about: 公开目录\n".encode("gb18030")
    assert read_catalogue("content/catalogue.yaml", text, found) is None
    assert [one.code for one in found] == ["not-utf-8"]
