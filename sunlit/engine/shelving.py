"""Steps against what they were last: which have to be taken again, and what they made.

Owns the comparison, which `explain` reads too. The steps of one group, or of the whole, stand on
one shelf and share the inputs that all of them have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from sunlit.digest import Digest, of_value
from sunlit.engine.memo import Made, Output, Shelf, keep_made, load_made
from sunlit.engine.reading import SOURCES
from sunlit.engine.shards import Inputs
from sunlit.engine.sources import key_of
from sunlit.engine.state import State
from sunlit.engine.tasks import Refused


class Verdict(Struct, frozen=True):
    """A step, whether it is taken over as it was, and its inputs today and last; None for never."""

    shelf: str
    step: str
    kept: bool
    inputs: Inputs
    before: Inputs | None

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the inputs that came, went, or are not as they were."""
        before = self.before or {}
        names = {*self.inputs, *before}
        return tuple(sorted(n for n in names if self.inputs.get(n) != before.get(n)))


class Shelving:
    """The steps of one shelf on their way from one edition to the next."""

    def __init__(self, state: State, name: str, shared: Inputs, last: Shelf | None) -> None:
        self.name = name
        self._state = state
        self._shared = dict(shared)
        self._digest = of_value(self._shared)
        self._last = last
        self._made: dict[str, Made] | None = None
        self._keys: dict[str, Digest] = {}
        self._inputs: dict[str, dict[str, Digest]] = {}
        self._due: set[str] = set()
        self._new: dict[str, Made] = {}
        self.twice: list[tuple[str, str]] = []
        self.refused: list[tuple[str, bytes]] = []

    def due(self, step: str, inputs: Inputs, detail: Callable[[], Inputs] | None = None) -> bool:
        """Whether a step with these inputs of its own has to be taken.

        `detail` gives what the inputs are digests of, file by file, to tell of a change; nothing
        where it is known to be as it was last.
        """
        key = key_of(self._digest, *(f"{name}={inputs[name]}" for name in sorted(inputs)))
        self._keys[step] = key
        due = self._last is None or self._last.keys.get(step) != key
        self._inputs[step] = dict(inputs)
        if detail and due:
            self._inputs[step] |= detail() or self._detail_before(step, inputs)
        self._due |= {step} if due else set()
        return due

    def _detail_before(self, step: str, inputs: Inputs) -> Inputs:
        last = self._load().get(step)
        if last is None or last.inputs.get(SOURCES) != inputs.get(SOURCES):
            return {}
        return {name: one for name, one in last.inputs.items() if name not in inputs}

    def keeps(self, step: str) -> bool:
        """Whether a step was taken last with the inputs that all steps share."""
        return (
            self._last is not None
            and step in self._last.keys
            and self._last.shared == self._shared
            and step in self._load()
        )

    def keep(self, step: str) -> None:
        """Take a step over as it was; only one that `keeps` says can be."""
        if self._last is not None:
            self._keys[step] = self._last.keys[step]

    def same_names(self) -> bool:
        """Whether every step makes the outputs it made last, those it shares by the same keys.

        Two steps may write one output while their keys agree.
        """
        if self._last is None or any(
            step not in self._keys for step in self._last.keys if step != "closing"
        ):
            return False
        last = self._load() if self._new else {}
        return all(
            step in last and _keyed(one) == _keyed(last[step]) for step, one in self._new.items()
        )

    def renewed(self) -> dict[str, Digest]:
        """The outputs of the steps that were taken."""
        return {n: one.digest for made in self._new.values() for n, one in made.outputs.items()}

    def before(self, step: str) -> Mapping[str, Output]:
        """What a step made last."""
        last = self._load().get(step)
        return last.outputs if last else {}

    def done(self, step: str, outputs: Sequence[tuple[str, Output]] | Refused) -> None:
        """Note what a step made, in its order, or why it made nothing."""
        if isinstance(outputs, Refused):
            self.refused.append((step, outputs.log))
            return
        self._new[step] = Made(self._inputs[step], dict(outputs))
        self.twice += [(name, step) for name in _twice(outputs)]

    def fill(self, step: str, outputs: Sequence[tuple[str, Output]] | Refused) -> None:
        """Note what a series of a step made, in the places that it has among the outputs."""
        if isinstance(outputs, Refused):
            self.refused.append((step, outputs.log))
        else:
            self._new[step].outputs.update(outputs)

    def verdict(self, step: str) -> Verdict:
        """Why a step is taken or kept."""
        last = self._load().get(step)
        if last is None or self._last is None:
            return Verdict(self.name, step, False, {**self._shared, **self._inputs[step]}, None)
        before = {**self._last.shared, **last.inputs}
        if step not in self._due:
            return Verdict(self.name, step, True, before, before)
        return Verdict(self.name, step, False, {**self._shared, **self._inputs[step]}, before)

    def step_of(self, output: str) -> str | None:
        """The step that made an output last."""
        return next((step for step, one in self._load().items() if output in one.outputs), None)

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step that was decided on, in order."""
        return tuple(self._keys)

    @property
    def changed(self) -> bool:
        """Whether any step was taken or has gone."""
        return bool(self._new) or self._last is None or [*self._last.keys] != [*self._keys]

    def shelf(self) -> Shelf:
        """The shelf of the new edition."""
        if self._last is not None and not self.changed:
            return self._last
        return keep_made(self._state, self.made(), self._shared, self._keys)

    def taken(self) -> dict[str, Made]:
        """What the steps made that were taken."""
        return dict(self._new)

    def made(self) -> dict[str, Made]:
        """What every step of the new edition made."""
        last = self._load()
        return {step: self._new.get(step) or last[step] for step in self._keys}

    def _load(self) -> dict[str, Made]:
        """What the steps made last; LostError when the state has it no more."""
        if self._made is None:
            self._made = load_made(self._state, self._last) if self._last else {}
        return self._made


def _keyed(made: Made) -> dict[str, str]:
    return {name: one.key if one.shared else "" for name, one in made.outputs.items()}


def _twice(outputs: Sequence[tuple[str, Output]]) -> list[str]:
    """The outputs that one step made twice, unless it shares them and their keys agree."""
    seen: dict[str, Output] = {}
    return [
        name
        for name, one in outputs
        if (first := seen.setdefault(name, one)) is not one and not (one.shared and first == one)
    ]
