"""Promise 4, computed, never typed: totals, points, ranks and lists follow from the files.

Everything is computed here a second time, from the sample's YAML alone, in exact fractions, and
held against the values on the pages. Nothing of the program is used but the pages it made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import DAY, Site

Head = dict[str, Any]
Totals = dict[str, Fraction]


@dataclass(frozen=True)
class Sample:
    """The sample's files: heads by area, unit and rest of the path."""

    area: str
    units: dict[str, dict[str, Head]]
    framework: Head


@lru_cache(maxsize=2)
def sample(folder: Path) -> Sample:
    root = folder.with_name("sample-root")
    (area,) = sorted(path.name for path in (root / "content/communities").iterdir())
    units: defaultdict[str, dict[str, Head]] = defaultdict(dict)
    base = root / "content/communities" / area
    for path in sorted(base.rglob("*")):
        parts = path.relative_to(base).parts
        if len(parts) > 1 and parts[0] != "reports" and path.suffix in (".md", ".yaml"):
            units[parts[0]]["/".join(parts[1:])] = head_of(path)
    (framework,) = sorted((root / "content/frameworks").glob("*.yaml"))
    return Sample(area, dict(units), {**head_of(framework), "id": framework.stem})


def head_of(path: Path) -> Head:
    text = path.read_text("utf-8")
    text = text.split("---\n")[1] if path.suffix == ".md" else text
    read = yaml.load(text, Loader=yaml.CBaseLoader)
    assert isinstance(read, dict)
    return read


def number(text: str) -> Fraction:
    found = re.search(r"(-?[0-9.]+)\s?([万亿]?)", text)
    assert found, text
    return Fraction(found[1]) * {"": 1, "万": 10**4, "亿": 10**8}[found[2]]


def end_of(text: str) -> date:
    """The last day of a day, a month, a quarter or a year."""
    if len(text) == 10:
        return date.fromisoformat(text)
    year, _, rest = text.partition("-")
    return last_of(int(year), int(rest[1:]) * 3 if rest[:1] == "q" else int(rest or "12"))


def last_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def totals_of(projects: list[Head]) -> Totals:
    counted: Totals = {"projects/count": Fraction(len(projects))}
    counted["projects/completed"] = Fraction(sum(p.get("status") == "completed" for p in projects))
    late = 0
    for one in projects:
        period = one.get("period", {})
        over = one.get("status") in ("completed", "cancelled") or "done" in period
        late += "due" in period and not over and end_of(period["due"]) < DAY
    counted["projects/late"] = Fraction(late)
    funds = [fund for one in projects for fund in one.get("funds", [])]
    planned = [number(fund["planned"]) for fund in funds if "planned" in fund]
    spent = [
        number(max(fund["spent"], key=lambda point: str(point["as_of"]))["value"])
        for fund in funds
        if fund.get("spent")
    ]
    if planned:
        counted["funds/planned"] = sum(planned, Fraction(0))
    if spent:
        counted["funds/spent"] = sum(spent, Fraction(0))
    return counted


def projects_of(unit: Mapping[str, Head]) -> list[Head]:
    return [head for name, head in unit.items() if name.startswith("projects/")]


def shown(site: Site, page: str, id: str) -> Fraction | None:
    found = site.page(page).figures.get(id)
    return Fraction(found[0]) if found else None


def held_against(site: Site, page: str, home: str, counted: Totals) -> list[str]:
    told = []
    for name, value in counted.items():
        there = shown(site, page, f"{home}/{name}")
        if there is not None and there != value:
            told.append(f"{home}/{name}: {there} on the page, {value} in the files")
    return told


def test_the_totals_of_every_unit_follow_from_its_files(sample_site: Site) -> None:
    files, wrong, seen = sample(sample_site.folder), [], 0
    for slug, unit in files.units.items():
        home = f"{files.area}/{slug}"
        counted = totals_of(projects_of(unit))
        if projects_of(unit):
            wrong += held_against(sample_site, f"{home}/", home, counted)
            seen += shown(sample_site, f"{home}/", f"{home}/projects/count") is not None
    assert wrong == []
    assert seen > 10


def test_the_totals_of_the_area_are_the_sums_over_its_units(sample_site: Site) -> None:
    files = sample(sample_site.folder)
    every = [one for unit in files.units.values() for one in projects_of(unit)]
    counted = totals_of(every)
    page = f"{files.area}/"
    assert held_against(sample_site, page, files.area, counted) == []
    for name in ("projects/count", "projects/completed", "funds/spent"):
        assert shown(sample_site, page, f"{files.area}/{name}") == counted[name]


def points_of_answer(
    framework: Head, indicator: Head, assessor: str | None, value: str
) -> Fraction:
    if assessor is None:
        floor, target = Fraction(indicator["floor"]), Fraction(indicator["target"])
        share = (number(value) - floor) / (target - floor)
        return min(max(share, Fraction(0)), Fraction(1)) * 100
    scale = next(one["scale"] for one in framework["assessors"] if one["id"] == assessor)
    if scale["kind"] == "grade":
        return Fraction(next(one["points"] for one in scale["grades"] if one["id"] == value))
    if scale["kind"] == "stars":
        return Fraction(value) / Fraction(scale["max"]) * 100
    if scale["kind"] == "votes":
        agreed, cast = value.split("/")
        return Fraction(int(agreed), int(cast)) * 100
    low, high = Fraction(scale.get("min", "0")), Fraction(scale["max"])
    return (Fraction(value) - low) / (high - low) * 100


Weighted = list[tuple[Fraction | None, Fraction]]


def mean(parts: Weighted) -> Fraction | None:
    """The weighted mean; withheld when any part is missing, as the sample's framework says."""
    if not parts or any(points is None for points, _ in parts):
        return None
    whole = sum((weight for _, weight in parts), Fraction(0))
    return sum(((points or 0) * weight for points, weight in parts), Fraction(0)) / whole


def results(framework: Head, unit: Mapping[str, Head], sheet: Head) -> dict[str, Fraction | None]:
    """Points by dimension and, as `total`, over all that the unit takes part in."""
    assert framework["missing"] == "withhold"
    given = {(one["indicator"], one.get("assessor")): one["value"] for one in sheet["scores"]}
    tiers = {one["id"] for one in framework["tiers"] if one.get("required") == "true"}
    taken = set(unit["index.md"]["frameworks"][0].get("dimensions", []))
    taken |= {one["id"] for one in framework["dimensions"] if one["tier"] in tiers}
    assessor_weight = {one["id"]: Fraction(one["weight"]) for one in framework["assessors"]}
    weights = {one["dimension"]: Fraction(one["weight"]) for one in framework["dimension_weights"]}
    found: dict[str, Fraction | None] = {}
    for dimension in [one["id"] for one in framework["dimensions"] if one["id"] in taken]:
        indicators: Weighted = []
        for indicator in framework["indicators"]:
            if indicator["dimension"] != dimension:
                continue
            assessors = indicator.get("assessors") or [None]
            parts: Weighted = [
                (
                    points_of_answer(framework, indicator, one, given[indicator["id"], one])
                    if (indicator["id"], one) in given
                    else None,
                    assessor_weight[one] if one else Fraction(1),
                )
                for one in assessors
            ]
            indicators.append((mean(parts), Fraction(indicator["weight"])))
        if indicators:
            found[dimension] = mean(indicators)
    found["total"] = mean([(points, weights[name]) for name, points in found.items()])
    return found


@lru_cache(maxsize=2)
def scored(folder: Path) -> dict[str, dict[str, dict[str, Fraction | None]]]:
    """Results by period, unit and dimension."""
    files = sample(folder)
    found: defaultdict[str, dict[str, dict[str, Fraction | None]]] = defaultdict(dict)
    for slug, unit in files.units.items():
        for name, sheet in unit.items():
            if name.startswith(f"scores/{files.framework['id']}/"):
                period = name.rsplit("/", 1)[1].removesuffix(".yaml")
                found[period][slug] = results(files.framework, unit, sheet)
    return dict(found)


def test_the_points_of_every_unit_and_period_follow_from_its_sheets(sample_site: Site) -> None:
    files, seen = sample(sample_site.folder), 0
    framework = files.framework["id"]
    wrong = []
    for period, units in scored(sample_site.folder).items():
        for dimension in [one["id"] for one in files.framework["dimensions"]]:
            page = f"{files.area}/{framework}/{dimension}/{period}/"
            for slug, points in units.items():
                id = f"{files.area}/{slug}/scores/{framework}/{period}/{dimension}"
                there = shown(sample_site, page, id)
                expected = points.get(dimension)
                seen += there is not None
                if there != expected:
                    wrong.append(f"{id}: {there} on the page, {expected} in the files")
    assert wrong == []
    assert seen > 50


RANKED = re.compile(
    r'<span class="rank[^"]*">\s*(\d+)\s*</span>\s*<a href="[^"]*?/([a-z0-9-]+)/index'
)


def test_the_places_of_every_ranking_follow_from_the_points(sample_site: Site) -> None:
    files, compared = sample(sample_site.folder), 0
    framework = files.framework["id"]
    for period, units in scored(sample_site.folder).items():
        for dimension in [one["id"] for one in files.framework["dimensions"]]:
            page = sample_site.page(f"{files.area}/{framework}/{dimension}/{period}/")
            points = {
                slug: own
                for slug, each in units.items()
                if (own := each.get(dimension)) is not None
            }
            expected = {
                slug: 1 + sum(other > own for other in points.values())
                for slug, own in points.items()
            }
            there = {slug: int(place) for place, slug in RANKED.findall(page.source)}
            assert there == expected, (period, dimension)
            compared += len(there)
    assert compared > 50


Test = Callable[[Fraction], bool]


def holds(condition: Mapping[str, str], points: Mapping[str, Fraction | None], sheet: Head,
          framework: Head) -> bool | None:  # fmt: skip
    """Whether a unit meets a condition; None where it cannot be told."""
    value: Fraction | None
    if "indicator" in condition:
        answers = [one for one in sheet["scores"] if one["indicator"] == condition["indicator"]]
        indicator = next(
            one for one in framework["indicators"] if one["id"] == condition["indicator"]
        )
        if not answers:
            return None
        value = (
            number(answers[0]["value"])
            if indicator["nature"] == "hard"
            else points_of_answer(framework, indicator, answers[0]["assessor"], answers[0]["value"])
        )
    else:
        value = points.get(condition.get("dimension", "total"))
    if value is None:
        return None
    tests: dict[str, Test] = {
        "at_least": lambda limit: value >= limit,
        "above": lambda limit: value > limit,
        "at_most": lambda limit: value <= limit,
        "below": lambda limit: value < limit,
    }
    return all(test(Fraction(condition[name])) for name, test in tests.items() if name in condition)


def members(files: Sample, period: str, rule: Head, folder: Path) -> set[str]:
    """Who stands on a list: meets every condition, one of any, none that excludes; best n."""
    framework, found = files.framework, {}
    for slug, points in scored(folder)[period].items():
        sheet = files.units[slug][f"scores/{framework['id']}/{period}.yaml"]

        def said(name: str, points: Any = points, sheet: Head = sheet) -> list[bool | None]:
            return [holds(one, points, sheet, framework) for one in rule.get(name, [])]

        if points["total"] is None or not all(one is True for one in said("require")):
            continue
        if rule.get("any_of") and True not in said("any_of"):
            continue
        if any(one is not False for one in said("exclude")):
            continue
        found[slug] = points["total"]
    limit = int(rule.get("top") or rule.get("bottom") or len(found))
    ordered = sorted(found.values(), reverse="top" in rule)
    if len(ordered) <= limit:
        return set(found)
    last = ordered[limit - 1]
    return {slug for slug, own in found.items() if (own >= last if "top" in rule else own <= last)}


@pytest.mark.parametrize("kind", ["red", "black"])
def test_the_lists_follow_from_the_points_and_the_printed_rule(
    sample_site: Site, kind: str
) -> None:
    files, ever = sample(sample_site.folder), 0
    framework = files.framework["id"]
    rule = next(one for one in files.framework["lists"] if one["kind"] == kind)
    for period in scored(sample_site.folder):
        page = sample_site.page(f"{files.area}/{framework}/lists/{period}/")
        board = page.source.split(f"board-{kind}", 1)[1].split("</section>", 1)[0]
        there = set(re.findall(r'<li class="placement" id="(?:[a-z0-9-]+/)?([a-z0-9-]+)"', board))
        assert there == members(files, period, rule, sample_site.folder), (period, kind)
        ever += len(there)
    assert ever
