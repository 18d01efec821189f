"""The batches of a framework by year: planned, done and named, against what they are part of.

Owns the totals of this table: sums of what was published, and said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.framework import Batch
from sunlit.rules.stated import COUNT, Stated, of_framework
from sunlit.views.applied import Applied
from sunlit.views.citations import Citations
from sunlit.views.figures import computed_figure, missing_figure, stated_figure
from sunlit.views.parts import Figure, Link, When, Words
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose


class BatchRow(Struct, frozen=True):
    """One batch; `named` counts the members that were published, of whom some stand here."""

    year: When
    name: Words | None
    planned: Figure
    done: Figure
    named: Figure
    members: tuple[Link, ...]
    note: Words | None


class BatchTable(Struct, frozen=True):
    """All batches, their totals, and one sentence that sets them against the whole."""

    rows: tuple[BatchRow, ...]
    planned: Figure
    done: Figure
    named: Figure
    against: Sentence | None


class StatedFigures(Struct, frozen=True):
    """The figures that a framework states, by path, as a page of it shows them."""

    scene: Scene
    applied: Applied
    cited: Citations
    known: dict[str, Stated]

    def shown(self, path: str) -> Figure:
        """The figure of that path, or a missing one."""
        applied, one = self.applied, self.known.get(path)
        if one is None:
            return missing_figure(self.scene, f"{applied.home}/{path}", anchor=applied.at_home)
        return stated_figure(
            self.scene,
            one,
            home=applied.home,
            cited=self.cited,
            changes=applied.record.changes,
            anchor=applied.at_home,
            default_source=applied.record.source,
        )

    def mention(self, path: str) -> Figure:
        """The same figure where it is only spoken of: not its permalink, without its source."""
        return replace(self.shown(path), anchor=False, source=None, first="", changes=0)


def stated_in(scene: Scene, applied: Applied, cited: Citations) -> StatedFigures:
    """Everything the framework states."""
    return StatedFigures(
        scene, applied, cited, {one.path: one for one in of_framework(applied.record)}
    )


def batch_table(stated: StatedFigures) -> BatchTable | None:
    """The table; None where no batch was published."""
    batches = stated.applied.record.batches
    if not batches:
        return None
    named = {slug for one in batches for slug in one.members}
    done = _sum(one.done for one in batches)
    return BatchTable(
        rows=tuple(_row(stated, one) for one in batches),
        planned=_total(stated, "planned", _sum(one.planned for one in batches)),
        done=_total(stated, "done", done),
        named=_total(stated, "named", Decimal(len(named))),
        against=_against(stated, done),
    )


def _row(stated: StatedFigures, batch: Batch) -> BatchRow:
    scene, applied = stated.scene, stated.applied
    base = f"batches/{batch.year.key}"
    known = {str(one.slug): one for one in applied.units}
    here = [known[one] for one in batch.members if one in known]
    id = f"{applied.home}/{base}/named"
    return BatchRow(
        year=scene.when(batch.year),
        name=scene.maybe(batch.name),
        planned=stated.shown(f"{base}/planned"),
        done=stated.shown(f"{base}/done"),
        named=computed_figure(
            scene, id, len(set(batch.members)), unit=COUNT, anchor=applied.at_home
        )
        if batch.members
        else missing_figure(scene, id, anchor=applied.at_home),
        members=tuple(applied.unit_link(scene, one) for one in here),
        note=scene.maybe(batch.note),
    )


def _sum(amounts: Iterable[AmountValue | None]) -> Decimal | None:
    """The sum of what was published; None where nothing was, or not as an exact number."""
    stated = [one for one in amounts if one is not None]
    if any(one.qualifier is not Qualifier.EXACT or one.unit == "%" for one in stated):
        return None
    return sum((one.value for one in stated), Decimal(0)) if stated else None


def _total(stated: StatedFigures, name: str, value: Decimal | None) -> Figure:
    id = f"{stated.applied.base}/batches/{name}"
    if value is None:
        return missing_figure(stated.scene, id, anchor=True)
    return computed_figure(stated.scene, id, value, unit=COUNT, anchor=True)


def _against(stated: StatedFigures, done: Decimal | None) -> Sentence | None:
    """What is done of the first target's group, else of all units of the register."""
    scene, applied = stated.scene, stated.applied
    target = next((one for one in applied.targets if one.group_size), None)
    size = target.group_size if target else len(applied.units)
    if done is None or not size:
        return None
    return compose(
        scene,
        "framework.batches_of_target" if target else "framework.batches_of_units",
        done=computed_figure(scene, f"{applied.base}/batches/done", done, unit=COUNT),
        of=computed_figure(scene, f"{applied.base}/batches/of", size, unit=COUNT),
        share=computed_figure(
            scene, f"{applied.base}/batches/share", Fraction(done) * 100 / size, unit="%", places=2
        ),
    )
