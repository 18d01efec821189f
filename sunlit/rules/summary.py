"""The little that others may know of a unit: counts, sums, its ledger lines, its results.

Owns the summary's shape and how it is made. Totals of an area are sums over these values, and
nothing about a unit reaches another page by any other way.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.locale.numbers import exact_sum
from sunlit.model.amounts import AmountValue
from sunlit.model.figures import Change, FigureRecord
from sunlit.model.project import Project, Status
from sunlit.model.text import LocalisedText, text_of
from sunlit.model.unit import Enrolment, UnitKind
from sunlit.paths import Slug
from sunlit.rules.changed import ChangeSummary, changes_of
from sunlit.rules.disclosure import ItemState, disclosure_states
from sunlit.rules.history import history_of
from sunlit.rules.known import Known
from sunlit.rules.lateness import Lateness, lateness_of
from sunlit.rules.results import SheetResult, results_of
from sunlit.rules.scoring import Marks, marks_of
from sunlit.rules.states import BlockState, block_states
from sunlit.source.content import UnitContent
from sunlit.source.located import Located


class Money(Struct, frozen=True, array_like=True):
    """Planned and spent, in yuan; None where nothing was published. `first` is the first plan."""

    planned: Decimal | None
    spent: Decimal | None
    first: Decimal | None


class ProjectSummary(Struct, frozen=True, array_like=True):
    """A ledger line: everything the ledger of the area shows of a project."""

    id: str
    title: LocalisedText
    horizon: str
    status: str
    department: str
    year: str
    dimensions: tuple[str, ...]
    tracks: tuple[str, ...]
    due: Moment | None
    first_due: Moment | None
    done: Moment | None
    lateness: Lateness
    main: FigureRecord | None
    main_changes: tuple[Change, ...]
    money: Money
    changes: int


class UpdateSummary(Struct, frozen=True, array_like=True):
    """The head of an update."""

    id: str
    title: LocalisedText
    date: Moment


class Scored(Struct, frozen=True, array_like=True):
    """What others may know of one sheet."""

    framework: str
    period: Moment
    marks: Marks
    reply: LocalisedText | None
    replied: Moment | None
    published: Moment | None


class UnitSummary(Struct, frozen=True):
    """What an area and the site know of a unit."""

    area: str
    slug: Slug
    code: str
    name: LocalisedText
    official: str
    kind: UnitKind
    street: str
    street_slug: str
    published: bool
    enrolments: tuple[Enrolment, ...]
    blocks: tuple[tuple[str, tuple[BlockState, ...]], ...]
    projects: tuple[ProjectSummary, ...]
    money: Money
    scored: tuple[Scored, ...]
    updates: tuple[UpdateSummary, ...]
    changes: tuple[ChangeSummary, ...]
    disclosures: tuple[ItemState, ...]
    honours: int
    aliases: tuple[str, ...] = ()

    @property
    def completed(self) -> int:
        """How many projects are completed."""
        return sum(one.status == Status.COMPLETED.value for one in self.projects)

    @property
    def late(self) -> int:
        """How many projects are late today and not done."""
        return sum(one.lateness.running for one in self.projects)


def summarise(
    content: UnitContent,
    known: Known,
    as_of: date,
    *,
    results: tuple[SheetResult, ...] | None = None,
) -> UnitSummary:
    """The summary of a unit on the day `as_of`.

    `results` are those that `results_of` gives, where they are known already.
    """
    profile = content.profile.record if content.profile else None
    row = content.row
    name = (profile.name if profile else None) or text_of(row.short_name if row else content.slug)
    projects = tuple(_project(one, as_of) for one in content.projects)
    if results is None:
        results = results_of(content, known)
    scored = tuple(map(_scored, results))
    return UnitSummary(
        area=content.area,
        slug=Slug(content.slug),
        code=row.code if row else (profile.code or "") if profile else "",
        name=name,
        official=row.name if row else str(name),
        kind=row.kind if row else UnitKind.OTHER,
        street=row.street if row else "",
        street_slug=row.street_slug if row else "",
        published=has_content(content),
        enrolments=profile.frameworks if profile else (),
        blocks=tuple(
            (one.id, block_states(one, content, _latest(one.id, scored)))
            for one in known.frameworks
        ),
        projects=projects,
        money=sum_money(one.money for one in projects),
        scored=scored,
        updates=tuple(UpdateSummary(u.id, u.record.title, u.record.date) for u in content.updates),
        changes=changes_of(content),
        disclosures=disclosure_states(content, known, as_of),
        honours=len(profile.honours) if profile else 0,
        aliases=profile.aliases if profile else (),
    )


def has_content(content: UnitContent) -> bool:
    """Whether anything at all was published about the unit."""
    return content.profile is not None or bool(
        content.projects or content.updates or content.scores
    )


def _project(located: Located[Project], as_of: date) -> ProjectSummary:
    project = located.record
    due = project.period.due
    first = history_of("period/due", project.changes).first
    main = project.quantities[0] if project.quantities else None
    start = project.period.start or project.period.due or project.period.done
    return ProjectSummary(
        id=located.id,
        title=project.title,
        horizon=project.horizon.value if project.horizon else "",
        status=project.status.value if project.status else "",
        department=(project.responsible.department or "") if project.responsible else "",
        year=str(start.first.year) if start else "",
        dimensions=project.dimensions,
        tracks=project.tracks,
        due=due,
        first_due=first if isinstance(first, Moment) else None,
        done=project.period.done,
        lateness=lateness_of(project, as_of),
        main=main,
        main_changes=tuple(
            one
            for one in project.changes
            if main and one.figure.startswith(f"quantities/{main.id}/")
        ),
        money=money_of(project),
        changes=len(project.changes),
    )


def money_of(project: Project) -> Money:
    """Sums over a project's funds; a sum is None when no fund states its part."""
    planned = [one.planned.value for one in project.funds if one.planned]
    spent = [points[-1].value.value for one in project.funds if (points := one.spent_points())]
    first = [_first_planned(project, fund.id, fund.planned) for fund in project.funds]
    known = [value for value in first if value is not None]
    return Money(
        exact_sum(planned) if planned else None,
        exact_sum(spent) if spent else None,
        exact_sum(known) if known else None,
    )


def _first_planned(project: Project, fund: str, planned: AmountValue | None) -> Decimal | None:
    first = history_of(f"funds/{fund}/planned", project.changes).first
    if isinstance(first, AmountValue):
        return first.value
    return planned.value if planned else None


def sum_money(parts: Iterable[Money]) -> Money:
    """The sum of several; None only where no part states anything."""
    all_parts = tuple(parts)

    def total(values: Iterable[Decimal | None]) -> Decimal | None:
        stated = [value for value in values if value is not None]
        return exact_sum(stated) if stated else None

    return Money(
        total(one.planned for one in all_parts),
        total(one.spent for one in all_parts),
        total(one.first for one in all_parts),
    )


def _scored(one: SheetResult) -> Scored:
    sheet = one.sheet
    marks = marks_of(one.result)
    return Scored(one.framework, one.period, marks, sheet.reply, sheet.replied, sheet.published)


def _latest(framework: str, scored: tuple[Scored, ...]) -> Marks | None:
    own = [one.marks for one in scored if one.framework == framework]
    return own[-1] if own else None
