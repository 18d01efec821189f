"""Red and black lists of a period: the rule, who is on each, by which numbers, and the replies.

Owns the layout of these pages and the ranking of the total below them. Who is on a list is
decided in `rules/scoring`; how it is worded, in `reasons`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sunlit.model.method import ListKind, ListRule
from sunlit.rules.scoring import Compared, ListOutcome, Member, Subject, SubjectKind, Undetermined
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.summary import UnitSummary
from sunlit.views.applied import Applied
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.parts import Cite, Figure, Link, Source, Strip, When, Words
from sunlit.views.ranking import TotalRanking, linked_ranking, total_ranking
from sunlit.views.reasons import (
    ListWords,
    RuleView,
    compared_sentence,
    reason_sentences,
    rule_view,
    subject_name,
)
from sunlit.views.results import points_figure
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.strips import strip_of


class Placement(Struct, frozen=True):
    """A unit on a list, or barred from it: its numbers, its reply; `certain` when it must stay."""

    anchor: str
    unit: Link
    strip: Strip | None
    total: Figure
    reasons: tuple[Sentence, ...]
    barred: tuple[Sentence, ...]
    cleared: tuple[Sentence, ...]
    certain: bool
    reply: Words | None
    replied: When | None


class Open(Struct, frozen=True):
    """A unit that could be on a list, and what is missing to know."""

    unit: Link
    missing: tuple[str, ...]


class Board(Struct, frozen=True):
    """One list with its rule."""

    anchor: str
    kind: str
    name: Words
    about: Words | None
    rule: RuleView
    members: tuple[Placement, ...]
    excluded: tuple[Placement, ...]
    undetermined: tuple[Open, ...]


class ListsView(Struct, frozen=True):
    """What `lists.html` shows; without a period nothing has been scored."""

    name: Words
    framework: Link
    method: Link
    period: When | None
    newest: bool
    periods: tuple[Link, ...]
    boards: tuple[Board, ...]
    ranking: TotalRanking | None
    sources: tuple[Source, ...]
    cite: Cite


class _Issue(Struct, frozen=True):
    """The lists and the ranking of one period of a framework in an area; else of none."""

    scene: Scene
    applied: Applied
    standing: PeriodStanding | None
    ranking: TotalRanking | None


def list_pages(edition: Edition, applied: Applied) -> Iterator[Page]:
    """The newest lists at `lists/`, and every period at an address of its own.

    The newest ranking stands on two pages and is made once; only its links differ.
    """
    if not applied.has_lists:
        return
    scene = edition.scene(*applied.folders("lists", "period"))
    links = applied.unit_links(scene)
    periods = [(one, total_ranking(scene, applied, one, links)) for one in applied.periods]
    here = edition.scene(*applied.folders("lists"))
    if periods:
        newest, ranking = periods[-1]
        own = linked_ranking(ranking, applied, newest, applied.unit_links(here))
        yield _page(edition, _Issue(here, applied, newest, own), whole=True)
    else:
        yield _page(edition, _Issue(here, applied, None, None), whole=True)
    for period, ranking in periods:
        own_scene = edition.scene(*applied.folders("lists", period.period.key))
        yield _page(edition, _Issue(own_scene, applied, period, ranking), whole=False)


def _page(edition: Edition, issue: _Issue, *, whole: bool) -> Page:
    scene, applied, standing = issue.scene, issue.applied, issue.standing
    name = scene.t("lists.title" if applied.record.lists else "lists.title_ranking")
    framework = applied.link(scene)
    crumbs = [framework, scene.link(name, *applied.folders("lists"))]
    title = scene.t("lists.page_title", framework=framework.label.text, name=name)
    if standing and not whole:
        period = scene.when(standing.period).text
        crumbs.append(scene.link(period, *applied.folders("lists", standing.period.key)))
        title = scene.t("lists.period_title", title=title, period=period)
    view = _view(issue, name, cite=edition.cite(scene, title))
    return edition.page(
        scene,
        "lists.html",
        view,
        title=title,
        kind="lists",
        area=applied.area,
        section=applied.id,
        crumbs=edition.area_crumbs(scene, applied.area, *crumbs),
        column=Column(title),
    )


def _view(issue: _Issue, name: str, *, cite: Cite) -> ListsView:
    scene, applied, standing = issue.scene, issue.applied, issue.standing
    cited = applied.cited(scene)
    cited.mark()
    return ListsView(
        name=Words(name),
        framework=applied.link(scene),
        method=scene.link(scene.t("framework.method"), "frameworks", applied.id),
        period=scene.when(standing.period) if standing else None,
        newest=standing is not None and standing is applied.periods[-1],
        periods=tuple(
            scene.link(
                scene.when(one.period).text,
                *applied.folders("lists", one.period.key),
                current=one is standing,
            )
            for one in reversed(applied.periods)
        ),
        boards=_boards(issue),
        ranking=issue.ranking,
        sources=cited.listed(),
        cite=cite,
    )


def _boards(issue: _Issue) -> tuple[Board, ...]:
    """The red lists, then the black ones; a unit's anchor stands at its first mention only."""
    standing = issue.standing
    outcomes = {one.list: one for one in standing.lists} if standing else {}
    anchored: set[str] = set()
    boards = []
    for rule in sorted(issue.applied.record.lists, key=lambda one: one.kind is ListKind.BLACK):
        outcome = outcomes.get(rule.id) or ListOutcome(rule.id, rule.kind)
        boards.append(_board(issue, rule, outcome=outcome, anchored=frozenset(anchored)))
        anchored |= {one.slug for one in outcome.members}
    return tuple(boards)


def _board(
    issue: _Issue, rule: ListRule, *, outcome: ListOutcome, anchored: frozenset[str]
) -> Board:
    scene, applied = issue.scene, issue.applied
    words = ListWords(scene, applied.framework, rule.id)

    def placed(members: tuple[Member, ...]) -> tuple[Placement, ...]:
        if issue.standing is None:
            return ()
        period = issue.standing
        return tuple(
            _placement(scene, applied, member=one, words=words, period=period) for one in members
        )

    members = placed(outcome.members)
    return Board(
        anchor=f"lists.{rule.id}",
        kind=rule.kind.value,
        name=scene.words(rule.name),
        about=scene.maybe(rule.about),
        rule=rule_view(words, rule),
        members=tuple(
            replace(one, anchor="" if one.anchor in anchored else one.anchor) for one in members
        ),
        excluded=tuple(replace(one, anchor="") for one in placed(outcome.excluded)),
        undetermined=tuple(
            Open(
                applied.unit_link(scene, _unit(applied, one.slug)),
                _missing(issue, words, one),
            )
            for one in outcome.undetermined
        ),
    )


def _missing(issue: _Issue, words: ListWords, one: Undetermined) -> tuple[str, ...]:
    """What is missing: numbers not given, and those that were never asked of the unit."""
    comma, names = issue.scene.t("base.list_comma"), {True: list[str](), False: list[str]()}
    for subject in one.missing:
        names[_asked(issue, one.slug, subject)].append(subject_name(words, subject))
    keys = {True: "lists.missing", False: "lists.not_taken"}
    return tuple(
        issue.scene.t(keys[asked], what=comma.join(what)) for asked, what in names.items() if what
    )


def _asked(issue: _Issue, slug: str, subject: Subject) -> bool:
    """Whether the unit has taken what the number is about."""
    if issue.standing is None or subject.kind is SubjectKind.TOTAL:
        return True
    marks = issue.standing.marks[slug]
    if subject.kind is SubjectKind.DIMENSION:
        return marks.dimension(subject.id) is not None
    return marks.indicator(subject.id) is not None


def _unit(applied: Applied, slug: str) -> UnitSummary:
    unit = applied.unit(slug)
    assert unit is not None
    return unit


def _placement(
    scene: Scene, applied: Applied, *, member: Member, words: ListWords, period: PeriodStanding
) -> Placement:
    unit = _unit(applied, member.slug)
    sheet = applied.sheet(unit, period.period)
    own = replace(words, sheet=sheet)
    scored = applied.scored(unit, period.period)

    def compared(those: tuple[Compared, ...]) -> tuple[Sentence, ...]:
        return tuple(compared_sentence(own, one) for one in those)

    return Placement(
        anchor=member.slug,
        unit=applied.unit_link(scene, unit),
        strip=strip_of(scene, applied.framework, applied.states(unit))
        if period is applied.periods[-1]
        else None,
        total=points_figure(
            scene,
            f"{sheet}/total",
            period.marks[member.slug].points,
            label=scene.t("results.total"),
        ),
        reasons=reason_sentences(own, member.reasons),
        barred=compared(member.barred_by),
        cleared=compared(member.cleared),
        certain=member.certain,
        reply=scene.maybe(scored.reply) if scored else None,
        replied=scene.maybe_when(scored.replied) if scored else None,
    )
