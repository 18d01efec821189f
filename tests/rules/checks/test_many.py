"""Several mistakes at once: each is told, once, at its place, whatever else is wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sunlit.diagnostics import Diagnostic
from tests.rules.checks.cases import BASE, found_in, root_of

UNIT = "content/communities/qingchuan/qinghe"
WELL = f"{UNIT}/projects/well.md"

SIX_MISTAKES = """\
---
title: 修水井
dimensions: [spring, sumer]
status: implementation
responsible: {department: park}
period: {start: 2026-03-01, due: 2026-09-30, done: 2026-09-20}
funds:
  - {id: street, source: 街道, planned: 50000 户}
quantities:
  - {id: wells, label: 水井, planned: 3}
source: bord
---
修三口井。
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return root_of(BASE, tmp_path)


def places(found: tuple[Diagnostic, ...], path: str = "") -> list[tuple[str, int, int]]:
    return [
        (one.code, one.span.line, one.span.column) for one in found if path in ("", one.span.path)
    ]


def write(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def test_six_mistakes_in_one_file_are_six_diagnostics_at_six_places(root: Path) -> None:
    (root / WELL).write_text(SIX_MISTAKES, "utf-8")

    assert places(found_in(root)) == [
        ("unknown-dimension", 3, 22),
        ("status-contradicts", 4, 9),
        ("unknown-department", 5, 27),
        ("money-unit", 8, 39),
        ("unit-missing", 10, 37),
        ("unknown-source", 11, 9),
    ]


def test_six_mistakes_of_single_fields_are_six_diagnostics(root: Path) -> None:
    write(root, WELL, "tracks: [old-town]", "tracks:")
    write(root, WELL, "status: completed", "statuses: completed")
    write(root, WELL, "due: 2026-09-30", "due: 2026/9/30")
    write(root, WELL, "planned: 50000", "planned: 5万块")
    write(root, WELL, "unit: 口", "unit: 个个")
    write(root, WELL, "kind: revision", "kind: revised")

    assert places(found_in(root)) == [
        ("empty-value", 4, 1),
        ("unknown-field", 5, 1),
        ("bad-date", 7, 34),
        ("bad-unit", 9, 39),
        ("bad-unit", 13, 34),
        ("bad-choice", 20, 62),
    ]


def test_a_file_that_cannot_be_read_hides_nothing_in_another_and_is_not_dangling(
    root: Path,
) -> None:
    write(root, WELL, "title: 修水井", "title: “修水井")
    write(root, WELL, "status: completed", "status： completed")
    write(root, f"{UNIT}/disclosures.yaml", "item: dues", "item: due")
    found = found_in(root)

    assert {one.span.path for one in found} == {WELL, f"{UNIT}/disclosures.yaml"}
    assert Counter(one.code for one in found)["unknown-item"] == 1
    assert not [one for one in found if one.code in ("unknown-project", "unknown-link")]


def test_references_to_a_broken_framework_are_not_dangling(root: Path) -> None:
    write(root, "content/frameworks/four-seasons.yaml", "areas: [qingchuan]", "areas: qingchuan")
    found = found_in(root)

    assert places(found) == [("wrong-type", 2, 8)]


def test_references_to_sources_of_a_broken_profile_are_not_dangling(root: Path) -> None:
    write(root, f"{UNIT}/index.md", "date: 2025", "date: 去年")
    write(root, WELL, "修三口井。", "修三口井。")
    write(root, f"{UNIT}/disclosures.yaml", "records:", "records:")

    assert [one.code for one in found_in(root)] == ["bad-date"]


def test_references_to_an_area_above_that_is_broken_are_not_dangling(root: Path) -> None:
    write(root, "content/communities/yunzhou/area.md", "level: city", "level: 市")

    assert [one.code for one in found_in(root)] == ["bad-choice"]


def test_mistakes_in_many_files_are_all_told_in_one_run(root: Path) -> None:
    write(root, "site.toml", 'base_url = "https://sunlit.example/"', 'base_url = "sunlit"')
    write(root, "content/catalogue.yaml", "frequency: yearly", "frequency: 每年")
    write(root, "content/communities/qingchuan/area.md", "dimension: spring", "dimension: sprin")
    write(root, "content/communities/qingchuan/register.csv", "village", "村")
    write(root, f"{UNIT}/index.md", "department: roads", "department: road")
    write(root, f"{UNIT}/services.yaml", '"11:00"', '"08:00"')
    write(root, f"{UNIT}/photos/photos.yaml", "people: none", "people: nobody")

    assert Counter(one.code for one in found_in(root)) == {
        "bad-setting": 1,
        "bad-choice": 2,
        "unknown-dimension": 1,
        "register-kind": 1,
        "unknown-department": 1,
        "time-reversed": 1,
    }


def test_personal_data_is_found_in_comments_bodies_and_areas(root: Path) -> None:
    phone = "13800138000"
    write(root, WELL, "修三口井。", f"联系 {phone}。")
    write(root, f"{UNIT}/services.yaml", "series:", f"# 老王 {phone}\nseries:")
    write(root, "content/communities/qingchuan/area.md", "name: 交通局", f"name: 交通局{phone}")

    assert [(one.code, one.span.line) for one in found_in(root)] == [
        ("personal-phone", 11),
        ("personal-phone", 22),
        ("personal-phone", 1),
    ]


def test_a_published_hotline_is_no_personal_data(root: Path) -> None:
    write(root, WELL, "修三口井。", "联系 13800138000。")
    write(root, "site.toml", "phones = []", 'phones = ["138-0013-8000"]')

    assert found_in(root) == ()
