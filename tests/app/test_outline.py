"""The outline: every file above the units is an input of what is made from it, and only of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from sunlit.app import outline as module
from sunlit.app.bench import BEST, Bench
from sunlit.app.root import Root
from sunlit.engine.shards import Group, Plan
from tests.app.roots import AREA, DAY, FRAMEWORK, REGISTER, UNIT, change, small_root

BASE = "content/communities"
CITY = "---\nname: 大城\nlevel: city\n---\n"
REPORTED = "---\ntitle: 通报\nperiod: 2026-q3\ndate: 2026-10-09\nsource: paper\n---\n进展。\n"
MORE = {
    "content/catalogue.yaml": "items: [{id: dues, name: 收支, frequency: monthly}]\n",
    "content/frameworks/other.yaml": FRAMEWORK.replace("[small]", "[big]"),
    f"{BASE}/big/area.md": CITY,
    f"{BASE}/small/area.md": AREA.replace("level: district", "level: district\npart_of: big"),
    f"{BASE}/small/reports/2026-q3.md": REPORTED,
    f"{BASE}/small/out/index.md": '---\nname: 郊外\ncode: "510114001009"\n---\n远。\n',
    "templates/own.html": "own",
    "static/own.css": "own",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_root(tmp_path, **MORE)


def opened(root: Path, *, day: date = DAY, base_url: str | None = None) -> Bench:
    return Bench.open(Root(root), day, base_url, BEST)


def plan(root: Path, *, day: date = DAY, base_url: str | None = None) -> Plan:
    bench = opened(root, day=day, base_url=base_url)
    assert bench.log() == ()
    return bench.outline.plan


def groups(plan: Plan) -> Mapping[str, Group]:
    return {one.name: one for one in plan.groups}


def differing(root: Path, name: str) -> set[str]:
    """The steps whose inputs are others after a file was changed, by short names."""
    before = plan(root)
    (root / name).write_bytes((root / name).read_bytes() + b"\n")
    after = plan(root)
    changed = {
        f"{slug} {what}"
        for slug, group in groups(after).items()
        for what in ("own", "context", "leaves")
        if getattr(group, what) != getattr(groups(before)[slug], what)
    }
    tops = zip(before.tops, after.tops, strict=True)
    changed |= {one.name for one, other in tops if one != other}
    return changed | ({"rendering"} if before.rendering != after.rendering else set())


def test_an_area_stands_after_those_below_it_and_names_them(root: Path) -> None:
    found = plan(root)
    assert [one.name for one in found.groups] == ["small", "big"]
    assert groups(found)["big"].below == ("small",)
    assert groups(found)["small"].below == ()


def test_the_units_are_those_of_the_register_and_of_the_folders(root: Path) -> None:
    leaves = {one.name: one.folder for one in groups(plan(root))["small"].leaves}
    assert leaves == {"dongmen": UNIT, "out": f"{BASE}/small/out", "ximen": ""}
    assert groups(plan(root))["big"].leaves == ()


def test_a_row_of_the_register_is_given_to_its_own_unit_alone(root: Path) -> None:
    before = {one.name: one.given for one in groups(plan(root))["small"].leaves}
    change(root / BASE / "small/register.csv", "东门社区居委会", "东大门社区居委会")
    after = {one.name: one.given for one in groups(plan(root))["small"].leaves}
    assert before["dongmen"] != after["dongmen"]
    assert before["ximen"] == after["ximen"]


def test_rows_in_another_order_are_the_same_units(root: Path) -> None:
    before = groups(plan(root))["small"].leaves
    head, *rows = REGISTER.splitlines(keepends=True)
    (root / BASE / "small/register.csv").write_text("".join([head, *reversed(rows)]), "utf-8")
    assert groups(plan(root))["small"].leaves == before


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("site.toml", {"small context", "big context", "rendering"}),
        ("content/catalogue.yaml", {"small context", "big context"}),
        ("content/frameworks/four.yaml", {"small context", "home", "fixed"}),
        ("content/frameworks/other.yaml", {"big context", "home", "fixed"}),
        (f"{BASE}/big/area.md", {"small context", "big context", "home", "fixed"}),
        (f"{BASE}/small/area.md", {"small context", "home", "fixed"}),
        (f"{BASE}/small/register.csv", {"small own"}),
        (f"{BASE}/small/reports/2026-q3.md", {"small own"}),
        (f"{UNIT}/index.md", set()),
        ("templates/own.html", {"rendering"}),
        ("static/own.css", {"static"}),
    ],
)
def test_a_file_is_an_input_of_what_is_made_from_it_and_of_nothing_else(
    root: Path, name: str, steps: set[str]
) -> None:
    assert differing(root, name) == steps


def test_the_day_and_the_address_are_inputs_of_everything(root: Path) -> None:
    before = plan(root)
    for after in (plan(root, day=date(2026, 11, 22)), plan(root, base_url="https://a.example/")):
        assert before.rendering != after.rendering
        for slug, group in groups(after).items():
            assert group.context != groups(before)[slug].context
            assert (group.leaves, group.own) == (
                groups(before)[slug].leaves,
                groups(before)[slug].own,
            )
    assert plan(root, base_url="").rendering != before.rendering


def test_nothing_above_the_units_is_read_when_none_of_it_changed(root: Path) -> None:
    before = plan(root)
    with unread():
        assert plan(root) == before
        assert plan(root, day=date(2026, 11, 22)).tops == before.tops
        (root / UNIT / "index.md").write_text("---\nnmae: 东门\n---\n", "utf-8")
        plan(root)
    (root / BASE / "small/new").mkdir()
    assert "new" in {one.name for one in groups(plan(root))["small"].leaves}


@contextmanager
def unread() -> Iterator[None]:
    """Fails when anything above the units is read."""

    def never(*_: object) -> object:
        raise AssertionError("read again")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_read", never)
        yield


def test_what_reading_said_is_said_again_without_reading(root: Path) -> None:
    change(root / BASE / "big/area.md", "level: city", "level: 市")
    told = opened(root).log()
    assert [one.code for one in told] == ["bad-choice"]
    with unread():
        assert opened(root).log() == told
    change(root / BASE / "big/area.md", "level: 市", "level: city")
    assert opened(root).log() == ()


def test_mistakes_above_the_units_are_an_input_of_the_units(root: Path) -> None:
    """A reference into a file that cannot be read is not told: what is told depends on it."""
    assert "mistakes" not in groups(plan(root))["small"].context
    change(root / "content/frameworks/other.yaml", "areas: [big]", "areas: big")
    assert "mistakes" in groups(opened(root).outline.plan)["small"].context


def test_an_outline_names_no_place_on_this_machine(root: Path) -> None:
    found = plan(root)
    names = {name for one in found.groups for name in (*one.own, *one.context)}
    names |= {name for one in found.tops for name in one.inputs} | set(found.rendering)
    assert not any(str(root) in one or one.startswith("/") for one in names)
