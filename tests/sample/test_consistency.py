"""The sample keeps the rules of the content: sums, dates, references, joined changes."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from typing import Any

from sunlit.sample import AS_OF
from tests.sample.reading import (
    Files,
    Head,
    fields,
    frameworks,
    matching,
    projects,
    register,
    stated,
    yuan,
)


def _changes(files: Files) -> list[tuple[str, Head]]:
    found = [(f"{one.unit}/{one.id}", one.head) for one in projects(files)]
    found += [(at["unit"], head) for at, head in matching(files, r"index\.md")]
    found += [
        (path, fields(path, content))
        for path, content in files.items()
        if path.endswith("/area.md")
    ]
    found += list(frameworks(files).items())
    found += [(f"{at['unit']}/{at['rest']}", head) for at, head in matching(files, r"scores/.+")]
    return [(name, head) for name, head in found if head.get("changes")]


def test_changes_join_up_with_each_other_and_with_what_stands_today(files: Files) -> None:
    for name, head in _changes(files):
        by_figure = sorted(head["changes"], key=lambda one: (one["figure"], one["on"]))
        for figure, group in groupby(by_figure, key=lambda one: str(one["figure"])):
            steps = list(group)
            assert all(a["now"] == b["was"] for a, b in pairwise(steps)), (name, figure)
            assert all(a["on"] < b["on"] for a, b in pairwise(steps)), (name, figure)
            assert steps[-1].get("now") == stated(head, figure), (name, figure)
            assert steps[0]["was"] != steps[-1].get("now"), (name, figure)
            assert all(one["on"] <= AS_OF.isoformat() for one in steps)


def test_some_figures_changed_more_than_once(files: Files) -> None:
    counts = [
        len(list(group))
        for _, head in _changes(files)
        for _, group in groupby(sorted(one["figure"] for one in head["changes"]))
    ]
    assert max(counts) >= 2


def test_planned_funds_add_up_to_the_total(files: Files) -> None:
    for project in projects(files):
        funds = project.head["funds"]
        assert 2 <= len(funds) <= 3
        total = yuan(project.head["total"]["planned"])
        assert sum(yuan(fund["planned"]) for fund in funds) == total


def test_spending_rises_and_stays_within_the_plan(files: Files) -> None:
    for project in projects(files):
        for fund in project.head["funds"]:
            spent = [int(point["value"]) for point in fund.get("spent", ())]
            assert spent == sorted(spent)
            assert not spent or 0 < spent[-1] <= yuan(fund["planned"])


def _series(node: Any) -> list[list[str]]:
    """The dates of every series in a record."""
    if isinstance(node, dict):
        return [dates for part in node.values() for dates in _series(part)]
    if isinstance(node, list):
        dates = [one["as_of"] for one in node if isinstance(one, dict) and "as_of" in one]
        alone = dates if dates and all("id" not in one for one in node) else []
        return [alone, *(part for one in node for part in _series(one))]
    return []


def test_every_series_is_in_order_and_measured_before_today(files: Files) -> None:
    for path, content in files.items():
        if path.endswith((".md", ".yaml")):
            for dates in _series(fields(path, content)):
                assert dates == sorted(set(dates)), path
                assert all(one <= AS_OF.isoformat() for one in dates), path


def test_works_begin_before_they_are_due_and_end_before_today(files: Files) -> None:
    outcome = set()
    for project in projects(files):
        period = project.head["period"]
        assert period["start"][:4] <= period["due"][:4]
        if len(period["start"]) == len(period["due"]) == 10:
            assert period["start"] <= period["due"]
        done = period.get("done")
        assert (done is not None) == (project.head["status"] == "completed")
        if done:
            assert period["start"] < done <= AS_OF.isoformat()
            outcome.add("late" if done > period["due"] else "in time")
        elif project.head["status"] in ("implementation", "completion"):
            outcome.add("running late" if period["due"] < AS_OF.isoformat() else "running")
        for one in project.head.get("milestones", ()):
            assert one.get("met", "") <= AS_OF.isoformat()
    assert outcome == {"late", "in time", "running late", "running"}


def test_a_notice_is_open_on_the_day_of_the_sample(files: Files) -> None:
    starts = [
        date.fromisoformat(project.head["public_notice"]["from"])
        for project in projects(files)
        if project.head["status"] == "preparation"
    ]
    assert any(0 <= (AS_OF - start).days < 7 for start in starts)


def test_units_choose_what_is_required_and_nothing_unknown(files: Files) -> None:
    known = frameworks(files)
    for at, head in matching(files, r"index\.md"):
        (part,) = head["frameworks"]
        framework = known[part["framework"]]
        assert framework["areas"] == [at["area"]]
        assert {"heart", "safe"} <= set(part["dimensions"])
        assert set(part["dimensions"]) <= {one["id"] for one in framework["dimensions"]}
        assert set(part["tracks"]) <= {one["id"] for one in framework["tracks"]}
        batch = next(one for one in framework["batches"] if one["year"] == part["batch"])
        assert at["unit"] in batch["members"]


def test_works_belong_to_what_the_unit_chose(files: Files) -> None:
    chosen = {at["unit"]: head["frameworks"][0] for at, head in matching(files, r"index\.md")}
    for project in projects(files):
        part = chosen[project.unit]
        assert set(project.head["dimensions"]) <= set(part["dimensions"])
        assert set(project.head["tracks"]) <= set(part["tracks"])


def test_batches_and_targets_name_units_of_the_register(files: Files) -> None:
    rows = register(files)
    for framework in frameworks(files).values():
        (area,) = framework["areas"]
        slugs = {row[2] for row in rows[area]}
        members = [slug for batch in framework["batches"] for slug in batch["members"]]
        assert sorted(members) == sorted(slugs)
        for batch in framework["batches"]:
            assert batch["planned"] == f"{len(batch['members'])} 个"
        for target in framework["targets"]:
            assert set(target.get("members", ())) <= slugs
            assert set(target.get("reached", ())) <= set(target.get("members", ()))


def test_one_reported_share_adds_up_and_one_does_not(files: Files) -> None:
    for framework in frameworks(files).values():
        fits = [
            any(
                f"{100 * count / len(one['members']):.1f} %" == one["reported"]
                for count in range(len(one["members"]) + 1)
            )
            for one in framework["targets"]
            if "reported" in one
        ]
        assert sorted(fits) == [False, True]


def test_departments_and_sources_exist(files: Files) -> None:
    for area in register(files):
        path = f"content/communities/{area}/area.md"
        departments = {one["id"] for one in fields(path, files[path])["departments"]}
        for project in projects(files):
            assert project.head["responsible"]["department"] in departments
    for _, head in matching(files, r"index\.md"):
        assert {one["id"] for one in head["sources"]} == {"ledger-2026", "handover-2026"}


def test_profiles_repeat_the_code_of_the_register(files: Files) -> None:
    codes = {row[2]: row[0] for rows in register(files).values() for row in rows}
    for at, head in matching(files, r"index\.md"):
        assert head["code"] == codes[at["unit"]]
        assert not set(head.get("former_codes", ())) & set(codes.values())


def test_disclosures_are_of_the_catalogue_some_late_some_missing(files: Files) -> None:
    catalogue = fields("catalogue.yaml", files["content/catalogue.yaml"])
    items = {one["id"]: one for one in catalogue["items"]}
    months, late = [], 0
    for _, head in matching(files, r"disclosures\.yaml"):
        keys = [(one["item"], one["period"]) for one in head["records"]]
        assert len(set(keys)) == len(keys)
        assert {item for item, _ in keys} <= set(items)
        assert all(one["published"] <= AS_OF.isoformat() for one in head["records"])
        months.append(sum(item == "accounts" for item, _ in keys))
        late += sum("note" in one for one in head["records"])
    assert max(months) == 13
    assert min(months) < 13
    assert late


def test_concerns_are_received_before_answered_before_resolved(files: Files) -> None:
    for _, head in matching(files, r"participation\.yaml"):
        assert [one["period"] for one in head["concerns"]] == [
            "2025-q4", "2026-q1", "2026-q2", "2026-q3"
        ]  # fmt: skip
        for one in head["concerns"]:
            resolved = int(one.get("resolved", 0))
            assert int(one["received"]) >= int(one["answered"]) >= resolved


def test_nodes_hang_below_nodes_of_their_chart(files: Files) -> None:
    for _, head in matching(files, r"organisation\.yaml"):
        for chart in head["charts"]:
            ids = [node["id"] for node in chart["nodes"]]
            assert all(node.get("parent", ids[0]) in ids for node in chart["nodes"])


def test_facilities_lie_on_the_map_and_one_outside_the_circle(files: Files) -> None:
    for _, head in matching(files, r"facilities\.yaml"):
        minutes = [int(one["walk_minutes"]) for one in head["facilities"]]
        assert max(minutes) > int(head["minutes"]) > min(minutes)
        for one in head["facilities"]:
            assert all(0 <= int(part) <= 1000 for part in one["position"])
