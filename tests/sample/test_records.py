"""Every file is what the model asks for, and every kind of thing occurs."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import pytest

from sunlit.model.area import AreaRecord, Report
from sunlit.model.disclosure import Catalogue, Disclosures, Frequency
from sunlit.model.framework import Framework
from sunlit.model.method import ScaleKind
from sunlit.model.project import Horizon, Project, Status
from sunlit.model.reading import record_of
from sunlit.model.record import Record, names_of
from sunlit.model.scores import ScoreSheet
from sunlit.model.services import FacilityList, Organisation, Participation, ServiceMenu
from sunlit.model.unit import PhotoList, Profile, Update
from tests.sample.reading import Files, fields, frameworks, matching, projects

KINDS: tuple[tuple[str, type[Record]], ...] = (
    (r"content/catalogue\.yaml", Catalogue),
    (r"content/frameworks/[^/]+\.yaml", Framework),
    (r"content/communities/[^/]+/area\.md", AreaRecord),
    (r"content/communities/[^/]+/reports/\d{4}-w\d\d\.md", Report),
    (r"content/communities/[^/]+/[^/]+/index\.md", Profile),
    (r"content/communities/[^/]+/[^/]+/projects/[^/]+\.md", Project),
    (r"content/communities/[^/]+/[^/]+/updates/[^/]+\.md", Update),
    (r"content/communities/[^/]+/[^/]+/scores/[^/]+/[^/]+\.yaml", ScoreSheet),
    (r"content/communities/[^/]+/[^/]+/disclosures\.yaml", Disclosures),
    (r"content/communities/[^/]+/[^/]+/facilities\.yaml", FacilityList),
    (r"content/communities/[^/]+/[^/]+/organisation\.yaml", Organisation),
    (r"content/communities/[^/]+/[^/]+/participation\.yaml", Participation),
    (r"content/communities/[^/]+/[^/]+/services\.yaml", ServiceMenu),
    (r"content/communities/[^/]+/[^/]+/photos/photos\.yaml", PhotoList),
)
OTHERS = r"site\.toml|.*/register\.csv|.*/photos/[^/]+\.jpg"


def test_every_file_is_a_record_of_its_kind(files: Files) -> None:
    seen: Counter[type[Record]] = Counter()
    for path, content in files.items():
        kind = next((kind for pattern, kind in KINDS if re.fullmatch(pattern, path)), None)
        if kind is None:
            assert re.fullmatch(OTHERS, path), path
            continue
        record_of(kind, fields(path, content))
        seen[kind] += 1
    assert set(seen) == {kind for _, kind in KINDS}


def test_the_site_says_that_it_is_invented(files: Files) -> None:
    site = tomllib.loads(files["site.toml"].decode())
    assert site["invented"] is True
    assert "虚构示例" in site["title"]["zh-CN"]


def _used(record: Record) -> set[str]:
    return {name for name in names_of(type(record)) if getattr(record, name) not in (None, ())}


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (r"projects/.+", Project),
        (r"index\.md", Profile),
        (r"updates/.+", Update),
        (r"scores/.+", ScoreSheet),
        (r"photos/photos\.yaml", PhotoList),
    ],
)
def test_every_field_is_shown_somewhere(files: Files, pattern: str, kind: type[Record]) -> None:
    used: set[str] = set()
    for _, head in matching(files, pattern):
        used |= _used(record_of(kind, head))
    assert used == set(names_of(kind))


def test_every_status_horizon_and_kind_of_change_occurs(files: Files) -> None:
    heads = [project.head for project in projects(files)]
    assert {head["status"] for head in heads} == {status.value for status in Status}
    assert {head["horizon"] for head in heads} == {horizon.value for horizon in Horizon}
    changes = {one["kind"] for head in heads for one in head.get("changes", ())}
    assert changes == {"correction", "revision", "withdrawal"}


def test_every_scale_frequency_and_nature_occurs(files: Files) -> None:
    for framework in frameworks(files).values():
        scales = {one["scale"]["kind"] for one in framework["assessors"]}
        assert scales == {kind.value for kind in ScaleKind}
        assert {one["nature"] for one in framework["indicators"]} == {"hard", "soft"}
        assert len(framework["dimensions"]) == 7
        required = {one["id"] for one in framework["tiers"] if one.get("required") == "true"}
        assert sum(one["tier"] in required for one in framework["dimensions"]) == 2
    catalogue = fields("catalogue.yaml", files["content/catalogue.yaml"])
    assert {one["frequency"] for one in catalogue["items"]} == {one.value for one in Frequency}


def test_figures_are_hedged_in_every_way_a_source_hedges(files: Files) -> None:
    written = b"\n".join(
        content for path, content in files.items() if path.endswith((".md", ".yaml"))
    )
    for hedge in (b"over ", b"about ", b"at-least ", b"at-most ", b"qualifier: nearly"):
        assert hedge in written


def test_no_mobile_number_and_no_identity_number_occurs(files: Files) -> None:
    mobile = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)")
    for path, content in files.items():
        if not path.endswith(".jpg"):
            written = content.decode()
            assert not mobile.search(written), path
            assert not re.search(r"(?<!\d)\d{17}[\dXx](?!\d)", written), path
            for phone in re.findall(r"phone: \"?([^,}\"\n]+)", written):
                assert re.fullmatch(r"000-\d{7}", phone.strip()), path
