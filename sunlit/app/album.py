"""What photos look like, kept from build to build, so that none is opened twice for it.

Owns when a photo has to be opened: its signature is new or too fresh, or signatures are not
trusted; and decoded: its bytes are new too, or what looks at them is. A record holds the photos
that its unit has today, so the state does not grow. It is always safe to delete.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sunlit.diagnostics import Findings
from sunlit.digest import of_bytes
from sunlit.engine.reading import Looker
from sunlit.engine.sources import look_at
from sunlit.engine.state import State

if TYPE_CHECKING:
    from sunlit.model.unit import PhotoFile

RECORD = "photos"


class Seen(NamedTuple):
    """A photo as it was looked at: its file's signature (empty: not settled), and what it is."""

    signature: str
    photo: PhotoFile


class Albums(Struct, frozen=True):
    """Where all albums are kept: a state whose version is the digest of what looks at photos."""

    state: State
    looker: Looker

    def open(self, area: str, unit: str) -> Album:
        """The album of a unit."""
        return Album(self.state, self.looker, _name(area, unit))

    def sweep(self, units: Iterable[tuple[str, str]]) -> None:
        """Forget all units but these."""
        kept = frozenset(_name(*one) for one in units)
        with suppress(OSError):
            for name in self.state.names("."):
                if name not in kept:
                    self.state.forget(name)


class Album:
    """The photos of one unit, as they were last and as they are."""

    def __init__(self, state: State, looker: Looker, name: str) -> None:
        self._state = state
        self._looker = looker
        self._name = name
        self._last = {one.photo.name: one for one in _load(state, name)}
        self._now: list[Seen] = []

    def photo(self, path: str, found: Findings) -> PhotoFile | None:
        """The photo at a path below the root; None with a finding where there is none."""
        name = path.rsplit("/", 1)[-1]
        sight = look_at(f"{self._looker.root}/{path}")
        last = self._last.get(name)
        if self._looker.trust and last is not None and last.signature == sight.signature != "":
            photo: PhotoFile | None = last.photo
        else:
            photo = self._opened(path, name, found)
        if photo is not None:
            signature = sight.signature if sight.settled(self._looker.now) else ""
            self._now.append(Seen(signature, photo))
        return photo

    def _opened(self, path: str, name: str, found: Findings) -> PhotoFile | None:
        content = Path(self._looker.root, path).read_bytes()
        digest = of_bytes(content)
        for one in self._last.values():
            if one.photo.digest == digest:
                return replace(one.photo, name=name)
        return looked_at(content, name=name, path=path, found=found)

    def keep(self) -> None:
        """Remember the photos as they are; where there is no room, they are looked at again."""
        if self._now == [*self._last.values()]:
            return
        now = [(one.signature, msgspec.to_builtins(one.photo)) for one in self._now]
        with suppress(OSError):
            if now:
                self._state.save(self._name, {RECORD: now})
            else:
                self._state.forget(self._name)


def looked_at(content: bytes, *, name: str, path: str, found: Findings) -> PhotoFile | None:
    """What a photo is and looks like, from its bytes alone."""
    from sunlit.photos.look import facts_of  # a library that few builds need
    from sunlit.photos.probe import probe, unreadable
    from sunlit.photos.recipe import BrokenPhotoError

    photo = probe(content, name=name, path=path, found=found)
    if photo is None:
        return None
    try:
        facts = facts_of(content)
    except BrokenPhotoError:
        unreadable(path, found)
        return None
    return replace(photo, colour=facts.colour, look=facts.look, taken=facts.taken)


def _name(area: str, unit: str) -> str:
    return f"{area}.{unit}"


def _load(state: State, name: str) -> list[Seen]:
    from sunlit.model.unit import PhotoFile  # builds that change nothing need no model

    record = state.load(name) or {}
    try:
        return [
            Seen(str(signature), msgspec.convert(photo, PhotoFile))
            for signature, photo in record.get(RECORD, ())
        ]
    except (msgspec.ValidationError, TypeError, ValueError):
        return []
