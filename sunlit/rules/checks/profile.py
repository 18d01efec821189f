"""A unit's profile against the register, its address, and the frameworks it takes part in.

Owns who a unit is. Knows its area's own files and no other unit, so whether an alias is the
address of a neighbour is not seen here.
"""

from __future__ import annotations

from sunlit.diagnostics import Findings, Span
from sunlit.model.framework import Framework
from sunlit.model.unit import Enrolment, Profile
from sunlit.paths import RESERVED_AREA, SLUG
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.scope import Scope, framework_path
from sunlit.rules.checks.walk import Placed
from sunlit.rules.checks.words import bad_folder, reserved
from sunlit.source.content import UnitContent
from sunlit.source.located import Located, Step


def identity(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Slug, code, name and former addresses."""
    folder = Span(f"{unit.base}/index.md")
    frameworks = {one.id for one in scope.known.frameworks}
    if unit.row is None and not SLUG.fullmatch(unit.slug):
        bad_folder(unit.slug, folder, found)
    elif unit.row is None and unit.slug in RESERVED_AREA | frameworks:
        reserved(unit.slug, folder, found)
    register = f"content/communities/{unit.area}/register.csv"
    if unit.row is None and register not in scope.failed:
        _nameless(unit, scope, found)
    if unit.profile is not None:
        _code(unit, unit.profile, found)
        for number, alias in enumerate(unit.profile.record.aliases):
            if alias == unit.slug or alias in RESERVED_AREA | frameworks:
                reserved(alias, unit.profile.span("aliases", number), found)


def _nameless(unit: UnitContent, scope: Scope, found: Findings) -> None:
    named = unit.profile is not None and unit.profile.record.name is not None
    path = f"{unit.base}/index.md"
    if named or path in scope.failed:
        return
    found.error(
        "unit-without-name",
        unit.profile.span() if unit.profile else Span(path),
        message=(
            f"登记册里没有“{unit.slug}”，index.md 里也没有写名称",
            f"{unit.slug} is not in the register, and index.md gives no name",
        ),
        hint=(
            "核对文件夹名和登记册的 slug，或者在 index.md 里写 name。",
            "Make the folder match a slug of the register, or write `name` in index.md.",
        ),
    )


def _code(unit: UnitContent, profile: Located[Profile], found: Findings) -> None:
    code = profile.record.code
    if unit.row is None or code is None or code == unit.row.code:
        return
    found.error(
        "code-differs",
        profile.span("code"),
        message=(
            f"代码 {code} 和登记册里的 {unit.row.code} 不一样",
            f"the code {code} differs from {unit.row.code} in the register",
        ),
        hint=(f"改成 {unit.row.code}，或者改登记册。", f"Write {unit.row.code}."),
    )


def enrolments(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """The frameworks a unit takes part in, and what it chose of each."""
    if unit.profile is None:
        return
    for number, enrolment in enumerate(unit.profile.record.frameworks):
        framework = scope.known.framework(enrolment.framework)
        if framework is not None:
            _chosen(unit.profile, number, framework.record, found)
            _batch(unit, number, framework.record, found)
        elif framework_path(enrolment.framework) not in scope.failed:
            names = scope.names[Kind.FRAMEWORK] or ()
            span = unit.profile.span("frameworks", number, "framework")
            dangling(Kind.FRAMEWORK, enrolment.framework, known=names, span=span, found=found)


def _chosen(profile: Located[Profile], number: int, framework: Framework, found: Findings) -> None:
    enrolment = profile.record.frameworks[number]
    tracks = [one.id for one in framework.tracks]
    dimensions = [one.id for one in framework.dimensions]
    for kind, field, names in (
        (Kind.DIMENSION, "dimensions", dimensions),
        (Kind.TRACK, "tracks", tracks),
    ):
        for at, name in enumerate(getattr(enrolment, field)):
            if name not in names:
                span = profile.span("frameworks", number, field, at)
                dangling(kind, name, known=names, span=span, found=found)
    lacking = _lacking(enrolment, framework)
    if lacking:
        found.error(
            "baseline-missing",
            profile.span("frameworks", number, "dimensions", key=True),
            message=(
                f"选定的维度里没有必选的：{'、'.join(lacking)}",
                f"the chosen dimensions lack what is required: {', '.join(lacking)}",
            ),
            hint=(f"加上 {'、'.join(lacking)}。", f"Add {', '.join(lacking)}."),
        )


def _lacking(enrolment: Enrolment, framework: Framework) -> list[str]:
    names = {one.id for one in framework.dimensions}
    if not enrolment.dimensions or set(enrolment.dimensions) - names:
        return []  # nothing chosen; or a misspelt one may be the one that is lacking
    tiers = {tier.id for tier in framework.tiers if tier.required}
    required = [one.id for one in framework.dimensions if one.tier in tiers]
    return [one for one in required if one not in enrolment.dimensions]


def _batch(unit: UnitContent, number: int, framework: Framework, found: Findings) -> None:
    if unit.profile is None or (year := unit.profile.record.frameworks[number].batch) is None:
        return
    steps: tuple[Step, ...] = ("frameworks", number, "batch")
    batch = next((one for one in framework.batches if one.year == year), None)
    if batch is None:
        known = [one.year.iso for one in framework.batches]
        span = unit.profile.span(*steps)
        dangling(Kind.BATCH, year.iso, known=known, span=span, found=found)
    elif batch.members and unit.slug not in batch.members:
        found.error(
            "batch-differs",
            unit.profile.span(*steps),
            message=(
                f"{year.iso} 这一批公布的名单里没有“{unit.slug}”",
                f"the published members of batch {year.iso} do not include {unit.slug}",
            ),
            hint=(
                "核对年份；名单漏了的话，改体系文件的 members。",
                "Check the year, or add the unit to `members` in the framework.",
            ),
        )


def not_enrolled(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Projects and updates for a dimension of a framework that the unit takes no part in."""
    joined = unit.profile.record.frameworks if unit.profile else ()
    frameworks = [scope.known.framework(one.framework) for one in joined]
    if not joined or None in frameworks:
        return
    taken = [one.record for one in frameworks if one is not None]
    own = {
        "dimensions": {each.id for one in taken for each in one.dimensions},
        "tracks": {each.id for one in taken for each in one.tracks},
    }
    records: tuple[Placed, ...] = (*unit.projects, *unit.updates)
    for placed in records:
        for field, kind in (("dimensions", Kind.DIMENSION), ("tracks", Kind.TRACK)):
            elsewhere = scope.names[kind] or frozenset()
            for number, name in enumerate(getattr(placed.record, field, ())):
                if name in elsewhere and name not in own[field]:
                    _report_not_enrolled(name, placed.span(field, number), found)


def _report_not_enrolled(name: str, span: Span, found: Findings) -> None:
    found.error(
        "not-enrolled",
        span,
        message=(
            f"“{name}”属于这个社区没有参加的考核体系",
            f"`{name}` belongs to a framework this unit takes no part in",
        ),
        hint=(
            "在 index.md 的 frameworks 里写上那个体系，或者换一个。",
            "Add that framework to `frameworks` in index.md, or choose another.",
        ),
    )
