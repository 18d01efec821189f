"""A district with a framework, for tests of the framework's pages.

Owns a small framework of two dimensions and three scales, two periods of scores, a red and a
black list, and the pages made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sunlit.views.applied import Applied, applied_in
from sunlit.views.edition import Page
from sunlit.views.framework import every_dimension_draft, framework_pages
from sunlit.views.method import frameworks_of, method_pages
from tests.views.surveyed import Surveyed, surveyed

PLACE = "../../frameworks/pair.yaml"

HEAD = """name: {zh-CN: 两样, en: Pair}
areas: [small]
source: paper
sources:
  - {id: paper, title: 办法, outlet: 工作组, date: 2025-09-15}
tiers:
  - {id: base, name: 底线, required: true}
  - {id: more, name: 特色}
dimensions:
  - {id: safe, name: {zh-CN: 平安, en: Safe}, letter: 安, colour: blue, tier: base}
  - {id: green, name: {zh-CN: 青绿, en: Green}, letter: 绿, colour: green, tier: more}
"""
TARGET = """targets:
  - id: all
    name: {zh-CN: 全覆盖, en: Everywhere}
    all: true
    count: 3
"""
SCORED = """assessors:
  - {id: votes, name: 居民投票, scale: {kind: votes}}
  - {id: stars, name: 互评, scale: {kind: stars, max: 5}}
indicators:
  - {id: hazards, name: {zh-CN: 隐患, en: Hazards}, dimension: safe, nature: hard, unit: 件,
     direction: down, floor: 10, target: 0, weight: 60}
  - {id: trust, name: 放心度, dimension: safe, nature: soft, assessors: [votes], weight: 40}
  - {id: tidy, name: 整洁, dimension: green, nature: soft, assessors: [stars]}
missing: leave-out
lists:
  - id: red
    name: 红榜
    kind: red
    require: [{total: true, at_least: 80}]
    exclude: [{indicator: hazards, above: 1}]
    top: 2
  - id: black
    name: 黑榜
    kind: black
    require: [{total: true, below: 60}]
"""


def sheet(hazards: int, votes: str, *, stars: str = "", more: str = "") -> str:
    """A score sheet of the framework."""
    scores = [
        f"  - {{indicator: hazards, value: {hazards}}}",
        f"  - {{indicator: trust, assessor: votes, value: {votes}}}",
    ]
    if stars:
        scores.append(f"  - {{indicator: tidy, assessor: stars, value: {stars}}}")
    return "\n".join(["published: 2026-10-13", "scores:", *scores, more])


def enrolled(dimensions: str, *, batch: str = "") -> str:
    """The front matter of a unit that takes part."""
    year = f", batch: {batch}" if batch else ""
    return f"---\nframeworks:\n  - {{framework: pair, dimensions: {dimensions}{year}}}\n---\n"


SHEETS = {
    "dongmen/scores/pair/2026-q2.yaml": sheet(5, "50/100"),
    "dongmen/scores/pair/2026-q3.yaml": sheet(0, "90/100", stars="4.5"),
    "ximen/scores/pair/2026-q3.yaml": sheet(2, "100/100", stars="5"),
    "shuanglong/scores/pair/2026-q3.yaml": sheet(
        9, "20/100", stars="1", more="reply: 我们已经在改。\nreplied: 2026-11-01"
    ),
}


def framed(
    folder: Path,
    framework: str = HEAD,
    *,
    code: str = "zh-CN",
    changed: Mapping[str, str] | None = None,
) -> Surveyed:
    """The district with the framework; `changed` replaces or adds files of the district."""
    return surveyed(folder, code=code, changed={PLACE: framework, **(changed or {})})


def scored(folder: Path, *, code: str = "zh-CN") -> Surveyed:
    """The district with indicators, scores of two periods and lists."""
    return framed(folder, HEAD + SCORED, code=code, changed=SHEETS)


def applied(site: Surveyed) -> Applied:
    """The framework in the district."""
    (one,) = applied_in(site["small"])
    return one


def pages(site: Surveyed) -> dict[str, Page]:
    """Every page of the framework, by path."""
    small = site["small"]
    made = [*framework_pages(site.edition, small)]
    made += (one.make() for one in every_dimension_draft(site.edition, small, small))
    made += method_pages(site.edition, frameworks_of(one.known for one in site.districts.values()))
    return {one.path: one for one in made}


def plain_text(pieces: tuple[object, ...]) -> str:
    """A sentence as it is read."""
    return "".join(getattr(one, "text", None) or str(one) for one in pieces)
