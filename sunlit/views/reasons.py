"""Why a unit is on a list, or not: the rule and the numbers that met it, in whole sentences.

Owns the wording of conditions, of the place at a list's edge, and of what is missing; used by the
lists' page, the method page and the unit's own page. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from sunlit.model.framework import Framework
from sunlit.model.method import Condition, ListRule
from sunlit.rules.scoring import (
    Compared,
    Edge,
    End,
    Reason,
    Subject,
    SubjectKind,
    Threshold,
)
from sunlit.rules.scoring.conditions import threshold_of
from sunlit.source.located import Located
from sunlit.views.figures import computed_figure
from sunlit.views.parts import Figure
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose

POINTS = "分"
EXACT_ENOUGH = 2
"""Decimals of numbers beside a threshold: one more than elsewhere, so that an edge is seen."""


class ListWords(Struct, frozen=True):
    """What sentences about one list are made with; `sheet` starts the ids of the unit's numbers."""

    scene: Scene
    framework: Located[Framework]
    list: str
    sheet: str = ""
    anchor: bool = False
    """Whether the numbers of the rule have their permalinks on this page."""


class RuleView(Struct, frozen=True):
    """A list's rule in plain words; empty parts are not asked."""

    require: tuple[Sentence, ...]
    any_of: tuple[Sentence, ...]
    exclude: tuple[Sentence, ...]
    edge: str
    published: bool


def rule_view(words: ListWords, rule: ListRule) -> RuleView:
    """The rule as it was declared, condition by condition."""
    edge = ""
    if rule.top is not None:
        edge = words.scene.t("reasons.takes_top", n=rule.top)
    elif rule.bottom is not None:
        edge = words.scene.t("reasons.takes_bottom", n=rule.bottom)
    seen: set[str] = set()
    require, any_of, exclude = (
        _conditions(words, each, seen) for each in (rule.require, rule.any_of, rule.exclude)
    )
    published = bool(require or any_of or exclude or edge)
    return RuleView(require, any_of, exclude, edge, published)


def _conditions(
    words: ListWords, conditions: Iterable[Condition], seen: set[str]
) -> tuple[Sentence, ...]:
    """One sentence each; a number that is asked twice has its permalink at the first."""
    said = []
    for threshold in (threshold_of(one, words.framework.record) for one in conditions):
        if threshold is None:
            continue
        value = threshold_figure(words, threshold)
        said.append(
            compose(
                words.scene,
                f"reasons.rule_{threshold.comparison.value}",
                subject=subject_name(words, threshold.subject),
                value=replace(value, anchor=value.anchor and value.id not in seen),
            )
        )
        seen.add(value.id)
    return tuple(said)


def reason_sentences(words: ListWords, reasons: Iterable[Reason]) -> tuple[Sentence, ...]:
    """The reasons of one placement, in the order of the rule."""
    return tuple(
        edge_sentence(words, one) if isinstance(one, Edge) else compared_sentence(words, one)
        for one in reasons
    )


def compared_sentence(words: ListWords, compared: Compared) -> Sentence:
    """The unit's number beside the threshold, and whether it is met."""
    threshold = compared.threshold
    subject = subject_name(words, threshold.subject)
    value = threshold_figure(words, threshold)
    if compared.actual is None:
        return compose(words.scene, "reasons.unknown", subject=subject)
    held = "is" if compared.holds else "not"
    return compose(
        words.scene,
        f"reasons.{held}_{threshold.comparison.value}",
        subject=subject,
        actual=_actual(words, threshold.subject, compared.actual),
        value=value,
    )


def edge_sentence(words: ListWords, edge: Edge) -> Sentence:
    """The place by which a unit is among the first or the last n."""
    key = "top" if edge.end is End.TOP else "bottom"
    tied = "_tied" if edge.more else ""
    return compose(
        words.scene,
        f"reasons.edge_{key}{tied}",
        n=edge.n,
        place=str(edge.place),
        of=str(edge.of),
        more=str(edge.more),
    )


def subject_name(words: ListWords, subject: Subject) -> str:
    """What is compared, as the framework names it."""
    record = words.framework.record
    if subject.kind is SubjectKind.TOTAL:
        return words.scene.t("results.total")
    if subject.kind is SubjectKind.DIMENSION:
        names = {one.id: one.name for one in record.dimensions}
    else:
        names = {one.id: one.name for one in record.indicators}
    return words.scene.words(names[subject.id]).text


def threshold_figure(words: ListWords, threshold: Threshold) -> Figure:
    """The number of a rule; its home is the method's page."""
    subject = threshold.subject
    what = subject.id or subject.kind.value
    base = f"frameworks/{words.framework.id}/lists/{words.list}"
    id = f"{base}/{what}/{threshold.comparison.value}"
    return _figure(words.scene, id, threshold.value, subject, anchor=words.anchor)


def _actual(words: ListWords, subject: Subject, value: Fraction) -> Figure:
    return _figure(
        words.scene, f"{words.sheet}/{_path(words, subject)}", value, subject, anchor=False
    )


def _figure(scene: Scene, id: str, value: Fraction, subject: Subject, *, anchor: bool) -> Figure:
    unit = subject.unit if subject.kind is SubjectKind.MEASUREMENT else POINTS
    return computed_figure(scene, id, value, unit=unit, places=EXACT_ENOUGH, anchor=anchor)


def _path(words: ListWords, subject: Subject) -> str:
    """Where the number stands among those of the unit's score sheet."""
    if subject.kind is SubjectKind.TOTAL:
        return "total"
    if subject.kind is SubjectKind.DIMENSION:
        return subject.id
    if subject.kind is SubjectKind.MEASUREMENT:
        return f"scores/{subject.id}"
    dimension = {one.id: one.dimension for one in words.framework.record.indicators}[subject.id]
    return f"{dimension}/{subject.id}"
