"""Label and figure, ruled like an account: the figures of a record by aspect.

Owns which point of a series a short list shows: the newest, with its date and source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from sunlit.model.figures import Aspect, Change, FigureRecord
from sunlit.rules.stated import Stated, of_figure
from sunlit.views.citations import Citations
from sunlit.views.figures import stated_figure
from sunlit.views.parts import Figure, Words
from sunlit.views.scene import Scene

Fact = tuple[Words, Figure]


def facts_of(
    scene: Scene,
    figures: Iterable[FigureRecord],
    *,
    home: str,
    cited: Citations,
    aspect: Aspect | None = None,
    changes: Sequence[Change] = (),
    group: str = "figures",
    anchor: bool = True,
) -> tuple[Fact, ...]:
    """One fact per figure of the aspect (all when None), in the author's order."""
    found = []
    for figure in figures:
        if aspect is not None and figure.aspect is not aspect:
            continue
        stated = newest(figure, group)
        if stated is not None:
            shown = stated_figure(
                scene, stated, home=home, cited=cited, changes=changes, anchor=anchor
            )
            found.append((scene.words(figure.label), shown))
    return tuple(found)


def newest(figure: FigureRecord, group: str) -> Stated | None:
    """The newest measured point of a figure, or its plan where nothing was measured."""
    stated = list(of_figure(figure, f"{group}/{figure.id}", ()))
    measured = [one for one in stated if not one.planned]
    return max(measured, key=point_order) if measured else (stated[0] if stated else None)


def point_order(stated: Stated) -> tuple[bool, object]:
    """Orders points by date; those without one come first."""
    return (stated.as_of is not None, stated.as_of.sort_key if stated.as_of else ())


class FigureLine(Struct, frozen=True):
    """A figure with its plan and all its points, the newest first."""

    label: Words
    note: Words | None
    planned: Figure | None
    points: tuple[Figure, ...]


class Record(Struct, frozen=True):
    """A record whose figures the page is the home of."""

    scene: Scene
    home: str
    cited: Citations
    source: str | None
    changes: tuple[Change, ...] = ()

    def line(self, figure: FigureRecord) -> FigureLine:
        """A figure of a list with everything that is stated of it."""
        stated = tuple(of_figure(figure, f"figures/{figure.id}", ()))
        points = sorted((one for one in stated if not one.planned), key=point_order, reverse=True)
        plan = next((one for one in stated if one.planned), None)
        return FigureLine(
            self.scene.words(figure.label),
            self.scene.maybe(figure.note),
            self.figure(plan) if plan else None,
            tuple(self.figure(one) for one in points),
        )

    def figure(self, stated: Stated) -> Figure:
        return stated_figure(
            self.scene,
            stated,
            home=self.home,
            cited=self.cited,
            changes=self.changes,
            anchor=True,
            default_source=self.source,
        )

    def facts(self, stated: Iterable[Stated]) -> tuple[Fact, ...]:
        return tuple((self._label(one), self.figure(one)) for one in stated)

    def _label(self, stated: Stated) -> Words:
        label = self.scene.words(stated.label)
        if stated.path == "minutes":
            return Words(self.scene.t("area.circle_minutes", centre=label.text))
        return label
