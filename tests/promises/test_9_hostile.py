"""Promise 9, a pull request is hostile until merged: its content is text and nothing more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import Root
from tests.app.roots import DAY, UNIT, small_root, tree
from tests.built import parsed
from tests.promises.reading import texts_of

EVIL = "{{7*7}}{% for x in y %}<script>alert(1)</script><img src=x onerror=alert(2)>\\\"'onload='x"
AREA = f"""---
name: "小区{EVIL}"
level: district
summary: "{EVIL}"
within: "{EVIL}"
departments: [{{id: works, name: "工程科{EVIL}"}}]
sources: [{{id: paper, title: "报道{EVIL}", outlet: "日报{EVIL}", date: 2026-01-05,
   note: "{EVIL}"}}]
figures: [{{id: lamps, label: "路灯{EVIL}", unit: 盏, value: 3, as_of: 2026, note: "{EVIL}"}}]
honours: [{{id: h, what: "荣誉{EVIL}", by: "{EVIL}", how: "{EVIL}", holder: "{EVIL}",
   note: "{EVIL}"}}]
source: paper
---
这里是介绍 {{{{7*7}}}}。
"""
PROFILE = f"""---
name: "东门社区{EVIL}"
plan_title: "计划{EVIL}"
responsible: [{{department: works, role: "岗位{EVIL}"}}]
figures: [{{id: homes, label: "户数{EVIL}", unit: 户, value: 3, as_of: 2026, note: "{EVIL}"}}]
photos: [{{photo: gate.jpg, title: "{EVIL}"}}]
---
一村一策 {{{{7*7}}}} 。
"""
PROJECT = f"""---
title: "村道{EVIL}"
status: implementation
period: {{start: 2026-01-01, due: 2026-10-31}}
responsible: {{department: works, role: "{EVIL}"}}
funds: [{{id: county, source: "县级财政{EVIL}", planned: 120万 CNY, note: "{EVIL}"}}]
quantities: [{{id: widened, label: "加宽{EVIL}", unit: km, planned: 4.5, note: "{EVIL}"}}]
milestones: [{{id: over, label: "验收{EVIL}", due: 2026-09-01}}]
public_notice: {{from: 2026-02-01, days: 7, basis: "{EVIL}", objections: "{EVIL}"}}
changes:
  - {{figure: quantities/widened/planned, was: 4.2, now: 4.5, kind: revision, on: 2026-05-02,
     reason: "{EVIL}", decided_by: "{EVIL}"}}
---
为了会车 {{{{7*7}}}} 。
"""
PHOTOS = f"""photos:
  - {{file: gate.jpg, caption: "东门{EVIL}", alt: "{EVIL}", place: "{EVIL}", credit: "{EVIL}",
     people: none}}
"""
SERVICES = f"""series:
  - id: home
    name: "居家{EVIL}"
    about: "{EVIL}"
    services:
      - {{id: meal, name: "送餐{EVIL}", what: "{EVIL}", where: "{EVIL}", when: "{EVIL}",
         for_whom: "{EVIL}", dates: [{{date: 2026-12-01, start: "09:00"}}]}}
"""
HOSTILE = {
    "content/communities/small/area.md": AREA,
    f"{UNIT}/index.md": PROFILE,
    f"{UNIT}/projects/road.md": PROJECT,
    f"{UNIT}/photos/photos.yaml": PHOTOS,
    f"{UNIT}/services.yaml": SERVICES,
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every text field tries to be code."""
    root = small_root(tmp_path_factory.mktemp("hostile") / "root", **HOSTILE)
    register = root / "content/communities/small/register.csv"
    name = "西门<script>alert(1)</script>{{7*7}}"
    register.write_text(register.read_text("utf-8").replace("西门", name), "utf-8")
    built = build(Root(root), root / "_site", as_of=DAY)
    assert built.published is not None, [(one.span, one.message.en) for one in built.found]
    return root / "_site"


def test_no_text_field_becomes_an_element_or_an_attribute(hostile: Path) -> None:
    for path in sorted(hostile.rglob("*.html")):
        page = parsed(path)
        for tag, attributes in page.elements:
            assert not any(name.startswith("on") for name in attributes), (path, tag, attributes)
            if tag == "script":
                assert set(attributes) <= {"src", "defer", "type"}, (path, attributes)
                assert "alert" not in attributes.get("src", "")
            if tag == "img":
                assert attributes["src"] != "x", path
        assert "<script>alert" not in page.source, path


def test_no_text_field_is_run_as_a_template(hostile: Path) -> None:
    seen = 0
    for path in sorted(hostile.rglob("*.html")):
        for shown in texts_of(path.read_text("utf-8")):
            seen += "{{7*7}}" in shown.text
            assert "49" not in shown.text.replace("{{7*7}}", ""), (path, shown.text)
    assert seen > 40, "the texts are shown as they are"


def test_every_other_file_stays_well_formed(hostile: Path) -> None:
    for path in sorted(hostile.rglob("*")):
        if path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        elif path.suffix in (".xml", ".svg"):
            ElementTree.fromstring(path.read_text("utf-8"))
        elif path.suffix == ".ics":
            lines = path.read_bytes().decode().split("\r\n")
            assert all(re.match(r"[A-Z-]+[:;]|[ \t]|$", line) for line in lines), path


def codes(root: Path) -> set[str]:
    return {one.code for one in check(Root(root), as_of=DAY)}


@pytest.mark.parametrize(
    "file", ["../index.md", "../../area.md", "/etc/passwd", "..", "a/../b.jpg"]
)
def test_a_photo_cannot_be_named_out_of_its_folder(tmp_path: Path, file: str) -> None:
    photos = f"photos: [{{file: '{file}', caption: 门, people: none}}]\n"
    assert "bad-file-name" in codes(small_root(tmp_path, **{f"{UNIT}/photos/photos.yaml": photos}))


@pytest.mark.parametrize(
    "link",
    ["../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)",
     "data:text/html,x", "../../../../site.toml", "//example.org/x", "vbscript:x"],
)  # fmt: skip
def test_a_link_in_a_text_cannot_lead_out_of_the_content_unseen(tmp_path: Path, link: str) -> None:
    body = f"---\nname: 东门社区\nphotos: [{{photo: gate.jpg}}]\n---\n[看]({link})\n"
    root = small_root(tmp_path, **{f"{UNIT}/index.md": body})
    found = check(Root(root), as_of=DAY)
    assert [one.code for one in found], "such a link is refused"


@pytest.mark.parametrize(
    "name", ["a..b.md", "..md", "…/x.md", "COM1.md", "a b.md", "-x.md", "a%2e.md"]
)
def test_a_file_cannot_be_named_into_an_odd_address(tmp_path: Path, name: str) -> None:
    root = small_root(tmp_path, **{f"{UNIT}/projects/{name}": "---\ntitle: 路\n---\n路。\n"})
    assert codes(root) & {"bad-file-id", "unknown-file", "bad-folder-name"}


@pytest.mark.parametrize("folder", ["ledger", "data", "Small Folder", "甲", "a_b"])
def test_a_folder_cannot_take_the_place_of_a_page(tmp_path: Path, folder: str) -> None:
    name = f"content/communities/small/{folder}/index.md"
    assert codes(small_root(tmp_path, **{name: "---\nname: 甲\n---\n甲。\n"}))


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param("[" * 30_000, id="brackets"),
        pytest.param("a: &a [x]\nb: [*a, *a]\n", id="anchors"),
        pytest.param("a: " + "x" * 5_000_000, id="huge"),
        pytest.param("!!python/object/apply:os.system ['true']\n", id="tag"),
        pytest.param("series: [" + "{id: a, name: b}, " * 8_000 + "]\n", id="many"),
        pytest.param("series: " + "\n - {zzz: 1}" * 30_000, id="many-mistakes"),
    ],
)
def test_a_bomb_ends_with_a_diagnostic(tmp_path: Path, bomb: str) -> None:
    root = small_root(tmp_path, **{f"{UNIT}/services.yaml": bomb})
    assert codes(root)


def test_a_build_writes_nowhere_but_into_its_output_and_its_own_folder(
    hostile: Path, tmp_path: Path
) -> None:
    root = small_root(tmp_path / "root", **HOSTILE)
    before = tree(tmp_path)
    build(Root(root), root / "_site", as_of=DAY)
    after = tree(tmp_path)
    new = {name for name in after if name not in before}
    assert {name.split("/")[1] for name in new} == {"_site", ".sunlit"}
    assert {name: after[name] for name in before} == before
    assert all(re.fullmatch(r"[A-Za-z0-9._/@-]+", name) for name in new)
