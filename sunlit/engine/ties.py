"""What the steps of groups are made from: the inputs that decide, by name.

Owns the ties between groups: a group is handed its own files and facets, and what there is to know
of the groups below it; nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sunlit.digest import Digest
from sunlit.engine.reading import Reading
from sunlit.engine.shards import Group, Part, Work


class Ties:
    """The inputs of steps over the readings of all groups, by name."""

    def __init__(self, readings: Mapping[str, Reading], work: Work) -> None:
        self._readings = readings
        self._work = work

    def of_standing(self, reading: Reading, step: str) -> dict[str, Digest]:
        """The inputs of `gather`, `frame` or `stand`."""
        group, work = reading.group, self._work
        given = {**group.context, **group.own}
        if step == "frame":
            return {**given, **self.of_below(group), **self.gathered((group.name,))}
        return {**given, **reading.facets(work.gathers if step == "gather" else work.stands_on)}

    def gathered(self, groups: Iterable[str]) -> dict[str, Digest]:
        """The gatherings of some groups, of those that have one yet."""
        stood = ((name, self._readings[name].memo.stood.get("gather")) for name in groups)
        return {name: one[1] for name, one in stood if one is not None}

    def of_part(self, reading: Reading, part: Part) -> dict[str, Digest]:
        """The inputs of a part of a group: its own files, facets, what is below it."""
        group = reading.group
        inputs = dict(group.own)
        inputs |= {f"facet {name}": id for name, id in reading.facets(part.facets).items()}
        inputs |= self.of_below(group)
        for name in group.below if part.deep else ():
            facets = self._readings[name].facets(part.facets)
            inputs |= {f"{name}: facet {key}": id for key, id in facets.items()}
        if part.gathered:
            inputs["gathered"] = reading.memo.stood["gather"][1]
        return inputs

    def of_files(self, group: Group, *, deep: bool) -> dict[str, Digest]:
        """A group's own files, and with `deep` those of the groups below it."""
        inputs = dict(group.own)
        for name in group.below if deep else ():
            inputs |= _files(self._readings[name].group)
        return inputs

    def of_below(self, group: Group) -> dict[str, Digest]:
        """What the outputs of a group are handed of the groups below it."""
        inputs: dict[str, Digest] = {}
        for name in group.below:
            below = self._readings[name]
            inputs |= _files(below.group)
            inputs[f"{name}: gathered"] = below.memo.stood["gather"][1]
        return inputs


def _files(group: Group) -> dict[str, Digest]:
    """A group's own files and its context, by names that say whose they are."""
    given = {**group.context, **group.own}
    return {f"{group.name}: {key}": digest for key, digest in given.items()}
