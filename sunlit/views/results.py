"""A unit's results under a framework: points, places, parts, the way they went over periods.

Owns how results are laid out for the unit's own page. Computation is in `rules/scoring`.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from sunlit.charts import Amount, Chart, Frame, Series, TrendWords, trend
from sunlit.locale.moments import Moment
from sunlit.model.framework import Framework
from sunlit.rules.scoring import ListOutcome, Place
from sunlit.rules.summary import Scored
from sunlit.source.located import Located
from sunlit.views.community import Community
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Block, Figure, Link, When, Words
from sunlit.views.reasons import ListWords, reason_sentences
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.strips import block_of


class DimensionLine(Struct, frozen=True):
    """One dimension: its block, points, place, and how many indicators were scored."""

    block: Block
    name: Link
    points: Figure
    place: str
    covered: str


class ListMention(Struct, frozen=True):
    """A list the unit is on: its sign, name, link and the unit's reply."""

    kind: str
    name: Words
    href: str
    reply: Words | None
    replied: When | None
    reasons: tuple[Sentence, ...] = ()


class ResultView(Struct, frozen=True):
    """The latest results of one framework, and the trend of the total."""

    framework: Link
    period: When
    total: Figure
    place: str
    lines: tuple[DimensionLine, ...]
    trend: Chart | None
    mentions: tuple[ListMention, ...]
    gaps: int


def result_views(scene: Scene, community: Community) -> tuple[ResultView, ...]:
    """One view per framework in which the unit was scored."""
    views = []
    for framework in community.known.frameworks:
        scored = [one for one in community.summary.scored if one.framework == framework.id]
        if scored:
            views.append(_result(scene, community, framework, scored))
    return tuple(views)


def points_figure(
    scene: Scene, id: str, points: Fraction | None, *, label: str, anchor: bool = False
) -> Figure:
    """Points of 100 at one decimal, or a missing figure."""
    if points is None:
        text = scene.t("results.none")
        return missing_figure(scene, id, label=label, anchor=anchor, text=text)
    return computed_figure(scene, id, points, unit="分", label=label, places=1, anchor=anchor)


def place_text(scene: Scene, place: Place | None) -> str:
    """A place in words: 第 3 名（共 12 个，并列 2 个）; empty when there is none."""
    if place is None:
        return ""
    if place.tied_with:
        return scene.t("results.place_tied", place=place.place, of=place.of, n=place.tied_with + 1)
    return scene.t("results.place", place=place.place, of=place.of)


def _result(
    scene: Scene, community: Community, framework: Located[Framework], scored: list[Scored]
) -> ResultView:
    latest = scored[-1]
    base = f"{community.id}/scores/{framework.id}/{latest.period.key}"
    name = framework.record.short_name or framework.record.name
    return ResultView(
        framework=scene.link(name, community.area, framework.id),
        period=scene.when(latest.period),
        total=points_figure(
            scene,
            f"{base}/total",
            latest.marks.points,
            label=scene.t("results.total"),
            anchor=True,
        ),
        place=place_text(scene, _place(community, framework.id, latest.period, None)),
        lines=_lines(scene, community, framework, latest),
        trend=_trend(scene, framework, scored),
        mentions=_mentions(scene, community, framework, latest),
        gaps=latest.marks.gaps,
    )


def _place(
    community: Community, framework: str, period: Moment, dimension: str | None
) -> Place | None:
    for one in community.standing.ranked:
        if (one.framework, one.period, one.dimension) == (framework, period, dimension):
            return one.place
    return None


def _lines(
    scene: Scene, community: Community, framework: Located[Framework], latest: Scored
) -> tuple[DimensionLine, ...]:
    """One line per dimension that is scored, in the framework's order."""
    states = dict(community.summary.blocks)[framework.id]
    results = {one.dimension: one for one in latest.marks.dimensions if one.parts}
    base = f"{community.id}/scores/{framework.id}/{latest.period.key}"
    lines = []
    for dimension, state in zip(framework.record.dimensions, states, strict=True):
        result = results.get(dimension.id)
        if result is None:
            continue
        block = block_of(scene, dimension, state)
        place = _place(community, framework.id, latest.period, dimension.id)
        line = DimensionLine(
            block=block,
            name=scene.link(dimension.name, community.area, framework.id, dimension.id),
            points=points_figure(
                scene, f"{base}/{dimension.id}", result.points, label=block.name, anchor=True
            ),
            place=place_text(scene, place),
            covered=scene.t("results.covered", of=result.of, done=result.covered),
        )
        lines.append(line)
    return tuple(lines)


def _trend(scene: Scene, framework: Located[Framework], scored: list[Scored]) -> Chart | None:
    if len(scored) < 2:
        return None
    points = [one.marks.points for one in scored]
    amounts = tuple(
        None
        if value is None
        else Amount(
            value,
            scene.t("results.points", points=scene.locale.number(value, places=1)),
        )
        for value in points
    )
    title = scene.t("results.trend", name=scene.words(framework.record.name).text)
    return trend(
        [Series(scene.t("results.total"), amounts)],
        Frame(f"trend-{framework.id}", title),
        periods=[scene.when(one.period).text for one in scored],
        words=TrendWords(scene.t("results.period"), scene.t("figure.missing")),
    )


def _reasons(words: ListWords, outcome: ListOutcome, slug: str) -> tuple[Sentence, ...]:
    """The numbers that put the unit on the list."""
    member = next(one for one in outcome.members if one.slug == slug)
    return reason_sentences(words, member.reasons)


def _mentions(
    scene: Scene, community: Community, framework: Located[Framework], latest: Scored
) -> tuple[ListMention, ...]:
    names = {one.id: one.name for one in framework.record.lists}
    return tuple(
        ListMention(
            kind=outcome.kind.value,
            name=scene.words(names[outcome.list]),
            href=scene.to(
                community.area, framework.id, "lists", period.key, fragment=community.slug
            ),
            reply=scene.maybe(latest.reply),
            replied=scene.maybe_when(latest.replied),
            reasons=_reasons(
                ListWords(
                    scene, framework, outcome.list, f"{community.id}/scores/{id}/{period.key}"
                ),
                outcome,
                community.slug,
            ),
        )
        for id, period, outcome in community.standing.lists
        if id == framework.id and period == latest.period
    )
